"""The menu bar of the main window, described as data."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QMenuBar

from coordinator_app.gui.kit.icons import Icon
from coordinator_app.gui.kit.kit import Kit
from coordinator_app.gui.kit.voice import Labels


@dataclass(frozen=True, slots=True)
class MenuEntry:
    """A line of a menu: its words (`N_`), what it does, its keys."""

    text: str
    run: Callable[[], object]
    keys: str = ""
    icon: Icon | None = None


@dataclass(frozen=True, slots=True)
class Menu:
    """A menu: its word (`N_`) and its lines; an action says its own words."""

    text: str
    lines: Sequence[MenuEntry | QAction]


def fill(bar: QMenuBar, kit: Kit, labels: Labels, menus: Sequence[Menu]) -> None:
    """Puts the menus into the bar; `labels` says their words."""
    for each in menus:
        menu = bar.addMenu("")
        labels.put(menu.setTitle, each.text)
        for line in each.lines:
            if isinstance(line, QAction):
                menu.addAction(line)
            else:
                _dress(menu.addAction(""), kit, labels, line)


def _dress(action: QAction, kit: Kit, labels: Labels, entry: MenuEntry) -> None:
    labels.put(action.setText, entry.text)
    action.triggered.connect(lambda _checked: entry.run())
    if entry.keys:
        action.setShortcut(QKeySequence(entry.keys))
    if entry.icon is not None:
        action.setIcon(kit.icons.icon(entry.icon))
