"""Random sequences of the program's own commands, undone and done again, killed and reopened in between: the book equals a model.

The model is a handful of dictionaries that say what a user would expect of each command; undo and redo are two stacks of them.
"""

import datetime as dt
import shutil
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, fields
from pathlib import Path
from random import Random
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from coordinator_app.core import activities, attendance, groups, meetings, people
from coordinator_app.core.errors import Refused
from coordinator_app.core.groups import SlotForm
from coordinator_app.core.kinds import MeetingState, NamesKept, Rule
from coordinator_app.core.model import Person
from coordinator_app.core.periods import Span
from coordinator_app.core.recurrence import SlotRule
from coordinator_app.storage import checking
from coordinator_app.storage.database import Database
from tests.book import FAST, KEY, StoppedClock

COMMANDS, QUICK_COMMANDS = 10_000, 250
A_BOOK = 250
BETWEEN_CHECKS = 20
ALWAYS = Span(dt.date(2026, 1, 1), dt.date(2028, 12, 31))
NAMES = ("Matti Mäkinen", "Åke Öström", "Jukka Šilov", "O'Neil", "Väinö Väänänen", "=1+1", "Aatos 🙂")

# A command, and what the model expects of it, told with its result.
Act = tuple[Callable[[], Any], Callable[[Any], object]]


@dataclass
class Expected:
    """What a user would expect to see, by id."""

    people: dict[int, tuple[str, str | None]] = field(default_factory=dict)
    groups: dict[int, tuple[str, bool]] = field(default_factory=dict)
    meetings: dict[int, tuple[int, dt.date, MeetingState, int | None, str | None]] = field(default_factory=dict)
    named: dict[int, frozenset[int]] = field(default_factory=dict)
    activities: dict[int, tuple[str, MeetingState, int | None]] = field(default_factory=dict)

    def copy(self) -> "Expected":
        return Expected(**{each.name: dict(getattr(self, each.name)) for each in fields(self)})


def seen(session: Session, *, today: dt.date) -> Expected:
    """What the book says, read as the screens read it."""
    held = meetings.within(session, span=ALWAYS)
    named = {row.id: attendance.sheet(session, meeting=row.id) for row in held if row.names}
    return Expected(
        people={row.id: (row.name, row.note) for row in session.execute(select(Person.id, Person.name, Person.note))},
        groups={row.id: (row.name, row.public) for row in groups.listing(session, today=today, records_begin=ALWAYS.first)},
        meetings={row.id: (row.group, row.held_on, row.state, row.headcount, row.reason) for row in held},
        named={at: frozenset(row.person for row in sheet.roster if row.present) for at, sheet in named.items()},
        activities={row.id: (row.name, row.state, row.headcount) for row in activities.within(session, span=ALWAYS)},
    )


class Life:
    """A book, its model, and the chance that leads both."""

    def __init__(self, place: Path, empty: Path, chance: Random) -> None:
        self.clock, self._chance = StoppedClock(), chance
        self._place, self._killed = place, 0
        self.folder = place / "book0"
        self.folder.mkdir(parents=True)
        shutil.copy(empty, self.folder / "book.db")
        self.database = self._opened()
        self.now = Expected()
        self.undo: list[Expected] = []
        self.redo: list[Expected] = []

    def step(self) -> None:
        """One command of a user, or an undo, a redo, a kill, the next day."""
        self.clock.pass_by(minutes=2)  # What follows at once in the same field would be one step.
        act = self._chance.choice([*[self._command] * 12, *[self._take_back] * 4, *[self._do_again] * 3, self._kill, self._reopen])
        act()

    def check(self) -> None:
        assert self.database.read(seen, today=self.clock.today()) == self.now

    def end(self) -> None:
        """A last look at the whole file."""
        assert not checking.faults(self.database.raw)
        self.database.close()

    def _opened(self) -> Database:
        return Database.open(self.folder / "book.db", KEY, clock=self.clock, settings=FAST)

    def _command(self) -> None:
        expected = self.now.copy()
        command, told = self._chance.choice(list(self._commands(expected)))
        try:
            done = command()
        except Refused:
            self.check()  # Nothing of it stays.
            return
        told(done.result)
        if done.entry is not None:
            self.undo.append(self.now)
            self.redo.clear()
        self.now = expected

    def _take_back(self) -> None:
        if not self.undo:
            return
        self.database.undo()
        self.redo.append(self.now)
        self.now = self.undo.pop()

    def _do_again(self) -> None:
        if not self.redo:
            return
        self.database.redo()
        self.undo.append(self.now)
        self.now = self.redo.pop()

    def _kill(self) -> None:
        """What a killed process leaves is what lies on the disk at that moment."""
        self._killed += 1
        left = self._place / f"book{self._killed}"
        shutil.copytree(self.folder, left)
        self.database.raw.close()
        shutil.rmtree(self.folder)
        self.folder = left
        self.database = self._opened()
        self.check()

    def _reopen(self) -> None:
        self.database.close()
        self.database = self._opened()
        # Closing keeps the last 100 steps; what was taken back counts among them, so only the newest are tried again.
        del self.undo[:-50]
        self.check()

    def _commands(self, expected: Expected) -> Iterator[Act]:
        """Each command that may come now, and what the model expects of it, told with its result."""
        write, today, chance = self.database.write, self.clock.today(), self._chance
        name, number = chance.choice(NAMES), chance.randint(0, 30)
        yield from self._with_people(expected, name, today)
        yield from self._with_groups(expected, name, today)
        yield (
            lambda: write(activities.add, name=name, kind="exercise", held_on=today),
            lambda row: expected.activities.update({row.id: (name, MeetingState.PLANNED, None)}),
        )
        if expected.activities:
            one = chance.choice(list(expected.activities))
            title = expected.activities[one][0]
            yield (
                lambda: write(activities.count, activity=one, headcount=number, today=today),
                lambda _: expected.activities.update({one: (title, MeetingState.COUNTED, number)}),
            )
            yield lambda: write(activities.remove, activity=one), lambda _: expected.activities.pop(one)
        if expected.meetings:
            yield from self._with_meetings(expected, number, today)

    def _with_people(self, expected: Expected, name: str, today: dt.date) -> Iterator[Act]:
        write, chance = self.database.write, self._chance
        yield lambda: write(people.add, name=name, today=today), lambda person: expected.people.update({person: (name, None)})
        if expected.people:
            one, note = chance.choice(list(expected.people)), f"kirjattu {chance.randint(0, 9)}"
            called = expected.people[one][0]
            yield lambda: write(people.change, person=one, note=note), lambda _: expected.people.update({one: (called, note)})
            if all(one not in there for there in expected.named.values()):
                yield lambda: write(people.remove, person=one), lambda _: expected.people.pop(one)

    def _with_groups(self, expected: Expected, name: str, today: dt.date) -> Iterator[Act]:
        write, chance = self.database.write, self._chance
        weekly = SlotForm(SlotRule(Rule.WEEKLY, chance.randrange(7), dt.time(18), 90, today - dt.timedelta(days=21)))

        def planned(group: int) -> None:
            """The days of the rule are taken from the book as they come; from then on the model keeps them."""
            expected.groups[group] = (name, True)
            rows = self.database.read(meetings.within, span=ALWAYS, groups=[group])
            assert {row.held_on.weekday() for row in rows} == {weekly.rule.weekday}
            expected.meetings.update({row.id: (group, row.held_on, row.state, None, None) for row in rows})

        if len(expected.groups) < 4:
            yield lambda: write(groups.add, name=name, today=today, slots=(weekly,), names_kept=NamesKept.NAMED), planned
        if expected.groups:
            one = chance.choice(list(expected.groups))
            public = not expected.groups[one][1]
            yield (
                lambda: write(groups.change, group=one, today=today, name=name, public=public),
                lambda _: expected.groups.update({one: (name, public)}),
            )
            yield (
                lambda: write(meetings.add_extra, group=one, on=today),
                lambda row: expected.meetings.update({row.id: (one, today, MeetingState.PLANNED, None, None)}),
            )

    def _with_meetings(self, expected: Expected, number: int, today: dt.date) -> Iterator[Act]:
        write, chance = self.database.write, self._chance
        past = [each for each, row in expected.meetings.items() if row[1] <= today] or list(expected.meetings)
        one = chance.choice(past)
        group, on, state, headcount, reason = expected.meetings[one]

        def becomes(state: MeetingState, headcount: int | None, reason: str | None, there: frozenset[int] = frozenset()) -> None:
            expected.meetings[one] = (group, on, state, headcount, reason)
            expected.named.pop(one, None)
            if there:
                expected.named[one] = there

        yield (
            lambda: write(meetings.count, meeting=one, headcount=number, today=today),
            lambda _: becomes(MeetingState.COUNTED, number, None, expected.named.get(one, frozenset())),
        )
        yield lambda: write(meetings.not_counted, meeting=one, today=today), lambda _: becomes(MeetingState.NOT_COUNTED, None, None)
        yield lambda: write(meetings.cancel, meeting=one, reason="ill"), lambda _: becomes(MeetingState.CANCELLED, None, "ill")
        yield lambda: write(meetings.clear, meeting=one), lambda _: becomes(MeetingState.PLANNED, None, None)
        there = frozenset(chance.sample(sorted(expected.people), min(3, len(expected.people))))
        yield (
            lambda: write(attendance.record, meeting=one, present=sorted(there), visitors=2, today=today),
            lambda _: becomes(MeetingState.COUNTED, len(there) + 2, None, there),
        )
        to = on - dt.timedelta(days=chance.randint(0, 2))
        if to >= ALWAYS.first:
            yield (
                lambda: write(meetings.move, meeting=one, on=to, today=today),
                lambda _: expected.meetings.update({one: (group, to, state, headcount, reason)}),
            )


def test_a_random_life_leaves_the_book_as_its_model_has_it(tmp_path: Path, empty_book: Path, full: bool, chance: Random) -> None:
    for number in range((COMMANDS if full else QUICK_COMMANDS) // A_BOOK):
        life = Life(tmp_path / str(number), empty_book, chance)
        for at in range(A_BOOK):
            life.step()
            if at % BETWEEN_CHECKS == 0:
                life.check()
        life.check()
        life.end()


def test_a_lost_undo_would_be_noticed(tmp_path: Path, empty_book: Path, chance: Random) -> None:
    """The control: one step is taken back behind the model's back."""
    life = Life(tmp_path / "book", empty_book, chance)
    while not life.undo or life.undo[-1] == life.now:
        life.step()
    life.database.undo()
    try:
        life.check()
    except AssertionError:
        life.database.close()
        return
    raise RuntimeError("the model did not notice")
