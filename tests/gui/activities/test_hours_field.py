"""Hours in halves, as they are typed and said."""

import pytest

from coordinator_app.gui.activities.hours_field import hours_said, read_hours
from coordinator_app.gui.kit.reading import Unreadable
from coordinator_app.i18n import Language, Words


@pytest.mark.parametrize(
    ("typed", "minutes"),
    [
        ("2", 120),
        ("2,5", 150),
        ("2.5", 150),
        ("2.30", 150),
        ("2:30", 150),
        ("2,50", 150),
        ("0,5", 30),
        ("12 h", 720),
        ("", None),
        (" ", None),
    ],
)
def test_hours_are_read_as_they_are_written_in_finland(typed: str, minutes: int | None) -> None:
    assert read_hours(typed) == minutes


@pytest.mark.parametrize("typed", ["0", "2,25", "2.50", "2.15", "2.75", "-1", "two", "1,2,3", "1:60"])
def test_what_is_no_half_hour_is_refused(typed: str) -> None:
    with pytest.raises(Unreadable):
        read_hours(typed)


def test_hours_are_said_with_the_decimal_sign_of_the_language() -> None:
    assert [hours_said(each, Words(Language.FI)) for each in (120, 150, 100)] == ["2", "2,5", "1,67"]
    assert hours_said(150, Words(Language.EN)) == "2.5"
