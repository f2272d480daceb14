"""Who stands on the contact man's list, and who never does."""

import datetime as dt

from coordinator_app.core import catalogue, contact_list, groups, organisations, people
from coordinator_app.core.contact_list import ContactList, Reachable
from coordinator_app.core.kinds import ContactKind, MemberRole, OrganisationKind, PersonRole
from coordinator_app.core.people import GivenContact
from coordinator_app.storage.database import Database
from tests.core.statements import counted_statements

TODAY = dt.date(2026, 10, 20)


def listed(book: Database) -> ContactList:
    return book.read(contact_list.read, today=TODAY, catalogue=catalogue.shipped())


def person(book: Database, name: str, *roles: PersonRole, phone: str = "", organisation: int | None = None) -> int:
    contacts = (GivenContact(ContactKind.PHONE, phone),) if phone else ()
    return book.write(people.add, name=name, today=TODAY, roles=roles, contacts=contacts, organisation=organisation).result


def test_counsellors_and_partners_stand_in_finnish_order_and_no_participant(book: Database) -> None:
    for name in ("Åke Öman", "Ville Ahola", "Esko Virta", "Olli Wirta"):
        person(book, name, PersonRole.COUNSELLOR, phone="040 123 4567")
    man = person(book, "Salainen Osallistuja", PersonRole.PARTICIPANT, phone="050 999 9999")
    group = book.write(groups.add, name="Isät", today=TODAY, service="fatherhood").result
    book.write(groups.add_member, group=group, person=man)
    work = book.write(organisations.add, name="Kaupunki", kind=OrganisationKind.PARTNER).result
    book.write(organisations.add, name="Lehti", kind=OrganisationKind.MEDIA)
    person(book, "Kaisa Kumppani", PersonRole.PARTNER, organisation=work)
    found = listed(book)
    assert [each.name for each in found.counsellors] == ["Ville Ahola", "Esko Virta", "Olli Wirta", "Åke Öman"]
    assert found.counsellors[0].phones == ("040 123 4567",)
    assert found.partners == (Reachable("Kaisa Kumppani", ("Kaupunki",)),)
    assert [each.name for each in found.organisations] == ["Kaupunki"]


def test_a_counsellor_is_listed_with_the_groups_he_runs_but_not_with_sensitive_ones(book: Database) -> None:
    runs = person(book, "Aatu Aalto")
    for name, service in (("Isät", "fatherhood"), ("Eroryhmä", "divorce")):
        group = book.write(groups.add, name=name, today=TODAY, service=service).result
        book.write(groups.add_member, group=group, person=runs, role=MemberRole.COUNSELLOR)
    assert listed(book).counsellors == (Reachable("Aatu Aalto", groups=("Isät",)),)


def test_whose_task_and_which_partnership_is_over_is_left_out(book: Database) -> None:
    gone = person(book, "Entinen Ohjaaja", PersonRole.COUNSELLOR)
    book.write(people.set_role, person=gone, role=PersonRole.COUNSELLOR, until=TODAY - dt.timedelta(1))
    work = book.write(organisations.add, name="Entinen", kind=OrganisationKind.PARTNER).result
    book.write(organisations.end, organisation=work, on=TODAY - dt.timedelta(1))
    assert listed(book) == ContactList()


def test_the_list_takes_the_same_number_of_statements_whatever_its_length(book: Database) -> None:
    counts = []
    for number in range(2):
        for each in range(1 + 20 * number):
            person(book, f"Ohjaaja {number} {each}", PersonRole.COUNSELLOR, phone=f"040 {each:03}")
        with counted_statements() as said:
            listed(book)
        counts.append(len(said))
    assert counts[0] == counts[1]
