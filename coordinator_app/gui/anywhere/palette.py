"""The search laid over the window: a line to type in, and under it what is found, by kind."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QAccessible, QAccessibleEvent, QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from coordinator_app.core import anywhere
from coordinator_app.core.anywhere import Found
from coordinator_app.gui.anywhere import entries, reading
from coordinator_app.gui.anywhere.command import Command
from coordinator_app.gui.anywhere.entries import Entry
from coordinator_app.gui.kit.actions import tool_button
from coordinator_app.gui.kit.icons import Icon
from coordinator_app.gui.kit.kit import Kit
from coordinator_app.gui.kit.layout import text_label
from coordinator_app.gui.kit.list import RowList
from coordinator_app.gui.kit.overlay import Overlay
from coordinator_app.gui.kit.voice import Labels
from coordinator_app.i18n import N_, Words

WIDTH, HEIGHT = 640, 560
_STEPS = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1, Qt.Key.Key_PageUp: -6, Qt.Key.Key_PageDown: 6}


class Palette(Overlay):
    """Up and Down choose while one types, Enter opens, Escape or a click beside it goes back."""

    def __init__(self, kit: Kit, window: QWidget, commands: Callable[[], Sequence[Command]], add_person: Callable[[str], object]) -> None:
        """`commands` is asked each time it opens; `add_person` begins a person of a name."""
        super().__init__(kit, window, WIDTH, HEIGHT)
        self._commands, self._add_person = commands, add_person
        self._known: Sequence[Command] = ()
        self._found: tuple[Found, ...] = ()
        self._services: frozenset[str] = frozenset()
        self._asked = self._answered = 0
        self._hurried = False
        self._labels = Labels(kit.voice.words)
        self.list: RowList[Entry] = RowList(kit, N_("Found"), lambda entry, _: entry.look, key=lambda entry: entry.key)
        self.line, view = self.list.search, self.list.view
        # Whoever types goes on typing while the arrows choose.
        view.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        view.clicked.connect(lambda _index: self._run())
        view.selectionModel().currentChanged.connect(lambda *_: self._tell_current())
        self.line.installEventFilter(self)
        self.list.searched.connect(lambda _: self._ask())
        self._nothing = text_label("quiet")
        self._hint = text_label("quiet")
        self._labels.put(self._hint.setText, N_("Up and Down choose, Enter opens, Esc goes back."))
        self._lay_out()

    def open(self) -> None:
        """Shows itself over the window, empty; asked again, it begins anew."""
        self._kit.tasks.read(reading.services_with_notes, self._take_services)
        self._known = self._commands()
        self.line.clear()
        self._found = ()
        self._fill()
        self.appear(self.line)

    def say(self, words: Words) -> None:
        """Speaks this language."""
        self._labels.say(words)
        self.list.say(words)
        self.line.setPlaceholderText(words(N_("Name, phone, place, screen …")))
        self.line.setAccessibleName(words(N_("Search everything")))
        if not self.isHidden():
            self._fill()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QKeyEvent) and event.type() is QEvent.Type.KeyPress:
            key = Qt.Key(event.key())
            again = key == Qt.Key.Key_K and event.modifiers() == Qt.KeyboardModifier.ControlModifier
            if key == Qt.Key.Key_Escape or again:
                self.go_back()
            elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
                self._run()
            elif key in _STEPS:
                self._step(_STEPS[key])
            else:
                return super().eventFilter(watched, event)
            return True
        return super().eventFilter(watched, event)

    def _ask(self) -> None:
        """Asks the book for what is typed now; the commands are told at once, an answer to what was typed before is left."""
        self._asked += 1
        mine, self._hurried = self._asked, False

        def answered(found: tuple[Found, ...]) -> None:
            if mine == self._asked and not self.isHidden():
                self._answered, self._found = mine, found
                self._fill()
                if self._hurried:
                    self._run()

        today = self._kit.clock.today()
        self._kit.tasks.read(anywhere.find, answered, typed=self.line.text(), today=today, shown_notes=self._services)

    def _fill(self) -> None:
        words, typed = self._kit.voice.words, " ".join(self.line.text().split())
        rows = entries.of_records(self._found, self._kit.go, words) + entries.of_commands(self._known, typed, words)
        self._nothing.setText(_said_above(typed, found=bool(rows), words=words))
        self._nothing.setVisible(not typed or not rows)
        if typed and not any(row.key[0] == "person" for row in rows) and any(sign.isalpha() for sign in typed):
            rows.append(entries.of_new_person(typed, self._add_person, words))
        self.list.choose_none()
        self.list.show_rows(rows)
        if rows:
            self.list.choose(rows[0].key)
            self.list.view.scrollToTop()

    def _step(self, rows: int) -> None:
        view = self.list.view
        last = view.model().rowCount() - 1
        if last >= 0:
            view.setCurrentIndex(view.model().index(min(max(view.currentIndex().row() + rows, 0), last), 0))

    def _run(self) -> None:
        """Opens what is chosen; who was quicker than the book does not get what he had typed before."""
        self._hurried = self._answered != self._asked
        entry = self.list.current()
        if entry is not None and self.isVisible() and not self._hurried:
            self.go_back()
            entry.run()

    def _tell_current(self) -> None:
        """Lets a screen reader say what the arrows came to, though the focus stays in the line."""
        entry = self.list.current()
        said = "" if entry is None else ", ".join(part for part in (entry.look.heading, entry.look.name, entry.look.under) if part)
        self.line.setAccessibleDescription(said)
        QAccessible.updateAccessibility(QAccessibleEvent(self.line, QAccessible.Event.DescriptionChanged))

    def _take_services(self, services: frozenset[str]) -> None:
        self._services = services

    def _lay_out(self) -> None:
        close = tool_button(self._kit.icons, Icon.CLOSE)
        self._labels.name(close, N_("Close the search"))
        close.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        close.clicked.connect(self.go_back)
        row = QHBoxLayout()
        row.addWidget(self.line, 1)
        row.addWidget(close)
        self.column.addLayout(row)
        self.column.addWidget(self._nothing)
        self.column.addWidget(self.list, 1)
        self.column.addWidget(self._hint)


def _said_above(typed: str, *, found: bool, words: Words) -> str:
    """What can be found, or that nothing was."""
    if not typed:
        return words(
            N_("People, groups, organisations, places, activities and enquiries. The beginnings of words will do, also without dots.")
        )
    return "" if found else words(N_("Nothing was found for “{typed}”."), typed=typed)
