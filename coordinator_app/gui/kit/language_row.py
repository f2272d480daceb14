"""The three languages as three buttons, each in its own words; choosing one changes the window at once."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from coordinator_app.gui.kit.kit import Kit
from coordinator_app.gui.kit.one_of import OneOf
from coordinator_app.i18n import Language, Words

# A language is called by its own name everywhere, so that who cannot read the window finds it.
NAMES = {Language.FI: "Suomi", Language.SV: "Svenska", Language.EN: "English"}


class LanguageRow(QWidget):
    """Remembers the choice too."""

    def __init__(self, kit: Kit, *, large: bool = False) -> None:
        super().__init__()
        self._kit = kit
        self.buttons: dict[Language, QPushButton] = {}
        box = QVBoxLayout(self) if large else QHBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(8)
        for language, name in NAMES.items():
            made = QPushButton(name)
            made.setProperty("role", "option" if large else "")
            made.clicked.connect(lambda _checked, language=language: self._choose(language))
            self.buttons[language] = made
            box.addWidget(made)
        OneOf(self).take(*self.buttons.values())
        self._mark(kit.voice.words)
        # It follows a language chosen elsewhere too, or it would mark the wrong one.
        kit.voice.changed.connect(self._mark)
        if not large:
            box.setAlignment(Qt.AlignmentFlag.AlignLeft)

    def _choose(self, language: Language) -> None:
        self._kit.memory.keep("window/language", str(language))
        self._kit.voice.speak(language)

    def _mark(self, words: Words) -> None:
        self.buttons[words.language].setChecked(True)
