"""What needs doing, in which order, and how it is put off."""

import datetime as dt
from uuid import UUID

from sqlalchemy import delete, select
from sqlalchemy.orm import Session

from coordinator_app.core import catalogue, home, settings
from coordinator_app.core.clock import HELSINKI
from coordinator_app.core.home import Need, NeedKind
from coordinator_app.core.kinds import MemberRole, NamesKept, ReporterType, SummaryKind
from coordinator_app.core.model import Member, PutOff, SentSummary
from coordinator_app.core.periods import Period, Span
from coordinator_app.core.posters import Age, HangingRow, Posted, PrintedRow, Sheet, Standing
from coordinator_app.core.receipts import Question, Receipt, open_questions
from tests.core.rows import COUNTED, PLANNED, group, meeting, person, put

TODAY = dt.date(2026, 10, 20)
DAY = dt.timedelta(days=1)
SHIPPED = catalogue.shipped()


def needs(session: Session, today: dt.date = TODAY, deadline: dt.date | None = None) -> tuple[Need, ...]:
    pressing = home.needs(session, today=today, deadline=lambda _: deadline)
    return *pressing, *home.others(session, today=today, catalogue=lambda: SHIPPED)


def kinds(session: Session, today: dt.date = TODAY, deadline: dt.date | None = None) -> list[NeedKind]:
    return [need.kind for need in needs(session, today, deadline)]


def calm(session: Session) -> int:
    """A group in a book that begins this quarter and was just backed up: nothing to do."""
    settings.change(session, records_begin=Period.of(TODAY).first)
    settings.remember(session, home.BACKED_UP_ELSEWHERE, TODAY.isoformat())
    return group(session, started=Period.of(TODAY).first)


def test_an_empty_book_asks_for_its_first_group_alone(memory: Session) -> None:
    assert kinds(memory) == [NeedKind.START]


def test_all_is_quiet(memory: Session) -> None:
    calm(memory)
    assert needs(memory) == ()


def test_todays_meeting_is_recorded_first_then_the_oldest(memory: Session) -> None:
    team = calm(memory)
    oldest = meeting(memory, team, TODAY - 14 * DAY, PLANNED)
    meeting(memory, team, TODAY - 7 * DAY, PLANNED)
    need = needs(memory)[0]
    assert need.meeting is not None
    assert (need.number, need.meeting.id) == (2, oldest)
    today = meeting(memory, team, TODAY, PLANNED)
    need = needs(memory)[0]
    assert need.meeting is not None
    assert (need.number, need.meeting.id) == (3, today)


def test_a_meeting_that_is_not_needed_gives_way_to_the_next(memory: Session) -> None:
    team = calm(memory)
    oldest = meeting(memory, team, TODAY - 14 * DAY, PLANNED)
    other = meeting(memory, team, TODAY - 7 * DAY, PLANNED)
    home.not_needed(memory, cards=needs(memory)[0].cards)
    need = needs(memory)[0]
    assert need.meeting is not None
    assert (need.number, need.meeting.id) == (1, other)
    assert {each.cards[0] for each in needs(memory, TODAY + 365 * DAY)}.isdisjoint({f"record/{oldest}"})


def test_later_rests_until_its_day(memory: Session) -> None:
    team = calm(memory)
    meeting(memory, team, TODAY - DAY, PLANNED)
    home.later(memory, card=NeedKind.RECORD, until=TODAY + DAY)
    home.later(memory, card=NeedKind.RECORD, until=TODAY + DAY)
    assert kinds(memory) == []
    assert kinds(memory, TODAY + DAY) == [NeedKind.RECORD]
    assert len(memory.scalars(select(PutOff.id)).all()) == 1


def test_a_quarter_that_is_over_wants_to_be_sent_and_presses_when_its_day_is_near(memory: Session) -> None:
    team = calm(memory)
    settings.change(memory, records_begin=dt.date(2026, 4, 1))
    meeting(memory, team, TODAY - DAY, PLANNED)
    assert kinds(memory) == [NeedKind.RECORD, NeedKind.SEND]
    assert kinds(memory, deadline=TODAY + 2 * DAY) == [NeedKind.SEND, NeedKind.RECORD]
    send = next(need for need in needs(memory) if need.kind is NeedKind.SEND)
    assert (send.period, send.number) == (Period(2026, 3), 2)
    home.not_needed(memory, cards=send.cards)
    send = next(need for need in needs(memory) if need.kind is NeedKind.SEND)
    assert (send.period, send.number) == (Period(2026, 2), 1)


def test_missing_consents_are_asked_about_until_each_person_was_put_away(memory: Session) -> None:
    calm(memory)
    team = group(memory, name="Nimiryhmä", names_kept=NamesKept.NAMED, started=Period.of(TODAY).first)
    for name in ("Antti", "Pekka"):
        put(memory, Member, group_id=team, person_id=person(memory, name), role=MemberRole.MEMBER, since=TODAY - DAY)
    need = needs(memory)[0]
    assert (need.kind, need.number) == (NeedKind.CONSENT, 2)
    home.not_needed(memory, cards=need.cards)
    assert kinds(memory) == []
    put(memory, Member, group_id=team, person_id=person(memory, "Uusi"), role=MemberRole.MEMBER, since=TODAY)
    assert needs(memory)[0].number == 1
    memory.execute(delete(PutOff))
    assert needs(memory)[0].number == 3


def test_a_backup_elsewhere_grows_old(memory: Session) -> None:
    calm(memory)
    assert kinds(memory, TODAY + home.OLDEST_BACKUP) == []
    old = needs(memory, TODAY + home.OLDEST_BACKUP + DAY)
    assert [(need.kind, need.day) for need in old] == [(NeedKind.BACK_UP, TODAY)]


def posted(number: int, wanted: str) -> Posted:
    sheet = Sheet("P-7K3Q", "poster", {}, Span(TODAY, TODAY + 60 * DAY))
    row = HangingRow(number, f"Place {number}", TODAY, PrintedRow(1, sheet, TODAY))
    return Posted(row, Standing(Age.CHANGED, wanted) if wanted else Standing(Age.FRESH))


def test_posters_out_of_date_are_asked_for_until_they_may_hang_and_again_when_they_change_again(memory: Session) -> None:
    calm(memory)

    def asked(*hanging: Posted) -> tuple[Need, ...]:
        return home.needs(memory, today=TODAY, posters=hanging)

    assert asked(posted(1, "")) == ()
    (need,) = asked(posted(1, "P-AAAA"), posted(2, ""), posted(3, "P-AAAA"))
    assert (need.kind, need.number, [each.row.place for each in need.posters]) == (NeedKind.POSTERS, 2, ["Place 1", "Place 3"])
    home.not_needed(memory, cards=need.cards)
    assert asked(posted(1, "P-AAAA"), posted(3, "P-AAAA")) == ()
    (need,) = asked(posted(1, "P-BBBB"), posted(3, "P-AAAA"))
    assert [each.row.place for each in need.posters] == ["Place 1"]


def test_the_offices_questions_wait_until_the_next_revision_is_sent(memory: Session) -> None:
    calm(memory)
    q2, q3 = Period(2026, 2), Period(2026, 3)
    question = Question("visits.group", "peer", "Onko tämä oikein?")
    came = [received(q2, 1, question), received(q3, 1, question), received(q3, 2, question, question)]
    asked = open_questions(came, {q2: 1, q3: 2})
    (need,) = home.needs(memory, today=TODAY, asked=asked)
    assert (need.kind, need.period, need.number) == (NeedKind.ASKED, q3, 2)
    home.not_needed(memory, cards=need.cards)
    (need,) = home.needs(memory, today=TODAY, asked=asked)
    assert need.period == q2
    assert open_questions(came, {q2: 2, q3: 3}) == ()
    assert open_questions([*came, received(q2, 1)], {q2: 1, q3: 3}) == ()


def received(period: Period, revision: int, *questions: Question) -> Receipt:
    when = dt.datetime(2026, 10, 1, 12, tzinfo=HELSINKI)
    return Receipt("office", ReporterType.LOCALITY, "turku", period, revision, UUID(int=1), "0" * 64, when, "", questions)


def test_a_sent_quarter_that_has_changed_wants_a_revision_once(memory: Session) -> None:
    def revision() -> Need | None:
        revised = (need for need in home.others(memory, today=TODAY, catalogue=lambda: SHIPPED) if need.kind is NeedKind.REVISE)
        return next(revised, None)

    team = calm(memory)
    settings.change(memory, records_begin=dt.date(2026, 7, 1))
    assert revision() is None
    given = {"period": "2026Q3", "revision": 1, "kind": SummaryKind.FINAL, "file_id": str(UUID(int=1)), "sha256": "", "sealed": True}
    left = {"created": dt.datetime(2026, 10, 2, tzinfo=dt.UTC), "file_name": "turku.summary", "payload": b'{"figures": []}', "file": b""}
    put(memory, SentSummary, **given, **left)
    assert revision() is None
    meeting(memory, team, dt.date(2026, 9, 1), COUNTED, headcount=7)
    need = revision()
    assert need is not None
    assert (need.kind, need.period) == (NeedKind.REVISE, Period(2026, 3))
    home.not_needed(memory, cards=need.cards)
    assert revision() is None
