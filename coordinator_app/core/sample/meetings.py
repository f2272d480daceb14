"""The groups of the made-up town, their meetings, and who was there."""

import datetime as dt
from random import Random
from typing import Any

from msgspec import Struct
from sqlalchemy import insert, select
from sqlalchemy.orm import Session

from coordinator_app.core import groups, places
from coordinator_app.core.kinds import Content, MeetingState, MemberRole, Mode, NamesKept, Rule
from coordinator_app.core.model import Attendance, Meeting, MeetingCounsellor, Member
from coordinator_app.core.model.changing import change_each
from coordinator_app.core.planning import Frame
from coordinator_app.core.recurrence import SlotRule
from coordinator_app.core.sample.people import Crowd
from coordinator_app.core.sample.town import Town

_PHONE = "050 000 0001"
_REASONS = ("counsellor_ill", "too_few_came", "room_closed", "public_holiday")


class Stay(Struct, frozen=True):
    """A man's time in a group, both days included."""

    person: int
    since: dt.date
    until: dt.date


class SampleGroup(Struct, frozen=True):
    """A group with those who run it and those who come; `stays` is empty where only headcounts are kept."""

    id: int
    service: str
    content: Content
    mode: Mode
    counsellors: tuple[int, ...]
    stays: tuple[Stay, ...]


class Held(Struct, frozen=True):
    """How many meetings were recorded, and how many attendances."""

    meetings: int
    attendances: int


def plan(session: Session, random: Random, town: Town, crowd: Crowd, frame: Frame) -> tuple[SampleGroup, ...]:
    """Founds the groups on the first day, with their breaks, and shares the men among those that keep names."""
    where = [places.named(session, name=each["name"], address=each["address"]) for each in town.places]
    named = [index for index, row in enumerate(town.groups) if row["names"] != NamesKept.HEADCOUNT]
    stays: dict[int, list[Stay]] = {index: [] for index in named}
    days = (frame.today - frame.records_begin).days
    for order, man in enumerate(crowd.participants):
        since = frame.records_begin + dt.timedelta(days=max(0, round(order / len(crowd.participants) * (days + 240)) - 240))
        stays[random.choice(named)].append(Stay(man, since, since + dt.timedelta(days=random.randint(90, 560))))
    _breaks(session, frame)
    made = []
    for index, row in enumerate(town.groups):
        leaders = (crowd.counsellors[index % len(crowd.counsellors)], crowd.counsellors[(index + 5) % len(crowd.counsellors)])
        group = _group(session, row, where, leaders[0], frame)
        _members(session, group, leaders, stays.get(index, []), frame)
        content, mode = Content(row.get("content", Content.TALK)), Mode(row["mode"])
        made.append(SampleGroup(group, row["service"], content, mode, leaders, tuple(stays.get(index, ()))))
    return tuple(made)


def record(session: Session, random: Random, made: tuple[SampleGroup, ...], frame: Frame) -> Held:
    """Says how every meeting up to yesterday ended; of the last two weeks a few are left unsaid."""
    columns = (Meeting.id, Meeting.group_id, Meeting.held_on)
    rows = session.execute(select(*columns).where(Meeting.held_on < frame.today).order_by(Meeting.held_on, Meeting.id)).all()
    by_id = {group.id: group for group in made}
    met: set[tuple[int, int]] = set()
    ends: list[dict[str, Any]] = []
    attendances: list[dict[str, Any]] = []
    counsellors: list[dict[str, Any]] = []
    for meeting, group_id, day in rows:
        group = by_id[group_id]
        if (frame.today - day).days <= 14 and random.random() < 0.4:
            continue
        luck = random.random()
        if luck < 0.05:
            ends.append(_end(meeting, MeetingState.CANCELLED, reason=random.choice(_REASONS)))
            continue
        counsellors += [{"meeting_id": meeting, "person_id": who} for who in group.counsellors[: random.randint(1, 2)]]
        if luck < 0.08:
            ends.append(_end(meeting, MeetingState.NOT_COUNTED, content=group.content))
            continue
        present = [stay.person for stay in group.stays if stay.since <= day <= stay.until and random.random() < 0.85]
        new = {man for man in present if (group_id, man) not in met}
        met |= {(group_id, man) for man in present}
        attendances += [{"meeting_id": meeting, "person_id": man, "newcomer": man in new, "remote": False} for man in present]
        ends.append(_counted(random, meeting, group, present, len(new)))
    change_each(session, Meeting, ends)
    session.execute(insert(Attendance), attendances)
    session.execute(insert(MeetingCounsellor), counsellors)
    return Held(len(rows), len(attendances))


def _counted(random: Random, meeting: int, group: SampleGroup, present: list[int], new: int) -> dict[str, Any]:
    newcomers: int | None = new
    headcount = len(present) + random.choice((0, 0, 0, 1, 2))
    if not group.stays:
        headcount = random.randint(0 if random.random() < 0.05 else 4, 14)
        # Blank where nobody asked.
        newcomers = random.choice((None, min(headcount, random.randint(0, 2))))
    remote = {Mode.REMOTE: headcount, Mode.HYBRID: min(headcount, random.randint(0, 3))}.get(group.mode)
    return _end(
        meeting, MeetingState.COUNTED, content=group.content, headcount=headcount, newcomers=newcomers, remote=remote, counsellors=2
    )


def _end(meeting: int, state: MeetingState, content: Content = Content.TALK, **values: object) -> dict[str, Any]:
    blank = dict.fromkeys(("reason", "headcount", "newcomers", "remote", "counsellors"))
    return {"id": meeting, "state": state, "content": content, **blank, **values}


def _group(session: Session, row: Any, where: list[int | None], contact: int, frame: Frame) -> int:
    place = None if row["place"] is None else where[row["place"]]
    slots = [
        groups.SlotForm(
            SlotRule(
                Rule(row["rule"]),
                weekday,
                dt.time.fromisoformat(row["at"]),
                row["minutes"],
                valid_from=frame.records_begin,
                interval=row.get("interval", 1),
                skip_holidays=True,
            ),
            place=place,
            mode=Mode(row["mode"]),
        )
        for weekday in row["weekdays"]
    ]
    return groups.add(
        session,
        name=row["name"],
        name_sv=row["name_sv"],
        name_en=row["name_en"],
        today=frame.today,
        slots=tuple(slots),
        service=row["service"],
        names_kept=NamesKept(row["names"]),
        contact_id=contact,
        public_phone=_PHONE,
        started=frame.records_begin,
    )


def _members(session: Session, group: int, leaders: tuple[int, ...], stays: list[Stay], frame: Frame) -> None:
    rows: list[dict[str, Any]] = [
        {"group_id": group, "person_id": leader, "role": MemberRole.COUNSELLOR, "since": frame.records_begin, "until": None}
        for leader in leaders
    ]
    rows += [
        {
            "group_id": group,
            "person_id": stay.person,
            "role": MemberRole.MEMBER,
            "since": stay.since,
            "until": stay.until if stay.until < frame.today else None,
        }
        for stay in stays
    ]
    session.execute(insert(Member), rows)


def _breaks(session: Session, frame: Frame) -> None:
    """July and the weeks around Christmas, every year."""
    for year in range(frame.records_begin.year, frame.horizon.year + 1):
        for first, last, why in (
            (dt.date(year, 7, 6), dt.date(year, 7, 26), "Kesätauko"),
            (dt.date(year, 12, 22), dt.date(year + 1, 1, 3), "Joulutauko"),
        ):
            groups.add_pause(session, first=first, last=last, today=frame.today, why=why)
