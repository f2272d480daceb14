"""What needs doing in a book, most urgent first, and what the user has put off."""

import datetime as dt
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from enum import StrEnum

from sqlalchemy import delete, insert, or_, select
from sqlalchemy.orm import Session

from coordinator_app.core import consent, meetings, retention, settings, summary
from coordinator_app.core.catalogue import Catalogue
from coordinator_app.core.meetings import MeetingRow
from coordinator_app.core.model import Group, PutOff
from coordinator_app.core.periods import Period
from coordinator_app.core.posters import Posted
from coordinator_app.core.receipts import Asked
from coordinator_app.core.summary import Sending

BACKED_UP_ELSEWHERE = "backup.elsewhere"
"""The name under which the day of the newest backup outside the book's own folder is remembered."""
OLDEST_BACKUP = dt.timedelta(days=30)
_SOON = dt.timedelta(days=3)


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


@dataclass(frozen=True, slots=True)
class Need:
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
    catalogue: Catalogue,
    deadline: Callable[[Period], dt.date | None] = lambda _: None,
    posters: Sequence[Posted] = (),
    asked: Sequence[Asked] = (),
) -> tuple[Need, ...]:
    """What needs doing today, most urgent first: a summary whose deadline is near comes before everything else.

    `posters` are those that hang, `asked` what the office asks.
    """
    if session.scalar(select(Group.id).limit(1)) is None:
        return (Need(NeedKind.START, (NeedKind.START,)),)
    resting = _resting(session, today)
    sendings = summary.sendings(session, today=today, catalogue=catalogue)
    found = (
        _record(session, today, resting),
        _send(sendings, today, resting, deadline),
        _revise(sendings, resting),
        _asked(asked, resting),
        _posters(posters, resting),
        _consent(session, today, resting),
        _review(session, today),
        _back_up(session, today),
    )
    wanted = [need for need in found if need is not None and need.kind not in resting and not resting.issuperset(need.cards)]
    return tuple(sorted(wanted, key=lambda need: not _presses(need, today)))


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


def _presses(need: Need, today: dt.date) -> bool:
    return need.kind is NeedKind.SEND and need.day is not None and need.day <= today + _SOON


def _record(session: Session, today: dt.date, resting: frozenset[str]) -> Need | None:
    """The meeting of today is recorded first, while it is remembered; then the oldest."""
    begin = settings.read(session).records_begin
    waiting = [each for each in meetings.unrecorded(session, today=today, records_begin=begin) if _card(each) not in resting]
    if not waiting:
        return None
    first = next((each for each in waiting if each.held_on == today), waiting[0])
    return Need(NeedKind.RECORD, (_card(first),), len(waiting), meeting=first)


def _card(meeting: MeetingRow) -> str:
    return f"{NeedKind.RECORD}/{meeting.id}"


def _send(
    sendings: Sequence[Sending], today: dt.date, resting: frozenset[str], deadline: Callable[[Period], dt.date | None]
) -> Need | None:
    """The newest period that is over and was never sent."""
    unsent = [row.period for row in sendings if row.revision is None and row.period.last < today]
    waiting = [period for period in unsent if f"{NeedKind.SEND}/{period}" not in resting]
    if not waiting:
        return None
    return Need(NeedKind.SEND, (f"{NeedKind.SEND}/{waiting[0]}",), len(waiting), period=waiting[0], day=deadline(waiting[0]))


def _revise(sendings: Sequence[Sending], resting: frozenset[str]) -> Need | None:
    """The newest period whose figures have changed since it was sent."""
    for row in sendings:
        card = f"{NeedKind.REVISE}/{row.period}/{row.revision}"
        if row.changes and card not in resting:
            return Need(NeedKind.REVISE, (card,), row.changes, period=row.period)
    return None


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
    people = dict.fromkeys(each.person for each in consent.missing(session, today=today))
    cards = tuple(card for person in people if (card := f"{NeedKind.CONSENT}/{person}") not in resting)
    return Need(NeedKind.CONSENT, cards, len(cards)) if cards else None


def _review(session: Session, today: dt.date) -> Need | None:
    """Not needed means: not this year."""
    number = retention.waiting(session, today=today)
    return Need(NeedKind.REVIEW, (f"{NeedKind.REVIEW}/{today.year}",), number) if number else None


def _back_up(session: Session, today: dt.date) -> Need | None:
    kept = settings.recall(session, BACKED_UP_ELSEWHERE)
    last = None if kept is None else dt.date.fromisoformat(kept)
    if last is not None and today - last <= OLDEST_BACKUP:
        return None
    return Need(NeedKind.BACK_UP, (NeedKind.BACK_UP,), day=last)
