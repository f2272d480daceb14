"""The quarter summary: headline figures, the ledger, figures by service, eight quarters as bars, and the words beside them."""

from collections.abc import Iterable, Sequence
from decimal import Decimal
from typing import Any

from msgspec import Struct

from coordinator_app.core.catalogue import By, Catalogue, Indicator, Listing
from coordinator_app.core.figures import ALL, Figure, Summary
from coordinator_app.core.kinds import Basis, FigureStatus, SummaryKind
from coordinator_app.core.periods import Period
from coordinator_app.i18n import N_, Language, Words, in_percent
from coordinator_app.printing.marks import document_code
from coordinator_app.printing.omissions import Omission
from coordinator_app.printing.typst import Manuscript

HEADLINES = ("visits.group", "groups.active", "men.group", "support.talks")
TRENDS = ("visits.group", "meetings.counted")
QUARTERS_SHOWN = 8
_FEW_KINDS = 3
_LEDGER = ("due", "counted", "uncounted", "cancelled", "unrecorded", "extra")
_LISTINGS = {By.SERVICE: Listing.SERVICE, By.KIND: Listing.KIND, By.QUESTION: Listing.QUESTION}
_NO_VALUE = {FigureStatus.NODATA: "–", FigureStatus.NA: "·", FigureStatus.WITHHELD: "x", FigureStatus.OK: "–"}
_BASIS = {Basis.SAMPLE: "~", Basis.ESTIMATE: "≈"}


class QuarterPage(Struct, frozen=True):
    """What the pages say. `past` are the `all` figures of earlier quarters; for the public version the figures of small
    counts come with the status `withheld`, in `summary` and `past` alike, and services left out are not in them."""

    association: str
    summary: Summary
    past: tuple[tuple[Period, tuple[Figure, ...]], ...] = ()
    public: bool = False


def quarter_summary(page: QuarterPage, catalogue: Catalogue, languages: Sequence[Language]) -> Manuscript:
    """The summary's manuscript, of one page or more for each language, so that each can be given to its readers."""
    main = Words(languages[0])
    facts = {
        "association": page.association,
        "title": main("Summary {quarter}", quarter=page.summary.period.said(main)),
        "locality": page.summary.reporter.name,
        "versions": [_version(page, catalogue, Words(language)) for language in languages],
    }
    code = document_code("Q", facts)
    values = facts | {"updated": main("Made on {day}", day=main.date(page.summary.created.date())), "code": code}
    withheld = sum(each.status is FigureStatus.WITHHELD for each in page.summary.figures)
    message = N_("Withheld figures: {n}. They stand for fewer than five men, or would give such a figure away.")
    return Manuscript("quarter_summary", languages[0], values, (Omission(message, {"n": withheld}),) if withheld else (), code)


def _version(page: QuarterPage, catalogue: Catalogue, words: Words) -> dict[str, Any]:
    """All that is said in one language."""
    summary = page.summary
    indicators = [each for each in catalogue.indicators_of(summary.period) if not each.office]
    return {
        "language": words.language,
        "title": words("Summary {quarter}", quarter=summary.period.said(words)),
        "updated": words("Made on {day}", day=words.date(summary.created.date())),
        "page": words("Page"),
        "kind": words("For the public") if page.public else words("For the association’s own use"),
        "revision": words("Revision {n}", n=summary.revision),
        "nothing": words("No activity in this period.") if summary.kind is SummaryKind.NOTHING else "",
        "headlines": _headlines(summary, catalogue, words),
        "ledger_heading": words("Meetings"),
        "ledger": _ledger(summary, words),
        "trend_heading": words("Two years by quarter"),
        "trends": [_trend(page, code, catalogue, words) for code in TRENDS],
        "tables": list(_tables(summary, indicators, catalogue, words)),
        "signs": _signs(summary.figures, words),
        "narrative": _narrative(summary, words),
        "practice": words("Practice: these figures are made up.") if summary.practice else "",
    }


def _row(figures: Sequence[Figure | None], words: Words) -> list[str]:
    """The cells of one indicator: if one of its numbers has a fraction, all have."""
    known = [Decimal(each.value) for each in figures if each is not None and each.value is not None]
    digits = int(any(value != value.to_integral_value() for value in known))
    return [_said(each, words, digits) for each in figures]


def _said(figure: Figure | None, words: Words, digits: int = 0) -> str:
    """A figure as it stands in a cell: a number with the sign of its basis, or the sign of why there is none."""
    if figure is None:
        return ""
    if figure.status is not FigureStatus.OK or figure.value is None:
        return _NO_VALUE[figure.status]
    value = Decimal(figure.value)
    share = figure.indicator == "feedback.agree" and figure.denominator is not None
    if value != value.to_integral_value():
        digits = 1
    number = f"{words.number(figure.numerator or 0)}/{words.number(figure.denominator or 0)}" if share else words.number(value, digits)
    return number if figure.basis is None or figure.basis not in _BASIS else f"{_BASIS[figure.basis]}{number}"


def _signs(figures: Iterable[Figure], words: Words) -> str:
    """What the signs that occur mean."""
    figures = tuple(figures)
    meanings = (
        (any(each.status is FigureStatus.NODATA for each in figures), words("– not known")),
        (any(each.status is FigureStatus.NA for each in figures), words("· not offered here")),
        (any(each.status is FigureStatus.WITHHELD for each in figures), words("x withheld, to protect those who came")),
        (any(each.basis is Basis.SAMPLE for each in figures), words("~ from a sample")),
        (any(each.basis is Basis.ESTIMATE for each in figures), words("≈ an estimate")),
    )
    return "    ".join(meaning for occurs, meaning in meanings if occurs)


def _headlines(summary: Summary, catalogue: Catalogue, words: Words) -> list[dict[str, str]]:
    return [
        {"value": _said(figure, words), "label": catalogue.name(Listing.INDICATOR, code, words.language)}
        for code in HEADLINES
        if (figure := summary.figure(code)) is not None
    ]


def _ledger(summary: Summary, words: Words) -> dict[str, Any]:
    labels = {
        "due": words("Planned"),
        "counted": words("Counted"),
        "uncounted": words("Not counted"),
        "cancelled": words("Called off"),
        "unrecorded": words("Not recorded"),
        "extra": words("Extra"),
    }
    share = summary.ledger.completeness
    return {
        "labels": [labels[name] for name in _LEDGER],
        "values": [words.number(getattr(summary.ledger, name)) for name in _LEDGER],
        "completeness": "" if share is None else words("Completeness {share}", share=in_percent(share, words)),
    }


def _trend(page: QuarterPage, code: str, catalogue: Catalogue, words: Words) -> dict[str, Any]:
    """Eight quarters of one figure, oldest first; a quarter without a value has no bar."""
    known = dict(page.past) | {page.summary.period: page.summary.figures}
    periods = [page.summary.period]
    while len(periods) < QUARTERS_SHOWN:
        periods.insert(0, periods[0].previous)
    found = [next((each for each in known.get(period, ()) if (each.indicator, each.of) == (code, ALL)), None) for period in periods]
    values = [float(each.value) if each and each.status is FigureStatus.OK and each.value is not None else None for each in found]
    most = max((value for value in values if value is not None), default=0.0)
    return {
        "label": catalogue.name(Listing.INDICATOR, code, words.language),
        "quarters": [(f"{period.first.month}–{period.last.month}", str(period.year)) for period in periods],
        "shares": [None if value is None else value / most if most else 0.0 for value in values],
        "values": [_said(each, words) or "–" for each in found],
    }


def _tables(summary: Summary, indicators: Sequence[Indicator], catalogue: Catalogue, words: Words) -> Iterable[dict[str, Any]]:
    """The figures, apart by what they are broken down by; rows and columns without a value are left out."""
    cells = {(each.indicator, each.of): each for each in summary.figures}
    headings = {
        By.SERVICE: words("Figures by service"),
        By.KIND: words("Activities by kind"),
        By.QUESTION: words("Feedback"),
        By.NOTHING: words("Training"),
    }
    for by in By:
        rows = [each.code for each in indicators if each.by is by and not each.code.startswith("meetings.")]
        rows = [code for code in rows if any(found == code and _tells(figure) for (found, _), figure in cells.items())]
        listed = [each.code for each in getattr(catalogue, _LISTINGS[by].value)] if by in _LISTINGS else []
        columns = [code for code in listed if any(_tells(cells.get((row, code))) for row in rows)]
        if not rows:
            continue
        names = [catalogue.name(_LISTINGS[by], code, words.language) for code in columns] if columns else []
        labels = [catalogue.name(Listing.INDICATOR, code, words.language) for code in rows]
        values = [_row([cells.get((row, code)) for code in (ALL, *columns)], words) for row in rows]
        table = {"heading": headings[by], "corner": words("Figure"), "columns": [words("In all"), *names], "rows": labels, "values": values}
        yield _turned(table, words) if by is By.QUESTION or (by is By.KIND and len(columns) > _FEW_KINDS) else table


def _turned(table: dict[str, Any], words: Words) -> dict[str, Any]:
    """The same table with its columns as rows, where they are many or their names long."""
    values = [list(column) for column in zip(*table["values"], strict=True)]
    return table | {"columns": table["rows"], "rows": table["columns"], "values": values, "corner": ""}


def _tells(figure: Figure | None) -> bool:
    """Whether a figure is worth a row: it has a value other than zero, or one that is missing or withheld."""
    return figure is not None and (figure.status in (FigureStatus.NODATA, FigureStatus.WITHHELD) or bool(figure.value))


def _narrative(summary: Summary, words: Words) -> list[dict[str, Any]]:
    said = (
        (words("What went well"), summary.narrative.went_well),
        (words("What was hard"), summary.narrative.hard),
        (words("Wishes for the central office"), summary.narrative.wishes),
    )
    return [
        {"heading": heading, "paragraphs": [line.strip() for line in text.splitlines() if line.strip()]}
        for heading, text in said
        if text.strip()
    ]
