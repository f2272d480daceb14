"""Groups as the contact man keeps them: added, changed, listed, ended, removed."""

import datetime as dt
from typing import Any

import pytest
from msgspec.structs import replace

from coordinator_app.core import groups, history, meetings, people, places
from coordinator_app.core.errors import NotFound, Refused
from coordinator_app.core.groups import SlotForm
from coordinator_app.core.kinds import MemberRole, NamesKept, Rule
from coordinator_app.core.periods import Span
from coordinator_app.core.recurrence import SlotRule
from coordinator_app.i18n import Language, Words
from coordinator_app.storage.database import Database
from tests.core.statements import counted_statements

TODAY = dt.date(2026, 10, 20)  # A Tuesday.
BEGIN = dt.date(2026, 1, 1)


def slot(weekday: int = 1, hour: int = 18, since: dt.date = TODAY, place: int | None = None) -> SlotForm:
    return SlotForm(SlotRule(Rule.WEEKLY, weekday, dt.time(hour), 120, since), place=place)


def begin(book: Database, *slots: SlotForm, name: str = "Tiistain miehet", **fields: Any) -> int:
    return book.write(groups.add, name=name, today=TODAY, slots=slots, **fields).result


def listing(book: Database, **how: Any) -> tuple[groups.GroupCard, ...]:
    return book.read(groups.listing, today=TODAY, records_begin=BEGIN, **how)


def man(book: Database, name: str) -> int:
    return book.write(people.add, name=name, today=TODAY).result


def test_a_card_says_where_and_when_the_group_meets_next_and_what_is_missing(book: Database) -> None:
    hall = book.write(places.named, name="Kirjasto").result
    group = begin(book, slot(since=dt.date(2026, 10, 6), place=hall))
    first = book.read(meetings.strip, group=group, span=Span(BEGIN, TODAY))[0]
    book.write(meetings.count, meeting=first.id, headcount=4, today=TODAY)
    [card] = listing(book)
    assert (card.name, card.service, card.names_kept) == ("Tiistain miehet", "peer", NamesKept.HEADCOUNT)
    assert card.next is not None
    assert (card.next.on, card.next.starts, card.next.place_name) == (TODAY, dt.time(18), "Kirjasto")
    assert card.unrecorded == 2
    assert [(each.rule.weekday, each.place_name) for each in card.slots] == [(1, "Kirjasto")]


def test_cards_stand_by_weekday_time_and_name_and_those_without_a_rule_last(book: Database) -> None:
    begin(book, name="Ilman sääntöä")
    begin(book, slot(3), name="Torstai")
    begin(book, slot(1, 19), name="Tiistai myöhään")
    begin(book, slot(1), name="Örrit")
    begin(book, slot(1), name="Äijät")
    assert [card.name for card in listing(book)] == ["Äijät", "Örrit", "Tiistai myöhään", "Torstai", "Ilman sääntöä"]


def test_ended_groups_are_listed_only_when_asked_for(book: Database) -> None:
    group = begin(book, slot(since=dt.date(2026, 9, 1)))
    book.write(groups.end, group=group, on=dt.date(2026, 9, 30), today=TODAY)
    assert listing(book) == ()
    assert [card.ended for card in listing(book, ended=True)] == [dt.date(2026, 9, 30)]


@pytest.mark.parametrize("many", [1, 12])
def test_listing_takes_the_same_few_statements_for_one_group_and_for_twelve(book: Database, many: int) -> None:
    for n in range(many):
        begin(book, slot(n % 7), name=f"Ryhmä {n}")
    listing(book)
    with counted_statements() as said:
        assert len(listing(book)) == many
    assert len([each for each in said if each.lstrip().upper().startswith("SELECT")]) == 4


def test_fields_change_one_by_one_and_blank_is_nothing(book: Database) -> None:
    group = begin(book, slot(), label="  ", public_phone="+358 40 1234567")
    book.write(groups.change, group=group, today=TODAY, name=" Keskiviikon miehet ", note="Avain Eskolla", public_phone=" ")
    shown = book.read(groups.detail, group=group)
    assert (shown.name, shown.label, shown.note, shown.public_phone) == ("Keskiviikon miehet", None, "Avain Eskolla", None)
    assert shown.public


def test_names_are_never_kept_in_a_service_of_headcounts(book: Database) -> None:
    with pytest.raises(Refused, match="headcounts only"):
        begin(book, service="violence_used", names_kept=NamesKept.FIRST_NAMES)
    group = begin(book, names_kept=NamesKept.NAMED)
    with pytest.raises(Refused, match="headcounts only"):
        book.write(groups.change, group=group, today=TODAY, service="violence_used")
    book.write(groups.change, group=group, today=TODAY, service="violence_used", names_kept=NamesKept.HEADCOUNT)


@pytest.mark.parametrize("name", ["", "   "])
def test_a_group_needs_a_name(book: Database, name: str) -> None:
    with pytest.raises(Refused, match="name"):
        begin(book, name=name)


def test_a_group_without_records_can_be_removed_and_one_with_records_only_ended(book: Database) -> None:
    hall = book.write(places.add, name="Sali").result.id
    group = begin(book, slot(place=hall))
    book.write(groups.add_pause, group=group, first=TODAY, last=TODAY, today=TODAY)
    book.write(groups.add_member, group=group, person=man(book, "Esko Aalto"))
    assert not book.read(groups.detail, group=group).has_records
    book.write(groups.remove, group=group)
    assert listing(book) == ()
    book.write(places.remove, place=hall)

    other = begin(book, slot())
    meeting = book.read(meetings.strip, group=other, span=Span(TODAY, TODAY))[0]
    book.write(meetings.not_counted, meeting=meeting.id, today=TODAY)
    assert book.read(groups.detail, group=other).has_records
    with pytest.raises(Refused, match="End the group"):
        book.write(groups.remove, group=other)


def test_members_counsellors_and_those_who_wait(book: Database) -> None:
    group = begin(book, slot())
    esko, ville, otto = man(book, "Esko Aalto"), man(book, "Ville Åberg"), man(book, "Otto Virta")
    book.write(groups.add_member, group=group, person=esko, role=MemberRole.COUNSELLOR)
    book.write(groups.add_member, group=group, person=ville, role=MemberRole.WAITING)
    book.write(groups.add_member, group=group, person=otto)
    assert [(card.members, card.waiting) for card in listing(book)] == [(1, 1)]
    book.write(groups.add_member, group=group, person=ville, since=TODAY)
    shown = book.read(groups.detail, group=group).members
    assert [(row.name, row.role) for row in shown] == [
        ("Esko Aalto", MemberRole.COUNSELLOR),
        ("Otto Virta", MemberRole.MEMBER),
        ("Ville Åberg", MemberRole.MEMBER),
    ]
    book.write(groups.remove_member, member=shown[1].id, on=TODAY - dt.timedelta(days=1))
    assert listing(book)[0].members == 1
    book.write(groups.add_member, group=group, person=otto)
    assert listing(book)[0].members == 2
    book.write(groups.remove_member, member=shown[1].id)
    assert len(book.read(groups.detail, group=group).members) == 2


def test_who_has_waited_longest_is_first_on_the_waiting_list_and_gets_in(book: Database) -> None:
    group = begin(book, slot())
    asked = {"Ville": dt.date(2026, 9, 3), "Aatu": dt.date(2026, 10, 1), "Esko": dt.date(2026, 9, 3), "Otto": None}
    for name, since in asked.items():
        book.write(groups.add_person, group=group, name=name, today=TODAY, role=MemberRole.WAITING, since=since)
    waiting = book.read(groups.detail, group=group).members
    assert [row.name for row in waiting] == ["Ville", "Esko", "Aatu", "Otto"]
    book.write(groups.admit, member=waiting[0].id, on=TODAY)
    book.write(groups.no_longer_waits, member=waiting[1].id)
    rows = book.read(groups.detail, group=group).members
    assert [(row.name, row.role, row.since) for row in rows] == [
        ("Ville", MemberRole.MEMBER, TODAY),
        ("Aatu", MemberRole.WAITING, asked["Aatu"]),
        ("Otto", MemberRole.WAITING, None),
    ]
    with pytest.raises(NotFound, match="no longer on the waiting list"):
        book.write(groups.admit, member=waiting[1].id, on=TODAY)
    said = [line.said(Words(Language.EN)) for line in book.read(history.lines, most=2)]
    assert said == ["take off the waiting list (Esko, Tiistain miehet)", "take in from the waiting list (Ville, Tiistain miehet)"]


def test_who_comes_already_need_not_wait(book: Database) -> None:
    group = begin(book, slot())
    esko = man(book, "Esko Aalto")
    place = book.write(groups.add_member, group=group, person=esko, since=TODAY).result
    with pytest.raises(Refused, match="Esko Aalto already comes"):
        book.write(groups.add_member, group=group, person=esko, role=MemberRole.WAITING, since=TODAY)
    book.write(groups.remove_member, member=place, on=TODAY - dt.timedelta(days=1))
    book.write(groups.add_member, group=group, person=esko, role=MemberRole.WAITING, since=TODAY)


@pytest.mark.parametrize("role", [MemberRole.MEMBER, MemberRole.WAITING])
def test_a_group_of_headcounts_only_writes_down_nobody_but_its_counsellors(book: Database, role: MemberRole) -> None:
    group = begin(book, slot(), service="violence_used")
    with pytest.raises(Refused, match="never names"):
        book.write(groups.add_person, group=group, name="Ville", today=TODAY, role=role)
    assert not book.read(people.listing, today=TODAY)
    book.write(groups.add_person, group=group, name="Veikko", today=TODAY, role=MemberRole.COUNSELLOR)
    assert [row.name for row in book.read(groups.detail, group=group).members] == ["Veikko"]


@pytest.mark.parametrize("role", [MemberRole.MEMBER, MemberRole.WAITING])
def test_a_group_with_men_written_down_does_not_become_one_of_headcounts_only(book: Database, role: MemberRole) -> None:
    group = begin(book, slot())
    esko = book.write(people.add, name="Esko Aalto", today=TODAY).result
    book.write(groups.add_person, group=group, name="Veikko", today=TODAY, role=MemberRole.COUNSELLOR)
    place = book.write(groups.add_member, group=group, person=esko, role=role, since=TODAY - dt.timedelta(days=9)).result
    with pytest.raises(Refused, match="Take them out of the group first"):
        book.write(groups.change, group=group, today=TODAY, service="violence_used")
    book.write(groups.change, group=group, today=TODAY, service="divorce")
    book.write(groups.remove_member, member=place, on=TODAY)
    book.write(groups.change, group=group, today=TODAY, service="violence_used")
    assert book.read(groups.detail, group=group).service == "violence_used"


def test_a_group_is_found_by_its_name_whatever_the_case(book: Database) -> None:
    group = begin(book, name="Wanhat miehet")
    assert book.read(groups.by_name, name="wanhat MIEHET") == group
    with pytest.raises(NotFound, match="Vanhat"):
        book.read(groups.by_name, name="Vanhat miehet")
    begin(book, name="Wanhat miehet")
    with pytest.raises(Refused, match="More than one"):
        book.read(groups.by_name, name="Wanhat miehet")


def test_a_group_cannot_end_before_it_starts_nor_a_break_before_it_begins(book: Database) -> None:
    group = begin(book, slot(), started=TODAY)
    with pytest.raises(Refused, match="before it starts"):
        book.write(groups.end, group=group, on=TODAY - dt.timedelta(days=1), today=TODAY)
    with pytest.raises(Refused, match="before it begins"):
        book.write(groups.add_pause, group=group, first=TODAY, last=TODAY - dt.timedelta(days=1), today=TODAY)


def test_a_place_is_known_again_by_its_name(book: Database) -> None:
    hall = book.write(places.named, name="Kirjasto", address="Linnankatu 2").result
    assert book.write(places.named, name=" kirjasto ").result == hall
    assert book.write(places.named, name="Kirjasto", address="Maariankatu 1").result != hall
    assert book.write(places.named, name="").result is None
    begin(book, slot(place=hall))
    with pytest.raises(Refused, match="another place"):
        book.write(places.remove, place=hall or 0)


def test_what_was_done_is_named_by_the_group_or_the_person(book: Database) -> None:
    group = begin(book, slot())
    member = book.write(groups.add_member, group=group, person=man(book, "Esko Aalto")).result
    book.write(groups.remove_member, member=member)
    book.write(groups.remove_slot, slot=book.read(groups.detail, group=group).slots[0].id)
    book.write(groups.remove, group=group)
    said = [line.said(Words(Language.EN)) for line in book.read(history.lines, most=3)]
    assert said == [
        "remove the group Tiistain miehet",
        "remove a meeting time (Tiistain miehet)",
        "take a member off (Esko Aalto, Tiistain miehet)",
    ]


def test_a_place_is_named_by_the_man_and_the_group_for_he_may_have_several(book: Database) -> None:
    esko = man(book, "Esko Aalto")
    for name in ("Tiistain miehet", "Isät"):
        group = book.write(groups.add, name=name, today=TODAY).result
        book.write(groups.add_member, group=group, person=esko)
    following = book.read(history.next_steps).undo
    assert following is not None
    assert following.said(Words(Language.EN)) == "add a member (Esko Aalto, Isät)"
    lines = [line.said(Words(Language.EN)) for line in book.read(history.lines, most=4)]
    assert lines[2] == "add a member (Esko Aalto, Tiistain miehet)"


def test_a_new_person_gets_his_place_in_one_undo_step(book: Database) -> None:
    group = begin(book, slot())
    person = book.write(groups.add_person, group=group, name="Uusi Mies", role=MemberRole.COUNSELLOR, today=TODAY).result
    (member,) = book.read(groups.detail, group=group).members
    assert (member.person, member.role) == (person, MemberRole.COUNSELLOR)
    book.undo()
    assert not book.read(groups.detail, group=group).members
    assert not book.read(people.listing, today=TODAY)


def test_a_place_given_by_name_is_found_or_added(book: Database) -> None:
    known = book.write(places.named, name="Kirjasto").result
    group = begin(book, replace(slot(), place="kirjasto"))
    book.write(groups.add_slot, group=group, slot=replace(slot(3), place="Uusi talo"), today=TODAY)
    slots = book.read(groups.detail, group=group).slots
    assert {each.place_name for each in slots} == {"Kirjasto", "Uusi talo"}
    assert known in {each.place for each in slots}
