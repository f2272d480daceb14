"""Books with a quarter to send, and what is done with them through the window."""

import datetime as dt
from collections.abc import Callable
from pathlib import Path
from typing import Any
from uuid import UUID

from msgspec.structs import replace
from PySide6.QtWidgets import QPushButton, QWidget
from sqlalchemy import insert, select
from sqlalchemy.orm import Session

from coordinator_app.core import indicators, summary
from coordinator_app.core.kinds import Basis, MeetingState
from coordinator_app.core.model import Group, SigningKey
from coordinator_app.core.periods import Period
from coordinator_app.core.receipts import Question, Receipt
from coordinator_app.exchange import network_file, receipt_file
from coordinator_app.gui.quarter.screen import QuarterScreen
from coordinator_app.storage.database import Database
from tests.book import FAST, KEY, StoppedClock
from tests.core import rows
from tests.exchange.summaries import LOCAL_KEY, NETWORK, OFFICE_KEY
from tests.gui.conftest import Script
from tests.gui.room import Room

TODAY = dt.date(2026, 10, 6)
NOW = dt.datetime(2026, 10, 6, 18, 5, tzinfo=dt.timezone(dt.timedelta(hours=3)))
Q3 = Period(2026, 3)
At = tuple[Room, QuarterScreen]


def begin(session: Session) -> None:
    """A quarter with nothing missing, and the key that signs."""
    session.execute(insert(SigningKey).values(epoch=1, private=LOCAL_KEY.private, created=NOW))
    meet(session)


def meet(session: Session) -> int:
    """A group that met and was counted every week of the quarter, its volunteers known."""
    group = rows.group(session, name="Tiistairyhmä", started=dt.date(2025, 1, 1))
    for week in range(13):
        on = Q3.first + week * dt.timedelta(weeks=1)
        rows.meeting(session, group, on, MeetingState.COUNTED, headcount=8, newcomers=1, remote=0, children=0)
    for indicator in ("volunteers.hours", "volunteers.active"):
        indicators.state(session, period=Q3, indicator=indicator, of="peer", value=20, basis=Basis.ESTIMATE)
    return group


def forget(session: Session) -> None:
    """The last meeting was not recorded, and a sensitive group met."""
    begin(session)
    group = session.scalar(select(Group.id))
    assert group is not None
    rows.meeting(session, group, Q3.last, MeetingState.PLANNED)
    other = rows.group(session, name="Eroryhmä", service="divorce", started=dt.date(2026, 7, 1))
    for week in range(13):
        rows.meeting(session, other, Q3.first + week * dt.timedelta(weeks=1), MeetingState.COUNTED, headcount=6, service="divorce")


def book_of(place: Path, empty: Path, fill: Callable[..., Any], **kwargs: Any) -> Path:
    path = place / "book.db"
    path.write_bytes(empty.read_bytes())
    database = Database.open(path, KEY, clock=StoppedClock(), settings=FAST)
    database.write(fill, **kwargs)
    database.close()
    return path


def sent(room: Room) -> tuple[summary.SentRow, ...]:
    found: tuple[summary.SentRow, ...] = room.ask(summary.sent, period=Q3)
    return found


def send(room: Room, screen: QuarterScreen) -> None:
    screen.send()
    room.settle()
    screen.preview.send.click()
    room.settle()


def take_in(room: Room, screen: QuarterScreen, ask: Script, path: Path, *answers: str) -> None:
    ask.paths.append(path)
    ask.answers += answers
    screen.takes.click()


def network(place: Path) -> Path:
    made = network_file.write(NETWORK, key=OFFICE_KEY)
    path = place / made.name
    path.write_bytes(made.data)
    return path


def receipt(place: Path, file_id: UUID, sha256: str, key: Any = OFFICE_KEY) -> Path:
    question = Question("visits.group", "peer", "<b>Onko</b> tämä oikein?")
    said = Receipt(NETWORK.office_id, NETWORK.reporters[0].type, "turku", Q3, 1, file_id, sha256, NOW, "Kiitos!", (question,))
    made = receipt_file.write(replace(said), key=key)
    path = place / made.name
    path.write_bytes(made.data)
    return path


def texts(within: QWidget | None) -> set[str]:
    assert within is not None
    return {text for each in within.findChildren(QWidget) if not each.isHidden() and isinstance(text := getattr(each, "text", str)(), str)}


def named(within: QWidget, text: str) -> QPushButton:
    return next(each for each in within.findChildren(QPushButton) if each.text() == text and not each.isHidden())
