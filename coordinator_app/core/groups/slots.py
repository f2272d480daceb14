"""The rules a group meets by, and its breaks."""

import datetime as dt
from collections.abc import Iterable
from typing import Any

from msgspec.structs import replace
from sqlalchemy import delete, func, insert, or_, select, update
from sqlalchemy.orm import Session

from coordinator_app.core import history, places, planning, recurrence
from coordinator_app.core.errors import NotFound, Refused
from coordinator_app.core.groups.values import SlotForm
from coordinator_app.core.kinds import MeetingState, Rule
from coordinator_app.core.model import Group, Meeting, Pause, Slot, SlotDate
from coordinator_app.core.model.changing import change_each
from coordinator_app.core.periods import Span
from coordinator_app.core.recurrence import SlotRule
from coordinator_app.core.texts import one_line
from coordinator_app.i18n import N_


def write_slot(session: Session, group: int, slot: SlotForm) -> int:
    """A new slot as a row, nothing planned yet; its id."""
    values = _columns(session, slot) | {"group_id": group, "valid_from": slot.rule.valid_from}
    made = session.execute(insert(Slot).values(**values).returning(Slot.id)).scalar_one()
    _list_dates(session, made, slot.rule.dates)
    return made


def add_slot(session: Session, *, group: int, slot: SlotForm, today: dt.date) -> int:
    """Adds a rule the group meets by, also for days past since the records begin; the slot's id. Raises `NotFound`."""
    if session.scalar(select(Group.id).where(Group.id == group)) is None:
        raise NotFound(N_("The group is no longer in the book. Go back to the list."))
    made = write_slot(session, group, slot)
    planning.remake(session, today=today, groups=[group], fresh=[made])
    return made


def change_slot(session: Session, *, slot: int, to: SlotForm, today: dt.date, from_day: dt.date | None = None) -> int:
    """Changes a rule from a day on, today by default: the old slot ends the day before and a new one begins; its id.

    A slot that has not begun by then is rewritten in place. What was recorded, cancelled or moved is kept, and who runs a
    meeting too. Every n-th week goes on in step, unless `to` begins on another day. Raises `NotFound`; `Refused` for a
    past day or a rule that has ended.
    """
    start = from_day or today
    old = _slot(session, slot)
    rule = planning.rules(session, [old])[slot]
    if start < today:
        raise Refused(N_("A new rule counts from today or later; what is past stays as it was. Choose a later day."))
    if old.valid_until is not None and old.valid_until < start:
        raise Refused(N_("This rule has ended by that day. Add a new one instead."))
    if old.valid_from >= start:
        to = _after_earlier(session, old, to)
        _rewrite(session, slot, to)
        _hand_over(session, old.group_id, slot, slot, to.rule, start)
        planning.remake(session, today=today, groups=[old.group_id], fresh=[slot])
        return slot
    begins = _begins(rule, to.rule, start)
    new = replace(to, rule=replace(to.rule, valid_from=begins))
    made = write_slot(session, old.group_id, new)
    session.execute(update(Slot).where(Slot.id == slot).values(valid_until=start - dt.timedelta(days=1)))
    _hand_over(session, old.group_id, slot, made, new.rule, start)
    planning.remake(session, today=today, groups=[old.group_id])
    return made


def end_slot(session: Session, *, slot: int, last: dt.date, today: dt.date) -> None:
    """The rule holds for the last time on `last`; meetings planned after it go, recorded and moved ones stay. Raises `NotFound`."""
    old = _slot(session, slot)
    if last < old.valid_from:
        raise Refused(N_("The rule begins only after that day. Remove it instead."))
    session.execute(update(Slot).where(Slot.id == slot).values(valid_until=last))
    planning.drop(session, Meeting.slot_id == slot, Meeting.planned_on > last, Meeting.by_hand.is_(False))
    planning.remake(session, today=today, groups=[old.group_id])


def remove_slot(session: Session, *, slot: int) -> None:
    """Takes away a rule that was written by mistake, with all it planned. Raises `NotFound`; `Refused` if something is recorded by it."""
    history.about(session, "grp", _slot(session, slot).group_id)
    recorded = select(Meeting.id).where(Meeting.slot_id == slot, Meeting.state != MeetingState.PLANNED).limit(1)
    if session.scalar(recorded) is not None:
        raise Refused(N_("Meetings of this rule are recorded. End the rule instead of removing it."))
    planning.drop(session, Meeting.slot_id == slot)
    session.execute(delete(SlotDate).where(SlotDate.slot_id == slot))
    session.execute(delete(Slot).where(Slot.id == slot))


def add_pause(session: Session, *, first: dt.date, last: dt.date, today: dt.date, group: int | None = None, why: str | None = None) -> int:
    """A break of a group, or of the whole locality without one; both days included; the break's id.

    Meetings to come are taken off the plan; past ones nothing is said about are marked cancelled with the reason "break".
    Raises `Refused` when the last day comes before the first.
    """
    if last < first:
        raise Refused(N_("The break ends before it begins. Correct its days."))
    values = {"group_id": group, "first": first, "last": last, "why": one_line(why)}
    made = session.execute(insert(Pause).values(**values).returning(Pause.id)).scalar_one()
    planning.mark_break(session, first=first, last=last, group=group, today=today)
    planning.remake(session, today=today, groups=None if group is None else [group])
    return made


def remove_pause(session: Session, *, pause: int, today: dt.date) -> None:
    """Takes a break back; the meetings from today on are planned again, those cancelled by it in the past stay. Raises `NotFound`."""
    gone = session.execute(delete(Pause).where(Pause.id == pause).returning(Pause.group_id)).one_or_none()
    if gone is None:
        raise NotFound(N_("The break is no longer in the book."))
    if gone.group_id is not None:
        history.about(session, "grp", gone.group_id)
    planning.remake(session, today=today, groups=None if gone.group_id is None else [gone.group_id])


def _slot(session: Session, slot: int) -> Any:
    row = session.execute(select(*Slot.__table__.columns).where(Slot.id == slot)).one_or_none()
    if row is None:
        raise NotFound(N_("The rule is no longer in the book."))
    return row


def _columns(session: Session, slot: SlotForm) -> dict[str, Any]:
    rule = slot.rule
    return {
        "rule": rule.rule,
        "weekday": rule.weekday,
        "interval": 1 if rule.rule is Rule.WEEKLY else rule.interval,
        "nth": rule.nth,
        "starts": rule.starts,
        "minutes": rule.minutes,
        "skip_holidays": rule.skip_holidays,
        "valid_from": rule.valid_from,
        "valid_until": rule.valid_until,
        "place_id": places.named(session, name=slot.place) if isinstance(slot.place, str) else slot.place,
        "mode": slot.mode,
        "link": one_line(slot.link),
    }


def _list_dates(session: Session, slot: int, dates: Iterable[dt.date]) -> None:
    rows = [{"slot_id": slot, "on": on} for on in sorted(set(dates))]
    if rows:
        session.execute(insert(SlotDate), rows)


def _rewrite(session: Session, slot: int, to: SlotForm) -> None:
    session.execute(update(Slot).where(Slot.id == slot).values(**_columns(session, to)))
    session.execute(delete(SlotDate).where(SlotDate.slot_id == slot))
    _list_dates(session, slot, to.rule.dates)


def _after_earlier(session: Session, old: Any, to: SlotForm) -> SlotForm:
    """A slot may be said to have begun earlier, but not while a rule that came before it still held."""
    ended = select(func.max(Slot.valid_until)).where(Slot.group_id == old.group_id, Slot.valid_until < old.valid_from)
    last = session.scalar(ended)
    if last is None or to.rule.valid_from > last:
        return to
    return replace(to, rule=replace(to.rule, valid_from=last + dt.timedelta(days=1)))


def _begins(old: SlotRule, new: SlotRule, start: dt.date) -> dt.date:
    """From which day the new rule counts its weeks: in step with the old one, unless it was given a later day itself."""
    if new.valid_from > start:
        return new.valid_from
    if (old.rule, old.weekday, old.interval) != (new.rule, new.weekday, new.interval):
        return start
    year = Span(start, start + dt.timedelta(days=370))
    return next(iter(recurrence.days(replace(old, valid_until=None), year)), start)


def _hand_over(session: Session, group: int, old: int, new: int, rule: SlotRule, start: dt.date) -> None:
    """Gives to the new slot the meetings that its rule plans too, and moved ones that lie on one of its days.

    Beside those of the old slot these are what earlier rules of the group left behind: cancelled or moved, past their own end.
    """
    left_behind = (Slot.group_id == group) & (Slot.valid_until < Meeting.planned_on)
    statement = select(Meeting.id, Meeting.planned_on, Meeting.held_on).join(Slot, Slot.id == Meeting.slot_id)
    rows = session.execute(statement.where(or_(Slot.id == old, left_behind), Meeting.planned_on >= start)).all()
    if not rows:
        return
    wanted = set(recurrence.days(rule, Span(start, max(max(row.planned_on, row.held_on) for row in rows))))
    taken = {row.planned_on: row.id for row in rows if row.planned_on in wanted}
    for row in rows:
        if row.planned_on not in wanted and row.held_on in wanted:
            taken.setdefault(row.held_on, row.id)
    if taken:
        change_each(session, Meeting, [{"id": meeting, "slot_id": new, "planned_on": day} for day, meeting in taken.items()])
