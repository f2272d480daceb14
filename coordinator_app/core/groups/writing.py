"""Groups begun, changed, ended and taken away."""

import datetime as dt
from functools import cache
from typing import Any, Unpack

from sqlalchemy import delete, exists, insert, or_, select, update
from sqlalchemy.orm import Session

from coordinator_app.core import catalogue, history, planning
from coordinator_app.core.errors import NotFound, Refused
from coordinator_app.core.groups.slots import write_slot
from coordinator_app.core.groups.values import GroupFields, OtherFields, SlotForm
from coordinator_app.core.kinds import MeetingState, MemberRole, NamesKept
from coordinator_app.core.model import FeedbackTally, Group, Meeting, MeetingCounsellor, Member, Pause, Slot, SlotDate, VolunteerHours
from coordinator_app.core.sorting import sort_key
from coordinator_app.core.texts import lines, one_line
from coordinator_app.i18n import N_

_TEXTS = ("name_sv", "name_en", "public_contact", "public_phone", "public_email", "web", "label", "note")
_UNSAID: dict[str, Any] = {
    "service": catalogue.DEFAULT_SERVICE,
    "names_kept": NamesKept.HEADCOUNT,
    "public": True,
    "hide_place": False,
}


@cache
def names_allowed(service: str) -> bool:
    """Whether names may be kept in the groups of a service."""
    return not catalogue.shipped().is_counts_only(service)


def add(session: Session, *, name: str, today: dt.date, slots: tuple[SlotForm, ...] = (), **fields: Unpack[OtherFields]) -> int:
    """Adds a group with its slots and plans its meetings; the id.

    Unless said otherwise it is a public men's peer group that keeps headcounts. Raises `Refused` without a name, or when
    names are to be kept in a service that keeps headcounts only.
    """
    values = _UNSAID | _tidied({**fields, "name": name})
    _check_names(values["service"], values["names_kept"])
    group: int = session.execute(insert(Group).values(**values).returning(Group.id)).scalar_one()
    fresh = [write_slot(session, group, slot) for slot in slots]
    planning.remake(session, today=today, groups=[group], fresh=fresh)
    return group


def change(session: Session, *, group: int, today: dt.date, **fields: Unpack[GroupFields]) -> None:
    """Changes some fields of a group. Another service counts from today on.

    Raises `NotFound`; `Refused` for an empty name, or when names are kept, or men written down, in a service that keeps
    headcounts only.
    """
    kept = session.execute(select(Group.service, Group.names_kept).where(Group.id == group)).one_or_none()
    if kept is None:
        raise _not_found()
    values = _tidied(fields)
    _check_names(values.get("service", kept.service), values.get("names_kept", kept.names_kept))
    another = values.get("service", kept.service) != kept.service
    if another:
        _check_nobody(session, group, values["service"], today)
    if values:
        session.execute(update(Group).where(Group.id == group).values(**values))
    if another:
        planning.remake(session, today=today, groups=[group])


def end(session: Session, *, group: int, on: dt.date, today: dt.date) -> None:
    """The group's last day. Meetings after it that nothing is said about go; recorded and cancelled ones stay.

    Raises `NotFound`; `Refused` when the group would end before it started.
    """
    kept = session.execute(select(Group.started).where(Group.id == group)).one_or_none()
    if kept is None:
        raise _not_found()
    if kept.started is not None and on < kept.started:
        raise Refused(N_("A group cannot end before it starts. Choose a later day."))
    session.execute(update(Group).where(Group.id == group).values(ended=on))
    planning.drop(session, Meeting.group_id == group, Meeting.held_on > on)
    planning.remake(session, today=today, groups=[group])


def reopen(session: Session, *, group: int, today: dt.date) -> None:
    """Takes the end back; meetings are planned from today on. Raises `NotFound`."""
    if session.execute(update(Group).where(Group.id == group).values(ended=None).returning(Group.id)).one_or_none() is None:
        raise _not_found()
    planning.remake(session, today=today, groups=[group])


def remove(session: Session, *, group: int) -> None:
    """Takes a group away with its plan. Raises `NotFound`; `Refused` if anything is recorded of it: such a group can only end."""
    if session.scalar(select(Group.id).where(Group.id == group)) is None:
        raise _not_found()
    if has_records(session, group):
        raise Refused(N_("The group has records, which stay in the figures. End the group instead of removing it."))
    history.about(session, "grp", group)
    meetings = select(Meeting.id).where(Meeting.group_id == group)
    slots = select(Slot.id).where(Slot.group_id == group)
    session.execute(delete(MeetingCounsellor).where(MeetingCounsellor.meeting_id.in_(meetings)))
    session.execute(delete(Meeting).where(Meeting.group_id == group))
    session.execute(delete(SlotDate).where(SlotDate.slot_id.in_(slots)))
    for table in (Slot, Pause, Member):
        session.execute(delete(table).where(table.group_id == group))
    session.execute(delete(Group).where(Group.id == group))


def has_records(session: Session, group: int) -> bool:
    """Whether anything is recorded of a group, so that it can end but not vanish."""
    said = exists().where(Meeting.group_id == group, Meeting.state != MeetingState.PLANNED)
    hours = exists().where(VolunteerHours.group_id == group)
    feedback = exists().where(FeedbackTally.group_id == group)
    return bool(session.scalar(select(or_(said, hours, feedback))))


def _tidied(fields: GroupFields) -> dict[str, Any]:
    """The columns the fields fill; blank texts are missing, the name brings its place in the order."""
    values: dict[str, Any] = dict(fields)
    for text in _TEXTS:
        if text in values:
            values[text] = lines(values[text]) if text == "note" else one_line(values[text])
    if "name" in values:
        name = one_line(values["name"])
        if name is None:
            raise Refused(N_("The group needs a name."))
        values |= {"name": name, "sort_key": sort_key(name)}
    return values


def _check_names(service: str, names_kept: NamesKept) -> None:
    if names_kept is not NamesKept.HEADCOUNT and not names_allowed(service):
        raise Refused(N_("Groups of this service keep headcounts only, never names. Choose “headcount”."))


def _check_nobody(session: Session, group: int, service: str, today: dt.date) -> None:
    if names_allowed(service):
        return
    here = (Member.group_id == group, Member.role != MemberRole.COUNSELLOR, or_(Member.until.is_(None), Member.until > today))
    if session.scalar(select(Member.id).where(*here).limit(1)) is not None:
        raise Refused(
            N_("Men are written down for this group, and groups of this service keep no names. Take them out of the group first.")
        )


def _not_found() -> NotFound:
    return NotFound(N_("The group is no longer in the book. Go back to the list."))
