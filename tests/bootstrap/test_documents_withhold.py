"""The quarter's page for the public gives no small count away; the association's own page is exact."""

import datetime as dt
from typing import Any

import pytest
from sqlalchemy import insert

from coordinator_app.bootstrap.documents import SUMMARY, Wanted
from coordinator_app.core import groups, meetings
from coordinator_app.core.clock import HELSINKI
from coordinator_app.core.groups import SlotForm
from coordinator_app.core.kinds import Rule
from coordinator_app.core.model import SigningKey
from coordinator_app.core.periods import Period, Span
from coordinator_app.core.recurrence import SlotRule
from coordinator_app.i18n import Language
from coordinator_app.storage.database import Database

QUARTER = Period(2026, 3)
TODAY = dt.date(2026, 10, 20)


@pytest.fixture
def town(book: Database) -> Database:
    """Two ordinary groups, one of them small, and a large one of a sensitive service, with one evening each."""
    key = insert(SigningKey).values(epoch=1, private=bytes(range(32)), created=dt.datetime.now(HELSINKI))
    book.write(lambda session: session.execute(key))
    for name, service, headcount in (("Miehet", "peer", 31), ("Isät", "fatherhood", 4), ("Ero", "divorce", 57)):
        rule = SlotRule(Rule.DATES, None, dt.time(18), 120, QUARTER.first, dates=(dt.date(2026, 9, 1),))
        group = book.write(groups.add, name=name, today=QUARTER.first, slots=(SlotForm(rule),), service=service).result
        [meeting] = book.read(meetings.strip, group=group, span=Span(QUARTER.first, QUARTER.last))
        book.write(meetings.count, meeting=meeting.id, headcount=headcount, today=TODAY)
    return book


def visits(book: Database, *, public: bool) -> dict[str, str]:
    """The row of visits by the name of the column; another language withholds the same."""
    asked = Wanted(SUMMARY, (Language.EN, Language.FI), QUARTER, public=public)
    draft: Any = book.read(SUMMARY.draft, asked, dt.datetime.combine(TODAY, dt.time(12), HELSINKI))
    version, other = draft.values["versions"]
    table = next(each for each in version["tables"] if each["heading"] == "Figures by service")
    assert withheld(version) == withheld(other)
    row = table["values"][table["rows"].index("Visits, groups")]
    return dict(zip(table["columns"], row, strict=True)) | {"headline": version["headlines"][0]["value"]}


def withheld(version: dict[str, Any]) -> list[list[list[bool]]]:
    return [[[cell == "x" for cell in row] for row in table["values"]] for table in version["tables"]]


def test_the_own_page_is_exact(town: Database) -> None:
    said = visits(town, public=False)
    assert (said["In all"], said["headline"]) == ("92", "92")
    assert {"31", "4", "57"} <= set(said.values())


def test_the_public_page_withholds_the_small_count_and_what_would_give_it_away(town: Database) -> None:
    """The sensitive service is not even in the total; of the two others neither can be told from it."""
    assert visits(town, public=True) == {
        "In all": "35",
        "Men’s peer group": "x",
        "Isyyden Tueksi (fatherhood)": "x",
        "headline": "35",
    }
