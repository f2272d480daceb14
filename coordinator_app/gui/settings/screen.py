"""The settings: a column of pages at the left, the chosen one beside it."""

from collections.abc import Callable
from typing import TypeVar

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QPushButton, QScrollArea, QVBoxLayout, QWidget

from coordinator_app.core.model.numbers import NUMBERS
from coordinator_app.gui.kit.actions import Action
from coordinator_app.gui.kit.focus import INSIDE
from coordinator_app.gui.kit.icons import Icon
from coordinator_app.gui.kit.kit import Kit
from coordinator_app.gui.kit.layout import ListAndForm, Switch, scrolled, text_label
from coordinator_app.gui.kit.one_of import OneOf
from coordinator_app.gui.kit.voice import Labels
from coordinator_app.gui.settings.about_page import AboutPage
from coordinator_app.gui.settings.backup_page import BackupPage
from coordinator_app.gui.settings.hand_over_page import HandOverPage
from coordinator_app.gui.settings.history_page import HistoryPage
from coordinator_app.gui.settings.import_page import ImportPage
from coordinator_app.gui.settings.keys_page import KeysPage
from coordinator_app.gui.settings.locality_page import LocalityPage
from coordinator_app.gui.settings.look_page import LookPage
from coordinator_app.gui.settings.page import Page
from coordinator_app.gui.settings.privacy_page import PrivacyPage
from coordinator_app.i18n import N_, Words

P = TypeVar("P", bound=Page)
_PAGE = "settings/page"
PAGES: tuple[type[Page], ...] = (
    *(LookPage, LocalityPage, KeysPage, BackupPage, PrivacyPage),
    *(HistoryPage, HandOverPage, ImportPage, AboutPage),
)


def number_of(page: type[Page]) -> int:
    """Where a page stands, which is the subject that leads to it."""
    return PAGES.index(page)


class SettingsScreen:
    """What `Screen` asks. The subject of `kit.go("settings", …)` is the number of a page, from 0."""

    name, title, icon = "settings", N_("Settings"), Icon.SETTINGS
    # The history lists every change, whatever it touched.
    kinds = frozenset(NUMBERS)

    def __init__(self, kit: Kit) -> None:
        self._kit = kit
        self.pages = Pages(kit)
        self._at = 0
        self.primary: Action | None = None
        self._right = Switch()
        self._views: dict[int, QWidget] = {}
        self._titles = Labels(kit.voice.words)
        self._heading = text_label("section")
        self.places = Places(kit, self.open)
        self.widget: ListAndForm = ListAndForm(kit, _scrolled_places(self.places), self._beside())
        kit.theme.changed.connect(self._arrange)
        self._show(min(max(kit.memory.number(_PAGE, 0), 0), len(PAGES) - 1))
        self._arrange()

    def open(self, page: int) -> None:
        """Shows a page, and asks the book for it."""
        self._page.leave()
        self._kit.memory.keep(_PAGE, page)
        self._show(page)
        self.widget.show_form()
        # The title's button belongs to the page.
        self._kit.go(self.name, None)
        self.reload()

    def reload(self) -> None:
        self._page.reload()

    def show_subject(self, subject: int) -> None:
        if 0 <= subject < len(PAGES):
            self.open(subject)

    def leave(self) -> None:
        self._page.leave()

    def say(self, words: Words) -> None:
        self.widget.say(words)
        self.places.say(words)
        self.pages.say(words)
        self._heading.setText(words(self._page.title))

    @property
    def _page(self) -> Page:
        return self.pages.at(self._at)

    def _show(self, page: int) -> None:
        self._at = page
        self.primary = self._page.primary
        self.places.mark(page)
        self._heading.setText(self._kit.voice.words(self._page.title))
        if page not in self._views:
            self._views[page] = scrolled(self._page)
        self._right.show_view(self._views[page])

    def _arrange(self) -> None:
        # Beside the places, where it is marked, the page need not say its name again.
        self._heading.setVisible(self._kit.theme.one_pane)

    def _beside(self) -> QWidget:
        whole = QWidget()
        column = QVBoxLayout(whole)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        column.addWidget(self._heading)
        column.addWidget(self._right, 1)
        return whole


def _scrolled_places(places: "Places") -> QScrollArea:
    """In large letters they are more than a small screen is high."""
    made = scrolled(places)
    made.setFocusProxy(places)
    return made


class Pages:
    """The pages, each made when it is first asked for: all of them together would keep the window."""

    def __init__(self, kit: Kit) -> None:
        self._kit = kit
        self._made: dict[type[Page], Page] = {}

    @property
    def look(self) -> LookPage:
        return self._of(LookPage)

    @property
    def locality(self) -> LocalityPage:
        return self._of(LocalityPage)

    @property
    def keys(self) -> KeysPage:
        return self._of(KeysPage)

    @property
    def backup(self) -> BackupPage:
        return self._of(BackupPage)

    @property
    def privacy(self) -> PrivacyPage:
        return self._of(PrivacyPage)

    @property
    def history(self) -> HistoryPage:
        return self._of(HistoryPage)

    @property
    def hand_over(self) -> HandOverPage:
        return self._of(HandOverPage)

    def at(self, number: int) -> Page:
        """The page of that number."""
        return self._of(PAGES[number])

    def say(self, words: Words) -> None:
        """Speaks this language; a page that is made later begins with it."""
        for page in self._made.values():
            page.say(words)

    def _of(self, kind: type[P]) -> P:
        if kind not in self._made:
            self._made[kind] = kind(self._kit)
            self._made[kind].say(self._kit.voice.words)
        made = self._made[kind]
        assert isinstance(made, kind)
        return made


class Places(QWidget):
    """The pages by name, as in the side bar; the arrows go from one to the next."""

    def __init__(self, kit: Kit, wanted: Callable[[int], object]) -> None:
        super().__init__()
        self._kit = kit
        self.buttons: list[QPushButton] = []
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        for at in range(len(PAGES)):
            made = QPushButton()
            made.setProperty("role", "place")
            made.setProperty(INSIDE, True)
            made.clicked.connect(lambda _checked, at=at: wanted(at))
            self.buttons.append(made)
            column.addWidget(made)
        column.addStretch(1)
        OneOf(self).take(*self.buttons)
        self.setFocusProxy(self.buttons[0])
        kit.theme.changed.connect(self._measure)
        self.say(kit.voice.words)
        self._measure()

    def mark(self, at: int) -> None:
        """Which page is shown; the keyboard comes along from the one before."""
        if any(each.hasFocus() for each in self.buttons):
            self.buttons[at].setFocus()
        for number, (made, page) in enumerate(zip(self.buttons, PAGES, strict=True)):
            made.setChecked(number == at)
            made.setIcon(self._kit.icons.icon(page.icon, "primary" if number == at else "quiet"))
        self.setFocusProxy(self.buttons[at])

    def say(self, words: Words) -> None:
        """Speaks this language."""
        for made, page in zip(self.buttons, PAGES, strict=True):
            made.setText(words(page.title))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Up, Qt.Key.Key_Down):
            self.focusNextPrevChild(event.key() == Qt.Key.Key_Down)
        else:
            super().keyPressEvent(event)

    def _measure(self) -> None:
        side = self._kit.theme.px(22)
        for made in self.buttons:
            # A wider picture than the glyph keeps the word away from it.
            made.setIconSize(QSize(side + self._kit.theme.px(10), side))
