"""The catalogue: services, kinds of activity, choices, indicators and grants, by codes whose meaning never changes."""

import datetime as dt
import json
from collections.abc import Iterable, Mapping
from enum import StrEnum
from functools import cache, cached_property
from typing import Any

from msgspec import Struct

from coordinator_app import paths
from coordinator_app.core.periods import Period
from coordinator_app.i18n import Language

SHIPPED = "2026.1"
DEFAULT_SERVICE = "peer"


class Listing(StrEnum):
    """Which list of the catalogue a code is in."""

    SERVICE = "services"
    KIND = "kinds"
    INDICATOR = "indicators"
    GRANT = "grants"
    QUESTION = "feedback_questions"
    CHECK_CHOICE = "check_choices"
    CANCEL_REASON = "cancel_reasons"
    CHANNEL = "channels"
    SECTOR = "sectors"
    THEME = "themes"


class Family(StrEnum):
    """What an activity of a kind is counted among."""

    MEN = "men"
    PROFESSIONAL = "professional"
    OUTREACH = "outreach"
    ADVOCACY = "advocacy"
    NETWORK = "network"


class Adding(StrEnum):
    """How the figures of an indicator add up along one axis."""

    SUM = "+"
    REFUSED = "–"
    LAST = "last"
    RATIO = "÷"


class By(StrEnum):
    """What an indicator is broken down by."""

    SERVICE = "service"
    KIND = "kind"
    QUESTION = "question"
    NOTHING = "none"


class Name(Struct, frozen=True):
    """A name in the three languages."""

    fi: str
    sv: str
    en: str

    def said(self, language: Language) -> str:
        return {Language.FI: self.fi, Language.SV: self.sv, Language.EN: self.en}[language]


class Choice(Struct, frozen=True):
    """A code to choose, and its name."""

    code: str
    name: Name


class Service(Struct, frozen=True):
    """A service. `counts_only` allows no names in its groups, whatever the group says."""

    code: str
    name: Name
    sensitive: bool
    counts_only: bool


class Kind(Struct, frozen=True):
    """A kind of activity."""

    code: str
    name: Name
    family: Family


class Indicator(Struct, frozen=True):
    """A row of the catalogue: which definition computes the figure from when on, and how it adds up along the three axes.

    `office` marks an indicator that only the office can compute.
    """

    code: str
    name: Name
    definition: int
    places: Adding
    time: Adding
    breakdown: Adding
    by: By
    office: bool
    valid_from: dt.date
    valid_until: dt.date | None


class GrantUse(Struct, frozen=True):
    """Which grant pays for a service's activities of one kind; without a kind, for its groups and every kind not named."""

    service: str
    kind: str | None
    grant: str


class Catalogue(Struct, frozen=True, dict=True):
    """One edition of the catalogue, in the order its lists are shown."""

    version: str
    services: tuple[Service, ...]
    kinds: tuple[Kind, ...]
    indicators: tuple[Indicator, ...]
    grants: tuple[Choice, ...]
    grant_uses: tuple[GrantUse, ...]
    feedback_questions: tuple[Choice, ...]
    check_choices: tuple[Choice, ...]
    cancel_reasons: tuple[Choice, ...]
    channels: tuple[Choice, ...]
    sectors: tuple[Choice, ...]
    themes: tuple[Choice, ...]

    @cached_property
    def _names(self) -> Mapping[tuple[Listing, str], Name]:
        return {(listing, each.code): each.name for listing in Listing for each in getattr(self, listing.value)}

    def name(self, listing: Listing, code: str, language: Language) -> str:
        """What a code is called; an unknown code is shown as it is."""
        known = self._names.get((listing, code))
        return code if known is None else known.said(language)

    def knows(self, listing: Listing, code: str) -> bool:
        """Whether the list has the code."""
        return (listing, code) in self._names

    def is_sensitive(self, service: str) -> bool:
        """Whether a service is guarded; one that the catalogue does not know is."""
        return next((each.sensitive for each in self.services if each.code == service), True)

    def is_counts_only(self, service: str) -> bool:
        """Whether a service keeps headcounts and no names."""
        return any(each.counts_only for each in self.services if each.code == service)

    def family(self, kind: str) -> Family | None:
        """What an activity of that kind is counted among; nothing for an unknown kind."""
        return next((each.family for each in self.kinds if each.code == kind), None)

    def kinds_of(self, *families: Family) -> tuple[str, ...]:
        """The codes of the kinds in these families."""
        return tuple(each.code for each in self.kinds if each.family in families)

    def indicators_of(self, period: Period) -> tuple[Indicator, ...]:
        """The indicators that are valid on the last day of a period."""
        last = period.last
        return tuple(each for each in self.indicators if each.valid_from <= last and (each.valid_until is None or last <= each.valid_until))

    def grant(self, service: str, kind: str | None = None) -> str | None:
        """The grant that pays for a service's activity of a kind, or for its groups."""
        uses = {(each.service, each.kind): each.grant for each in self.grant_uses}
        return uses.get((service, kind), uses.get((service, None)))


@cache
def shipped() -> Catalogue:
    """The catalogue that came with the program, which serves until the office sends one. Almost every screen asks for it."""
    return from_plain(json.loads(paths.resource("catalogue", f"{SHIPPED}.json").read_text("utf-8")))


def from_plain(plain: Any) -> Catalogue:
    """A catalogue from JSON values in the shape of `to_plain`. Raises `ValueError` for what is missing, unknown, repeated or mistyped."""
    try:
        made = _read(plain)
    except (KeyError, TypeError, ValueError) as wrong:
        raise ValueError("not a catalogue") from wrong
    if to_plain(made) != plain or _repeats(made):
        raise ValueError("not a catalogue")
    return made


def _read(plain: Any) -> Catalogue:
    return Catalogue(
        version=_text(plain["version"]),
        services=tuple(Service(_code(row), _name(row), _flag(row["sensitive"]), _flag(row["counts_only"])) for row in plain["services"]),
        kinds=tuple(Kind(_code(row), _name(row), Family(row["family"])) for row in plain["kinds"]),
        indicators=tuple(_indicator(row) for row in plain["indicators"]),
        grants=_choices(plain["grants"]),
        grant_uses=tuple(_grant_use(row) for row in plain["grant_uses"]),
        feedback_questions=_choices(plain["feedback_questions"]),
        check_choices=_choices(plain["check_choices"]),
        cancel_reasons=_choices(plain["cancel_reasons"]),
        channels=_choices(plain["channels"]),
        sectors=_choices(plain["sectors"]),
        themes=_choices(plain["themes"]),
    )


def to_plain(catalogue: Catalogue) -> dict[str, Any]:
    """A catalogue as JSON values: the shape of the shipped file."""
    rows = {listing.value: [_row(each) for each in getattr(catalogue, listing.value)] for listing in Listing}
    uses = [{"service": each.service, "kind": each.kind, "grant": each.grant} for each in catalogue.grant_uses]
    return {"version": catalogue.version, **rows, "grant_uses": uses}


def _row(entry: Choice | Service | Kind | Indicator) -> dict[str, Any]:
    row: dict[str, Any] = {"code": entry.code, "fi": entry.name.fi, "sv": entry.name.sv, "en": entry.name.en}
    match entry:
        case Service():
            row |= {"sensitive": entry.sensitive, "counts_only": entry.counts_only}
        case Kind():
            row |= {"family": entry.family.value}
        case Indicator():
            until = None if entry.valid_until is None else entry.valid_until.isoformat()
            row |= {"definition": entry.definition, "places": entry.places.value, "time": entry.time.value}
            row |= {"breakdown": entry.breakdown.value, "by": entry.by.value, "office": entry.office}
            row |= {"valid_from": entry.valid_from.isoformat(), "valid_until": until}
    return row


def _indicator(row: Any) -> Indicator:
    until = row["valid_until"]
    return Indicator(
        code=_code(row),
        name=_name(row),
        definition=_whole(row["definition"]),
        places=Adding(row["places"]),
        time=Adding(row["time"]),
        breakdown=Adding(row["breakdown"]),
        by=By(row["by"]),
        office=_flag(row["office"]),
        valid_from=dt.date.fromisoformat(row["valid_from"]),
        valid_until=None if until is None else dt.date.fromisoformat(until),
    )


def _grant_use(row: Any) -> GrantUse:
    return GrantUse(_text(row["service"]), None if row["kind"] is None else _text(row["kind"]), _text(row["grant"]))


def _choices(rows: Iterable[Any]) -> tuple[Choice, ...]:
    return tuple(Choice(_code(row), _name(row)) for row in rows)


def _code(row: Any) -> str:
    return _text(row["code"])


def _name(row: Any) -> Name:
    return Name(_text(row["fi"]), _text(row["sv"]), _text(row["en"]))


def _text(value: Any) -> str:
    if not isinstance(value, str) or not value:
        raise TypeError("a text was expected")
    return value


def _flag(value: Any) -> bool:
    if not isinstance(value, bool):
        raise TypeError("true or false was expected")
    return value


def _whole(value: Any) -> int:
    if type(value) is not int:
        raise TypeError("a whole number was expected")
    return value


def _repeats(catalogue: Catalogue) -> bool:
    """Whether a code stands twice in a list, or an indicator twice on the same day."""
    lists = [[each.code for each in getattr(catalogue, listing.value)] for listing in Listing if listing is not Listing.INDICATOR]
    dated = [(each.code, each.valid_from) for each in catalogue.indicators]
    return any(len(codes) != len(set(codes)) for codes in [*lists, dated])
