"""Phone numbers and e-mail addresses: kept as written, compared in one form."""

import re
from collections.abc import Collection, Sequence

from sqlalchemy import delete, insert, select, update
from sqlalchemy.orm import Session

from coordinator_app.core import history
from coordinator_app.core.kinds import ContactKind
from coordinator_app.core.model import Contact
from coordinator_app.core.people.values import ContactRow, GivenContact
from coordinator_app.core.texts import one_line

_NOT_DIGITS = re.compile(r"[^0-9]")


def normal_phone(value: str, region: str = "FI") -> str:
    """E.164 for a number that exists in `region` or is written with its country; else its bare digits, or the text itself."""
    import phonenumbers

    try:
        number = phonenumbers.parse(value, region)
    except phonenumbers.NumberParseException:
        return _digits(value)
    if phonenumbers.is_valid_number(number):
        return phonenumbers.format_number(number, phonenumbers.PhoneNumberFormat.E164)
    return _digits(value)


def normal_email(value: str) -> str:
    """The address in lower case, without the `mailto:` before it."""
    return value.strip().lower().removeprefix("mailto:").strip()


def normal(kind: ContactKind, value: str) -> str:
    """How a contact compares."""
    return normal_phone(value) if kind is ContactKind.PHONE else normal_email(value)


def clean(contacts: Sequence[GivenContact]) -> dict[tuple[ContactKind, str], GivenContact]:
    """The contacts by kind and normal form, in order, without empty and repeated ones."""
    found: dict[tuple[ContactKind, str], GivenContact] = {}
    for each in contacts:
        if value := one_line(each.value):
            found.setdefault((each.kind, normal(each.kind, value)), GivenContact(each.kind, value, one_line(each.label)))
    return found


def set_contacts(
    session: Session, *, contacts: Sequence[GivenContact], person: int | None = None, organisation: int | None = None
) -> tuple[ContactRow, ...]:
    """Makes these, in this order, the contacts of a person or of an organisation; what stays the same keeps its row."""
    history.about(session, *(("person", person) if person is not None else ("organisation", organisation or 0)))
    wanted = clean(contacts)
    kept = {(row.kind, row.normal): row for row in contacts_of(session, person=person, organisation=organisation)}
    if gone := [row.id for mark, row in kept.items() if mark not in wanted]:
        session.execute(delete(Contact).where(Contact.id.in_(gone)))
    for rank, (mark, given) in enumerate(wanted.items()):
        values = {"kind": given.kind, "value": given.value, "normal": mark[1], "label": given.label, "rank": rank}
        if mark in kept:
            session.execute(update(Contact).where(Contact.id == kept[mark].id).values(values))
        else:
            session.execute(insert(Contact).values(person_id=person, organisation_id=organisation, **values))
    return contacts_of(session, person=person, organisation=organisation)


def contacts_of(session: Session, *, person: int | None = None, organisation: int | None = None) -> tuple[ContactRow, ...]:
    """The contacts of a person or of an organisation, in their order."""
    owner = Contact.person_id == person if organisation is None else Contact.organisation_id == organisation
    rows = session.execute(
        select(Contact.id, Contact.kind, Contact.value, Contact.normal, Contact.label).where(owner).order_by(Contact.rank, Contact.id)
    )
    return tuple(ContactRow(*row) for row in rows)


def rows_for(
    owner: str, id_: int, contacts: Sequence[GivenContact], *, after: Collection[tuple[ContactKind, str]] = ()
) -> list[dict[str, object]]:
    """The rows to insert for contacts of a new or known owner (`person_id` or `organisation_id`), leaving out those in `after`."""
    blank = {"person_id": None, "organisation_id": None}
    new = [(mark, given) for mark, given in clean(contacts).items() if mark not in after]
    return [
        blank | {owner: id_, "kind": mark[0], "value": given.value, "normal": mark[1], "label": given.label, "rank": len(after) + rank}
        for rank, (mark, given) in enumerate(new)
    ]


def _digits(value: str) -> str:
    digits = _NOT_DIGITS.sub("", value)
    if not digits:
        return " ".join(value.split()).casefold()
    return f"+{digits}" if value.strip().startswith("+") else digits
