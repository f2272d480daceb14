"""Tab goes as the eye does, whatever was made first, and never to a control out of sight."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QHBoxLayout, QPushButton, QStackedWidget, QTabWidget, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from coordinator_app.gui.kit.kit import Kit
from coordinator_app.gui.kit.layout import scrolled
from coordinator_app.gui.kit.one_of import OneOf
from coordinator_app.gui.kit.tab_order import ReadInOrder, begin_at, begins_in, bring_into_view, follow_the_eye
from tests.gui.keys import press


def test_what_was_made_last_is_reached_where_it_stands(kit: Kit, qtbot: QtBot) -> None:
    window = QWidget()
    row, columns = QHBoxLayout(window), [QWidget(), QWidget()]
    left, right = (QVBoxLayout(column) for column in columns)
    for column in columns:
        row.addWidget(column)
    names = ("low left", "low right", "high right", "high left")
    made = {name: QPushButton(name) for name in names}
    for name, button in made.items():
        side = left if name.endswith("left") else right
        side.insertWidget(0 if name.startswith("high") else side.count(), button)
    qtbot.addWidget(window)
    with qtbot.waitActive(window):
        window.show()
    follow_the_eye(window)
    first = made["high left"]
    first.setFocus()
    reached = [first.text()]
    for _ in names[1:]:
        window.focusNextChild()
        focused = window.focusWidget()
        assert isinstance(focused, QPushButton)
        reached.append(focused.text())
    assert reached == ["high left", "low left", "high right", "low right"]


def test_a_control_scrolled_away_comes_into_view(kit: Kit, qtbot: QtBot) -> None:
    content = QWidget()
    column = QVBoxLayout(content)
    buttons = [QPushButton(str(number)) for number in range(40)]
    for button in buttons:
        column.addWidget(button)
    area = scrolled(content)
    area.resize(200, 200)
    qtbot.addWidget(area)
    area.show()
    assert buttons[-1].visibleRegion().isEmpty()
    bring_into_view(buttons[-1])
    qtbot.waitUntil(lambda: not buttons[-1].visibleRegion().isEmpty())


def test_the_chosen_of_several_is_reached_by_tab_and_the_others_by_arrows(kit: Kit, qtbot: QtBot) -> None:
    window = ReadInOrder()
    column = QVBoxLayout(window)
    above, *several = (QPushButton(name) for name in ("above", "one", "two", "three"))
    for button in (above, *several):
        column.addWidget(button)
    OneOf(window).take(*several)
    several[1].setChecked(True)
    qtbot.addWidget(window)
    with qtbot.waitActive(window):
        window.show()
    above.setFocus()
    press(above, Qt.Key.Key_Tab)
    assert several[1].hasFocus()
    press(several[1], Qt.Key.Key_Down)
    assert several[2].hasFocus() and several[2].isChecked()
    press(several[2], Qt.Key.Key_Tab)
    assert above.hasFocus()
    several[0].setChecked(True)
    press(above, Qt.Key.Key_Tab)
    assert several[0].hasFocus()


def test_the_keyboard_begins_where_a_part_says_or_where_the_eye_does(kit: Kit, qtbot: QtBot) -> None:
    tabs, views, page = QTabWidget(), QStackedWidget(), QWidget()
    column, first, said = QVBoxLayout(page), QPushButton("first"), QPushButton("said")
    for button in (first, said):
        column.addWidget(button)
    views.addWidget(page)
    tabs.addTab(views, "page")
    qtbot.addWidget(tabs)
    assert begins_in(tabs) is None
    tabs.show()
    assert begins_in(tabs) is first
    begin_at(page, said)
    assert begins_in(tabs) is said
    said.hide()
    assert begins_in(tabs) is first
    first.setEnabled(False)
    assert begins_in(tabs) is None


def test_what_goes_away_leaves_the_keyboard_in_the_part_around_it(kit: Kit, qtbot: QtBot) -> None:
    window, part = ReadInOrder(), QWidget()
    row, inside = QHBoxLayout(window), QVBoxLayout(part)
    elsewhere, adder, goes = (QPushButton(name) for name in ("elsewhere", "add", "remove"))
    row.addWidget(elsewhere)
    row.addWidget(part)
    inside.addWidget(adder)
    inside.addWidget(goes)
    qtbot.addWidget(window)
    with qtbot.waitActive(window):
        window.show()
    for gone in (goes.hide, lambda: goes.setEnabled(False)):
        goes.show()
        goes.setFocus()
        gone()
        assert adder.hasFocus()
    part.hide()
    assert elsewhere.hasFocus()


def test_enter_presses_the_button_that_has_the_keyboard(kit: Kit, qtbot: QtBot) -> None:
    window, pressed = ReadInOrder(), list[str]()
    column = QVBoxLayout(window)
    buttons = {name: QPushButton(name) for name in ("one", "two")}
    for name, button in buttons.items():
        button.clicked.connect(lambda _checked, name=name: pressed.append(name))
        column.addWidget(button)
    qtbot.addWidget(window)
    with qtbot.waitActive(window):
        window.show()
    for key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
        buttons["two"].setFocus()
        press(buttons["two"], key)
    assert pressed == ["two", "two"]


def test_a_page_that_is_turned_gives_the_keyboard_to_the_one_that_comes(kit: Kit, qtbot: QtBot) -> None:
    window, pages, seen = ReadInOrder(), QStackedWidget(), list[str]()
    row, beside = QHBoxLayout(window), QPushButton("beside")
    row.addWidget(beside)
    row.addWidget(pages)
    buttons = [QPushButton(name) for name in ("one", "two")]
    for button in buttons:
        page = QWidget()
        QVBoxLayout(page).addWidget(button)
        pages.addWidget(page)
    qtbot.addWidget(window)
    with qtbot.waitActive(window):
        window.show()
    buttons[0].setFocus()
    app = QApplication.instance()
    assert isinstance(app, QApplication)

    def moved(_old: QWidget | None, new: QWidget | None) -> None:
        seen.append(new.text() if isinstance(new, QPushButton) else "")

    app.focusChanged.connect(moved)
    pages.setCurrentIndex(1)
    app.focusChanged.disconnect(moved)
    assert seen == ["two"]
