"""The office's files: an update file or receipt is verified, shown, and taken into the book; and what of them is in force.

What reads signed files is loaded only when there is one, so that Home need not wait for it.
"""

from __future__ import annotations

import datetime as dt
import hashlib
from typing import TYPE_CHECKING

from msgspec import Struct

from coordinator_app.core import office
from coordinator_app.core.errors import BadFile
from coordinator_app.core.office import Arrival
from coordinator_app.i18n import N_

if TYPE_CHECKING:
    from sqlalchemy.orm import Session

    from coordinator_app.core.catalogue import Catalogue
    from coordinator_app.core.network import Network
    from coordinator_app.core.receipts import Asked, Receipt
    from coordinator_app.core.schedule import Localised


class OfficeFile(Struct, frozen=True):
    """A file of the office whose signature holds; whose key it is, the book or the six words must tell."""

    came: Arrival
    content: Network | Receipt


def look(data: bytes, *, name: str) -> OfficeFile:
    """Verifies an update file or a receipt. Raises `BadFile` for anything else."""
    from coordinator_app.exchange import envelope, network_file, receipt_file
    from coordinator_app.exchange.envelope import FileType

    kind = envelope.read(data, name=name).type
    match kind:
        case FileType.NETWORK:
            update = network_file.read(data, name=name)
            content: Network | Receipt = update.network
            signer = update.signer
        case FileType.RECEIPT:
            receipt = receipt_file.read(data, name=name)
            content, signer = receipt.receipt, receipt.signer
        case _:
            raise BadFile(
                N_("{name} is a summary, which only the central office takes in. Take in an update file or a receipt."), name=name
            )
    return OfficeFile(Arrival(name, signer.kid, signer.words, data, hashlib.sha256(data).hexdigest()), content)


def take_in(session: Session, *, file: OfficeFile, now: dt.datetime, enrol: bool = False) -> bool:
    """A command: takes the file in; False when it was there before. Raises `Refused` as `core.office` does.

    `enrol` stands for: the six words of the office's first file were compared.
    """
    from coordinator_app.core.receipts import Receipt
    from coordinator_app.exchange.keys import PublicKey

    if isinstance(file.content, Receipt):
        return office.take_receipt(session, receipt=file.content, came=file.came, now=now)
    keys = {PublicKey(each).kid: each for each in file.content.signing_keys}
    return office.take_update(session, network=file.content, keys=keys, came=file.came, now=now, enrol=enrol)


def network_in_force(session: Session) -> Network | None:
    """A query: what the newest update file says, if one was taken in."""
    kept = office.update_file(session)
    if kept is None:
        return None
    from coordinator_app.exchange import network_file

    return network_file.read(kept, name="").network


def catalogue_in_force(session: Session) -> Catalogue:
    """A query: the office's catalogue, or the one that came with the program until the office sends one."""
    from coordinator_app.core import catalogue

    network = network_in_force(session)
    return catalogue.shipped() if network is None else network.catalogue


def locality_in_force(session: Session) -> Localised:
    """A query: the book's locality as papers of each language name it: as the office names it, if that is the same place to both."""
    from coordinator_app.core import settings
    from coordinator_app.core.schedule import Localised

    kept, network = settings.read(session), network_in_force(session)
    known = None if network is None else network.reporter(kept.locality_code)
    if known is None or kept.locality_name.casefold() not in (known.fi.casefold(), known.sv.casefold()):
        return Localised(kept.locality_name)
    return Localised(known.fi, known.sv)


def smallest_count(session: Session) -> int:
    """A query: how many men a published cell must stand for."""
    from coordinator_app.core.network import LOWEST_THRESHOLD

    network = network_in_force(session)
    return LOWEST_THRESHOLD if network is None else network.small_count_threshold


def receipts(session: Session) -> tuple[Receipt, ...]:
    """A query: the receipts that came, oldest first."""
    files = office.receipt_files(session)
    if not files:
        return ()
    from coordinator_app.exchange import receipt_file

    return tuple(receipt_file.read(each, name="").receipt for each in files)


def asked(session: Session) -> tuple[Asked, ...]:
    """A query: what the office asks and no later revision has answered, newest period first."""
    came = receipts(session)
    if not came:
        return ()
    from coordinator_app.core import summary
    from coordinator_app.core.receipts import open_questions

    return open_questions(came, summary.newest_revisions(session))
