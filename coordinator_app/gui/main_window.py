"""The window with the side bar: holds the screens, tells them what changed, and undoes."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QCloseEvent, QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QMainWindow, QStackedWidget, QVBoxLayout, QWidget

from coordinator_app.gui.anywhere.opener import Search
from coordinator_app.gui.arrival import Arrival
from coordinator_app.gui.commands import Reach
from coordinator_app.gui.help.opener import CONTENTS, SHORTCUTS, Help
from coordinator_app.gui.kit.actions import Action
from coordinator_app.gui.kit.icons import Icon, program_icon
from coordinator_app.gui.kit.kit import Kit
from coordinator_app.gui.kit.layout import rule, two_panes_least
from coordinator_app.gui.kit.notice import Banner, StatusLine, Toast
from coordinator_app.gui.kit.plain import in_title
from coordinator_app.gui.kit.screen import Place, Screen
from coordinator_app.gui.kit.tab_order import ReadInOrder
from coordinator_app.gui.kit.theme import Theme
from coordinator_app.gui.kit.voice import Labels
from coordinator_app.gui.menus import Menu, MenuEntry, fill
from coordinator_app.gui.side_bar import SideBar
from coordinator_app.gui.title_row import TitleRow
from coordinator_app.gui.undo import UndoRedo
from coordinator_app.i18n import N_, Words

MARGIN = 24


@dataclass(frozen=True, slots=True)
class Frame:
    """What surrounds the screens: which of them stand in the side bar and at its foot, whose book it is, and whether it is practice."""

    book_name: str
    practice: bool
    in_bar: tuple[str, ...]
    at_foot: tuple[str, ...]


class MainWindow(QMainWindow):
    """Shows one screen at a time. A screen reloads when it is seen and something it shows was touched since."""

    def __init__(self, kit: Kit, frame: Frame, places: Sequence[Place], lock: Callable[[], None], closed: Callable[[], None]) -> None:
        super().__init__()
        self._kit, self._frame = kit, frame
        self._places: Mapping[str, Place] = {place.name: place for place in places}
        self._screens: dict[str, Screen] = {}
        self._stale = set(self._places)
        self._silent: set[str] = set()
        self._seen: set[str] = set()
        self._shown: Screen | None = None
        self._labels = Labels(kit.voice.words)
        self.undo = UndoRedo(kit, self)
        self._lock, self._closed = lock, closed
        reach = Reach(self._places, self.go, self.screen_of)
        self.help = Help(kit, self)
        self.search = Search(kit, self, reach.commands, reach.add_person)
        self.setWindowIcon(program_icon())
        self._build()
        fill(self.menuBar(), kit, self._labels, self._menus())
        kit.tasks.changed.connect(self._touched)
        kit.tasks.replaced.connect(self._replaced)
        kit.voice.changed.connect(self.say)
        kit.theme.changed.connect(self._measure)
        self._measure()
        self.say(kit.voice.words)
        kit.theme.dress(self)

    def go(self, name: str, subject: int | None = None) -> None:
        """Shows a screen, and there the subject if one is given; the keyboard comes along."""
        if self._shown is not None and self._shown.name != name:
            self._shown.leave()
        screen = self.screen_of(name)
        came = self._shown is not screen
        self._shown = screen
        self._stack.setCurrentWidget(screen.widget)
        self._bar.show_chosen(name)
        self.title.show_screen(screen, self._kit.voice.words)
        self._kit.notice.clear()
        if name in self._stale:
            self._stale.discard(name)
            screen.reload()
        if subject is not None:
            screen.show_subject(subject)
        if came or not screen.widget.isAncestorOf(self.focusWidget()):
            self._arrival.begin(screen.widget, blank=name not in self._seen)
        self._seen.add(name)
        self._kit.memory.keep("window/screen", name)

    @property
    def shown(self) -> Screen | None:
        """The screen that is shown."""
        return self._shown

    def leave(self) -> None:
        """Stores what is being typed, before locking or ending."""
        if self._shown is not None:
            self._shown.leave()

    def say(self, words: Words) -> None:
        """Speaks this language, every screen with it."""
        self._labels.say(words)
        # The others speak it when they are next seen: all of them together would keep the window.
        self._silent = set(self._screens)
        if self._shown is not None:
            self.screen_of(self._shown.name)
        self._bar.say(words)
        self._banner.say(words)
        self._status.say(words)
        self._toast.say()
        self.undo.say(words)
        self.search.say(words)
        self._practice.setText(words(N_("Practice town. Nothing here is real, and the office takes no files from it.")))
        self.setWindowTitle(in_title(words(N_("{book} – Coordinator"), book=self._frame.book_name)))
        if self._shown is not None:
            self.title.show_screen(self._shown, words)

    def screen_of(self, name: str) -> Screen:
        """The screen of that name, made when it is first asked for, in the language of the day."""
        if name not in self._screens:
            screen = self._screens[name] = self._places[name].make()
            self._stack.addWidget(screen.widget)
            self._silent.add(name)
        if name in self._silent:
            self._silent.discard(name)
            self._screens[name].say(self._kit.voice.words)
        return self._screens[name]

    def closeEvent(self, event: QCloseEvent) -> None:
        self.leave()
        self._kit.memory.keep("window/place", self.saveGeometry())
        super().closeEvent(event)
        self._closed()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._toast.place()
        self.search.place()

    def _touched(self, kinds: frozenset[str]) -> None:
        self._kit.notice.save(self._kit.clock.now())
        for name, screen in self._screens.items():
            if not screen.kinds & kinds:
                continue
            if screen is self._shown:
                screen.reload()
            else:
                self._stale.add(name)

    def _replaced(self) -> None:
        self._stale = set(self._places)
        if self._shown is not None:
            self._stale.discard(self._shown.name)
            self._shown.reload()

    def _build(self) -> None:
        words = self._kit.voice.words
        self._bar = SideBar(
            self._kit,
            Action(N_("Search"), self.search.open, Icon.SEARCH, "Ctrl+K"),
            [self._places[name] for name in self._frame.in_bar],
            [self._places[name] for name in self._frame.at_foot],
        )
        self._bar.wanted.connect(self.go)
        self.title = TitleRow(self._kit, Action(N_("Help"), self._show_help, Icon.HELP))
        self._banner = Banner(self._kit.notice, self._kit.icons, self._kit.theme, words)
        self._status = StatusLine(self._kit.notice, words)
        self._stack = _Stack(self._kit.theme)
        self._arrival = Arrival(self._kit, self._stack)
        self._practice = QLabel()
        self._place = QVBoxLayout()
        self._place.addLayout(self.title)
        self._place.addWidget(self._banner)
        self._place.addWidget(self._stack, 1)
        self.setCentralWidget(self._around(self._place))
        self._toast = Toast(self, self._status, self._kit.notice)

    def _around(self, place: QVBoxLayout) -> QWidget:
        strip = QFrame()
        strip.setProperty("role", "practice")
        inside = QHBoxLayout(strip)
        inside.setContentsMargins(MARGIN, 8, MARGIN, 8)
        self._practice.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._practice.setWordWrap(True)
        inside.addWidget(self._practice)
        strip.setVisible(self._frame.practice)
        line = QFrame()
        line.setProperty("role", "upright")
        beside = QVBoxLayout()
        beside.setSpacing(0)
        beside.addLayout(place, 1)
        beside.addWidget(rule())
        beside.addWidget(self._status)
        row = QHBoxLayout()
        row.setSpacing(0)
        row.addWidget(self._bar)
        row.addWidget(line)
        row.addLayout(beside, 1)
        whole = ReadInOrder()
        whole.setProperty("role", "ground")
        column = QVBoxLayout(whole)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(strip)
        column.addLayout(row, 1)
        return whole

    def _menus(self) -> list[Menu]:
        names = self._frame.in_bar + self._frame.at_foot
        screens = [
            MenuEntry(self._places[name].title, partial(self.go, name), f"Ctrl+{at}", self._places[name].icon)
            for at, name in enumerate(names, start=1)
        ]
        locks = MenuEntry(N_("&Lock now"), self._lock, "Ctrl+L", Icon.LOCK)
        seeks = MenuEntry(N_("&Search everything"), self.search.open, "Ctrl+K", Icon.SEARCH)
        return [
            Menu(N_("&Book"), [locks, MenuEntry(N_("&Quit"), self.close, "Ctrl+Q")]),
            Menu(N_("&Edit"), [self.undo.undo_action, self.undo.redo_action, seeks]),
            Menu(N_("&View"), screens),
            Menu(
                N_("&Help"),
                [
                    MenuEntry(N_("&About this screen"), self._show_help, "F1", Icon.HELP),
                    MenuEntry(N_("All &pages of the help"), partial(self.help.show, CONTENTS)),
                    MenuEntry(N_("&Keyboard shortcuts"), partial(self.help.show, SHORTCUTS)),
                ],
            ),
        ]

    def _show_help(self) -> None:
        """The page about the screen that is shown."""
        self.help.show(CONTENTS if self._shown is None else self._shown.name)

    def _measure(self) -> None:
        side = self._kit.theme.px(MARGIN)
        self._place.setContentsMargins(side, self._kit.theme.px(16), side, self._kit.theme.px(8))
        self._place.setSpacing(self._kit.theme.px(12))
        self._status.setContentsMargins(side, 0, side, 0)
        # Room for the toast; with large text it may stand out a little, for height is dear then.
        self._status.setFixedHeight(min(self._kit.theme.px(40), 48))
        self._toast.place()


class _Stack(QStackedWidget):
    """The place of the screens, which tells whether list and form have room in it.

    No screen makes the window higher, neither the one that is shown nor one behind it: under an error in large text the window would
    grow past a small screen. What scrolls in the screen becomes lower instead; the side bar says how low the window may be.
    """

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        theme.changed.connect(self._tell)

    def minimumSizeHint(self) -> QSize:
        return QSize(super().minimumSizeHint().width(), 0)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._tell()

    def _tell(self) -> None:
        self._theme.set_narrow(self.width() < two_panes_least(self._theme))
