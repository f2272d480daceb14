"""Language, size of the text and colours; each press shows at once."""

from PySide6.QtWidgets import QPushButton, QWidget

from coordinator_app.gui.kit.flow import Flow
from coordinator_app.gui.kit.icons import Icon
from coordinator_app.gui.kit.kit import Kit
from coordinator_app.gui.kit.language_row import LanguageRow
from coordinator_app.gui.kit.one_of import OneOf
from coordinator_app.gui.kit.theme import Mode
from coordinator_app.gui.settings.page import Page
from coordinator_app.i18n import N_, Words, in_percent

SIZES = (100, 125, 150, 175, 200)
_MODES = {Mode.SYSTEM: N_("As the computer"), Mode.LIGHT: N_("Light"), Mode.DARK: N_("Dark")}


class LookPage(Page):
    """What is chosen here is remembered on this computer, not in the book."""

    title, icon = N_("Language and look"), Icon.THEME

    def __init__(self, kit: Kit) -> None:
        super().__init__(kit)
        self.add_text(N_("Language"), "section")
        self.languages = LanguageRow(kit)
        self.add(self.languages)
        self.add_text(N_("The papers have languages of their own, under Locality."))
        self.add_text(N_("Size of the text"), "section")
        self.sizes = {percent: QPushButton() for percent in SIZES}
        for percent, made in self.sizes.items():
            made.clicked.connect(lambda _checked, percent=percent: self._resize(percent))
        self.add(self._row(list(self.sizes.values())))
        self.add_text(N_("Colours"), "section")
        self.modes = {mode: QPushButton() for mode in _MODES}
        for mode, made in self.modes.items():
            self._labels.put(made.setText, _MODES[mode])
            made.clicked.connect(lambda _checked, mode=mode: self._paint(mode))
        self.add(self._row(list(self.modes.values())))
        self.finish()
        self._mark()
        self.say(kit.voice.words)

    def say(self, words: Words) -> None:
        super().say(words)
        for percent, made in self.sizes.items():
            made.setText(in_percent(percent, words))

    def _resize(self, percent: int) -> None:
        self._kit.memory.keep("window/percent", percent)
        self._kit.theme.set_percent(percent)
        self._mark()

    def _paint(self, mode: Mode) -> None:
        self._kit.memory.keep("window/theme", str(mode))
        self._kit.theme.set_mode(mode)
        self._mark()

    def _mark(self) -> None:
        for percent, made in self.sizes.items():
            made.setChecked(percent == self._kit.theme.percent)
        for mode, made in self.modes.items():
            made.setChecked(mode is self._kit.theme.mode)

    def _row(self, buttons: list[QPushButton]) -> QWidget:
        whole = QWidget()
        row = Flow(whole)
        OneOf(whole).take(*buttons)
        for made in buttons:
            row.addWidget(made)
        return whole
