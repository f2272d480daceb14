"""A Swedish paper says the Swedish name of the locality, once the office has told it."""

import datetime as dt

import pytest
from msgspec import structs

from coordinator_app.bootstrap import office_files
from coordinator_app.bootstrap.documents import BY_CODE, Wanted
from coordinator_app.core import groups
from coordinator_app.core.clock import HELSINKI
from coordinator_app.core.groups import SlotForm
from coordinator_app.core.kinds import Rule
from coordinator_app.core.periods import Period
from coordinator_app.core.recurrence import SlotRule
from coordinator_app.exchange import network_file
from coordinator_app.i18n import Language
from coordinator_app.printing.schedule_text import ScheduleText
from coordinator_app.printing.tongues import plain
from coordinator_app.storage.database import Database
from tests.exchange.summaries import NETWORK, OFFICE_KEY

FI, SV, EN = Language.FI, Language.SV, Language.EN
NOW = dt.datetime(2026, 10, 20, 18, 5, tzinfo=HELSINKI)


def heading(book: Database, kind: str, *languages: Language) -> str:
    draft = book.read(BY_CODE[kind].draft, Wanted(BY_CODE[kind], languages, Period.of(NOW.date())), NOW)
    if isinstance(draft, ScheduleText):
        return draft.text.splitlines()[0]
    locality = draft.values["locality"]
    return locality if isinstance(locality, str) else plain(locality)


def tell_names(book: Database, fi: str, sv: str) -> None:
    """The office's update file is taken in."""
    told = structs.replace(NETWORK, reporters=(structs.replace(NETWORK.reporters[0], code="turku", fi=fi, sv=sv),))
    file = office_files.look(network_file.write(told, key=OFFICE_KEY).data, name="network_2026.1.network")
    book.write(office_files.take_in, file=file, now=NOW, enrol=True)


@pytest.fixture
def town(book: Database) -> Database:
    rule = SlotRule(Rule.WEEKLY, 1, dt.time(18), 90, NOW.date())
    book.write(groups.add, name="Isäryhmä", today=NOW.date(), slots=(SlotForm(rule),))
    return book


@pytest.mark.parametrize("kind", ["poster", "calendar", "text", "feedback", "contacts"])
def test_each_language_has_its_own_name_of_the_locality(town: Database, kind: str) -> None:
    assert "Turku" in heading(town, kind, SV)
    tell_names(town, "Turku", "Åbo")
    assert "Åbo" in heading(town, kind, SV)
    assert "Turku" in heading(town, kind, FI)
    assert "Turku" in heading(town, kind, EN)


def test_a_name_of_ones_own_stands_as_it_was_written(town: Database) -> None:
    tell_names(town, "Turun seutu", "Åboregionen")
    assert heading(town, "poster", SV) == "Turku"
