"""Checking a period, and answering what the checks ask."""

import datetime as dt

from msgspec.structs import replace
from sqlalchemy import delete, select
from sqlalchemy.dialects.sqlite import insert
from sqlalchemy.orm import Session

from coordinator_app.core import indicators, settings
from coordinator_app.core.catalogue import Catalogue, Listing
from coordinator_app.core.checks import figures as of_figures
from coordinator_app.core.checks import rules
from coordinator_app.core.checks.open_meetings import open_meetings
from coordinator_app.core.checks.rules import RULES, Finding, Findings, Severity
from coordinator_app.core.checks.silence import silent
from coordinator_app.core.errors import NotFound, Refused
from coordinator_app.core.figures import ALL, CheckAnswer
from coordinator_app.core.indicators import Reckoning, RecordRef
from coordinator_app.core.model import CheckAnswer as AnswerRow
from coordinator_app.core.model import Group, Quarter
from coordinator_app.core.periods import Period, Span
from coordinator_app.core.texts import one_line
from coordinator_app.i18n import N_

LONGEST_TEXT = 200


def check(session: Session, period: Period, *, today: dt.date, catalogue: Catalogue) -> Findings:
    """What stands between a period and its summary."""
    begin = settings.read(session).records_begin
    return check_reckoned(session, period, Reckoning(session, today=today, records_begin=begin, catalogue=catalogue))


def check_reckoned(session: Session, period: Period, reckoning: Reckoning) -> Findings:
    """The same, where figures are reckoned already."""
    today, begin, catalogue = reckoning.today, reckoning.records_begin, reckoning.catalogue
    now = of_figures.by_name(reckoning.figures(period))
    nothing = bool(session.scalar(select(Quarter.nothing_to_report).where(Quarter.period == str(period))))
    errors = [
        *of_figures.ledger(now),
        *of_figures.subsets(now),
        *of_figures.negatives(now),
        *of_figures.men_above_visits(now),
        *of_figures.nothing_but_held(now, nothing),
        *of_figures.empty_before_records(now, nothing, period, begin),
    ]
    if today < period.last:
        errors.append(Finding(rules.NOT_OVER, ALL, day=period.last))
    come = Span(period.first, min(period.last, today))
    warnings = [
        *open_meetings(session, now, come, records_begin=begin, catalogue=catalogue),
        *of_figures.jumps(now, _last_year(period, reckoning)),
        *silent(session, come, records_begin=begin, catalogue=catalogue),
        *of_figures.volunteers(now, catalogue),
    ]
    answered = {(each.rule, each.of): each for each in answers(session, period=period)}
    warnings = [replace(each, answer=answered.get((each.rule.code, each.of))) for each in warnings]
    return Findings(tuple(errors), tuple(warnings))


def records(session: Session, period: Period, *, finding: Finding, today: dt.date, catalogue: Catalogue) -> tuple[RecordRef, ...]:
    """The records behind a finding, each once."""
    begin = settings.read(session).records_begin
    found = dict.fromkeys(finding.refs)
    for indicator, of in finding.behind:
        found |= dict.fromkeys(
            indicators.records(session, period, indicator=indicator, of=of, today=today, records_begin=begin, catalogue=catalogue)
        )
    return tuple(found)


def answer(
    session: Session, *, period: Period, rule: str, of: str, choice: str, catalogue: Catalogue, text: str | None = None
) -> CheckAnswer:
    """Answers a warning by a choice of the catalogue's list and, outside sensitive services, a line of text.

    Raises `Refused` for a rule that is no warning, an unknown choice, a text that is too long or about a sensitive service.
    """
    _check_answerable(rule)
    if not catalogue.knows(Listing.CHECK_CHOICE, choice):
        known = ", ".join(each.code for each in catalogue.check_choices)
        raise Refused(N_("“{choice}” is not on the list. Choose one of these: {known}."), choice=choice, known=known)
    said = one_line(text)
    if said is not None and not _text_allowed(session, rule, of, catalogue):
        raise Refused(N_("This is about a sensitive service. Answer by a choice alone, without a text."))
    if said is not None and len(said) > LONGEST_TEXT:
        raise Refused(N_("The answer may have {limit} characters. Shorten it."), limit=LONGEST_TEXT)
    row = insert(AnswerRow).values(period=str(period), rule=rule, of=of, choice=choice, text=said)
    session.execute(row.on_conflict_do_update(index_elements=["period", "rule", "of"], set_={"choice": choice, "text": said}))
    return CheckAnswer(rule, of, choice, said)


def answer_all(session: Session, *, period: Period, rule: str, choice: str, today: dt.date, catalogue: Catalogue) -> int:
    """Answers every question of a rule alike; how many there were. Raises `Refused` like `answer`."""
    _check_answerable(rule)
    asked = [each for each in check(session, period, today=today, catalogue=catalogue).warnings if each.rule.code == rule]
    for each in asked:
        answer(session, period=period, rule=rule, of=each.of, choice=choice, catalogue=catalogue)
    return len(asked)


def answer_rest(session: Session, *, period: Period, choice: str, today: dt.date, catalogue: Catalogue) -> int:
    """Answers every question that is still open alike; how many there were. Raises `Refused` like `answer`."""
    asked = check(session, period, today=today, catalogue=catalogue).unanswered
    for each in asked:
        answer(session, period=period, rule=each.rule.code, of=each.of, choice=choice, catalogue=catalogue)
    return len(asked)


def unanswer(session: Session, *, period: Period, rule: str, of: str) -> None:
    """Takes an answer back."""
    session.execute(delete(AnswerRow).where(AnswerRow.period == str(period), AnswerRow.rule == rule, AnswerRow.of == of))


def answers(session: Session, *, period: Period) -> tuple[CheckAnswer, ...]:
    """Every answer of a period, also to warnings that are gone."""
    columns = (AnswerRow.rule, AnswerRow.of, AnswerRow.choice, AnswerRow.text)
    rows = session.execute(select(*columns).where(AnswerRow.period == str(period)).order_by(AnswerRow.id))
    return tuple(CheckAnswer(*row) for row in rows)


def _check_answerable(rule: str) -> None:
    warnings = [code for code, each in RULES.items() if each.severity is Severity.WARNING]
    if rule not in warnings:
        raise Refused(N_("“{rule}” is no warning that can be answered. These can: {known}."), rule=rule, known=", ".join(warnings))


def _text_allowed(session: Session, rule: str, of: str, catalogue: Catalogue) -> bool:
    if rule == rules.JUMP.code:
        return True
    service: str | None = of
    if rule == rules.SILENT.code:
        service = session.scalar(select(Group.service).where(Group.id == int(of))) if of.isdecimal() else None
    if service is None:
        raise NotFound(N_("The group is no longer in the book. Go back to the list."))
    return not catalogue.is_sensitive(service)


def _last_year(period: Period, reckoning: Reckoning) -> of_figures.Figures:
    """The headline sums of the same period last year; none where the book's records begin later."""
    before = period.year_before
    if before.first < reckoning.records_begin:
        return {}
    return of_figures.by_name(reckoning.figures(before, only=of_figures.HEADLINES))
