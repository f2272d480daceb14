"""A period's summary: drafted, sent, revised; what was sent stays what was sent."""

import datetime as dt
from uuid import UUID

import pytest
from sqlalchemy.orm import Session

from coordinator_app.core import catalogue, checks, enquiries, groups, indicators, meetings, places, settings, summary
from coordinator_app.core.clock import HELSINKI
from coordinator_app.core.errors import Refused
from coordinator_app.core.figures import Ledger, Summary
from coordinator_app.core.kinds import Rule, SummaryKind
from coordinator_app.core.model import SigningKey
from coordinator_app.core.periods import Period, Span
from coordinator_app.core.recurrence import SlotRule
from coordinator_app.exchange import summary_file, summary_payload
from coordinator_app.i18n import Language, Words
from coordinator_app.storage.database import Database
from tests.core.rows import COUNTED, group, meeting, put

SHIPPED = catalogue.shipped()
Q3 = Period(2026, 3)
NOW = dt.datetime(2026, 10, 20, 18, 5, tzinfo=HELSINKI)
TODAY = NOW.date()


@pytest.fixture
def signing(memory: Session) -> Session:
    """Tables of a book that has its signing key."""
    put(memory, SigningKey, epoch=1, private=bytes(32), created=NOW)
    return memory


def drafted(session: Session, number: int = 1, period: Period = Q3) -> Summary:
    return summary.draft(session, period, now=NOW, catalogue=SHIPPED, words=Words(Language.FI), app_version="0.1", file_id=UUID(int=number))


def send(session: Session, number: int = 1) -> Summary:
    made = drafted(session, number)
    payload = summary_payload.encode(made)
    summary.record_sent(
        session,
        summary=made,
        payload=payload,
        sha256=summary_file.sha256(payload),
        file=b"sealed",
        file_name=summary_file.file_name(made, sealed=True),
        sealed=True,
    )
    return made


def changed(session: Session) -> list[tuple[str, str]]:
    begin = settings.read(session).records_begin
    figures = indicators.compute(session, Q3, today=TODAY, records_begin=begin, catalogue=SHIPPED)
    return [(each.indicator, each.of) for each in summary.changes_since_sent(session, period=Q3, figures=figures)]


def test_a_draft_says_whose_it_is_and_what_was(signing: Session) -> None:
    team = group(signing)
    meeting(signing, team, Q3.first, COUNTED, headcount=7)
    made = drafted(signing)
    assert (made.reporter.code, made.period, made.revision, made.replaces, made.kind) == ("turku", Q3, 1, None, SummaryKind.FINAL)
    assert made.ledger == Ledger(due=1, counted=1, uncounted=0, cancelled=0, unrecorded=0, extra=0)
    assert made.office_id is None
    figure = made.figure("visits.group")
    assert figure is not None
    assert figure.value == 7


def test_a_draft_can_travel(signing: Session) -> None:
    """The file's own strict reader gives back what was drafted."""
    meeting(signing, group(signing), Q3.first, COUNTED, headcount=7, minutes=100)
    summary.narrate(signing, period=Q3, went_well="Kolme uutta miestä.\nHyvä syksy.")
    made = drafted(signing)
    again = summary_payload.decode(summary_payload.encode(made))
    assert again == made
    assert summary.figures_of(summary_payload.encode(made)) == made.figures


def test_what_is_said_stays_until_it_is_said_otherwise(memory: Session) -> None:
    assert summary.said(memory, period=Q3) == summary.Said()
    summary.narrate(memory, period=Q3, went_well="Hyvin", hard="Tilat")
    summary.say_nothing(memory, period=Q3)
    summary.narrate(memory, period=Q3, hard="  ")
    said = summary.said(memory, period=Q3)
    assert (said.nothing_to_report, said.narrative.went_well, said.narrative.hard) == (True, "Hyvin", "")
    with pytest.raises(Refused):
        summary.narrate(memory, period=Q3, wishes="x" * 2001)


def test_nothing_to_report_is_a_kind_of_its_own(signing: Session) -> None:
    summary.say_nothing(signing, period=Q3)
    assert drafted(signing).kind is SummaryKind.NOTHING
    summary.say_nothing(signing, period=Q3, nothing=False)
    assert drafted(signing).kind is SummaryKind.FINAL


def test_only_answers_that_are_asked_for_travel(signing: Session) -> None:
    checks.answer(signing, period=Q3, rule="unrecorded", of="peer", choice="other", catalogue=SHIPPED)
    assert drafted(signing).checks == ()


def test_a_revision_replaces_the_one_before(signing: Session) -> None:
    first = send(signing)
    second = drafted(signing, 2)
    assert second.revision == 2
    assert second.replaces is not None
    assert second.replaces.file_id == first.file_id
    assert second.replaces.sha256 == summary.sent(signing, period=Q3)[0].sha256


def test_what_was_sent_stays_what_was_sent(signing: Session) -> None:
    meeting(signing, group(signing), Q3.first, COUNTED, headcount=7)
    before = send(signing)
    enquiries.log(signing, on=Q3.first, today=TODAY, channel="phone")
    assert summary.sent_file(signing, period=Q3, revision=1) == ("turku_2026Q3_r1.summary.age", b"sealed")
    assert changed(signing) == [("enquiries", "all"), ("enquiries", "peer")]
    assert before.figure("enquiries") == next(each for each in before.figures if (each.indicator, each.of) == ("enquiries", "all"))


def test_nothing_has_changed_right_after_sending(signing: Session) -> None:
    meeting(signing, group(signing), Q3.first, COUNTED, headcount=7, minutes=100)
    assert changed(signing) == []
    send(signing)
    assert changed(signing) == []


def test_a_service_that_is_new_and_idle_is_no_change(signing: Session) -> None:
    send(signing)
    group(signing, service="fatherhood", ended=Q3.first - dt.timedelta(days=1))
    assert changed(signing) == []


def test_withheld_figures_are_not_compared(signing: Session) -> None:
    """A summary that travelled open says nothing of sensitive services; what it did not say has not changed."""
    team = group(signing, service="divorce")
    meeting(signing, team, Q3.first, COUNTED, headcount=7, service="divorce")
    made = drafted(signing)
    from coordinator_app.core.disclosure import without_sensitive

    payload = summary_payload.encode(without_sensitive(made, SHIPPED))
    summary.record_sent(signing, summary=made, payload=payload, sha256="0" * 64, file=payload, file_name="x.summary", sealed=False)
    assert changed(signing) == []


def test_two_drafts_cannot_both_be_sent(signing: Session) -> None:
    early = drafted(signing, 7)
    send(signing)
    with pytest.raises(Refused, match="meanwhile"):
        summary.record_sent(signing, summary=early, payload=b"{}", sha256="", file=b"", file_name="", sealed=True)
    with pytest.raises(Refused):
        summary.sent_file(signing, period=Q3, revision=2)


def reckoning(session: Session) -> indicators.Reckoning:
    return indicators.Reckoning(session, today=TODAY, records_begin=settings.read(session).records_begin, catalogue=SHIPPED)


def test_each_quarter_stands_somewhere(signing: Session) -> None:
    send(signing)
    rows = {str(each.period): each for each in summary.quarters(signing, reckoning=reckoning(signing))}
    assert {name: row.standing.value for name, row in rows.items()} == {
        "2026Q4": "open",
        "2026Q3": "sent",
        "2026Q2": "ready",
        "2026Q1": "ready",
    }
    assert (rows["2026Q4"].errors, rows["2026Q3"].revision) == (1, 1)
    enquiries.log(signing, on=Q3.last, today=TODAY, channel="phone")
    after = summary.standing(signing, Q3, reckoning=reckoning(signing))
    assert (after.standing, after.changes) == (summary.Standing.CHANGED, 2)
    assert summary.standing(signing, Period(2027, 1), reckoning=reckoning(signing)).standing is summary.Standing.NOT_STARTED


def test_only_as_many_quarters_as_asked_for(memory: Session) -> None:
    settings.change(memory, records_begin=dt.date(2016, 1, 1))
    assert len(summary.quarters(memory, reckoning=reckoning(memory), count=3)) == 3


def test_the_directory_tells_no_more_than_a_poster_may(book: Database) -> None:
    since = dt.date(2026, 1, 1)
    rule = SlotRule(Rule.WEEKLY, 1, dt.time(18), 120, since)
    place = book.write(places.add, name="Kirjasto", address="Linnankatu 2").result
    slot = (groups.SlotForm(rule, place.id),)
    for name, fields in {
        "Avoin": {"public_contact": "Yhdysmies", "public_phone": "040 1234567"},
        "Piilossa": {"hide_place": True},
        "Ero": {"service": "divorce"},
        "Suljettu": {"public": False},
    }.items():
        book.write(groups.add, name=name, today=TODAY, slots=slot, **fields)  # type: ignore[arg-type]
    found = {each.name: each for each in book.read(summary.public_groups, Q3, catalogue=SHIPPED, words=Words(Language.EN))}
    assert set(found) == {"Avoin", "Piilossa", "Ero"}
    assert found["Avoin"].place == "Kirjasto, Linnankatu 2"
    assert (found["Avoin"].weekday, found["Avoin"].time, found["Avoin"].contact) == (1, dt.time(18), "Yhdysmies, 040 1234567")
    assert found["Piilossa"].place is None
    assert found["Ero"].place is None
    assert "Tuesday" in found["Avoin"].rule


def test_a_group_that_ended_within_the_period_is_told_as_ended(book: Database) -> None:
    rule = SlotRule(Rule.WEEKLY, 1, dt.time(18), 120, dt.date(2026, 1, 1))
    for name, last in {"Kesällä": dt.date(2026, 8, 1), "Keväällä": dt.date(2026, 5, 1)}.items():
        made = book.write(groups.add, name=name, today=dt.date(2026, 1, 1), slots=(groups.SlotForm(rule),)).result
        book.write(groups.end, group=made, on=last, today=last)
    found = book.read(summary.public_groups, Q3, catalogue=SHIPPED, words=Words(Language.FI))
    assert [(each.name, each.status) for each in found] == [("Kesällä", "ended")]
    assert found[0].rule


def test_recorded_through_the_book(book: Database) -> None:
    """From a rule to a figure: planned, moved, counted, and there."""
    start = dt.date(2026, 9, 1)
    rule = SlotRule(Rule.WEEKLY, 1, dt.time(18), 120, start)
    team = book.write(groups.add, name="Tiistai", today=start, slots=(groups.SlotForm(rule),)).result
    book.write(meetings.record_on, group=team, on=start, state=COUNTED, headcount=6, today=TODAY)
    later = book.read(meetings.strip, group=team, span=Span(start, Q3.last))[1]
    book.write(meetings.move, meeting=later.id, on=dt.date(2026, 10, 1), today=TODAY)
    figures = book.read(indicators.compute, Q3, today=TODAY, records_begin=start, catalogue=SHIPPED)
    assert indicators.ledger_of(figures) == Ledger(due=4, counted=1, uncounted=0, cancelled=0, unrecorded=3, extra=0)
