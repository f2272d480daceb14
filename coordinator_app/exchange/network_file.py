"""The update file of the central office: its payload, version 1, signed by one of the office's keys."""

import datetime as dt
import hashlib
from typing import Annotated, Any, Literal

import msgspec
from msgspec import Struct

from coordinator_app.core import catalogue
from coordinator_app.core.catalogue import Listing
from coordinator_app.core.errors import BadFile, Refused
from coordinator_app.core.kinds import ReporterType
from coordinator_app.core.network import LOWEST_THRESHOLD, Deadline, KnownReporter, Network, Open, Version
from coordinator_app.core.periods import Period
from coordinator_app.exchange import envelope, sealing, strict_json
from coordinator_app.exchange.envelope import DAMAGED, LARGEST, FileType
from coordinator_app.exchange.keys import PublicKey, SigningKey, as_jwk
from coordinator_app.exchange.strict_json import NotStrictError, line, paragraphs
from coordinator_app.i18n import N_

_Code = Annotated[str, msgspec.Meta(pattern=r"\A[A-Za-z0-9][A-Za-z0-9._-]{0,79}\Z")]
_FileCode = Annotated[str, msgspec.Meta(pattern=r"\A[a-z0-9][a-z0-9_-]{0,39}\Z")]
_Threshold = Annotated[int, msgspec.Meta(ge=LOWEST_THRESHOLD, le=1_000)]


class _Struct(msgspec.Struct, forbid_unknown_fields=True):
    pass


class _Jwk(_Struct):
    crv: Literal["Ed25519"]
    kty: Literal["OKP"]
    x: str


class _Open(_Struct):
    first: dt.date
    last: dt.date | None


class _Reporter(_Struct):
    type: ReporterType
    code: _FileCode
    fi: str
    sv: str
    open: tuple[_Open, ...]


class _Deadline(_Struct):
    period: str
    day: dt.date


class _Question(_Struct):
    code: _Code
    fi: str
    sv: str
    en: str


class _Network(_Struct):
    format: Literal["coordinator-network/1"]
    office_id: _Code
    name: str
    signing_keys: Annotated[tuple[_Jwk, ...], msgspec.Meta(min_length=1, max_length=20)]
    recipients: Annotated[tuple[str, ...], msgspec.Meta(min_length=1, max_length=20)]
    version: str
    catalogue: dict[str, Any]
    reporters: tuple[_Reporter, ...]
    deadlines: tuple[_Deadline, ...]
    feedback_questions: tuple[_Question, ...]
    small_count_threshold: _Threshold
    message: str


class NetworkFile(Struct, frozen=True):
    """An update file as it leaves: its name and bytes."""

    name: str
    data: bytes


class NetworkRead(Struct, frozen=True):
    """An update file as it came. The signature holds; whether the signer is the office, its enrolled keys or the six words must say."""

    network: Network
    signer: PublicKey
    payload: bytes
    sha256: str


def write(network: Network, *, key: SigningKey) -> NetworkFile:
    """Signs an update file. Raises `Refused` for a key or recipient that no book would accept, and for a file over 4 MiB."""
    check_keys(network)
    payload = encode(network)
    decode(payload)  # What could not be read again must not leave.
    data = envelope.sign(payload, FileType.NETWORK, key)
    if len(data) > LARGEST:
        raise Refused(N_("The update file is larger than 4 MB. Shorten its message and its lists."))
    return NetworkFile(f"network_{network.version}.network", data)


def read(data: bytes, *, name: str) -> NetworkRead:
    """Verifies and decodes an update file. Raises `BadFile` naming the file; nothing of a refused file is used."""
    found = envelope.read(data, name=name, expected=FileType.NETWORK)
    try:
        network = decode(found.payload)
        check_keys(network)
    except (NotStrictError, Refused) as wrong:
        raise BadFile(DAMAGED, name=name) from wrong
    return NetworkRead(network, found.signer, found.payload, hashlib.sha256(found.payload).hexdigest())


def check_keys(network: Network) -> None:
    """Raises `Refused` for a signing key or recipient that nobody should trust: of small order, or not a key at all."""
    for each in network.signing_keys:
        PublicKey(each).check_enrollable()
    for recipient in network.recipients:
        sealing.check_recipient(recipient)


def encode(network: Network) -> bytes:
    """The payload; the same values always give the same bytes."""
    plain = _lined(catalogue.to_plain(network.catalogue))
    questions = plain.pop(Listing.QUESTION.value)
    wire = {
        "format": "coordinator-network/1",
        "office_id": network.office_id,
        "name": line(network.office_name),
        "signing_keys": [as_jwk(PublicKey(each)) for each in network.signing_keys],
        "recipients": network.recipients,
        "version": str(network.version),
        "catalogue": plain,
        "reporters": [_reporter_out(each) for each in network.reporters],
        "deadlines": [{"period": str(each.period), "day": each.day} for each in network.deadlines],
        "feedback_questions": questions,
        "small_count_threshold": network.small_count_threshold,
        "message": paragraphs(network.message),
    }
    return strict_json.encode(wire)


def decode(payload: bytes) -> Network:
    """The update file of a payload. Raises `NotStrictError` unless `encode` would give the very same bytes."""
    wire = strict_json.decode(payload, _Network)
    questions = msgspec.to_builtins(wire.feedback_questions)
    try:
        network = Network(
            office_id=wire.office_id,
            office_name=wire.name,
            signing_keys=tuple(strict_json.bytes_of(each.x) for each in wire.signing_keys),
            recipients=wire.recipients,
            version=Version.parse(wire.version),
            catalogue=catalogue.from_plain(wire.catalogue | {Listing.QUESTION.value: list(questions)}),
            reporters=tuple(_reporter_in(each) for each in wire.reporters),
            deadlines=tuple(Deadline(Period.parse(each.period), each.day) for each in wire.deadlines),
            small_count_threshold=wire.small_count_threshold,
            message=wire.message,
        )
        again = encode(network)
    except (Refused, ValueError) as wrong:
        raise NotStrictError(str(wrong)) from wrong
    if again != payload:
        raise NotStrictError("not in the one form")
    return network


def _lined(plain: Any) -> Any:
    """The names of a catalogue, each as one line like every other text of the file."""
    match plain:
        case str():
            return line(plain)
        case dict():
            return {key: _lined(each) for key, each in plain.items()}
        case list():
            return [_lined(each) for each in plain]
    return plain


def _reporter_out(reporter: KnownReporter) -> dict[str, Any]:
    days = [{"first": each.first, "last": each.last} for each in reporter.open]
    return {"type": reporter.type, "code": reporter.code, "fi": line(reporter.fi), "sv": line(reporter.sv), "open": days}


def _reporter_in(wire: _Reporter) -> KnownReporter:
    return KnownReporter(wire.type, wire.code, wire.fi, wire.sv, tuple(Open(each.first, each.last) for each in wire.open))
