"""The calendar in the real window over a real book: looked at, gone about in, opened; month, week and list."""

import datetime as dt
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QTextDocument
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QCalendarWidget, QLabel
from pytestqt.qtbot import QtBot
from sqlalchemy import event

from coordinator_app.core import groups, meetings, places
from coordinator_app.gui.calendar.bar import View
from coordinator_app.gui.calendar.screen import CalendarScreen
from coordinator_app.i18n import Language
from tests.gui.calendar.steps import DAY, TODAY, At, begin, into, keys, plain, plan, said_of
from tests.gui.keys import press

CTRL = Qt.KeyboardModifier.ControlModifier
HOSTILE = "<img src=x onerror=alert(1)> <b>Veljet</b> & pojat {name} %n"
ENTER, ESCAPE, SPACE = Qt.Key.Key_Return, Qt.Key.Key_Escape, Qt.Key.Key_Space


def test_an_empty_book_says_what_will_be_here(at: At) -> None:
    room, screen = at
    assert [label.text() for label in screen.widget.findChildren(QLabel) if "will be here" in label.text() and label.isVisible()]
    begin(room)
    assert screen.grid.isVisible()


def test_each_day_says_what_stands_on_it(at: At) -> None:
    room, screen = at
    begin(room)
    plan(room, "Saunailta", dt.date(2026, 10, 10), starts=dt.time(16))
    room.write(groups.add_pause, first=dt.date(2026, 10, 12), last=dt.date(2026, 10, 14), today=TODAY, why="Syysloma")
    room.settle()
    assert said_of(screen, TODAY) == "Tue 6 October 2026, today. 18:00–20:00 Tiistairyhmä, not recorded, Sali"
    assert said_of(screen, dt.date(2026, 10, 10)) == "Sat 10 October 2026. 16:00 Saunailta, planned"
    assert said_of(screen, dt.date(2026, 10, 13)) == "Tue 13 October 2026. Break: Syysloma"
    assert said_of(screen, dt.date(2026, 10, 31)) == "Sat 31 October 2026. All Saints’ Day"
    assert said_of(screen, dt.date(2026, 10, 5)) == "Mon 5 October 2026. nothing planned"
    room.kit.voice.speak(Language.FI)
    room.settle()
    assert said_of(screen, dt.date(2026, 10, 31)) == "la 31.10.2026. Pyhäinpäivä"
    assert screen.bar.title.text() == "Lokakuu 2026"


def test_a_language_chosen_while_the_days_are_still_being_read_is_spoken_too(at: At) -> None:
    room, screen = at
    begin(room)
    room.kit.voice.speak(Language.FI)
    room.kit.voice.speak(Language.EN)
    room.settle()
    assert said_of(screen, dt.date(2026, 10, 31)) == "Sat 31 October 2026. All Saints’ Day"


def test_arrows_go_from_day_to_day_and_over_the_end_of_the_month(at: At) -> None:
    room, screen = into(at)
    begin(room)
    grid = screen.grid.grid
    keys(at, Qt.Key.Key_Down, Qt.Key.Key_Right, Qt.Key.Key_Left, Qt.Key.Key_Up)
    assert grid.day() == TODAY
    keys(at, *[Qt.Key.Key_Down] * 4)
    assert (grid.day(), screen.bar.title.text()) == (dt.date(2026, 11, 3), "November 2026")
    keys(at, Qt.Key.Key_PageDown)
    assert (grid.day(), screen.bar.title.text()) == (dt.date(2026, 12, 3), "December 2026")
    keys(at, "t")
    assert (grid.day(), screen.bar.title.text()) == (TODAY, "October 2026")


@pytest.mark.parametrize("language", list(Language))
def test_the_first_of_the_next_month_says_which_month_it_is(at: At, language: Language) -> None:
    room, screen = into(at)
    room.kit.voice.speak(language)
    room.settle()
    first = dt.date(2026, 11, 1)
    assert screen.grid.grid._painter.date_said(first, 154) == room.kit.voice.words.day_and_month(first)


def test_a_day_is_jumped_to_by_the_keyboard(at: At) -> None:
    room, screen = into(at)
    begin(room)
    keys(at, "g")
    popup = screen.bar.findChild(QCalendarWidget)
    assert isinstance(popup, QCalendarWidget)
    for key in (Qt.Key.Key_PageDown, Qt.Key.Key_Right, ENTER):
        QTest.keyClick(popup.focusWidget(), key)
    room.settle()
    assert screen.grid.grid.day() == dt.date(2026, 11, 7)


def test_space_goes_through_the_things_of_a_day_and_enter_opens_them(at: At) -> None:
    room, screen = into(at)
    group = begin(room)
    activity = plan(room, "Kahvit", TODAY, starts=dt.time(20, 30))
    room.write(groups.add_pause, group=group, first=TODAY + 7 * DAY, last=TODAY + 7 * DAY, today=TODAY)
    room.settle()
    [meeting] = room.ask(meetings.within, span=screen._shown.span)[:1]  # type: ignore[union-attr]
    keys(at, ENTER, SPACE, ENTER, SPACE, ENTER, Qt.Key.Key_Down, ENTER)
    assert room.gone == [("attendance", meeting.id), ("activities", activity), ("attendance", meeting.id), ("groups", group)]


def test_what_space_and_m_come_to_is_read_out(at: At, monkeypatch: pytest.MonkeyPatch) -> None:
    told: list[str] = []
    monkeypatch.setattr(QAccessible, "updateAccessibility", lambda event: told.append(plain(event.message())))
    room, screen = into(at)
    begin(room)
    plan(room, "Kahvit", TODAY, starts=dt.time(20, 30))
    told.clear()
    keys(at, SPACE, "m", Qt.Key.Key_Right, ESCAPE)
    assert told[:3] == [
        "Kahvit. Tue 6 October 2026 20:30 · not recorded",
        "Kahvit. To Tue 6 October 2026. Enter moves it there, Escape leaves it where it was.",
        "Kahvit. To Wed 7 October 2026. Enter moves it there, Escape leaves it where it was.",
    ]
    assert screen.grid.grid.day() == TODAY


def test_two_in_one_place_at_one_time_are_named(at: At) -> None:
    room, screen = into(at)
    begin(room)
    begin(room, "Isät", hour=19)
    begin(room, "Aamu", hour=9)
    assert said_of(screen, TODAY).count("two at the same time") == 2
    assert screen.grid.card.clash.text() == "Sali is also taken by Isät, 19:00–21:00."
    keys(at, SPACE)
    assert screen.grid.card.clash.text() == "Sali is also taken by Tiistairyhmä, 18:00–20:00."
    keys(at, SPACE)
    assert not screen.grid.card.clash.isVisible()


def test_a_clash_over_midnight_says_on_which_day_the_other_is(at: At) -> None:
    room, screen = into(at)
    begin(room, "Saunailta", hour=23)
    plan(room, "Kahvit", TODAY + DAY, starts=dt.time(0, 30), minutes=30, place=room.write(places.named, name="Sali"))
    assert screen.grid.card.clash.text() == "Sali is also taken by Kahvit, Wed 7\u00a0October 0:30–1:00."


def test_a_crowded_day_says_how_many_more_and_lists_them_all(at: At) -> None:
    room, screen = into(at)
    begin(room)
    for number in range(7):
        plan(room, f"Tapahtuma {number}", TODAY, starts=dt.time(8 + number))
    grid = screen.grid.grid
    placed = grid._painter.placed(grid.visualRect(grid.currentIndex()), grid.currentIndex())
    assert placed.left_out == 8 - len(placed.things) >= 3
    keys(at, *[SPACE] * 7)
    assert grid.current() in [thing for _, thing in grid._painter.placed(grid.visualRect(grid.currentIndex()), grid.currentIndex()).things]
    QTest.mouseClick(grid.viewport(), Qt.MouseButton.LeftButton, pos=placed.sign.center())
    room.settle()
    assert (screen.view, screen.list.at()) == (View.LIST, TODAY)


def test_week_and_list_show_the_same_and_the_view_is_remembered(at: At) -> None:
    room, screen = at
    begin(room)
    screen.bar.views[View.WEEK].click()
    room.settle()
    assert plain(screen.bar.title.text()) == "Week 41, 5–11 October 2026"
    assert said_of(screen, TODAY).startswith("Tue 6 October 2026, today. 18:00–20:00 Tiistairyhmä")
    screen.bar.views[View.LIST].click()
    room.settle()
    current = screen.list.list.current()
    assert current is not None and (current.title, current.on) == ("Tiistairyhmä", TODAY)
    assert CalendarScreen(room.kit).bar.views[View.LIST].isCheckable()
    assert room.kit.memory.text("calendar/view") == "list"


def test_large_text_is_a_list_and_small_text_the_table_again(at: At) -> None:
    room, screen = at
    begin(room)
    room.kit.theme.set_percent(200)
    room.qtbot.waitUntil(screen.list.isVisible)
    room.settle()
    assert screen.list.at() == TODAY
    assert not screen.bar.views[View.MONTH].isVisible()
    room.kit.theme.set_percent(100)
    room.qtbot.waitUntil(screen.grid.isVisible)
    assert screen.bar.views[View.MONTH].isVisible()


def test_what_a_user_typed_stays_plain_text_everywhere(at: At) -> None:
    room, screen = into(at)
    begin(room, HOSTILE, place=HOSTILE)
    begin(room, "Isät", hour=19, place=HOSTILE)
    days = screen.grid.grid.days
    tip = QTextDocument()
    tip.setHtml(days.data(days.index_of(TODAY), Qt.ItemDataRole.ToolTipRole))
    assert tip.toPlainText().count(HOSTILE) == 3
    assert screen.grid.card._title.text() == HOSTILE
    assert screen.grid.card.clash.text() == f"{HOSTILE} is also taken by Isät, 19:00–21:00."
    for label in screen.grid.card.findChildren(QLabel):
        assert label.textFormat() is Qt.TextFormat.PlainText or HOSTILE not in label.text()


def test_one_group_is_looked_at_alone(at: At) -> None:
    room, screen = at
    begin(room)
    isat = begin(room, "Isät", weekday=3)
    plan(room, "Kahvit", TODAY)
    screen.bar.choice.setCurrentIndex(screen.bar.choice.findData(isat))
    screen.bar.narrowed.emit(isat)
    room.settle()
    assert said_of(screen, TODAY) == "Tue 6 October 2026, today. nothing planned"
    assert "Isät" in said_of(screen, TODAY + 2 * DAY)
    assert "All Saints" in said_of(screen, dt.date(2026, 10, 31))


def test_the_calendar_is_saved_for_a_telephone_in_two_steps(at: At, tmp_path: Path) -> None:
    room, _screen = into(at)
    begin(room)
    begin(room, "Lyömätön Linja", service="violence_used")
    ask, told = room.kit.ask, list[str]()
    room.kit.notice.told.connect(told.append)
    ask.paths.append(tmp_path / "mine")  # type: ignore[attr-defined]
    assert room.window is not None
    press(room.window, Qt.Key.Key_S, CTRL)  # The second step is Enter in the system's own dialog.
    room.qtbot.waitUntil(lambda: bool(told))
    written = (tmp_path / "mine.ics").read_text("utf-8")
    assert "SUMMARY:Tiistairyhmä" in written
    assert "Lyömätön" not in written
    assert told == ["Saved as mine.ics. Groups of sensitive services are in it without their names and places."]


def test_a_place_that_cannot_be_written_to_is_a_sentence(at: At, tmp_path: Path) -> None:
    room, _screen = at
    begin(room)
    wrong: list[str] = []
    room.kit.notice.wrong.connect(wrong.append)
    room.kit.ask.paths.append(tmp_path / "no such folder" / "mine.ics")  # type: ignore[attr-defined]
    assert room.window is not None
    press(room.window, Qt.Key.Key_S, CTRL)
    room.qtbot.waitUntil(lambda: bool(wrong))
    assert "no such folder" in wrong[0]


def test_a_page_asks_a_fixed_number_of_statements(at: At) -> None:
    room, screen = at
    counted: list[str] = []
    begin(room)
    begin(room, "Isät")
    event.listen(room.whole.database._engine, "before_cursor_execute", lambda *args: counted.append(args[2]))

    def reload() -> int:
        counted.clear()
        screen.reload()
        room.settle()
        return len(counted)

    few = reload()
    for number in range(12):
        begin(room, f"Ryhmä {number}", weekday=number % 7)
        plan(room, f"Tapahtuma {number}", TODAY + number * DAY, starts=dt.time(18), minutes=60)
    assert reload() == few


def test_an_answer_that_tells_nothing_new_draws_no_day_again(at: At, qtbot: QtBot) -> None:
    room, screen = at
    begin(room)
    with qtbot.assertNotEmitted(screen.grid.grid.days.modelReset):
        screen.reload()
        room.settle()
    with qtbot.waitSignal(screen.grid.grid.days.modelReset):
        plan(room, "Saunailta", dt.date(2026, 10, 10))
