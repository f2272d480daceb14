"""One poster on a wall as a card: where, since when, whether it is out of date, and what can be done about it."""

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from coordinator_app.bootstrap.documents import BY_CODE, Switch
from coordinator_app.core.people.said import LANGUAGES
from coordinator_app.core.posters import Age, Posted, Sheet
from coordinator_app.gui.kit.actions import Action, button
from coordinator_app.gui.kit.flow import Flow
from coordinator_app.gui.kit.icons import Icon
from coordinator_app.gui.kit.kit import Kit
from coordinator_app.gui.kit.layout import IconLabel, text_label
from coordinator_app.i18n import N_, Words
from coordinator_app.printing.typst import Paper


@dataclass(frozen=True, slots=True)
class CardActs:
    """What the buttons of a card do with its poster."""

    print_again: Callable[[Posted], object]
    new_one_hangs: Callable[[Posted], object]
    correct: Callable[[Posted], object]
    take_down: Callable[[Posted], object]


class HangingCard(QFrame):
    """Made anew for each answer of the book."""

    def __init__(self, kit: Kit, posted: Posted, acts: CardActs) -> None:
        super().__init__()
        self.posted = posted
        self.setProperty("role", "card")
        self._place, self._about, self._state = text_label("label"), text_label("quiet"), text_label()
        icon, role = (Icon.NOT_RECORDED, "amber") if posted.out_of_date else (Icon.HELD, "good")
        self._buttons: list[tuple[QPushButton, str]] = []
        self._state_icon = IconLabel(kit, icon, role, 20)
        if posted.out_of_date and posted.standing.renewed is None:
            self._add(kit, Action(N_("Print again"), lambda: acts.print_again(posted), Icon.PRINT))
        elif posted.out_of_date:
            self._add(kit, Action(N_("The new one hangs there"), lambda: acts.new_one_hangs(posted), Icon.CHECK))
        self._add(kit, Action(N_("Correct"), lambda: acts.correct(posted), Icon.EDIT, role="quiet"))
        self._add(kit, Action(N_("Taken down"), lambda: acts.take_down(posted), Icon.CLOSE, role="quiet"))
        self._lay_out()

    def say(self, words: Words) -> None:
        """Speaks this language."""
        row = self.posted.row
        self._place.setText(row.place)
        since = words(N_("Hung up on {day}"), day=row.since)
        self._about.setText(f"{sheet_said(row.printed.sheet, words)}\n{since}")
        self._state.setText(_state(self.posted, words))
        for made, text in self._buttons:
            made.setText(words(text))
            made.setAccessibleName(words(N_("{verb}: {what}"), verb=words(text), what=row.place))

    def text(self) -> str:
        """Everything said on the card."""
        return "\n".join(label.text() for label in (self._place, self._about, self._state))

    def named(self, text: str) -> QPushButton:
        """The button with these words (`N_`)."""
        return next(made for made, said in self._buttons if said == text)

    def _add(self, kit: Kit, action: Action) -> None:
        self._buttons.append((button(kit.icons, action), action.text))

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 12, 16, 12)
        column.setSpacing(6)
        column.addWidget(self._place)
        column.addWidget(self._about)
        state = QWidget()
        row = QHBoxLayout(state)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addWidget(self._state_icon, 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(self._state, 1)
        column.addWidget(state)
        verbs = Flow()
        for made, _ in self._buttons:
            verbs.addWidget(made)
        column.addLayout(verbs)


def sheet_said(sheet: Sheet, words: Words) -> str:
    """What a printed sheet is, so that it can be told from the others: `Poster P-7K3Q, suomi, A3`."""
    languages = [words(name) for code, name in LANGUAGES.items() if code in sheet.options.get(Switch.LANGUAGES, ())]
    parts = [f"{words(BY_CODE[sheet.document].name)} {sheet.code}", " + ".join(languages)]
    if sheet.options.get(Switch.PAPER) == Paper.A3:
        parts.append(Paper.A3.upper())
    groups = sheet.options.get(Switch.GROUPS)
    if groups is not None:
        parts.append(words.count("{n} group", "{n} groups", len(groups)))
    return ", ".join(parts)


def _state(posted: Posted, words: Words) -> str:
    sheet, standing = posted.row.printed.sheet, posted.standing
    if standing.age is Age.FRESH:
        return words(N_("Up to date, valid until {day}"), day=sheet.valid.last)
    if standing.renewed is not None:
        code, day = standing.renewed.sheet.code, standing.renewed.on
        return words(N_("Out of date. The new one, {code}, was printed on {day}: hang it up."), code=code, day=day)
    if standing.age is Age.ENDED:
        return words(N_("Out of date: it was valid until {day}."), day=sheet.valid.last)
    return words(N_("Out of date: what it says has changed."))
