"""Where the posters hang: what is out of date first, what to do about it, and what a code on a wall stands for."""

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from coordinator_app.core import posters
from coordinator_app.core.posters import Posted
from coordinator_app.gui.kit.actions import Action, verb_button
from coordinator_app.gui.kit.form import WIDEST
from coordinator_app.gui.kit.icons import Icon
from coordinator_app.gui.kit.kit import Kit
from coordinator_app.gui.kit.layout import scrolled, text_label
from coordinator_app.gui.kit.tab_order import follow_the_eye
from coordinator_app.gui.kit.voice import Labels
from coordinator_app.gui.printing import reading
from coordinator_app.gui.printing.again import Again
from coordinator_app.gui.printing.code_finder import CodeFinder
from coordinator_app.gui.printing.hang_panels import HangPanels
from coordinator_app.gui.printing.hanging_card import CardActs, HangingCard
from coordinator_app.gui.printing.press import Press
from coordinator_app.gui.printing.reading import Hung
from coordinator_app.i18n import N_, Words


class Whereabouts(QWidget):
    """Shown in the place of a document. It asks the book again whenever the screen does."""

    def __init__(self, kit: Kit, press: Press) -> None:
        super().__init__()
        self._kit = kit
        self._hung = Hung((), ())
        self._subject: int | None = None
        self.cards: list[HangingCard] = []
        self._labels = Labels(kit.voice.words)
        self.finder = CodeFinder(kit, self.begin_hanging)
        self._stale, self._quiet = text_label("needs"), text_label("quiet")
        self.again = Again(kit, press, self.out_of_date, self.reload)
        self.panels = HangPanels(kit, lambda: follow_the_eye(self._inside))
        self.begin = verb_button(kit.icons, self._labels, Action(N_("Say where a poster hangs"), self._begin, Icon.ADD))
        self._lay_out()
        kit.theme.changed.connect(self._measure)
        self._measure()

    def reload(self) -> None:
        """Asks the book."""
        self._kit.tasks.read(reading.hung, self._fill, now=self._kit.clock.now())

    def show_subject(self, hanging: int) -> None:
        """Brings one of the posters into sight."""
        self._subject = hanging
        self.reload()

    def begin_hanging(self, printed: int) -> None:
        """Asks where a printed sheet hangs."""
        self._kit.tasks.read(reading.hung, partial(self._begin_with, printed), now=self._kit.clock.now())

    def out_of_date(self) -> Sequence[Posted]:
        """The posters that are."""
        return [each for each in self._hung.posted if each.out_of_date]

    def say(self, words: Words) -> None:
        """Speaks this language."""
        for part in (self._labels, self.finder, self.again, self.panels):
            part.say(words)
        for card in self.cards:
            card.say(words)
        stale = len(self.out_of_date())
        self._stale.setText(words.count("{n} poster is out of date", "{n} posters are out of date", stale))
        self._quiet.setText(
            words(N_("No poster is said to hang anywhere yet. When you have hung one up, say where; you are told when it is out of date."))
        )

    def _fill(self, hung: Hung) -> None:
        self._hung = hung
        for old in self.cards:
            self._place.removeWidget(old)
            old.hide()
            old.deleteLater()
        acts = CardActs(lambda each: self.again.print_these([each]), self._new_one_hangs, self.panels.correct, self._take_down)
        ordered = sorted(hung.posted, key=lambda each: not each.out_of_date)
        self.cards = [HangingCard(self._kit, each, acts) for each in ordered]
        for card in self.cards:
            self._place.addWidget(card)
        stale = bool(self.out_of_date())
        self._stale.setVisible(stale)
        self.again.setVisible(stale)
        self._quiet.setVisible(not self.cards)
        self.begin.setVisible(bool(hung.printed))
        self.say(self._kit.voice.words)
        follow_the_eye(self._inside)
        self._reveal()

    def _begin(self) -> None:
        self.panels.begin(self._hung, self._hung.printed[0].id)

    def _begin_with(self, printed: int, hung: Hung) -> None:
        self.panels.begin(hung, printed)
        self._fill(hung)

    def _new_one_hangs(self, posted: Posted) -> None:
        assert posted.standing.renewed is not None
        self._write(posters.replace, posted, printed=posted.standing.renewed.id, since=self._kit.clock.today())

    def _take_down(self, posted: Posted) -> None:
        self._write(posters.take_down, posted)

    def _write(self, command: Callable[..., None], posted: Posted, **values: object) -> None:
        self._kit.tasks.write(command, lambda _: None, hanging=posted.row.id, **values)

    def _lay_out(self) -> None:
        inside = QWidget()
        column = QVBoxLayout(inside)
        column.setContentsMargins(0, 4, 0, 16)
        column.setSpacing(8)
        heading = text_label("section")
        self._labels.put(heading.setText, N_("Where the posters hang"))
        for part in (heading, self.panels, self._stale, self.again, self._quiet):
            column.addWidget(part)
        self._place = QVBoxLayout()
        self._place.setSpacing(8)
        column.addLayout(self._place)
        column.addWidget(self.begin, 0, Qt.AlignmentFlag.AlignLeft)
        column.addSpacing(12)
        column.addWidget(self.finder)
        column.addStretch(1)
        holder = QWidget()
        beside = QHBoxLayout(holder)
        beside.setContentsMargins(0, 0, 0, 0)
        beside.addWidget(inside, 1)
        beside.addStretch(0)
        self._inside, self._area = inside, scrolled(holder)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self._area)

    def _measure(self) -> None:
        self._inside.setMaximumWidth(self._kit.theme.px(WIDEST) + 34)

    def _reveal(self) -> None:
        for card in self.cards:
            if card.posted.row.id == self._subject:
                self._subject = None
                self._area.ensureWidgetVisible(card)
