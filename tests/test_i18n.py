"""Dates, times, numbers and lists as each language writes them."""

import datetime as dt
from pathlib import Path

import pytest

from coordinator_app.i18n import Language, Words, days_between, in_percent, isolated

DAY = dt.date(2026, 10, 6)


@pytest.mark.parametrize(
    ("language", "date", "short", "time", "number", "share"),
    [
        (Language.FI, "6.10.2026", "6.10.", "18.05", "1\u00a0234,5", "96\u00a0%"),
        (Language.SV, "6.10.2026", "6.10", "18.05", "1\u00a0234,5", "96\u00a0%"),
        (Language.EN, "6\u00a0October 2026", "6\u00a0October", "18:05", "1,234.5", "96%"),
    ],
)
def test_dates_times_and_numbers(language: Language, date: str, short: str, time: str, number: str, share: str) -> None:
    words = Words(language)
    assert words.date(DAY) == date
    assert words.day_and_month(DAY) == short
    assert words.time(dt.time(18, 5)) == time
    assert words.number(1234.5, 1) == number
    assert in_percent(96, words) == share


@pytest.mark.parametrize(
    ("language", "within", "short", "across", "over_new_year"),
    [
        (Language.FI, "12.–25.10.2026", "12.–25.10.", "28.9.–2.10.", "21.12.2026–6.1.2027"),
        (Language.SV, "12–25.10.2026", "12–25.10", "28.9–2.10", "21.12.2026–6.1.2027"),
        (Language.EN, "12–25 October 2026", "12–25 October", "28 September–2 October", "21 December 2026–6 January 2027"),
    ],
)
def test_several_days_are_said_without_saying_the_month_twice(
    language: Language, within: str, short: str, across: str, over_new_year: str
) -> None:
    words, october = Words(language), dt.date(2026, 10, 1)
    autumn = october.replace(day=12), october.replace(day=25)
    assert days_between(*autumn, words, year=True).replace("\u00a0", " ") == within
    assert days_between(*autumn, words).replace("\u00a0", " ") == short
    assert days_between(dt.date(2026, 9, 28), october.replace(day=2), words).replace("\u00a0", " ") == across
    assert days_between(dt.date(2026, 12, 21), dt.date(2027, 1, 6), words, year=True).replace("\u00a0", " ") == over_new_year
    assert days_between(october, october, words) == words.day_and_month(october)
    assert days_between(october, october, words, year=True) == words.date(october)


def test_a_meeting_past_midnight_ends_the_next_day() -> None:
    assert Words(Language.FI).times(dt.time(23, 0), 90) == "23.00–0.30"


@pytest.mark.parametrize(("language", "monday"), [(Language.FI, "Maanantai"), (Language.SV, "Måndag"), (Language.EN, "Monday")])
def test_the_week_begins_on_monday(language: Language, monday: str) -> None:
    words = Words(language)
    assert words.weekday(0) == monday
    assert words.date_with_weekday(DAY).startswith(words.weekday_short(1))


@pytest.mark.parametrize(("language", "said"), [(Language.FI, "a, b ja c"), (Language.SV, "a, b och c"), (Language.EN, "a, b and c")])
def test_a_list_ends_with_the_languages_and(language: Language, said: str) -> None:
    words = Words(language)
    assert words.listing(["a", "b", "c"]) == said
    assert words.listing(["a"]) == "a"
    assert words.listing([]) == ""


@pytest.mark.parametrize(("language", "said"), [(Language.FI, "6.10.2026 18.05"), (Language.EN, "6\u00a0October 2026 18:05")])
def test_a_date_among_the_values_is_written_as_the_language_does(language: Language, said: str) -> None:
    assert Words(language)("{day} {at}", day=DAY, at=dt.time(18, 5)) == said


def test_what_a_user_typed_is_never_read_as_a_message_or_a_format() -> None:
    words = Words(Language.FI)
    assert words.listing(["{0}", "{last}"]) == "{0} ja {last}"


def test_on_a_screen_a_name_that_runs_from_right_to_left_turns_nothing_around_it() -> None:
    shown, written = Words(Language.EN, isolated), Words(Language.EN)
    name, file = "שם (א)", Path("a\u202eb")
    said = "Left as it was: {name}."
    assert shown(said, name=name) == "Left as it was: \u2068שם (א)\u2069."
    assert written(said, name=name) == "Left as it was: שם (א)."
    assert shown(said, name=file) == "Left as it was: \u2068a\u202eb\u2069."
    assert shown.listing([name, name, "b"]).count("\u2068שם (א)\u2069") == 2
    for ordinary in ("Åke Öström", "šekki 🙂", "<b>", "6.10.2026"):
        assert shown(said, name=ordinary) == written(said, name=ordinary)
