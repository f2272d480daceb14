"""Whose time in the book is over, by the rules and the answers given."""

import datetime as dt
from typing import Any

import pytest
from sqlalchemy import event
from sqlalchemy.orm import Session

from coordinator_app.core import model, retention
from coordinator_app.core.errors import Refused
from coordinator_app.core.kinds import MemberRole, PersonRole
from coordinator_app.core.model import Table
from coordinator_app.core.retention import Due, DueKind
from tests.core.rows import COUNTED, activity, group, hours, meeting, person, put, there

TODAY = dt.date(2026, 10, 20)
OLD, YOUNG = dt.date(2025, 10, 20), dt.date(2025, 10, 21)
OLDER, YOUNGER = dt.date(2024, 10, 20), dt.date(2024, 10, 21)


def due(session: Session, today: dt.date = TODAY) -> tuple[Due, ...]:
    session.flush()
    found = retention.due(session, today=today)
    assert retention.waiting(session, today=today) == len(found)
    return found


def man(session: Session, name: str, *roles: PersonRole, added: dt.date = dt.date(2020, 1, 1)) -> int:
    made = person(session, name)
    session.execute(Table.metadata.tables["person"].update().where(model.Person.id == made).values(added_on=added))
    for role in roles:
        put(session, model.Role, person_id=made, role=role)
    return made


def test_a_participant_is_due_a_year_after_his_last_visit(memory: Session) -> None:
    team = group(memory, ended=dt.date(2026, 1, 1))
    for name, day in (("Vanha", OLD), ("Nuori", YOUNG)):
        there(memory, meeting(memory, team, day, COUNTED, headcount=1), man(memory, name, PersonRole.PARTICIPANT))
    man(memory, "Uusi", PersonRole.PARTICIPANT, added=TODAY)
    (found,) = [each for each in due(memory) if each.person]
    assert (found.kind, found.name, found.last) == (DueKind.PARTICIPANT, "Vanha", OLD)


@pytest.mark.parametrize("sign", ["ran", "helped", "hours", "talk", "consent"])
@pytest.mark.parametrize(("day", "is_due"), [(OLDER, True), (YOUNGER, False)])
def test_a_volunteer_is_due_two_years_after_his_last_task(memory: Session, sign: str, day: dt.date, *, is_due: bool) -> None:
    who = man(memory, "Auttaja", PersonRole.COUNSELLOR)
    match sign:
        case "ran":
            held = meeting(memory, group(memory), day, COUNTED, headcount=1)
            put(memory, model.MeetingCounsellor, meeting_id=held, person_id=who)
        case "helped":
            put(memory, model.ActivityPerson, activity_id=activity(memory, "social", day), person_id=who)
        case "hours":
            hours(memory, day, 60, person_id=who)
        case "talk":
            put(memory, model.SupportTalk, on=day, service="peer", minutes=30, person_id=who)
        case "consent":
            put(memory, model.Consent, person_id=who, purpose="newsletter", given_on=day, way="spoken")
    assert [each.kind for each in due(memory) if each.person] == ([DueKind.VOLUNTEER] if is_due else [])


def test_who_took_his_consent_back_is_due_at_once_unless_he_also_works(memory: Session) -> None:
    for name, purpose, roles in (
        ("Perui", "name_in_group", [PersonRole.PARTICIPANT]),
        ("Ei postia", "group_mail", [PersonRole.PARTICIPANT]),
        ("Ohjaa", "name_in_group", [PersonRole.PARTICIPANT, PersonRole.COUNSELLOR]),
    ):
        who = man(memory, name, *roles, added=TODAY)
        put(memory, model.Consent, person_id=who, purpose=purpose, given_on=TODAY, way="spoken", withdrawn_on=TODAY)
    assert [(each.kind, each.name) for each in due(memory)] == [(DueKind.WITHDRAWN, "Perui")]


def test_who_is_in_office_is_not_asked_about(memory: Session) -> None:
    running, ended = group(memory), group(memory, ended=dt.date(2025, 1, 1))
    man(memory, "Yhdysmies", PersonRole.CONTACT_MAN)
    runs, ran = man(memory, "Ohjaaja", PersonRole.COUNSELLOR), man(memory, "Entinen", PersonRole.COUNSELLOR)
    put(memory, model.Member, group_id=running, person_id=runs, role=MemberRole.COUNSELLOR)
    put(memory, model.Member, group_id=ended, person_id=ran, role=MemberRole.COUNSELLOR)
    group(memory, contact_id=man(memory, "Vastaaja", PersonRole.VOLUNTEER))
    assert [each.name for each in due(memory)] == ["Entinen"]


def test_names_in_enquiries_are_due_after_three_months(memory: Session) -> None:
    who = man(memory, "Mies", added=TODAY)
    for day in (dt.date(2026, 7, 20), dt.date(2026, 7, 21)):
        put(memory, model.Enquiry, on=day, service="peer", channel="phone", person_id=who)
        put(memory, model.Enquiry, on=day, service="peer", channel="phone")
    (found,) = due(memory)
    assert (found.kind, found.number, found.until) == (DueKind.ENQUIRIES, 1, dt.date(2026, 7, 20))


def taken_in(session: Session, period: str, day: dt.date) -> None:
    at = dt.datetime.combine(day, dt.time(12), dt.UTC)
    put(session, model.TakenIn, kind="receipt", version=f"{period}_r1", sha256=period, at=at, file=b"")


@pytest.mark.parametrize(
    ("receipts", "today", "until"),
    [
        ({"2025Q4": dt.date(2026, 1, 20)}, dt.date(2026, 4, 19), None),
        ({"2025Q4": dt.date(2026, 1, 20)}, dt.date(2026, 4, 20), dt.date(2025, 12, 31)),
        ({"2025Q3": dt.date(2025, 10, 20)}, dt.date(2026, 4, 20), None),
        ({"2026Q1": dt.date(2026, 4, 20)}, dt.date(2026, 9, 20), None),
        ({}, dt.date(2026, 12, 31), None),
        ({}, dt.date(2027, 1, 1), dt.date(2025, 12, 31)),
    ],
)
def test_names_in_attendance_are_due_three_months_after_the_years_last_receipt(
    memory: Session, receipts: dict[str, dt.date], today: dt.date, until: dt.date | None
) -> None:
    team = group(memory)
    for day in (dt.date(2025, 3, 3), dt.date(2026, 3, 3)):
        there(memory, meeting(memory, team, day, COUNTED, headcount=1), man(memory, f"Mies {day.year}", added=today))
    for period, day in receipts.items():
        taken_in(memory, period, day)
    found = [each for each in due(memory, today) if each.kind is DueKind.ATTENDANCE]
    assert [(each.until, each.number) for each in found] == ([] if until is None else [(until, 1)])


def test_who_is_kept_rests_for_a_year_and_who_is_put_off_for_a_month(memory: Session) -> None:
    for name in ("Eka", "Toka"):
        man(memory, name)
    first, second = due(memory)
    retention.keep(memory, dues=[first], reason="matter_open", today=TODAY)
    retention.later(memory, dues=[second], today=TODAY)
    assert due(memory) == ()
    assert due(memory, TODAY + dt.timedelta(days=30)) == (second,)
    assert due(memory, dt.date(2027, 10, 20)) == (first, second)
    retention.keep(memory, dues=[second], reason="other", today=TODAY)
    assert due(memory, TODAY + dt.timedelta(days=30)) == ()
    with pytest.raises(Refused):
        retention.keep(memory, dues=[first], reason="because", today=TODAY)


def test_the_review_asks_as_often_whatever_the_size(memory: Session) -> None:
    def asked() -> int:
        statements: list[str] = []

        def note(_c: Any, _cursor: Any, statement: str, *_: Any) -> None:
            statements.append(statement)

        event.listen(memory.get_bind(), "before_cursor_execute", note)
        due(memory)
        event.remove(memory.get_bind(), "before_cursor_execute", note)
        return len(statements)

    man(memory, "Yksi")
    few = asked()
    for number in range(40):
        man(memory, f"Mies {number}")
    assert asked() == few
