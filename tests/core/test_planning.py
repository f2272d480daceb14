"""Planned meetings: made by rule, made again when a rule changes, never where something was said."""

import datetime as dt
import time
from typing import Any

import hypothesis
import pytest
from hypothesis import HealthCheck, given
from hypothesis import strategies as st
from msgspec.structs import replace
from sqlalchemy.orm import Session

from coordinator_app.core import groups, meetings, planning, recurrence, settings
from coordinator_app.core.errors import NotFound, Refused
from coordinator_app.core.groups import SlotForm
from coordinator_app.core.kinds import MeetingState, Rule
from coordinator_app.core.meetings import MeetingRow
from coordinator_app.core.periods import Span, TermRule
from coordinator_app.core.recurrence import SlotRule
from coordinator_app.storage.database import Database

TODAY = dt.date(2026, 10, 20)  # A Tuesday.
DAY = dt.timedelta(days=1)
HORIZON = dt.date(2027, 7, 31)
ALWAYS = Span(dt.date(2020, 1, 1), dt.date(2035, 1, 1))


def slot(**how: Any) -> SlotForm:
    given: dict[str, Any] = {"rule": Rule.WEEKLY, "weekday": 1, "starts": dt.time(18), "minutes": 120, "valid_from": TODAY} | how
    return SlotForm(SlotRule(**given))


def begin(book: Database, *slots: SlotForm, today: dt.date = TODAY, **fields: Any) -> int:
    return book.write(groups.add, name="Tiistain miehet", today=today, slots=slots, **fields).result


def plan(book: Database, group: int) -> tuple[MeetingRow, ...]:
    return book.read(meetings.strip, group=group, span=ALWAYS)


def held(book: Database, group: int) -> list[dt.date]:
    return [row.held_on for row in plan(book, group)]


def the_slot(book: Database, group: int) -> int:
    return book.read(groups.detail, group=group).slots[-1].id


def tuesdays(first: dt.date, last: dt.date = HORIZON) -> list[dt.date]:
    return [first + n * DAY for n in range((last - first).days + 1) if (first + n * DAY).weekday() == 1]


def test_a_new_group_is_planned_from_today_to_the_end_of_the_next_term(book: Database) -> None:
    assert held(book, begin(book, slot())) == tuesdays(TODAY)


def test_a_group_that_has_run_for_a_while_has_its_due_meetings_since_then_but_not_before_the_records(book: Database) -> None:
    assert held(book, begin(book, slot(valid_from=dt.date(2026, 9, 1)))) == tuesdays(dt.date(2026, 9, 1))
    assert held(book, begin(book, slot(valid_from=dt.date(2024, 9, 1))))[0] == dt.date(2026, 1, 6)


def test_opening_the_book_in_a_later_term_rolls_the_plan_on_and_fills_the_time_it_lay_closed(book: Database) -> None:
    group = begin(book, slot())
    later = dt.date(2028, 2, 1)
    book.write(planning.extend, today=later)
    assert held(book, group) == tuesdays(TODAY, dt.date(2028, 12, 31))


def test_rolling_a_plan_on_that_reaches_far_enough_changes_nothing(book: Database) -> None:
    begin(book, slot(), slot(weekday=3))
    done = book.write(planning.extend, today=TODAY + 30 * DAY)
    assert done.entry is None
    assert done.result == planning.Replanned(0, 0, 0)


def test_a_new_time_counts_from_today_and_leaves_what_is_past_recorded_cancelled_and_moved(book: Database) -> None:
    group = begin(book, slot(valid_from=dt.date(2026, 9, 1)))
    by_day = {row.held_on: row.id for row in plan(book, group)}
    book.write(meetings.count, meeting=by_day[dt.date(2026, 10, 6)], headcount=7, today=TODAY)
    book.write(meetings.cancel, meeting=by_day[dt.date(2026, 11, 3)], reason="room_closed")
    book.write(meetings.move, meeting=by_day[dt.date(2026, 11, 10)], on=dt.date(2026, 11, 12), today=TODAY)
    book.write(groups.change_slot, slot=the_slot(book, group), to=slot(starts=dt.time(17)), today=TODAY)
    rows = {row.planned_on: row for row in plan(book, group)}
    assert list(rows) == tuesdays(dt.date(2026, 9, 1))
    assert rows[dt.date(2026, 9, 1)].starts == dt.time(18)
    assert rows[dt.date(2026, 10, 6)].headcount == 7
    assert rows[dt.date(2026, 11, 3)].reason == "room_closed"
    assert (rows[dt.date(2026, 11, 10)].held_on, rows[dt.date(2026, 11, 10)].starts) == (dt.date(2026, 11, 12), dt.time(18))
    assert rows[TODAY].starts == rows[dt.date(2026, 11, 17)].starts == dt.time(17)


def test_another_weekday_from_a_later_day_keeps_the_old_one_until_then(book: Database) -> None:
    group = begin(book, slot())
    changes = dt.date(2026, 11, 1)
    book.write(groups.change_slot, slot=the_slot(book, group), to=slot(weekday=2), today=TODAY, from_day=changes)
    days = held(book, group)
    assert [day for day in days if day < changes] == tuesdays(TODAY, changes)
    assert {day.weekday() for day in days if day >= changes} == {2}


def test_a_meeting_moved_to_the_day_that_becomes_the_rule_is_not_doubled(book: Database) -> None:
    group = begin(book, slot())
    moved = plan(book, group)[2]
    book.write(meetings.move, meeting=moved.id, on=moved.held_on + DAY, today=TODAY)
    book.write(groups.change_slot, slot=the_slot(book, group), to=slot(weekday=2), today=TODAY)
    assert held(book, group).count(moved.held_on + DAY) == 1


def test_every_other_week_stays_in_step_when_only_the_time_changes_in_an_idle_week(book: Database) -> None:
    group = begin(book, slot(rule=Rule.EVERY_N_WEEKS, interval=2))
    before = held(book, group)
    to = slot(rule=Rule.EVERY_N_WEEKS, interval=2, starts=dt.time(17))
    book.write(groups.change_slot, slot=the_slot(book, group), to=to, today=TODAY + 6 * DAY)
    assert held(book, group) == before
    assert [row.starts.hour for row in plan(book, group)[:2]] == [18, 17]


def test_every_other_week_shifts_when_the_new_rule_begins_on_a_day_of_its_own(book: Database) -> None:
    group = begin(book, slot(rule=Rule.EVERY_N_WEEKS, interval=2, valid_from=TODAY - 14 * DAY))
    to = slot(rule=Rule.EVERY_N_WEEKS, interval=2, valid_from=TODAY + 7 * DAY)
    book.write(groups.change_slot, slot=the_slot(book, group), to=to, today=TODAY)
    assert held(book, group)[:3] == [TODAY - 14 * DAY, TODAY + 7 * DAY, TODAY + 21 * DAY]


def test_a_slot_that_has_not_begun_is_corrected_in_place(book: Database) -> None:
    group = begin(book, slot())
    book.write(groups.change_slot, slot=the_slot(book, group), to=slot(weekday=3), today=TODAY)
    assert len(book.read(groups.detail, group=group).slots) == 1
    assert {day.weekday() for day in held(book, group)} == {3}


def test_a_new_rule_cannot_count_from_the_past(book: Database) -> None:
    group = begin(book, slot(valid_from=dt.date(2026, 9, 1)))
    with pytest.raises(Refused, match="today or later"):
        book.write(groups.change_slot, slot=the_slot(book, group), to=slot(weekday=3), today=TODAY, from_day=TODAY - DAY)


def test_who_runs_a_meeting_stays_when_the_time_changes(book: Database) -> None:
    group = begin(book, slot(valid_from=dt.date(2026, 9, 1)))
    ids = [row.id for row in plan(book, group)]
    book.write(groups.change_slot, slot=the_slot(book, group), to=slot(starts=dt.time(17)), today=TODAY)
    assert [row.id for row in plan(book, group)] == ids


def test_a_break_takes_coming_meetings_off_and_cancels_past_ones_nothing_was_said_about(book: Database) -> None:
    group = begin(book, slot(valid_from=dt.date(2026, 9, 29)))
    counted = plan(book, group)[1]
    book.write(meetings.count, meeting=counted.id, headcount=5, today=TODAY)
    pause = book.write(groups.add_pause, group=group, first=dt.date(2026, 10, 1), last=dt.date(2026, 11, 5), today=TODAY).result
    rows = plan(book, group)
    said = [(row.held_on.isoformat(), row.state, row.reason) for row in rows[:4]]
    assert said == [
        ("2026-09-29", MeetingState.PLANNED, None),
        ("2026-10-06", MeetingState.COUNTED, None),
        ("2026-10-13", MeetingState.CANCELLED, "break"),
        ("2026-11-10", MeetingState.PLANNED, None),
    ]
    book.write(groups.remove_pause, pause=pause, today=TODAY)
    assert held(book, group) == tuesdays(dt.date(2026, 9, 29))
    assert plan(book, group)[2].state is MeetingState.CANCELLED


def test_a_break_of_the_locality_is_a_break_of_every_group_and_one_of_a_group_only_of_that(book: Database) -> None:
    one, other = begin(book, slot()), begin(book, slot())
    christmas = Span(dt.date(2026, 12, 20), dt.date(2027, 1, 6))
    book.write(groups.add_pause, first=christmas.first, last=christmas.last, today=TODAY, why="Joulutauko")
    book.write(groups.add_pause, group=one, first=dt.date(2026, 11, 2), last=dt.date(2026, 11, 8), today=TODAY)
    assert not any(day in christmas for day in held(book, one) + held(book, other))
    assert dt.date(2026, 11, 3) in held(book, other)
    assert dt.date(2026, 11, 3) not in held(book, one)


def test_public_holidays_are_left_out_if_so_chosen(book: Database) -> None:
    epiphany = dt.date(2027, 1, 6)
    assert epiphany in held(book, begin(book, slot(weekday=2)))
    assert epiphany not in held(book, begin(book, slot(weekday=2, skip_holidays=True)))


def test_a_group_that_has_ended_has_no_plan_after_it_but_keeps_what_was_recorded(book: Database) -> None:
    group = begin(book, slot(valid_from=dt.date(2026, 9, 1)))
    recorded = next(row for row in plan(book, group) if row.held_on == dt.date(2026, 10, 6))
    book.write(meetings.count, meeting=recorded.id, headcount=3, today=TODAY)
    book.write(groups.end, group=group, on=dt.date(2026, 9, 15), today=TODAY)
    assert held(book, group) == [*tuesdays(dt.date(2026, 9, 1), dt.date(2026, 9, 15)), dt.date(2026, 10, 6)]
    book.write(planning.extend, today=TODAY)
    assert len(held(book, group)) == 4
    book.write(groups.reopen, group=group, today=TODAY)
    assert held(book, group)[4:] == tuesdays(TODAY)


def test_a_slot_ends_on_its_last_day(book: Database) -> None:
    group = begin(book, slot(), slot(weekday=3))
    first = book.read(groups.detail, group=group).slots[0]
    book.write(groups.end_slot, slot=first.id, last=TODAY + 7 * DAY, today=TODAY)
    assert [day for day in held(book, group) if day.weekday() == 1] == [TODAY, TODAY + 7 * DAY]


def test_a_slot_written_by_mistake_can_be_removed_unless_something_is_recorded(book: Database) -> None:
    group = begin(book, slot(valid_from=dt.date(2026, 9, 1)), slot(weekday=3))
    tuesday, thursday = book.read(groups.detail, group=group).slots
    book.write(meetings.count, meeting=plan(book, group)[0].id, headcount=3, today=TODAY)
    with pytest.raises(Refused, match="End the rule"):
        book.write(groups.remove_slot, slot=tuesday.id)
    book.write(groups.remove_slot, slot=thursday.id)
    assert {day.weekday() for day in held(book, group)} == {1}


def test_another_service_counts_from_today(book: Database) -> None:
    group = begin(book, slot(valid_from=dt.date(2026, 10, 13)))
    book.write(groups.change, group=group, today=TODAY, service="divorce")
    assert [row.service for row in plan(book, group)[:2]] == ["peer", "divorce"]


def test_listed_dates_are_the_plan(book: Database) -> None:
    dates = (dt.date(2026, 12, 1), dt.date(2026, 11, 3), dt.date(2030, 1, 1))
    assert held(book, begin(book, slot(rule=Rule.DATES, weekday=None, dates=dates))) == [dt.date(2026, 11, 3), dt.date(2026, 12, 1)]


def test_the_terms_of_the_book_decide_how_far_it_is_planned(book: Database) -> None:
    def shorten(session: Session) -> None:
        settings.change(session, term_rule=TermRule((1, 1), (7, 1)))

    book.write(shorten)
    assert max(held(book, begin(book, slot()))) == dt.date(2027, 6, 29)


def test_undoing_a_changed_rule_brings_the_old_plan_back(book: Database) -> None:
    group = begin(book, slot(valid_from=dt.date(2026, 9, 1)))
    before = plan(book, group)
    book.write(groups.change_slot, slot=the_slot(book, group), to=slot(weekday=4), today=TODAY)
    book.undo()
    assert plan(book, group) == before


def test_a_rule_that_is_gone_says_so(book: Database) -> None:
    with pytest.raises(NotFound):
        book.write(groups.change_slot, slot=99, to=slot(), today=TODAY)


def test_sixty_groups_are_planned_anew_in_a_moment(book: Database) -> None:
    def fill(session: Session) -> None:
        for n in range(60):
            groups.add(session, name=f"Ryhmä {n}", today=TODAY, slots=(slot(weekday=n % 7, skip_holidays=n % 2 == 0),))

    book.write(fill)
    began = time.process_time()
    book.write(groups.add_pause, first=dt.date(2026, 12, 20), last=dt.date(2027, 6, 30), today=TODAY)
    assert time.process_time() - began < 1.0


STEPS = st.lists(
    st.one_of(
        st.tuples(st.just("hour"), st.integers(8, 20)),
        st.tuples(st.just("weekday"), st.integers(0, 6)),
        st.tuples(st.just("weeks"), st.integers(1, 4)),
        st.tuples(st.just("break"), st.integers(-20, 60)),
        st.tuples(st.just("no break"), st.just(0)),
        st.tuples(st.just("count"), st.integers(0, 9)),
        st.tuples(st.just("cancel"), st.integers(0, 9)),
        st.tuples(st.just("move"), st.integers(0, 9)),
        st.tuples(st.just("days pass"), st.integers(1, 40)),
    ),
    max_size=12,
)


class Life:
    """One group through whatever happens to it; each step returns the meetings it was meant to touch."""

    def __init__(self, book: Database) -> None:
        self.book, self.today, self.form = book, TODAY, slot(valid_from=TODAY - 30 * DAY)
        self.group = begin(book, self.form)
        self.breaks: list[int] = []

    def rows(self) -> dict[int, MeetingRow]:
        return {row.id: row for row in plan(self.book, self.group)}

    def step(self, what: str, n: int) -> set[int]:
        ahead = [row for row in self.rows().values() if row.held_on >= self.today and row.state is MeetingState.PLANNED]
        behind = [row for row in self.rows().values() if row.held_on < self.today]
        match what:
            case "hour" | "weekday" | "weeks":
                new: dict[str, dict[str, Any]] = {
                    "hour": {"starts": dt.time(n % 24)},
                    "weekday": {"weekday": n % 7},
                    "weeks": {"rule": Rule.EVERY_N_WEEKS, "interval": n % 5 or 1},
                }
                self.form = replace(self.form, rule=replace(self.form.rule, **new[what]))
                self.book.write(groups.change_slot, slot=the_slot(self.book, self.group), to=self.form, today=self.today)
            case "break":
                first = self.today + n * DAY
                last = first + 10 * DAY
                made = self.book.write(groups.add_pause, group=self.group, first=first, last=last, today=self.today)
                self.breaks.append(made.result)
                return {row.id for row in behind if first <= row.held_on <= last}
            case "no break" if self.breaks:
                self.book.write(groups.remove_pause, pause=self.breaks.pop(), today=self.today)
            case "count" if n < len(behind):
                self.book.write(meetings.count, meeting=behind[n].id, headcount=n, today=self.today)
                return {behind[n].id}
            case "cancel" if n < len(ahead):
                self.book.write(meetings.cancel, meeting=ahead[n].id, reason="other")
                return {ahead[n].id}
            case "move" if n < len(ahead):
                self.book.write(meetings.move, meeting=ahead[n].id, on=ahead[n].held_on + 2 * DAY, today=self.today)
                return {ahead[n].id}
            case "days pass":
                self.today += n * DAY
                self.book.write(planning.extend, today=self.today)
        return set()

    def wanted(self) -> set[dt.date]:
        """The days the rules and breaks ask for, from today to the horizon."""
        shown = self.book.read(groups.detail, group=self.group)
        span = Span(self.today, HORIZON if self.today < dt.date(2027, 1, 1) else dt.date(2027, 12, 31))
        breaks = [pause.span for pause in shown.pauses]
        return {day for each in shown.slots for day in recurrence.days(each.rule, span, breaks=breaks)}


def said(row: MeetingRow) -> tuple[object, ...]:
    return row.held_on, row.starts, row.state, row.headcount, row.reason


@hypothesis.settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None, max_examples=30)
@given(steps=STEPS)
def test_whatever_happens_the_past_and_the_said_stay_and_the_rest_follows_the_rules(book: Database, steps: list[tuple[str, int]]) -> None:
    life = Life(book)
    for what, n in steps:
        before, day_before = life.rows(), life.today
        touched = life.step(what, n)
        after = life.rows()
        for row in before.values():
            if row.id not in touched and (row.held_on < day_before or row.state is not MeetingState.PLANNED or row.by_hand):
                assert said(after[row.id]) == said(row)
        kept = {row.planned_on for row in after.values() if row.state is not MeetingState.PLANNED or row.by_hand}
        ahead = [row for row in after.values() if row.planned_on is not None and row.planned_on >= life.today]
        assert len({row.planned_on for row in ahead}) == len(ahead)
        assert {row.planned_on for row in ahead} - kept == life.wanted() - kept
