"""The kit as tests use it: the shipped font, a fixed day, a memory of their own, and an `Ask` that answers by script."""

import datetime as dt
import os
from collections.abc import Iterator, Sequence
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from coordinator_app.core.clock import HELSINKI
from coordinator_app.gui.kit import shipped_font
from coordinator_app.gui.kit.dialogs import Ask, Files, Question
from coordinator_app.gui.kit.focus import FocusRing
from coordinator_app.gui.kit.icons import Icons
from coordinator_app.gui.kit.kit import Kit
from coordinator_app.gui.kit.memory import Memory
from coordinator_app.gui.kit.notice import Notice
from coordinator_app.gui.kit.tasks import Tasks
from coordinator_app.gui.kit.theme import Mode, Theme
from coordinator_app.gui.kit.voice import Voice
from coordinator_app.i18n import Language, Words

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
# Fonts are looked for when the application starts, so this cannot wait for a fixture.
shipped_font.use_alone()


class FixedClock:
    """It is 18.05 on Tuesday 6 October 2026."""

    def now(self) -> dt.datetime:
        return dt.datetime(2026, 10, 6, 18, 5, tzinfo=HELSINKI)

    def today(self) -> dt.date:
        return self.now().date()


class Script(Ask):
    """Answers questions from lists that a test fills, and keeps what was asked; an unexpected question fails."""

    def __init__(self) -> None:
        self.answers: list[str] = []
        self.paths: list[Path | None] = []
        self.asked: list[Question] = []
        self.told: list[str] = []
        self.links: list[str] = []
        self.link_opens = True
        self.faults: list[BaseException] = []

    def question(self, parent: QWidget, question: Question) -> str:
        self.asked.append(question)
        return self.answers.pop(0)

    def files(self, parent: QWidget, title: str, kinds: Sequence[Files]) -> list[Path]:
        return [path for path in [self.paths.pop(0)] if path is not None]

    def save_as(self, parent: QWidget, title: str, name: str, kind: Files) -> Path | None:
        return self.paths.pop(0)

    def folder(self, parent: QWidget, title: str) -> Path | None:
        return self.paths.pop(0)

    def open_link(self, link: str) -> bool:
        self.links.append(link)
        return self.link_opens

    def tell(self, parent: QWidget | None, words: Words, sentence: str) -> None:
        self.told.append(sentence)

    def tell_fault(self, parent: QWidget | None, words: Words, error: BaseException) -> None:
        self.faults.append(error)


def _go_nowhere(name: str, subject: int | None = None) -> None:
    """There is no window to go about in."""


@pytest.fixture
def ask() -> Script:
    return Script()


@pytest.fixture
def kit(qapp: QApplication, qtbot: QtBot, tmp_path: Path, ask: Script) -> Iterator[Kit]:
    """A kit in English, light, 100 %, with no book open yet."""
    theme = Theme(qapp, mode=Mode.LIGHT, family=shipped_font.FAMILY)
    tasks = Tasks()
    ring = FocusRing(qapp, theme)
    yield Kit(
        tasks=tasks,
        theme=theme,
        icons=Icons(theme),
        voice=Voice(qapp, Language.EN),
        notice=Notice(),
        ask=ask,
        memory=Memory(tmp_path / "memory.ini"),
        clock=FixedClock(),
        go=_go_nowhere,
    )
    tasks.stop()
    ring.deleteLater()
    theme.deleteLater()
