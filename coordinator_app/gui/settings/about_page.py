"""Which program this is, whose key signs the locality's files, and what the program is made of."""

from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPlainTextEdit

from coordinator_app import __version__
from coordinator_app.core import signing
from coordinator_app.exchange.keys import SigningKey
from coordinator_app.gui.kit.icons import Icon
from coordinator_app.gui.kit.kit import Kit
from coordinator_app.gui.kit.layout import text_label
from coordinator_app.gui.settings.licences import LICENCES
from coordinator_app.gui.settings.page import Page
from coordinator_app.i18n import N_, Words


def six_words(session: Any) -> str:
    """The fingerprint of the key that signs now; the key itself stays where it is."""
    return SigningKey(signing.newest(session).private).public.words


class AboutPage(Page):
    """Nothing here can be changed."""

    title, icon = N_("About the program"), Icon.INFORMATION

    def __init__(self, kit: Kit) -> None:
        super().__init__(kit)
        self.version = text_label("section", narrow=True)
        self.add(self.version)
        self.add_text(N_("Runs on this computer alone, and never connects to anything."))
        self.add_text(N_("The six words of your key"), "section")
        self.words = text_label("label", narrow=True)
        self.words.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard)
        self._labels.put(self.words.setAccessibleName, N_("The six words of your key"))
        self.add(self.words)
        self.add_text(N_("Read them to the central office over the telephone when it asks; so it knows that your files are yours."))
        self.add_text(N_("What it is made of"), "section")
        self.licences = QPlainTextEdit("\n".join(f"{name}: {licence}" for name, licence in LICENCES))
        self.licences.setReadOnly(True)
        self.licences.setTabChangesFocus(True)
        self.licences.setMinimumHeight(200)
        self._labels.put(self.licences.setAccessibleName, N_("What it is made of"))
        self.add(self.licences)
        self.finish()
        self.say(kit.voice.words)

    def reload(self) -> None:
        self._kit.tasks.read(six_words, self.words.setText)

    def say(self, words: Words) -> None:
        super().say(words)
        self.version.setText(words(N_("Coordinator {version}"), version=__version__))
