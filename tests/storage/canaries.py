"""People whose every word is recognised again, put into a book by the usual commands; and a reader of what lies in its file."""

import datetime as dt
from collections.abc import Iterable
from pathlib import Path

from cryptography.hazmat.primitives.ciphers import Cipher, algorithms, modes
from sqlalchemy import insert
from sqlalchemy.orm import Session

from coordinator_app.core import attendance, consent, drafts, enquiries, groups, meetings, people, volunteering
from coordinator_app.core.clock import HELSINKI
from coordinator_app.core.kinds import ConsentPurpose, ConsentWay, ContactKind, MemberRole, NamesKept, PersonRole
from coordinator_app.core.model import Imported
from coordinator_app.core.people import GivenContact
from coordinator_app.storage.database import Database

_PAGE, _RESERVED, _SALT, _IV = 4096, 80, 16, 16
_WAL_HEAD, _FRAME_HEAD = 32, 24


def words(number: int) -> list[str]:
    """What of the person of that number may be found nowhere."""
    tail = f"{number:03}"
    return [
        *(f"Nimikas{tail}", f"Sukunen{tail}", f"Entinen{tail}", f"0{tail}555123", f"kanaria{tail}@example.fi"),
        *(f"kertomus{tail}", f"huoli{tail}", f"keskustelu{tail}", f"katu{tail}"),
    ]


def put(book: Database, number: int, today: dt.date) -> int:
    """A person with everything a book can say of one; his id."""
    given, family, former, phone, email, note, worry, talk, street = words(number)
    contacts = (GivenContact(ContactKind.PHONE, phone), GivenContact(ContactKind.EMAIL, email))
    person = book.write(people.add, name=f"{given} {former}", today=today, roles=(PersonRole.PARTICIPANT,), contacts=contacts).result
    twin = book.write(people.add, name=f"{given} {family}", today=today, contacts=contacts[:1]).result
    book.write(people.change, person=person, name=f"{given} {family}", note=note, address=street)
    book.write(people.merge, keep=person, gone=twin)
    book.write(consent.give, person=person, purpose=ConsentPurpose.NAME_IN_GROUP, on=today, way=ConsentWay.SPOKEN)
    group = book.write(groups.add, name=f"Ryhmä {number}", today=today, names_kept=NamesKept.NAMED).result
    book.write(groups.add_member, group=group, person=person, role=MemberRole.COUNSELLOR, since=today)
    meeting = book.write(meetings.add_extra, group=group, on=today).result.id
    book.write(attendance.record, meeting=meeting, present=[person], visitors=3, today=today, note=f"{given} {family} puhui.")
    enquiry = book.write(enquiries.log, on=today, today=today, channel="phone", person=person, note=worry).result.id
    book.write(enquiries.talk, on=today, today=today, minutes=45, enquiry=enquiry, person=person, note=talk)
    book.write(volunteering.log, on=today, today=today, minutes=60, person=person)
    book.write(_beside, person=person, said={"name": f"{given} {former}", "now": f"{given} {family}", "phone": phone}, today=today)
    return person


def _beside(session: Session, *, person: int, said: dict[str, str], today: dt.date) -> None:
    """What an import remembers, and what was typed into cards and a sheet and not finished."""
    session.execute(insert(Imported).values(kind="person", row=person, source="csv", source_id=said["name"], said=said))
    typed: dict[str, dict[str, object]] = {
        f"activities/enquiry/{person}": {"note": f"soita {said['phone']}"},
        f"activities/hours/{person}": {"person": said["now"].upper()},
        f"attendance/{person}/planned/None": {"man": said["now"], "people": {"present": [person]}},
        f"groups/{person}/person": {"name": f"  {said['now']} "},
    }
    for screen, fields in typed.items():
        drafts.keep(session, screen=screen, fields=fields, now=dt.datetime.combine(today, dt.time(18), HELSINKI))


def lying_in(folder: Path, key: bytes) -> bytes:
    """Every page of a book's file and log, decrypted, unused ones too."""
    found = bytearray()
    for path, head, between in ((folder / "book.db", 0, 0), (folder / "book.db-wal", _WAL_HEAD, _FRAME_HEAD)):
        content = path.read_bytes() if path.exists() else b""
        for start in range(head, len(content), between + _PAGE):
            frame = content[start : start + between + _PAGE]
            # The first page begins with the salt, in the file and in the log.
            first = start == 0 or (frame[:4] == b"\0\0\0\1" == frame[:4] and between > 0)
            found += _decrypted(frame[between:], key, first=first)
    return bytes(found)


def _decrypted(page: bytes, key: bytes, *, first: bool) -> bytes:
    end = _PAGE - _RESERVED
    body, vector = page[_SALT if first else 0 : end], page[end : end + _IV]
    decryptor = Cipher(algorithms.AES(key), modes.CBC(vector)).decryptor()
    return decryptor.update(body) + decryptor.finalize()


def hits(content: bytes, numbers: Iterable[int]) -> list[str]:
    """The words of those people that are there, as they were written or as the index folds them."""
    lower = content.lower()
    return [word for number in numbers for word in words(number) if word.lower().encode() in lower]
