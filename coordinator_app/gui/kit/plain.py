"""What a user typed, where Qt would read more into it than letters."""

import html

from PySide6.QtGui import QAction


def on_button(text: str) -> str:
    """For buttons, menus and tabs, where `&` marks a key and is not shown."""
    return text.replace("&", "&&")


def in_tip(text: str) -> str:
    """For tips of one or several lines, which Qt takes for rich text when they look like it: given as rich text that is plain."""
    return f"<qt>{html.escape(text).replace(chr(10), '<br>')}</qt>" if text else ""


def in_title(text: str) -> str:
    """For the title of a window, where `[*]` stands for a star that may come and is not shown."""
    return text.replace("[*]", "[*][*]")


def name_action(action: QAction, text: str) -> None:
    """Names an action in menus and tips."""
    action.setText(on_button(text))
    action.setToolTip(in_tip(text))
