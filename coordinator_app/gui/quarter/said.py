"""How figures, standings and bases are said and signed; none is told by a colour alone."""

from collections.abc import Mapping
from decimal import Decimal

from coordinator_app.core.catalogue import By, Catalogue, Listing
from coordinator_app.core.figures import ALL, Figure, Ledger
from coordinator_app.core.indicators import RecordRef
from coordinator_app.core.kinds import Basis, FigureStatus
from coordinator_app.core.summary import QuarterRow, Standing
from coordinator_app.gui.kit.icons import Icon
from coordinator_app.i18n import N_, Words, in_percent

BASES: Mapping[Basis, tuple[str, str]] = {
    Basis.COLLECTED: ("", N_("collected")),
    Basis.SAMPLE: ("~", N_("sample")),
    Basis.ESTIMATE: ("≈", N_("estimate")),
}
_NO_VALUE = {FigureStatus.NODATA: "–", FigureStatus.NA: "·", FigureStatus.WITHHELD: "x", FigureStatus.OK: "–"}
_SEPARATOR = " · "
_NOT_ASKED = (".new", ".remote", ".children", ".women")
_NOT_COUNTED = ("visits.", "size.", "professionals", "outreach.reach")
_STANDINGS: Mapping[Standing, tuple[Icon, str, str]] = {
    Standing.NOT_STARTED: (Icon.PLANNED, "quiet", N_("Not begun")),
    Standing.OPEN: (Icon.NOT_RECORDED, "amber", N_("Not complete")),
    Standing.READY: (Icon.SEND, "primary", N_("Ready to send")),
    Standing.SENT: (Icon.HELD, "good", N_("Sent")),
    Standing.CHANGED: (Icon.WARNING, "amber", N_("Changed since sent")),
}


def standing(row: QuarterRow, *, over: bool) -> tuple[Icon, str, str]:
    """The icon, its colour and the words (`N_`) of where a quarter stands."""
    if row.standing in (Standing.OPEN, Standing.READY) and not over:
        return Icon.CLOCK, "quiet", N_("Under way")
    return _STANDINGS[row.standing]


def amount(figure: Figure, words: Words) -> str:
    """The number with the sign of its basis, or the sign of why there is none."""
    if figure.status is not FigureStatus.OK or figure.value is None:
        return _NO_VALUE[figure.status]
    if figure.indicator == "feedback.agree" and figure.denominator is not None:
        said = f"{words.number(figure.numerator or 0)}/{words.number(figure.denominator)}"
    else:
        said = number(figure.value, words)
    sign = "" if figure.basis is None else BASES[figure.basis][0]
    return f"{sign}{said}"


def number(value: int | Decimal, words: Words) -> str:
    """A whole number as it is, another with one decimal."""
    whole = Decimal(value) == Decimal(value).to_integral_value()
    return words.number(value, 0 if whole else 1)


def beside(figure: Figure) -> str:
    """The word beside a figure (`N_`): why there is no number, or how it came about."""
    match figure.status:
        case FigureStatus.NA:
            return N_("not offered here")
        case FigureStatus.WITHHELD:
            return N_("withheld")
        case FigureStatus.NODATA:
            if figure.indicator.endswith(_NOT_ASKED):
                return N_("not asked")
            return N_("not counted") if figure.indicator.startswith(_NOT_COUNTED) else N_("no data")
    return "" if figure.basis in (None, Basis.COLLECTED) else BASES[figure.basis or Basis.COLLECTED][1]


def indicator_name(code: str, catalogue: Catalogue, words: Words) -> str:
    return catalogue.name(Listing.INDICATOR, code, words.language)


def of_name(of: str, catalogue: Catalogue, words: Words) -> str:
    """A service, kind or question by its name."""
    if of == ALL:
        return words(N_("All together"))
    listings = (Listing.SERVICE, Listing.KIND, Listing.QUESTION)
    found = next((each for each in listings if catalogue.knows(each, of)), Listing.SERVICE)
    return catalogue.name(found, of, words.language)


def figure_name(indicator: str, of: str, catalogue: Catalogue, words: Words) -> str:
    """The indicator, and what of if not all."""
    name = indicator_name(indicator, catalogue, words)
    return name if of == ALL else words(N_("{figure}: {of}"), figure=name, of=of_name(of, catalogue, words))


def _ledger(kept: Ledger, words: Words) -> str:
    """The ledger in one line."""
    parts = [
        words.count("{n} meeting planned", "{n} meetings planned", kept.due),
        words(N_("counted {n}"), n=words.number(kept.counted)),
        words(N_("not counted {n}"), n=words.number(kept.uncounted)),
        words(N_("cancelled {n}"), n=words.number(kept.cancelled)),
        words(N_("not recorded {n}"), n=words.number(kept.unrecorded)),
    ]
    if kept.extra:
        parts.append(words(N_("extra {n}"), n=words.number(kept.extra)))
    return _SEPARATOR.join(_held_together(each) for each in parts)


def completeness(kept: Ledger, words: Words) -> str:
    """What became of the planned meetings, and how much of it is known."""
    share = kept.completeness
    if share is None:
        return words(N_("No planned meetings."))
    known = words(N_("complete to {share}"), share=in_percent(share, words))
    return f"{_ledger(kept, words)}{_SEPARATOR}{_held_together(known)}"


def _held_together(part: str) -> str:
    """A number stays on the line of what it counts."""
    return part.replace(" ", "\u00a0")


def title_of(ref: RecordRef, catalogue: Catalogue, words: Words) -> str:
    """What a record is called: its own name, else its kind and the name of its code."""
    kinds = {
        "enquiry": N_("Enquiry: {of}"),
        "support_talk": N_("Support talk: {of}"),
        "referral": N_("Guiding onward: {of}"),
        "volunteer_hours": N_("Volunteer hours: {of}"),
        "feedback_tally": N_("Feedback: {of}"),
    }
    if ref.kind == "stated_figure":
        return words(N_("Entered by hand"))
    if ref.kind == "kept_count":
        return words(N_("People whose names are gone"))
    if ref.kind in kinds:
        return words(kinds[ref.kind], of=of_name(ref.title, catalogue, words))
    return ref.title


def of_service(indicator: str, catalogue: Catalogue) -> bool:
    """Whether an indicator is broken down by service."""
    return any(each.code == indicator and each.by is By.SERVICE for each in catalogue.indicators)
