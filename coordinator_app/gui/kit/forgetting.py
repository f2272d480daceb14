"""Forgetting people: one of the three dialogs says what goes and what stays; then it is done, with a receipt if one is wanted."""

from collections.abc import Callable, Sequence
from typing import Any

from PySide6.QtWidgets import QWidget

from coordinator_app.bootstrap import OpenBook
from coordinator_app.core.errors import CoordinatorError
from coordinator_app.gui.kit.dialogs import Answer, Files, Question
from coordinator_app.gui.kit.kit import Kit
from coordinator_app.i18n import N_

_MOST_NAMES = 12


class Forgetting:
    """Asks above `parent`. `begun()` when the work starts; then `gone()` when they are forgotten, or `refused(error)`."""

    def __init__(
        self,
        kit: Kit,
        parent: QWidget,
        begun: Callable[[], object],
        gone: Callable[[], object],
        refused: Callable[[CoordinatorError], None],
    ) -> None:
        self._kit, self._parent = kit, parent
        self._begun, self._gone, self._refused = begun, gone, refused

    def ask(self, people: Sequence[int]) -> None:
        """First what the book holds of them."""
        from coordinator_app.core import erasure

        def found(traces: Any) -> None:
            self._decide(people, traces)

        self._kit.tasks.read(erasure.traces, found, people=people)

    def _decide(self, people: Sequence[int], traces: Any) -> None:
        from coordinator_app.core import erasure

        words = self._kit.voice.words
        if len(people) == 1:
            title = words(N_("Forget {name} for good?"), name=traces.names[0])
        else:
            title = words.count("Forget {n} person for good?", "Forget {n} people for good?", len(people))
        told = [*erasure.said(traces, words), words(N_("This cannot be undone."))]
        if len(people) > 1:
            shown = traces.names[:_MOST_NAMES]
            more = len(traces.names) - len(shown)
            told.insert(0, words.listing([*shown, *([words.count("{n} other", "{n} others", more)] if more else [])]))
        answers = [Answer("keep", words(N_("Do not forget"))), Answer("forget", words(N_("Forget for good")), "danger")]
        if len(people) == 1:
            answers.insert(1, Answer("receipt", words(N_("Forget, and save a receipt")), "danger"))
        answer = self._kit.ask.question(self._parent, Question(title, "\n\n".join(told), tuple(answers)))
        if answer == "forget":
            self._forget(people, lambda book: None)
        elif answer == "receipt":
            self._with_receipt(people)

    def _with_receipt(self, people: Sequence[int]) -> None:
        words = self._kit.voice.words
        title, name = words(N_("Save the receipt")), words(N_("receipt-of-erasure.pdf"))
        place, language = self._kit.ask.save_as(self._parent, title, name, Files("PDF", ("pdf",))), words.language

        def put(book: OpenBook) -> None:
            from coordinator_app.bootstrap import letters

            assert place is not None
            letters.put_erasure_receipt(book, place, language)

        if place is not None:
            self._forget(people, put)

    def _forget(self, people: Sequence[int], first: Callable[[OpenBook], object]) -> None:
        """The receipt comes first: a place that takes nothing is found out while nobody is forgotten yet."""

        def work(book: OpenBook) -> Any:
            from coordinator_app.bootstrap import forgetting

            first(book)
            return forgetting.forget(book, people)

        def over(done: Any) -> None:
            self._gone()
            self._kit.tasks.changed.emit(done.kinds)
            self._kit.tasks.stepped.emit()
            told = self._kit.voice.words.count("{n} person is forgotten.", "{n} people are forgotten.", done.result.number)
            self._kit.notice.tell(told)

        self._begun()
        self._kit.tasks.with_book(work, over, self._refused)
