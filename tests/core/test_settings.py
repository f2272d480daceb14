"""What a book knows of itself is kept as it was said, checked, and can be taken back."""

import datetime as dt

import pytest

from coordinator_app.core import settings
from coordinator_app.core.errors import Refused
from coordinator_app.core.kinds import ReporterType
from coordinator_app.core.periods import TermRule
from coordinator_app.i18n import Language
from coordinator_app.storage.database import Database
from tests.book import TURKU


def test_a_new_book_reads_as_it_began(book: Database) -> None:
    assert book.read(settings.read) == TURKU
    assert TURKU.language is Language.FI


def test_every_setting_can_be_changed_and_taken_back(book: Database) -> None:
    changes = {
        "locality_name": "Åbo",
        "records_begin": dt.date(2026, 4, 1),
        "reporter_type": ReporterType.UNIT,
        "practice": True,
        "languages": (Language.SV, Language.FI),
        "term_rule": TermRule((1, 7), (8, 15)),
        "contact_phone": "040 123 4567",
    }
    after = book.write(settings.change, **changes).result
    assert book.read(settings.read) == after
    assert {name: getattr(after, name) for name in changes} == changes
    book.undo()
    assert book.read(settings.read) == TURKU


def test_the_same_value_again_is_no_change(book: Database) -> None:
    assert book.write(settings.change, locality_name="Turku").entry is None


def test_a_text_is_kept_on_one_line(book: Database) -> None:
    assert book.write(settings.change, contact_name=" Yhdys\nmies\0 \u202e").result.contact_name == "Yhdys mies"


@pytest.mark.parametrize("wrong", [{"locality_code": "../x"}, {"locality_code": ""}, {"locality_name": " "}, {"languages": ()}])
def test_a_value_that_cannot_stand_is_refused(book: Database, wrong: dict[str, object]) -> None:
    with pytest.raises(Refused):
        book.write(settings.change, **wrong)
    assert book.read(settings.read) == TURKU


def test_a_setting_nobody_knows_is_a_fault_of_ours(book: Database) -> None:
    with pytest.raises(TypeError):
        book.write(settings.change, colour="red")
