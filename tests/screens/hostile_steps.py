"""What is looked at closely in a book of hostile texts, besides the screens themselves: each record, toast, search and question."""

import csv
from collections.abc import Iterator, Sequence
from functools import partial
from pathlib import Path

from PySide6.QtWidgets import QWidget

from coordinator_app.core import people
from coordinator_app.gui.groups.one_group import OneGroup
from coordinator_app.gui.kit.dialogs import Question, QuestionDialog
from coordinator_app.gui.kit.forgetting import Forgetting
from coordinator_app.gui.kit.subjects import CaseSubject, organisation
from coordinator_app.gui.main_window import MainWindow
from coordinator_app.gui.quarter.screen import QuarterScreen
from coordinator_app.gui.settings.history_page import HistoryPage
from coordinator_app.gui.settings.screen import number_of
from coordinator_app.i18n import Words
from tests.gui.conftest import Script
from tests.hostile import MARKED
from tests.screens.cards import Stop
from tests.screens.shown import Line, shown
from tests.screens.tour import Tour

_FIGURES = ("visits.group", "groups.active", "men.group", "visits.activity", "enquiries", "referrals", "volunteers.active")
FILE = "<b>&lista [*].csv"


class Reading(Script):
    """Makes each dialog that somebody would see, keeps what it says, and gives the safe answer."""

    def __init__(self) -> None:
        super().__init__()
        self.seen: list[Line] = []

    def question(self, parent: QWidget, question: Question) -> str:
        dialog = QuestionDialog(parent, question)
        dialog.show()
        self.seen += [(f"question, {where}", text) for where, text in shown(dialog)]
        dialog.hide()
        dialog.deleteLater()
        return question.answers[0].code

    def tell(self, parent: QWidget | None, words: Words, sentence: str) -> None:
        self.seen.append(("told", sentence))


def file_of(folder: Path) -> Path:
    """A file to bring in whose name, headings and cells are hostile."""
    file = folder / FILE
    with file.open("w", encoding="utf-8", newline="") as written:
        rows = csv.writer(written, delimiter=";")
        rows.writerow(("Nimi", "<i>Muu</i>"))
        rows.writerows((each.kept, MARKED[-at].kept) for at, each in enumerate(MARKED))
    return file


def steps(tour: Tour, each: int) -> Iterator[Stop]:
    """Every `each`th of the records and texts, in turn."""
    window = tour.window
    assert isinstance(window, MainWindow)
    texts = range(each // 4, len(MARKED), each)
    for at in texts:
        yield Stop(f"person {at}", partial(window.go, "people", at + 1))
        yield Stop(f"organisation {at}", partial(window.go, "people", organisation(at + 1)))
        yield Stop(f"activity {at}", partial(window.go, "activities", at + 1))
        yield Stop(f"enquiry {at}", partial(window.go, "activities", CaseSubject("enquiry", at + 1).subject))
        yield Stop(f"talk {at}", partial(window.go, "activities", CaseSubject("talk", 2 * at + 2).subject))
        yield from _group(tour, at + 1)
    yield from _questions(tour, window, texts)
    yield from _quarter(tour, window)
    yield from _searches(window, texts)


def _group(tour: Tour, group: int) -> Iterator[Stop]:
    yield Stop(f"group {group}", partial(tour.program.kit.go, "groups", group))
    [one] = [each for each in tour.window.findChildren(OneGroup) if each.isVisible()]
    for tab in range(one.tabs.count()):
        yield Stop(f"group {group}, tab {tab}", partial(one.tabs.setCurrentIndex, tab))


def _questions(tour: Tour, window: MainWindow, texts: Sequence[int]) -> Iterator[Stop]:
    """A change of each name, which a toast offers to take back; and the question before a man is forgotten."""
    kit = tour.program.kit
    forgetting = Forgetting(kit, window, _nothing, _nothing, _nothing_of)
    for at in texts:
        yield Stop(f"change of {at}", partial(kit.tasks.write, people.change, _nothing_of, person=at + 1, note=f"muutos {at}"))
        yield Stop(f"undo of {at}", window.undo.undo)
        yield Stop(f"redo of {at}", window.undo.redo)
        yield Stop(f"forget {at}", partial(forgetting.ask, [at + 1]))
    yield Stop("forget several", partial(forgetting.ask, [at + 1 for at in texts]))
    yield Stop("settings, history", partial(window.go, "settings", number_of(HistoryPage)))


def _quarter(tour: Tour, window: MainWindow) -> Iterator[Stop]:
    yield Stop("quarter", partial(window.go, "quarter"))
    screen = window.screen_of("quarter")
    assert isinstance(screen, QuarterScreen)
    yield Stop("quarter before", screen.one.before.click)
    for indicator in _FIGURES:
        yield Stop(f"why {indicator}", partial(screen.one.ask_why, indicator, "all"))
    yield Stop("send", screen.send)


def _searches(window: MainWindow, texts: Sequence[int]) -> Iterator[Stop]:
    """Each text is found by its mark, in every kind of record."""
    yield Stop("search", window.search.open)
    for at in texts:
        yield Stop(f"search for {at}", partial(window.search.palette.line.setText, f"q{at:02}q"))
        yield Stop(f"search in vain for {at}", partial(window.search.palette.line.setText, f"{MARKED[at].kept} ei ole"))


def _nothing() -> None:
    """Nobody is forgotten here."""


def _nothing_of(_: object) -> None:
    """What came of it is seen in the window."""
