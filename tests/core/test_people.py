"""People: added, found, changed, merged, taken away."""

import datetime as dt

import pytest
from sqlalchemy import event, select

from coordinator_app.core import attendance, consent, groups, meetings, organisations, people
from coordinator_app.core.errors import NotFound, Refused
from coordinator_app.core.kinds import ConsentPurpose, ConsentWay, ContactKind, MeetingState, NamesKept, PersonRole
from coordinator_app.core.model import Meeting
from coordinator_app.core.people import GivenContact
from coordinator_app.storage.database import Database

PHONE, EMAIL = ContactKind.PHONE, ContactKind.EMAIL


def add(book: Database, name: str, *contacts: tuple[ContactKind, str], today: dt.date, roles: tuple[PersonRole, ...] = ()) -> int:
    given = tuple(GivenContact(kind, value) for kind, value in contacts)
    return book.write(people.add, name=name, today=today, contacts=given, roles=roles).result


@pytest.mark.parametrize(
    ("written", "shown", "given", "family"),
    [
        ("Matti Meikäläinen", "Matti Meikäläinen", "Matti", "Meikäläinen"),
        ("  Matti \t Meikäläinen ", "Matti Meikäläinen", "Matti", "Meikäläinen"),
        ("Meikäläinen, Matti", "Matti Meikäläinen", "Matti", "Meikäläinen"),
        ("Matti", "Matti", "Matti", None),
        ("Carl Gustaf von Essen", "Carl Gustaf von Essen", "Carl Gustaf", "von Essen"),
        ("Mr. John Doe Sr.", "Mr. John Doe Sr.", "John", "Doe"),
        ("Mr. John Richter, James Doe Sr.", "Mr. John Richter, James Doe Sr.", "John Richter James", "Doe"),
        ("<img src=x>", "<img src=x>", "<img", "src=x>"),
    ],
)
def test_a_name_is_split(book: Database, today: dt.date, written: str, shown: str, given: str, family: str | None) -> None:
    one = book.read(people.detail, person=add(book, written, today=today))
    assert (one.name, one.given, one.family) == (shown, given, family)


@pytest.mark.parametrize(
    ("written", "normal"),
    [
        ("040 123 4567", "+358401234567"),
        ("+358 40 1234567", "+358401234567"),
        ("00358401234567", "+358401234567"),
        ("401234567", "+358401234567"),
        ("+46 70 123 45 67", "+46701234567"),
        ("123456", "123456"),
        ("(111) 555-1111", "1115551111"),
        ("soita työpaikalle", "soita työpaikalle"),
    ],
)
def test_a_phone_compares_in_one_form_and_stays_as_written(book: Database, today: dt.date, written: str, normal: str) -> None:
    (contact,) = book.read(people.detail, person=add(book, "Matti", (PHONE, written), today=today)).contacts
    assert (contact.value, contact.normal) == (written, normal)


def test_contacts_that_stay_keep_their_rows(book: Database, today: dt.date) -> None:
    matti = add(book, "Matti", (PHONE, "0401234567"), (EMAIL, "Matti@Example.FI"), (PHONE, "+358 40 123 4567"), today=today)
    first = book.read(people.detail, person=matti).contacts
    assert [each.normal for each in first] == ["+358401234567", "matti@example.fi"]
    wanted = (GivenContact(EMAIL, "matti@example.fi", "koti"), GivenContact(EMAIL, "m@example.fi"))
    after = book.write(people.set_contacts, person=matti, contacts=wanted).result
    assert [(each.id == first[1].id, each.value, each.label) for each in after] == [
        (True, "matti@example.fi", "koti"),
        (False, "m@example.fi", None),
    ]
    book.undo()
    assert book.read(people.detail, person=matti).contacts == first


def test_the_list_is_in_finnish_order_and_found_without_accents(book: Database, today: dt.date) -> None:
    for name in ("Åke Öberg", "Väinö Wuori", "Ville Vuori", "Aatu Äijälä", "Matti Mäkinen", "Jorma"):
        add(book, name, (EMAIL, f"{name.split()[0].lower()}@example.fi"), (PHONE, "0401234567"), today=today)
    names = [row.name for row in book.read(people.listing, today=today)]
    assert names == ["Jorma", "Matti Mäkinen", "Ville Vuori", "Väinö Wuori", "Aatu Äijälä", "Åke Öberg"]

    def found(typed: str) -> list[str]:
        return [row.name for row in book.read(people.listing, today=today, search=typed)]

    assert found("makinen") == found("MÄKI mat") == ["Matti Mäkinen"]
    assert found("oberg") == ["Åke Öberg"]
    assert found("kinen") == []
    assert len(found("040 123")) == len(found("+35840")) == 6


def test_the_list_takes_as_many_statements_for_many_as_for_few(book: Database, today: dt.date) -> None:
    counts = []
    for number in (1, 30):
        for each in range(number):
            add(book, f"Mies {each}", (PHONE, f"04012345{each:02}"), today=today, roles=(PersonRole.VOLUNTEER,))
        said: list[str] = []
        engine = book._engine
        event.listen(engine, "before_cursor_execute", lambda *args, said=said: said.append(args[2]))
        book.read(people.listing, today=today)
        counts.append(len(said))
    assert counts[0] == counts[1] <= 5


def test_roles_begin_and_end(book: Database, today: dt.date) -> None:
    matti = add(book, "Matti", today=today, roles=(PersonRole.COUNSELLOR, PersonRole.VOLUNTEER))
    book.write(people.end_role, person=matti, role=PersonRole.VOLUNTEER, on=today)
    tomorrow = today + dt.timedelta(days=1)
    assert book.read(people.listing, today=today)[0].roles == (PersonRole.COUNSELLOR, PersonRole.VOLUNTEER)
    assert book.read(people.listing, today=tomorrow)[0].roles == (PersonRole.COUNSELLOR,)
    assert book.read(people.listing, today=tomorrow, role=PersonRole.VOLUNTEER) == ()
    with pytest.raises(Refused):
        book.write(people.end_role, person=matti, role=PersonRole.COUNSELLOR, on=today - dt.timedelta(days=1))
    with pytest.raises(NotFound):
        book.write(people.end_role, person=matti, role=PersonRole.JOURNALIST, on=today)
    book.write(people.drop_role, person=matti, role=PersonRole.COUNSELLOR)
    assert [each.role for each in book.read(people.detail, person=matti).roles] == [PersonRole.VOLUNTEER]


def test_a_change_touches_only_what_it_names(book: Database, today: dt.date) -> None:
    matti = add(book, "Matti Virta", today=today)
    paper = book.write(organisations.add, name="Turun Sanomat").result
    book.write(people.change, person=matti, title="toimittaja", organisation=paper, note="rivi\r\ntoinen\x00")
    book.write(people.change, person=matti, family="Virtanen")
    one = book.read(people.detail, person=matti)
    assert (one.name, one.title, one.organisation_name, one.note) == ("Matti Virtanen", "toimittaja", "Turun Sanomat", "rivi\ntoinen")
    with pytest.raises(Refused):
        book.write(people.change, person=matti, name="  ")
    with pytest.raises(Refused):
        book.write(organisations.remove, organisation=paper)
    with pytest.raises(NotFound):
        book.write(people.change, person=999, title="x")


def test_a_person_of_whom_something_is_recorded_stays(book: Database, today: dt.date) -> None:
    matti, teppo = (add(book, name, (PHONE, "0401234567"), today=today) for name in ("Matti", "Teppo"))
    group = book.write(groups.add, name="Tiistai", today=today).result
    book.write(groups.add_member, group=group, person=matti)
    with pytest.raises(Refused):
        book.write(people.remove, person=matti)
    book.write(people.not_same, person=matti, other=teppo)
    assert book.write(people.remove, person=teppo).result == "Teppo"
    assert [row.name for row in book.read(people.listing, today=today)] == ["Matti"]
    book.undo()
    assert len(book.read(people.detail, person=teppo).contacts) == 1


def test_merging_moves_everything_and_loses_nothing(book: Database, today: dt.date) -> None:
    keep = add(book, "Matti", (PHONE, "0401234567"), today=today, roles=(PersonRole.PARTICIPANT,))
    gone = add(
        book,
        "Matti Virtanen",
        (PHONE, "+358401234567"),
        (EMAIL, "m@example.fi"),
        today=today,
        roles=(PersonRole.PARTICIPANT, PersonRole.VOLUNTEER),
    )
    third = add(book, "Masa Virtanen", today=today)
    book.write(people.change, person=gone, note="kahvivastaava", title="puuseppä")
    book.write(people.change, person=keep, title="kirvesmies")
    group = book.write(groups.add, name="Tiistai", today=today, names_kept=NamesKept.NAMED).result
    for person in (keep, gone):
        book.write(groups.add_member, group=group, person=person, since=today - dt.timedelta(days=person))
    both = [book.write(meetings.add_extra, group=group, on=today - dt.timedelta(days=days)).result.id for days in (1, 2)]
    book.write(attendance.record, meeting=both[0], present=(keep, gone), visitors=1, today=today)
    book.write(attendance.record, meeting=both[1], present=(gone,), new_people=(gone,), visitors=0, today=today)
    book.write(consent.give, person=keep, purpose=ConsentPurpose.NEWSLETTER, on=today, way=ConsentWay.SPOKEN)
    book.write(consent.give, person=gone, purpose=ConsentPurpose.NEWSLETTER, on=today, way=ConsentWay.SPOKEN)
    book.write(consent.withdraw, person=gone, purpose=ConsentPurpose.NEWSLETTER, on=today)
    book.write(people.not_same, person=gone, other=third)

    merged = book.write(people.merge, keep=keep, gone=gone).result
    assert (merged.name, merged.both_named) == ("Matti Virtanen", 1)
    one = book.read(people.detail, person=keep)
    assert [each.normal for each in one.contacts] == ["+358401234567", "m@example.fi"]
    assert {each.role for each in one.roles} == {PersonRole.PARTICIPANT, PersonRole.VOLUNTEER}
    assert (one.title, one.note) == ("kirvesmies", "kahvivastaava")
    assert [(each.group, each.since) for each in one.groups] == [(group, today - dt.timedelta(days=gone))]
    assert one.consents[0].withdrawn_on == today
    assert [each.held_on for each in book.read(people.occasions, person=keep)] == [
        today - dt.timedelta(days=1),
        today - dt.timedelta(days=2),
    ]
    counts = book.read(
        lambda session: list(session.scalars(select(Meeting.headcount).where(Meeting.state == MeetingState.COUNTED).order_by(Meeting.id)))
    )
    assert counts == [3, 1]
    with pytest.raises(NotFound):
        book.read(people.detail, person=gone)
    book.undo()
    assert book.read(people.detail, person=gone).note == "kahvivastaava"
    chosen = book.write(people.merge, keep=keep, gone=gone, fields=("title",)).result
    assert book.read(people.detail, person=chosen.person).title == "puuseppä"
    with pytest.raises(Refused):
        book.write(people.merge, keep=keep, gone=keep)
