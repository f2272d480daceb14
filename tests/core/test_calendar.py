"""What falls on the days of a span, and where two things clash."""

import datetime as dt

from coordinator_app.core import activities, calendar, groups, meetings, people, places
from coordinator_app.core.calendar import EventKind
from coordinator_app.core.groups import SlotForm
from coordinator_app.core.kinds import MemberRole, Rule
from coordinator_app.core.periods import Span
from coordinator_app.core.recurrence import SlotRule
from coordinator_app.i18n import Language
from coordinator_app.storage.database import Database

TODAY = dt.date(2026, 10, 20)  # A Tuesday.
WEEK = Span(dt.date(2026, 12, 21), dt.date(2026, 12, 27))


def begin(book: Database, name: str, weekday: int = 1, hour: int = 18, place: int | None = None) -> int:
    rule = SlotRule(Rule.WEEKLY, weekday, dt.time(hour), 120, TODAY)
    return book.write(groups.add, name=name, today=TODAY, slots=(SlotForm(rule, place=place),)).result


def test_every_day_of_a_span_has_its_holidays_breaks_deadlines_and_meetings(book: Database) -> None:
    begin(book, "Tiistain miehet")
    friday = begin(book, "Perjantain miehet", weekday=4)
    book.write(groups.add_pause, group=friday, first=dt.date(2026, 12, 24), last=dt.date(2026, 12, 26), today=TODAY, why="Joulu")
    days = book.read(calendar.days, span=WEEK, language=Language.FI, deadlines=((dt.date(2026, 12, 23), "Yhteenveto"),))
    assert [day.on.day for day in days] == list(range(21, 28))
    said = {day.on.day: [(event.kind, event.title) for event in day.events] for day in days}
    assert said[21] == said[27] == []
    assert said[22] == [(EventKind.MEETING, "Tiistain miehet")]
    assert said[23] == [(EventKind.DEADLINE, "Yhteenveto")]
    assert said[25] == [(EventKind.HOLIDAY, "Joulupäivä"), (EventKind.BREAK, "Joulu")]


def test_two_meetings_at_one_time_in_one_place_clash_unless_one_is_cancelled(book: Database) -> None:
    hall = book.write(places.named, name="Sali").result
    begin(book, "Aamu", place=hall)
    late = begin(book, "Ilta", hour=19, place=hall)
    begin(book, "Yö", hour=21, place=hall)
    tuesday = Span(TODAY, TODAY)
    [day] = book.read(calendar.days, span=tuesday, language=Language.EN)
    [clash] = day.clashes
    assert (clash.first.title, clash.second.title, clash.place, clash.person) == ("Aamu", "Ilta", "Sali", None)
    assert [event.clashes for event in day.events] == [True, True, False]
    [meeting] = book.read(meetings.strip, group=late, span=tuesday)
    book.write(meetings.cancel, meeting=meeting.id, reason="room_closed")
    [day] = book.read(calendar.days, span=tuesday, language=Language.EN)
    assert day.clashes == ()


def at_night(book: Database, name: str, on: dt.date, starts: dt.time, minutes: int, place: int | None) -> int:
    rule = SlotRule(Rule.WEEKLY, on.weekday(), starts, minutes, TODAY)
    return book.write(groups.add, name=name, today=TODAY, slots=(SlotForm(rule, place=place),)).result


def test_what_goes_past_midnight_clashes_with_what_is_early_the_next_day_wherever_the_span_ends(book: Database) -> None:
    hall = book.write(places.named, name="Sali").result
    tomorrow = TODAY + dt.timedelta(days=1)
    at_night(book, "Saunailta", TODAY, dt.time(22), 180, hall)
    at_night(book, "Yövuoro", tomorrow, dt.time(0, 30), 60, hall)
    at_night(book, "Aamuyö", tomorrow, dt.time(1), 60, hall)
    both = book.read(calendar.days, span=Span(TODAY, tomorrow), language=Language.EN)
    for days in (both, *([day] for on in (TODAY, tomorrow) for day in book.read(calendar.days, span=Span(on, on), language=Language.EN))):
        for day in days:
            said = [(clash.first.title, clash.second.title, clash.place) for clash in day.clashes]
            expected = [("Saunailta", "Yövuoro", "Sali")]
            assert said == expected + ([("Yövuoro", "Aamuyö", "Sali")] if day.on == tomorrow else [])
    assert [[(event.title, event.clashes) for event in day.events] for day in both] == [
        [("Saunailta", True)],
        [("Yövuoro", True), ("Aamuyö", True)],
    ]


def test_an_activity_of_several_days_clashes_once_with_what_is_on_one_of_them(book: Database) -> None:
    hall = book.write(places.named, name="Sali").result
    days = [TODAY + dt.timedelta(days=n) for n in range(4)]
    for name, on in (("Tiistai", days[1]), ("Torstai", days[3])):
        at_night(book, name, on, dt.time(17), 60, hall)
    book.write(
        activities.add, name="Leiri", kind="social", held_on=days[0], until=days[2], starts=dt.time(16), minutes=2 * 24 * 60, place=hall
    )
    found = book.read(calendar.days, span=Span(days[0], days[3]), language=Language.EN)
    assert [[(clash.first.title, clash.second.title) for clash in day.clashes] for day in found] == [[], [("Leiri", "Tiistai")], [], []]


def test_one_man_cannot_run_two_things_at_once(book: Database) -> None:
    esko = book.write(people.add, name="Esko Aalto", today=TODAY).result
    span = Span(TODAY, TODAY)
    for group in (begin(book, "Yksi"), begin(book, "Kaksi", hour=19)):
        [meeting] = book.read(meetings.strip, group=group, span=span)
        book.write(meetings.run_by, meeting=meeting.id, counsellors=[esko])
    [day] = book.read(calendar.days, span=span, language=Language.EN)
    [clash] = day.clashes
    assert (clash.person, clash.place) == ("Esko Aalto", None)


def test_a_meeting_that_nobody_is_named_for_is_run_by_the_groups_only_counsellor(book: Database) -> None:
    esko = book.write(people.add, name="Esko Aalto", today=TODAY).result
    one, other = begin(book, "Yksi"), begin(book, "Kaksi", hour=19)
    for group in (one, other):
        book.write(groups.add_member, group=group, person=esko, role=MemberRole.COUNSELLOR, since=TODAY)
    [day] = book.read(calendar.days, span=Span(TODAY, TODAY), language=Language.EN)
    assert [clash.person for clash in day.clashes] == ["Esko Aalto"]
    second = book.write(people.add, name="Pekka Salo", today=TODAY).result
    book.write(groups.add_member, group=other, person=second, role=MemberRole.COUNSELLOR, since=TODAY)
    [day] = book.read(calendar.days, span=Span(TODAY, TODAY), language=Language.EN)
    assert day.clashes == ()
