"""Who was there: sheets, grids, typed lines."""

import datetime as dt
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coordinator_app.core import attendance, groups, history, meetings, paper_rows, people
from coordinator_app.core.attendance import Line
from coordinator_app.core.errors import Refused
from coordinator_app.core.groups import SlotForm
from coordinator_app.core.kinds import MeetingState, MemberRole, NamesKept, Rule
from coordinator_app.core.periods import Span
from coordinator_app.core.recurrence import SlotRule
from coordinator_app.i18n import Language, Words
from coordinator_app.storage.database import Database

TODAY = dt.date(2026, 10, 20)  # A Tuesday.
DAYS = [dt.date(2026, 10, 6), dt.date(2026, 10, 13), TODAY]
OCTOBER = Span(dt.date(2026, 10, 1), dt.date(2026, 10, 31))


class Town:
    """A group that keeps names, three men in it where names may be kept, and its meetings of October."""

    def __init__(self, book: Database, kept: NamesKept = NamesKept.NAMED, service: str = "peer") -> None:
        self.book = book
        rule = SlotRule(Rule.WEEKLY, 1, dt.time(18), 120, DAYS[0])
        self.group = book.write(groups.add, name="Miehet", today=TODAY, slots=(SlotForm(rule),), names_kept=kept, service=service).result
        self.aatu, self.esko, self.ville = (self.man(name) for name in ("Aatu Aalto", "Esko Virta", "Ville Äijälä"))
        for person in (self.aatu, self.esko, self.ville) if groups.names_allowed(service) else ():
            book.write(groups.add_member, group=self.group, person=person)

    def man(self, name: str) -> int:
        return self.book.write(people.add, name=name, today=TODAY).result

    def meeting(self, day: dt.date) -> int:
        [row] = self.book.read(meetings.strip, group=self.group, span=Span(day, day))
        return row.id

    def sheet(self, day: dt.date) -> attendance.Sheet:
        return self.book.read(attendance.sheet, meeting=self.meeting(day))

    def record(self, day: dt.date, *present: int, **how: Any) -> meetings.MeetingRow:
        return self.book.write(attendance.record, meeting=self.meeting(day), present=present, today=TODAY, **how).result

    def keep_rows(self, day: dt.date, men: list[int], today: dt.date = TODAY) -> None:
        self.book.write(paper_rows.keep, rows={self.meeting(day): men}, today=today)

    def type_line(self, day: dt.date, typed: str) -> meetings.MeetingRow:
        return self.book.write(attendance.record_line, meeting=self.meeting(day), typed=typed, today=TODAY).result


@pytest.fixture
def town(book: Database) -> Town:
    return Town(book)


def test_who_came_last_stands_first_and_the_rest_in_finnish_order(town: Town) -> None:
    assert [line.name for line in town.sheet(DAYS[0]).roster] == ["Aatu Aalto", "Esko Virta", "Ville Äijälä"]
    town.record(DAYS[0], town.ville)
    town.record(DAYS[1], town.esko)
    roster = town.sheet(TODAY).roster
    assert [(line.row, line.name, line.last_there) for line in roster] == [
        (1, "Esko Virta", DAYS[1]),
        (2, "Ville Äijälä", DAYS[0]),
        (3, "Aatu Aalto", None),
    ]


def test_the_headcount_is_the_named_and_the_visitors(town: Town) -> None:
    row = town.record(TODAY, town.aatu, town.esko, visitors=3, new_people=[town.esko], remote_people=[town.aatu], children=1)
    assert (row.headcount, row.names, row.newcomers, row.remote, row.children) == (5, 2, 1, 1, 1)
    sheet = town.sheet(TODAY)
    assert (sheet.visitors, [line.person for line in sheet.roster if line.present]) == (3, [town.aatu, town.esko])
    assert [line.newcomer for line in sheet.roster] == [False, True, False]


def test_recording_again_replaces_the_names(town: Town) -> None:
    town.record(TODAY, town.aatu, town.esko)
    row = town.record(TODAY, town.esko, town.ville, new_people=[town.esko])
    assert (row.headcount, row.names, row.newcomers) == (2, 2, 1)
    assert [line.name for line in town.sheet(TODAY).roster if line.present] == ["Esko Virta", "Ville Äijälä"]


def test_newcomers_not_asked_are_not_zero(town: Town) -> None:
    assert town.record(TODAY, town.aatu).newcomers is None
    assert town.record(TODAY, town.aatu, newcomers=0).newcomers == 0
    with pytest.raises(Refused, match="marked by name"):
        town.record(TODAY, town.aatu, newcomers=0, new_people=[town.aatu])


def test_who_comes_becomes_a_member_and_no_longer_waits(town: Town) -> None:
    otto, waiting = town.man("Otto Uusi"), town.man("Pekka Jono")
    town.book.write(groups.add_member, group=town.group, person=waiting, role=MemberRole.WAITING)
    town.record(TODAY, otto, waiting)
    roles = {row.name: (row.role, row.since) for row in town.book.read(groups.detail, group=town.group).members}
    assert roles["Otto Uusi"] == roles["Pekka Jono"] == (MemberRole.MEMBER, TODAY)


def test_a_man_written_down_after_a_meeting_is_at_the_end_of_its_sheet(town: Town) -> None:
    late, much_later = town.man("Aarne Alku"), town.man("Aimo Alku")
    town.book.write(groups.add_member, group=town.group, person=late, since=TODAY)
    town.book.write(groups.add_member, group=town.group, person=much_later, since=DAYS[0] + dt.timedelta(days=200))
    roster = town.sheet(DAYS[0]).roster
    assert [line.name for line in roster] == ["Aatu Aalto", "Esko Virta", "Ville Äijälä", "Aarne Alku"]
    assert "Aarne Alku" in [line.name for line in town.sheet(TODAY).roster]


def test_who_was_there_before_he_was_written_down_has_come_since_that_day(town: Town) -> None:
    late = town.man("Aarne Alku")
    town.book.write(groups.add_member, group=town.group, person=late, since=TODAY)
    town.record(DAYS[0], late)
    places = {row.person: row for row in town.book.read(groups.detail, group=town.group).members}
    assert places[late].since == DAYS[0]
    town.book.undo()
    places = {row.person: row for row in town.book.read(groups.detail, group=town.group).members}
    assert places[late].since == TODAY


def test_a_man_who_left_before_a_meeting_is_not_on_its_sheet(town: Town) -> None:
    (place,) = [row for row in town.book.read(groups.detail, group=town.group).members if row.person == town.aatu]
    town.book.write(groups.remove_member, member=place.id, on=DAYS[0])
    assert town.aatu in [line.person for line in town.sheet(DAYS[0]).roster]
    assert town.aatu not in [line.person for line in town.sheet(DAYS[1]).roster]


def test_keeping_no_names_from_now_on_leaves_every_headcount(town: Town) -> None:
    town.record(TODAY, town.aatu, visitors=4)
    town.book.write(groups.change, group=town.group, today=TODAY, names_kept=NamesKept.HEADCOUNT)
    sheet = town.sheet(TODAY)
    assert (sheet.names, sheet.roster, sheet.meeting.headcount) == (False, (), 5)


def test_cancelling_a_recorded_meeting_takes_the_names_off_and_undo_brings_them_back(town: Town) -> None:
    town.record(TODAY, town.aatu, town.esko)
    row = town.book.write(meetings.cancel, meeting=town.meeting(TODAY), reason="other").result
    assert (row.headcount, row.names) == (None, 0)
    town.book.undo()
    assert (town.sheet(TODAY).meeting.headcount, town.sheet(TODAY).meeting.names) == (2, 2)


def test_a_count_below_the_names_is_refused(town: Town) -> None:
    town.record(TODAY, town.aatu, town.esko)
    with pytest.raises(Refused, match="Named as present: 2"):
        town.book.write(meetings.count, meeting=town.meeting(TODAY), headcount=1, today=TODAY)


@pytest.mark.parametrize(("kept", "service"), [(NamesKept.HEADCOUNT, "peer"), (NamesKept.HEADCOUNT, "violence_used")])
def test_a_group_of_headcounts_has_no_roster_and_takes_no_names(book: Database, kept: NamesKept, service: str) -> None:
    town = Town(book, kept, service)
    assert (town.sheet(TODAY).names, town.sheet(TODAY).roster) == (False, ())
    with pytest.raises(Refused, match="headcounts only"):
        town.record(TODAY, town.aatu)
    assert town.record(TODAY, visitors=7).headcount == 7


def test_a_meeting_of_a_service_of_headcounts_takes_no_names_whatever_the_group_keeps_now(book: Database) -> None:
    town = Town(book, NamesKept.HEADCOUNT, "violence_used")
    meeting = town.meeting(DAYS[0])
    book.write(groups.change, group=town.group, today=TODAY, service="peer", names_kept=NamesKept.NAMED)
    with pytest.raises(Refused, match="headcounts only"):
        book.write(attendance.record, meeting=meeting, present=[town.aatu], today=TODAY)


def test_a_group_of_first_names_shows_no_surname_and_an_initial_only_where_two_share_a_name(book: Database) -> None:
    town = Town(book, NamesKept.FIRST_NAMES)
    book.write(groups.add_member, group=town.group, person=town.man("Esko Laine"))
    assert [line.name for line in town.sheet(TODAY).roster] == ["Aatu", "Esko L.", "Esko V.", "Ville"]


@pytest.mark.parametrize(
    ("typed", "rows", "line"),
    [
        ("9", 20, Line(9)),
        ("0", None, Line(0)),
        ("1 3 4 7 +2", 20, Line(6, (1, 3, 4, 7), 2)),
        ("1,3;4", 4, Line(3, (1, 3, 4), 0)),
        (" 3 +2 ", 3, Line(3, (3,), 2)),
        ("+5", 3, Line(5, (), 5)),
        ("2 1 + 4", 3, Line(6, (2, 1), 4)),
    ],
)
def test_a_typed_line_is_read(typed: str, rows: int | None, line: Line) -> None:
    assert attendance.parse_line(typed, rows=None if rows is None else range(1, rows + 1)) == line


@pytest.mark.parametrize(
    ("typed", "rows", "part"),
    [
        ("", 3, "not understood"),
        ("yhdeksän", 3, "not understood"),
        ("-3", 3, "not understood"),
        ("1 2.5", 3, "not understood"),
        ("1 2 +1 +1", 3, "not understood"),
        ("12345", 3, "not understood"),
        ("1 4", 3, "no row 4"),
        ("0 1", 3, "no row 0"),
        ("1 2 1", 3, "Row 1 is written twice"),
        ("1 2", None, "headcounts only"),
        ("9 +1", None, "headcounts only"),
    ],
)
def test_a_line_that_is_not_understood_says_what_is_wrong(typed: str, rows: int | None, part: str) -> None:
    with pytest.raises(Refused, match=part):
        attendance.parse_line(typed, rows=None if rows is None else range(1, rows + 1))


@given(st.sets(st.integers(1, 30), min_size=2), st.integers(0, 20))
def test_rows_and_visitors_come_back_as_typed(rows: set[int], visitors: int) -> None:
    said = attendance.parse_line(" ".join(map(str, rows)) + f" +{visitors}", rows=range(1, 31))
    assert (set(said.rows or ()), said.visitors, said.headcount) == (rows, visitors, len(rows) + visitors)


def test_a_printed_sheet_keeps_its_rows_whatever_is_recorded_later(town: Town) -> None:
    """Sheets of two evenings are printed at once; the first is recorded before the second is typed in."""
    printed = [line.person for line in town.sheet(TODAY).roster]
    town.keep_rows(TODAY, printed)
    town.record(DAYS[0], town.ville)
    town.record(DAYS[1], town.esko, new := town.man("Kai Uusi"))
    assert [(line.row, line.person) for line in town.sheet(TODAY).roster] == [*enumerate(printed, 1), (4, new)]
    row = town.type_line(TODAY, "1 3 +1")
    assert (row.headcount, row.names) == (3, 2)
    assert [line.person for line in town.sheet(TODAY).roster if line.present] == [town.aatu, town.ville]


def test_the_row_of_a_man_who_left_is_refused_and_no_other_takes_it(town: Town) -> None:
    town.keep_rows(TODAY, [line.person for line in town.sheet(TODAY).roster])
    [place] = [each for each in town.book.read(groups.detail, group=town.group).members if each.person == town.esko]
    town.book.write(groups.remove_member, member=place.id)
    assert [line.row for line in town.sheet(TODAY).roster] == [1, 3]
    with pytest.raises(Refused, match="no row 2"):
        town.type_line(TODAY, "1 2")
    assert town.sheet(TODAY).meeting.state is MeetingState.PLANNED


def test_rows_of_meetings_long_past_are_not_kept(town: Town) -> None:
    town.keep_rows(DAYS[0], [town.ville])
    town.keep_rows(TODAY, [town.esko], today=DAYS[0] + dt.timedelta(121))
    kept = [town.book.read(paper_rows.of, meeting=town.meeting(day)) for day in (DAYS[0], TODAY)]
    assert kept == [(), (town.esko,)]


def test_the_meetings_to_come_are_those_still_to_be_held(town: Town) -> None:
    town.record(TODAY, town.aatu)
    found = town.book.read(attendance.coming, groups=[town.group], today=TODAY, count=2)
    assert [day for _, day in found[town.group]] == [TODAY + dt.timedelta(7), TODAY + dt.timedelta(14)]
    assert [line.called for line in town.sheet(TODAY + dt.timedelta(7)).roster] == ["Aatu", "Esko", "Ville"]


def test_a_grid_takes_numbers_and_rows(town: Town) -> None:
    rows = [town.type_line(day, typed) for day, typed in ((DAYS[0], "9"), (DAYS[1], "1 3 +2"))]
    assert [(row.headcount, row.names) for row in rows] == [(9, 0), (4, 2)]
    [row] = town.book.read(attendance.grid, span=OCTOBER)
    assert (row.name, row.names) == ("Miehet", True)
    assert [meeting.state for meeting in row.meetings][:3] == [MeetingState.COUNTED, MeetingState.COUNTED, MeetingState.PLANNED]


def test_a_line_is_recorded_whole_or_not_at_all(town: Town) -> None:
    with pytest.raises(Refused, match="no row 9"):
        town.type_line(DAYS[1], "1 9")
    assert town.sheet(DAYS[1]).meeting.state is MeetingState.PLANNED


def test_a_number_typed_again_keeps_what_it_does_not_say(town: Town) -> None:
    town.book.write(meetings.count, meeting=town.meeting(TODAY), headcount=8, newcomers=2, counsellors=1, today=TODAY)
    row = town.type_line(TODAY, "9")
    assert (row.headcount, row.newcomers, row.counsellors) == (9, 2, 1)


def test_what_was_done_is_named_by_the_meeting(town: Town) -> None:
    town.record(TODAY, town.aatu)
    town.type_line(TODAY, "1 +2")
    town.book.write(meetings.cancel, meeting=town.meeting(TODAY), reason="other")
    said = [line.said(Words(Language.EN)) for line in town.book.read(history.lines, most=3)]
    assert said == [
        "cancel the meeting Miehet, 20\u00a0October",
        "record attendance (Miehet, 20\u00a0October)",
        "record attendance (Miehet, 20\u00a0October)",
    ]
