"""What a window shows, as somebody would read it: after Qt has taken what looks like rich text for it, and an ampersand for a key."""

import re
from collections.abc import Iterator
from typing import Any

from PySide6.QtCore import QAbstractItemModel, QAbstractListModel, QModelIndex, QObject, Qt
from PySide6.QtGui import QAction, QTextDocument
from PySide6.QtGui import Qt as Rich
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QComboBox,
    QCompleter,
    QDockWidget,
    QGroupBox,
    QLabel,
    QLineEdit,
    QMenu,
    QPlainTextEdit,
    QTabBar,
    QTableView,
    QTextEdit,
    QWidget,
)

Line = tuple[str, str]
_KEY = re.compile(r"&(.?)", re.DOTALL)
_TOLD = (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.EditRole, Qt.ItemDataRole.AccessibleTextRole)


def shown(window: QWidget) -> Iterator[Line]:
    """Every text in a window, in its tips, menus, lists and completions, each with what it stands in."""
    yield "title", titled(window.windowTitle())
    for widget in (window, *window.findChildren(QWidget)):
        if widget.isVisible():
            yield from _of_widget(widget)
    for action in window.findChildren(QAction):
        yield f"action {action.text()!r}", keyed(action.text())
        yield f"tip of action {action.text()!r}", tipped(action.toolTip())
    for completer in window.findChildren(QCompleter):
        yield from _of_model(completer, completer.completionModel())


def keyed(text: str) -> str:
    """A text where an ampersand marks a key and is not shown itself."""
    return _KEY.sub(r"\1", text)


def titled(text: str) -> str:
    """A window's title, where a star in brackets stands for what is not saved yet."""
    return text.replace("[*][*]", "\0").replace("[*]", "").replace("\0", "[*]")


def tipped(text: str) -> str:
    """A tip, which is rich text when it looks like it."""
    return _rich(text) if Rich.mightBeRichText(text) else text


def _of_widget(widget: QWidget) -> Iterator[Line]:
    where = type(widget).__name__
    yield f"tip of {where}", tipped(widget.toolTip())
    yield f"status of {where}", tipped(widget.statusTip())
    yield f"name of {where}", widget.accessibleName()
    yield f"description of {where}", widget.accessibleDescription()
    match widget:
        case QLabel():
            yield where, _of_label(widget)
        case QMenu() | QGroupBox():
            yield where, keyed(widget.title())
        case QAbstractButton():
            yield where, keyed(widget.text())
        case QDockWidget():
            yield where, titled(widget.windowTitle())
        case QTabBar():
            for at in range(widget.count()):
                yield where, keyed(widget.tabText(at))
                yield f"tip of {where}", tipped(widget.tabToolTip(at))
        case QLineEdit():
            yield where, widget.text()
            yield f"hint of {where}", widget.placeholderText()
        case QPlainTextEdit() | QTextEdit():
            yield where, widget.toPlainText()
        case QComboBox():
            yield from _of_model(widget, widget.model())
        case QAbstractItemView():
            yield from _of_model(widget, widget.model())
            if isinstance(widget, QTableView):
                yield from _of_heads(widget.model())


def _of_label(label: QLabel) -> str:
    text, form = label.text(), label.textFormat()
    if form is Qt.TextFormat.MarkdownText:
        document = QTextDocument()
        document.setMarkdown(text)
        return document.toPlainText()
    if form is Qt.TextFormat.RichText or (form is Qt.TextFormat.AutoText and Rich.mightBeRichText(text)):
        return _rich(text)
    return keyed(text) if label.buddy() is not None else text


def _of_model(owner: QObject, model: QAbstractItemModel | None, under: QModelIndex | None = None) -> Iterator[Line]:
    if model is None:
        return
    parent = QModelIndex() if under is None else under
    where = type(owner).__name__
    for row in range(model.rowCount(parent)):
        for column in range(1 if isinstance(model, QAbstractListModel) else model.columnCount(parent)):
            index = model.index(row, column, parent)
            for role in _TOLD:
                yield f"{where} {role.name}", _text(index.data(role))
            yield f"tip in {where}", tipped(_text(index.data(Qt.ItemDataRole.ToolTipRole)))
        first = model.index(row, 0, parent)
        if model.rowCount(first):
            yield from _of_model(owner, model, first)


def _of_heads(model: QAbstractItemModel) -> Iterator[Line]:
    numbers = {Qt.Orientation.Horizontal: model.columnCount(QModelIndex()), Qt.Orientation.Vertical: model.rowCount(QModelIndex())}
    for sideways, number in numbers.items():
        for at in range(number):
            yield "head of a table", _text(model.headerData(at, sideways))
            yield "tip of a head", tipped(_text(model.headerData(at, sideways, Qt.ItemDataRole.ToolTipRole)))


def _rich(text: str) -> str:
    document = QTextDocument()
    document.setHtml(text)
    return document.toPlainText()


def _text(value: Any) -> str:
    return value if isinstance(value, str) else ""
