"""The calendar file as another program reads it: every occasion at its instant, in summer and in winter."""

import datetime as dt
import json
import shutil
import subprocess
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

import pytest
from msgspec.structs import replace

from coordinator_app.bootstrap import exports
from coordinator_app.bootstrap.exports import Choice, Export
from coordinator_app.core import activities, groups, meetings, places
from coordinator_app.core.groups import SlotForm
from coordinator_app.core.kinds import Mode, Rule
from coordinator_app.core.periods import Span
from coordinator_app.core.recurrence import SlotRule
from coordinator_app.i18n import Language
from coordinator_app.storage.database import Database
from tests.book import StoppedClock

NODE = Path(__file__).parents[1] / "node"
TODAY = dt.date(2026, 10, 20)  # A Tuesday; the term began on 1 August, and the next one ends on 31 July.
SIX = dt.time(18)
Read = Callable[..., list[dict[str, Any]]]

pytestmark = pytest.mark.skipif(
    shutil.which("node") is None or not (NODE / "node_modules" / "ical.js").is_dir(), reason="node or tests/node is not installed"
)


@pytest.fixture
def read(book: Database, clock: StoppedClock, tmp_path: Path) -> Read:
    """Writes the calendar of the book and reads it with the other program; all occasions, by their start."""

    def reading(only: list[int] | None = None, language: Language = Language.FI) -> list[dict[str, Any]]:
        file = tmp_path / "calendar.ics"
        choice = Choice(language, only)
        file.write_bytes(book.read(exports.made, what=Export.CALENDAR, choice=choice, now=clock.now()))
        told = subprocess.run(["node", "occurrences.mjs", file], cwd=NODE, capture_output=True, check=True, timeout=60)
        found: list[dict[str, Any]] = json.loads(told.stdout)
        return sorted(found, key=lambda each: (each["start"], each["title"]))

    return reading


def begin(book: Database, rule: SlotRule, place: str | None = None, mode: Mode = Mode.IN_PERSON, **fields: Any) -> int:
    return book.write(groups.add, today=TODAY, slots=(SlotForm(rule, place, mode),), **{"name": "Tiistain miehet"} | fields).result


def weekly(**more: Any) -> SlotRule:
    return replace(SlotRule(Rule.WEEKLY, 1, SIX, 90, TODAY), **more)


def on(book: Database, group: int, day: dt.date) -> int:
    [row] = book.read(meetings.strip, group=group, span=Span(day, day))
    return row.id


def starts(found: list[dict[str, Any]], month: str = "") -> list[str]:
    """The UTC instants of a month, to the minute."""
    return [each["start"][:16] for each in found if each["start"].startswith(month)]


def test_a_weekly_meeting_stays_at_six_in_summer_and_winter(book: Database, read: Read) -> None:
    begin(book, weekly())
    found = read()
    assert starts(found, "2026-10") == ["2026-10-20T15:00", "2026-10-27T16:00"]
    assert starts(found, "2027-03") == [f"2027-03-{day:02}T{hour}:00" for day, hour in ((2, 16), (9, 16), (16, 16), (23, 16), (30, 15))]
    assert found[0]["end"][:16] == "2026-10-20T16:30"
    assert found[-1]["start"][:16] == "2027-07-27T15:00"
    assert {each["title"] for each in found} == {"Tiistain miehet"}


def test_every_second_week_and_the_last_tuesday_fall_as_they_are_planned(book: Database, read: Read) -> None:
    second = begin(book, weekly(rule=Rule.EVERY_N_WEEKS, interval=2))
    last = begin(book, weekly(rule=Rule.MONTHLY, nth=-1, starts=dt.time(9)), name="Kuun viimeinen")
    span = Span(TODAY, dt.date(2027, 7, 31))
    for group in (second, last):
        planned = [str(row.held_on) for row in book.read(meetings.strip, group=group, span=span)]
        assert len(planned) > 5
        assert [each["start"][:10] for each in read([group])] == planned


def test_breaks_and_public_holidays_are_left_out(book: Database, read: Read) -> None:
    group = begin(book, weekly(weekday=4, skip_holidays=True))
    book.write(groups.add_pause, group=group, first=dt.date(2026, 12, 11), last=dt.date(2026, 12, 20), today=TODAY)
    assert starts(read(), "2026-12") == ["2026-12-04T16:00"]
    assert starts(read(), "2027-01-0") == ["2027-01-08T16:00"]


def test_a_moved_meeting_is_where_it_was_moved_to_and_a_cancelled_one_says_so(book: Database, read: Read) -> None:
    group = begin(book, weekly(), place="Sali")
    other = book.write(places.named, name="Kirjasto", address="Linnankatu 2, Turku").result
    moved, cancelled = on(book, group, dt.date(2026, 11, 3)), on(book, group, dt.date(2026, 11, 10))
    book.write(meetings.move, meeting=moved, on=dt.date(2026, 11, 4), starts=dt.time(17, 30), place=other, today=TODAY)
    book.write(meetings.cancel, meeting=cancelled, reason="room_closed")
    found = [each for each in read() if each["start"].startswith("2026-11")]
    assert starts(found) == ["2026-11-04T15:30", "2026-11-10T16:00", "2026-11-17T16:00", "2026-11-24T16:00"]
    assert [each["status"] for each in found] == ["CONFIRMED", "CANCELLED", "CONFIRMED", "CONFIRMED"]
    assert [each["place"] for each in found] == ["Kirjasto, Linnankatu 2, Turku", "Sali", "Sali", "Sali"]
    assert len({each["uid"] for each in found}) == 1


def test_listed_days_extra_meetings_and_activities_stand_by_themselves(book: Database, read: Read) -> None:
    days = (dt.date(2026, 11, 5), dt.date(2027, 6, 10))
    group = begin(book, SlotRule(Rule.DATES, None, SIX, 60, TODAY, dates=days))
    book.write(meetings.add_extra, group=group, on=dt.date(2026, 11, 6))
    book.write(activities.add, name="Sauna", kind="social", held_on=dt.date(2026, 11, 7), starts=dt.time(16), minutes=180)
    book.write(activities.add, name="Miesten päivät", kind="conference", held_on=dt.date(2026, 11, 13), until=dt.date(2026, 11, 15))
    book.write(activities.add, name="Juhla", kind="social", held_on=dt.date(2026, 12, 6))
    found = read()
    assert [(each["title"], each["start"], each["end"]) for each in found if each["title"] in ("Miesten päivät", "Juhla")] == [
        ("Miesten päivät", "2026-11-13", "2026-11-16"),
        ("Juhla", "2026-12-06", "2026-12-07"),
    ]
    assert starts(found, "2026-11-0") == ["2026-11-05T16:00", "2026-11-06T16:00", "2026-11-07T14:00"]
    assert starts(found, "2027") == ["2027-06-10T15:00"]
    assert len({each["uid"] for each in found}) == len(found) == 6
    assert {each["title"] for each in read([group])} == {"Tiistain miehet"}


def test_what_must_not_be_read_on_a_telephone_is_not_in_the_file(book: Database, read: Read, tmp_path: Path) -> None:
    begin(book, weekly(), place="Turvatalo", name="Lyömätön Linja", service="violence_used")
    begin(book, weekly(), place="Salainen huone", name="Avoin ryhmä", hide_place=True)
    begin(book, weekly(), place="Kotisohva", name="Verkossa", mode=Mode.REMOTE)
    centre = book.write(places.named, name="Perhekeskus").result
    book.write(activities.add, name="Eroilta", kind="forum", held_on=TODAY, service="divorce", place=centre)
    said = {language: {each["title"] for each in read(language=language)} for language in Language}
    assert said[Language.FI] == {"Avoin ryhmä", "Ryhmän kokoontuminen", "Tapahtuma", "Verkossa"}
    assert said[Language.SV] == {"Avoin ryhmä", "Gruppträff", "Evenemang", "Verkossa"}
    written = (tmp_path / "calendar.ics").read_text("utf-8")
    for secret in ("Lyömätön", "violence", "Turvatalo", "Salainen", "Kotisohva", "Eroilta", "divorce", "Perhekeskus"):
        assert secret not in written


def test_a_later_file_replaces_an_earlier_one(book: Database, read: Read, clock: StoppedClock) -> None:
    group = begin(book, weekly())
    before = read()[0]
    book.write(meetings.move, meeting=on(book, group, TODAY), on=TODAY + dt.timedelta(days=1), today=TODAY)
    clock.pass_by(minutes=1)
    after = read()[0]
    assert after["uid"] == before["uid"]
    assert after["sequence"] > before["sequence"]
    assert after["start"][:16] == "2026-10-21T15:00"


def test_the_lines_are_as_the_standard_wants_them(book: Database, clock: StoppedClock, tmp_path: Path) -> None:
    group = begin(book, weekly(), name="Äijien pitkänimisin ryhmä, jonka nimi ei millään mahdu yhdelle riville; eikä toiselle")
    book.write(meetings.move, meeting=on(book, group, dt.date(2026, 11, 3)), on=dt.date(2026, 11, 4), today=TODAY)
    written = book.read(exports.made, what=Export.CALENDAR, choice=Choice(Language.FI), now=clock.now())
    lines = written.split(b"\r\n")
    assert written.endswith(b"END:VCALENDAR\r\n")
    assert max(map(len, lines)) <= 75
    said = written.replace(b"\r\n ", b"").decode()
    wanted: Mapping[str, int] = {
        "BEGIN:VTIMEZONE\r\nTZID:Europe/Helsinki": 1,
        "DTSTAMP:20261020T150500Z": 2,
        "UNTIL=20270727T150000Z": 1,
        "RECURRENCE-ID;TZID=Europe/Helsinki:20261103T180000": 1,
        "mahdu yhdelle riville\\; eikä": 2,
    }
    assert {text: said.count(text) for text in wanted} == wanted
