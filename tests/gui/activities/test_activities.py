"""Activities in the real window over a real book: made, recorded, repeated, cancelled."""

import datetime as dt

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel

from coordinator_app.core import activities, drafts, organisations, people
from coordinator_app.core.kinds import MeetingState, Organiser
from coordinator_app.core.periods import Span
from coordinator_app.gui.activities.screen import ActivitiesScreen
from coordinator_app.i18n import Language
from tests.gui.activities.steps import CTRL, TODAY, YEAR, add, choose, key, keys, one, write
from tests.gui.room import Room

SAUNA = dt.date(2026, 9, 18)
HOSTILE = "<img src=x onerror=alert(1)> & pojat"


def test_an_activity_is_made_when_its_name_and_kind_are_said(at: tuple[Room, ActivitiesScreen]) -> None:
    room, screen = at
    key(room, Qt.Key.Key_N, CTRL)
    keys("Saunailta")
    form = screen.activities.one.facts.form
    choose(form, "kind", "social")
    write(form, "held_on", "18.9.")
    write(form, "place", "Rantasauna")
    room.settle()
    screen.leave()
    room.settle()
    (row,) = room.ask(activities.within, span=YEAR)
    assert (row.name, row.kind, row.held_on, row.place_name, row.organiser) == ("Saunailta", "social", SAUNA, "Rantasauna", Organiser.OWN)
    current = screen.activities.year.list.current()
    assert current is not None
    assert current.id == row.id


def test_participants_are_typed_and_blank_is_not_zero(at: tuple[Room, ActivitiesScreen]) -> None:
    room, screen = at
    sauna = add(room, "Saunailta", SAUNA).id
    outcome = screen.activities.one.outcome
    outcome.buttons[MeetingState.COUNTED].click()
    keys("12")
    key(room, Qt.Key.Key_Tab)
    keys("0")
    key(room, Qt.Key.Key_Tab)
    room.settle()
    row = one(room, sauna)
    assert (row.state, row.headcount, row.newcomers) == (MeetingState.COUNTED, 12, 0)
    assert (row.remote, row.children, row.leaders) == (None, None, None)
    write(outcome.form, "newcomers", "")
    room.settle()
    assert one(room, sauna).newcomers is None


def test_a_part_above_the_whole_is_told_in_its_place(at: tuple[Room, ActivitiesScreen]) -> None:
    room, screen = at
    sauna = add(room, "Saunailta", SAUNA).id
    outcome = screen.activities.one.outcome
    outcome.buttons[MeetingState.COUNTED].click()
    write(outcome.form, "headcount", "3")
    write(outcome.form, "newcomers", "5")
    room.settle()
    assert "cannot be more" in outcome.form.row("newcomers").fault()
    assert one(room, sauna).newcomers is None


def test_without_any_number_it_is_held_and_not_counted(at: tuple[Room, ActivitiesScreen]) -> None:
    room, screen = at
    sauna = add(room, "Saunailta", SAUNA).id
    room.write(activities.count, activity=sauna, today=TODAY, headcount=4)
    room.settle()
    write(screen.activities.one.outcome.form, "headcount", "")
    room.settle()
    row = one(room, sauna)
    assert (row.state, row.headcount) == (MeetingState.NOT_COUNTED, None)
    screen.activities.one.outcome.clearer.click()
    room.settle()
    assert one(room, sauna).state is MeetingState.PLANNED


def test_each_kind_asks_for_its_own_numbers(at: tuple[Room, ActivitiesScreen]) -> None:
    room, screen = at
    form = screen.activities.one.outcome.form

    def asked(kind: str) -> set[str]:
        screen.show_subject(add(room, kind, SAUNA, kind).id)
        room.settle()
        screen.activities.one.outcome._press(MeetingState.COUNTED)
        room.settle()
        return {name for name in ("headcount", "newcomers", "women", "enrolled", "completed_on", "reach") if not form.row(name).isHidden()}

    assert asked("social") == {"headcount", "newcomers"}
    assert asked("professional_session") == {"headcount", "women"}
    assert asked("professional_programme") == {"headcount", "women", "enrolled", "completed_on"}
    assert asked("outreach") == {"reach"}


def test_advocacy_is_held_with_one_press_for_there_is_nothing_to_count(at: tuple[Room, ActivitiesScreen]) -> None:
    room, screen = at
    visit = add(room, "Valtuuston tapaaminen", SAUNA, "advocacy").id
    screen.activities.one.outcome.buttons[MeetingState.COUNTED].click()
    room.settle()
    assert one(room, visit).state is MeetingState.COUNTED


def test_it_is_cancelled_with_a_reason(at: tuple[Room, ActivitiesScreen]) -> None:
    room, screen = at
    sauna = add(room, "Saunailta", SAUNA).id
    outcome = screen.activities.one.outcome
    outcome.buttons[MeetingState.CANCELLED].click()
    assert one(room, sauna).state is MeetingState.PLANNED
    keys("3")
    room.settle()
    row = one(room, sauna)
    assert (row.state, row.reason) == (MeetingState.CANCELLED, "room_closed")
    assert not outcome.reasons.isVisible()


def test_what_lies_ahead_can_be_cancelled_but_not_counted(at: tuple[Room, ActivitiesScreen]) -> None:
    room, screen = at
    add(room, "Pikkujoulu", dt.date(2026, 12, 4))
    buttons = screen.activities.one.outcome.buttons
    assert [state for state, made in buttons.items() if made.isVisible()] == [MeetingState.CANCELLED]


def test_last_years_is_copied_in_three_steps(at: tuple[Room, ActivitiesScreen]) -> None:
    room, screen = at
    add(room, "Patikkaretki", dt.date(2026, 3, 14))
    sauna = add(room, "Saunailta", SAUNA, service="fatherhood", note="Puut mukaan").id
    room.write(activities.count, activity=sauna, today=TODAY, headcount=4)
    screen.activities.year.list.search.setFocus()
    key(room, Qt.Key.Key_Down)  # 1: into the list
    screen.activities.year.list.choose(sauna)  # 2: onto it
    room.settle()
    key(room, Qt.Key.Key_D, CTRL)  # 3: once more
    room.settle()
    (copied,) = room.ask(activities.within, span=Span(dt.date(2027, 1, 1), dt.date(2027, 12, 31)))
    assert (copied.name, copied.service, copied.note) == ("Saunailta", "fatherhood", "Puut mukaan")
    assert copied.held_on.weekday() == SAUNA.weekday()
    assert (copied.state, copied.headcount) == (MeetingState.PLANNED, None)
    assert screen.activities.year.years.said() == "2027"
    assert screen.activities.one._name.text() == "Saunailta"


def test_volunteers_and_partners_are_named_and_taken_off(at: tuple[Room, ActivitiesScreen]) -> None:
    room, screen = at
    matti = room.write(people.add, name="Matti Mäkinen", today=TODAY)
    parish = room.write(organisations.add, name="Seurakunta")
    sauna = add(room, "Saunailta", SAUNA).id
    part, partners = screen.activities.one.people, screen.activities.one.partners
    part.line.setText("matti mäkinen")
    part.line.returnPressed.emit()
    partners.line.setText("Seurakunta")
    partners.add_button.click()
    room.settle()
    assert room.ask(activities.people_of, activity=sauna) == ((matti, "Matti Mäkinen"),)
    assert room.ask(activities.partners_of, activity=sauna) == ((parish, "Seurakunta"),)
    part.line.setText("Kuka vain")
    part.line.returnPressed.emit()
    room.settle()
    assert part.fault.text().startswith("Kuka vain is not in the book")
    part.buttons[matti].click()
    room.settle()
    assert room.ask(activities.people_of, activity=sauna) == ()


def test_only_what_has_no_record_can_be_removed(at: tuple[Room, ActivitiesScreen]) -> None:
    room, screen = at
    sauna = add(room, "Saunailta", SAUNA).id
    room.write(activities.not_counted, activity=sauna, today=TODAY)
    room.settle()
    assert not screen.activities.one.remover.isVisible()
    room.write(activities.clear, activity=sauna)
    room.settle()
    screen.activities.one.remover.click()
    room.settle()
    assert room.ask(activities.within, span=YEAR) == ()
    assert screen.activities._right.currentWidget() is screen.activities._none


def test_the_screen_speaks_another_language_at_once_and_names_stay_plain_text(at: tuple[Room, ActivitiesScreen]) -> None:
    room, screen = at
    add(room, HOSTILE, SAUNA)
    room.kit.voice.speak(Language.FI)
    assert "syyskuu" in str(screen.activities.year._look(screen.activities.year.list.current(), room.kit.voice.words)).lower()  # type: ignore[arg-type]
    assert HOSTILE in [label.text() for label in screen.widget.findChildren(QLabel) if label.textFormat() is Qt.TextFormat.PlainText]
    room.kit.voice.speak(Language.EN)


def test_a_year_with_many_activities_is_listed_with_headings(at: tuple[Room, ActivitiesScreen]) -> None:
    room, screen = at
    for month in (3, 3, 9):
        room.write(activities.add, name=f"Retki {month}", kind="social", held_on=dt.date(2026, month, 14))
    room.settle()
    items = screen.activities.year.list._items
    assert [items.opens_part(at) for at in range(3)] == [True, False, True]
    screen.activities.year.list.search.setText("retki 9")
    assert [row.name for row in items.rows] == ["Retki 9"]
    screen.activities.year.list.search.clear()
    screen.activities.year.years.before.click()
    room.settle()
    assert items.rows == []


def test_one_that_was_refused_is_kept_on_as_unfinished(at: tuple[Room, ActivitiesScreen]) -> None:
    room, screen = at
    key(room, Qt.Key.Key_N, CTRL)
    form = screen.activities.one.facts.form
    write(form, "until", "1.9.")
    form.row("name").focus()
    keys("Leiri")
    choose(form, "kind", "social")
    screen.leave()
    room.settle()
    assert form.row("until").fault()
    assert not room.ask(activities.within, span=YEAR)
    room.qtbot.waitUntil(lambda: room.ask(drafts.find, screen="activities/new") is not None)
    write(form, "until", "8.10.")
    room.settle()
    assert [row.name for row in room.ask(activities.within, span=YEAR)] == ["Leiri"]
    assert room.ask(drafts.find, screen="activities/new") is None


def test_the_keyboard_comes_along_to_a_segment_that_was_never_seen(at: tuple[Room, ActivitiesScreen]) -> None:
    room, screen = at
    assert room.window is not None
    add(room, "Sauna", TODAY)
    room.window.focusWidget().setFocus()
    for number in (1, 2, 3):
        key(room, Qt.Key.Key_Tab, CTRL)
        room.settle()
        segment, focused = screen.widget.currentWidget(), room.window.focusWidget()
        assert screen.widget.currentIndex() == number
        assert segment.isAncestorOf(focused)
        assert focused.focusPolicy() & Qt.FocusPolicy.TabFocus
