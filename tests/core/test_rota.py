"""Whose turn it is to run an evening."""

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coordinator_app.core import groups, history, meetings, rota
from coordinator_app.core.errors import Refused
from coordinator_app.core.groups import SlotForm
from coordinator_app.core.kinds import MemberRole, Rule
from coordinator_app.core.periods import Span
from coordinator_app.core.recurrence import SlotRule
from coordinator_app.core.rota import Counsellor, Evening
from coordinator_app.i18n import Language, Words
from coordinator_app.storage.database import Database

TODAY = dt.date(2026, 10, 20)  # A Tuesday.
WEEK = dt.timedelta(days=7)
AHEAD = Span(TODAY, TODAY + 5 * WEEK)


class Town:
    """A group that meets on Tuesdays, run by three men."""

    def __init__(self, book: Database) -> None:
        self.book = book
        rule = SlotRule(Rule.WEEKLY, 1, dt.time(18), 120, TODAY - 4 * WEEK)
        self.group = book.write(groups.add, name="Miehet", today=TODAY, slots=(SlotForm(rule),)).result
        self.aatu, self.esko, self.ville = (self.counsellor(name) for name in ("Aatu", "Esko", "Ville"))

    def counsellor(self, name: str) -> int:
        return self.book.write(groups.add_person, group=self.group, name=name, today=TODAY, role=MemberRole.COUNSELLOR).result

    def meeting(self, day: dt.date) -> int:
        (row,) = self.book.read(meetings.strip, group=self.group, span=Span(day, day))
        return row.id

    def name(self, day: dt.date, *people: int) -> None:
        self.book.write(meetings.run_by, meeting=self.meeting(day), counsellors=people)

    def share_out(self, together: int = 1) -> int:
        return self.book.write(rota.share_out, group=self.group, today=TODAY, until=AHEAD.last, together=together).result

    def rota(self) -> list[list[str]]:
        rows = self.book.read(meetings.strip, group=self.group, span=AHEAD)
        named = self.book.read(meetings.counsellors_of, meetings=[row.id for row in rows])
        return [[name for _, name in named.get(row.id, ())] for row in rows]


@pytest.fixture
def town(book: Database) -> Town:
    return Town(book)


def test_the_evenings_go_round_and_who_has_not_run_one_for_long_begins(town: Town) -> None:
    town.name(TODAY - 2 * WEEK, town.esko)
    town.name(TODAY - WEEK, town.aatu)
    assert town.share_out() == 6
    assert town.rota() == [["Ville"], ["Esko"], ["Aatu"], ["Ville"], ["Esko"], ["Aatu"]]
    said = town.book.read(history.lines, most=1)[0].said(Words(Language.EN))
    assert said == "share out the evenings of the group Miehet"
    town.book.undo()
    assert town.rota() == [[]] * 6


def test_who_was_named_by_hand_stays_and_has_had_his_turn(town: Town) -> None:
    town.name(TODAY + WEEK, town.aatu, town.ville)
    assert town.share_out() == 5
    assert town.rota() == [["Esko"], ["Aatu", "Ville"], ["Esko"], ["Aatu"], ["Ville"], ["Esko"]]
    assert town.share_out() == 0


def test_two_may_run_each_evening(town: Town) -> None:
    town.share_out(together=2)
    assert town.rota() == [["Aatu", "Esko"], ["Aatu", "Ville"], ["Esko", "Ville"]] * 2


def test_cancelled_meetings_and_men_who_have_stopped_have_no_turn(town: Town) -> None:
    (place,) = [row for row in town.book.read(groups.detail, group=town.group).members if row.person == town.ville]
    town.book.write(groups.remove_member, member=place.id, on=TODAY + WEEK)
    town.book.write(meetings.cancel, meeting=town.meeting(TODAY), reason="break")
    town.share_out()
    assert town.rota() == [[], ["Aatu"], ["Esko"], ["Aatu"], ["Esko"], ["Aatu"]]


def test_a_counsellor_who_stops_leaves_his_coming_evenings_to_others(town: Town) -> None:
    town.share_out()
    (place,) = [row for row in town.book.read(groups.detail, group=town.group).members if row.person == town.aatu]
    town.book.write(groups.remove_member, member=place.id, on=TODAY + WEEK)
    assert town.rota() == [["Aatu"], ["Esko"], ["Ville"], [], ["Esko"], ["Ville"]]
    town.share_out()
    assert ["Aatu"] not in town.rota()[1:]


def test_a_group_without_counsellors_is_told_so(book: Database) -> None:
    group = book.write(groups.add, name="Uusi", today=TODAY).result
    with pytest.raises(Refused, match="Add the counsellors"):
        book.write(rota.share_out, group=group, today=TODAY, until=AHEAD.last)


def test_gaps_are_told_only_where_a_rota_is_kept(town: Town) -> None:
    town.name(TODAY - WEEK, town.aatu)
    assert town.book.read(rota.gaps, span=AHEAD) == frozenset()
    town.share_out()
    town.name(TODAY + WEEK)
    assert town.book.read(rota.gaps, span=AHEAD) == {town.meeting(TODAY + WEEK)}


@given(
    named=st.lists(st.lists(st.integers(1, 4), max_size=2, unique=True), max_size=30),
    last=st.lists(st.none() | st.integers(1, 60), min_size=4, max_size=4),
    together=st.integers(1, 3),
)
def test_every_gap_is_filled_and_nobody_runs_two_more_than_another(named: list[list[int]], last: list[int | None], together: int) -> None:
    evenings = [Evening(at, TODAY + at * WEEK, tuple(people)) for at, people in enumerate(named)]
    counsellors = [Counsellor(at, last_ran=None if ago is None else TODAY - ago * WEEK) for at, ago in enumerate(last, 1)]
    fresh = rota.turns(evenings, counsellors, together=together)
    assert set(fresh) == {evening.meeting for evening in evenings if not evening.run_by}
    assert all(len(set(people)) == together for people in fresh.values())
    if not any(named):
        turns_had = [sum(person in people for people in fresh.values()) for person in range(1, 5)]
        assert max(turns_had) - min(turns_had) <= 1
