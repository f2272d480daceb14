"""What a person types for days, times and numbers."""

import datetime as dt

import pytest

from coordinator_app.gui.kit.reading import Unreadable, check_email, check_phone, read_date, read_dates, read_number, read_time

TODAY = dt.date(2026, 10, 6)


@pytest.mark.parametrize(
    ("typed", "day"),
    [
        ("20.10.", dt.date(2026, 10, 20)),
        ("20.10", dt.date(2026, 10, 20)),
        ("20.10.2026", dt.date(2026, 10, 20)),
        ("20.10.27", dt.date(2027, 10, 20)),
        ("1/2", dt.date(2027, 2, 1)),
        ("2026-10-20", dt.date(2026, 10, 20)),
        ("15.1.", dt.date(2027, 1, 15)),
        ("1.7.", dt.date(2026, 7, 1)),
        ("29.2.", None),
        ("", None),
        ("  ", None),
    ],
)
def test_a_day_is_read_the_finnish_way_and_near_to_today(typed: str, day: dt.date | None) -> None:
    if typed == "29.2.":
        with pytest.raises(Unreadable):
            read_date(typed, TODAY)
        assert read_date(typed, dt.date(2028, 1, 1)) == dt.date(2028, 2, 29)
    else:
        assert read_date(typed, TODAY) == day


@pytest.mark.parametrize("typed", ["31.4.", "huomenna", "20", "20.10.2026x", "0.1.", "1.13."])
def test_what_is_no_day_is_refused_with_an_example(typed: str) -> None:
    with pytest.raises(Unreadable, match=r"20\.10"):
        read_date(typed, TODAY)


@pytest.mark.parametrize("typed", ["20.10.0206", "31.12.9999", "2206-10-20", "31.12.1899"])
def test_a_year_that_can_only_be_a_slip_is_refused(typed: str) -> None:
    with pytest.raises(Unreadable, match="Check the year"):
        read_date(typed, TODAY)


def test_days_are_put_in_order_each_once() -> None:
    assert read_dates("3.11., 20.10.; 3.11.2026", TODAY) == (dt.date(2026, 10, 20), dt.date(2026, 11, 3))


@pytest.mark.parametrize(
    ("typed", "time"), [("18", dt.time(18)), ("18.05", dt.time(18, 5)), ("18:05", dt.time(18, 5)), ("1805", dt.time(18, 5)), ("", None)]
)
def test_a_time_is_read_as_people_write_it(typed: str, time: dt.time | None) -> None:
    assert read_time(typed) == time


@pytest.mark.parametrize("typed", ["25", "18.60", "noon"])
def test_what_is_no_time_is_refused(typed: str) -> None:
    with pytest.raises(Unreadable):
        read_time(typed)


def test_blank_is_not_zero() -> None:
    assert read_number("", 0, 999) is None
    assert read_number("0", 0, 999) == 0


@pytest.mark.parametrize("typed", ["1489", "1 489", "1\u00a0489", " 1\u202f489 "])
def test_thousands_may_be_set_apart_as_they_are_shown(typed: str) -> None:
    assert read_number(typed, 0, 9999) == 1489


@pytest.mark.parametrize("typed", ["-1", "1000", "ten", "1.5", "1 2", "1 23", "1 0000", "10 12"])
def test_a_number_outside_its_bounds_is_refused(typed: str) -> None:
    with pytest.raises(Unreadable):
        read_number(typed, 0, 999)


def test_addresses_and_phones_are_checked_and_may_be_empty() -> None:
    check_email("")
    check_email("matti.mäkinen@esimerkki.fi")
    check_phone("")
    check_phone("+358 40 123 4567")
    for wrong in ("matti@", "a b@c.fi"):
        with pytest.raises(Unreadable):
            check_email(wrong)
    with pytest.raises(Unreadable):
        check_phone("x12")
