"""On which days a rule falls, against an independent day-by-day reading of the same rule."""

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coordinator_app.core import recurrence
from coordinator_app.core.errors import Refused
from coordinator_app.core.kinds import Rule
from coordinator_app.core.periods import Span
from coordinator_app.core.recurrence import SlotRule
from coordinator_app.i18n import Language, Words

DAY = dt.timedelta(days=1)
WHOLE = Span(dt.date(2020, 1, 1), dt.date(2040, 12, 31))
SIX = dt.time(18)
dates = st.dates(WHOLE.first, WHOLE.last)


@st.composite
def spans(draw: st.DrawFn, longest: int = 500) -> Span:
    first = draw(dates)
    return Span(first, first + draw(st.integers(-3, longest)) * DAY)


@st.composite
def rules(draw: st.DrawFn) -> SlotRule:
    kind = draw(st.sampled_from(Rule))
    valid_from = draw(dates)
    return SlotRule(
        rule=kind,
        weekday=None if kind is Rule.DATES else draw(st.integers(0, 6)),
        starts=SIX,
        minutes=120,
        valid_from=valid_from,
        valid_until=draw(st.none() | st.integers(0, 2000).map(lambda n: valid_from + n * DAY)),
        interval=draw(st.integers(1, 52)) if kind is Rule.EVERY_N_WEEKS else 1,
        nth=draw(st.sampled_from((-1, 1, 2, 3, 4, 5))) if kind is Rule.MONTHLY else None,
        dates=tuple(draw(st.lists(dates, min_size=1, max_size=30))) if kind is Rule.DATES else (),
        skip_holidays=draw(st.booleans()),
    )


def falls_on(rule: SlotRule, day: dt.date) -> bool:
    """A reading of the rule for one day alone, which shares nothing with the program's."""
    if day < rule.valid_from or (rule.valid_until is not None and day > rule.valid_until):
        return False
    if rule.rule is Rule.DATES:
        return day in rule.dates
    if day.weekday() != rule.weekday:
        return False
    if rule.rule is Rule.WEEKLY:
        return True
    if rule.rule is Rule.EVERY_N_WEEKS:
        first = next(rule.valid_from + n * DAY for n in range(7) if (rule.valid_from + n * DAY).weekday() == rule.weekday)
        return (day - first).days % (7 * rule.interval) == 0
    if rule.nth == -1:
        return (day + 7 * DAY).month != day.month
    return (day.day - 1) // 7 + 1 == rule.nth


@given(rules(), spans(), st.lists(spans(longest=60), max_size=4), st.sets(dates, max_size=20))
def test_the_days_are_those_of_a_day_by_day_reading(rule: SlotRule, span: Span, breaks: list[Span], holidays: set[dt.date]) -> None:
    said = [span.first + n * DAY for n in range(max(0, (span.last - span.first).days + 1))]
    expected = [
        day
        for day in said
        if falls_on(rule, day)
        and not any(pause.first <= day <= pause.last for pause in breaks)
        and not (rule.skip_holidays and day in holidays)
    ]
    assert list(recurrence.days(rule, span, holidays=holidays, breaks=breaks)) == expected


@given(rules(), spans())
def test_a_span_gives_the_same_days_whole_or_in_two_parts(rule: SlotRule, span: Span) -> None:
    middle = span.first + (span.last - span.first) // 2
    parts = recurrence.days(rule, Span(span.first, middle)) + recurrence.days(rule, Span(middle + DAY, span.last))
    assert parts == recurrence.days(rule, span)


@pytest.mark.parametrize(
    ("day", "fi", "sv"),
    [
        (dt.date(2026, 1, 6), "Loppiainen", "Trettondag"),
        (dt.date(2026, 12, 6), "Itsenäisyyspäivä", "Självständighetsdagen"),
        (dt.date(2026, 12, 24), "Jouluaatto", "Julafton"),
        (dt.date(2026, 6, 19), "Juhannusaatto", "Midsommarafton"),
        (dt.date(2027, 3, 26), "Pitkäperjantai", "Långfredagen"),
    ],
)
def test_public_holidays_are_known_by_name(day: dt.date, fi: str, sv: str) -> None:
    assert recurrence.public_holidays(Span(day, day), Language.FI)[day] == fi
    assert recurrence.public_holidays(Span(day - DAY, day + DAY), Language.SV)[day] == sv


def test_a_group_that_leaves_out_holidays_does_not_meet_on_epiphany() -> None:
    rule = SlotRule(Rule.WEEKLY, 1, SIX, 120, dt.date(2026, 1, 1), skip_holidays=True)
    january = Span(dt.date(2026, 1, 1), dt.date(2026, 1, 31))
    assert [day.day for day in recurrence.days(rule, january, holidays=recurrence.public_holidays(january))] == [13, 20, 27]


def weekly(**how: object) -> SlotRule:
    return SlotRule(**{"rule": Rule.WEEKLY, "weekday": 1, "starts": SIX, "minutes": 120, "valid_from": WHOLE.first} | how)  # type: ignore[arg-type]


SAID = [
    (weekly(), "Tuesdays at 18:00–20:00"),
    (weekly(rule=Rule.EVERY_N_WEEKS, interval=1), "Tuesdays at 18:00–20:00"),
    (weekly(rule=Rule.EVERY_N_WEEKS, interval=2), "every second Tuesday at 18:00–20:00"),
    (weekly(rule=Rule.EVERY_N_WEEKS, interval=4), "every fourth Tuesday at 18:00–20:00"),
    (weekly(rule=Rule.EVERY_N_WEEKS, interval=6), "Tuesdays every 6 weeks at 18:00–20:00"),
    (weekly(rule=Rule.MONTHLY, nth=-1, weekday=3, minutes=90), "the last Thursday of the month at 18:00–19:30"),
    (weekly(rule=Rule.MONTHLY, nth=2), "the second Tuesday of the month at 18:00–20:00"),
]


@pytest.mark.parametrize(("rule", "said"), SAID)
def test_a_rule_is_said_in_words(rule: SlotRule, said: str) -> None:
    assert recurrence.in_words(rule, Words(Language.EN)) == said


@pytest.mark.parametrize(
    ("how", "part"),
    [
        ({"minutes": 0}, "minutes"),
        ({"weekday": None}, "weekday"),
        ({"rule": Rule.MONTHLY}, "month"),
        ({"rule": Rule.DATES, "weekday": None}, "date"),
        ({"rule": Rule.EVERY_N_WEEKS, "interval": 53}, "52 weeks"),
    ],
)
def test_a_rule_that_cannot_be_is_refused_with_a_sentence(how: dict[str, object], part: str) -> None:
    with pytest.raises(Refused, match=part):
        weekly(**how)
