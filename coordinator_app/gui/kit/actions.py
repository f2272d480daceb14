"""What a user can do, described as data: its words, icon, keys and what it calls; and the buttons made from it."""

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtGui import QAction, QKeySequence, QShortcut
from PySide6.QtWidgets import QPushButton, QToolButton, QWidget

from coordinator_app.gui.kit.icons import Icon, Icons
from coordinator_app.gui.kit.theme import set_role
from coordinator_app.gui.kit.voice import Labels


@dataclass(frozen=True, slots=True)
class Action:
    """Words are an English message marked with `N_`; keys as Qt writes them (`Ctrl+N`)."""

    text: str
    run: Callable[[], object]
    icon: Icon | None = None
    keys: str = ""
    role: str = ""


def button(icons: Icons, action: Action, role: str = "") -> QPushButton:
    """A button with the action's icon and keys; the caller says its words through `Labels`.

    Roles: `primary` (filled, one per screen), `danger`, `quiet` (no frame), or none.
    """
    made = QPushButton()
    role = role or action.role
    set_role(made, role)
    if action.icon is not None:
        made.setIcon(icons.beside_word(action.icon, {"primary": "on_primary", "danger": "danger", "quiet": "primary"}.get(role, "text")))
    if action.keys:
        # A shortcut of the button itself would be lost as soon as its words are said.
        QShortcut(QKeySequence(action.keys), made, made.click)
    made.clicked.connect(lambda _checked: action.run())
    return made


def verb_button(icons: Icons, labels: Labels, action: Action, role: str = "") -> QPushButton:
    """The same, saying its action's words through `labels`."""
    made = button(icons, action, role)
    labels.put(made.setText, action.text)
    return made


def tool_button(icons: Icons, icon: Icon, role: str = "text") -> QToolButton:
    """A square button with an icon alone; the caller gives it a name through `Labels.name`."""
    made = QToolButton()
    set_role(made, "quiet")
    made.setIcon(icons.icon(icon, role))
    return made


def menu_action(owner: QWidget, icons: Icons, action: Action) -> QAction:
    """The action as an entry of a menu of `owner`."""
    made = QAction(owner)
    if action.icon is not None:
        made.setIcon(icons.icon(action.icon))
    if action.keys:
        made.setShortcut(QKeySequence(action.keys))
    made.triggered.connect(lambda _checked: action.run())
    return made
