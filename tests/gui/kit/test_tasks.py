"""Work goes to the book's thread and comes back to the window's; trouble becomes a word to the user, never silence."""

import gc
import threading
import weakref

import pytest
from pytestqt.qtbot import QtBot

from coordinator_app.core.errors import CoordinatorError, Refused
from coordinator_app.gui.kit.kit import Kit
from coordinator_app.gui.kit.tasks import Progress
from tests.gui.shelf import Loan, Shelf, add, change, loans


def never(told: object) -> None:
    """What must not be called."""
    pytest.fail(f"called with {told}")


@pytest.fixture
def shelf(kit: Kit, qtbot: QtBot) -> Shelf:
    shelf = Shelf()
    opened: list[Shelf] = []
    refused: list[CoordinatorError] = []
    kit.tasks.open(lambda: shelf, opened.append, refused.append)
    qtbot.waitUntil(lambda: opened == [shelf])
    return shelf


def test_a_question_is_answered_in_the_windows_thread(kit: Kit, qtbot: QtBot, shelf: Shelf) -> None:
    asked: list[threading.Thread] = []
    answered: list[threading.Thread] = []

    def who(_shelf: Shelf) -> threading.Thread:
        return threading.current_thread()

    def then(thread: threading.Thread) -> None:
        asked.append(thread)
        answered.append(threading.current_thread())

    kit.tasks.read(who, then)
    qtbot.waitUntil(lambda: bool(asked))
    assert asked != answered == [threading.main_thread()]


def test_a_write_gives_its_result_then_tells_what_it_touched(kit: Kit, qtbot: QtBot, shelf: Shelf) -> None:
    heard: list[object] = []
    kit.tasks.changed.connect(heard.append)
    kit.tasks.write(add, heard.append, name="Tiistairyhmä")
    qtbot.waitUntil(lambda: heard == [1, frozenset({"loan"})])
    assert shelf.loans[1].name == "Tiistairyhmä"


def test_undo_and_redo_tell_what_they_touched(kit: Kit, qtbot: QtBot, shelf: Shelf) -> None:
    done: list[str] = []
    kit.tasks.write(add, lambda _: None, name="A")
    kit.tasks.undo(lambda: done.append("undone"))
    qtbot.waitUntil(lambda: done == ["undone"])
    assert not shelf.loans
    with qtbot.waitSignal(kit.tasks.changed):
        kit.tasks.redo(lambda: done.append("redone"))
    assert [loan.name for loan in shelf.loans.values()] == ["A"]


def test_a_refusal_goes_to_who_catches_it_and_else_to_everyone(kit: Kit, qtbot: QtBot, shelf: Shelf) -> None:
    caught: list[CoordinatorError] = []
    kit.tasks.write(add, lambda _: None, name="A")
    kit.tasks.catching(caught.append).write(change, never, loan=1, phone="112")
    qtbot.waitUntil(lambda: bool(caught))
    assert str(caught[0]) == "112 is nobody's own number."
    with qtbot.waitSignal(kit.tasks.failed) as told:
        kit.tasks.write(change, never, loan=1, phone="112")
    assert isinstance(told.args[0], Refused)


def test_a_fault_of_the_program_is_not_taken_for_a_refusal(kit: Kit, qtbot: QtBot, shelf: Shelf) -> None:
    with qtbot.waitSignal(kit.tasks.failed) as told:
        kit.tasks.catching(never).write(change, never, loan=99, phone="1")
    assert isinstance(told.args[0], KeyError)


def test_answers_about_a_closed_book_are_dropped(kit: Kit, qtbot: QtBot, shelf: Shelf) -> None:
    heard: list[list[Loan]] = []
    kit.tasks.read(loans, heard.append)
    closed: list[bool] = []
    kit.tasks.close(lambda: closed.append(True))
    qtbot.waitUntil(lambda: bool(closed))
    assert shelf.closed
    assert heard == []


def test_a_long_job_tells_its_progress_and_can_be_stopped(kit: Kit, qtbot: QtBot) -> None:
    begin, gate = threading.Event(), threading.Event()
    finished: list[int] = []

    def count(progress: Progress) -> int:
        begin.wait(5)
        progress(1, 2)
        gate.wait(5)
        progress(2, 2)
        return 2

    job = kit.tasks.run(count, finished.append)
    with qtbot.waitSignal(job.progressed) as told:
        begin.set()
    assert told.args == [1, 2]
    job.stop()
    with qtbot.waitSignal(job.ended):
        gate.set()
    assert finished == []


class Remains:
    """What is left of a window: it holds on to itself, so that only the search for circular garbage finds it."""

    def __init__(self) -> None:
        self.itself = self


@pytest.mark.parametrize("left_to_python", [False, True])
def test_what_is_left_of_a_window_is_never_destroyed_in_a_workers_thread(kit: Kit, qtbot: QtBot, left_to_python: bool) -> None:
    destroyed: list[bool] = []

    def work(_progress: Progress) -> None:
        weakref.finalize(Remains(), lambda: destroyed.append(threading.current_thread() is threading.main_thread()))
        # Enough for Python to search even what has grown old, if it were left to it.
        kept = [[number] for number in range(200_000)]
        assert kept

    if left_to_python:
        gc.enable()
    done: list[None] = []
    kit.tasks.run(work, done.append)
    qtbot.waitUntil(lambda: bool(done))
    gc.collect()
    assert destroyed == [not left_to_python]
