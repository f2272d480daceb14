"""A walk through every screen of the practice town: where one can stand, and how one comes there."""

import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from pathlib import Path

from PySide6.QtWidgets import QApplication, QPushButton, QTabWidget, QWidget
from pytestqt.qtbot import QtBot

from coordinator_app.bootstrap import documents
from coordinator_app.core import organisations
from coordinator_app.core.kinds import OrganisationKind, PersonRole
from coordinator_app.gui.app import App
from coordinator_app.gui.attendance.modes import Modes
from coordinator_app.gui.calendar.bar import Bar, View
from coordinator_app.gui.calendar.chosen import ChosenThing
from coordinator_app.gui.first_start.window import FirstStartWindow
from coordinator_app.gui.groups.one_group import OneGroup
from coordinator_app.gui.kit.layout import ListAndForm
from coordinator_app.gui.main_window import MainWindow
from coordinator_app.gui.people.side import Side
from coordinator_app.gui.printing.gallery import Gallery
from coordinator_app.gui.printing.whereabouts import Whereabouts
from coordinator_app.gui.settings.screen import Places
from tests.book import StoppedClock
from tests.gui.conftest import Script
from tests.gui.program import PASSPHRASE, running, settle, unlock, unlock_window
from tests.screens.cards import LAST_QUARTER, Cards, Stop, part

SIZE = (1366, 768)
PEOPLE_FILE = Path(__file__).parent / "people.csv"


class Tour:
    """The running program and its stops. Every change of language, size and theme is made while the window is open."""

    def __init__(self, program: App, qtbot: QtBot, people: Path) -> None:
        self.program, self._qtbot, self._people = program, qtbot, people
        self.size = SIZE

    @property
    def window(self) -> QWidget:
        assert self.program.window is not None
        return self.program.window

    def settle(self) -> None:
        """Waits until the book and the long jobs have answered, and the window is laid out for its size."""
        settle(self.program, self._qtbot)
        self.lay_out()

    def lay_out(self) -> None:
        """Does what the window has put off until it is next painted."""
        self.window.resize(*self.size)
        for _ in range(3):
            QApplication.processEvents()

    def stops(self) -> Iterator[Stop]:
        """Everything the main window can show, each only once one stands before it."""
        window, ask = self.window, self.program.kit.ask
        assert isinstance(window, MainWindow)
        assert isinstance(ask, Script)
        cards = Cards(window, ask, self.settle)
        for name in ("home", "groups", "people"):
            yield from self._views(name, None)
        yield Stop("people-message", self._write_to_counsellors)
        yield from self._views("people", 1)
        yield from cards.of_people()
        if self.program.kit.theme.one_pane:
            # Beside the list the first group is shown from the beginning.
            yield from self._views("groups", 1)
        yield from cards.of_groups()
        yield Stop("groups-message", self._write_to_group)
        yield from self._views("attendance", 1)
        yield Stop("attendance-month", part(self.window, Modes).month.click)
        yield from self._views("activities", None)
        yield from cards.of_activities()
        yield from self._calendar()
        yield from self._views("quarter", None)
        if self.program.kit.theme.one_pane:
            yield from self._views("quarter", LAST_QUARTER)
        yield from self._views("printing", None)
        for kind in (documents.LEAFLET, documents.POCKET_LIST, documents.ATTENDANCE, documents.CERTIFICATE):
            yield Stop(f"printing-{kind.code}", partial(self.choose_document, kind))
        yield Stop("printing-whereabouts", lambda: self._go("printing", 1))
        yield Stop("printing-hang", part(self.window, Whereabouts).begin.click)
        yield from self._importing()
        yield Stop("settings", lambda: self._go("settings"))
        for at in range(len(part(self.window, Places).buttons)):
            yield Stop(f"settings-{at + 1}", lambda at=at: self._go("settings", at))  # type: ignore[misc]
        yield Stop("search", self._search)
        yield Stop("search-in-vain", lambda: self._search("Zorro"))
        window.search.palette.go_back()
        # What is changed is offered to be taken back for a while, also on what comes after.
        yield from cards.of_quarter()
        yield Stop("undo", self._change)

    def empty_stops(self) -> Iterator[Stop]:
        """The screens of a book that nothing was written in yet."""
        for name in ("home", "groups", "people", "attendance", "activities", "calendar", "quarter", "printing"):
            yield from self._views(name, None)

    def first_steps(self) -> Iterator[Stop]:
        """The unlock window both ways, and the five steps of the first start."""
        yield Stop("unlock", lambda: unlock_window(self.program))
        yield Stop("unlock-by-sheet", unlock_window(self.program).other_way.click)
        self.program.show_first_start()
        window = self.window
        assert isinstance(window, FirstStartWindow)
        yield Stop("first-start-1", lambda: None)
        yield Stop("first-start-2", window.next.click)
        window.back.click()
        yield Stop("first-start-box", window.take_over.click)
        window.back.click()
        window.next.click()
        window.locality.name.setText("Turku")
        yield Stop("first-start-3", window.next.click)
        yield Stop("first-start-4", window.next.click)
        window.sheet.show_code("AB2C D3EF 4GHJ K5LM N6PQ R7ST U8VW X9YZ")
        yield Stop("first-start-5", lambda: window.made("AB2C D3EF 4GHJ K5LM N6PQ R7ST U8VW X9YZ"))

    def _views(self, name: str, subject: int | None) -> Iterator[Stop]:
        yield Stop(name if subject is None else f"{name}-one", lambda: self._go(name, subject))
        for tabs in [each for each in self.window.findChildren(QTabWidget) if each.isVisible()]:
            for at in range(1, tabs.count()):
                yield Stop(f"{name}-{'' if subject is None else 'one-'}{at + 1}", lambda tabs=tabs, at=at: tabs.setCurrentIndex(at))  # type: ignore[misc]
            tabs.setCurrentIndex(0)

    def _calendar(self) -> Iterator[Stop]:
        yield Stop("calendar", lambda: self._go("calendar"))
        bar = part(self.window, Bar)
        for view in (View.WEEK, View.LIST, View.MONTH):
            if bar.views[view].isVisible():
                yield Stop(f"calendar-{view}", bar.views[view].click)
        for panes in [each for each in self.window.findChildren(ListAndForm) if each.isVisible()]:
            panes.show_form()
        yield Stop("calendar-cancel", part(self.window, ChosenThing).begin_cancel)
        yield Stop("calendar-move", part(self.window, ChosenThing).begin_move)

    def _importing(self) -> Iterator[Stop]:
        yield Stop("importing", lambda: self._go("importing"))
        ask = self.program.kit.ask
        assert isinstance(ask, Script)
        ask.paths.append(self._people)
        chooser = next(each for each in self.window.findChildren(QPushButton) if each.isVisible() and each.property("role") == "primary")
        yield Stop("importing-file", chooser.click)

    def _write_to_group(self) -> None:
        self._go("groups", 1)
        self.settle()
        part(self.window, OneGroup).write()

    def choose_document(self, kind: documents.Kind) -> None:
        self._go("printing")
        part(self.window, Gallery).buttons[kind].click()

    def _write_to_counsellors(self) -> None:
        side = part(self.window, Side)
        side.filter.show(PersonRole.COUNSELLOR)
        side.filter.edited()
        side.writer.click()

    def _go(self, name: str, subject: int | None = None) -> None:
        window = self.window
        assert isinstance(window, MainWindow)
        window.go(name, subject)
        if subject is None:
            for panes in window.findChildren(ListAndForm):
                if panes.isVisible() and panes.one_pane:
                    panes.show_list()

    def _search(self, typed: str = "ma") -> None:
        """Lays the search over the window, and over what follows until it is closed."""
        window = self.window
        assert isinstance(window, MainWindow)
        if window.search.palette.isHidden():
            window.search.open()
        window.search.palette.line.setText(typed)

    def _change(self) -> None:
        """Makes a change, which the window then offers to take back."""
        self._go("home")
        self.program.kit.tasks.write(organisations.add, lambda _: None, name="Turun Sanomat", kind=OrganisationKind.MEDIA)


@contextmanager
def touring(
    qapp: QApplication, qtbot: QtBot, town: Path, place: Path, *, main: bool = True, ask: Script | None = None, people: Path = PEOPLE_FILE
) -> Iterator[Tour]:
    """The program at Home of a copy of `town`, or at its unlock window; `people` is the file that is brought in."""
    folder = place / "books" / "turku"
    shutil.copytree(town, folder)
    ask = Script() if ask is None else ask
    with running(qapp, place, ask, StoppedClock()) as program:
        if main:
            unlock(program, folder, qtbot, PASSPHRASE)
        else:
            program.show_unlock(folder)
        yield Tour(program, qtbot, people)
    assert ask.faults == []
