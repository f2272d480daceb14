"""A message to several people at once: whom it reaches, who is left out and why, and in how many portions it goes."""

import datetime as dt
import re
from collections.abc import Iterable, Sequence
from enum import StrEnum
from typing import Any
from urllib.parse import quote

from msgspec import Struct
from sqlalchemy import Row, select
from sqlalchemy.orm import Session

from coordinator_app.core.catalogue import Catalogue
from coordinator_app.core.errors import NotFound, Refused
from coordinator_app.core.kinds import ConsentPurpose, ContactKind, MemberRole, PersonRole
from coordinator_app.core.model import Consent, Contact, Group, Member, Person, Role
from coordinator_app.core.people.listing import holds_today
from coordinator_app.i18n import N_

LONGEST = 1_800
"""How many characters of a link every e-mail program takes."""
_HEAD = "mailto:?bcc="
_WHOLE = re.compile(r"[^@\s,;<>]+@[^@\s,;<>]+\.[^@\s,;<>.]+")


class Why(StrEnum):
    """Why somebody is left out."""

    NOT_AGREED = "not_agreed"
    WITHDRAWN = "withdrawn"
    NO_ADDRESS = "no_address"
    BAD_ADDRESS = "bad_address"


class LeftOut(Struct, frozen=True):
    """One whom the message does not reach."""

    person: int
    name: str
    why: Why


class Mailing(Struct, frozen=True):
    """The e-mail addresses a message goes to, each once, and those it does not reach; both in Finnish order of the names."""

    addresses: tuple[str, ...]
    left_out: tuple[LeftOut, ...]


class Portion(Struct, frozen=True):
    """Some of the addresses, and the link that begins a message to them as hidden copies."""

    addresses: tuple[str, ...]
    link: str


def to_group(session: Session, *, group: int, today: dt.date, catalogue: Catalogue) -> Mailing:
    """A message to a group: its counsellors, and its members who agreed to group mail; who waits for a place is not written to.

    Raises `NotFound`, and `Refused` for a group of a sensitive service, which is never written to as a group.
    """
    service = session.scalar(select(Group.service).where(Group.id == group))
    if service is None:
        raise NotFound(N_("This group is no longer in the book."))
    if catalogue.is_sensitive(service):
        raise Refused(N_("The men of this group are never written to together, so that none learns of another. Write to each by himself."))
    statement = _people().add_columns(Member.role).join(Member, Member.person_id == Person.id)
    of_group = (Member.group_id == group, Member.role != MemberRole.WAITING, holds_today(Member.since, Member.until, today))
    rows = session.execute(statement.where(*of_group)).all()
    runs = {row.id for row in rows if row.role is MemberRole.COUNSELLOR}
    return _mailing((row, row.id not in runs) for row in rows)


def to_role(session: Session, *, role: PersonRole, today: dt.date) -> Mailing:
    """A message to everyone of a role, who is written to for the work's sake unless he took back his consent to be.

    Raises `Refused` for participants: they are written to group by group, as they agreed.
    """
    if role is PersonRole.PARTICIPANT:
        raise Refused(N_("Participants are written to group by group. Open the group and write to it there."))
    statement = _people().join(Role, Role.person_id == Person.id)
    rows = session.execute(statement.where(Role.role == role, holds_today(Role.since, Role.until, today))).all()
    return _mailing((row, False) for row in rows)


def portions(addresses: Sequence[str]) -> tuple[Portion, ...]:
    """The addresses in their order, as few links as `LONGEST` allows; an address that is longer by itself has a link of its own."""
    made: list[Portion] = []
    for address in addresses:
        written = quote(address, safe="@")
        if made and len(made[-1].link) + 1 + len(written) <= LONGEST:
            made[-1] = Portion((*made[-1].addresses, address), f"{made[-1].link},{written}")
        else:
            made.append(Portion((address,), _HEAD + written))
    return tuple(made)


def _people() -> Any:
    """Everyone in Finnish order, with his first e-mail address and what he said of group mail."""
    address = (
        select(Contact.normal)
        .where(Contact.person_id == Person.id, Contact.kind == ContactKind.EMAIL)
        .order_by(Contact.rank, Contact.id)
        .limit(1)
        .scalar_subquery()
        .label("address")
    )
    consent = (Consent.person_id == Person.id) & (Consent.purpose == ConsentPurpose.GROUP_MAIL)
    columns = (Person.id, Person.name, address, Consent.given_on, Consent.withdrawn_on)
    return select(*columns).outerjoin(Consent, consent).order_by(Person.sort_key, Person.id)


def _mailing(people: Iterable[tuple[Row[Any], bool]]) -> Mailing:
    """Each person once; with True, only if he agreed."""
    reached: dict[str, None] = {}
    left_out: dict[int, LeftOut] = {}
    for row, must_agree in people:
        why = _why_not(row, must_agree)
        if why is None:
            reached[row.address] = None
        else:
            left_out[row.id] = LeftOut(row.id, row.name, why)
    return Mailing(tuple(reached), tuple(left_out.values()))


def _why_not(row: Row[Any], must_agree: bool) -> Why | None:
    if row.withdrawn_on is not None:
        return Why.WITHDRAWN
    if must_agree and row.given_on is None:
        return Why.NOT_AGREED
    if row.address is None:
        return Why.NO_ADDRESS
    return None if _WHOLE.fullmatch(row.address) else Why.BAD_ADDRESS
