"""Each figure of the catalogue, case by case: what counts, what does not, and 0, no data and not applicable kept apart."""

import datetime as dt
from collections.abc import Callable
from decimal import Decimal

import pytest
from msgspec.structs import replace
from sqlalchemy.orm import Session

from coordinator_app.core import catalogue, indicators
from coordinator_app.core.errors import Refused
from coordinator_app.core.figures import Figure, Ledger
from coordinator_app.core.kinds import Basis, Content, FigureStatus, Organiser
from coordinator_app.core.model import (
    ActivityOrganisation,
    ActivityPerson,
    Enquiry,
    FeedbackTally,
    MeetingCounsellor,
    Referral,
    SampledMonth,
    SupportTalk,
)
from coordinator_app.core.periods import Period
from tests.core.rows import CANCELLED, COUNTED, PLANNED, UNCOUNTED, activity, group, hours, meeting, organisation, person, put, there

SHIPPED = catalogue.shipped()
Q3 = Period(2026, 3)
BEGIN, TODAY = dt.date(2026, 1, 1), dt.date(2026, 10, 20)
JULY, AUGUST, SEPTEMBER = dt.date(2026, 7, 7), dt.date(2026, 8, 4), dt.date(2026, 9, 1)
FIRST, LAST = Q3.first, Q3.last
DAY = dt.timedelta(days=1)

Fill = Callable[[Session], object]


def figure(
    session: Session, indicator: str, of: str = "peer", *, period: Period = Q3, today: dt.date = TODAY, begin: dt.date = BEGIN
) -> Figure:
    made = indicators.compute(session, period, today=today, records_begin=begin, catalogue=SHIPPED, only=[indicator])
    return next(each for each in made if each.of == of)


def said(session: Session, indicator: str, of: str = "peer") -> tuple[object, str, str | None]:
    found = figure(session, indicator, of)
    return found.value, found.status.value, None if found.basis is None else found.basis.value


OK, SAMPLE, ESTIMATE = ("ok", "collected"), ("ok", "sample"), ("ok", "estimate")
NODATA, NA = (None, "nodata", None), (None, "na", None)


def one_group(session: Session) -> int:
    return group(session, started=dt.date(2025, 1, 1))


def full(session: Session) -> None:
    """A quarter with everything in it once."""
    team = one_group(session)
    ville, kari, aki = (person(session, name) for name in ("Ville", "Kari", "Aki"))
    first = meeting(session, team, JULY, COUNTED, headcount=2, newcomers=1, remote=0, children=0, content=Content.EXERCISE)
    second = meeting(session, team, AUGUST, COUNTED, headcount=1, remote=1, minutes=100, content=Content.CULTURE)
    meeting(session, team, SEPTEMBER, CANCELLED)
    meeting(session, team, SEPTEMBER + 7 * DAY, PLANNED)
    meeting(session, team, SEPTEMBER + 9 * DAY, UNCOUNTED, planned_on=None)
    there(session, first, ville, kari)
    there(session, second, ville)
    put(session, MeetingCounsellor, meeting_id=first, person_id=aki)
    hike = activity(session, "exercise", JULY, headcount=12, newcomers=3, leaders=2)
    put(session, ActivityPerson, activity_id=hike, person_id=kari)
    put(session, ActivityOrganisation, activity_id=hike, organisation_id=organisation(session))
    activity(session, "forum", JULY, CANCELLED)
    activity(session, "professional_session", JULY, headcount=20, women=15)
    activity(session, "professional_programme", JULY, headcount=8, enrolled=8, completed=6, completed_on=LAST)
    activity(session, "counsellor_training", JULY, headcount=4, completed=4, completed_on=JULY)
    activity(session, "outreach", JULY, reach=300)
    activity(session, "advocacy", JULY)
    put(session, Enquiry, on=JULY, service="peer", channel="phone")
    put(session, SupportTalk, on=JULY, service="peer", minutes=30, person_id=ville)
    put(session, SupportTalk, on=AUGUST, service="peer", minutes=30, person_id=ville)
    put(session, Referral, on=JULY, service="peer")
    hours(session, JULY, 90)
    put(session, FeedbackTally, on=JULY, question="helped", service="peer", asked=10, answers=8, agree=6)


@pytest.mark.parametrize(
    ("indicator", "of", "value", "basis"),
    [
        ("groups.active", "peer", 1, "collected"),
        ("groups.open", "peer", 1, "collected"),
        ("groups.started", "peer", 0, "collected"),
        ("groups.ended", "peer", 0, "collected"),
        ("meetings.due", "peer", 4, "collected"),
        ("meetings.counted", "peer", 2, "collected"),
        ("meetings.uncounted", "peer", 0, "collected"),
        ("meetings.cancelled", "peer", 1, "collected"),
        ("meetings.unrecorded", "peer", 1, "collected"),
        ("meetings.extra", "peer", 1, "collected"),
        ("visits.group", "peer", 3, "collected"),
        ("visits.group.new", "peer", 1, "sample"),
        ("visits.group.remote", "peer", 1, "collected"),
        ("visits.group.children", "peer", 0, "sample"),
        ("men.group", "peer", 2, "collected"),
        ("men.group.year", "peer", 2, "collected"),
        ("size.mean", "peer", Decimal("1.50"), "collected"),
        ("hours.group", "peer", Decimal("4.67"), "collected"),
        ("content.exercise", "peer", 1, "collected"),
        ("content.culture", "peer", 1, "collected"),
        ("enquiries", "peer", 1, "collected"),
        ("support.talks", "peer", 2, "collected"),
        ("referrals", "peer", 1, "collected"),
        ("support.men", "peer", 1, "collected"),
        ("activities.held", "all", 4, "collected"),
        ("activities.held", "exercise", 1, "collected"),
        ("activities.cancelled", "forum", 1, "collected"),
        ("visits.activity", "all", 12, "collected"),
        ("visits.activity.new", "exercise", 3, "collected"),
        ("professionals", "all", 28, "collected"),
        ("professionals.women", "all", 15, "sample"),
        ("programme.enrolled", "all", 8, "collected"),
        ("programme.completed", "all", 6, "collected"),
        ("counsellors.trained", "all", 4, "collected"),
        ("counsellors.active", "peer", 1, "collected"),
        ("volunteers.active", "peer", 2, "collected"),
        ("partners.active", "peer", 1, "collected"),
        ("volunteers.hours", "peer", Decimal("1.50"), "collected"),
        ("outreach.actions", "peer", 1, "collected"),
        ("outreach.reach", "peer", 300, "collected"),
        ("advocacy.actions", "peer", 1, "collected"),
        ("feedback.asked", "helped", 10, "collected"),
        ("feedback.answers", "helped", 8, "collected"),
        ("feedback.agree", "helped", Decimal("0.75"), "collected"),
    ],
)
def test_a_full_quarter(memory: Session, indicator: str, of: str, value: object, basis: str) -> None:
    full(memory)
    assert said(memory, indicator, of) == (value, "ok", basis)


def test_every_indicator_of_the_catalogue_has_a_computation() -> None:
    assert {(each.code, each.definition) for each in SHIPPED.indicators if not each.office} == set(indicators.KNOWN)


CASES: dict[str, tuple[Fill, str, str, tuple[object, ...]]] = {
    "nothing at all": (lambda s: None, "visits.group", "peer", (0, *OK)),
    "a service that is not offered": (one_group, "visits.group", "divorce", NA),
    "a service that is offered, and idle": (lambda s: group(s, service="divorce"), "visits.group", "divorce", (0, *OK)),
    "a service that begins only after the period": (lambda s: group(s, service="divorce", started=LAST + DAY), "enquiries", "divorce", NA),
    "a service no catalogue knows": (lambda s: group(s, service="novel"), "groups.open", "novel", (1, *OK)),
    "held, and none counted": (lambda s: meeting(s, one_group(s), JULY, UNCOUNTED), "visits.group", "peer", NODATA),
    "counted, and nobody there": (lambda s: meeting(s, one_group(s), JULY, COUNTED, headcount=0), "visits.group", "peer", (0, *OK)),
    "counted, and newcomers not asked": (
        lambda s: meeting(s, one_group(s), JULY, COUNTED, headcount=3),
        "visits.group.new",
        "peer",
        NODATA,
    ),
    "asked, and no newcomer": (
        lambda s: meeting(s, one_group(s), JULY, COUNTED, headcount=3, newcomers=0),
        "visits.group.new",
        "peer",
        (0, *OK),
    ),
    "nothing held has no mean": (one_group, "size.mean", "peer", NA),
    "held and not counted has an unknown mean": (lambda s: meeting(s, one_group(s), JULY, UNCOUNTED), "size.mean", "peer", NODATA),
    "a cancelled meeting has no hours": (lambda s: meeting(s, one_group(s), JULY, CANCELLED), "hours.group", "peer", (Decimal(0), *OK)),
    "an uncounted meeting has hours": (lambda s: meeting(s, one_group(s), JULY, UNCOUNTED), "hours.group", "peer", (Decimal("1.5"), *OK)),
    "a group with only cancelled meetings": (lambda s: meeting(s, one_group(s), JULY, CANCELLED), "groups.active", "peer", (0, *OK)),
    "a group with an uncounted meeting": (lambda s: meeting(s, one_group(s), JULY, UNCOUNTED), "groups.active", "peer", (1, *OK)),
    "the first day counts": (lambda s: meeting(s, one_group(s), FIRST, COUNTED, headcount=4), "visits.group", "peer", (4, *OK)),
    "the last day counts": (lambda s: meeting(s, one_group(s), LAST, COUNTED, headcount=4), "visits.group", "peer", (4, *OK)),
    "the day before does not": (lambda s: meeting(s, one_group(s), FIRST - DAY, COUNTED, headcount=4), "visits.group", "peer", (0, *OK)),
    "the day after does not": (lambda s: meeting(s, one_group(s), LAST + DAY, COUNTED, headcount=4), "visits.group", "peer", (0, *OK)),
    "moved into the period": (
        lambda s: meeting(s, one_group(s), LAST, COUNTED, headcount=4, planned_on=LAST + DAY),
        "visits.group",
        "peer",
        (4, *OK),
    ),
    "moved out of the period is not due in it": (
        lambda s: meeting(s, one_group(s), LAST + DAY, COUNTED, headcount=4, planned_on=LAST),
        "meetings.due",
        "peer",
        (0, *OK),
    ),
    "a group that ends on the last day still runs": (lambda s: group(s, ended=LAST), "groups.open", "peer", (1, *OK)),
    "a group that ended the day before does not": (lambda s: group(s, ended=LAST - DAY), "groups.open", "peer", (0, *OK)),
    "ended within": (lambda s: group(s, ended=LAST), "groups.ended", "peer", (1, *OK)),
    "ended after": (lambda s: group(s, ended=LAST + DAY), "groups.ended", "peer", (0, *OK)),
    "started within": (lambda s: group(s, started=FIRST), "groups.started", "peer", (1, *OK)),
    "a partner's conference is not ours": (
        lambda s: activity(s, "conference", JULY, headcount=200, organiser=Organiser.PARTNER),
        "visits.activity",
        "all",
        NA,
    ),
    "a conference we lead is": (
        lambda s: activity(s, "conference", JULY, headcount=200, organiser=Organiser.LEAD),
        "visits.activity",
        "all",
        (200, *OK),
    ),
    "outreach is no activity": (lambda s: activity(s, "outreach", JULY, headcount=9), "activities.held", "all", NA),
    "a kind held earlier, idle now": (lambda s: activity(s, "forum", FIRST - DAY), "activities.held", "forum", (0, *OK)),
    "a programme not offered": (lambda s: activity(s, "forum", JULY), "programme.enrolled", "all", NA),
    "a programme nobody said the number of": (lambda s: activity(s, "professional_programme", JULY), "programme.enrolled", "all", NODATA),
    "completed in a later quarter": (
        lambda s: activity(s, "professional_programme", FIRST - DAY, completed=5, completed_on=JULY),
        "programme.completed",
        "all",
        (5, *OK),
    ),
    "reach not said": (lambda s: activity(s, "outreach", JULY), "outreach.reach", "peer", NODATA),
    "something held, and no volunteer known": (lambda s: meeting(s, one_group(s), JULY, UNCOUNTED), "volunteers.active", "peer", NODATA),
    "something held, and no hours known": (lambda s: meeting(s, one_group(s), JULY, UNCOUNTED), "volunteers.hours", "peer", NODATA),
    "nothing held, and no hours": (one_group, "volunteers.hours", "peer", (Decimal(0), *OK)),
    "feedback never asked": (one_group, "feedback.asked", "helped", NA),
    "feedback asked, and no answer": (
        lambda s: put(s, FeedbackTally, on=JULY, question="helped", service="peer", asked=9, answers=0, agree=0),
        "feedback.agree",
        "helped",
        NODATA,
    ),
    "feedback asked in another quarter": (
        lambda s: put(s, FeedbackTally, on=FIRST - DAY, question="helped", service="peer", asked=9, answers=5, agree=0),
        "feedback.agree",
        "helped",
        NA,
    ),
    "no talk, no men": (one_group, "support.men", "peer", (0, *OK)),
    "a talk with someone unknown": (lambda s: put(s, SupportTalk, on=JULY, service="peer", minutes=20), "support.men", "peer", NODATA),
}


@pytest.mark.parametrize("case", CASES)
def test_cases(memory: Session, case: str) -> None:
    fill, indicator, of, expected = CASES[case]
    fill(memory)
    assert said(memory, indicator, of) == expected


def test_a_meeting_counts_under_its_own_service_not_the_groups(memory: Session) -> None:
    team = group(memory, service="fatherhood")
    meeting(memory, team, JULY, COUNTED, headcount=5, service="peer")
    assert said(memory, "visits.group", "peer") == (5, *OK)
    assert said(memory, "visits.group", "fatherhood") == (0, *OK)


def test_a_group_that_changed_its_service_is_one_group(memory: Session) -> None:
    team = group(memory, service="fatherhood")
    for service in ("peer", "fatherhood"):
        meeting(memory, team, JULY, COUNTED, headcount=5, service=service)
    assert [said(memory, "groups.active", of)[0] for of in ("peer", "fatherhood", "all")] == [1, 1, 1]


def test_nothing_is_due_before_the_records_begin_or_after_today(memory: Session) -> None:
    team = one_group(memory)
    for day in (JULY, AUGUST, SEPTEMBER):
        meeting(memory, team, day, PLANNED)
    assert figure(memory, "meetings.due", begin=AUGUST, today=AUGUST).value == 1
    assert figure(memory, "meetings.due", begin=JULY, today=SEPTEMBER - DAY).value == 2
    assert figure(memory, "meetings.due", begin=TODAY).value == 0


def test_the_ledger_is_that_of_all_services(memory: Session) -> None:
    full(memory)
    figures = indicators.compute(memory, Q3, today=TODAY, records_begin=BEGIN, catalogue=SHIPPED)
    assert indicators.ledger_of(figures) == Ledger(due=4, counted=2, uncounted=0, cancelled=1, unrecorded=1, extra=1)


def test_men_are_never_partial(memory: Session) -> None:
    """One visitor without a name, and the number of different men is not known from names; then what was entered by hand serves."""
    team, ville = one_group(memory), person(memory)
    there(memory, meeting(memory, team, JULY, COUNTED, headcount=1), ville)
    assert said(memory, "men.group") == (1, *OK)
    there(memory, meeting(memory, team, AUGUST, COUNTED, headcount=2), ville)
    assert said(memory, "men.group") == NODATA
    indicators.state(memory, period=Q3, indicator="men.group", of="peer", value=2, basis=Basis.ESTIMATE)
    assert said(memory, "men.group") == (2, *ESTIMATE)
    assert said(memory, "men.group", "all") == NODATA
    assert said(memory, "men.group.year") == NODATA


def test_the_year_counts_each_man_once(memory: Session) -> None:
    team, ville, kari = one_group(memory), person(memory), person(memory)
    there(memory, meeting(memory, team, dt.date(2026, 1, 1), COUNTED, headcount=1), ville)
    there(memory, meeting(memory, team, dt.date(2025, 12, 31), COUNTED, headcount=1), kari)
    there(memory, meeting(memory, team, JULY, COUNTED, headcount=1), ville)
    assert said(memory, "men.group.year") == (1, *OK)


def test_names_that_are_entered_later_come_before_the_number_by_hand(memory: Session) -> None:
    there(memory, meeting(memory, one_group(memory), JULY, COUNTED, headcount=1), person(memory))
    indicators.state(memory, period=Q3, indicator="men.group", of="peer", value=9, basis=Basis.COLLECTED)
    assert said(memory, "men.group") == (1, *OK)


def sampled_quarter(session: Session) -> None:
    """Two occasions in August, five in the quarter; three hours logged in August, and one in July that does not stand for anything."""
    team = one_group(session)
    for day in (JULY, JULY + 7 * DAY, AUGUST, SEPTEMBER):
        meeting(session, team, day, COUNTED, headcount=5)
    activity(session, "social", AUGUST, headcount=9)
    hours(session, AUGUST, 180)
    hours(session, JULY, 60)
    put(session, SampledMonth, service="peer", month=dt.date(2026, 8, 1))


def test_hours_of_a_sampled_month_stand_for_the_quarter(memory: Session) -> None:
    sampled_quarter(memory)
    assert said(memory, "volunteers.hours") == (Decimal("7.50"), *SAMPLE)
    behind = indicators.records(memory, Q3, indicator="volunteers.hours", of="peer", today=TODAY, records_begin=BEGIN, catalogue=SHIPPED)
    assert [(each.kind, each.on, each.value) for each in behind] == [("volunteer_hours", AUGUST, 180)]


def test_the_weakest_basis_decides_for_all_services(memory: Session) -> None:
    sampled_quarter(memory)
    hours(memory, JULY, 30, service="fatherhood")
    indicators.state(memory, period=Q3, indicator="volunteers.hours", of="immigrant", value=2, basis=Basis.ESTIMATE)
    assert said(memory, "volunteers.hours", "fatherhood") == (Decimal("0.50"), *OK)
    assert said(memory, "volunteers.hours", "immigrant") == (Decimal(2), *ESTIMATE)
    assert said(memory, "volunteers.hours", "all") == (Decimal(10), *ESTIMATE)


def test_a_ratio_carries_its_parts(memory: Session) -> None:
    team = one_group(memory)
    for headcount in (3, 4, 4):
        meeting(memory, team, JULY, COUNTED, headcount=headcount)
    mean = figure(memory, "size.mean")
    assert (mean.value, mean.numerator, mean.denominator) == (Decimal("3.67"), 11, 3)


@pytest.mark.parametrize("indicator", ["visits.group", "enquiries", "unheard"])
def test_what_is_computed_cannot_be_entered_by_hand(memory: Session, indicator: str) -> None:
    with pytest.raises(Refused):
        indicators.state(memory, period=Q3, indicator=indicator, of="peer", value=1, basis=Basis.COLLECTED)


def test_what_was_entered_can_be_changed_and_taken_back(memory: Session) -> None:
    for value in (3, 4):
        indicators.state(memory, period=Q3, indicator="men.group", of="peer", value=value, basis=Basis.ESTIMATE)
    assert [each.value for each in indicators.stated(memory, period=Q3)] == [4]
    with pytest.raises(Refused):
        indicators.state(memory, period=Q3, indicator="men.group", of="peer", value=-1, basis=Basis.ESTIMATE)
    indicators.unstate(memory, period=Q3, indicator="men.group", of="peer")
    assert indicators.stated(memory, period=Q3) == ()


def test_a_definition_the_program_does_not_know_gives_no_data(memory: Session) -> None:
    newer = replace(SHIPPED, indicators=tuple(replace(each, definition=7) for each in SHIPPED.indicators))
    figures = indicators.compute(memory, Q3, today=TODAY, records_begin=BEGIN, catalogue=newer)
    assert {(each.of, each.status) for each in figures} == {("all", FigureStatus.NODATA)}
    with pytest.raises(Refused, match="newer"):
        indicators.records(memory, Q3, indicator="enquiries", of="all", today=TODAY, records_begin=BEGIN, catalogue=newer)


def test_an_indicator_that_is_not_valid_yet_is_left_out(memory: Session) -> None:
    assert all(each.valid_from <= dt.date(2026, 1, 1) for each in SHIPPED.indicators)
    later = replace(SHIPPED, indicators=tuple(replace(each, valid_from=LAST + DAY) for each in SHIPPED.indicators))
    assert indicators.compute(memory, Q3, today=TODAY, records_begin=BEGIN, catalogue=later) == ()


def test_all_comes_first_and_each_figure_once(memory: Session) -> None:
    full(memory)
    figures = indicators.compute(memory, Q3, today=TODAY, records_begin=BEGIN, catalogue=SHIPPED)
    names = [(each.indicator, each.of) for each in figures]
    assert len(set(names)) == len(names)
    assert [name for name, _ in dict.fromkeys((each, None) for each, _ in names)] == [e.code for e in SHIPPED.indicators if not e.office]
    assert all(of == "all" or names[place - 1][0] == indicator for place, (indicator, of) in enumerate(names))


def test_the_statements_are_few(memory: Session) -> None:
    """About thirty statements, however many services and kinds there are."""
    from sqlalchemy import event

    asked: list[str] = []
    connection = memory.connection()
    event.listen(connection, "before_cursor_execute", lambda *call: asked.append(call[2]))
    indicators.compute(memory, Q3, today=TODAY, records_begin=BEGIN, catalogue=SHIPPED)
    assert 0 < len(asked) <= 30
