"""What happens in the made-up town besides the groups: activities, enquiries, volunteer hours, feedback."""

import datetime as dt
from collections.abc import Iterator
from random import Random
from typing import Any

from sqlalchemy import insert
from sqlalchemy.orm import Session

from coordinator_app.core.kinds import HoursTask, MeetingState, Mode, Organiser
from coordinator_app.core.model import Activity, Enquiry, FeedbackTally, Referral, SupportTalk, VolunteerHours
from coordinator_app.core.planning import Frame
from coordinator_app.core.sample.meetings import SampleGroup
from coordinator_app.core.sample.people import Crowd
from coordinator_app.core.sample.town import Town

_COUNTS = ("headcount", "newcomers", "remote", "children", "women", "leaders", "enrolled", "completed", "completed_on", "reach", "sector")
_QUESTIONS = ("helped", "safe", "recommend")


def add(session: Session, random: Random, town: Town, crowd: Crowd, groups: tuple[SampleGroup, ...], frame: Frame) -> None:
    """Adds it all, from the first day to the last, and the activities planned for the next three months."""
    session.execute(insert(Activity), list(_activities(random, town, frame)))
    _enquiries(session, random, crowd, groups, frame)
    session.execute(insert(VolunteerHours), list(_hours(random, groups, frame)))
    session.execute(insert(FeedbackTally), list(_feedback(random, groups, frame)))


def _activities(random: Random, town: Town, frame: Frame) -> Iterator[dict[str, Any]]:
    for year in range(frame.records_begin.year, frame.today.year + 2):
        for row in town.activities:
            day = dt.date(year, row["month"], random.randint(1, 28))
            if not frame.records_begin <= day <= frame.today + dt.timedelta(days=90):
                continue
            said: dict[str, Any] = dict.fromkeys(_COUNTS)
            if day <= frame.today:
                said |= _counts(random, row)
            yield {
                "name": row["name"],
                "kind": row["kind"],
                "service": "training" if row["kind"].startswith("professional") else "peer",
                "organiser": Organiser(row.get("organiser", Organiser.OWN)),
                "held_on": day,
                "starts": dt.time(17, 0),
                "minutes": 180,
                "mode": Mode.IN_PERSON,
                "public": row["kind"] in {"forum", "social", "exercise", "culture"},
                "state": MeetingState.PLANNED
                if day > frame.today
                else MeetingState.COUNTED
                if "heads" in row
                else MeetingState.NOT_COUNTED,
                **said,
            }


def _counts(random: Random, row: Any) -> dict[str, Any]:
    counts: dict[str, Any] = {"sector": row.get("sector"), "leaders": random.randint(1, 3)}
    if "heads" in row:
        counts["headcount"] = random.randint(*row["heads"])
        counts["newcomers"] = random.randint(0, 4)
    if row.get("children"):
        counts["children"] = counts["headcount"] // 3
    if row["kind"] == "professional_session":
        counts["women"] = counts["headcount"] // 2
    if row["kind"] == "counsellor_training":
        counts |= {"enrolled": counts["headcount"], "completed": counts["headcount"] - 1}
    if "reach" in row:
        counts["reach"] = random.randint(*row["reach"])
    return counts


def _enquiries(session: Session, random: Random, crowd: Crowd, groups: tuple[SampleGroup, ...], frame: Frame) -> None:
    services = [group.service for group in groups]
    days = [frame.records_begin + dt.timedelta(days=step) for step in range(0, (frame.today - frame.records_begin).days, 6)]
    asked = [{"on": day, "service": random.choice(services), "channel": random.choice(("phone", "email", "in_person"))} for day in days]
    ids = session.scalars(insert(Enquiry).returning(Enquiry.id, sort_by_parameter_order=True), asked).all()
    talks = [
        {"on": row["on"], "service": row["service"], "minutes": random.choice((30, 45, 60, 90)), "enquiry_id": enquiry}
        for enquiry, row in zip(ids, asked, strict=True)
        if random.random() < 0.3
    ]
    referrals = [
        {"on": row["on"], "service": row["service"], "enquiry_id": enquiry, "organisation_id": random.choice(crowd.organisations)}
        for enquiry, row in zip(ids, asked, strict=True)
        if random.random() < 0.2
    ]
    for table, rows in ((SupportTalk, talks), (Referral, referrals)):
        if rows:
            session.execute(insert(table), rows)


def _hours(random: Random, groups: tuple[SampleGroup, ...], frame: Frame) -> Iterator[dict[str, Any]]:
    day = frame.records_begin.replace(day=1) + dt.timedelta(days=27)
    while day <= frame.today:
        for group in groups:
            yield {
                "on": day,
                "service": group.service,
                "task": random.choice(tuple(HoursTask)),
                "minutes": random.choice((120, 180, 240, 300)),
                "person_id": random.choice(group.counsellors),
                "group_id": group.id,
            }
        day = (day.replace(day=1) + dt.timedelta(days=32)).replace(day=28)


def _feedback(random: Random, groups: tuple[SampleGroup, ...], frame: Frame) -> Iterator[dict[str, Any]]:
    for year in range(frame.records_begin.year, frame.today.year + 1):
        for day in (dt.date(year, 5, 20), dt.date(year, 12, 10)):
            if not frame.records_begin <= day <= frame.today:
                continue
            for group in groups:
                asked = random.randint(5, 14)
                answers = random.randint(3, asked)
                for question in _QUESTIONS:
                    agree = random.randint(answers // 2, answers)
                    tally = {"question": question, "asked": asked, "answers": answers, "agree": agree}
                    yield {"on": day, "service": group.service, "group_id": group.id, **tally}
