"""What the book knows of its central office: whose keys it trusts, the update file in force, the receipts that came."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from typing import TYPE_CHECKING

from msgspec import Struct
from sqlalchemy import delete, insert, select
from sqlalchemy.orm import Session

from coordinator_app.core import settings
from coordinator_app.core.errors import Refused
from coordinator_app.core.model import OfficeKey, TakenIn
from coordinator_app.i18n import N_

if TYPE_CHECKING:
    from coordinator_app.core.network import Network
    from coordinator_app.core.receipts import Receipt

_UPDATE, RECEIPT = "network", "receipt"


class Arrival(Struct, frozen=True):
    """A file of the office as it came: its name, the fingerprint of who signed it and its six words, the bytes and their SHA-256."""

    name: str
    signer: str
    words: str
    file: bytes
    sha256: str


def enrolled(session: Session) -> frozenset[str]:
    """The fingerprints of the office's keys that the book trusts; none before the first update file."""
    return frozenset(session.scalars(select(OfficeKey.fingerprint)))


def update_file(session: Session) -> bytes | None:
    """The newest update file as it came, if one was taken in."""
    return session.scalar(select(TakenIn.file).where(TakenIn.kind == _UPDATE).order_by(TakenIn.id.desc()).limit(1))


def receipt_files(session: Session) -> tuple[bytes, ...]:
    """The receipts as they came, oldest first."""
    return tuple(session.scalars(select(TakenIn.file).where(TakenIn.kind == RECEIPT).order_by(TakenIn.id)))


def take_update(session: Session, *, network: Network, keys: Mapping[str, bytes], came: Arrival, now: dt.datetime, enrol: bool) -> bool:
    """Takes in an update file whose signature holds; False when this very file was taken in before.

    `keys` are the file's own signing keys by fingerprint: from now on these and no others are trusted. A signer the book
    does not know is accepted only with `enrol`, which stands for: the six words were compared. Raises `Refused` otherwise,
    and for another office, an older version, or the same version with other content.
    """
    from coordinator_app.core.network import Version

    if _had(session, came):
        return False
    trusted = enrolled(session)
    _check_signer(trusted, came, enrol)
    if came.signer not in keys:
        raise Refused(N_("{name} does not list the key that signed it. Ask the central office for a new file."), name=came.name)
    known = settings.read(session)
    if known.office_id and known.office_id != network.office_id:
        raise Refused(
            N_("{name} comes from another office ({office}) than this book’s. Nothing was taken in."),
            name=came.name,
            office=network.office_name,
        )
    before = session.scalar(select(TakenIn.version).where(TakenIn.kind == _UPDATE).order_by(TakenIn.id.desc()).limit(1))
    if before is not None and Version.parse(before) >= network.version:
        raise Refused(
            N_("{name} is version {version}, and the book already has {before}. Nothing was taken in; ask the office for the newest file."),
            name=came.name,
            version=network.version,
            before=before,
        )
    _keep(session, _UPDATE, str(network.version), came, now)
    session.execute(delete(OfficeKey).where(OfficeKey.fingerprint.not_in(keys)))
    fresh = [each for each in keys if each not in trusted]
    if fresh:
        session.execute(
            insert(OfficeKey),
            [{"office_id": network.office_id, "fingerprint": each, "public": keys[each], "enrolled": now} for each in fresh],
        )
    settings.change(session, office_id=network.office_id, office_name=network.office_name)
    return True


def take_receipt(session: Session, *, receipt: Receipt, came: Arrival, now: dt.datetime) -> bool:
    """Keeps a receipt of the book's own office and reporter; False when this very file was taken in before. Raises `Refused`."""
    if _had(session, came):
        return False
    _check_signer(enrolled(session), came, enrol=False)
    known = settings.read(session)
    if (receipt.office_id, receipt.reporter_code) != (known.office_id, known.locality_code):
        raise Refused(
            N_("{name} is a receipt for {reporter}, not for this book. Nothing was taken in."),
            name=came.name,
            reporter=receipt.reporter_code,
        )
    _keep(session, RECEIPT, f"{receipt.period}_r{receipt.revision}", came, now)
    return True


def _had(session: Session, came: Arrival) -> bool:
    return session.scalar(select(TakenIn.id).where(TakenIn.sha256 == came.sha256)) is not None


def _check_signer(trusted: frozenset[str], came: Arrival, enrol: bool) -> None:
    if came.signer in trusted:
        return
    if trusted:
        raise Refused(
            N_("{name} is signed by a key that this book does not trust: {words}. Nothing was taken in; call the central office."),
            name=came.name,
            words=came.words,
        )
    if not enrol:
        raise Refused(
            N_(
                "{name} is the first file from the central office. Call the office and compare these six words: {words}. "
                "If they are the same, take the file in again and accept the key."
            ),
            name=came.name,
            words=came.words,
        )


def _keep(session: Session, kind: str, version: str, came: Arrival, now: dt.datetime) -> None:
    session.execute(insert(TakenIn), [{"kind": kind, "version": version, "sha256": came.sha256, "at": now, "file": came.file}])
