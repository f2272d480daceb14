"""The way of a summary out of the window: what is missing is said, the page is shown, and then it leaves."""

from collections.abc import Callable
from dataclasses import replace
from functools import partial

from coordinator_app.bootstrap import sending
from coordinator_app.bootstrap.office_files import network_in_force
from coordinator_app.bootstrap.sending import Outgoing
from coordinator_app.core import checks
from coordinator_app.core.catalogue import Listing
from coordinator_app.core.errors import CoordinatorError
from coordinator_app.core.figures import Summary
from coordinator_app.core.network import Network
from coordinator_app.gui.kit.dialogs import Answer, Question
from coordinator_app.gui.kit.kit import Kit
from coordinator_app.gui.kit.layout import Switch
from coordinator_app.gui.quarter.preview import Preview
from coordinator_app.gui.quarter.reading import Shown
from coordinator_app.gui.quarter.saving import Saving
from coordinator_app.i18n import N_, Words

_AS_IT_IS = "really_so"
_NAMED = 6


class Sending:
    """`to_checks()`: something is to be mended or answered. `back(sent)`: the page is left, sent or not."""

    def __init__(self, kit: Kit, views: Switch, saving: Saving, to_checks: Callable[[], object], back: Callable[[bool], object]) -> None:
        self._kit, self._views, self._saving, self._to_checks, self._back = kit, views, saving, to_checks, back
        self.preview = Preview(kit)
        views.keep(self.preview)
        self.preview.left.connect(lambda: self._leave(sent=False))
        self.preview.elsewhere.connect(self._elsewhere)
        self.preview.confirmed.connect(self._send)

    @property
    def shows_page(self) -> bool:
        """Whether the page that the office will see is shown."""
        return self._views.currentWidget() is self.preview

    def begin(self, shown: Shown) -> None:
        """Shows what the office will see; before that, says what is missing."""
        words, found = self._kit.voice.words, shown.findings
        if found.errors:
            self._to_checks()
            self._kit.notice.error(" ".join(each.said(words, shown.catalogue) for each in found.errors[:3]))
        elif found.unanswered:
            self._ask_about_rest(shown)
        else:
            self._read_page(shown)

    def say(self, words: Words) -> None:
        """Speaks this language."""
        self.preview.say(words)

    def _ask_about_rest(self, shown: Shown) -> None:
        """Says what is missing. It may leave incomplete once that is said on purpose."""
        question = _question(shown, self._kit.voice.words)
        if self._kit.ask.question(self._views, question) == "so":
            self._kit.tasks.write(
                checks.answer_rest,
                lambda _: self._read_page(shown),
                period=shown.period,
                choice=_AS_IT_IS,
                today=self._kit.clock.today(),
                catalogue=shown.catalogue,
            )
        else:
            self._to_checks()

    def _read_page(self, shown: Shown) -> None:
        # An update file may have come since the quarter was read, and whoever can seal never sends unsealed.
        self._kit.tasks.read(network_in_force, partial(self._draft, shown))

    def _draft(self, shown: Shown, network: Network | None) -> None:
        sealed = network is not None
        shown = replace(shown, office="" if network is None else network.office_name)
        now, words = self._kit.clock.now(), self._words()
        self._kit.tasks.read(
            sending.preview, partial(self._show_page, shown, sealed), period=shown.period, now=now, words=words, sealed=sealed
        )

    def _show_page(self, shown: Shown, sealed: bool, drafted: Summary) -> None:
        self._views.show_view(self.preview)
        self._kit.go("quarter", None)  # The title's button goes while the page has its own.
        self.preview.show_summary(drafted, shown, sealed=sealed, place=self._saving.folder())

    def _send(self) -> None:
        drafted = self.preview.summary
        if drafted is None:
            return
        self.preview.send.setEnabled(False)
        now, words = self._kit.clock.now(), self._words()
        tasks = self._kit.tasks.catching(self._not_sent)
        tasks.write(sending.send, self._sent, period=drafted.period, now=now, words=words, sealed=self.preview.sealed)

    def _words(self) -> Words:
        """The words of the file, which are not put as on a screen."""
        return Words(self._kit.voice.words.language)

    def _sent(self, made: Outgoing) -> None:
        self._leave(sent=True)
        self._saving.save(made.data, self._saving.folder() / made.name)

    def _not_sent(self, error: CoordinatorError) -> None:
        self._leave(sent=False)
        self._saving.refused(error)

    def _elsewhere(self) -> None:
        folder = self._saving.choose()
        if folder is not None:
            self.preview.show_place(folder)

    def _leave(self, *, sent: bool) -> None:
        self.preview.send.setEnabled(True)
        self._back(sent)


def _question(shown: Shown, words: Words) -> Question:
    """What is missing, in sentences; that all of it was so is offered where the catalogue has that choice."""
    open_ones = shown.findings.unanswered
    sentences = [each.said(words, shown.catalogue) for each in open_ones[:_NAMED]]
    if len(open_ones) > _NAMED:
        sentences.append(words.count("And {n} question more.", "And {n} questions more.", len(open_ones) - _NAMED))
    answers = [Answer("answer", words(N_("Answer one by one")))]
    if shown.catalogue.knows(Listing.CHECK_CHOICE, _AS_IT_IS):
        answers.append(Answer("so", words(N_("It was really so, all of it"))))
    # Where a sentence takes two lines, the dots tell where the next one begins.
    missing = "\n".join(f"• {sentence}" for sentence in sentences)
    return Question(words(N_("The quarter is not complete")), missing, tuple(answers))
