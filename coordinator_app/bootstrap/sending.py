"""A period's summary leaves: drafted, signed, sealed and kept in one step, so that what was sent stays what was sent."""

import datetime as dt
import uuid
from typing import TYPE_CHECKING

from msgspec import Struct, structs

from coordinator_app import __version__
from coordinator_app.bootstrap.office_files import network_in_force
from coordinator_app.core import catalogue, checks, signing, summary
from coordinator_app.core.catalogue import Catalogue
from coordinator_app.core.errors import Refused
from coordinator_app.core.figures import Summary
from coordinator_app.core.network import Network
from coordinator_app.core.periods import Period
from coordinator_app.exchange import summary_file, summary_payload
from coordinator_app.exchange.keys import SigningKey
from coordinator_app.exchange.summary_file import SummaryFile
from coordinator_app.i18n import N_, Words

if TYPE_CHECKING:
    from sqlalchemy.orm import Session


class Outgoing(Struct, frozen=True):
    """A summary to be saved as a file. `again` tells that it is the revision sent before, since nothing has changed."""

    name: str
    data: bytes
    period: Period
    revision: int
    sealed: bool
    again: bool


def draft(session: "Session", *, period: Period, now: dt.datetime, words: Words) -> Summary:
    """A query: the summary with all its figures, as the book's owner may see it."""
    return _draft(session, period, now, words, network_in_force(session))


def preview(session: "Session", *, period: Period, now: dt.datetime, words: Words, sealed: bool) -> Summary:
    """A query: the summary as its reader would see it. Unsealed, it says nothing of sensitive services."""
    network = network_in_force(session)
    return summary_payload.decode(_file(session, _draft(session, period, now, words, network), network, sealed).payload)


def send(session: "Session", *, period: Period, now: dt.datetime, words: Words, sealed: bool) -> Outgoing:
    """A command: keeps the next revision of a period's summary as it leaves, or gives the last one again if nothing has changed.

    Raises `Refused` while a check stands in the way, and for a sealed one when no update file has brought the office's keys.
    """
    network = network_in_force(session)
    _check(session, period, now.date(), network, sealed)
    drafted = _draft(session, period, now, words, network)
    before = _unchanged(session, drafted, network, sealed)
    if before is not None:
        name, data = summary.sent_file(session, period=period, revision=before.revision)
        return Outgoing(name, data, period, before.revision, sealed, again=True)
    made = _file(session, drafted, network, sealed)
    row = summary.record_sent(
        session, summary=drafted, payload=made.payload, sha256=made.sha256, file=made.data, file_name=made.name, sealed=sealed
    )
    return Outgoing(made.name, made.data, period, row.revision, sealed, again=False)


def _check(session: "Session", period: Period, today: dt.date, network: Network | None, sealed: bool) -> None:
    if sealed and network is None:
        raise Refused(
            N_(
                "The summary cannot be sealed: no update file of the central office has been taken in. "
                "Take one in, or make the summary unsealed, without the figures of sensitive services."
            )
        )
    found = checks.check(session, period, today=today, catalogue=_catalogue(network))
    if not found.may_send:
        raise Refused(
            N_("The summary cannot leave yet. Errors: {errors}. Questions without an answer: {unanswered}. Look at the quarter’s checks."),
            errors=len(found.errors),
            unanswered=len(found.unanswered),
        )


def _draft(session: "Session", period: Period, now: dt.datetime, words: Words, network: Network | None) -> Summary:
    names = _catalogue(network)
    return summary.draft(session, period, now=now, catalogue=names, words=words, app_version=__version__, file_id=uuid.uuid4())


def _file(session: "Session", drafted: Summary, network: Network | None, sealed: bool) -> SummaryFile:
    key = SigningKey(signing.newest(session).private)
    recipients = network.recipients if sealed and network is not None else None
    return summary_file.write(drafted, key=key, catalogue=_catalogue(network), recipients=recipients)


def _unchanged(session: "Session", drafted: Summary, network: Network | None, sealed: bool) -> Summary | None:
    """The newest revision sent, if a new one would say the very same in the same way."""
    newest = next(iter(summary.sent(session, period=drafted.period)), None)
    payload = summary.newest_payload(session, period=drafted.period)
    if newest is None or payload is None or newest.sealed != sealed:
        return None
    before = summary_payload.decode(payload)
    mark = ("revision", "file_id", "replaces", "created", "app_version")
    same = structs.replace(drafted, **{name: getattr(before, name) for name in mark})
    return before if _file(session, same, network, sealed).payload == payload else None


def _catalogue(network: Network | None) -> Catalogue:
    return catalogue.shipped() if network is None else network.catalogue
