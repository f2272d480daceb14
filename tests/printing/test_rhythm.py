"""What stands beside a group's weekday and time on paper."""

import datetime as dt

import pytest
from msgspec import structs

from coordinator_app.core.kinds import Rule
from coordinator_app.core.schedule import Schedule, ScheduleSlot
from coordinator_app.i18n import Language
from coordinator_app.printing.schedule_text import schedule_text
from coordinator_app.printing.selection import Choice
from tests.printing import samples

FI, SV, EN = Language.FI, Language.SV, Language.EN
LATER, LAST = dt.date(2026, 9, 14), dt.date(2026, 11, 30)


def said(schedule: Schedule, language: Language = EN) -> str:
    return schedule_text(schedule, Choice((language,))).text


def with_slot(number: int, *others: int, **changed: object) -> Schedule:
    """The group of that number with a changed slot, and other groups beside it."""
    slot = structs.replace(samples.group(number).slots[0], **changed)
    return samples.schedule(samples.group(number, slots=(slot,)), *map(samples.group, others))


@pytest.mark.parametrize(("language", "words"), [(FI, "30.11. asti"), (SV, "till 30.11"), (EN, "until 30 November")])
def test_a_time_that_ends_within_the_term_says_until_when(language: Language, words: str) -> None:
    made = said(with_slot(1, until=LAST), language)
    assert f", {words}\n" in made.replace("\u00a0", " ")


def test_a_time_that_only_holds_for_a_while_says_from_when_to_when() -> None:
    assert "14.9.–30.11." in said(with_slot(1, since=LATER, until=LAST), FI)


def test_a_time_whose_last_day_is_past_is_not_printed_any_more() -> None:
    old = structs.replace(samples.group(1).slots[0], until=dt.date(2026, 8, 12), dates=(dt.date(2026, 8, 6),))
    new = structs.replace(old, starts=dt.time(19), until=None, since=dt.date(2026, 8, 13), dates=(dt.date(2026, 8, 13),))
    made = said(samples.schedule(samples.group(1, slots=(old, new))))
    assert "19:00–20:30" in made
    assert "17:30" not in made


def test_the_day_a_rhythm_counts_from_is_said_once() -> None:
    few = with_slot(3, since=dt.date(2026, 8, 21))
    many = with_slot(3, *range(4, 8), since=dt.date(2026, 8, 7), until=dt.date(2026, 12, 4))
    assert "joka toinen perjantai: " in said(few, FI)
    assert "alkaen" not in said(few, FI)
    [line] = [line for line in said(many, FI).splitlines() if "joka toinen perjantai 7.8. alkaen" in line]
    assert line.count("alkaen") == 1
    assert "4.12. asti" in line


def test_more_dates_than_are_listed_are_not_cut_off_without_a_word() -> None:
    days = tuple(samples.TODAY + dt.timedelta(days=7 * n) for n in range(13))
    listed = ScheduleSlot(Rule.DATES, None, dt.time(18), 60, dates=days)
    assert "26.10. …" in said(samples.schedule(samples.group(0, slots=(listed,))), FI)
    rhythm = said(with_slot(3, dates=tuple(samples.TODAY + dt.timedelta(days=14 * n) for n in range(13))), FI)
    assert "joka toinen perjantai 10.8. alkaen" in rhythm
