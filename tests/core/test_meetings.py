"""Meetings and their ends."""

import datetime as dt
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from coordinator_app.core import groups, meetings, people
from coordinator_app.core.errors import NotFound, Refused
from coordinator_app.core.groups import SlotForm
from coordinator_app.core.kinds import Content, MeetingState, Rule
from coordinator_app.core.meetings import MeetingRow
from coordinator_app.core.periods import Span
from coordinator_app.core.recurrence import SlotRule
from coordinator_app.storage.database import Database

TODAY = dt.date(2026, 10, 20)  # A Tuesday.
BEGIN = dt.date(2026, 1, 1)
ALWAYS = Span(BEGIN, dt.date(2030, 1, 1))


@pytest.fixture
def group(book: Database) -> int:
    """Meets on Tuesdays since 29 September."""
    rule = SlotRule(Rule.WEEKLY, 1, dt.time(18), 120, dt.date(2026, 9, 29))
    return book.write(groups.add, name="Tiistain miehet", today=TODAY, slots=(SlotForm(rule),)).result


def on(book: Database, group: int, day: dt.date) -> MeetingRow:
    [row] = book.read(meetings.strip, group=group, span=Span(day, day))
    return row


def unrecorded(book: Database) -> list[dt.date]:
    return [row.held_on for row in book.read(meetings.unrecorded, today=TODAY, records_begin=BEGIN)]


def test_due_meetings_nothing_is_said_about_are_listed_oldest_first_until_they_have_an_end(book: Database, group: int) -> None:
    days = [dt.date(2026, 9, 29), dt.date(2026, 10, 6), dt.date(2026, 10, 13), TODAY]
    assert unrecorded(book) == days
    book.write(meetings.count, meeting=on(book, group, days[0]).id, headcount=0, today=TODAY)
    book.write(meetings.not_counted, meeting=on(book, group, days[1]).id, today=TODAY)
    book.write(meetings.cancel, meeting=on(book, group, days[2]).id, reason="counsellor_ill")
    assert unrecorded(book) == [TODAY]
    assert [on(book, group, day).state for day in days[:3]] == [
        MeetingState.COUNTED,
        MeetingState.NOT_COUNTED,
        MeetingState.CANCELLED,
    ]
    for day in days[:3]:
        book.write(meetings.clear, meeting=on(book, group, day).id)
    assert unrecorded(book) == days


def test_zero_not_asked_and_not_counted_are_three_things(book: Database, group: int) -> None:
    meeting = on(book, group, TODAY).id
    row = book.write(meetings.count, meeting=meeting, headcount=0, newcomers=0, today=TODAY).result
    assert (row.headcount, row.newcomers, row.remote) == (0, 0, None)
    row = book.write(meetings.not_counted, meeting=meeting, today=TODAY).result
    assert (row.headcount, row.newcomers) == (None, None)


def test_what_is_answered_is_what_is_kept(book: Database, group: int) -> None:
    meeting = on(book, group, TODAY).id
    how: dict[str, Any] = {"newcomers": 2, "remote": 1, "children": 3, "counsellors": 2, "content": Content.EXERCISE, "note": " Sauna "}
    row = book.write(meetings.count, meeting=meeting, headcount=9, today=TODAY, **how).result
    assert row == book.read(meetings.one, meeting=meeting)
    assert (row.headcount, row.children, row.content, row.note) == (9, 3, Content.EXERCISE, "Sauna")
    row = book.write(meetings.count, meeting=meeting, headcount=8, today=TODAY).result
    assert (row.newcomers, row.content, row.note) == (None, Content.EXERCISE, "Sauna")


def test_a_meeting_to_come_can_be_cancelled_and_moved_but_not_recorded(book: Database, group: int) -> None:
    coming = on(book, group, TODAY + dt.timedelta(days=7)).id
    for verb, how in ((meetings.count, {"headcount": 3}), (meetings.not_counted, {})):
        with pytest.raises(Refused, match="lies ahead"):
            book.write(verb, meeting=coming, today=TODAY, **how)  # type: ignore[arg-type]
    book.write(meetings.cancel, meeting=coming, reason="room_closed")
    with pytest.raises(Refused, match="cancelled"):
        book.write(meetings.move, meeting=coming, on=TODAY, today=TODAY)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None, max_examples=40)
@given(numbers=st.tuples(*[st.none() | st.integers(-2, 12)] * 4), headcount=st.integers(-2, 10))
def test_parts_above_the_whole_and_negatives_are_refused_and_all_else_is_kept(
    book: Database, group: int, numbers: tuple[int | None, ...], headcount: int
) -> None:
    newcomers, remote, children, counsellors = numbers
    parts = [part for part in (newcomers, remote, children) if part is not None]
    fine = headcount >= 0 and all(0 <= part <= headcount for part in parts) and (counsellors is None or counsellors >= 0)
    how: dict[str, Any] = {"newcomers": newcomers, "remote": remote, "children": children, "counsellors": counsellors}
    meeting = on(book, group, TODAY).id
    if fine:
        row = book.write(meetings.count, meeting=meeting, headcount=headcount, today=TODAY, **how).result
        assert (row.newcomers, row.remote, row.children, row.counsellors) == numbers
    else:
        with pytest.raises(Refused):
            book.write(meetings.count, meeting=meeting, headcount=headcount, today=TODAY, **how)


def test_a_moved_meeting_counts_by_the_day_it_is_held_also_in_another_quarter(book: Database, group: int) -> None:
    meeting = on(book, group, dt.date(2026, 9, 29)).id
    row = book.write(meetings.move, meeting=meeting, on=dt.date(2026, 10, 1), starts=dt.time(17), today=TODAY).result
    assert (row.planned_on, row.held_on, row.starts, row.moved) == (dt.date(2026, 9, 29), dt.date(2026, 10, 1), dt.time(17), True)
    assert unrecorded(book)[0] == dt.date(2026, 10, 1)
    book.write(meetings.count, meeting=meeting, headcount=4, today=TODAY)
    with pytest.raises(Refused, match="recorded as held"):
        book.write(meetings.move, meeting=meeting, on=TODAY + dt.timedelta(days=1), today=TODAY)


def test_an_extra_takes_after_the_rule_and_can_be_removed_while_nothing_is_said(book: Database, group: int) -> None:
    extra = book.write(meetings.add_extra, group=group, on=dt.date(2026, 10, 17), starts=dt.time(12)).result
    assert (extra.extra, extra.starts, extra.minutes, extra.service) == (True, dt.time(12), 120, "peer")
    assert dt.date(2026, 10, 17) in unrecorded(book)
    book.write(meetings.count, meeting=extra.id, headcount=6, today=TODAY)
    with pytest.raises(Refused, match="recorded"):
        book.write(meetings.remove_extra, meeting=extra.id)
    book.write(meetings.clear, meeting=extra.id)
    book.write(meetings.remove_extra, meeting=extra.id)
    with pytest.raises(NotFound):
        book.read(meetings.one, meeting=extra.id)
    with pytest.raises(Refused, match="Cancel it"):
        book.write(meetings.remove_extra, meeting=on(book, group, TODAY).id)


def test_recording_a_day_takes_the_planned_meeting_or_makes_an_extra(book: Database, group: int) -> None:
    row = book.write(meetings.record_on, group=group, on=TODAY, state=MeetingState.COUNTED, headcount=9, newcomers=2, today=TODAY).result
    assert (row.extra, row.headcount, row.newcomers) == (False, 9, 2)
    saturday = dt.date(2026, 10, 17)
    row = book.write(meetings.record_on, group=group, on=saturday, state=MeetingState.NOT_COUNTED, today=TODAY).result
    assert row.extra
    row = book.write(meetings.record_on, group=group, on=saturday, state=MeetingState.CANCELLED, reason="weather", today=TODAY).result
    assert (row.extra, row.reason) == (True, "weather")


def test_of_two_meetings_a_day_the_one_not_recorded_is_meant(book: Database, group: int) -> None:
    book.write(meetings.add_extra, group=group, on=TODAY, starts=dt.time(12))
    with pytest.raises(Refused, match="more than once"):
        book.write(meetings.record_on, group=group, on=TODAY, state=MeetingState.NOT_COUNTED, today=TODAY)
    evening = book.read(meetings.strip, group=group, span=Span(TODAY, TODAY))[1]
    book.write(meetings.count, meeting=evening.id, headcount=3, today=TODAY)
    row = book.write(meetings.record_on, group=group, on=TODAY, state=MeetingState.COUNTED, headcount=5, today=TODAY).result
    assert row.starts == dt.time(12)


def test_who_runs_an_evening_can_be_said_and_said_anew(book: Database, group: int) -> None:
    esko, ville = (book.write(people.add, name=name, today=TODAY).result for name in ("Esko", "Ville"))
    meeting = on(book, group, TODAY).id
    book.write(meetings.run_by, meeting=meeting, counsellors=[esko, ville, esko])
    assert book.read(meetings.counsellors_of, meetings=[meeting]) == {meeting: ((esko, "Esko"), (ville, "Ville"))}
    book.write(meetings.run_by, meeting=meeting, counsellors=[])
    assert book.read(meetings.counsellors_of, meetings=[meeting]) == {}


@pytest.mark.parametrize(
    ("span", "expected"),
    [
        (Span(dt.date(2026, 10, 1), dt.date(2026, 12, 31)), Span(dt.date(2026, 10, 1), TODAY)),
        (Span(dt.date(2025, 10, 1), dt.date(2026, 3, 31)), Span(BEGIN, dt.date(2026, 3, 31))),
    ],
)
def test_nothing_is_due_before_the_records_begin_or_after_today(span: Span, expected: Span) -> None:
    assert meetings.due_span(span, today=TODAY, records_begin=BEGIN) == expected


def test_a_cancelled_meeting_needs_a_reason(book: Database, group: int) -> None:
    with pytest.raises(Refused, match="why"):
        book.write(meetings.cancel, meeting=on(book, group, TODAY).id, reason=" ")
