"""What stands between a period and its summary, in words, and how it is answered."""

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sqlalchemy import update
from sqlalchemy.orm import Session

from coordinator_app.core import catalogue, checks, indicators, settings, summary
from coordinator_app.core.checks import figures as rules_of_figures
from coordinator_app.core.checks.silence import longest_silence
from coordinator_app.core.errors import Refused
from coordinator_app.core.figures import Figure
from coordinator_app.core.kinds import Basis
from coordinator_app.core.model import Enquiry, Meeting, Pause
from coordinator_app.core.periods import Period, Span
from coordinator_app.i18n import Language, Words
from tests.core.rows import COUNTED, PLANNED, UNCOUNTED, group, meeting, person, put, there

SHIPPED = catalogue.shipped()
ENGLISH = Words(Language.EN)
Q3 = Period(2026, 3)
TODAY = dt.date(2026, 10, 20)
WEEK = dt.timedelta(weeks=1)


def found(session: Session, period: Period = Q3, today: dt.date = TODAY) -> checks.Findings:
    return checks.check(session, period, today=today, catalogue=SHIPPED)


def names(findings: tuple[checks.Finding, ...]) -> list[tuple[str, str]]:
    return [(each.rule.code, each.of) for each in findings]


def lively(session: Session, service: str = "peer", headcount: int = 8) -> int:
    """A group that met and was counted every week of the quarter, its counsellor's hours stated."""
    team = group(session, name="Tiistairyhmä", service=service, started=dt.date(2025, 1, 1))
    for week in range(13):
        meeting(session, team, Q3.first + week * WEEK, COUNTED, headcount=headcount, service=service)
    for indicator in ("volunteers.hours", "volunteers.active"):
        indicators.state(session, period=Q3, indicator=indicator, of=service, value=20, basis=Basis.ESTIMATE)
    return team


def test_a_complete_quarter_may_leave(memory: Session) -> None:
    lively(memory)
    assert found(memory) == checks.Findings((), ())
    assert found(memory).may_send


def test_an_empty_quarter_may_leave_too(memory: Session) -> None:
    assert found(memory).may_send


def test_an_empty_quarter_from_before_the_book_says_so_on_purpose(memory: Session) -> None:
    before = Period(2025, 4)
    (error,) = found(memory, before).errors
    assert ENGLISH.date(dt.date(2026, 1, 1)) in error.said(ENGLISH, SHIPPED)
    summary.say_nothing(memory, period=before)
    assert found(memory, before).may_send
    summary.say_nothing(memory, period=before, nothing=False)
    put(memory, Enquiry, on=before.first, channel="phone", service="peer")
    assert "before_records" not in dict(names(found(memory, before).errors))


def test_no_more_men_in_a_quarter_than_in_its_year(memory: Session) -> None:
    lively(memory)
    indicators.state(memory, period=Q3, indicator="men.group", of="peer", value=9, basis=Basis.ESTIMATE)
    indicators.state(memory, period=Q3, indicator="men.group.year", of="peer", value=8, basis=Basis.ESTIMATE)
    assert ("subset", "peer") in names(found(memory).errors)


def test_a_meeting_not_recorded_is_asked_about_until_it_is_answered(memory: Session) -> None:
    team = lively(memory)
    missed = meeting(memory, team, Q3.last, PLANNED)
    findings = found(memory)
    assert names(findings.warnings) == [("unrecorded", "peer")]
    assert not findings.may_send
    assert findings.warnings[0].said(ENGLISH, SHIPPED) == "Men’s peer group: 1 meeting is not recorded."
    behind = checks.records(memory, Q3, finding=findings.warnings[0], today=TODAY, catalogue=SHIPPED)
    assert [(each.kind, each.id) for each in behind] == [("meeting", missed)]
    checks.answer(memory, period=Q3, rule="unrecorded", of="peer", choice="room_closed", text=" Vesivahinko ", catalogue=SHIPPED)
    findings = found(memory)
    assert findings.may_send
    assert [(each.choice, each.text) for each in findings.answers] == [("room_closed", "Vesivahinko")]
    checks.unanswer(memory, period=Q3, rule="unrecorded", of="peer")
    assert not found(memory).may_send


def test_an_extra_meeting_of_which_nothing_is_known_is_asked_about_like_a_planned_one(memory: Session) -> None:
    team = lively(memory)
    missed = meeting(memory, team, Q3.last, PLANNED)
    extra = meeting(memory, team, Q3.last - WEEK, PLANNED, planned_on=None)
    uncounted = meeting(memory, team, Q3.first, UNCOUNTED, planned_on=None)
    meeting(memory, team, Q3.first, COUNTED, planned_on=None, headcount=3)
    meeting(memory, team, TODAY + WEEK, PLANNED, planned_on=None)
    unrecorded, not_counted = found(memory).warnings
    assert unrecorded.said(ENGLISH, SHIPPED) == "Men’s peer group: 2 meetings are not recorded."
    assert not_counted.said(ENGLISH, SHIPPED) == "Men’s peer group: 1 meeting was held, and the participants were not counted."
    for finding, meetings in ((unrecorded, {missed, extra}), (not_counted, {uncounted})):
        behind = checks.records(memory, Q3, finding=finding, today=TODAY, catalogue=SHIPPED)
        assert {each.id for each in behind} == meetings


def test_an_answer_goes_with_what_it_answered(memory: Session) -> None:
    """An answer stays in the book, but no summary carries it once there is nothing to answer."""
    team = lively(memory)
    missed = meeting(memory, team, Q3.last, PLANNED)
    checks.answer(memory, period=Q3, rule="unrecorded", of="peer", choice="other", catalogue=SHIPPED)
    memory.execute(update(Meeting).where(Meeting.id == missed).values(state=COUNTED, headcount=4))
    assert found(memory).answers == ()
    assert len(checks.answers(memory, period=Q3)) == 1


def test_meetings_not_counted_are_counted_in_the_sentence(memory: Session) -> None:
    team = lively(memory)
    for day in (Q3.last, Q3.first):
        meeting(memory, team, day, UNCOUNTED)
    finding = found(memory).warnings[0]
    assert finding.said(ENGLISH, SHIPPED) == "Men’s peer group: 2 meetings were held, and the participants were not counted."


def test_no_text_about_a_sensitive_service(memory: Session) -> None:
    team = lively(memory, "divorce")
    meeting(memory, team, Q3.last, PLANNED, service="divorce")
    assert not found(memory).warnings[0].text_allowed
    with pytest.raises(Refused, match="sensitive"):
        checks.answer(memory, period=Q3, rule="unrecorded", of="divorce", choice="other", text="Kari", catalogue=SHIPPED)
    with pytest.raises(Refused, match="sensitive"):
        checks.answer(memory, period=Q3, rule="silent", of=str(team), choice="other", text="Kari", catalogue=SHIPPED)
    with pytest.raises(Refused, match="sensitive"):
        checks.answer(memory, period=Q3, rule="unrecorded", of="novel", choice="other", text="Kari", catalogue=SHIPPED)
    checks.answer(memory, period=Q3, rule="unrecorded", of="divorce", choice="other", catalogue=SHIPPED)
    assert found(memory).may_send


@pytest.mark.parametrize(
    ("rule", "choice", "text"),
    [("unrecorded", "unheard", None), ("ledger", "other", None), ("unheard", "other", None), ("jump", "other", "x" * 201)],
)
def test_an_answer_that_cannot_be(memory: Session, rule: str, choice: str, text: str | None) -> None:
    with pytest.raises(Refused):
        checks.answer(memory, period=Q3, rule=rule, of="visits.group", choice=choice, text=text, catalogue=SHIPPED)


@pytest.mark.parametrize(("today", "may"), [(Q3.last - dt.timedelta(days=1), False), (Q3.last, True), (TODAY, True)])
def test_a_summary_waits_for_the_periods_end(memory: Session, today: dt.date, may: bool) -> None:
    assert found(memory, today=today).may_send is may
    assert may or "30 September" in found(memory, today=today).errors[0].said(ENGLISH, SHIPPED).replace("\u00a0", " ")


def test_nothing_to_report_only_if_nothing_was_received(memory: Session) -> None:
    summary.say_nothing(memory, period=Q3)
    assert found(memory).may_send
    put(memory, Enquiry, on=Q3.first, service="peer", channel="phone")
    findings = found(memory)
    assert names(findings.errors) == [("nothing_but_held", "all")]
    behind = checks.records(memory, Q3, finding=findings.errors[0], today=TODAY, catalogue=SHIPPED)
    assert [each.kind for each in behind] == ["enquiry"]


def test_fewer_visits_than_men_cannot_be(memory: Session) -> None:
    team = lively(memory, headcount=1)
    indicators.state(memory, period=Q3, indicator="men.group", of="peer", value=14, basis=Basis.COLLECTED)
    assert names(found(memory).errors) == [("men_above_visits", "peer")]
    indicators.state(memory, period=Q3, indicator="men.group", of="peer", value=14, basis=Basis.ESTIMATE)
    assert found(memory).errors == ()
    indicators.state(memory, period=Q3, indicator="men.group", of="peer", value=14, basis=Basis.COLLECTED)
    meeting(memory, team, Q3.last, UNCOUNTED, planned_on=None)
    assert found(memory).errors == ()


@pytest.mark.parametrize(
    ("before", "now", "asked"), [(9, 24, False), (9, 26, True), (26, 9, True), (0, 4, False), (0, 5, True), (100, 143, False)]
)
def test_a_sum_far_from_last_years_is_asked_about(memory: Session, before: int, now: int, asked: bool) -> None:
    settings.change(memory, records_begin=dt.date(2025, 1, 1))
    team = lively(memory, headcount=0)
    last_year = Q3.year_before.first
    for day, headcount in ((last_year, before), (Q3.first, now)):
        meeting(memory, team, day, COUNTED, headcount=headcount, planned_on=None)
    findings = found(memory)
    assert (("jump", "visits.group") in names(findings.warnings)) is asked


def test_last_year_is_not_asked_about_where_there_are_no_records_of_it(memory: Session) -> None:
    lively(memory)
    assert "jump" not in dict(names(found(memory).warnings))


def test_a_silent_group_is_asked_about(memory: Session) -> None:
    lively(memory)
    quiet = group(memory, name="Hiljaiset", started=dt.date(2026, 1, 1))
    finding = next(each for each in found(memory).warnings if each.rule.code == "silent")
    assert (finding.of, finding.n) == (str(quiet), 273)
    assert finding.said(ENGLISH, SHIPPED) == "Hiljaiset: no meeting for 273 days outside its breaks."
    put(memory, Pause, group_id=quiet, first=dt.date(2026, 1, 10), last=Q3.last - dt.timedelta(days=20), why=None)
    assert "silent" not in dict(names(found(memory).warnings))


def test_a_group_with_regular_meetings_that_has_ended_is_not_silent(memory: Session) -> None:
    lively(memory)
    old = group(memory, started=dt.date(2025, 1, 1), ended=Q3.first + WEEK)
    meeting(memory, old, Q3.first - WEEK, COUNTED, headcount=3)
    assert "silent" not in dict(names(found(memory).warnings))


def test_volunteer_figures_need_a_basis(memory: Session) -> None:
    lively(memory)
    indicators.unstate(memory, period=Q3, indicator="volunteers.hours", of="peer")
    finding = found(memory).warnings[0]
    assert (finding.rule.code, finding.of, finding.part) == ("volunteers", "peer", "volunteers.hours")
    indicators.state(memory, period=Q3, indicator="volunteers.hours", of="peer", value=1, basis=Basis.ESTIMATE)
    assert found(memory).may_send


def made(*figures: Figure) -> rules_of_figures.Figures:
    return rules_of_figures.by_name(figures)


def test_a_part_above_its_whole() -> None:
    broken = made(Figure("visits.group", "peer", 3, basis=Basis.COLLECTED), Figure("visits.group.new", "peer", 4, basis=Basis.COLLECTED))
    assert [each.rule.code for each in rules_of_figures.subsets(broken)] == ["subset"]


def test_a_negative() -> None:
    assert [each.of for each in rules_of_figures.negatives(made(Figure("enquiries", "peer", -1), Figure("enquiries", "all", 0)))] == [
        "peer"
    ]


def test_a_ledger_that_does_not_balance() -> None:
    ends = [Figure(f"meetings.{end}", "peer", 1) for end in ("counted", "uncounted", "cancelled", "unrecorded")]
    assert not list(rules_of_figures.ledger(made(Figure("meetings.due", "peer", 4), *ends)))
    assert [each.n for each in rules_of_figures.ledger(made(Figure("meetings.due", "peer", 5), *ends))] == [5]


def test_every_rule_speaks_every_language(memory: Session) -> None:
    for rule in checks.RULES.values():
        finding = checks.Finding(rule, "peer", n=2, limit=1, part="visits.group", whole="enquiries", group="Ryhmä", day=TODAY)
        for language in Language:
            said = finding.said(Words(language), SHIPPED)
            assert said
            assert "{" not in said


DAYS = st.dates(dt.date(2026, 1, 1), dt.date(2026, 12, 31))


@given(met=st.lists(DAYS, max_size=12), pauses=st.lists(st.tuples(DAYS, DAYS), max_size=3), edges=st.tuples(DAYS, DAYS), since=DAYS)
def test_silence_is_the_longest_run_of_days_without_a_meeting(
    met: list[dt.date], pauses: list[tuple[dt.date, dt.date]], edges: tuple[dt.date, dt.date], since: dt.date
) -> None:
    first, last = sorted(edges)
    breaks = [Span(*sorted(each)) for each in pauses]
    longest, run, day = 0, 0, first
    while day <= last + dt.timedelta(days=1):
        if day in met or day > last:
            longest, run = (max(longest, run) if day > since else longest), 0
        elif not any(day in each for each in breaks):
            run += 1
        day += dt.timedelta(days=1)
    assert longest_silence(met, first, last, breaks, since=since) == longest


def test_named_men_are_not_more_than_visits(memory: Session) -> None:
    """From names the rule holds by itself: a man who is named was there."""
    team, ville = group(memory, started=dt.date(2026, 1, 1)), person(memory)
    for week in range(13):
        there(memory, meeting(memory, team, Q3.first + week * WEEK, COUNTED, headcount=1), ville)
    assert found(memory).errors == ()
