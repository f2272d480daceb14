"""What a test does with groups: begins one, chooses a meeting, presses keys where the focus is."""

import datetime as dt
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel, QPushButton, QWidget

from coordinator_app.core import groups, meetings
from coordinator_app.core.groups import GroupDetail, SlotForm
from coordinator_app.core.kinds import Rule
from coordinator_app.core.meetings import MeetingRow
from coordinator_app.core.periods import Span
from coordinator_app.core.recurrence import SlotRule
from coordinator_app.gui.groups.screen import GroupsScreen
from tests.gui.keys import press, type_text
from tests.gui.room import Room

TODAY = dt.date(2026, 10, 6)
AUTUMN = Span(dt.date(2026, 8, 1), dt.date(2026, 12, 31))
HOSTILE = ("<img src=x onerror=alert(1)>", "<b>Veljet</b> & pojat", "&amp; %n {name}")
At = tuple[Room, GroupsScreen]


def tuesdays(since: dt.date = dt.date(2026, 9, 1), weekday: int = 1) -> SlotForm:
    rule = SlotRule(rule=Rule.WEEKLY, weekday=weekday, starts=dt.time(18), minutes=120, valid_from=since)
    return SlotForm(rule, "Järjestötalo")


def add(room: Room, name: str = "Tiistairyhmä", **fields: Any) -> int:
    group: int = room.write(groups.add, name=name, today=TODAY, slots=(tuesdays(),), **fields)
    room.settle()
    return group


def keys(text: str) -> None:
    focused = QApplication.focusWidget()
    assert focused is not None
    type_text(focused, text)


def key(pressed: Qt.Key) -> None:
    focused = QApplication.focusWidget()
    assert focused is not None
    press(focused, pressed)


def detail(room: Room, group: int) -> GroupDetail:
    found: GroupDetail = room.ask(groups.detail, group=group)
    return found


def autumn(room: Room, group: int) -> dict[dt.date, MeetingRow]:
    return {row.held_on: row for row in room.ask(meetings.strip, group=group, span=AUTUMN)}


def choose(room: Room, screen: GroupsScreen, group: int, on: dt.date) -> None:
    """One press: the tile of a meeting."""
    screen.one.meetings.strip.choose(autumn(room, group)[on].id)
    screen.one.meetings.strip.setFocus()


def show_page(screen: GroupsScreen, title: str) -> Any:
    """One press: the page of a group by its English title; what stands on it."""
    at = next(at for at in range(screen.one.tabs.count()) if screen.one.tabs.tabText(at) == title)
    screen.one.tabs.setCurrentIndex(at)
    return {"Meetings": screen.one.meetings, "Rota": screen.one.rota, "People": screen.one.people}.get(title)


def texts(widget: QWidget) -> list[str]:
    """What can be read on a page, from its top."""
    return [each.text() for each in widget.findChildren(QLabel) if each.isVisible() and each.text()]


def buttons(widget: QWidget, text: str) -> list[QPushButton]:
    return [each for each in widget.findChildren(QPushButton) if text in each.text() and each.isVisible()]


def buttons_on(screen: GroupsScreen, text: str) -> list[QPushButton]:
    screen.one.tabs.setCurrentIndex(1)
    return buttons(screen.one, text)


def key_all(widget: QWidget, typed: str) -> None:
    widget.clear()  # type: ignore[attr-defined]
    type_text(widget, typed)
