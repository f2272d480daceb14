"""What a book asks of the update file it has."""

import datetime as dt

import pytest
from msgspec.structs import replace

from coordinator_app.core.errors import Refused
from coordinator_app.core.kinds import ReporterType
from coordinator_app.core.network import KnownReporter, Open, Version
from coordinator_app.core.periods import Period
from coordinator_app.i18n import Language
from tests.exchange.summaries import NETWORK


def test_versions_rise_by_year_and_then_by_number() -> None:
    assert Version.parse("2026.2") < Version.parse("2026.10") < Version.parse("2027.1")
    assert str(Version.parse("2026.10")) == "2026.10"


@pytest.mark.parametrize("written", ["", "2026", "2026.0", "2026.01", "26.1", "2026.1 ", "2026.1\n", "v2026.1", "２０２６.1"])
def test_what_is_no_version_is_refused(written: str) -> None:
    with pytest.raises(Refused, match="not the version"):
        Version.parse(written)


@pytest.mark.parametrize(
    ("days", "reports"),
    [
        ((), False),
        ((Open(dt.date(2026, 1, 1)),), True),
        ((Open(dt.date(2026, 9, 30)),), True),
        ((Open(dt.date(2026, 10, 1)),), False),
        ((Open(dt.date(2020, 1, 1), dt.date(2026, 7, 1)),), True),
        ((Open(dt.date(2020, 1, 1), dt.date(2026, 6, 30)),), False),
        ((Open(dt.date(2020, 1, 1), dt.date(2021, 1, 1)), Open(dt.date(2026, 8, 1))), True),
    ],
)
def test_a_reporter_reports_on_the_periods_it_works_in(days: tuple[Open, ...], reports: bool) -> None:
    turku = KnownReporter(ReporterType.LOCALITY, "turku", "Turku", "Åbo", days)
    assert turku.reports(Period(2026, 3)) is reports


def test_a_reporter_is_called_by_its_name_in_the_language() -> None:
    turku = NETWORK.reporter("turku")
    assert turku is not None
    assert [turku.name(language) for language in Language] == ["Turku", "Åbo", "Turku"]
    assert replace(turku, sv="").name(Language.SV) == "Turku"
    assert NETWORK.reporter("oulu") is None


def test_the_deadline_of_a_period_is_what_the_office_said_or_nothing() -> None:
    assert NETWORK.deadline(Period(2026, 3)) == dt.date(2026, 10, 15)
    assert NETWORK.deadline(Period(2026, 4)) is None
