"""The payload of a summary, version 1: strict JSON in one form, so that the same summary always gives the same bytes."""

import datetime as dt
from decimal import Decimal
from typing import Annotated, Literal
from uuid import UUID

import msgspec

from coordinator_app.core.errors import Refused
from coordinator_app.core.figures import (
    NARRATIVE_LIMIT,
    CheckAnswer,
    DirectoryEntry,
    Figure,
    Ledger,
    Narrative,
    Number,
    Replaces,
    Reporter,
    Summary,
)
from coordinator_app.core.kinds import Basis, FigureStatus, ReporterType, SummaryKind
from coordinator_app.core.periods import Period
from coordinator_app.exchange import strict_json
from coordinator_app.exchange.strict_json import NotStrictError, line, paragraphs
from coordinator_app.i18n import N_

_HIGHEST = 1_000_000_000
_FINEST = 6

_Count = Annotated[int, msgspec.Meta(ge=0, le=_HIGHEST)]
_Rising = Annotated[int, msgspec.Meta(ge=1, le=_HIGHEST)]
_Code = Annotated[str, msgspec.Meta(pattern=r"\A[A-Za-z0-9][A-Za-z0-9._:/-]{0,79}\Z")]
_FileCode = Annotated[str, msgspec.Meta(pattern=r"\A[a-z0-9][a-z0-9_-]{0,39}\Z")]
_Said = Annotated[str, msgspec.Meta(max_length=NARRATIVE_LIMIT)]
_Sha256 = Annotated[str, msgspec.Meta(pattern=r"\A[0-9a-f]{64}\Z")]
_Time = Annotated[str, msgspec.Meta(pattern=r"\A([01][0-9]|2[0-3]):[0-5][0-9]\Z")]
_Moment = Annotated[dt.datetime, msgspec.Meta(tz=True)]


class _Struct(msgspec.Struct, forbid_unknown_fields=True, omit_defaults=True):
    pass


class _Reporter(_Struct):
    type: ReporterType
    code: _FileCode
    name: str


class _Replaces(_Struct):
    file_id: UUID
    sha256: _Sha256


class _Ledger(_Struct):
    due: _Count
    counted: _Count
    uncounted: _Count
    cancelled: _Count
    unrecorded: _Count
    extra: _Count


class _Figure(_Struct):
    indicator: _Code
    of: _Code
    value: Decimal | None
    status: FigureStatus
    basis: Basis | None
    numerator: Decimal | None = None
    denominator: Decimal | None = None


class _Check(_Struct):
    rule: _Code
    of: _Code
    choice: _Code
    text: str | None = None


class _Entry(_Struct):
    id: _Code
    name: str
    service: _Code
    rule: str
    status: _Code
    weekday: Annotated[int, msgspec.Meta(ge=0, le=6)] | None = None
    time: _Time | None = None
    place: str | None = None
    contact: str | None = None


class _Narrative(_Struct):
    went_well: _Said
    hard: _Said
    wishes: _Said


class _Summary(_Struct):
    format: Literal["coordinator-summary/1"]
    office_id: _Code | None
    reporter: _Reporter
    period: str
    revision: _Rising
    file_id: UUID
    replaces: _Replaces | None
    key_epoch: _Rising
    catalogue: _Code
    created: _Moment
    app_version: str
    kind: SummaryKind
    practice: bool
    ledger: _Ledger
    figures: tuple[_Figure, ...]
    checks: tuple[_Check, ...]
    directory: tuple[_Entry, ...]
    narrative: _Narrative
    escrow: bytes | None = None


def encode(summary: Summary) -> bytes:
    """The payload; the same summary always gives the same bytes. Raises `Refused` for a text that is too long."""
    said = {each: paragraphs(getattr(summary.narrative, each)) for each in ("went_well", "hard", "wishes")}
    if max(len(text) for text in said.values()) > NARRATIVE_LIMIT:
        raise Refused(
            N_("What went well, what was hard and the wishes may each have {limit} characters. Shorten them."), limit=NARRATIVE_LIMIT
        )
    wire = _Summary(
        format="coordinator-summary/1",
        office_id=summary.office_id,
        reporter=_Reporter(summary.reporter.type, summary.reporter.code, line(summary.reporter.name)),
        period=str(summary.period),
        revision=summary.revision,
        file_id=summary.file_id,
        replaces=None if summary.replaces is None else _Replaces(summary.replaces.file_id, summary.replaces.sha256),
        key_epoch=summary.key_epoch,
        catalogue=summary.catalogue,
        created=summary.created.replace(microsecond=0),
        app_version=line(summary.app_version),
        kind=summary.kind,
        practice=summary.practice,
        ledger=msgspec.convert(summary.ledger, _Ledger, from_attributes=True),
        figures=tuple(_figure_out(each) for each in summary.figures),
        checks=tuple(_Check(each.rule, each.of, each.choice, _line(each.text)) for each in summary.checks),
        directory=tuple(_entry_out(each) for each in summary.directory),
        narrative=_Narrative(**said),
        escrow=summary.escrow,
    )
    return strict_json.encode(wire)


def decode(payload: bytes) -> Summary:
    """The summary of a payload. Raises `NotStrictError` unless `encode` would give the very same bytes."""
    wire = strict_json.decode(payload, _Summary)
    try:
        summary = Summary(
            office_id=wire.office_id,
            reporter=msgspec.convert(wire.reporter, Reporter, from_attributes=True),
            period=Period.parse(wire.period),
            revision=wire.revision,
            file_id=wire.file_id,
            replaces=msgspec.convert(wire.replaces, Replaces | None, from_attributes=True),
            key_epoch=wire.key_epoch,
            catalogue=wire.catalogue,
            created=wire.created,
            app_version=wire.app_version,
            kind=wire.kind,
            practice=wire.practice,
            ledger=msgspec.convert(wire.ledger, Ledger, from_attributes=True),
            figures=tuple(_figure_in(each) for each in wire.figures),
            checks=msgspec.convert(wire.checks, tuple[CheckAnswer, ...], from_attributes=True),
            directory=tuple(_entry_in(each) for each in wire.directory),
            narrative=msgspec.convert(wire.narrative, Narrative, from_attributes=True),
            escrow=wire.escrow,
        )
        again = encode(summary)
    except (Refused, ValueError) as wrong:
        raise NotStrictError(str(wrong)) from wrong
    if again != payload or len({(each.indicator, each.of) for each in summary.figures}) != len(summary.figures):
        raise NotStrictError("not in the one form")
    return summary


def _figure_out(figure: Figure) -> _Figure:
    numbers = {each: _number_out(getattr(figure, each)) for each in ("value", "numerator", "denominator")}
    return _Figure(indicator=figure.indicator, of=figure.of, status=figure.status, basis=figure.basis, **numbers)


def _figure_in(wire: _Figure) -> Figure:
    figure = Figure(
        indicator=wire.indicator,
        of=wire.of,
        value=_number_in(wire.value),
        numerator=_number_in(wire.numerator),
        denominator=_number_in(wire.denominator),
        status=wire.status,
        basis=wire.basis,
    )
    if (figure.value is not None) != (figure.status is FigureStatus.OK):
        raise NotStrictError("a value without being ok, or the other way round")
    return figure


def _number_out(number: Number | None) -> Decimal | None:
    """A number in its one form: no exponent, no zeros at the end, six decimals at most."""
    if number is None:
        return None
    rounded = round(Decimal(number), _FINEST)
    return Decimal(int(rounded)) if rounded == int(rounded) else rounded.normalize()


def _number_in(number: Decimal | None) -> Number | None:
    if number is None:
        return None
    exponent = number.as_tuple().exponent
    if not isinstance(exponent, int) or not -_FINEST <= exponent <= 0 or not 0 <= number <= _HIGHEST:
        raise NotStrictError("a number is out of range")
    return int(number) if exponent == 0 else number


def _entry_out(entry: DirectoryEntry) -> _Entry:
    return _Entry(
        id=entry.id,
        name=line(entry.name),
        service=entry.service,
        rule=line(entry.rule),
        status=entry.status,
        weekday=entry.weekday,
        time=None if entry.time is None else f"{entry.time:%H:%M}",
        place=_line(entry.place),
        contact=_line(entry.contact),
    )


def _entry_in(wire: _Entry) -> DirectoryEntry:
    return DirectoryEntry(
        id=wire.id,
        name=wire.name,
        service=wire.service,
        rule=wire.rule,
        weekday=wire.weekday,
        time=None if wire.time is None else dt.time.fromisoformat(wire.time),
        place=wire.place,
        contact=wire.contact,
        status=wire.status,
    )


def _line(text: str | None) -> str | None:
    return None if text is None else line(text)
