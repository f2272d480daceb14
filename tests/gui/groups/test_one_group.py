"""One group's people and details in the real window over a real book; plain text, few statements, names for all."""

import datetime as dt

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QWidget
from sqlalchemy import event

from coordinator_app.core import consent, groups, meetings, people, places
from coordinator_app.core.kinds import ConsentPurpose, ConsentWay, ContactKind, MemberRole, NamesKept
from coordinator_app.gui.kit.theme import Mode
from coordinator_app.i18n import Language
from tests.gui.conftest import Script
from tests.gui.groups.doing import (
    HOSTILE,
    TODAY,
    At,
    add,
    autumn,
    buttons,
    choose,
    detail,
    key,
    key_all,
    keys,
    show_page,
    texts,
    tuesdays,
)
from tests.gui.keys import press, type_text


def test_a_known_name_is_the_known_man_and_a_new_one_a_new_person(at: At) -> None:
    room, screen = at
    group = add(room)
    known = room.write(people.add, name="Matti Mäkinen", today=TODAY)
    show_page(screen, "People")
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
    show_page(screen, "People")
    screen.one.people.adder.click()
    room.settle()
    keys("Matti Virtanen")
    key(Qt.Key.Key_Return)
    room.settle()
    assert screen.one.people.panel.form.row("name").fault()
    assert not detail(room, group).members


def test_the_waiting_list_is_kept_in_order_and_who_got_in_is_a_member(at: At) -> None:
    room, screen = at
    group = add(room)
    tab = show_page(screen, "People")
    buttons(tab, "Put on the waiting list")[0].click()
    room.settle()
    for name, asked in (("Myöhempi Mies", "1.10."), ("Jono Jaska", "3.9.")):
        key_all(tab.panel.form.row("name").editor.focus, name)
        key_all(tab.panel.form.row("since").editor.focus, asked)
        press(tab.panel.form.row("since").editor.focus, Qt.Key.Key_Return)
        room.settle()
    press(tab.panel.form.row("name").editor.focus, Qt.Key.Key_Escape)
    assert [text.replace("\N{NO-BREAK SPACE}", " ") for text in texts(tab.waiting) if "since" in text or ". " in text] == [
        "1. Jono Jaska",
        "since 3 September 2026",
        "2. Myöhempi Mies",
        "since 1 October 2026",
    ]
    buttons(tab, "Got in")[0].click()
    room.settle()
    buttons(tab, "No longer waits")[0].click()
    room.settle()
    assert "Nobody waits for a place." in texts(tab.waiting)
    (row,) = detail(room, group).members
    assert (row.name, row.role, row.since) == ("Jono Jaska", MemberRole.MEMBER, TODAY)
    assert [row.name for row in tab.table.rows.rows()] == ["Jono Jaska"]


def test_a_man_added_from_an_earlier_day_has_come_since_then_and_can_be_taken_off(at: At) -> None:
    room, screen = at
    group = add(room)
    tab = show_page(screen, "People")
    tab.adder.click()
    room.settle()
    keys("Aarne Alku")
    key_all(tab.panel.form.row("since").editor.focus, "1.9.")
    key(Qt.Key.Key_Return)
    room.settle()
    (row,) = detail(room, group).members
    assert row.since == dt.date(2026, 9, 1)
    tab.table.choose(row.id)
    tab.remover.click()
    room.settle()
    assert not tab.table.isVisible()
    assert detail(room, group).members[0].until == TODAY - dt.timedelta(days=1)


def test_evenings_are_shared_out_and_turned_by_hand(at: At) -> None:
    room, screen = at
    group = add(room)
    tab = show_page(screen, "Rota")
    buttons(tab, "Add a counsellor")[0].click()
    room.settle()
    assert screen.one.people.panel.form.value("role") is MemberRole.COUNSELLOR
    for name in ("Aatu Aalto", "Esko Virta"):
        room.write(groups.add_person, group=group, name=name, today=TODAY, role=MemberRole.COUNSELLOR)
    room.settle()
    show_page(screen, "Rota")
    evenings = len(tab.grid.evenings.rows)
    assert f"{evenings} evenings have nobody to run them" in texts(tab)
    tab.alone.click()
    room.settle()
    assert "Every meeting has someone to run it" in texts(tab)
    first, second = (row.id for row in tab.grid.evenings.rows[:2])
    runs = room.ask(meetings.counsellors_of, meetings=[first, second])
    assert [names[0][1] for names in (runs[first], runs[second])] == ["Aatu Aalto", "Esko Virta"]
    tab.grid.setFocus()
    tab.grid.setCurrentIndex(tab.grid.evenings.index(0, 1))
    key(Qt.Key.Key_Space)
    room.settle()
    assert "1 evening has nobody to run it" in texts(tab)
    assert tab.grid.evenings.index(0, 3).data() == "nobody"
    show_page(screen, "Meetings")
    tiles = screen.one.meetings.strip.model()
    said = [str(tiles.index(at, 0).data()) for at in range(tiles.rowCount())]
    assert [text.rpartition(", ")[2] for text in said if "not recorded, n" in text or "planned" in text][:2] == ["nobody", "Esko"]
    tab.grid.clicked.emit(tab.grid.evenings.index(0, 2))
    room.settle()
    assert room.ask(meetings.counsellors_of, meetings=[first])[first][0][1] == "Esko Virta"


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
    show_page(screen, "Details")
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
    show_page(screen, "Details")
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


def test_a_group_is_ended_and_reopened_without_the_mouse_and_the_day_proposed_gives_way(at: At) -> None:
    room, screen = at
    group = add(room)
    show_page(screen, "Details")
    details = screen.one.details
    details.ender.setFocus()
    key(Qt.Key.Key_Return)
    assert details.panel.form.value("on") == TODAY
    keys("7.10.2026")
    key(Qt.Key.Key_Return)
    room.settle()
    assert detail(room, group).ended == dt.date(2026, 10, 7)
    assert details.opener.hasFocus()
    key(Qt.Key.Key_Return)
    room.settle()
    assert detail(room, group).ended is None
    assert details.ender.hasFocus()


def test_a_group_without_records_can_be_removed(at: At) -> None:
    room, screen = at
    add(room)
    show_page(screen, "Details")
    screen.one.details.remover.click()
    room.settle()
    assert not room.ask(groups.listing, today=TODAY, records_begin=TODAY)
    assert [label for label in screen.widget.findChildren(QLabel) if "will be here" in label.text() and label.isVisible()]


def test_a_group_is_written_to_and_who_has_not_agreed_is_not(at: At, ask: Script) -> None:
    room, screen = at
    add(room)
    group = add(room, "Isäryhmä")
    address = people.GivenContact(ContactKind.EMAIL, "aatu@example.fi")
    aatu = room.write(people.add, name="Aatu", today=TODAY, contacts=[address])
    room.write(groups.add_member, group=group, person=aatu)
    room.settle()
    screen.list.choose(group)
    room.settle()
    screen.one.writer.click()
    room.settle()
    assert "There is nobody to whom it could go." in texts(screen.one.mail)
    room.write(consent.give, person=aatu, purpose=ConsentPurpose.GROUP_MAIL, on=TODAY, way=ConsentWay.SPOKEN)
    room.settle()
    screen.one.mail.openers[0].click()
    assert ask.links == ["mailto:?bcc=aatu@example.fi"]
    press(screen.one.mail.openers[0], Qt.Key.Key_Escape)
    assert screen.one.tabs.isVisible()


def test_a_message_is_never_shown_for_another_group_than_it_was_asked_of(at: At) -> None:
    room, screen = at
    add(room)
    other = add(room, "Isäryhmä")
    screen.one.write()
    screen.show_subject(other)
    room.settle()
    assert screen.one.tabs.isVisible()
    screen.one.write()
    room.settle()
    assert "Message: Isäryhmä" in texts(screen.one.mail)


def test_a_sensitive_group_has_no_way_to_be_written_to_and_says_why(at: At) -> None:
    room, screen = at
    add(room)
    assert screen.one.writer.isVisible()
    group = add(room, "Eroryhmä", service="divorce")
    screen.show_subject(group)
    room.settle()
    tab = show_page(screen, "People")
    assert not screen.one.writer.isVisible()
    assert [text for text in texts(tab) if "never written to together" in text]


def test_a_group_of_headcounts_only_asks_for_counsellors_and_for_nobody_else(at: At) -> None:
    room, screen = at
    add(room, service="violence_used")
    tab = show_page(screen, "People")
    assert not tab.waiting.isVisible()
    tab.adder.click()
    room.settle()
    assert tab.panel.form.value("role") is MemberRole.COUNSELLOR
    tab.panel.form.row("role").editor.show(MemberRole.MEMBER)
    keys("Ville")
    key(Qt.Key.Key_Return)
    room.settle()
    assert "never names" in tab.panel.form.row("name").fault()


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
    for page in range(screen.one.tabs.count()):
        screen.one.tabs.setCurrentIndex(page)
        unnamed = [
            each
            for each in screen.widget.findChildren(QWidget)
            if each.isVisible() and each.focusPolicy() & Qt.FocusPolicy.TabFocus and not (each.accessibleName() or _text(each))
        ]
        assert not unnamed


def _text(widget: QWidget) -> str:
    return str(getattr(widget, "text", lambda: "")()) or str(getattr(widget, "tabText", lambda _: "")(0))


def test_half_an_address_stays_with_its_group(at: At) -> None:
    room, screen = at
    first, other = add(room), add(room, "Torstairyhmä")
    screen.show_subject(first)
    room.settle()
    show_page(screen, "Details")
    screen.one.details.form.row("public_email").focus()
    keys("matti@")
    screen.show_subject(other)
    room.settle()
    box = screen.one.details.form.row("public_email").editor
    assert box.read() == ""
    assert not screen.one.details.form.row("public_email").fault()


@pytest.mark.parametrize(("percent", "said"), [(100, False), (150, True), (200, False)])
def test_the_rule_is_said_above_the_pages_where_there_is_room_and_the_list_does_not_say_it(at: At, percent: int, said: bool) -> None:
    room, screen = at
    group = add(room)
    room.kit.theme.set_percent(percent)
    assert room.window is not None
    room.window.resize(1366, 768)
    screen.show_subject(group)
    show_page(screen, "People")
    room.settle()
    room.qtbot.waitUntil(lambda: any(text.startswith("Tuesdays at") for text in texts(screen.one)) is said)
