"""One chosen file: what it says, what would become of each row, and what the user has chosen."""

from collections import Counter
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from coordinator_app.core import importing
from coordinator_app.core.clock import Clock
from coordinator_app.core.errors import CoordinatorError
from coordinator_app.core.importing import Action, Choice, Choices, Fate, Found, Imported, Preview, PreviewRow, Subject
from coordinator_app.core.kinds import PersonRole
from coordinator_app.exchange import reading
from coordinator_app.gui.kit.tasks import Progress

Read = Found | CoordinatorError
_TAKE, _SKIP = Choice(Action.TAKE), Choice(Action.SKIP)


@dataclass(slots=True)
class OneFile:
    """`fault` says why it cannot be read; `done` what taking it in has done."""

    path: Path
    found: Found | None = None
    fault: CoordinatorError | None = None
    preview: Preview | None = None
    chosen: dict[tuple[Subject, int], Choice] = field(default_factory=dict)
    role: PersonRole | None = None
    done: Imported | None = None

    @property
    def rows(self) -> tuple[PreviewRow, ...]:
        return self.preview.rows if self.preview else ()

    @property
    def choices(self) -> Choices:
        """The answers as taking in wants them."""
        return Choices(dict(self.chosen), self.role)

    def choice(self, row: PreviewRow) -> Choice | None:
        """What is chosen for a row; nothing where there is no choice."""
        offered = options(row)
        return self.chosen.get((row.subject, row.index), offered[0]) if offered else None

    def choose(self, row: PreviewRow, choice: Choice) -> None:
        """Another choice; the first one is what is proposed."""
        if choice == options(row)[0]:
            self.chosen.pop((row.subject, row.index), None)
        else:
            self.chosen[row.subject, row.index] = choice

    def to_take(self) -> int:
        """How many rows would add or change something."""
        return sum(self._takes(row) for row in self.rows)

    def counts(self) -> Counter[Fate]:
        """How many rows meet which fate."""
        return Counter(row.fate for row in self.rows)

    def subject(self) -> Subject | None:
        """What the rows of a table were taken for."""
        return next((row.subject for row in self.rows), None)

    def compared(self, preview: Preview) -> None:
        """The book is as it is now; a file that was taken in and undone can be taken in again."""
        self.preview = preview
        if self.done is not None and self.to_take():
            self.done = None

    def taken(self, result: Imported) -> None:
        """It has been taken in; what was chosen to be added once more is not to be added twice."""
        self.done = result
        self.chosen = {key: choice for key, choice in self.chosen.items() if choice.action is not Action.ADD}

    def _takes(self, row: PreviewRow) -> bool:
        if row.fate in (Fate.UNCHANGED, Fate.IMPOSSIBLE):
            return False
        return self.choices.action(row)[0] is not Action.SKIP


def options(row: PreviewRow) -> tuple[Choice, ...]:
    """What can be chosen for a row, the proposal first; nothing where nothing can be."""
    if row.fate is Fate.LOOKS_LIKE:
        return (_TAKE, *(Choice(Action.SAME_AS, each.id) for each in row.like), _SKIP)
    if row.fate is Fate.CONFLICT:
        return (_SKIP, _TAKE)
    if row.fate is Fate.REPEATED and row.subject is not Subject.ATTENDANCE:
        return (_SKIP, Choice(Action.ADD))
    return (_TAKE, _SKIP) if row.fate in (Fate.NEW, Fate.CHANGED) else ()


def read_all(paths: list[Path], what: Subject | None, progress: Progress) -> list[Read]:
    """Reads the files beside the book; a file that cannot be read is its error."""
    read: list[Read] = []
    for number, path in enumerate(paths):
        progress(number, len(paths))
        try:
            read.append(reading.read_file(path, what=what))
        except CoordinatorError as error:
            read.append(error)
    return read


def previews(session: Any, *, found: tuple[Found, ...], clock: Clock) -> tuple[Preview, ...]:
    """What taking in each of the files would do; the session is the query's, which the window does not know."""
    return tuple(importing.preview(session, found=each, today=clock.today()) for each in found)
