"""The day is Helsinki's, wherever the computer thinks it is."""

import datetime as dt

from coordinator_app.core.clock import HELSINKI, SystemClock


def test_the_clock_tells_helsinki_time_with_its_offset() -> None:
    now = SystemClock().now()
    assert now.utcoffset() in (dt.timedelta(hours=2), dt.timedelta(hours=3))
    assert abs(now - dt.datetime.now(dt.UTC)) < dt.timedelta(seconds=30)


def test_the_date_is_the_local_one() -> None:
    before, today, after = dt.datetime.now(HELSINKI).date(), SystemClock().today(), dt.datetime.now(HELSINKI).date()
    assert today in (before, after)
