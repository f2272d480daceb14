"""What is sealed only the office opens, with this program or with the `age` program."""

import shutil
import subprocess
from pathlib import Path

import pyrage
import pytest
from hypothesis import given
from hypothesis import strategies as st

from coordinator_app.core.errors import BadFile, Refused
from coordinator_app.exchange import sealing
from coordinator_app.exchange.envelope import LARGEST
from tests.exchange.summaries import IDENTITY, RECIPIENT

SEALED = sealing.seal(b"a small secret", [RECIPIENT])
OTHER_IDENTITY, OTHER_RECIPIENT = sealing.new_identity()
LOW_ORDER = "age1qqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqq5cu47z"


def unseal(data: bytes, *identities: str) -> bytes:
    return sealing.unseal(data, identities or (IDENTITY,), name="turku.summary.age")


@given(st.binary(max_size=500))
def test_each_recipient_opens_what_was_sealed(data: bytes) -> None:
    sealed = sealing.seal(data, [RECIPIENT, OTHER_RECIPIENT])
    assert unseal(sealed, IDENTITY) == unseal(sealed, OTHER_IDENTITY) == data
    assert sealing.is_sealed(sealed)


def test_nobody_else_opens_it() -> None:
    with pytest.raises(BadFile, match="sealed for somebody else"):
        unseal(SEALED, OTHER_IDENTITY)
    with pytest.raises(BadFile, match="sealed for somebody else"):
        sealing.unseal(SEALED, (), name="x")


def test_every_flipped_bit_and_every_other_length_is_noticed() -> None:
    for place in range(len(SEALED) * 8):
        flipped = bytearray(SEALED)
        flipped[place // 8] ^= 1 << place % 8
        with pytest.raises(BadFile):
            unseal(bytes(flipped))
    for data in [SEALED[:length] for length in range(len(SEALED))] + [SEALED + b"\n", SEALED + SEALED]:
        with pytest.raises(BadFile):
            unseal(data)


def test_a_passphrase_file_is_refused_without_being_opened(monkeypatch: pytest.MonkeyPatch) -> None:
    sealed = pyrage.passphrase.encrypt(b"x", "secret")
    monkeypatch.setattr(pyrage, "decrypt", lambda *_: pytest.fail("it was opened"))
    with pytest.raises(BadFile, match="passphrase"):
        unseal(sealed)


def test_a_passphrase_stanza_hidden_behind_others_is_found() -> None:
    start, rest = SEALED.split(b"\n", 1)
    with pytest.raises(BadFile, match="passphrase"):
        unseal(start + b"\n-> x\nAA\n-> scrypt AA 30\nAA\n" + rest)


def test_armoured_files_endless_headers_and_huge_files_are_refused_unopened(monkeypatch: pytest.MonkeyPatch) -> None:
    armoured = pyrage.encrypt(b"x", [pyrage.x25519.Recipient.from_str(RECIPIENT)], armored=True)
    monkeypatch.setattr(pyrage, "decrypt", lambda *_: pytest.fail("it was opened"))
    with pytest.raises(BadFile, match="is not a summary"):
        unseal(armoured)
    with pytest.raises(BadFile, match="damaged"):
        unseal(SEALED.replace(b"\n-> X25519", b"\n-> X25519 AA\nAA" * 2000 + b"\n-> X25519", 1))
    with pytest.raises(BadFile, match="larger than 4 MB"):
        unseal(SEALED + bytes(LARGEST))


def test_the_header_limit_leaves_room_for_a_hundred_recipients() -> None:
    assert unseal(sealing.seal(b"x", [sealing.new_identity()[1] for _ in range(99)] + [RECIPIENT])) == b"x"


@pytest.mark.parametrize(
    "bad",
    ["", "age1junk", LOW_ORDER, RECIPIENT.upper(), RECIPIENT + " ", IDENTITY, RECIPIENT[:-1] + ("p" if RECIPIENT[-1] == "q" else "q")],
    ids=["empty", "junk", "low order", "capitals", "a space", "an identity", "a wrong letter"],
)
def test_what_is_no_safe_recipient_is_refused(bad: str) -> None:
    with pytest.raises(Refused, match="not a key"):
        sealing.check_recipient(bad)


def test_a_recipient_is_accepted_and_none_is_refused() -> None:
    sealing.check_recipient(RECIPIENT)
    with pytest.raises(Refused, match="nobody to seal for"):
        sealing.seal(b"x", [])


@pytest.mark.skipif(shutil.which("age") is None, reason="the age program is not installed")
def test_the_age_program_opens_it(tmp_path: Path) -> None:
    (tmp_path / "office.key").write_text(IDENTITY + "\n", "ascii")
    (tmp_path / "turku.summary.age").write_bytes(SEALED)
    opened = subprocess.run(
        ["age", "--decrypt", "-i", "office.key", "turku.summary.age"], cwd=tmp_path, capture_output=True, check=True, timeout=60
    )
    assert opened.stdout == b"a small secret"


@pytest.mark.skipif(shutil.which("age") is None, reason="the age program is not installed")
def test_what_the_age_program_sealed_is_opened(tmp_path: Path) -> None:
    done = subprocess.run(["age", "-r", RECIPIENT], input=b"from age", capture_output=True, check=True, timeout=60, cwd=tmp_path)
    assert unseal(done.stdout) == b"from age"
