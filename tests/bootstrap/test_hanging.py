"""A printed poster on the wall of a real book: only what makes it wrong makes it out of date."""

import datetime as dt
from collections.abc import Callable

import pytest

from coordinator_app.bootstrap import hanging
from coordinator_app.bootstrap.documents import CALENDAR, KINDS, POSTER, Kind, Wanted
from coordinator_app.core import groups, meetings, planning, posters, settings
from coordinator_app.core.groups import SlotForm
from coordinator_app.core.kinds import Rule
from coordinator_app.core.periods import Period, Span
from coordinator_app.core.posters import Age, Posted
from coordinator_app.core.recurrence import SlotRule
from coordinator_app.i18n import Language
from coordinator_app.printing.typst import Manuscript, Paper
from coordinator_app.storage.database import Database
from tests.book import StoppedClock

PRINTED = dt.date(2026, 10, 20)
DAY = dt.timedelta(days=1)


@pytest.fixture
def town(book: Database) -> Database:
    """Two groups: one weekly, one on every other Thursday with a break to come."""
    settings_said = {"contact_name": "Pekka", "contact_phone": "040 123 4567", "web": "miehet.example"}
    book.write(settings.change, **settings_said)
    for name, rule, weekday, interval in (("Isäryhmä", Rule.WEEKLY, 1, 1), ("Erosta eteenpäin", Rule.EVERY_N_WEEKS, 3, 2)):
        slot = SlotForm(SlotRule(rule, weekday, dt.time(18), 90, PRINTED - 60 * DAY, interval=interval))
        book.write(groups.add, name=name, today=PRINTED, slots=(slot,))
    book.write(groups.add_pause, group=None, first=PRINTED + 6 * DAY, last=PRINTED + 12 * DAY, today=PRINTED, why="Syysloma")
    return book


def draft(book: Database, wanted: Wanted, clock: StoppedClock) -> Manuscript:
    made = book.read(wanted.kind.draft, wanted, clock.now())
    assert isinstance(made, Manuscript)
    return made


def hang(book: Database, clock: StoppedClock, kind: Kind = POSTER, place: str = "Kirjasto", **options: object) -> int:
    wanted = Wanted(kind, (Language.FI,), Period.of(clock.today()))
    for name, value in options.items():
        wanted = wanted.but(name, value)
    code = draft(book, wanted, clock).code
    printed = book.write(hanging.note_printed, document=wanted, code=code, today=clock.today()).result
    return book.write(posters.hang, printed=printed, place=place, since=clock.today()).result


def posted(book: Database, clock: StoppedClock) -> Posted:
    (found,) = book.read(hanging.all_posted, now=clock.now())
    return found


def slot_of(book: Database, name: str) -> int:
    group = book.read(groups.by_name, name=name)
    return book.read(groups.detail, group=group).slots[0].id


def another_time(book: Database, today: dt.date) -> None:
    to = SlotForm(SlotRule(Rule.WEEKLY, 1, dt.time(17), 90, today))
    book.write(groups.change_slot, slot=slot_of(book, "Isäryhmä"), to=to, today=today, from_day=today)


def group_ends(book: Database, today: dt.date) -> None:
    book.write(groups.end, group=book.read(groups.by_name, name="Isäryhmä"), on=today - DAY, today=today)


def times_end(book: Database, today: dt.date) -> None:
    book.write(groups.end_slot, slot=slot_of(book, "Isäryhmä"), last=today - DAY, today=today)


def new_number(book: Database, today: dt.date) -> None:
    book.write(settings.change, contact_phone="050 765 4321")


def another_break(book: Database, today: dt.date) -> None:
    book.write(groups.add_pause, group=None, first=today + 20 * DAY, last=today + 26 * DAY, today=today)


def not_public(book: Database, today: dt.date) -> None:
    book.write(groups.change, group=book.read(groups.by_name, name="Isäryhmä"), public=False, today=today)


@pytest.mark.parametrize("kind", [POSTER, CALENDAR], ids=lambda kind: kind.code)
@pytest.mark.parametrize("days", [0, 1, 9, 30, 72])
def test_what_only_passes_leaves_a_poster_in_date(town: Database, clock: StoppedClock, kind: Kind, days: int) -> None:
    """Meetings are held, a break goes by; what hangs is as right as it was."""
    hang(town, clock, kind)
    clock.pass_by(days=days)
    town.write(planning.extend, today=clock.today())
    assert posted(town, clock).standing.age is Age.FRESH


@pytest.mark.parametrize("days", [0, 9, 30])
@pytest.mark.parametrize("change", [another_time, group_ends, times_end, new_number, another_break, not_public])
def test_what_makes_a_poster_wrong_is_noticed(
    town: Database, clock: StoppedClock, change: Callable[[Database, dt.date], None], days: int
) -> None:
    hang(town, clock)
    clock.pass_by(days=days)
    change(town, clock.today())
    found = posted(town, clock)
    assert found.standing.age is Age.CHANGED
    town.undo()
    assert posted(town, clock).standing.age is Age.FRESH


def test_a_poster_of_one_group_does_not_mind_the_others(town: Database, clock: StoppedClock) -> None:
    hang(town, clock, groups=frozenset({town.read(groups.by_name, name="Erosta eteenpäin")}))
    another_time(town, clock.today())
    assert posted(town, clock).standing.age is Age.FRESH


def test_a_calendar_notices_a_cancelled_meeting_which_a_poster_does_not(town: Database, clock: StoppedClock) -> None:
    hang(town, clock)
    calendar = hang(town, clock, CALENDAR, "Toimisto")
    group = town.read(groups.by_name, name="Isäryhmä")
    coming = town.read(meetings.strip, group=group, span=Span(PRINTED + 14 * DAY, PRINTED + 30 * DAY))[0]
    town.write(meetings.cancel, meeting=coming.id, reason="ill")
    ages = {each.row.id: each.standing.age for each in town.read(hanging.all_posted, now=clock.now())}
    assert ages.pop(calendar) is Age.CHANGED
    assert set(ages.values()) == {Age.FRESH}


def test_the_term_ends_and_the_poster_with_it_and_the_new_one_is_the_next_terms(town: Database, clock: StoppedClock) -> None:
    hang(town, clock, paper=Paper.A3, strips=8)
    clock.pass_by(days=73)
    found = posted(town, clock)
    assert found.standing.age is Age.ENDED
    again = town.read(hanging.again, printed=found.row.printed.sheet, today=clock.today())
    assert (again.paper, again.strips, again.languages, again.next_term) == (Paper.A3, 8, (Language.FI,), False)
    made = draft(town, again, clock)
    assert made.code == found.standing.wanted
    assert "31.7.2027" in str(made.values["valid"])


def test_a_poster_of_the_next_term_stays_one(town: Database, clock: StoppedClock) -> None:
    hang(town, clock, next_term=True)
    assert posted(town, clock).standing.age is Age.FRESH
    new_number(town, clock.today())
    found = posted(town, clock)
    assert found.standing.age is Age.CHANGED
    assert town.read(hanging.again, printed=found.row.printed.sheet, today=clock.today()).next_term
    clock.pass_by(days=80)
    assert not town.read(hanging.again, printed=found.row.printed.sheet, today=clock.today()).next_term


def test_printing_again_is_known_before_it_is_hung(town: Database, clock: StoppedClock) -> None:
    first = hang(town, clock)
    new_number(town, clock.today())
    again = town.read(hanging.again, printed=posted(town, clock).row.printed.sheet, today=clock.today())
    new = town.write(hanging.note_printed, document=again, code=draft(town, again, clock).code, today=clock.today()).result
    renewed = posted(town, clock).standing.renewed
    assert renewed is not None and renewed.id == new
    town.write(posters.replace, hanging=first, printed=new, since=clock.today())
    assert posted(town, clock).standing.age is Age.FRESH


def test_the_code_on_paper_is_the_code_that_is_found(town: Database, clock: StoppedClock) -> None:
    hang(town, clock, paper=Paper.A3)
    code = draft(town, Wanted(POSTER, (Language.FI,), Period.of(PRINTED), paper=Paper.A3), clock).values["code"]
    (found,) = town.read(posters.by_code, code=f" {code.lower()}")
    assert found.sheet.options["paper"] == "a3"
    assert found.sheet.valid.last == dt.date(2026, 12, 31)


@pytest.mark.parametrize("kind", [kind for kind in KINDS if kind.remembered], ids=lambda kind: kind.code)
def test_every_paper_with_the_schedule_is_known_by_its_code(town: Database, clock: StoppedClock, kind: Kind) -> None:
    """Also one that lies in a rack or was handed over is told to be out of date; only what hangs is offered to be hung up."""
    asked = Wanted(kind, (Language.FI,), Period.of(PRINTED))
    code = draft(town, asked, clock).code
    town.write(hanging.note_printed, document=asked, code=code, today=PRINTED)
    (found,) = town.read(posters.by_code, code=code)
    assert town.read(hanging.age, printed=found.sheet, now=clock.now()) is Age.FRESH
    assert bool(town.read(hanging.printed_last)) == kind.hangs
    new_number(town, PRINTED)
    assert town.read(hanging.age, printed=found.sheet, now=clock.now()) is Age.CHANGED
