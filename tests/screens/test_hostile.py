"""Whatever is typed stays plain text wherever it appears: on every screen, in lists, tips, buttons and menus, on paper, in the terminal."""

import datetime as dt
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QAbstractItemModel, QAbstractListModel, QModelIndex, Qt
from PySide6.QtGui import QAction
from PySide6.QtGui import Qt as GuiQt
from PySide6.QtWidgets import QAbstractButton, QAbstractItemView, QApplication, QLabel, QWidget
from pytestqt.qtbot import QtBot
from sqlalchemy.orm import Session

from coordinator_app import bootstrap
from coordinator_app.bootstrap import papers
from coordinator_app.cli import main
from coordinator_app.core import activities, attendance, enquiries, groups, history, meetings, organisations, people
from coordinator_app.core.groups import SlotForm
from coordinator_app.core.kinds import NamesKept, Rule
from coordinator_app.core.recurrence import SlotRule
from coordinator_app.i18n import Language, Words
from coordinator_app.printing.poster import PosterOptions
from coordinator_app.printing.typst import Typesetter
from tests.book import StoppedClock
from tests.gui.keys import type_text
from tests.gui.program import PASSPHRASE
from tests.hostile import CLEANED, TEXTS
from tests.printing.reading import missing, text_of
from tests.screens.tour import Tour, touring

TODAY = StoppedClock().today()


def fill(session: Session) -> None:
    """A group, a man, a partner, an activity and an enquiry for each text; all of them in one group's sheet."""
    for at, typed in enumerate(TEXTS):
        rule = SlotRule(Rule.WEEKLY, at % 7, dt.time(10 + at % 10), 60, TODAY)
        groups.add(session, name=typed, today=TODAY, slots=(SlotForm(rule, typed),), names_kept=NamesKept.NAMED)
        people.add(session, name=typed, today=TODAY, note=typed)
        organisations.add(session, name=typed, note=typed)
        activities.add(session, name=typed, kind="exercise", held_on=TODAY)
        enquiries.log(session, on=TODAY, today=TODAY, channel="phone", note=typed)
    there = [row.id for row in people.listing(session, today=TODAY)]
    first = groups.by_name(session, name=TEXTS[0])
    meeting = meetings.add_extra(session, group=first, on=TODAY)
    attendance.record(session, meeting=meeting.id, present=there, today=TODAY, note=TEXTS[1])


@pytest.fixture(scope="module")
def hostile_town(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A closed book in which everything is called like something else."""
    folder = tmp_path_factory.mktemp("hostile") / "turku"
    book, _ = bootstrap.new_book(
        folder, locality_code="turku", locality_name=TEXTS[0], language=Language.FI, passphrase=PASSPHRASE, clock=StoppedClock()
    )
    book.database.write(fill)
    for typed in TEXTS:
        book.database.write(people.change, person=1, note=typed)
        book.clock.pass_by(minutes=2)  # type: ignore[attr-defined]
    book.close(back_up=False)
    return folder


def rich(window: QWidget) -> Iterator[str]:
    """What Qt would show as rich text, and signs that a button would swallow."""
    for widget in (window, *window.findChildren(QWidget)):
        if GuiQt.mightBeRichText(widget.toolTip()) and "&lt;" not in widget.toolTip():
            yield f"tip {widget.toolTip()!r}"
        if isinstance(widget, QLabel) and widget.textFormat() is not Qt.TextFormat.PlainText and GuiQt.mightBeRichText(widget.text()):
            yield f"label {widget.text()!r}"
        if isinstance(widget, QAbstractButton) and "Leivo & Pojat" in widget.text():
            yield f"button {widget.text()!r}"
        if isinstance(widget, QAbstractItemView) and widget.isVisible():
            model = widget.model()
            root = QModelIndex()
            for row in range(min(model.rowCount(root), 200)):
                for column in _columns(model, root):
                    tip = model.index(row, column, root).data(Qt.ItemDataRole.ToolTipRole)
                    if isinstance(tip, str) and GuiQt.mightBeRichText(tip) and "&lt;" not in tip:
                        yield f"tip of a row {tip!r}"
    for action in window.findChildren(QAction):
        if "Leivo & Pojat" in action.text():
            yield f"menu {action.text()!r}"


def _columns(model: QAbstractItemModel, root: QModelIndex) -> range:
    # A list model hides that it has but one.
    return range(1) if isinstance(model, QAbstractListModel) else range(model.columnCount(root))


def shown(window: QWidget) -> str:
    """Every text of the labels and lists that are there."""
    texts = [label.text() for label in window.findChildren(QLabel)]
    for view in window.findChildren(QAbstractItemView):
        model = view.model()
        if view.isVisible():
            root = QModelIndex()
            indexes = (model.index(row, column, root) for row in range(model.rowCount(root)) for column in _columns(model, root))
            texts += [str(index.data()) for index in indexes]
    return "\n".join(texts)


def test_no_screen_takes_it_for_more_than_letters(qapp: QApplication, qtbot: QtBot, hostile_town: Path, tmp_path: Path) -> None:
    faults: set[str] = set()
    texts: dict[str, str] = {}
    with touring(qapp, qtbot, hostile_town, tmp_path) as tour:
        for stop in tour.stops():
            stop.come()
            tour.settle()
            faults |= {f"{stop.name}: {fault}" for fault in rich(tour.window)}
            texts[stop.name] = shown(tour.window)
        found = {name: [typed for typed in TEXTS if typed in texts[name]] for name in ("groups", "people", "activities")}
        _type_all(tour)
    assert not faults, "\n".join(sorted(faults))
    assert {name: len(each) for name, each in found.items()} == dict.fromkeys(found, len(TEXTS)), found


def _type_all(tour: Tour) -> None:
    """Each text as a search, key by key; the list answers and nothing breaks."""
    from coordinator_app.gui.kit.list import SearchLine
    from coordinator_app.gui.main_window import MainWindow

    assert isinstance(tour.window, MainWindow)
    tour.window.go("people")
    tour.settle()
    line = next(each for each in tour.window.findChildren(SearchLine) if each.isVisible())
    for typed in TEXTS[:-1]:
        type_text(line, typed)
        assert line.text() == typed
        tour.settle()
        line.clear()


def test_every_sentence_of_the_history_says_it_as_it_was_typed(hostile_town: Path) -> None:
    book = bootstrap.open_book(hostile_town, passphrase=PASSPHRASE, clock=StoppedClock())
    for typed in TEXTS:
        book.database.write(groups.add, name=f"{typed} 2", today=TODAY)
    lines = book.database.read(history.lines, most=len(TEXTS))
    book.close(back_up=False)
    for language in Language:
        words = Words(language)
        assert all(f"{typed} 2" in line.said(words) for typed, line in zip(reversed(TEXTS), lines, strict=True))


def test_paper_sets_it_as_letters(hostile_town: Path, tmp_path: Path) -> None:
    book = bootstrap.open_book(hostile_town, passphrase=PASSPHRASE, clock=StoppedClock())
    manuscript = book.database.read(papers.schedule_manuscript, options=PosterOptions(title=TEXTS[38]), today=TODAY)
    book.close(back_up=False)
    printed = text_of(Typesetter().document(manuscript, made=StoppedClock().now()), tmp_path)
    latin = [typed for typed in TEXTS if typed.isascii() and len(typed) < 100]
    assert missing(latin, printed) == []


def test_the_terminal_prints_it_as_it_was_typed(
    hostile_town: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COORDINATOR_PASSPHRASE", PASSPHRASE)
    monkeypatch.setenv("COORDINATOR_LANGUAGE", "en")
    monkeypatch.setenv("COLUMNS", "400")
    for what in ("groups", "people", "activities"):
        assert main(["list", str(hostile_town), what]) == 0
        said = capsys.readouterr().out
        assert "\x1b" not in said
        assert [typed for typed in TEXTS[:-1] if typed not in said] == [], what


@pytest.mark.parametrize(("typed", "left"), CLEANED)
def test_controls_are_not_kept(typed: str, left: str, tmp_path: Path, hostile_town: Path) -> None:
    book = bootstrap.open_book(hostile_town, passphrase=PASSPHRASE, clock=StoppedClock())
    person = book.database.write(people.add, name=typed, today=TODAY).result
    group = book.database.write(groups.add, name=typed, today=TODAY).result
    names = {row.id: row.name for row in book.database.read(people.listing, today=TODAY)}
    called = {row.id: row.name for row in book.database.read(groups.listing, today=TODAY, records_begin=TODAY)}
    book.close(back_up=False)
    assert (names[person], called[group]) == (left, left)
