"""The public groups, as a summary tells the office of them."""

import datetime as dt
from collections import defaultdict
from typing import Any

from sqlalchemy import or_, select
from sqlalchemy.orm import Session

from coordinator_app.core import planning
from coordinator_app.core.catalogue import Catalogue
from coordinator_app.core.figures import DirectoryEntry
from coordinator_app.core.model import Group, Place, Slot
from coordinator_app.core.periods import Period
from coordinator_app.core.recurrence import SlotRule, in_words
from coordinator_app.i18n import Words

RUNNING, ENDED = "running", "ended"


def public_groups(session: Session, period: Period, *, catalogue: Catalogue, words: Words) -> tuple[DirectoryEntry, ...]:
    """The public groups that ran within the period, as they were on its last day.

    Hidden places stay hidden, and those of sensitive services are never told. The contact is the public one, never a person of the book.
    """
    groups = session.execute(
        select(*Group.__table__.columns)
        .where(
            Group.public,
            or_(Group.started.is_(None), Group.started <= period.last),
            or_(Group.ended.is_(None), Group.ended >= period.first),
        )
        .order_by(Group.sort_key, Group.id)
    ).all()
    slots = _slots(session, period)
    return tuple(_entry(group, slots[group.id], period.last, catalogue, words) for group in groups)


def _entry(group: Any, slots: list[tuple[SlotRule, str | None]], last: dt.date, catalogue: Catalogue, words: Words) -> DirectoryEntry:
    rules = [rule for rule, _ in slots]
    weekdays, times = {rule.weekday for rule in rules}, {rule.starts for rule in rules}
    places = dict.fromkeys(place for _, place in slots if place is not None)
    hidden = group.hide_place or catalogue.is_sensitive(group.service)
    contact = ", ".join(each for each in (group.public_contact, group.public_phone, group.public_email) if each)
    return DirectoryEntry(
        id=str(group.id),
        name=group.name,
        service=group.service,
        rule=words.listing([in_words(rule, words) for rule in rules]),
        weekday=weekdays.pop() if len(weekdays) == 1 else None,
        time=times.pop() if len(times) == 1 else None,
        place=None if hidden or not places else "; ".join(places),
        contact=contact or None,
        status=RUNNING if group.ended is None or group.ended > last else ENDED,
    )


def _slots(session: Session, period: Period) -> dict[int, list[tuple[SlotRule, str | None]]]:
    """The rules of each group that hold on the last day, or until its own last day, each with name and address of its place."""
    rows = session.execute(
        select(*Slot.__table__.columns, Place.name.label("place_name"), Place.address)
        .join(Group, Group.id == Slot.group_id)
        .outerjoin(Place, Place.id == Slot.place_id)
        .where(
            Group.public,
            Slot.valid_from <= period.last,
            or_(Slot.valid_until.is_(None), Slot.valid_until >= period.last, Slot.valid_until >= Group.ended),
        )
        .order_by(Slot.group_id, Slot.weekday, Slot.starts, Slot.id)
    ).all()
    rules = planning.rules(session, rows)
    slots: dict[int, list[tuple[SlotRule, str | None]]] = defaultdict(list)
    for row in rows:
        slots[row.group_id].append((rules[row.id], ", ".join(each for each in (row.place_name, row.address) if each) or None))
    return slots
