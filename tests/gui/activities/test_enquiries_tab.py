"""Enquiries, support talks and guiding onward, in the real window over a real book."""

import datetime as dt
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QToolButton

from coordinator_app.core import enquiries, organisations, people
from coordinator_app.core.periods import Span
from coordinator_app.gui.activities.screen import ActivitiesScreen
from tests.gui.activities.steps import CTRL, TODAY, choose, key, keys, write
from tests.gui.room import Room

QUARTER = Span(dt.date(2026, 10, 1), dt.date(2026, 12, 31))


def logged(room: Room) -> Any:
    return room.ask(enquiries.within, span=QUARTER)


def test_an_enquiry_is_logged_in_two_keys_without_a_name(at: tuple[Room, ActivitiesScreen]) -> None:
    room, screen = at
    key(room, Qt.Key.Key_E, CTRL)  # 1, from any segment
    keys("1")  # 2: by telephone
    room.settle()
    (row,) = logged(room)
    assert (row.on, row.service, row.channel, row.person) == (TODAY, "peer", "phone", None)
    assert screen.widget.currentWidget() is screen.enquiries
    assert screen.enquiries.one.enquiry.form.value("channel") == "phone"
    key(room, Qt.Key.Key_N, CTRL)
    keys("3")
    room.settle()
    assert [row.channel for row in logged(room)] == ["email", "phone"]


def test_the_enquiry_just_logged_is_shown_among_those_that_were_there(at: tuple[Room, ActivitiesScreen]) -> None:
    room, screen = at
    for day in (1, 5):
        room.write(enquiries.log, on=TODAY.replace(day=day), today=TODAY, service="masi", channel="email")
    key(room, Qt.Key.Key_E, CTRL)
    room.settle()
    keys("1")
    room.settle()
    new = next(row for row in logged(room) if row.on == TODAY)
    shown = screen.enquiries.quarter.list.current()
    assert shown is not None and shown.key == ("enquiry", new.id)
    assert screen.enquiries.one.enquiry.form.value("on") == TODAY


def test_escape_closes_the_card_of_a_new_enquiry(at: tuple[Room, ActivitiesScreen]) -> None:
    room, screen = at
    key(room, Qt.Key.Key_E, CTRL)
    room.settle()
    assert screen.enquiries.new.isVisible()
    key(room, Qt.Key.Key_Escape)
    room.settle()
    assert not screen.enquiries.new.isVisible()
    key(room, Qt.Key.Key_N, CTRL)
    room.settle()
    screen.enquiries.new.form.row("note").editor.focus.setFocus()
    key(room, Qt.Key.Key_Escape)
    room.settle()
    assert not screen.enquiries.new.isVisible()
    assert logged(room) == ()


def test_day_service_and_a_known_person_can_be_said(at: tuple[Room, ActivitiesScreen]) -> None:
    room, screen = at
    matti = room.write(people.add, name="Matti Mäkinen", today=TODAY)
    key(room, Qt.Key.Key_E, CTRL)
    room.settle()
    form = screen.enquiries.new.form
    write(form, "on", "2.10.")
    choose(form, "service", "fatherhood")
    write(form, "person", "Kuka vain")
    screen.enquiries.new.channels.buttons[0].click()
    assert form.row("person").fault().startswith("Kuka vain is not in the book")
    write(form, "person", "matti mäkinen")
    screen.enquiries.new.channels.buttons[0].click()
    room.settle()
    (row,) = logged(room)
    assert (row.on, row.service, row.person) == (dt.date(2026, 10, 2), "fatherhood", matti)


def test_a_service_of_headcounts_keeps_no_name(at: tuple[Room, ActivitiesScreen]) -> None:
    room, screen = at
    room.write(people.add, name="Matti Mäkinen", today=TODAY)
    key(room, Qt.Key.Key_E, CTRL)
    room.settle()
    form = screen.enquiries.new.form
    write(form, "person", "Matti Mäkinen")
    choose(form, "service", "violence_used")
    assert not form.row("person").isVisible()
    screen.enquiries.new.channels.buttons[0].click()
    room.settle()
    assert logged(room)[0].person is None
    assert not screen.enquiries.one.enquiry.form.row("person").isVisible()


def test_a_talk_and_a_guiding_come_of_it(at: tuple[Room, ActivitiesScreen]) -> None:
    room, screen = at
    room.write(organisations.add, name="Kriisikeskus")
    key(room, Qt.Key.Key_E, CTRL)
    keys("1")
    room.settle()
    one = screen.enquiries.one
    one.came.talker.click()
    keys("10")
    key(room, Qt.Key.Key_Return)
    room.settle()
    assert "at least 15 minutes" in one.came.talk.form.row("minutes").fault()
    write(one.came.talk.form, "minutes", "")
    one.came.talk.form.row("minutes").focus()
    keys("45")
    key(room, Qt.Key.Key_Return)
    room.settle()
    one.came.referrer.click()
    keys("kriisikeskus")
    key(room, Qt.Key.Key_Return)
    room.settle()
    (talk,) = room.ask(enquiries.talks_within, span=QUARTER)
    (referral,) = room.ask(enquiries.referrals_within, span=QUARTER)
    assert (talk.minutes, talk.enquiry) == (45, logged(room)[0].id)
    assert (referral.organisation_name, referral.enquiry) == ("Kriisikeskus", talk.enquiry)
    assert screen.enquiries.quarter.sums.text() == "1 enquiry · 1 support talk · 1 guided onward"
    one.remover.click()
    room.settle()
    assert "Remove them first" in one.fault.text()


def test_a_talk_of_an_enquiry_is_corrected(at: tuple[Room, ActivitiesScreen]) -> None:
    room, screen = at
    key(room, Qt.Key.Key_E, CTRL)
    keys("1")
    room.settle()
    room.write(enquiries.talk, on=TODAY, today=TODAY, minutes=45, enquiry=logged(room)[0].id)
    room.settle()
    came = screen.enquiries.one.came
    (corrects,) = [each for each in came.findChildren(QToolButton) if each.accessibleName().startswith("Correct: Support talk, 45")]
    corrects.click()
    write(came.correction.form, "minutes", "5")
    came.correction.take()
    room.settle()
    assert "at least 15 minutes" in came.correction.form.row("minutes").fault()
    write(came.correction.form, "minutes", "60")
    came.correction.take()
    room.settle()
    assert [talk.minutes for talk in room.ask(enquiries.talks_within, span=QUARTER)] == [60]
    assert not came.correction.isVisible()


def test_two_fields_that_are_stored_together_both_stay(at: tuple[Room, ActivitiesScreen]) -> None:
    room, screen = at
    room.write(enquiries.log, on=TODAY, today=TODAY, channel="phone")
    screen.widget.setCurrentWidget(screen.enquiries)
    room.settle()
    form = screen.enquiries.one.enquiry.form
    for name, typed in (("on", "5.10."), ("note", "Soittaa uudestaan")):
        editor = form.row(name).editor
        editor.show(dt.date(2026, 10, 5) if name == "on" else typed)
        editor.edited()
    screen.leave()
    room.settle()
    (row,) = logged(room)
    assert (row.on, row.note) == (dt.date(2026, 10, 5), "Soittaa uudestaan")


def test_a_talk_by_itself_can_name_a_known_man_but_not_in_a_service_of_headcounts(at: tuple[Room, ActivitiesScreen]) -> None:
    room, screen = at
    matti = room.write(people.add, name="Matti Mäkinen", today=TODAY)
    screen.widget.setCurrentWidget(screen.enquiries)
    screen.enquiries.begin()
    room.settle()
    screen.enquiries.new.talker.click()
    panel = screen.enquiries.talk.panel
    write(panel.form, "minutes", "30")
    write(panel.form, "person", "Kuka vain")
    panel.take()
    assert panel.form.row("person").fault().startswith("Kuka vain is not in the book")
    write(panel.form, "person", "Matti Mäkinen")
    panel.take()
    room.settle()
    (talk,) = room.ask(enquiries.talks_within, span=QUARTER)
    assert talk.person == matti
    screen.enquiries.begin()
    screen.enquiries.new.talker.click()
    choose(panel.form, "service", "violence_used")
    assert not panel.form.row("person").isVisible()


def test_a_talk_by_itself_is_logged_corrected_and_removed(at: tuple[Room, ActivitiesScreen]) -> None:
    room, screen = at
    screen.widget.setCurrentWidget(screen.enquiries)
    room.settle()
    screen.enquiries.begin()
    screen.enquiries.new.talker.click()
    keys("30")
    key(room, Qt.Key.Key_Return)
    room.settle()
    (talk,) = room.ask(enquiries.talks_within, span=QUARTER)
    assert (talk.minutes, talk.enquiry, talk.on) == (30, None, TODAY)
    form = screen.enquiries.one.talk.form
    write(form, "minutes", "40")
    write(form, "note", "Isyydestä")
    choose(form, "service", "fatherhood")
    screen.leave()
    room.settle()
    (talk,) = room.ask(enquiries.talks_within, span=QUARTER)
    assert (talk.minutes, talk.note, talk.service) == (40, "Isyydestä", "fatherhood")
    write(form, "minutes", "10")
    room.settle()
    assert "at least 15 minutes" in form.row("minutes").fault()
    assert screen.enquiries.one.remover.text() == "Remove the talk"
    screen.enquiries.one.remover.click()
    room.settle()
    assert room.ask(enquiries.talks_within, span=QUARTER) == ()


def test_a_change_of_an_enquiry_is_stored_by_its_field(at: tuple[Room, ActivitiesScreen]) -> None:
    room, screen = at
    key(room, Qt.Key.Key_E, CTRL)
    keys("1")
    room.settle()
    write(screen.enquiries.one.enquiry.form, "on", "7.10.")
    room.settle()
    assert "lies ahead" in screen.enquiries.one.enquiry.form.row("on").fault()
    write(screen.enquiries.one.enquiry.form, "on", "5.10.")
    room.settle()
    assert logged(room)[0].on == dt.date(2026, 10, 5)
