"""Random schedules: every rule, odd letters, long names, hidden places, breaks, private and sensitive groups, beginnings and ends."""

import datetime as dt

from hypothesis import strategies as st
from msgspec import structs

from coordinator_app.core.kinds import Mode, Rule
from coordinator_app.core.periods import Span
from coordinator_app.core.schedule import Localised, Schedule, ScheduleContact, ScheduleGroup, SchedulePlace, ScheduleSlot
from tests.printing import samples
from tests.printing.reading import squeezed

# Letters that the font sets in two signs come back from the page twice, and a name could not be found by them.
LETTERS = st.characters(max_codepoint=0x17F, categories=("Lu", "Ll", "Nd", "Zs", "Po", "So", "Lo")) | st.sampled_from("漢ЖŊ")
TITLES = st.text(LETTERS, min_size=1, max_size=70).filter(lambda text: bool(squeezed(text)))
DAYS = st.dates(samples.TERM.first, samples.TERM.last)


@st.composite
def slots(draw: st.DrawFn) -> ScheduleSlot:
    rule = draw(st.sampled_from(Rule))
    return ScheduleSlot(
        rule=rule,
        weekday=None if rule is Rule.DATES else draw(st.integers(0, 6)),
        starts=draw(st.times().map(lambda at: at.replace(second=0, microsecond=0, tzinfo=None))),
        minutes=draw(st.integers(1, 1440)),
        interval=draw(st.integers(2, 6)),
        nth=draw(st.sampled_from((1, 2, 3, 4, 5, -1))) if rule is Rule.MONTHLY else None,
        dates=tuple(sorted(draw(st.sets(DAYS, max_size=15)))),
        place=draw(st.none() | st.builds(SchedulePlace, TITLES, TITLES, hidden=st.booleans())),
        mode=draw(st.sampled_from(Mode)),
    )


@st.composite
def numbered_group(draw: st.DrawFn, number: int) -> ScheduleGroup:
    days = st.none() | st.dates(dt.date(2026, 1, 1), dt.date(2027, 6, 1))
    return ScheduleGroup(
        id=number,
        name=Localised(f"{draw(TITLES)} {number}"),
        sort_key=f"{number:03}",
        service="peer",
        slots=tuple(draw(st.lists(slots(), max_size=3))),
        sensitive=draw(st.booleans()),
        public=draw(st.integers(0, 4)) > 0,
        contact=draw(st.none() | st.just(ScheduleContact("Ohjaaja", "050 1"))),
        started=draw(days),
        ended=draw(days),
        pauses=tuple(Span(day, day) for day in draw(st.lists(DAYS, max_size=2))),
    )


@st.composite
def schedules(draw: st.DrawFn) -> Schedule:
    groups = tuple(draw(numbered_group(number)) for number in range(draw(st.integers(0, 25))))
    return structs.replace(samples.schedule(), groups=groups, web=draw(st.sampled_from(("", "ryhmat.example"))))
