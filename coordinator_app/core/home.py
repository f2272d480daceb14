"""What needs doing in a book, most urgent first, and what the user has put off."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterable, Sequence
from enum import StrEnum
from typing import TYPE_CHECKING

from msgspec import Struct
from sqlalchemy import delete, func, insert, or_, select
from sqlalchemy.orm import Session

from coordinator_app.core import meetings, settings
from coordinator_app.core.meetings import MeetingRow
from coordinator_app.core.model import Group, PutOff, SentSummary
from coordinator_app.core.periods import Period

if TYPE_CHECKING:
    from coordinator_app.core.catalogue import Catalogue
    from coordinator_app.core.posters import Posted
    from coordinator_app.core.receipts import Asked

BACKED_UP_ELSEWHERE = "backup.elsewhere"
"""The name under which the day of the newest backup outside the book's own folder is remembered."""
OLDEST_BACKUP = dt.timedelta(days=30)
_SOON = dt.timedelta(days=3)
_PERIODS_BACK = 8


class NeedKind(StrEnum):
    """What is to be done; the value begins the names of its cards."""

    START = "start"
    RECORD = "record"
    SEND = "send"
    REVISE = "revise"
    ASKED = "asked"
    POSTERS = "posters"
    CONSENT = "consent"
    REVIEW = "review"
    BACK_UP = "backup"


class Need(Struct, frozen=True):
    """One thing to do. `number` is how many wait: meetings, quarters, changed figures, questions, people, posters.

    `meeting` is the one to record next, `day` the office's deadline or the day of the last backup, `posters` those that are out
    of date. Put off later, the whole kind rests; not needed, only what `cards` names.
    """

    kind: NeedKind
    cards: tuple[str, ...]
    number: int = 1
    meeting: MeetingRow | None = None
    period: Period | None = None
    day: dt.date | None = None
    posters: tuple[Posted, ...] = ()


def needs(
    session: Session,
    *,
    today: dt.date,
    deadline: Callable[[Period], dt.date | None] = lambda _: None,
    posters: Sequence[Posted] = (),
    asked: Sequence[Asked] = (),
) -> tuple[Need, ...]:
    """What presses today, most urgent first: a summary whose deadline is near comes before everything else.

    `posters` are those that hang, `asked` what the office asks. `others` come below, and are asked for by themselves.
    """
    if session.scalar(select(Group.id).limit(1)) is None:
        return (Need(NeedKind.START, (NeedKind.START,)),)
    resting, begin = _resting(session, today), settings.read(session).records_begin
    found = (
        _record(session, today, begin, resting),
        _send(session, today, begin, resting, deadline),
        _asked(asked, resting),
        _posters(posters, resting),
    )
    return tuple(sorted(_wanted(found, resting), key=lambda need: not _presses(need, today)))


def others(session: Session, *, today: dt.date, catalogue: Callable[[], Catalogue]) -> tuple[Need, ...]:
    """What needs doing and can wait until `needs` are shown, most urgent first: it takes longer to find out."""
    if session.scalar(select(Group.id).limit(1)) is None:
        return ()
    resting = _resting(session, today)
    found = (
        _consent(session, today, resting),
        _review(session, today),
        _back_up(session, today),
        _revision(session, today, resting, catalogue),
    )
    return tuple(_wanted(found, resting))


def _revision(session: Session, today: dt.date, resting: frozenset[str], catalogue: Callable[[], Catalogue]) -> Need | None:
    """The newest period whose figures have changed since it was sent.

    What computes figures is loaded only when there are some to compare: a book is open long before they are.
    """
    if NeedKind.REVISE in resting:
        return None
    for period, number in _sent(session, today, settings.read(session).records_begin):
        card = f"{NeedKind.REVISE}/{period}/{number}"
        if number is None or card in resting:
            continue
        from coordinator_app.core import summary

        changes = summary.changes(session, period, today=today, catalogue=catalogue())
        if changes:
            return Need(NeedKind.REVISE, (card,), len(changes), period=period)
    return None


def later(session: Session, *, card: str, until: dt.date) -> None:
    """Puts off everything of a kind until a day, when it is shown again."""
    _put_off(session, [card], until)


def not_needed(session: Session, *, cards: Sequence[str]) -> None:
    """Never again asks for these; anything new of the same kind is asked for as before."""
    _put_off(session, cards, None)


def _put_off(session: Session, cards: Sequence[str], until: dt.date | None) -> None:
    session.execute(delete(PutOff).where(PutOff.card.in_(cards)))
    session.execute(insert(PutOff), [{"card": card, "until": until} for card in cards])


def _resting(session: Session, today: dt.date) -> frozenset[str]:
    return frozenset(session.scalars(select(PutOff.card).where(or_(PutOff.until.is_(None), PutOff.until > today))))


def _wanted(found: Iterable[Need | None], resting: frozenset[str]) -> list[Need]:
    """Those that do not rest."""
    there = (need for need in found if need is not None)
    return [need for need in there if need.kind not in resting and not resting.issuperset(need.cards)]


def _presses(need: Need, today: dt.date) -> bool:
    return need.kind is NeedKind.SEND and need.day is not None and need.day <= today + _SOON


def _record(session: Session, today: dt.date, begin: dt.date, resting: frozenset[str]) -> Need | None:
    """The meeting of today is recorded first, while it is remembered; then the oldest."""
    waiting = [each for each in meetings.unrecorded(session, today=today, records_begin=begin) if _card(each) not in resting]
    if not waiting:
        return None
    first = next((each for each in waiting if each.held_on == today), waiting[0])
    return Need(NeedKind.RECORD, (_card(first),), len(waiting), meeting=first)


def _card(meeting: MeetingRow) -> str:
    return f"{NeedKind.RECORD}/{meeting.id}"


def _send(
    session: Session, today: dt.date, begin: dt.date, resting: frozenset[str], deadline: Callable[[Period], dt.date | None]
) -> Need | None:
    """The newest period that is over and was never sent."""
    unsent = [period for period, number in _sent(session, today, begin) if number is None and period.last < today]
    waiting = [period for period in unsent if f"{NeedKind.SEND}/{period}" not in resting]
    if not waiting:
        return None
    return Need(NeedKind.SEND, (f"{NeedKind.SEND}/{waiting[0]}",), len(waiting), period=waiting[0], day=deadline(waiting[0]))


def _sent(session: Session, today: dt.date, begin: dt.date) -> list[tuple[Period, int | None]]:
    """The newest periods up to the present one, newest first, each with the newest revision that was sent."""
    rows = session.execute(select(SentSummary.period, func.max(SentSummary.revision).label("revision")).group_by(SentSummary.period))
    newest: dict[str, int] = {row.period: row.revision for row in rows}
    return [(period, newest.get(str(period))) for period in Period.of(today).back_to(begin, _PERIODS_BACK)]


def _asked(asked: Sequence[Asked], resting: frozenset[str]) -> Need | None:
    """The newest period the office has questions about."""
    for each in asked:
        card = f"{NeedKind.ASKED}/{each.period}/{each.revision}"
        if card not in resting:
            return Need(NeedKind.ASKED, (card,), len(each.questions), period=each.period)
    return None


def _posters(posters: Sequence[Posted], resting: frozenset[str]) -> Need | None:
    """The posters that are out of date. One that was let hang is asked for again when it should say yet another thing."""
    waiting = {f"{NeedKind.POSTERS}/{each.row.id}/{each.standing.wanted}": each for each in posters if each.out_of_date}
    cards = tuple(card for card in waiting if card not in resting)
    return Need(NeedKind.POSTERS, cards, len(cards), posters=tuple(waiting[card] for card in cards)) if cards else None


def _consent(session: Session, today: dt.date, resting: frozenset[str]) -> Need | None:
    from coordinator_app.core import consent

    people = dict.fromkeys(each.person for each in consent.missing(session, today=today))
    cards = tuple(card for person in people if (card := f"{NeedKind.CONSENT}/{person}") not in resting)
    return Need(NeedKind.CONSENT, cards, len(cards)) if cards else None


def _review(session: Session, today: dt.date) -> Need | None:
    """Not needed means: not this year."""
    from coordinator_app.core import retention

    number = retention.waiting(session, today=today)
    return Need(NeedKind.REVIEW, (f"{NeedKind.REVIEW}/{today.year}",), number) if number else None


def _back_up(session: Session, today: dt.date) -> Need | None:
    kept = settings.recall(session, BACKED_UP_ELSEWHERE)
    last = None if kept is None else dt.date.fromisoformat(kept)
    if last is not None and today - last <= OLDEST_BACKUP:
        return None
    return Need(NeedKind.BACK_UP, (NeedKind.BACK_UP,), day=last)
