"""The summary as a file: its payload, signed by the reporter and sealed for the office."""

import hashlib
from collections.abc import Sequence

from msgspec import Struct

from coordinator_app.core.catalogue import Catalogue
from coordinator_app.core.disclosure import without_sensitive
from coordinator_app.core.errors import BadFile, Refused
from coordinator_app.core.figures import Summary
from coordinator_app.exchange import envelope, sealing
from coordinator_app.exchange.envelope import DAMAGED, LARGEST, FileType
from coordinator_app.exchange.keys import PublicKey, SigningKey
from coordinator_app.exchange.strict_json import NotStrictError
from coordinator_app.exchange.summary_payload import decode, encode
from coordinator_app.i18n import N_


class SummaryFile(Struct, frozen=True):
    """A summary as it leaves: the file's name and bytes, the payload that was signed, and the payload's SHA-256 in hexadecimal.

    The hash is of the payload, so that sealing the same summary again, for other recipients, is still the same revision.
    """

    name: str
    data: bytes
    payload: bytes
    sha256: str
    sealed: bool


class SummaryRead(Struct, frozen=True):
    """A summary as it came. The signature holds; whose key `signer` is must be known already, or compared by its six words."""

    summary: Summary
    signer: PublicKey
    payload: bytes
    sha256: str
    sealed: bool


def write(summary: Summary, *, key: SigningKey, catalogue: Catalogue, recipients: Sequence[str] | None) -> SummaryFile:
    """Signs a summary and seals it for the recipients; without recipients it stays open and says nothing of sensitive services.

    Raises `Refused` for a text that is too long, a summary that is too large, or a bad recipient.
    """
    sealed = recipients is not None
    payload = encode(summary if sealed else without_sensitive(summary, catalogue))
    decode(payload)  # What could not be read again must not leave.
    data = envelope.sign(payload, FileType.SUMMARY, key)
    if recipients is not None:
        data = sealing.seal(data, recipients)
    if len(data) > LARGEST:
        raise Refused(N_("The summary is larger than 4 MB. Shorten the names and rules of the groups."))
    return SummaryFile(file_name(summary, sealed=sealed), data, payload, sha256(payload), sealed)


def read(data: bytes, *, name: str, identities: Sequence[str] = ()) -> SummaryRead:
    """Opens, verifies and decodes a summary. Raises `BadFile` naming the file; nothing of a refused file is used."""
    sealed = sealing.is_sealed(data)
    opened = sealing.unseal(data, identities, name=name) if sealed else data
    found = envelope.read(opened, name=name, expected=FileType.SUMMARY)
    try:
        summary = decode(found.payload)
    except NotStrictError as wrong:
        raise BadFile(DAMAGED, name=name) from wrong
    return SummaryRead(summary, found.signer, found.payload, sha256(found.payload), sealed)


def file_name(summary: Summary, *, sealed: bool) -> str:
    """`turku_2026Q3_r1.summary.age`, or without `.age` when it is not sealed."""
    return f"{summary.reporter.code}_{summary.period}_r{summary.revision}.summary{'.age' if sealed else ''}"


def sha256(payload: bytes) -> str:
    """What a later revision calls this one by."""
    return hashlib.sha256(payload).hexdigest()
