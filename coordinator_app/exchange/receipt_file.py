"""The office's receipt for a summary: its payload, version 1, signed by one of the office's keys."""

import datetime as dt
from typing import Annotated, Literal
from uuid import UUID

import msgspec
from msgspec import Struct

from coordinator_app.core.errors import BadFile, Refused
from coordinator_app.core.kinds import ReporterType
from coordinator_app.core.periods import Period
from coordinator_app.core.receipts import Question, Receipt
from coordinator_app.exchange import envelope, strict_json
from coordinator_app.exchange.envelope import DAMAGED, FileType
from coordinator_app.exchange.keys import PublicKey, SigningKey
from coordinator_app.exchange.strict_json import NotStrictError, line, paragraphs

_Code = Annotated[str, msgspec.Meta(pattern=r"\A[A-Za-z0-9][A-Za-z0-9._-]{0,79}\Z")]
_FileCode = Annotated[str, msgspec.Meta(pattern=r"\A[a-z0-9][a-z0-9_-]{0,39}\Z")]
_Sha256 = Annotated[str, msgspec.Meta(pattern=r"\A[0-9a-f]{64}\Z")]
_Text = Annotated[str, msgspec.Meta(max_length=2_000)]


class _Struct(msgspec.Struct, forbid_unknown_fields=True):
    pass


class _Reporter(_Struct):
    type: ReporterType
    code: _FileCode


class _Question(_Struct):
    indicator: _Code
    of: _Code
    text: _Text


class _Receipt(_Struct):
    format: Literal["coordinator-receipt/1"]
    office_id: _Code
    reporter: _Reporter
    period: str
    revision: Annotated[int, msgspec.Meta(ge=1, le=1_000_000_000)]
    file_id: UUID
    sha256: _Sha256
    received: Annotated[dt.datetime, msgspec.Meta(tz=True)]
    message: _Text
    questions: Annotated[tuple[_Question, ...], msgspec.Meta(max_length=200)]


class ReceiptFile(Struct, frozen=True):
    """A receipt as it leaves: its name and bytes."""

    name: str
    data: bytes


class ReceiptRead(Struct, frozen=True):
    """A receipt as it came. The signature holds; whether the signer is the office, its enrolled keys must say."""

    receipt: Receipt
    signer: PublicKey


def write(receipt: Receipt, *, key: SigningKey) -> ReceiptFile:
    """Signs a receipt."""
    payload = encode(receipt)
    decode(payload)  # What could not be read again must not leave.
    name = f"{receipt.reporter_code}_{receipt.period}_r{receipt.revision}.receipt"
    return ReceiptFile(name, envelope.sign(payload, FileType.RECEIPT, key))


def read(data: bytes, *, name: str) -> ReceiptRead:
    """Verifies and decodes a receipt. Raises `BadFile` naming the file; nothing of a refused file is used."""
    found = envelope.read(data, name=name, expected=FileType.RECEIPT)
    try:
        return ReceiptRead(decode(found.payload), found.signer)
    except NotStrictError as wrong:
        raise BadFile(DAMAGED, name=name) from wrong


def encode(receipt: Receipt) -> bytes:
    """The payload; the same values always give the same bytes."""
    wire = _Receipt(
        format="coordinator-receipt/1",
        office_id=receipt.office_id,
        reporter=_Reporter(receipt.reporter_type, receipt.reporter_code),
        period=str(receipt.period),
        revision=receipt.revision,
        file_id=receipt.file_id,
        sha256=receipt.sha256,
        received=receipt.received.replace(microsecond=0),
        message=paragraphs(receipt.message),
        questions=tuple(_Question(each.indicator, each.of, line(each.text)) for each in receipt.questions),
    )
    return strict_json.encode(wire)


def decode(payload: bytes) -> Receipt:
    """The receipt of a payload. Raises `NotStrictError` unless `encode` would give the very same bytes."""
    wire = strict_json.decode(payload, _Receipt)
    try:
        receipt = Receipt(
            office_id=wire.office_id,
            reporter_type=wire.reporter.type,
            reporter_code=wire.reporter.code,
            period=Period.parse(wire.period),
            revision=wire.revision,
            file_id=wire.file_id,
            sha256=wire.sha256,
            received=wire.received,
            message=wire.message,
            questions=tuple(Question(each.indicator, each.of, each.text) for each in wire.questions),
        )
    except Refused as wrong:
        raise NotStrictError(str(wrong)) from wrong
    if encode(receipt) != payload:
        raise NotStrictError("not in the one form")
    return receipt
