"""The quarter's summary leaves as a file that other programs verify and open, and says exactly what the book says."""

import json
import shutil
from pathlib import Path
from typing import Any

import pytest
from jwcrypto import jwk, jws
from sqlalchemy import select
from sqlalchemy.orm import Session

from coordinator_app import bootstrap
from coordinator_app.core import checks, meetings
from coordinator_app.core.clock import SystemClock
from coordinator_app.core.model import Meeting
from coordinator_app.core.periods import Period
from coordinator_app.exchange import network_file
from tests.cli.conftest import PASSPHRASE, Run
from tests.exchange.summaries import IDENTITY, NETWORK, OFFICE_KEY
from tests.printing.reading import tool

QUARTER = Period.of(SystemClock().today()).previous
# Every question the practice town may be asked; the answers are not what these tests are about.
ANSWERS = [f"--answer={rule}=really_so" for rule, each in checks.RULES.items() if each.severity is checks.Severity.WARNING]


@pytest.fixture
def book(town: Path, tmp_path: Path) -> Path:
    """The practice town, where one meeting of a service is not recorded, one counted as 0, one not counted and one cancelled.

    The others of that service in the quarter are counted, whatever the made-up town had forgotten.
    """
    folder, today = tmp_path / "book", SystemClock().today()
    shutil.copytree(town / "book", folder)
    opened = bootstrap.open_book(folder, passphrase=PASSPHRASE)
    try:
        bare, empty, uncounted, cancelled, *rest = opened.database.read(meetings_without_names)
        opened.database.write(meetings.clear, meeting=bare)
        opened.database.write(meetings.count, meeting=empty, headcount=0, today=today)
        opened.database.write(meetings.not_counted, meeting=uncounted, today=today)
        opened.database.write(meetings.cancel, meeting=cancelled, reason="weather")
        for each in rest:
            opened.database.write(meetings.count, meeting=each, headcount=6, today=today)
    finally:
        opened.close(back_up=False)
    return folder


def meetings_without_names(session: Session) -> list[int]:
    """Meetings of a service that keeps headcounts only, so that each can become anything."""
    of_quarter = select(Meeting.id).where(Meeting.held_on.between(QUARTER.first, QUARTER.last), Meeting.service == "violence_used")
    return list(session.scalars(of_quarter.order_by(Meeting.held_on, Meeting.id)))


def payload_of(file: Path) -> dict[str, Any]:
    """What a stranger's JOSE library says was signed."""
    text = file.read_text()
    token = jws.JWS()
    token.allowed_algs = ["Ed25519", "EdDSA"]
    token.deserialize(text)
    header = json.loads(token.objects["protected"])
    token.verify(jwk.JWK(**header["jwk"]))
    payload: dict[str, Any] = json.loads(token.payload)
    return payload


def send(run: Run, book: Path, folder: Path, *more: str) -> Path:
    done = run("summary", book, "--quarter", QUARTER, "--to", folder, *ANSWERS, *more)
    assert done.status == 0, done.err
    return Path(next(line for line in done.out.splitlines() if ".summary" in line).removeprefix("The summary is ").removesuffix("."))


def figure(payload: dict[str, Any], indicator: str, of: str) -> tuple[Any, str]:
    (found,) = [each for each in payload["figures"] if (each["indicator"], each["of"]) == (indicator, of)]
    return found["value"], found["status"]


@pytest.fixture
def update_file(tmp_path: Path) -> Path:
    """The office's first update file."""
    made = network_file.write(NETWORK, key=OFFICE_KEY)
    file = tmp_path / made.name
    file.write_bytes(made.data)
    return file


def test_questions_come_first_and_nothing_leaves_before_they_are_answered(run: Run, book: Path, tmp_path: Path) -> None:
    refused = run("summary", book, "--quarter", QUARTER, "--to", tmp_path, "--unsealed")
    assert refused.status == 1
    assert "unrecorded: " in refused.err
    assert not list(tmp_path.glob("*.summary*"))


def test_a_stranger_verifies_the_open_summary_and_finds_nothing_sensitive(run: Run, book: Path, tmp_path: Path) -> None:
    payload = payload_of(send(run, book, tmp_path, "--unsealed"))
    assert (payload["period"], payload["revision"], payload["practice"]) == (str(QUARTER), 1, True)
    assert figure(payload, "visits.group", "violence_used") == (None, "withheld")
    assert figure(payload, "visits.group", "all") == (None, "withheld")
    value, status = figure(payload, "visits.group", "peer")
    assert (type(value), status) == (int, "ok")


def test_age_opens_the_sealed_one_and_every_kind_of_nothing_is_its_own(run: Run, book: Path, tmp_path: Path, update_file: Path) -> None:
    assert run("take-in", book, update_file).status == 1
    assert run("take-in", book, update_file, "--enrol").status == 0
    sealed = send(run, book, tmp_path)
    assert sealed.name == f"mallila_{QUARTER}_r1.summary.age"
    identity, opened = tmp_path / "identity.txt", tmp_path / "opened.summary"
    identity.write_text(IDENTITY)
    tool("age", "--decrypt", "--identity", identity, "--output", opened, sealed)
    payload = payload_of(opened)
    assert payload["office_id"] == NETWORK.office_id
    # One meeting is not recorded, one not counted, one cancelled; a headcount of 0 is a count.
    assert figure(payload, "meetings.unrecorded", "violence_used") == (1, "ok")
    assert figure(payload, "meetings.uncounted", "violence_used") == (1, "ok")
    assert figure(payload, "meetings.cancelled", "violence_used") == (1, "ok")
    # Nobody was asked about children; the service "other" is not offered here at all.
    assert figure(payload, "visits.group.children", "violence_used") == (None, "nodata")
    assert figure(payload, "visits.group", "other") == (None, "na")
    assert figure(payload, "content.exercise", "violence_used") == (0, "ok")
    shown = run("show", sealed, "--identity", identity, "--json")
    assert json.loads(shown.out)["content"] == payload


def test_the_same_again_is_the_same_revision_and_a_change_the_next(run: Run, book: Path, tmp_path: Path) -> None:
    first = send(run, book, tmp_path, "--unsealed")
    before = first.read_bytes()
    first.unlink()
    assert send(run, book, tmp_path, "--unsealed") == first
    assert first.read_bytes() == before
    day = QUARTER.first
    assert run("record", book, "--activity", "Sähly", "--kind", "exercise", "--on", day, "--count", 14).status == 0
    second = payload_of(send(run, book, tmp_path, "--unsealed"))
    assert second["revision"] == 2
    assert second["replaces"]["file_id"] == json.loads(run("show", first, "--json").out)["content"]["file_id"]


def test_a_running_quarter_cannot_be_final(run: Run, book: Path, tmp_path: Path) -> None:
    refused = run("summary", book, "--quarter", QUARTER.next, "--to", tmp_path, "--unsealed")
    assert refused.status == 1
    assert "not_over" in refused.err


@pytest.mark.parametrize(
    ("arguments", "named"),
    [
        (["--quarter", "2026Q7", "--to", "."], "2026Q7"),
        (["--quarter", "2026Q3", "--to", "no such folder"], "no such folder"),
        (["--quarter", "2026Q3", "--to", ".", "--answer", "nonsense"], "nonsense"),
        (["--quarter", "2026Q3", "--to", ".", "--answer", "nonsense=really_so"], "uncounted"),
        (["--quarter", "2026Q3", "--to", ".", "--answer", "uncounted=nonsense"], "forgot_to_count"),
    ],
)
def test_what_is_not_understood_is_named(run: Run, town: Path, arguments: list[str], named: str) -> None:
    refused = run("summary", town / "book", "--unsealed", *arguments)
    assert refused.status == 1
    assert named in refused.err


def test_that_there_is_nothing_to_report_can_be_taken_back(run: Run, town: Path, tmp_path: Path) -> None:
    book = tmp_path / "book"
    shutil.copytree(town / "book", book)
    refused = run("summary", book, "--quarter", QUARTER, "--to", tmp_path, "--unsealed", "--nothing")
    assert (refused.status, "nothing_but_held" in refused.err) == (1, True)
    assert payload_of(send(run, book, tmp_path, "--unsealed", "--something"))["kind"] == "final"
