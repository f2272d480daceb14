"""The address book as another program reads it: who is in it, how to reach them, and who must not be."""

import datetime as dt
import re
import subprocess
import sys
from pathlib import Path

from coordinator_app.bootstrap import exports
from coordinator_app.bootstrap.exports import Choice, Export
from coordinator_app.core import groups, organisations, people
from coordinator_app.core.kinds import ContactKind, OrganisationKind, PersonRole
from coordinator_app.core.people import GivenContact
from coordinator_app.i18n import Language
from coordinator_app.storage.database import Database
from tests.book import StoppedClock

TODAY = dt.date(2026, 10, 20)
LONG = "Äijien ja isien tuki ry, jonka nimi jatkuu niin pitkään; että se ei mahdu yhdelle riville, eikä toisellekaan"


def add(book: Database, name: str, *roles: PersonRole, phone: str = "", **more: str) -> int:
    contacts = (GivenContact(ContactKind.PHONE, phone),) if phone else ()
    made = book.write(people.add, name=name, today=TODAY, contacts=contacts, **more).result  # type: ignore[arg-type]
    for role in roles:
        book.write(people.set_role, person=made, role=role, since=TODAY)
    return made


def file(book: Database, clock: StoppedClock) -> bytes:
    return book.read(exports.made, what=Export.PEOPLE, choice=Choice(Language.FI), now=clock.now())


def read_by_khard(written: bytes, place: Path) -> list[list[str]]:
    """Name, phones, addresses and UID of each card, as the other program lists them."""
    (place / "cards").mkdir()
    for number, card in enumerate(re.findall(rb"BEGIN:VCARD\r\n.*?END:VCARD\r\n", written, re.DOTALL)):
        (place / "cards" / f"{number}.vcf").write_bytes(card)
    settings = place / "khard.conf"
    settings.write_text(f"[addressbooks]\n[[all]]\npath = {place / 'cards'}\n", "utf-8")
    asked = [sys.executable, "-m", "khard", "-c", str(settings), "list", "-p", "-F", "name,phone,email,uid"]
    told = subprocess.run(asked, capture_output=True, check=True, timeout=60, env={"PYTHONUTF8": "1", "HOME": str(place)})
    return [line.split("\t") for line in told.stdout.decode().splitlines()]


def test_those_who_help_are_read_with_their_numbers(book: Database, clock: StoppedClock, tmp_path: Path) -> None:
    esko = add(book, "Esko Äijälä", PersonRole.COUNSELLOR, phone="040 123 4567")
    add(book, "Pelkkä Etunimi", PersonRole.VOLUNTEER)
    contacts = (GivenContact(ContactKind.PHONE, "02 1234"), GivenContact(ContactKind.EMAIL, "tuki@example.fi"))
    centre = book.write(organisations.add, name=LONG, kind=OrganisationKind.SERVICE, contacts=contacts).result
    found = {name: rest for name, *rest in read_by_khard(file(book, clock), tmp_path)}
    uid = book.read(people.detail, person=esko).uid
    assert found["Esko Äijälä"] == ["voice: +358401234567", "", uid]
    assert found[LONG][:2] == ["voice: +35821234", "internet: tuki@example.fi"]
    assert found[LONG][2].startswith(f"organisation-{centre}@")
    assert len(found) == 3


def test_men_who_only_come_to_a_group_are_in_no_address_book(book: Database, clock: StoppedClock) -> None:
    add(book, "Salainen Kävijä", PersonRole.PARTICIPANT, phone="050 999 8888")
    add(book, "Vanha Auttaja", phone="050 111 2222")
    both = add(book, "Molempia On", PersonRole.PARTICIPANT, PersonRole.COUNSELLOR, note="Kertoi erostaan")
    divorced = book.write(groups.add, name="Eroryhmä", service="divorce", today=TODAY).result
    book.write(groups.add_member, group=divorced, person=both)
    written = file(book, clock).decode()
    assert "Molempia On" in written
    for secret in ("Salainen", "8888", "Vanha", "2222", "Kertoi", "Eroryhmä", "NOTE", "CATEGORIES"):
        assert secret not in written


def test_the_lines_are_as_the_standard_wants_them(book: Database, clock: StoppedClock) -> None:
    book.write(organisations.add, name=LONG, kind=OrganisationKind.SERVICE)
    lines = file(book, clock).split(b"\r\n")
    assert lines[:2] == [b"BEGIN:VCARD", b"VERSION:3.0"]
    assert max(map(len, lines)) <= 75
    assert not [line for line in lines if b"\n" in line]
