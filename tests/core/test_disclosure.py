"""A summary that travels open says nothing of a sensitive service, neither straight out nor by subtraction."""

from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from coordinator_app.core.disclosure import without_sensitive
from coordinator_app.core.figures import CheckAnswer, Figure, Ledger, Summary
from coordinator_app.core.kinds import FigureStatus
from tests.exchange.summaries import CATALOGUE, SUMMARY

PARTS = ("due", "counted", "uncounted", "cancelled", "unrecorded", "extra")


def opened(*figures: Figure, **changed: object) -> Summary:
    return without_sensitive(replace(SUMMARY, figures=figures, **changed), CATALOGUE)


def status(summary: Summary, indicator: str, of: str) -> FigureStatus:
    found = summary.figure(indicator, of)
    assert found is not None
    return found.status


def test_a_sensitive_figure_and_the_total_that_would_tell_it_are_withheld() -> None:
    seen = opened(Figure("visits.group", "peer", 180), Figure("visits.group", "divorce", 32), Figure("visits.group", "all", 212))
    assert seen.figures == (
        Figure("visits.group", "peer", 180),
        Figure("visits.group", "divorce", None, status=FigureStatus.WITHHELD),
        Figure("visits.group", "all", None, status=FigureStatus.WITHHELD),
    )


def test_a_ratio_is_withheld_with_both_its_parts() -> None:
    seen = opened(Figure("size.mean", "divorce", 8, 32, 4))
    assert seen.figures == (Figure("size.mean", "divorce", None, status=FigureStatus.WITHHELD),)


def test_a_total_stays_where_no_sensitive_service_does_anything() -> None:
    seen = opened(
        Figure("visits.group", "peer", 180),
        Figure("visits.group", "divorce", None, status=FigureStatus.NA),
        Figure("visits.group", "all", 180),
    )
    assert seen.figure("visits.group") == Figure("visits.group", "all", 180)
    assert status(seen, "visits.group", "divorce") is FigureStatus.NA


def test_a_total_of_another_indicator_goes_too_since_a_zero_is_a_figure() -> None:
    seen = opened(
        Figure("visits.group", "divorce", 32),
        Figure("enquiries", "divorce", 0),
        Figure("enquiries", "all", 7),
        Figure("enquiries", "peer", 7),
    )
    assert status(seen, "enquiries", "all") is FigureStatus.WITHHELD
    assert status(seen, "enquiries", "peer") is FigureStatus.OK


def test_a_figure_by_kind_stays_unless_only_sensitive_services_work_here() -> None:
    kind = Figure("visits.activity", "exercise", 14)
    with_others = opened(Figure("visits.group", "peer", 180), Figure("visits.group", "divorce", 32), kind)
    assert with_others.figure("visits.activity", "exercise") == kind
    alone = opened(Figure("visits.group", "peer", 0), Figure("visits.group", "divorce", 32), kind)
    assert status(alone, "visits.activity", "exercise") is FigureStatus.WITHHELD


def test_an_unknown_service_or_indicator_is_taken_for_sensitive() -> None:
    seen = opened(Figure("visits.group", "brand_new", 5), Figure("unheard.of", "all", 5))
    assert {each.status for each in seen.figures} == {FigureStatus.WITHHELD}


def test_the_ledger_counts_the_other_services_alone() -> None:
    seen = without_sensitive(SUMMARY, CATALOGUE)
    assert seen.ledger == Ledger(due=20, counted=15, uncounted=2, cancelled=2, unrecorded=1, extra=1)
    assert seen.ledger.balances


def test_answers_about_sensitive_services_and_groups_go_and_texts_go_everywhere() -> None:
    answers = (
        CheckAnswer("unrecorded", "peer", "break", "Remontti"),
        CheckAnswer("unrecorded", "divorce", "break"),
        CheckAnswer("silent", "g1", "break"),
        CheckAnswer("silent", "g2", "break"),
        CheckAnswer("silent", "g99", "break"),
        CheckAnswer("jump", "visits.group", "really_so", "ero"),
    )
    seen = opened(checks=answers)
    assert [(each.of, each.text) for each in seen.checks] == [("peer", None), ("g1", None), ("visits.group", None)]


services = st.sampled_from([each.code for each in CATALOGUE.services])


@given(st.dictionaries(services, st.integers(0, 50), min_size=1), st.dictionaries(services, st.integers(0, 50)))
def test_nothing_that_is_left_adds_up_to_a_sensitive_figure(visits: dict[str, int], due: dict[str, int]) -> None:
    figures = [Figure("visits.group", of, n) for of, n in visits.items()] + [Figure("meetings.due", of, n) for of, n in due.items()]
    figures += [Figure("visits.group", "all", sum(visits.values())), Figure("meetings.due", "all", sum(due.values()))]
    ledger = Ledger(**dict.fromkeys(PARTS, 0) | {"due": sum(due.values())})
    seen = opened(*figures, ledger=ledger)
    assert not any(CATALOGUE.is_sensitive(each.of) and each.of != "all" and each.value is not None for each in seen.figures)
    guarded = sum(n for counts in (visits, due) for of, n in counts.items() if CATALOGUE.is_sensitive(of))
    for indicator in ("visits.group", "meetings.due"):
        assert (status(seen, indicator, "all") is FigureStatus.WITHHELD) == (guarded > 0)
    assert seen.ledger.due == sum(n for of, n in due.items() if not CATALOGUE.is_sensitive(of))
