"""The schedule of a book: what the printed documents draw from."""

import datetime as dt
from typing import Any

import pytest

from coordinator_app.core import activities, catalogue, consent, groups, meetings, people, places, schedule
from coordinator_app.core.groups import SlotForm
from coordinator_app.core.kinds import ConsentPurpose, ConsentWay, ContactKind, MemberRole, PersonRole, Rule
from coordinator_app.core.people import GivenContact
from coordinator_app.core.periods import Span
from coordinator_app.core.recurrence import SlotRule
from coordinator_app.i18n import Language
from coordinator_app.storage.database import Database

TODAY = dt.date(2026, 10, 20)  # A Tuesday.
AUTUMN = Span(dt.date(2026, 8, 1), dt.date(2026, 12, 31))


def begin(book: Database, name: str = "Tiistain miehet", place: int | None = None, since: dt.date = TODAY, **fields: Any) -> int:
    slot = SlotForm(SlotRule(Rule.EVERY_N_WEEKS, 1, dt.time(18), 120, since, interval=2), place=place)
    return book.write(groups.add, name=name, today=TODAY, slots=(slot,), **fields).result


def read(book: Database, span: Span = AUTUMN) -> schedule.Schedule:
    return book.read(schedule.term, span=span, today=TODAY, catalogue=catalogue.shipped())


def test_a_group_stands_there_with_its_rule_days_place_and_contact(book: Database) -> None:
    hall = book.write(places.named, name="Kirjasto", address="Linnankatu 2").result
    begin(book, place=hall, name_sv="Tisdagsmännen", public_phone="040 123 4567", web="https://miehet.example")
    made = read(book)
    assert (made.locality.own, made.updated, made.valid) == ("Turku", TODAY, AUTUMN)
    [group] = made.groups
    assert (group.name.said(Language.SV), group.sensitive, group.public) == ("Tisdagsmännen", False, True)
    assert group.contact == schedule.ScheduleContact("", "040 123 4567", "")
    [slot] = group.slots
    assert (slot.rule, slot.weekday, slot.interval, slot.since) == (Rule.EVERY_N_WEEKS, 1, 2, None)
    assert slot.place == schedule.SchedulePlace("Kirjasto", "Linnankatu 2")
    assert slot.dates == tuple(TODAY + dt.timedelta(days=14 * n) for n in range(6))


def test_cancelled_days_and_breaks_are_left_out_of_the_days_and_moved_ones_stand_where_they_are_held(book: Database) -> None:
    group = begin(book)
    first, second, third, *_ = book.read(meetings.strip, group=group, span=AUTUMN)
    book.write(meetings.cancel, meeting=first.id, reason="room_closed")
    book.write(meetings.move, meeting=second.id, on=second.held_on + dt.timedelta(days=1), today=TODAY)
    book.write(groups.add_pause, group=group, first=third.held_on, last=third.held_on, today=TODAY, why="Isänpäivä")
    made = read(book)
    days = [TODAY + dt.timedelta(days=n) for n in (15, 42, 56, 70)]
    assert list(made.groups[0].slots[0].dates) == days
    assert [(each.day, each.cancelled, each.planned) for each in made.meetings][:2] == [
        (TODAY, True, None),
        (days[0], False, second.held_on),
    ]
    [pause] = [each for each in made.term_days if each.group == group]
    assert (pause.name.own, pause.span) == ("Isänpäivä", Span(third.held_on, third.held_on))
    assert made.groups[0].pauses == (pause.span,)


def test_a_rule_that_has_ended_is_not_there_and_one_to_come_says_since_when(book: Database) -> None:
    group = begin(book, since=dt.date(2026, 9, 1))
    slot = book.read(groups.detail, group=group).slots[0]
    changes = dt.date(2026, 12, 1)
    to = SlotForm(SlotRule(Rule.WEEKLY, 3, dt.time(17), 90, slot.rule.valid_from))
    book.write(groups.change_slot, slot=slot.id, to=to, today=TODAY, from_day=changes)
    last = changes - dt.timedelta(1)
    assert [(each.weekday, each.since, each.until) for each in read(book).groups[0].slots] == [(1, None, last), (3, changes, None)]
    assert [each.weekday for each in read(book, Span(dt.date(2027, 1, 1), dt.date(2027, 7, 31))).groups[0].slots] == [3]


def test_the_days_of_a_group_that_will_end_say_until_when(book: Database) -> None:
    group = begin(book)
    assert [slot.until for slot in read(book).groups[0].slots] == [None]
    last = dt.date(2026, 12, 8)
    book.write(groups.end, group=group, on=last, today=TODAY)
    assert [slot.until for slot in read(book).groups[0].slots] == [last]
    assert [slot.until for slot in read(book, Span(AUTUMN.first, last)).groups[0].slots] == [None]


def test_what_may_not_be_printed_is_there_with_the_marks_that_say_so(book: Database) -> None:
    hall = book.write(places.named, name="Salainen", address="Katu 1").result
    begin(book, place=hall, hide_place=True, service="divorce", public=False)
    [group] = read(book).groups
    assert (group.sensitive, group.public) == (True, False)
    assert group.slots[0].place is not None
    assert group.slots[0].place.hidden
    assert all(each.sensitive and not each.public for each in read(book).meetings)


@pytest.mark.parametrize("agreed", [True, False])
def test_a_person_is_named_as_contact_only_if_he_agreed(book: Database, agreed: bool) -> None:
    ways = (GivenContact(ContactKind.PHONE, "040 765 4321"), GivenContact(ContactKind.EMAIL, "esko@example.org"))
    esko = book.write(people.add, name="Esko Aalto", today=TODAY, contacts=ways).result
    if agreed:
        book.write(consent.give, person=esko, purpose=ConsentPurpose.NAME_IN_PRINT, on=TODAY, way=ConsentWay.SPOKEN)
    begin(book, contact_id=esko)
    expected = schedule.ScheduleContact("Esko Aalto", "040 765 4321", "esko@example.org") if agreed else None
    assert read(book).groups[0].contact == expected


@pytest.mark.parametrize(("serves", "named"), [(False, "Esko"), (True, "Esko Aalto")])
def test_a_participant_who_is_the_contact_is_printed_without_his_surname(book: Database, serves: bool, named: str) -> None:
    ways = (GivenContact(ContactKind.PHONE, "040 765 4321"),)
    esko = book.write(people.add, name="Esko Aalto", today=TODAY, contacts=ways, roles=(PersonRole.PARTICIPANT,)).result
    book.write(consent.give, person=esko, purpose=ConsentPurpose.NAME_IN_PRINT, on=TODAY, way=ConsentWay.SIGNED)
    group = begin(book, contact_id=esko)
    book.write(groups.add_member, group=group, person=esko, role=MemberRole.COUNSELLOR if serves else MemberRole.MEMBER)
    [contact] = [each.contact for each in read(book).groups]
    assert contact is not None
    assert (contact.name, contact.phone) == (named, "040 765 4321")


def test_a_meeting_planned_before_its_group_became_sensitive_is_guarded_too(book: Database) -> None:
    group = begin(book, service="peer")
    [first, *_] = read(book).meetings
    [row] = book.read(meetings.strip, group=group, span=Span(first.day, first.day))
    book.write(meetings.move, meeting=row.id, on=first.day + dt.timedelta(1), today=TODAY)
    assert not any(each.sensitive for each in read(book).meetings)
    book.write(groups.change, group=group, service="divorce", today=TODAY)
    assert all(each.sensitive for each in read(book).meetings)


def test_activities_and_holidays_stand_among_the_days(book: Database) -> None:
    book.write(activities.add, name="Saunailta", kind="social", held_on=dt.date(2026, 11, 6), starts=dt.time(17), public=True)
    made = read(book)
    [evening] = made.meetings
    assert (evening.title.own, evening.group, evening.public, evening.cancelled) == ("Saunailta", None, True, False)
    names = [each.name.said(Language.SV) for each in made.term_days if each.holiday]
    assert "Självständighetsdagen" in names


def test_an_activity_of_several_days_has_its_days_also_when_it_began_before_the_schedule(book: Database) -> None:
    first, last = TODAY - dt.timedelta(1), TODAY + dt.timedelta(2)
    book.write(activities.add, name="Leiri", kind="social", held_on=first, until=last, starts=dt.time(17), public=True)
    book.write(activities.add, name="Saunailta", kind="social", held_on=TODAY, starts=dt.time(17), public=True)
    camp, evening = read(book, Span(TODAY, AUTUMN.last)).meetings
    assert (camp.day, camp.starts, camp.days) == (TODAY, None, Span(first, last))
    assert (evening.day, evening.starts, evening.days) == (TODAY, dt.time(17), None)
