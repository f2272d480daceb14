"""What taking in a file would do, row by row, and what the user chooses."""

from collections import Counter
from collections.abc import Mapping
from enum import StrEnum

from msgspec import Struct, field

from coordinator_app.core.importing.found import Found, Remark, Subject, Told
from coordinator_app.core.kinds import PersonRole


class Fate(StrEnum):
    """What becomes of a row of the file."""

    NEW = "new"
    CHANGED = "changed"
    UNCHANGED = "unchanged"
    LOOKS_LIKE = "looks_like"
    CONFLICT = "conflict"
    REPEATED = "repeated"
    IMPOSSIBLE = "impossible"


class Action(StrEnum):
    """What the user chooses for a row: as proposed, leave it out, add it as new, or take it for one in the book."""

    TAKE = "take"
    SKIP = "skip"
    ADD = "add"
    SAME_AS = "same_as"


class Likeness(Struct, frozen=True):
    """Someone or something in the book that a row may be."""

    id: int
    name: str


class Difference(Struct, frozen=True):
    """A field (an `N_` message) that the file says otherwise; `kept` means that the book's own, later edit stays."""

    field: str
    before: Told
    after: Told
    kept: bool = False


class PreviewRow(Struct, frozen=True):
    """One row: `index` counts within its subject in `Found`; `existing` is the row of the book that it is."""

    subject: Subject
    index: int
    where: str
    name: str
    fate: Fate
    existing: int | None = None
    differences: tuple[Difference, ...] = ()
    like: tuple[Likeness, ...] = ()
    remarks: tuple[Remark, ...] = ()


class Preview(Struct, frozen=True):
    """What taking in `found` would do; what was not read at all is in `found.unread`."""

    found: Found
    rows: tuple[PreviewRow, ...]

    def count(self, fate: Fate, subject: Subject | None = None) -> int:
        """How many rows meet that fate."""
        return sum(row.fate is fate and subject in (None, row.subject) for row in self.rows)


class Choice(Struct, frozen=True):
    """What to do with one row; `existing` goes with `SAME_AS`."""

    action: Action
    existing: int | None = None


class Choices(Struct, frozen=True):
    """The user's answers by (subject, index); rows without one go as proposed.

    As proposed: new and lookalikes are added, changed ones updated; conflicts, repeated and impossible ones are left out.
    Every person that is added gets `role`, besides those the file names.
    """

    rows: Mapping[tuple[Subject, int], Choice] = field(default_factory=dict)
    role: PersonRole | None = None

    def action(self, row: PreviewRow) -> tuple[Action, int | None]:
        """What to do with a row, once the proposal is worked out: skip, add, or take for an existing one, whose id comes with it."""
        choice = self.rows.get((row.subject, row.index), Choice(Action.TAKE))
        if choice.action is Action.SAME_AS and choice.existing is not None:
            return Action.SAME_AS, choice.existing
        if choice.action is not Action.TAKE:
            return (Action.SKIP if row.fate is Fate.IMPOSSIBLE else choice.action), None
        if row.fate in (Fate.NEW, Fate.LOOKS_LIKE):
            return Action.ADD, None
        if row.fate in (Fate.CHANGED, Fate.UNCHANGED):
            return Action.SAME_AS, row.existing
        chosen = (row.subject, row.index) in self.rows and row.fate is Fate.CONFLICT
        return (Action.SAME_AS, row.existing) if chosen else (Action.SKIP, None)


class Imported(Struct, frozen=True):
    """How many rows were added, changed, found as they were, and left out, by subject."""

    added: Mapping[Subject, int]
    changed: Mapping[Subject, int]
    unchanged: Mapping[Subject, int]
    left_out: Mapping[Subject, int]


class Tally(Struct):
    """Counts rows while they are taken in."""

    added: Counter[Subject] = field(default_factory=Counter)
    changed: Counter[Subject] = field(default_factory=Counter)
    unchanged: Counter[Subject] = field(default_factory=Counter)
    left_out: Counter[Subject] = field(default_factory=Counter)

    def result(self) -> Imported:
        return Imported(dict(self.added), dict(self.changed), dict(self.unchanged), dict(self.left_out))
