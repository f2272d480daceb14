"""A receipt comes back as the office wrote it, each question with the indicator it is about."""

import json

import pytest
from msgspec.structs import replace

from coordinator_app.core.errors import BadFile
from coordinator_app.core.receipts import Question, Receipt
from coordinator_app.exchange import envelope, receipt_file
from coordinator_app.exchange.envelope import FileType
from tests.exchange.summaries import OFFICE_KEY, RECEIPT

FILE = receipt_file.write(RECEIPT, key=OFFICE_KEY)


def read(data: bytes) -> receipt_file.ReceiptRead:
    return receipt_file.read(data, name="turku_2026Q3_r2.receipt")


@pytest.mark.parametrize(
    "receipt",
    [
        RECEIPT,
        replace(RECEIPT, questions=(), message=""),
        replace(RECEIPT, message="Eka\nToka", questions=(*RECEIPT.questions, Question("feedback.agree", "helped", "Miksi?"))),
    ],
)
def test_a_receipt_comes_back_as_it_was(receipt: Receipt) -> None:
    found = read(receipt_file.write(receipt, key=OFFICE_KEY).data)
    assert (found.receipt, found.signer) == (receipt, OFFICE_KEY.public)


def test_its_name_is_that_of_the_summary() -> None:
    assert FILE.name == "turku_2026Q3_r2.receipt"


@pytest.mark.parametrize(
    "change",
    [
        {"extra": 1},
        {"questions": [{"indicator": "", "of": "all", "text": "?"}]},
        {"questions": [{"of": "all", "text": "?"}]},
        {"period": "2026Q0"},
        {"sha256": "x"},
        {"received": "2026-10-03T12:30:00"},
        {"message": "x" * 2001},
        {"revision": 0},
        {"format": "coordinator-summary/1"},
    ],
)
def test_what_no_office_would_say_is_refused_though_it_is_signed(change: dict[str, object]) -> None:
    value = json.loads(receipt_file.encode(RECEIPT)) | change
    payload = json.dumps(value, separators=(",", ":"), sort_keys=True, ensure_ascii=False).encode()
    with pytest.raises(BadFile, match=r"turku_2026Q3_r2\.receipt"):
        read(envelope.sign(payload, FileType.RECEIPT, OFFICE_KEY))


def test_every_flipped_bit_and_every_cut_is_noticed() -> None:
    for place in range(len(FILE.data)):
        flipped = bytearray(FILE.data)
        flipped[place] ^= 1 << place % 8
        for damaged in (bytes(flipped), FILE.data[:place]):
            with pytest.raises(BadFile):
                read(damaged)
