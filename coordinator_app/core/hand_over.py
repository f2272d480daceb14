"""What the next contact man has to know: the groups that run, and what is still open."""

import datetime as dt
from collections import defaultdict

from msgspec import Struct
from sqlalchemy import or_, select
from sqlalchemy.orm import Session

from coordinator_app.core import groups, meetings, posters, retention, settings, summary
from coordinator_app.core.catalogue import Catalogue
from coordinator_app.core.kinds import ContactKind, MemberRole
from coordinator_app.core.model import Contact, Group, Member, Person
from coordinator_app.core.periods import Period
from coordinator_app.core.recurrence import in_words
from coordinator_app.i18n import Words

_PERIODS_BACK = 8
# A number and a time stay on one line.
_FAST, _JOINED = "\u00a0", "\u2060"


class GroupFacts(Struct, frozen=True):
    """A running group in ready words: when and where it meets, and who runs it, with a number to call.

    None for what is not for paper: a hidden place, and the place and the counsellors of a sensitive service.
    """

    name: str
    when: str
    place: str | None
    runs: tuple[str, ...] | None


class OpenMatters(Struct, frozen=True):
    """What waits: meetings not recorded, quarters not sent, the places of posters, people of the privacy review."""

    unrecorded: int
    unsent: tuple[Period, ...]
    posters: tuple[str, ...]
    review: int


class HandOver(Struct, frozen=True):
    """Everything the letter tells of the work."""

    groups: tuple[GroupFacts, ...]
    open: OpenMatters


def facts(session: Session, *, today: dt.date, catalogue: Catalogue, words: Words) -> HandOver:
    """The running groups by weekday, and what is open today."""
    begin = settings.read(session).records_begin
    runs = _who_runs(session, today)
    cards = groups.listing(session, today=today, records_begin=begin)
    sensitive = {card.id for card in cards if catalogue.is_sensitive(card.service)}
    hidden = sensitive.union(session.scalars(select(Group.id).where(Group.hide_place)))
    told = [
        GroupFacts(
            name=card.name,
            when=words.listing([in_words(slot.rule, words) for slot in card.slots]).replace("–", f"{_JOINED}–{_JOINED}"),
            place=None if card.id in hidden else "; ".join(dict.fromkeys(slot.place_name for slot in card.slots if slot.place_name)),
            runs=None if card.id in sensitive else tuple(runs[card.id]),
        )
        for card in cards
    ]
    sent = summary.newest_revisions(session)
    return HandOver(
        groups=tuple(told),
        open=OpenMatters(
            unrecorded=len(meetings.unrecorded(session, today=today, records_begin=begin)),
            unsent=tuple(period for period in Period.of(today).back_to(begin, _PERIODS_BACK) if period not in sent and period.last < today),
            posters=tuple(dict.fromkeys(row.place for row in posters.listing(session))),
            review=retention.waiting(session, today=today),
        ),
    )


def _who_runs(session: Session, today: dt.date) -> dict[int, list[str]]:
    """The counsellors of each group, each with his first number if he has one."""
    phone = (
        select(Contact.value)
        .where(Contact.person_id == Person.id, Contact.kind == ContactKind.PHONE)
        .order_by(Contact.rank, Contact.id)
        .limit(1)
        .scalar_subquery()
    )
    rows = session.execute(
        select(Group.id, Person.name, phone)
        .join(Member, Member.group_id == Group.id)
        .join(Person, Person.id == Member.person_id)
        .where(Member.role == MemberRole.COUNSELLOR, or_(Member.until.is_(None), Member.until >= today))
        .order_by(Person.sort_key, Person.id)
    )
    runs: dict[int, list[str]] = defaultdict(list)
    for group, name, number in rows:
        runs[group].append(f"{name}, {number.replace(' ', _FAST)}" if number else name)
    return runs
