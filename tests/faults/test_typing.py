"""Killed in the middle of typing into the real window: at most the last second of what was typed is lost."""

import datetime as dt
import os
import select
import subprocess
import sys
import time
from collections.abc import Callable
from functools import partial
from pathlib import Path
from random import Random
from typing import Any

import pytest
from PySide6.QtWidgets import QApplication, QPlainTextEdit
from pytestqt.qtbot import QtBot
from sqlalchemy import select as sql
from sqlalchemy.orm import Session

from coordinator_app import bootstrap
from coordinator_app.core import activities, groups, people
from coordinator_app.core.clock import SystemClock
from coordinator_app.core.model import Activity, CheckAnswer, Group, Person, Quarter
from coordinator_app.gui.main_window import MainWindow
from coordinator_app.i18n import Language
from tests.faults.typist import PASSPHRASE
from tests.gui import cards, records
from tests.gui.cards import CARDS
from tests.gui.conftest import Script
from tests.gui.program import running, settle, unlock

PROJECT = Path(__file__).parents[2]
DAY = dt.date(2026, 10, 20)
LOST_AT_MOST = 1.0
# A machine that is busy with other tests may take so long more for the writing.
WRITING = 0.5
# The first long text of each screen, and the line under an answer about the quarter.
TEXTS = {
    "people": Person.address,
    "groups": Group.note,
    "activities": Activity.note,
    "quarter": Quarter.went_well,
    "answer": CheckAnswer.text,
}
KILLS, QUICK_KILLS = 10, 1
# Of the cards and the sheet, and of the fields, so many are typed by chance in the daily share.
QUICK_KINDS = 2


def new_book(folder: Path) -> None:
    book, _ = bootstrap.new_book(
        folder, locality_code="turku", locality_name="Turku", language=Language.FI, passphrase=PASSPHRASE, practice=True
    )
    book.database.write(people.add, name="Matti Mäkinen", today=DAY)
    book.database.write(groups.add, name="Tiistairyhmä", today=DAY)
    book.database.write(activities.add, name="Saunailta", kind="social", held_on=DAY)
    book.close(back_up=False)


def town(folder: Path, fill: Callable[..., None]) -> None:
    book, _ = bootstrap.new_book(
        folder, locality_code="turku", locality_name="Turku", language=Language.FI, passphrase=PASSPHRASE, practice=True
    )
    book.database.write(fill, today=book.clock.today())
    book.close(back_up=False)


def typed_until_killed(folder: Path, place: Path, what: str, seconds: float) -> tuple[list[tuple[str, float]], float]:
    """The letters that were typed, each with its moment, and the moment of the kill, so many seconds after the first letter."""
    command = [sys.executable, "-m", "tests.faults.typist", str(folder), str(place), what]
    environment = os.environ | {"QT_QPA_PLATFORM": "offscreen", "QT_LOGGING_RULES": "*=false"}
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, cwd=PROJECT, env=environment) as process:
        assert process.stdout is not None
        assert process.stderr is not None
        if not select.select([process.stdout], [], [], 60)[0]:
            process.kill()
            raise AssertionError(process.stderr.read().decode())
        time.sleep(seconds)
        process.kill()
        killed = time.monotonic()
        lines = process.stdout.read().decode().splitlines(keepends=True)
        assert lines, process.stderr.read().decode()
    return [(line[0], float(line[2:])) for line in lines if line.endswith("\n")], killed


def safe_and_typed(letters: list[tuple[str, float]], killed: float) -> tuple[str, str]:
    """What must be left after a kill, and all that was typed."""
    return "".join(letter for letter, at in letters if at < killed - LOST_AT_MOST - WRITING), "".join(letter for letter, _ in letters)


def kept(session: Session, *, screen: str) -> str:
    return session.scalar(sql(TEXTS[screen])) or ""


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no signal that kills like this")
@pytest.mark.parametrize("screen", TEXTS)
def test_a_kill_loses_at_most_the_last_second_of_typing(tmp_path: Path, full: bool, chance: Random, screen: str) -> None:
    for kill in range(KILLS if full else QUICK_KILLS):
        folder = tmp_path / f"book{kill}"
        new_book(folder)
        letters, killed = typed_until_killed(folder, tmp_path / f"place{kill}", screen, chance.uniform(2.5, 4))
        book = bootstrap.open_book(folder, passphrase=PASSPHRASE)
        left = book.database.read(kept, screen=screen)
        book.close(back_up=False)
        safe, typed = safe_and_typed(letters, killed)
        assert len(safe) > 5
        assert typed.startswith(left)
        assert left.startswith(safe)


def left_in(window: MainWindow, what: str, settled: Callable[[], None]) -> tuple[str, bool]:
    """What stands in the field when the card is begun again, or the meeting opened, and whether it says that it was left so."""
    if what == "sheet":
        window.go("attendance", 1)
        settled()
        sheet: Any = window.shown.sheet  # type: ignore[union-attr]
        assert len(sheet.marks.present) == 1
        return sheet.numbers.rest.row("note").editor.focus.text(), sheet.unfinished.isVisible()
    if what == "numbers":
        window.go("attendance", 1)
        settled()
        attendance: Any = window.shown
        attendance.modes.month.click()
        settled()
        return attendance.grid.grid.cell(attendance.grid.grid.index(0, 1)).wrong, attendance.grid.unfinished.isVisible()
    card = CARDS[what]
    window.go(card.screen)
    settled()
    field = card.open(window.shown, settled)
    text = field.toPlainText() if isinstance(field, QPlainTextEdit) else field.text()  # type: ignore[attr-defined]
    return text, card.line(window.shown).isVisible()


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no signal that kills like this")
def test_what_is_typed_into_a_card_is_there_again_but_for_the_last_second(
    qapp: QApplication, qtbot: QtBot, tmp_path: Path, full: bool, chance: Random
) -> None:
    kinds = [*CARDS, "sheet", "numbers"]
    for what in kinds if full else chance.sample(kinds, QUICK_KINDS):
        folder, place = tmp_path / what / "book", tmp_path / what
        town(folder, cards.fill)
        letters, killed = typed_until_killed(folder, place, what, chance.uniform(2.5, 4))
        safe, typed = safe_and_typed(letters, killed)
        assert len(safe) > 5
        with running(qapp, place, Script(), SystemClock()) as program:
            window = unlock(program, folder, qtbot, PASSPHRASE)
            left, told = left_in(window, what, partial(settle, program, qtbot))
        assert told, what
        assert typed.startswith(left), what
        assert left.startswith(safe), what


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no signal that kills like this")
def test_what_is_half_typed_over_a_record_is_there_again_but_for_the_last_second(
    qapp: QApplication, qtbot: QtBot, tmp_path: Path, full: bool, chance: Random
) -> None:
    for what in records.FIELDS if full else chance.sample(list(records.FIELDS), QUICK_KINDS):
        folder, place = tmp_path / what / "book", tmp_path / what
        town(folder, records.fill)
        letters, killed = typed_until_killed(folder, place, what, chance.uniform(2.5, 4))
        safe, typed = safe_and_typed(letters, killed)
        assert len(safe) > 5
        field = records.FIELDS[what]
        with running(qapp, place, Script(), SystemClock()) as program:
            window = unlock(program, folder, qtbot, PASSPHRASE)
            window.go(field.screen, field.subject)
            settle(program, qtbot)
            left = field.line(window.shown).text()
        assert typed.startswith(left), what
        assert left.startswith(safe), what
