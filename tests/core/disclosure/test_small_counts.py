"""What is printed for the public: no sensitive service in it, and no small count, neither straight out nor by subtraction."""

import datetime as dt
from collections.abc import Mapping
from decimal import Decimal
from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sqlalchemy.orm import Session

from coordinator_app.core import catalogue, disclosure, indicators, summary
from coordinator_app.core.clock import HELSINKI
from coordinator_app.core.figures import ALL, Figure, Ledger
from coordinator_app.core.kinds import Basis, FigureStatus
from coordinator_app.core.model import Enquiry, SigningKey
from coordinator_app.core.periods import Period
from coordinator_app.i18n import Language, Words
from tests.core.rows import COUNTED, activity, group, meeting, person, put, there

SHIPPED = catalogue.shipped()
Q3 = Period(2026, 3)
NOW = dt.datetime(2026, 10, 20, 18, 5, tzinfo=HELSINKI)
TODAY = NOW.date()
OPEN_SERVICES = ("peer", "fatherhood", "training")
ADDED_UP = ("visits.group", "visits.group.new", "enquiries")

Cells = Mapping[tuple[str, str], Figure]


def cells(figures: tuple[Figure, ...]) -> Cells:
    return {(each.indicator, each.of): each for each in figures}


def shown(session: Session) -> Cells:
    return cells(disclosure.public_figures(session, Q3, today=TODAY, catalogue=SHIPPED))


def said(figures: Cells, indicator: str, of: str) -> object:
    figure = figures[indicator, of]
    return figure.status.value if figure.value is None else figure.value


def met(session: Session, service: str, *headcounts: int) -> None:
    team = group(session, service=service)
    for headcount in headcounts:
        meeting(session, team, Q3.first, COUNTED, headcount=headcount, newcomers=headcount, service=service)


def test_large_counts_are_shown(memory: Session) -> None:
    met(memory, "peer", 8, 9)
    figures = shown(memory)
    assert said(figures, "visits.group", "peer") == 17
    assert said(figures, "size.mean", "all") == Decimal("8.50")


def test_sensitive_services_are_left_out_totals_included(memory: Session) -> None:
    met(memory, "peer", 8, 9)
    met(memory, "divorce", 30)
    activity(memory, "social", Q3.first, headcount=40, service="violence_used")
    activity(memory, "social", Q3.first, headcount=20)
    figures = shown(memory)
    assert said(figures, "visits.group", "all") == 17
    assert said(figures, "meetings.due", "all") == 2
    assert said(figures, "groups.open", "all") == 1
    assert said(figures, "visits.activity", "social") == 20
    assert not {of for _, of in figures} & {"divorce", "violence_used", "immigrant"}


def test_a_total_by_hand_that_may_count_men_of_a_sensitive_service_is_not_used(memory: Session) -> None:
    met(memory, "peer", 8, 9)
    indicators.state(memory, period=Q3, indicator="men.group", of="all", value=30, basis=Basis.COLLECTED)
    assert said(shown(memory), "men.group", "all") == 30
    met(memory, "divorce", 8)
    assert said(shown(memory), "men.group", "all") == "nodata"


def test_a_small_group_is_withheld_and_so_is_what_would_tell(memory: Session) -> None:
    met(memory, "peer", 8, 9)
    met(memory, "fatherhood", 3, 4)
    figures = shown(memory)
    for indicator in ("visits.group", "size.mean"):
        assert said(figures, indicator, "fatherhood") == "withheld"
        assert said(figures, indicator, "peer") == "withheld"
    assert said(figures, "visits.group", "all") == 24
    assert said(figures, "meetings.counted", "fatherhood") == 2


def test_the_only_service_takes_the_total_with_it(memory: Session) -> None:
    met(memory, "peer", 3, 4)
    assert said(shown(memory), "visits.group", "all") == "withheld"


def test_few_men_in_many_visits(memory: Session) -> None:
    """Four men who come every week are many visits, and still four men."""
    team, men = group(memory), [person(memory) for _ in range(4)]
    for week in range(8):
        there(memory, meeting(memory, team, Q3.first + dt.timedelta(weeks=week), COUNTED, headcount=4), *men)
    figures = shown(memory)
    assert [said(figures, each, "peer") for each in ("visits.group", "men.group", "men.group.year")] == ["withheld"] * 3


def test_few_newcomers_among_many_men(memory: Session) -> None:
    met(memory, "peer", 12)
    meeting(memory, group(memory, service="training"), Q3.first, COUNTED, headcount=12, newcomers=2, service="training")
    figures = shown(memory)
    assert said(figures, "visits.group", "training") == 12
    assert [said(figures, "visits.group.new", of) for of in ("training", "peer", "all")] == ["withheld", "withheld", 14]


def test_nothing_stays_nothing(memory: Session) -> None:
    group(memory)
    figures = shown(memory)
    assert (said(figures, "visits.group", "peer"), said(figures, "enquiries", "all")) == (0, 0)
    assert said(figures, "visits.group", "training") == "na"


def test_a_few_enquiries(memory: Session) -> None:
    for _ in range(3):
        put(memory, Enquiry, on=Q3.first, service="peer", channel="phone")
    assert said(shown(memory), "enquiries", "peer") == "withheld"


@pytest.mark.parametrize(("threshold", "expected"), [(1, 6), (5, 6), (7, "withheld")])
def test_the_threshold_can_be_raised_not_lowered(memory: Session, threshold: int, expected: object) -> None:
    met(memory, "peer", 6)
    figures = cells(disclosure.public_figures(memory, Q3, today=TODAY, catalogue=SHIPPED, threshold=threshold))
    assert said(figures, "visits.group", "peer") == expected
    met(memory, "fatherhood", 4)
    figures = cells(disclosure.public_figures(memory, Q3, today=TODAY, catalogue=SHIPPED, threshold=threshold))
    assert said(figures, "visits.group", "fatherhood") == "withheld"


def test_the_public_summary_has_no_answers_and_no_sensitive_group(memory: Session) -> None:
    put(memory, SigningKey, epoch=1, private=bytes(32), created=NOW)
    met(memory, "peer", 8)
    met(memory, "divorce", 8)
    made = summary.draft(memory, Q3, now=NOW, catalogue=SHIPPED, words=Words(Language.FI), app_version="0", file_id=UUID(int=1))
    public = disclosure.public_summary(memory, made, today=TODAY, catalogue=SHIPPED)
    assert made.ledger.due == 2
    assert public.ledger == Ledger(due=1, counted=1, uncounted=0, cancelled=0, unrecorded=0, extra=0)
    assert [each.service for each in public.directory] == ["peer"]
    assert public.checks == ()


@st.composite
def tables(draw: st.DrawFn) -> tuple[tuple[Figure, ...], dict[tuple[str, str], int]]:
    """What a locality may have had: visits, newcomers among them, men, and enquiries, by service and in all."""
    figures: list[Figure] = []
    largest: dict[tuple[str, str], int] = {}
    sums = dict.fromkeys(ADDED_UP, 0)
    meetings = 0
    for of in OPEN_SERVICES[: draw(st.integers(1, 3))]:
        heads = draw(st.lists(st.integers(0, 12), max_size=5))
        visits = sum(heads)
        new = draw(st.integers(0, visits))
        enquiries = draw(st.integers(0, 12))
        men = draw(st.one_of(st.none(), st.integers(max(heads, default=0), max(visits, 0)))) if heads else 0
        values = {"visits.group": visits, "visits.group.new": new, "enquiries": enquiries}
        figures += [Figure(name, of, value, basis=Basis.COLLECTED) for name, value in values.items()]
        status = FigureStatus.NODATA if men is None else FigureStatus.OK
        figures += [Figure("men.group", of, men, status=status), *mean(of, visits, len(heads))]
        sums = {name: sums[name] + values[name] for name in ADDED_UP}
        meetings += len(heads)
        if heads:
            largest["visits.group", of] = max(heads)
            largest["visits.group", ALL] = max(*heads, largest.get(("visits.group", ALL), 0))
    figures += [Figure(name, ALL, value, basis=Basis.COLLECTED) for name, value in sums.items()]
    figures += [Figure("men.group", ALL, None, status=FigureStatus.NODATA), *mean(ALL, sums["visits.group"], meetings)]
    return tuple(figures), largest


def mean(of: str, visits: int, meetings: int) -> list[Figure]:
    if not meetings:
        return [Figure("size.mean", of, None, status=FigureStatus.NA)]
    return [Figure("size.mean", of, Decimal(visits) / meetings, visits, meetings)]


@given(made=tables(), threshold=st.integers(5, 8))
def test_no_withheld_cell_can_be_had_by_subtraction(made: tuple[tuple[Figure, ...], dict[tuple[str, str], int]], threshold: int) -> None:
    figures, largest = made
    truth, seen = cells(figures), cells(disclosure.withhold(figures, largest=largest, catalogue=SHIPPED, threshold=threshold))
    hidden = {name for name, each in seen.items() if each.status is FigureStatus.WITHHELD}
    services = {of for _, of in truth} - {ALL}
    for (indicator, of), figure in truth.items():
        men = truth["men.group", of].value
        size = men if men is not None else largest.get(("visits.group", of), 0)
        if indicator == "visits.group" and figure.value and size < threshold:
            assert (indicator, of) in hidden
        if indicator != "size.mean" and figure.value and figure.value < threshold and (indicator, of) not in hidden:
            pytest.fail(f"{indicator} of {of} is shown, and stands for {figure.value}")
    for indicator in ADDED_UP:
        unknown = [of for of in services if (indicator, of) in hidden]
        if (indicator, ALL) in hidden:
            assert unknown or not any(truth[indicator, of].value for of in services)
        elif unknown:
            assert len(unknown) > 1
            assert sum(truth[indicator, of].value or 0 for of in unknown) >= threshold
    for of in (*services, ALL):
        ratio = truth["size.mean", of].status is FigureStatus.OK
        assert not ratio or (("size.mean", of) in hidden) == (("visits.group", of) in hidden)
    assert all(seen[name] == figure for name, figure in truth.items() if name not in hidden)


def test_without_the_second_step_subtraction_tells(memory: Session) -> None:
    """The control: withholding the small cell alone leaves total less the rest."""
    met(memory, "peer", 8, 9)
    met(memory, "fatherhood", 3, 4)
    begin = dt.date(2026, 1, 1)
    truth = cells(indicators.compute(memory, Q3, today=TODAY, records_begin=begin, catalogue=SHIPPED))
    alone = {name: each for name, each in truth.items() if name != ("visits.group", "fatherhood")}
    told = int(alone["visits.group", ALL].value or 0) - int(alone["visits.group", "peer"].value or 0)
    assert told == truth["visits.group", "fatherhood"].value
    assert said(shown(memory), "visits.group", "peer") == "withheld"
