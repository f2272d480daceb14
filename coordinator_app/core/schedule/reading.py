"""The schedule of a book, read for a stretch of days."""

import datetime as dt
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from sqlalchemy import func, or_, select, union
from sqlalchemy.orm import Session

from coordinator_app.core import groups, planning, recurrence, settings
from coordinator_app.core.catalogue import Catalogue
from coordinator_app.core.kinds import ConsentPurpose, ContactKind, MeetingState, MemberRole, PersonRole
from coordinator_app.core.model import Activity, Consent, Contact, Group, Meeting, Member, Person, Place, Role, Slot
from coordinator_app.core.periods import Span
from coordinator_app.core.schedule.values import (
    DatedMeeting,
    Localised,
    Schedule,
    ScheduleContact,
    ScheduleGroup,
    SchedulePlace,
    ScheduleSlot,
    TermDay,
)
from coordinator_app.i18n import Language


def term(session: Session, *, span: Span, today: dt.date, catalogue: Catalogue, made: dt.date | None = None) -> Schedule:
    """What the printed schedules of a span draw from, as it is known on `today`; a term, or any other stretch of days.

    With `made`, an earlier day: what a sheet of that day should have said to be right today. So what has only passed since then
    still stands on it, and what has ended does not.

    Every group is there, with what tells whether it may be printed. Slots are those that hold today or later. A contact is
    the group's public one, or else the person it names, if he agreed to be named in print.
    """
    kept = settings.read(session)
    rows = session.execute(select(*Group.__table__.columns).order_by(Group.sort_key, Group.id)).all()
    held = _meetings(session, span)
    own = ScheduleContact(kept.contact_name, kept.contact_phone, kept.contact_email)
    return Schedule(
        association=kept.issuer,
        locality=Localised(kept.locality_name),
        updated=made or today,
        valid=span,
        groups=_groups(session, rows, _slots(session, rows, held, span, today, made or today), span, catalogue),
        contact=own if own else None,
        web=kept.web,
        meetings=_dated(session, held, span, catalogue),
        term_days=_term_days(session, span),
        practice=kept.practice,
    )


def _meetings(session: Session, span: Span) -> Sequence[Any]:
    columns = (Meeting.group_id, Meeting.slot_id, Meeting.planned_on, Meeting.held_on, Meeting.starts, Meeting.minutes)
    of_group = (Group.service.label("of_group"), Group.name, Group.name_sv, Group.name_en, Group.public, Group.hide_place)
    statement = select(*columns, Meeting.mode, Meeting.service, Meeting.state, *of_group, Place.name.label("place"), Place.address)
    statement = statement.join(Group, Group.id == Meeting.group_id).outerjoin(Place, Place.id == Meeting.place_id)
    within = Meeting.held_on.between(span.first, span.last)
    return session.execute(statement.where(within).order_by(Meeting.held_on, Meeting.starts, Group.sort_key, Meeting.id)).all()


def _groups(
    session: Session, rows: Sequence[Any], slots: Mapping[int, Sequence[ScheduleSlot]], span: Span, catalogue: Catalogue
) -> tuple[ScheduleGroup, ...]:
    contacts = _named_contacts(session)
    breaks: dict[int | None, list[Span]] = defaultdict(list)
    for pause in groups.pauses(session, span=span):
        breaks[pause.group].append(pause.span)
    return tuple(
        ScheduleGroup(
            id=row.id,
            name=Localised(row.name, row.name_sv or "", row.name_en or ""),
            sort_key=row.sort_key,
            service=row.service,
            slots=tuple(slots.get(row.id, ())),
            sensitive=catalogue.is_sensitive(row.service),
            public=row.public,
            contact=_public_contact(row) or contacts.get(row.contact_id),
            web=row.web or "",
            started=row.started,
            ended=row.ended,
            pauses=tuple(breaks[row.id]),
        )
        for row in rows
    )


def _slots(
    session: Session, rows: Sequence[Any], held: Iterable[Any], span: Span, today: dt.date, made: dt.date
) -> Mapping[int, Sequence[ScheduleSlot]]:
    """The slots that still hold, of groups that have not ended, with the days they fall on."""
    first, begun = max(span.first, today), max(span.first, made)
    statement = select(*Slot.__table__.columns, Place.name.label("place"), Place.address).outerjoin(Place, Place.id == Slot.place_id)
    statement = statement.where(Slot.valid_from <= span.last, or_(Slot.valid_until.is_(None), Slot.valid_until >= first))
    statement = statement.join(Group, Group.id == Slot.group_id).where(or_(Group.ended.is_(None), Group.ended >= first))
    found = session.execute(statement.order_by(Slot.weekday, Slot.starts, Slot.valid_from, Slot.id)).all()
    rules = planning.rules(session, found)
    hidden = {row.id: row.hide_place for row in rows}
    ended = {row.id: row.ended for row in rows}
    days: dict[int, list[dt.date]] = defaultdict(list)
    for meeting in held:
        if meeting.slot_id is not None and meeting.state is not MeetingState.CANCELLED:
            days[meeting.slot_id].append(meeting.held_on)
    slots: dict[int, list[ScheduleSlot]] = defaultdict(list)
    for row in found:
        rule = rules[row.id]
        last = min(filter(None, (rule.valid_until, ended[row.group_id])), default=span.last)
        slots[row.group_id].append(
            ScheduleSlot(
                rule=rule.rule,
                weekday=rule.weekday,
                starts=rule.starts,
                minutes=rule.minutes,
                interval=rule.interval,
                nth=rule.nth,
                dates=tuple(days[row.id]),
                place=_place(row.place, row.address, hidden[row.group_id]),
                mode=row.mode,
                since=rule.valid_from if rule.valid_from > begun else None,
                until=last if last < span.last else None,
            )
        )
    return slots


def _dated(session: Session, held: Iterable[Any], span: Span, catalogue: Catalogue) -> tuple[DatedMeeting, ...]:
    """The meetings and activities of the span, by day and time."""
    last = func.coalesce(Activity.until, Activity.held_on)
    columns = (
        Activity.name,
        Activity.held_on,
        last.label("last"),
        Activity.starts,
        Activity.minutes,
        Activity.mode,
        Activity.service,
        Activity.state,
    )
    statement = select(*columns, Activity.public, Place.name.label("place"), Place.address)
    statement = statement.outerjoin(Place, Place.id == Activity.place_id).where(Activity.held_on <= span.last, last >= span.first)
    found = [
        DatedMeeting(
            day=row.held_on,
            starts=row.starts,
            minutes=row.minutes,
            title=Localised(row.name, row.name_sv or "", row.name_en or ""),
            group=row.group_id,
            place=_place(row.place, row.address, row.hide_place),
            mode=row.mode,
            planned=row.planned_on if row.planned_on not in (None, row.held_on) else None,
            cancelled=row.state is MeetingState.CANCELLED,
            # A meeting keeps the service it was planned in; the group may have come to another since.
            sensitive=catalogue.is_sensitive(row.service) or catalogue.is_sensitive(row.of_group),
            public=row.public,
        )
        for row in held
    ]
    found += [
        DatedMeeting(
            day=max(row.held_on, span.first),
            # What began before the schedule goes on in it, whatever the hour it began at.
            starts=row.starts if row.held_on >= span.first else None,
            minutes=row.minutes,
            title=Localised(row.name),
            place=_place(row.place, row.address, False),
            mode=row.mode,
            cancelled=row.state is MeetingState.CANCELLED,
            sensitive=catalogue.is_sensitive(row.service),
            public=row.public,
            days=Span(row.held_on, row.last) if row.last > row.held_on else None,
        )
        for row in session.execute(statement.order_by(Activity.held_on, Activity.id))
    ]
    return tuple(sorted(found, key=lambda each: (each.day, each.starts or dt.time())))


def _term_days(session: Session, span: Span) -> tuple[TermDay, ...]:
    named = {language: recurrence.public_holidays(span, language) for language in Language}
    holidays = [
        TermDay(Span(on, on), Localised(name, named[Language.SV][on], named[Language.EN][on]), holiday=True)
        for on, name in named[Language.FI].items()
    ]
    breaks = [TermDay(pause.span, Localised(pause.why or ""), group=pause.group) for pause in groups.pauses(session, span=span)]
    return tuple(sorted(holidays + breaks, key=lambda each: each.span))


def _public_contact(row: Any) -> ScheduleContact | None:
    said = ScheduleContact(row.public_contact or "", row.public_phone or "", row.public_email or "")
    return said if said else None


_SERVING = union(
    select(Role.person_id).where(Role.role != PersonRole.PARTICIPANT), select(Member.person_id).where(Member.role == MemberRole.COUNSELLOR)
)
_TAKING_PART = union(
    select(Role.person_id).where(Role.role == PersonRole.PARTICIPANT), select(Member.person_id).where(Member.role != MemberRole.COUNSELLOR)
)


def _named_contacts(session: Session) -> Mapping[int, ScheduleContact]:
    """Whom groups name as their contact, of those who agreed to be named in print: the first phone and e-mail of each.

    The surname of one who only takes part himself is never printed, whatever he agreed to.
    """
    agreed = select(Consent.person_id).where(Consent.purpose == ConsentPurpose.NAME_IN_PRINT, Consent.withdrawn_on.is_(None))
    asked = select(Group.contact_id).where(Group.contact_id.is_not(None))
    whole = or_(Person.id.in_(_SERVING), Person.id.not_in(_TAKING_PART))
    statement = select(Person.id, Person.name, Person.given, whole, Contact.kind, Contact.value)
    statement = statement.join(Contact, Contact.person_id == Person.id)
    statement = statement.where(Person.id.in_(agreed), Person.id.in_(asked)).order_by(Contact.rank.desc(), Contact.id.desc())
    names: dict[int, str] = {}
    ways: dict[tuple[int, ContactKind], str] = {}
    for person, name, given, serves, kind, value in session.execute(statement):
        names[person] = name if serves else given or name.split()[0]
        ways[person, kind] = value
    return {
        person: ScheduleContact(name, ways.get((person, ContactKind.PHONE), ""), ways.get((person, ContactKind.EMAIL), ""))
        for person, name in names.items()
    }


def _place(name: str | None, address: str | None, hidden: bool) -> SchedulePlace | None:
    return None if name is None else SchedulePlace(name, address or "", hidden=hidden)
