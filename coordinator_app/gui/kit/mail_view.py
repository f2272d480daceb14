"""A message to several people: how many get it, the portions it goes in, the addresses to copy, and who is left out and why."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from coordinator_app.core import mailing
from coordinator_app.core.mailing import LeftOut, Mailing, Portion, Why
from coordinator_app.core.sorting import sort_key
from coordinator_app.gui.kit.actions import Action, button, verb_button
from coordinator_app.gui.kit.escape import OnEscape
from coordinator_app.gui.kit.fault_line import FaultLine
from coordinator_app.gui.kit.flow import Flow
from coordinator_app.gui.kit.icons import Icon
from coordinator_app.gui.kit.kit import Kit
from coordinator_app.gui.kit.layout import text_label
from coordinator_app.gui.kit.table import Column, Table
from coordinator_app.gui.kit.voice import Labels
from coordinator_app.i18n import N_, Words

# So many rows the page shows before the table itself scrolls.
_ROWS = 40
_WHY = {
    Why.NOT_AGREED: N_("has not agreed to mail to the group"),
    Why.WITHDRAWN: N_("has taken back his consent to mail to the group"),
    Why.NO_ADDRESS: N_("no e-mail address"),
    Why.BAD_ADDRESS: N_("the e-mail address is not whole"),
}


class MailView(QWidget):
    """`back` leaves it. The message itself is written in the user's own e-mail program, and sent there."""

    def __init__(self, kit: Kit, back: Callable[[], object], back_text: str) -> None:
        """`back_text` is marked with `N_`."""
        super().__init__()
        self._kit = kit
        self._whom: Callable[[Words], str] = lambda _: ""
        self._portions: tuple[Portion, ...] = ()
        self._opened: set[int] = set()
        self._labels = Labels(kit.voice.words)
        self.back = verb_button(kit.icons, self._labels, Action(back_text, back, Icon.BACK), "quiet")
        OnEscape(self, self.back.click)
        self._title, self._about = text_label("section"), text_label("quiet")
        self.openers: list[QPushButton] = []
        self.copier = verb_button(kit.icons, self._labels, Action(N_("Copy the addresses"), self._copy, Icon.COPY))
        self._fault = FaultLine(kit)
        self._left_out = text_label("label")
        self.table: Table[LeftOut] = Table(kit, "mail/left_out", _columns(), key=lambda each: each.person)
        self.table.opened.connect(lambda each: kit.go("people", each.person))
        self._labels.put(self.table.setAccessibleName, N_("Left out"))
        self._lay_out()
        kit.theme.changed.connect(self._measure)

    def add_above(self, part: QWidget) -> None:
        """Puts a part between the way back and the message's heading."""
        self._column.insertWidget(1, part)

    def show_mailing(self, whom: Callable[[Words], str], found: Mailing) -> None:
        """Shows a message to those whom `whom` names; what was opened stays marked while the addresses are the same."""
        portions = mailing.portions(found.addresses)
        if portions != self._portions:
            self._opened.clear()
            self._fault.right()
        self._whom, self._portions = whom, portions
        self.table.show_rows(found.left_out)
        self._offer_portions()
        self._describe(self._kit.voice.words)
        self._measure()

    def begin(self) -> None:
        """Puts the keyboard on what is most likely done next."""
        first = next(iter(self.openers), self.back)
        # A button that was made just now takes the focus only when it is shown.
        QTimer.singleShot(0, first, first.setFocus)

    def say(self, words: Words) -> None:
        """Speaks this language."""
        self._labels.say(words)
        self.table.say(words)
        self._describe(words)

    def _offer_portions(self) -> None:
        while len(self.openers) > len(self._portions):
            gone = self.openers.pop()
            self._verbs.removeWidget(gone)
            gone.deleteLater()
        self._verbs.removeWidget(self.copier)
        for at in range(len(self.openers), len(self._portions)):
            made = button(self._kit.icons, Action("", partial(self._open, at), Icon.EMAIL))
            self.openers.append(made)
            self._verbs.addWidget(made)
        self._verbs.addWidget(self.copier)

    def _describe(self, words: Words) -> None:
        number = sum(len(portion.addresses) for portion in self._portions)
        self._title.setText(words(N_("Message: {whom}"), whom=self._whom(words)))
        if number:
            said = [
                words.count(
                    "It goes to {n} address, hidden from the others.", "It goes to {n} addresses, each hidden from the others.", number
                )
            ]
            said.append(words(N_("Your e-mail program opens with them; write the message and send it there.")))
            if len(self._portions) > 1:
                said.append(words(N_("There are too many for one message, so send each portion by itself.")))
        else:
            said = [words(N_("There is nobody to whom it could go."))]
        self._about.setText(" ".join(said))
        self.copier.setVisible(number > 0)
        for at, made in enumerate(self.openers):
            made.setText(self._opener_said(at, words))
            made.setIcon(self._kit.icons.beside_word(Icon.CHECK if at in self._opened else Icon.EMAIL))
        self._left_out.setText(words.count("{n} person is left out", "{n} people are left out", self.table.rows.rowCount()))
        for part in (self._left_out, self.table):
            part.setVisible(self.table.rows.rowCount() > 0)

    def _opener_said(self, at: int, words: Words) -> str:
        if len(self._portions) == 1:
            return words(N_("Open in the e-mail program"))
        if at in self._opened:
            return words(N_("Portion {n} of {all}, opened"), n=at + 1, all=len(self._portions))
        return words(N_("Open portion {n} of {all}"), n=at + 1, all=len(self._portions))

    def _open(self, at: int) -> None:
        words = self._kit.voice.words
        if self._kit.ask.open_link(self._portions[at].link):
            self._fault.right()
            self._opened.add(at)
            self._describe(words)
            following = next((each for each in range(len(self._portions)) if each not in self._opened), None)
            if following is not None:
                self.openers[following].setFocus()
        else:
            self._fault.wrong(
                lambda words: words(
                    N_("No e-mail program answered. Copy the addresses and paste them into a new message, as hidden copies (bcc).")
                )
            )
            self.copier.setFocus()

    def _copy(self) -> None:
        addresses = [address for portion in self._portions for address in portion.addresses]
        QGuiApplication.clipboard().setText("; ".join(addresses))
        words = self._kit.voice.words
        self._kit.notice.tell(
            words.count(
                "{n} address is copied. Paste it as a hidden copy (bcc).",
                "{n} addresses are copied. Paste them as hidden copies (bcc).",
                len(addresses),
            )
        )

    def _measure(self) -> None:
        self.table.set_widths((180 if self._kit.theme.one_pane else 240,))
        rows = min(self.table.rows.rowCount(), _ROWS)
        self.table.setMinimumHeight(self._kit.theme.px(44 + 40 * rows))

    def _lay_out(self) -> None:
        self._verbs = Flow()
        self._verbs.addWidget(self.copier)
        column = self._column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 8, 12)
        column.setSpacing(12)
        column.addWidget(self.back, 0, Qt.AlignmentFlag.AlignLeft)
        column.addWidget(self._title)
        column.addWidget(self._about)
        column.addLayout(self._verbs)
        column.addWidget(self._fault)
        column.addSpacing(8)
        column.addWidget(self._left_out)
        column.addWidget(self.table)
        column.addStretch(1)


def _columns() -> list[Column[LeftOut]]:
    return [
        Column(N_("Name"), lambda each, words: each.name, lambda each: sort_key(each.name)),
        Column(N_("Why"), lambda each, words: words(_WHY[each.why]), lambda each: each.why),
    ]
