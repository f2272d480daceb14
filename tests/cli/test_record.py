"""Meetings and activities are recorded by name and day, and what cannot be is refused in a sentence."""

import datetime as dt
import json
from pathlib import Path

import pytest

from coordinator_app import bootstrap
from coordinator_app.core import activities
from coordinator_app.core import meetings as core_meetings
from coordinator_app.core.clock import SystemClock
from coordinator_app.core.periods import Span
from tests.cli.conftest import PASSPHRASE, Run

CSV = "Ryhmä;Viikonpäivä;Kello;Paikka\nMiesten ilta;tiistai;18.00;Järjestötalo\n"


@pytest.fixture
def book(run: Run, tmp_path: Path) -> Path:
    """A book with one group, which meets on Tuesdays."""
    groups = tmp_path / "groups.csv"
    groups.write_text(CSV, encoding="utf-8")
    folder = tmp_path / "turku"
    assert run("new", folder, "--locality", "turku").status == 0
    assert run("import", folder, groups).status == 0
    return folder


def meetings(run: Run, book: Path, day: dt.date) -> list[dict[str, object]]:
    quarter = f"{day.year}Q{(day.month + 2) // 3}"
    rows: list[dict[str, object]] = json.loads(run("list", book, "meetings", "--quarter", quarter, "--json").out)
    return [row for row in rows if row["on"] == day.isoformat()]


def yesterday() -> dt.date:
    return SystemClock().today() - dt.timedelta(days=1)


@pytest.mark.parametrize(
    ("said", "state", "headcount"),
    [
        (["--count", "9", "--first", "2", "--remote", "1"], "counted", 9),
        (["--count", "0"], "counted", 0),
        (["--not-counted"], "not_counted", None),
        (["--cancel", "counsellor_ill"], "cancelled", None),
    ],
)
def test_every_end_of_a_meeting(run: Run, book: Path, said: list[str], state: str, headcount: int | None) -> None:
    day = yesterday()
    assert run("record", book, "--group", "miesten ilta", "--on", f"{day:%d.%m.%Y}", *said).status == 0
    (row,) = meetings(run, book, day)
    assert (row["state"], row["headcount"]) == (state, headcount)


def test_what_a_correction_does_not_name_stays(run: Run, book: Path) -> None:
    on = ["--on", yesterday().isoformat()]
    for what in (["--group", "Miesten ilta"], ["--activity", "Sähly", "--kind", "exercise"]):
        assert run("record", book, *what, *on, "--count", "9", "--first", "2", "--remote", "1").status == 0
        assert run("record", book, *what, *on, "--count", "8", "--remote", "0").status == 0
    opened = bootstrap.open_book(book, passphrase=PASSPHRASE)
    span = Span(yesterday(), yesterday())
    (meeting,) = opened.database.read(core_meetings.within, span=span)
    (activity,) = opened.database.read(activities.within, span=span)
    opened.close()
    assert (meeting.headcount, meeting.newcomers, meeting.remote) == (8, 2, 0)
    assert (activity.headcount, activity.newcomers, activity.remote) == (8, 2, 0)


def test_an_activity_is_recorded(run: Run, book: Path) -> None:
    day = yesterday()
    done = run("record", book, "--activity", "Sähly", "--kind", "exercise", "--on", day.isoformat(), "--count", "14")
    assert done.status == 0
    listed = run("list", book, "activities", "--quarter", f"{day.year}Q{(day.month + 2) // 3}")
    assert "Sähly" in listed.out
    assert "14" in listed.out


def test_an_activity_is_told_by_the_name_it_is_kept_under(run: Run, book: Path) -> None:
    how = ["--kind", "exercise", "--on", yesterday().isoformat(), "--count", "14"]
    for typed in ("  Sähly \u202eilta\x07 ", "SÄHLY ILTA"):
        done = run("record", book, "--activity", typed, *how)
        assert (done.status, done.out.split(",")[0]) == (0, "Recorded: Sähly ilta")


@pytest.mark.parametrize(
    ("arguments", "named"),
    [
        (["--group", "Ei tällaista", "--on", "2026-10-06", "--count", "3"], "Ei tällaista"),
        (["--group", "Miesten ilta", "--on", "eilen", "--count", "3"], "eilen"),
        (["--group", "Miesten ilta", "--on", "2100-01-05", "--count", "3"], ""),
        (["--group", "Miesten ilta", "--on", "2026-10-06", "--count", "3", "--first", "4"], "3"),
        (["--group", "Miesten ilta", "--on", "2026-10-06", "--count", "-1"], ""),
        (["--group", "Miesten ilta", "--on", "2026-10-06", "--cancel", "no such reason"], "no such reason"),
        (["--group", "Miesten ilta", "--on", "0206-10-06", "--count", "3"], "0206-10-06"),
        (["--group", "Miesten ilta", "--on", "2026-10-06", "--count", "9" * 20], "9" * 20),
        (["--activity", "Sähly", "--kind", "exercise", "--service", "no such", "--on", "2026-10-06", "--count", "3"], "no such"),
        (["--activity", "Sähly", "--kind", "exercise", "--on", "2026-10-06", "--count", "9" * 20], "9" * 20),
        (["--activity", "Sähly", "--kind", "no such kind", "--on", "2026-10-06", "--count", "3"], "no such kind"),
    ],
)
def test_what_cannot_be_is_refused_and_changes_nothing(run: Run, book: Path, arguments: list[str], named: str) -> None:
    before = run("list", book, "meetings", "--quarter", "2026Q4", "--json").out
    refused = run("record", book, *arguments)
    assert refused.status == 1
    assert named in refused.err
    assert len(refused.err.strip().splitlines()) == 1
    assert run("list", book, "meetings", "--quarter", "2026Q4", "--json").out == before


@pytest.mark.parametrize("arguments", [["--count", "3"], ["--group", "a", "--activity", "b", "--count", "3"], ["--group", "a"]])
def test_an_unclear_call_is_wrong_usage(run: Run, book: Path, arguments: list[str]) -> None:
    assert run("record", book, "--on", "2026-10-06", *arguments).status == 2
