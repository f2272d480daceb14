"""Activities: planned, counted, cancelled, repeated; what may not be is refused in a sentence."""

import datetime as dt

import pytest

from coordinator_app.core import activities
from coordinator_app.core.errors import NotFound, Refused
from coordinator_app.core.kinds import MeetingState, Organiser
from coordinator_app.core.organisations import add as add_organisation
from coordinator_app.core.people import add as add_person
from coordinator_app.core.periods import Span
from coordinator_app.storage.database import Database

TODAY = dt.date(2026, 10, 20)
DAY = dt.date(2026, 10, 10)


@pytest.fixture
def hike(book: Database) -> activities.ActivityRow:
    return book.write(activities.add, name=" Vaellus ", kind="exercise", held_on=DAY, starts=dt.time(10), note="Eväät mukaan").result


def test_a_new_activity_is_planned_and_ours(hike: activities.ActivityRow) -> None:
    assert (hike.name, hike.service, hike.organiser, hike.state) == ("Vaellus", "peer", Organiser.OWN, MeetingState.PLANNED)


def test_it_is_counted(book: Database, hike: activities.ActivityRow) -> None:
    counted = book.write(activities.count, activity=hike.id, today=TODAY, headcount=14, newcomers=2).result
    assert (counted.state, counted.headcount, counted.newcomers, counted.children) == (MeetingState.COUNTED, 14, 2, None)
    again = book.write(activities.count, activity=hike.id, today=TODAY, headcount=15).result
    assert (again.headcount, again.newcomers) == (15, None)


@pytest.mark.parametrize(
    "counts",
    [
        {"headcount": -1},
        {"headcount": 5, "newcomers": 6},
        {"headcount": 5, "women": 6},
        {"newcomers": 1},
        {"headcount": 5, "completed": 4, "completed_on": DAY - dt.timedelta(days=1)},
        {"headcount": 5, "completed": 4, "completed_on": TODAY + dt.timedelta(days=1)},
    ],
)
def test_counts_that_cannot_be(book: Database, hike: activities.ActivityRow, counts: activities.Counts) -> None:
    with pytest.raises(Refused):
        book.write(activities.count, activity=hike.id, today=TODAY, **counts)
    assert book.read(activities.one, activity=hike.id).state is MeetingState.PLANNED


def test_what_lies_ahead_is_not_counted_yet(book: Database, hike: activities.ActivityRow) -> None:
    for command in (activities.count, activities.not_counted):
        with pytest.raises(Refused, match="ahead"):
            book.write(command, activity=hike.id, today=DAY - dt.timedelta(days=1))
    assert book.write(activities.cancel, activity=hike.id, reason="weather").result.reason == "weather"


def test_completion_counts_on_the_last_day_unless_said(book: Database) -> None:
    course = book.write(activities.add, name="Kurssi", kind="professional_programme", held_on=DAY, until=DAY + dt.timedelta(days=5)).result
    assert book.write(activities.count, activity=course.id, today=TODAY, enrolled=9, completed=8).result.completed_on == course.until
    assert book.write(activities.count, activity=course.id, today=TODAY, enrolled=9).result.completed_on is None


def test_a_cancelled_one_loses_its_counts_and_a_cleared_one_its_reason(book: Database, hike: activities.ActivityRow) -> None:
    book.write(activities.count, activity=hike.id, today=TODAY, headcount=14)
    cancelled = book.write(activities.cancel, activity=hike.id, reason="weather").result
    assert (cancelled.state, cancelled.headcount) == (MeetingState.CANCELLED, None)
    with pytest.raises(Refused):
        book.write(activities.cancel, activity=hike.id, reason=" ")
    assert book.write(activities.clear, activity=hike.id).result.reason is None
    assert book.write(activities.not_counted, activity=hike.id, today=TODAY).result.state is MeetingState.NOT_COUNTED


def test_last_years_is_copied_without_what_was_counted(book: Database, hike: activities.ActivityRow) -> None:
    book.write(activities.count, activity=hike.id, today=TODAY, headcount=14)
    copied = book.write(activities.repeat, activity=hike.id).result
    assert (copied.held_on, copied.held_on.weekday()) == (dt.date(2027, 10, 9), DAY.weekday())
    assert (copied.name, copied.starts, copied.note, copied.headcount, copied.state) == (
        "Vaellus",
        dt.time(10),
        "Eväät mukaan",
        None,
        MeetingState.PLANNED,
    )
    assert book.write(activities.repeat, activity=hike.id, on=dt.date(2026, 12, 1)).result.held_on == dt.date(2026, 12, 1)


def test_what_has_records_does_not_vanish(book: Database, hike: activities.ActivityRow) -> None:
    book.write(activities.count, activity=hike.id, today=TODAY, headcount=14)
    with pytest.raises(Refused, match="has records"):
        book.write(activities.remove, activity=hike.id)
    book.write(activities.clear, activity=hike.id)
    book.write(activities.remove, activity=hike.id)
    with pytest.raises(NotFound):
        book.read(activities.one, activity=hike.id)


def test_removing_is_undone_with_its_people_and_partners(book: Database, hike: activities.ActivityRow) -> None:
    person = book.write(add_person, name="Ville", today=TODAY).result
    partner = book.write(add_organisation, name="Kansalaistalo").result
    book.write(activities.run_by, activity=hike.id, people=[person, person])
    book.write(activities.joined_by, activity=hike.id, organisations=[partner])
    book.write(activities.remove, activity=hike.id)
    book.undo()
    assert book.read(activities.people_of, activity=hike.id) == ((person, "Ville"),)
    assert book.read(activities.partners_of, activity=hike.id) == ((partner, "Kansalaistalo"),)
    book.write(activities.run_by, activity=hike.id, people=[])
    assert book.read(activities.people_of, activity=hike.id) == ()


@pytest.mark.parametrize(
    "fields",
    [{"name": "  "}, {"kind": ""}, {"service": ""}, {"minutes": 0}, {"until": DAY - dt.timedelta(days=1)}],
)
def test_values_that_cannot_be(book: Database, hike: activities.ActivityRow, fields: activities.ActivityFields) -> None:
    with pytest.raises(Refused):
        book.write(activities.change, activity=hike.id, **fields)


def test_a_change_leaves_what_was_counted(book: Database, hike: activities.ActivityRow) -> None:
    book.write(activities.count, activity=hike.id, today=TODAY, headcount=14)
    changed = book.write(activities.change, activity=hike.id, name="Retki", held_on=DAY + dt.timedelta(days=1)).result
    assert (changed.name, changed.held_on, changed.headcount) == ("Retki", DAY + dt.timedelta(days=1), 14)


def test_the_command_line_finds_or_makes_it(book: Database) -> None:
    for headcount in (14, 15):
        book.write(activities.record_on, name="Keilaus", kind="exercise", on=DAY, headcount=headcount, today=TODAY)
    found = book.read(activities.within, span=Span(DAY, DAY))
    assert [(row.name, row.headcount) for row in found] == [("Keilaus", 15)]
    book.write(activities.add, name="keilaus", kind="exercise", held_on=DAY)
    with pytest.raises(Refused, match="several"):
        book.write(activities.record_on, name="Keilaus", kind="exercise", on=DAY, headcount=1, today=TODAY)


def test_a_count_finds_its_activity_however_its_name_is_spaced(book: Database) -> None:
    for name, headcount in (("Keilailta  keskustassa", 4), (" keilailta\u200b keskustassa ", 6)):
        book.write(activities.record_on, name=name, kind="exercise", on=DAY, headcount=headcount, today=TODAY)
    rows = book.read(activities.within, span=Span(DAY, DAY))
    assert [(row.name, row.headcount) for row in rows] == [("Keilailta keskustassa", 6)]


def test_series_and_lists(book: Database, hike: activities.ActivityRow) -> None:
    forum = book.write(activities.add_series, name="Miesfoorumi", kind="forum").result
    one = book.write(activities.add, name="Foorumi 2026", kind="forum", held_on=DAY, series=forum, service="training").result
    assert one.series_name == "Miesfoorumi"
    for name in ("Ähtärin leirit", "Åbo runt", "ilmailu"):
        book.write(activities.add_series, name=name, kind="forum")
    assert [row.name for row in book.read(activities.series)] == ["ilmailu", "Miesfoorumi", "Åbo runt", "Ähtärin leirit"]
    assert [row.id for row in book.read(activities.of_series, series=forum)] == [one.id]
    assert [row.id for row in book.read(activities.within, span=Span(DAY, DAY), kind="forum")] == [one.id]
    assert [row.id for row in book.read(activities.within, span=Span(DAY, DAY), service="peer")] == [hike.id]


def test_only_our_own_past_activities_wait_for_a_record(book: Database, hike: activities.ActivityRow) -> None:
    book.write(activities.add, name="Messut", kind="conference", held_on=DAY, organiser=Organiser.ATTENDED)
    book.write(activities.add, name="Tulossa", kind="social", held_on=TODAY + dt.timedelta(days=1))
    begin = dt.date(2026, 1, 1)
    assert [row.id for row in book.read(activities.unrecorded, today=TODAY, records_begin=begin)] == [hike.id]
    assert book.read(activities.unrecorded, today=TODAY, records_begin=TODAY) == ()


def test_a_moved_activity_takes_as_many_days_as_before(book: Database) -> None:
    last = TODAY + dt.timedelta(days=2)
    course = book.write(activities.add, name="Kurssi", kind="seminar", held_on=TODAY, until=last, starts=dt.time(9)).result
    moved = book.write(activities.move, activity=course.id, on=TODAY + dt.timedelta(days=7), today=TODAY).result
    assert (moved.held_on, moved.until, moved.starts) == (TODAY + dt.timedelta(days=7), TODAY + dt.timedelta(days=9), dt.time(9))


def test_what_is_cancelled_or_held_is_not_moved_ahead(book: Database, hike: activities.ActivityRow) -> None:
    book.write(activities.count, activity=hike.id, today=TODAY, headcount=5)
    with pytest.raises(Refused, match="cannot lie ahead"):
        book.write(activities.move, activity=hike.id, on=TODAY + dt.timedelta(days=1), today=TODAY)
    assert book.write(activities.move, activity=hike.id, on=TODAY, today=TODAY).result.headcount == 5
    book.write(activities.cancel, activity=hike.id, reason="weather")
    with pytest.raises(Refused, match="Take the cancellation back"):
        book.write(activities.move, activity=hike.id, on=TODAY, today=TODAY)
