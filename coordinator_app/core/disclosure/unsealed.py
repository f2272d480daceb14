"""What of a summary may travel unsealed, where anyone can read it."""

from msgspec.structs import replace

from coordinator_app.core.catalogue import By, Catalogue, Listing
from coordinator_app.core.figures import ALL, CheckAnswer, Figure, Ledger, Summary
from coordinator_app.core.kinds import FigureStatus


def without_sensitive(summary: Summary, catalogue: Catalogue) -> Summary:
    """The summary as it may travel unsealed: nothing of a sensitive service in it, and nothing that gives one away.

    Withheld are the figures of sensitive services; where one of these services did anything, the totals over services too,
    since total less the rest would tell; and where only such services did anything, every other figure as well.
    The ledger then counts the other services alone, and an answer to a check stays only where it names none, without its line of text.
    A code that the catalogue does not know is taken for sensitive.
    """
    by = {each.code: each.by for each in catalogue.indicators}
    of_services = [each for each in summary.figures if each.of != ALL and by.get(each.indicator, By.SERVICE) is By.SERVICE]
    guarded = [each for each in of_services if catalogue.is_sensitive(each.of)]
    if_any = any(_tells(each) for each in guarded)
    alone = if_any and not any(_tells(each) for each in of_services if not catalogue.is_sensitive(each.of))

    def seen(figure: Figure) -> Figure:
        total = figure.of == ALL and by.get(figure.indicator, By.SERVICE) is By.SERVICE
        hide = alone or figure in guarded or (total and if_any)
        return _withheld(figure) if hide and figure.status is not FigureStatus.NA else figure

    return replace(
        summary,
        ledger=_rest(summary.ledger, guarded),
        figures=tuple(seen(each) for each in summary.figures),
        checks=tuple(replace(each, text=None) for each in summary.checks if _open(each, summary, catalogue)),
    )


def _tells(figure: Figure) -> bool:
    """Whether there is anything to hide: something happened, or might have."""
    return bool(figure.value) if figure.status is FigureStatus.OK else figure.status is not FigureStatus.NA


def _withheld(figure: Figure) -> Figure:
    return replace(figure, value=None, numerator=None, denominator=None, status=FigureStatus.WITHHELD, basis=None)


def _rest(ledger: Ledger, guarded: list[Figure]) -> Ledger:
    """The ledger less the meetings of the guarded services."""
    less = {each: sum(int(row.value or 0) for row in guarded if row.indicator == f"meetings.{each}") for each in Ledger.__struct_fields__}
    return Ledger(**{name: max(0, getattr(ledger, name) - n) for name, n in less.items()})


def _open(answer: CheckAnswer, summary: Summary, catalogue: Catalogue) -> bool:
    """Whether what an answer is about is a total, an indicator, or belongs to a service that is not sensitive."""
    service = next((each.service for each in summary.directory if each.id == answer.of), answer.of)
    known = service == ALL or catalogue.knows(Listing.INDICATOR, service)
    return known or not catalogue.is_sensitive(service)
