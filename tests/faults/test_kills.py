"""Killed at a random moment while it records through the real services: every acknowledged record is there, none by half."""

import datetime as dt
import os
import select
import signal
import time
from collections.abc import Callable
from pathlib import Path
from random import Random

import pytest
from sqlalchemy import event, func
from sqlalchemy import select as sql
from sqlalchemy.exc import IntegrityError
from sqlalchemy.orm import Session

from coordinator_app import bootstrap
from coordinator_app.core import groups, meetings, people
from coordinator_app.core.kinds import ContactKind
from coordinator_app.core.model import Contact, Group, HistoryEntry, Meeting, Person
from coordinator_app.core.people import GivenContact
from coordinator_app.i18n import Language
from coordinator_app.storage import checking, cipher

pytestmark = pytest.mark.skipif(not hasattr(os, "fork"), reason="Windows has no signal that kills like this")

PASSPHRASE = "neljä sanaa riittää"
DAY = dt.date(2026, 10, 20)
KILLS, QUICK_KILLS = 1000, 10
KILLS_A_BOOK = 40


def record(folder: Path, said: int) -> None:
    """Opens the book and records until it is killed; a line on `said` for each record that is safe."""
    book = bootstrap.open_book(folder, passphrase=PASSPHRASE)
    group = book.database.read(lambda session: session.scalars(sql(Group.id)).one())
    os.write(said, b"open\n")
    number = 0
    while True:
        number += 1
        contacts = [GivenContact(ContactKind.PHONE, f"040 {number:07}"), GivenContact(ContactKind.EMAIL, f"mies{number}@esimerkki.fi")]
        person = book.database.write(people.add, name=f"Mies {number}", today=DAY, contacts=contacts).result
        os.write(said, b"person %d\n" % person)
        meeting = book.database.write(meetings.add_extra, group=group, on=DAY).result.id
        book.database.write(meetings.count, meeting=meeting, headcount=number, today=DAY)
        os.write(said, b"meeting %d %d\n" % (meeting, number))
        if number % 25 == 0:
            book.back_up()


def killed(work: Callable[[int], None], *, patience: float, words: int, then: float) -> list[list[str]]:
    """Runs `work` in a process of its own and returns what it acknowledged before it was killed.

    That happens `then` seconds after so many words of it were heard, or after `patience` seconds.
    """
    hear, say = os.pipe()
    child = os.fork()
    if not child:
        try:
            os.close(hear)
            work(say)
        finally:
            os._exit(1)
    os.close(say)
    heard, end = b"", time.monotonic() + patience
    while heard.count(b"\n") < words and select.select([hear], [], [], max(0, end - time.monotonic()))[0]:
        heard += os.read(hear, 65536)
    time.sleep(then)
    os.kill(child, signal.SIGKILL)
    os.waitpid(child, 0)
    with os.fdopen(hear, "rb") as rest:
        heard += rest.read()
    return [line.split() for line in heard.decode().splitlines(keepends=True) if line.endswith("\n")]


def check(session: Session, acknowledged: list[list[str]]) -> None:
    known = set(session.scalars(sql(Person.id)))
    counted = {row.id: row.headcount for row in session.execute(sql(Meeting.id, Meeting.headcount))}
    for kind, *said in acknowledged:
        if kind == "person":
            assert int(said[0]) in known
        elif kind == "meeting":
            assert counted[int(said[0])] == int(said[1])
    half = sql(Person.id).outerjoin(Contact, Contact.person_id == Person.id).group_by(Person.id).having(func.count(Contact.id) != 2)
    assert not session.scalars(half).all()
    assert not session.scalars(sql(HistoryEntry.id).where(HistoryEntry.open.is_not(None))).all()


def new_book(folder: Path) -> None:
    book, _ = bootstrap.new_book(
        folder, locality_code="turku", locality_name="Turku", language=Language.FI, passphrase=PASSPHRASE, practice=True
    )
    book.database.write(groups.add, name="Tiistairyhmä", today=DAY)
    book.close()


@pytest.mark.filterwarnings("ignore:This process .* is multi-threaded:DeprecationWarning")
def test_kills_lose_no_acknowledged_record(tmp_path: Path, full: bool, chance: Random) -> None:
    acknowledged = 0
    for kill in range(KILLS if full else QUICK_KILLS):
        folder = tmp_path / f"book{kill // KILLS_A_BOOK}"
        if not folder.exists():
            new_book(folder)
        # One kill in six falls into the opening itself.
        patience = chance.uniform(0, 0.2) if kill % 6 == 5 else 60.0
        words = chance.randint(1, 300 if full else 40)
        said = killed(lambda pipe, at=folder: record(at, pipe), patience=patience, words=words, then=chance.uniform(0, 0.01))  # type: ignore[misc]
        acknowledged += len(said)
        start = time.monotonic()
        book = bootstrap.open_book(folder, passphrase=PASSPHRASE)
        assert time.monotonic() - start < 5
        book.database.read(check, said)
        assert not checking.faults(book.database.raw)
        assert all(each.readable for each in book.backups())
        book.close(back_up=False)
    print(f"{acknowledged} acknowledged")  # noqa: T201 - the count belongs in the report of `make faults`.
    assert acknowledged > (100_000 if full else 100)


@pytest.mark.filterwarnings("ignore:This process .* is multi-threaded:DeprecationWarning")
def test_without_transactions_the_same_kills_would_leave_halves(tmp_path: Path, chance: Random, monkeypatch: pytest.MonkeyPatch) -> None:
    """The control: each statement by itself."""

    def no_transactions(raw: object) -> object:
        engine = cipher.engine_for(raw)
        event.listen(engine, "begin", lambda connection: connection.exec_driver_sql("COMMIT"))
        return engine

    new_book(tmp_path / "book")
    monkeypatch.setattr("coordinator_app.storage.database.engine_for", no_transactions)
    for _ in range(60):
        killed(lambda pipe: record(tmp_path / "book", pipe), patience=10, words=chance.randint(1, 9), then=chance.uniform(0, 0.01))
        try:
            book = bootstrap.open_book(tmp_path / "book", passphrase=PASSPHRASE)
        except IntegrityError:
            return  # A command that was left open keeps the next one out.
        try:
            book.database.read(check, [])
        except AssertionError:
            return
        finally:
            book.database.raw.close()
            book._lock.release()
    pytest.fail("no record was left by half")
