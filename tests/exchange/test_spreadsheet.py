"""The attendance in a spreadsheet, as other programs read it: real days and numbers, and no text that becomes a formula."""

import csv
import datetime as dt
import io

import pytest
from python_calamine import CalamineWorkbook

from coordinator_app.bootstrap import exports
from coordinator_app.bootstrap.exports import Choice, Export
from coordinator_app.core import activities, groups, meetings
from coordinator_app.i18n import Language
from coordinator_app.storage.database import Database
from tests.book import StoppedClock

TODAY = dt.date(2026, 10, 20)
FORMULA = '=HYPERLINK("x")'


@pytest.fixture
def filled(book: Database) -> Database:
    """A meeting of nine, a cancelled one, one ahead, and a sauna evening that nobody counted."""
    group = book.write(groups.add, name=FORMULA, today=TODAY).result
    for days, reason in ((0, None), (1, "weather"), (-1, None)):
        made = book.write(meetings.add_extra, group=group, on=TODAY - dt.timedelta(days=days), starts=dt.time(18, 5)).result
        if reason is not None:
            book.write(meetings.cancel, meeting=made.id, reason=reason)
        elif days == 0:
            book.write(meetings.count, meeting=made.id, headcount=9, newcomers=0, today=TODAY)
    sauna = book.write(activities.add, name="Sauna", kind="social", held_on=TODAY - dt.timedelta(days=2)).result
    book.write(activities.not_counted, activity=sauna.id, today=TODAY)
    return book


def made(book: Database, clock: StoppedClock, what: Export, only: list[int] | None = None) -> bytes:
    return book.read(exports.made, what=what, choice=Choice(Language.FI, only), now=clock.now())


def test_days_times_and_numbers_are_real(filled: Database, clock: StoppedClock) -> None:
    workbook = CalamineWorkbook.from_filelike(io.BytesIO(made(filled, clock, Export.ATTENDANCE)))
    [sheet] = workbook.sheet_names
    codes, headings, *rows = workbook.get_sheet_by_name(sheet).to_python()
    assert codes[:3] == ["held_on", "starts", "minutes"]
    assert headings[:3] == ["Päivä", "Alkaa klo", "Minuuttia"]
    column = codes.index
    assert [row[column("held_on")] for row in rows] == [dt.date(2026, 10, day) for day in (18, 19, 20)]
    assert rows[2][column("starts")] == dt.time(18, 5)
    assert [row[column("headcount")] for row in rows] == ["", "", 9]
    assert [row[column("newcomers")] for row in rows] == ["", "", 0]
    assert [row[column("state")] for row in rows] == ["ei laskettu", "peruttu", "pidetty"]
    assert [row[column("name")] for row in rows] == ["Sauna", FORMULA, FORMULA]


def test_the_csv_is_one_that_excel_reads_in_finland(filled: Database, clock: StoppedClock) -> None:
    written = made(filled, clock, Export.ATTENDANCE_CSV)
    assert written.startswith(b"\xef\xbb\xbf")
    assert written.count(b"\r\n") == written.count(b"\n") == 4
    headings, *rows = csv.reader(io.StringIO(written.decode("utf-8-sig"), newline=""), delimiter=";")
    assert headings[0] == "Päivä"
    assert [row[0] for row in rows] == ["18.10.2026", "19.10.2026", "20.10.2026"]
    assert rows[2][1] == "18.05"
    assert rows[2][4] == f"'{FORMULA}"


def test_one_group_by_itself_has_no_activities(filled: Database, clock: StoppedClock) -> None:
    [group] = filled.read(groups.names)
    workbook = CalamineWorkbook.from_filelike(io.BytesIO(made(filled, clock, Export.ATTENDANCE, [group.id])))
    assert len(workbook.get_sheet_by_index(0).to_python()) == 4


def test_an_empty_book_gives_the_headings(book: Database, clock: StoppedClock) -> None:
    workbook = CalamineWorkbook.from_filelike(io.BytesIO(made(book, clock, Export.ATTENDANCE)))
    assert len(workbook.get_sheet_by_index(0).to_python()) == 2
