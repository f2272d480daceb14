"""The office's files: the first key is compared by six words, versions only rise, strangers and other offices are refused."""

import datetime as dt
from uuid import uuid4

import pytest
from msgspec import structs

from coordinator_app.core import catalogue, office, settings
from coordinator_app.core.clock import HELSINKI
from coordinator_app.core.errors import Refused
from coordinator_app.core.kinds import ReporterType
from coordinator_app.core.network import Network, Version
from coordinator_app.core.office import Arrival
from coordinator_app.core.periods import Period
from coordinator_app.core.receipts import Receipt
from coordinator_app.storage.database import Database

NOW = dt.datetime(2026, 10, 20, 18, 5, tzinfo=HELSINKI)
KEYS = {"first": b"1" * 32, "second": b"2" * 32}


def update(version: str = "2026.1", office_id: str = "office") -> Network:
    return Network(office_id, "Keskustoimisto", tuple(KEYS.values()), ("age1x",), Version.parse(version), catalogue.shipped())


def came(content: str = "a", signer: str = "first") -> Arrival:
    return Arrival("network_2026.1.network", signer, "taka tiki sora luma pesu rato", content.encode(), content)


def take(book: Database, network: Network, arrival: Arrival, *, enrol: bool = False, keys: dict[str, bytes] = KEYS) -> bool:
    return book.write(office.take_update, network=network, keys=keys, came=arrival, now=NOW, enrol=enrol).result


def test_the_first_key_is_accepted_only_after_comparing_its_words(book: Database) -> None:
    with pytest.raises(Refused, match="taka tiki sora luma pesu rato"):
        take(book, update(), came())
    assert not book.read(office.enrolled)
    assert take(book, update(), came(), enrol=True)
    assert book.read(office.enrolled) == {"first", "second"}
    assert book.read(settings.read).office_name == "Keskustoimisto"
    assert book.read(office.update_file) == b"a"


def test_the_same_file_again_changes_nothing(book: Database) -> None:
    take(book, update(), came(), enrol=True)
    assert not take(book, update(), came())


def test_a_key_of_the_file_before_signs_the_next_and_a_dropped_one_does_not(book: Database) -> None:
    take(book, update(), came(), enrol=True)
    only_second = {"second": KEYS["second"]}
    assert take(book, update("2026.2"), came("b", "second"), keys=only_second)
    with pytest.raises(Refused, match="does not trust"):
        take(book, update("2026.3"), came("c", "first"), enrol=True)


@pytest.mark.parametrize("version", ["2026.1", "2025.9"])
def test_versions_only_rise(book: Database, version: str) -> None:
    take(book, update("2026.1"), came(), enrol=True)
    with pytest.raises(Refused, match=r"2026\.1"):
        take(book, update(version), came("other"))


def test_another_office_is_refused_even_with_the_same_key(book: Database) -> None:
    take(book, update(), came(), enrol=True)
    with pytest.raises(Refused, match="another office"):
        take(book, update("2027.1", office_id="else"), came("b"))


def test_a_signer_the_file_does_not_list_is_refused(book: Database) -> None:
    with pytest.raises(Refused, match="does not list"):
        take(book, update(), came(signer="third"), enrol=True)


def test_a_receipt_must_be_for_this_book_and_signed_by_its_office(book: Database) -> None:
    take(book, update(), came(), enrol=True)
    code = book.read(settings.read).locality_code
    good = Receipt("office", ReporterType.LOCALITY, code, Period(2026, 3), 1, uuid4(), "0" * 64, NOW)

    def receive(receipt: Receipt, arrival: Arrival) -> bool:
        return book.write(office.take_receipt, receipt=receipt, came=arrival, now=NOW).result

    with pytest.raises(Refused, match="oulu"):
        receive(structs.replace(good, reporter_code="oulu"), came("r1"))
    with pytest.raises(Refused, match="does not trust"):
        receive(good, came("r2", "stranger"))
    assert receive(good, came("r3"))
    assert not receive(good, came("r3"))
    assert book.read(office.receipt_files) == (b"r3",)
