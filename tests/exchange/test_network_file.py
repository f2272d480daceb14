"""An update file is taken as the office's only if the office signed it, and tells the book what it says."""

import json
from collections.abc import Callable
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from coordinator_app.core.errors import BadFile, Refused
from coordinator_app.core.kinds import ReporterType
from coordinator_app.core.network import Deadline, KnownReporter, Network, Open, Version
from coordinator_app.core.periods import Period
from coordinator_app.exchange import envelope, network_file
from coordinator_app.exchange.envelope import FileType
from tests.exchange.summaries import NETWORK, OFFICE_KEY, OTHER_KEY

FILE = network_file.write(NETWORK, key=OFFICE_KEY)
LOW_ORDER = "age1qqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqq5cu47z"


def read(data: bytes) -> network_file.NetworkRead:
    return network_file.read(data, name="network_2026.2.network")


def signed(value: object) -> bytes:
    payload = json.dumps(value, separators=(",", ":"), sort_keys=True, ensure_ascii=False).encode()
    return envelope.sign(payload, FileType.NETWORK, OFFICE_KEY)


def plain() -> dict[str, Any]:
    value: dict[str, Any] = json.loads(network_file.encode(NETWORK))
    return value


def test_the_book_reads_what_the_office_wrote() -> None:
    found = read(FILE.data)
    assert found.network == NETWORK
    assert (found.signer, FILE.name) == (OFFICE_KEY.public, "network_2026.2.network")


def test_naming_the_offices_key_in_it_does_not_make_a_strangers_file_the_offices() -> None:
    forged = read(network_file.write(NETWORK, key=OTHER_KEY).data)
    assert forged.network.signing_keys == (OFFICE_KEY.public.public,)
    assert (forged.signer.kid, forged.signer.words) == (OTHER_KEY.public.kid, OTHER_KEY.public.words)


def changed(*path: str | int, to: object) -> Callable[[], bytes]:
    def make() -> bytes:
        value: Any = plain()
        inner = value
        for step in path[:-1]:
            inner = inner[step]
        inner[path[-1]] = to
        return signed(value)

    return make


WRONG = {
    "a threshold below five": changed("small_count_threshold", to=4),
    "no key": changed("signing_keys", to=[]),
    "nobody to seal for": changed("recipients", to=[]),
    "a recipient of small order": changed("recipients", to=[LOW_ORDER]),
    "a recipient that is none": changed("recipients", to=["age1x"]),
    "a signing key of small order": changed("signing_keys", 0, "x", to="AQAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA"),
    "a signing key that is short": changed("signing_keys", 0, "x", to="AQAA"),
    "a private key": changed("signing_keys", 0, "d", to="AQAA"),
    "a version that is none": changed("version", to="2026.01"),
    "a service twice": lambda: signed(plain() | {"catalogue": plain()["catalogue"] | {"services": plain()["catalogue"]["services"] * 2}}),
    "a catalogue without kinds": lambda: signed(
        plain() | {"catalogue": {name: rows for name, rows in plain()["catalogue"].items() if name != "kinds"}}
    ),
    "a rule of adding that is none": changed("catalogue", "indicators", 0, "places", to="x"),
    "an extra member in a service": changed("catalogue", "services", 0, "extra", to=1),
    "a sensitive flag as a number": changed("catalogue", "services", 0, "sensitive", to=0),
    "a definition as yes": changed("catalogue", "indicators", 0, "definition", to=True),
    "an empty name": changed("catalogue", "kinds", 0, "sv", to=""),
    "a day that is none": changed("catalogue", "indicators", 0, "valid_from", to="2026-13-01"),
    "a day written otherwise": changed("catalogue", "indicators", 0, "valid_from", to="20260101"),
    "a list where a text belongs": changed("catalogue", "version", to=["2026.1"]),
    "a catalogue that is a list": changed("catalogue", to=[]),
    "a reporter whose code is a path": changed("reporters", 0, "code", to="../turku"),
    "a name that steers the terminal": changed("catalogue", "services", 0, "fi", to="\x1b[2J"),
    "a question that turns a line around": changed("feedback_questions", 0, "en", to="Was it \u202edoog?"),
    "a message that steers the terminal": changed("message", to="\x1b[2J"),
    "an extra member": changed("extra", to=1),
}


@pytest.mark.parametrize("made", WRONG.values(), ids=WRONG.keys())
def test_what_no_office_would_say_is_refused_though_it_is_signed(made: Callable[[], bytes]) -> None:
    with pytest.raises(BadFile, match=r"network_2026\.2\.network"):
        read(made())


def test_the_changes_of_these_tests_are_what_is_refused() -> None:
    """The control: signed in the same way with a harmless change, it is read."""
    assert read(changed("message", to="Hei")()).network == replace(NETWORK, message="Hei")


def test_a_file_that_no_book_would_accept_is_not_written() -> None:
    for bad in (replace(NETWORK, recipients=(LOW_ORDER,)), replace(NETWORK, signing_keys=(bytes(32),))):
        with pytest.raises(Refused):
            network_file.write(bad, key=OFFICE_KEY)


def test_another_kind_of_file_is_refused() -> None:
    with pytest.raises(BadFile, match="another kind of file"):
        read(envelope.sign(network_file.encode(NETWORK), FileType.RECEIPT, OFFICE_KEY))


def test_every_flipped_byte_and_a_cut_is_noticed() -> None:
    for place in range(0, len(FILE.data), 7):
        flipped = bytearray(FILE.data)
        flipped[place] ^= 1 << place % 8
        for damaged in (bytes(flipped), FILE.data[:place]):
            with pytest.raises(BadFile):
                read(damaged)


lines = st.text("abcåäö ,.-", max_size=20)
spans = st.lists(st.builds(Open, st.dates(), st.none() | st.dates()), max_size=2).map(tuple)
reporters = st.builds(KnownReporter, st.sampled_from(ReporterType), st.sampled_from(["turku", "oulu"]), lines, lines, spans)
deadlines = st.builds(Deadline, st.builds(Period, st.integers(2000, 2050), st.integers(1, 4)), st.dates())
networks = st.builds(
    replace,
    st.just(NETWORK),
    office_name=lines,
    version=st.builds(Version, st.integers(1000, 9999), st.integers(1, 9999)),
    reporters=st.lists(reporters, max_size=3).map(tuple),
    deadlines=st.lists(deadlines, max_size=3).map(tuple),
    small_count_threshold=st.integers(5, 20),
    message=lines,
)


@given(networks)
def test_any_update_file_comes_back_as_it_was(network: Network) -> None:
    assert network_file.decode(network_file.encode(network)) == network
