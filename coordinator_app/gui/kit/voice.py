"""The language of the window, changed while it runs, and the texts that follow it."""

from collections.abc import Callable

from PySide6.QtCore import QLibraryInfo, QLocale, QObject, QTranslator, Signal
from PySide6.QtWidgets import QApplication, QWidget

from coordinator_app.i18n import Language, Words, isolated

_LOCALES = {Language.FI: "fi_FI", Language.SV: "sv_FI", Language.EN: "en_GB"}


class Voice(QObject):
    """Which language is spoken. `changed` carries the new `Words`; Qt's own words change with them."""

    changed = Signal(object)

    def __init__(self, app: QApplication, language: Language) -> None:
        super().__init__(app)
        self._app = app
        self._qt: QTranslator | None = None
        self.words = Words(language, isolated)
        self._teach_qt()

    def speak(self, language: Language) -> None:
        """Changes the language everywhere."""
        self.words = Words(language, isolated)
        self._teach_qt()
        self.changed.emit(self.words)

    def _teach_qt(self) -> None:
        QLocale.setDefault(QLocale(_LOCALES[self.words.language]))
        if self._qt is not None:
            self._app.removeTranslator(self._qt)
        self._qt = QTranslator(self)
        if self._qt.load(f"qtbase_{self.words.language}", QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)):
            self._app.installTranslator(self._qt)


def system_language() -> Language:
    """The first language of the system's list that the program speaks; Finnish if it speaks none of them."""
    for tag in QLocale.system().uiLanguages():
        code = tag.replace("_", "-").split("-")[0].lower()
        if code in {str(language) for language in Language}:
            return Language(code)
    return Language.FI


class Labels:
    """The fixed texts of one screen or dialog: each is set at once, and again by `say` when the language changes."""

    def __init__(self, words: Words) -> None:
        self._words = words
        self._told: list[tuple[Callable[[str], object], str]] = []

    def put(self, setter: Callable[[str], object], message: str) -> None:
        """`labels.put(button.setText, N_("Print"))`."""
        self._told.append((setter, message))
        setter(self._words(message))

    def name(self, widget: QWidget, message: str) -> None:
        """The accessible name of a control without a text of its own, shown as its tip too."""
        self.put(widget.setAccessibleName, message)
        self.put(widget.setToolTip, message)

    def say(self, words: Words) -> None:
        """Says every text again in these words."""
        self._words = words
        for setter, message in self._told:
            setter(words(message))
