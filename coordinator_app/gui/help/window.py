"""The window of the help: the list of the pages with a search, and the page."""

from PySide6.QtCore import QRect, Qt, QUrl
from PySide6.QtGui import QCloseEvent, QGuiApplication, QKeySequence, QShortcut
from PySide6.QtWidgets import QTextBrowser, QVBoxLayout, QWidget

from coordinator_app.gui.help import pages
from coordinator_app.gui.help.pages import Page
from coordinator_app.gui.help.writing import write
from coordinator_app.gui.kit.icons import Icon
from coordinator_app.gui.kit.kit import Kit
from coordinator_app.gui.kit.layout import ListAndForm
from coordinator_app.gui.kit.list import Item, RowList
from coordinator_app.i18n import N_, Words

WIDTH, LEAST_WIDTH, HEIGHT = 480, 340, 700
_PLACE = "help/place"


class HelpWindow(QWidget):
    """Stands beside its owner and closes with it; Escape goes to the list of the pages, and from there closes it."""

    def __init__(self, kit: Kit, owner: QWidget) -> None:
        super().__init__(owner, Qt.WindowType.Window)
        self._kit, self._owner = kit, owner
        self.setProperty("role", "ground")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._pages = pages.read(kit.voice.words.language)
        self._shown = pages.ORDER[0]
        self.list: RowList[Page] = RowList(
            kit, N_("Pages of the help"), lambda page, _: Item(page.title, icon=Icon.HELP), lambda page: page.name
        )
        self.list.searched.connect(lambda _: self._list_pages())
        self.list.chosen.connect(self._chosen)
        self.list.opened.connect(lambda _: self._go(self._shown))
        self.list.view.clicked.connect(lambda _: self._go(self._shown))
        self.text = QTextBrowser()
        self.text.setProperty("role", "page")
        self.text.setOpenLinks(False)
        self.text.anchorClicked.connect(self._follow)
        self.panes = ListAndForm(kit, self.list, self.text)
        QShortcut(QKeySequence(Qt.Key.Key_Escape), self, self._leave)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 16, 16, 16)
        column.addWidget(self.panes)
        kit.voice.changed.connect(self.say)
        kit.theme.changed.connect(self._dress)
        kit.theme.dress(self)
        self.say(kit.voice.words)

    def show_page(self, name: str) -> None:
        """Shows a page and comes to the front."""
        if not self.isVisible():
            self._take_place()
        self.show()
        self.raise_()
        self.activateWindow()
        self.list.search.clear()
        self._go(name)

    def say(self, words: Words) -> None:
        """Speaks this language, on the page that is shown."""
        self._pages = pages.read(words.language)
        self.setWindowTitle(words(N_("Help – Coordinator")))
        self.text.setAccessibleName(words(N_("Page of the help")))
        self.list.say(words)
        self.panes.say(words)
        self._list_pages()
        self._dress()

    def closeEvent(self, event: QCloseEvent) -> None:
        self._kit.memory.keep(_PLACE, self.saveGeometry())
        super().closeEvent(event)

    def _go(self, name: str) -> None:
        self._shown = name
        self.list.choose(name)
        self._dress()
        self.panes.show_form()
        self.text.setFocus()

    def _chosen(self, page: Page) -> None:
        self._shown = page.name
        self._dress()

    def _follow(self, link: QUrl) -> None:
        """A link leads from page to page, never out of the program."""
        name = link.path().removesuffix(".md")
        if name in pages.ORDER:
            self._go(name)

    def _leave(self) -> None:
        if self.panes.one_pane and not self.list.isVisible():
            self.panes.show_list()
            self.list.view.setFocus()
        else:
            self.close()

    def _list_pages(self) -> None:
        self.list.show_rows(pages.found(self._pages, self.list.search.text()))
        self.list.choose(self._shown)

    def _dress(self) -> None:
        """Writes the page anew, in the colours and the size of the day."""
        page = next(each for each in self._pages if each.name == self._shown)
        write(self.text.document(), page.text, self._kit.theme)
        # A long word of a heading must not be broken because the text grew.
        self.setMinimumWidth(self._kit.theme.px(LEAST_WIDTH))
        self.text.moveCursor(self.text.textCursor().MoveOperation.Start)

    def _take_place(self) -> None:
        """Where it was left; the first time at the right of its owner, or over its right edge where there is no room beside."""
        place = self._kit.memory.state(_PLACE)
        if not place.isEmpty() and self.restoreGeometry(place):
            return
        owner, screen = self._owner.window().frameGeometry(), QGuiApplication.primaryScreen().availableGeometry()
        width, height = self._kit.theme.px(WIDTH), max(owner.height(), HEIGHT)
        left = min(owner.right() + 1, screen.right() + 1 - width)
        self.setGeometry(QRect(left, owner.top(), width, height).intersected(screen))
