"""Any file of the network can be looked at: what it is, whether it is whole, who signed it, what it says."""

import pytest

from coordinator_app.exchange import network_file, receipt_file, showing, summary_file
from coordinator_app.exchange.showing import FileKind
from tests.exchange.summaries import CATALOGUE, IDENTITY, LOCAL_KEY, NETWORK, OFFICE_KEY, RECEIPT, RECIPIENT, SUMMARY

SEALED = summary_file.write(SUMMARY, key=LOCAL_KEY, catalogue=CATALOGUE, recipients=[RECIPIENT])
OPEN = summary_file.write(SUMMARY, key=LOCAL_KEY, catalogue=CATALOGUE, recipients=None)


def test_each_kind_is_told_by_what_is_in_it_not_by_its_name() -> None:
    receipt = showing.look(receipt_file.write(RECEIPT, key=OFFICE_KEY).data, name="x.pdf")
    assert (receipt.kind, receipt.content, receipt.signer, receipt.verified) == (FileKind.RECEIPT, RECEIPT, OFFICE_KEY.public, True)
    network = showing.look(network_file.write(NETWORK, key=OFFICE_KEY).data, name="y")
    assert (network.kind, network.content) == (FileKind.NETWORK, NETWORK)
    summary = showing.look(OPEN.data, name="z")
    assert (summary.kind, summary.sealed, summary.signer) == (FileKind.SUMMARY, False, LOCAL_KEY.public)


def test_a_sealed_summary_is_shown_to_who_can_open_it_and_only_named_to_others() -> None:
    opened = showing.look(SEALED.data, name=SEALED.name, identities=[IDENTITY])
    assert (opened.kind, opened.sealed, opened.content) == (FileKind.SUMMARY, True, SUMMARY)
    closed = showing.look(SEALED.data, name=SEALED.name)
    assert (closed.kind, closed.content, closed.verified) == (FileKind.SEALED, None, False)
    assert "sealed for somebody else" in str(closed.problem)


@pytest.mark.parametrize("data", [b"", b"%PDF-1.7", b"{}", OPEN.data[:-1], OPEN.data.replace(b"payload", b"paYload")])
def test_what_is_not_whole_is_not_shown_and_a_sentence_says_why(data: bytes) -> None:
    shown = showing.look(data, name="turku.summary")
    assert (shown.kind, shown.content, shown.verified) == (FileKind.UNKNOWN, None, False)
    assert str(shown.problem).startswith("turku.summary ")
