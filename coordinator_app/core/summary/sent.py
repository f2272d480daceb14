"""What was sent, and what has changed since. What was sent stays what was sent."""

import json
from collections.abc import Iterable
from decimal import Decimal
from typing import Any
from uuid import UUID

from sqlalchemy import insert, select
from sqlalchemy.orm import Session

from coordinator_app.core.errors import Refused
from coordinator_app.core.figures import Figure, Number, Replaces, Summary
from coordinator_app.core.kinds import Basis, FigureStatus
from coordinator_app.core.model import SentSummary
from coordinator_app.core.periods import Period
from coordinator_app.core.summary.values import Change, SentRow
from coordinator_app.i18n import N_


def record_sent(session: Session, *, summary: Summary, payload: bytes, sha256: str, file: bytes, file_name: str, sealed: bool) -> SentRow:
    """Keeps a revision as the exact bytes that leave. It cannot be undone, only revised.

    `payload` is what was signed, `sha256` its hash in hexadecimal. Raises `Refused` unless it follows the newest revision.
    """
    replaces, revision = next_revision(session, period=summary.period)
    if (summary.replaces, summary.revision) != (replaces, revision):
        raise Refused(N_("Another revision of this summary was sent meanwhile. Look at the figures again and send anew."))
    row = {"period": str(summary.period), "revision": revision, "kind": summary.kind, "file_id": str(summary.file_id), "sha256": sha256}
    row |= {"sealed": sealed, "created": summary.created, "file_name": file_name, "payload": payload, "file": file}
    session.execute(insert(SentSummary).values(**row))
    return SentRow(summary.period, revision, summary.kind, summary.file_id, sha256, sealed, summary.created, file_name)


def sent(session: Session, *, period: Period | None = None) -> tuple[SentRow, ...]:
    """The revisions of a period, or of all periods, newest first."""
    columns = (SentSummary.period, SentSummary.revision, SentSummary.kind, SentSummary.file_id, SentSummary.sha256)
    statement = select(*columns, SentSummary.sealed, SentSummary.created, SentSummary.file_name)
    statement = statement.order_by(SentSummary.period.desc(), SentSummary.revision.desc())
    if period is not None:
        statement = statement.where(SentSummary.period == str(period))
    return tuple(SentRow(Period.parse(row[0]), row[1], row[2], UUID(row[3]), *row[4:]) for row in session.execute(statement))


def newest_revisions(session: Session) -> dict[Period, int]:
    """The newest revision sent of each period of which one was."""
    return {row.period: row.revision for row in reversed(sent(session))}


def sent_file(session: Session, *, period: Period, revision: int) -> tuple[str, bytes]:
    """The name and the exact bytes of a revision, to save it once more. Raises `Refused` if there is none."""
    found = select(SentSummary.file_name, SentSummary.file).where(SentSummary.period == str(period), SentSummary.revision == revision)
    row = session.execute(found).one_or_none()
    if row is None:
        raise Refused(N_("Revision {revision} of {period} was never sent."), revision=revision, period=period)
    return row[0], row[1]


def newest_payload(session: Session, *, period: Period) -> bytes | None:
    """What was signed of a period's newest revision, if one was sent."""
    newest = select(SentSummary.payload).where(SentSummary.period == str(period)).order_by(SentSummary.revision.desc()).limit(1)
    return session.scalar(newest)


def next_revision(session: Session, *, period: Period) -> tuple[Replaces | None, int]:
    """What the next summary of a period replaces, and its number, from 1."""
    before = next(iter(sent(session, period=period)), None)
    return (None, 1) if before is None else (Replaces(before.file_id, before.sha256), before.revision + 1)


def changes_since_sent(session: Session, *, period: Period, figures: Iterable[Figure]) -> tuple[Change, ...]:
    """How these figures of a period differ from the newest revision sent; nothing when none was.

    A figure that was withheld is not compared. That a service is new here and nothing happened in it is no change.
    """
    payload = newest_payload(session, period=period)
    if payload is None:
        return ()
    before = {(each.indicator, each.of): each for each in figures_of(payload)}
    now = {(each.indicator, each.of): each for each in figures}
    pairs = [(name, before.get(name), now.get(name)) for name in dict.fromkeys([*now, *before])]
    return tuple(Change(*name, then, this) for name, then, this in pairs if not _hidden(then) and _compared(then) != _compared(this))


def figures_of(payload: bytes) -> tuple[Figure, ...]:
    """The figures of a payload that this program signed."""
    rows = json.loads(payload, parse_float=Decimal)["figures"]
    return tuple(_figure(row) for row in rows)


def _figure(row: dict[str, Any]) -> Figure:
    value: Number | None = row["value"]
    basis = row["basis"]
    return Figure(
        indicator=row["indicator"],
        of=row["of"],
        value=value,
        numerator=row.get("numerator"),
        denominator=row.get("denominator"),
        status=FigureStatus(row["status"]),
        basis=None if basis is None else Basis(basis),
    )


def _hidden(figure: Figure | None) -> bool:
    return figure is not None and figure.status is FigureStatus.WITHHELD


def _compared(figure: Figure | None) -> object:
    if figure is None or figure.status is FigureStatus.NA or figure.value == 0:
        return None
    return figure.value, figure.numerator, figure.denominator, figure.status, figure.basis
