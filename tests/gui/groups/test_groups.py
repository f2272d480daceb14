"""The groups' screen in the real window over a real book: begun, changed, cancelled, moved, joined, ended."""

import datetime as dt
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QComboBox, QLabel, QPushButton, QWidget
from pytestqt.qtbot import QtBot
from sqlalchemy import event

from coordinator_app.core import groups, meetings, people, places
from coordinator_app.core.groups import GroupDetail, SlotForm
from coordinator_app.core.kinds import MeetingState, MemberRole, NamesKept, Rule
from coordinator_app.core.meetings import MeetingRow
from coordinator_app.core.periods import Span
from coordinator_app.core.recurrence import SlotRule
from coordinator_app.gui.groups.screen import GroupsScreen
from coordinator_app.gui.kit.kit import Kit
from coordinator_app.gui.kit.theme import Mode
from coordinator_app.i18n import Language
from tests.gui.keys import press, type_text
from tests.gui.room import Room, opened_room

TODAY = dt.date(2026, 10, 6)
AUTUMN = Span(dt.date(2026, 8, 1), dt.date(2026, 12, 31))
HOSTILE = ("<img src=x onerror=alert(1)>", "<b>Veljet</b> & pojat", "&amp; %n {name}")
FIELDS = ("name", "service", "often", "weekday", "interval", "nth", "dates", "starts", "minutes", "place", "valid_from")
At = tuple[Room, GroupsScreen]


@pytest.fixture
def at(kit: Kit, qtbot: QtBot, empty_book: Path, tmp_path: Path) -> Iterator[At]:
    path = tmp_path / "book.db"
    path.write_bytes(empty_book.read_bytes())
    with opened_room(kit, qtbot, path, GroupsScreen) as opened:
        yield opened


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


def buttons(widget: QWidget, text: str) -> list[QPushButton]:
    return [each for each in widget.findChildren(QPushButton) if text in each.text() and each.isVisible()]


def test_an_empty_book_says_what_will_be_here(at: At) -> None:
    room, screen = at
    assert [label.text() for label in screen.widget.findChildren(QLabel) if "will be here" in label.text()]
    (brings,) = buttons(screen.widget, "Import")
    brings.click()
    assert room.gone == [("importing", None)]


def test_a_weekly_group_is_begun_in_eight_fields_at_most(at: At) -> None:
    room, screen = at
    screen.begin()
    form = screen.draft.panel.form
    shown = [name for name in FIELDS if not form.row(name).isHidden()]
    assert len(shown) <= 8
    keys("Äijien ilta")
    combo = form.row("weekday").editor.focus
    assert isinstance(combo, QComboBox)
    combo.setFocus()
    key(Qt.Key.Key_Down)
    key(Qt.Key.Key_Down)
    form.row("starts").focus()
    keys("18.30")
    form.row("place").focus()
    keys("Kirjasto")
    key(Qt.Key.Key_Return)
    room.settle()
    (card,) = room.ask(groups.listing, today=TODAY, records_begin=dt.date(2026, 1, 1))
    assert (card.name, card.slots[0].rule.weekday, card.slots[0].rule.starts) == ("Äijien ilta", 1, dt.time(18, 30))
    assert card.slots[0].place_name == "Kirjasto"
    assert screen.list.current() == card
    assert screen.one.meetings.strip.isVisible()


def test_a_draft_says_what_is_missing_and_stays_while_other_groups_are_looked_at(at: At) -> None:
    room, screen = at
    group = add(room)
    screen.begin()
    keys("Puoliksi")
    key(Qt.Key.Key_Return)
    assert screen.draft.panel.form.row("weekday").fault()
    assert screen.draft.panel.form.row("starts").fault()
    screen.list.choose(group)
    room.settle()
    assert screen.one.isVisible()
    screen.begin()
    assert screen.draft.panel.form.value("name") == "Puoliksi"
    assert len(room.ask(groups.listing, today=TODAY, records_begin=TODAY)) == 1


@pytest.mark.parametrize(
    ("often", "fields", "rule"),
    [
        ("2", {}, Rule.EVERY_N_WEEKS),
        ("n", {"interval": "6"}, Rule.EVERY_N_WEEKS),
        ("monthly", {}, Rule.MONTHLY),
        ("dates", {"dates": "20.10., 3.11."}, Rule.DATES),
    ],
)
def test_every_kind_of_rule_can_be_written(at: At, often: str, fields: dict[str, str], rule: Rule) -> None:
    room, screen = at
    group = add(room)
    (adder,) = buttons_on(screen, "Add a time")
    adder.click()
    form = screen.one.times.add_panel.form
    form.row("often").editor.show(often)
    form.row("weekday").editor.show(3)
    for name, typed in fields.items():
        row = form.row(name)
        row.focus()
        key_all(row.editor.focus, typed)
    form.row("starts").focus()
    keys("18")
    key(Qt.Key.Key_Return)
    room.settle()
    assert rule in {slot.rule.rule for slot in detail(room, group).slots}


def buttons_on(screen: GroupsScreen, text: str) -> list[QPushButton]:
    screen.one.tabs.setCurrentIndex(1)
    return buttons(screen.one, text)


def key_all(widget: QWidget, typed: str) -> None:
    widget.clear()  # type: ignore[attr-defined]
    type_text(widget, typed)


def test_a_changed_time_counts_from_the_day_asked_for(at: At) -> None:
    room, screen = at
    group = add(room)
    (change,) = buttons_on(screen, "Change")
    change.click()
    form = screen.one.times.change_panel.form
    assert form.value("valid_from") == TODAY
    form.row("weekday").editor.show(3)
    form.row("valid_from").editor.show(dt.date(2026, 11, 1))
    form.row("starts").focus()
    key(Qt.Key.Key_Return)
    room.settle()
    held = autumn(room, group)
    assert dt.date(2026, 10, 27) in held
    assert dt.date(2026, 11, 5) in held
    assert dt.date(2026, 11, 3) not in held


def test_one_meeting_is_cancelled_with_two_keys(at: At) -> None:
    room, screen = at
    group = add(room)
    choose(room, screen, group, dt.date(2026, 10, 13))
    key(Qt.Key.Key_C)
    key(Qt.Key.Key_4)
    room.settle()
    row = autumn(room, group)[dt.date(2026, 10, 13)]
    assert (row.state, row.reason) == (MeetingState.CANCELLED, "counsellor_ill")
    (back,) = buttons(screen.one, "Take it back")
    back.click()
    room.settle()
    assert autumn(room, group)[dt.date(2026, 10, 13)].state is MeetingState.PLANNED


def test_one_meeting_is_moved_with_three_keys_and_the_date(at: At) -> None:
    room, screen = at
    group = add(room)
    choose(room, screen, group, dt.date(2026, 10, 13))
    key(Qt.Key.Key_M)
    keys("14.10.")
    key(Qt.Key.Key_Return)
    room.settle()
    row = autumn(room, group)[dt.date(2026, 10, 14)]
    assert (row.planned_on, row.moved) == (dt.date(2026, 10, 13), True)


def test_a_wrong_day_is_said_at_the_field(at: At) -> None:
    room, screen = at
    group = add(room)
    choose(room, screen, group, dt.date(2026, 10, 13))
    key(Qt.Key.Key_M)
    keys("31.2.")
    key(Qt.Key.Key_Return)
    assert screen.one.meetings.move_panel.form.row("on").fault()
    key(Qt.Key.Key_Escape)
    assert not screen.one.meetings.move_panel.isVisible()
    assert dt.date(2026, 10, 13) in autumn(room, group)


def test_a_past_meeting_is_recorded_elsewhere_or_not_counted_here(at: At) -> None:
    room, screen = at
    group = add(room)
    choose(room, screen, group, dt.date(2026, 9, 8))
    meeting = autumn(room, group)[dt.date(2026, 9, 8)].id
    key(Qt.Key.Key_Return)
    assert room.gone == [("attendance", meeting)]
    screen.one.meetings.chosen.not_counted.click()
    room.settle()
    assert autumn(room, group)[dt.date(2026, 9, 8)].state is MeetingState.NOT_COUNTED


def test_an_extra_meeting_is_added_and_taken_away(at: At) -> None:
    room, screen = at
    group = add(room)
    buttons(screen.one, "Extra meeting")[0].click()
    keys("17.10.")
    key(Qt.Key.Key_Return)
    room.settle()
    assert autumn(room, group)[dt.date(2026, 10, 17)].extra
    choose(room, screen, group, dt.date(2026, 10, 17))
    screen.one.meetings.chosen.remove.click()
    room.settle()
    assert dt.date(2026, 10, 17) not in autumn(room, group)


def test_the_other_term_is_a_press_away(at: At) -> None:
    room, screen = at
    add(room)
    before = screen.one.meetings._term.text()
    screen.one.meetings._later()
    room.settle()
    assert screen.one.meetings._term.text() != before
    assert "2027" in screen.one.meetings._term.text()


def test_a_break_takes_meetings_off_the_plan_and_gives_them_back(at: At) -> None:
    room, screen = at
    group = add(room)
    buttons_on(screen, "Add a break")[0].click()
    keys("12.10.")
    screen.one.times.breaks.panel.form.row("last").focus()
    keys("18.10.")
    key(Qt.Key.Key_Return)
    room.settle()
    assert dt.date(2026, 10, 13) not in autumn(room, group)
    buttons_on(screen, "Remove")[0].click()
    room.settle()
    assert dt.date(2026, 10, 13) in autumn(room, group)


def test_a_break_that_ends_before_it_begins_is_refused_in_its_place(at: At) -> None:
    room, screen = at
    add(room)
    buttons_on(screen, "Add a break")[0].click()
    keys("12.10.")
    screen.one.times.breaks.panel.form.row("last").focus()
    keys("1.10.")
    key(Qt.Key.Key_Return)
    room.settle()
    assert screen.one.times.breaks.panel.form.row("last").fault()


def test_a_known_name_is_the_known_man_and_a_new_one_a_new_person(at: At) -> None:
    room, screen = at
    group = add(room)
    known = room.write(people.add, name="Matti Mäkinen", today=TODAY)
    screen.one.tabs.setCurrentIndex(2)
    screen.one.people.adder.click()
    room.settle()
    box = screen.one.people.panel.form.row("name").editor.focus
    for name in ("matti mäkinen", "Uusi Mies"):
        type_text(box, name)
        press(box, Qt.Key.Key_Return)
        room.settle()
    members = detail(room, group).members
    assert {(row.name, row.role) for row in members} == {("Matti Mäkinen", MemberRole.MEMBER), ("Uusi Mies", MemberRole.MEMBER)}
    assert known in {row.person for row in members}
    assert len(room.ask(people.listing, today=TODAY)) == 2


def test_a_shared_name_is_asked_about(at: At) -> None:
    room, screen = at
    group = add(room)
    for _ in range(2):
        room.write(people.add, name="Matti Virtanen", today=TODAY)
    screen.one.tabs.setCurrentIndex(2)
    screen.one.people.adder.click()
    room.settle()
    keys("Matti Virtanen")
    key(Qt.Key.Key_Return)
    room.settle()
    assert screen.one.people.panel.form.row("name").fault()
    assert not detail(room, group).members


def test_who_waits_becomes_a_member_and_who_left_is_gone_from_the_list(at: At) -> None:
    room, screen = at
    group = add(room)
    room.write(groups.add_person, group=group, name="Jono Jaska", today=TODAY, role=MemberRole.WAITING)
    room.settle()
    tab = screen.one.people
    screen.one.tabs.setCurrentIndex(2)
    tab.table.choose(detail(room, group).members[0].id)
    tab.taker.click()
    room.settle()
    (row,) = detail(room, group).members
    assert row.role is MemberRole.MEMBER
    tab.table.choose(row.id)
    tab.remover.click()
    room.settle()
    assert not tab.table.isVisible()


def test_who_runs_an_evening_is_pressed_in(at: At) -> None:
    room, screen = at
    group = add(room)
    person = room.write(groups.add_person, group=group, name="Ohjaaja & Poika", today=TODAY, role=MemberRole.COUNSELLOR)
    room.settle()
    choose(room, screen, group, dt.date(2026, 10, 13))
    screen.one.meetings.chosen.runners.buttons[person].click()
    room.settle()
    meeting = autumn(room, group)[dt.date(2026, 10, 13)].id
    assert room.ask(meetings.counsellors_of, meetings=[meeting])[meeting] == ((person, "Ohjaaja & Poika"),)
    assert screen.one.meetings.chosen.runners.buttons[person].isChecked()


def test_details_are_stored_when_left_and_names_are_refused_where_none_may_be_kept(at: At) -> None:
    room, screen = at
    group = add(room, service="violence_used")
    screen.one.tabs.setCurrentIndex(3)
    form = screen.one.details.form
    form.row("public_contact").focus()
    keys("Yrjö Yhdysmies")
    screen.leave()
    room.settle()
    form.row("names_kept").editor.show(NamesKept.NAMED)
    form.row("names_kept").editor.edited()
    screen.leave()
    room.settle()
    kept = detail(room, group)
    assert (kept.public_contact, kept.names_kept) == ("Yrjö Yhdysmies", NamesKept.HEADCOUNT)
    assert "headcount" in form.row("names_kept").fault()


def test_a_group_ends_is_found_again_and_reopened(at: At) -> None:
    room, screen = at
    group = add(room)
    screen.one.tabs.setCurrentIndex(3)
    screen.one.details.ender.click()
    screen.one.details.panel.form.row("on").editor.show(dt.date(2026, 9, 30))
    screen.one.details.panel.take()
    room.settle()
    assert detail(room, group).ended == dt.date(2026, 9, 30)
    assert screen.list.current() is None
    screen.show_subject(group)
    screen.reload()
    room.settle()
    assert screen.list.current() is not None
    screen.one.details.opener.click()
    room.settle()
    assert detail(room, group).ended is None


def test_a_group_without_records_can_be_removed(at: At) -> None:
    room, screen = at
    add(room)
    screen.one.tabs.setCurrentIndex(3)
    screen.one.details.remover.click()
    room.settle()
    assert not room.ask(groups.listing, today=TODAY, records_begin=TODAY)
    assert [label for label in screen.widget.findChildren(QLabel) if "will be here" in label.text() and label.isVisible()]


@pytest.mark.parametrize("hostile", HOSTILE)
def test_hostile_names_stay_plain_text(at: At, hostile: str) -> None:
    room, screen = at
    group = add(room, hostile)
    room.write(groups.add_person, group=group, name=hostile, today=TODAY, role=MemberRole.COUNSELLOR)
    room.write(groups.add_pause, first=TODAY, last=TODAY, why=hostile, group=group, today=TODAY)
    room.settle()
    for label in screen.widget.findChildren(QLabel):
        if hostile in label.text():
            assert label.textFormat() is Qt.TextFormat.PlainText
    assert hostile in {label.text() for label in screen.one.findChildren(QLabel)}
    (runner,) = screen.one.meetings.chosen.runners.buttons.values()
    assert runner.text().replace("&&", "&") == hostile


def test_the_list_is_read_in_as_many_statements_for_thirty_groups_as_for_one(at: At) -> None:
    room, screen = at
    said: list[str] = []
    engine = room.whole.database._engine

    def note(_conn: object, _cursor: object, statement: str, *_: object) -> None:
        said.append(statement)

    add(room)
    event.listen(engine, "before_cursor_execute", note)
    screen.reload()
    room.settle()
    alone = len(said)
    event.remove(engine, "before_cursor_execute", note)
    for number in range(29):
        room.write(groups.add, name=f"Ryhmä {number}", today=TODAY, slots=(tuesdays(),))
    room.settle()
    said.clear()
    event.listen(engine, "before_cursor_execute", note)
    screen.reload()
    room.settle()
    event.remove(engine, "before_cursor_execute", note)
    assert len(said) == alone


@pytest.mark.parametrize("language", list(Language))
def test_every_control_has_a_name_in_every_language_and_size(at: At, language: Language) -> None:
    room, screen = at
    add(room)
    room.write(places.named, name="Kirjasto")
    room.kit.voice.speak(language)
    room.kit.theme.set_mode(Mode.DARK)
    room.kit.theme.set_percent(200)
    screen.show_subject(room.ask(groups.by_name, name="Tiistairyhmä"))
    room.settle()
    for page in range(4):
        screen.one.tabs.setCurrentIndex(page)
        unnamed = [
            each
            for each in screen.widget.findChildren(QWidget)
            if each.isVisible() and each.focusPolicy() & Qt.FocusPolicy.TabFocus and not (each.accessibleName() or _text(each))
        ]
        assert not unnamed


def _text(widget: QWidget) -> str:
    return str(getattr(widget, "text", lambda: "")()) or str(getattr(widget, "tabText", lambda _: "")(0))
