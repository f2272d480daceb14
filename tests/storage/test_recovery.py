"""A recovery code is read however it is typed, and a slip of the pen is found."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coordinator_app.core.errors import WrongPassphrase
from coordinator_app.storage import recovery

LETTERS = "QPZRY9X8GF2TVDW0S3JN54KHCE6MUA7L"
secrets = st.binary(min_size=16, max_size=16)


@given(secret=secrets)
def test_eight_groups_of_four_that_read_back(secret: bytes) -> None:
    code = recovery.written(secret)
    assert [len(group) for group in code.split(" ")] == [4] * 8
    assert set(code) <= set(LETTERS + " ")
    assert recovery.read(code) == secret


@given(secret=secrets)
def test_case_spaces_hyphens_and_look_alikes_do_not_matter(secret: bytes) -> None:
    code = recovery.written(secret)
    for typed in (code.lower(), code.replace(" ", ""), code.replace(" ", "-"), f"  {code}\n", code.replace("0", "O").replace("L", "1")):
        assert recovery.read(typed) == secret


@given(secret=secrets, place=st.integers(0, 31), letter=st.sampled_from(LETTERS))
def test_one_wrong_letter_is_always_found(secret: bytes, place: int, letter: str) -> None:
    code = recovery.written(secret).replace(" ", "")
    if code[place] != letter:
        with pytest.raises(WrongPassphrase):
            recovery.read(code[:place] + letter + code[place + 1 :])


@given(secret=secrets, place=st.integers(0, 30))
def test_two_letters_exchanged_are_always_found(secret: bytes, place: int) -> None:
    code = recovery.written(secret).replace(" ", "")
    if code[place] != code[place + 1]:
        with pytest.raises(WrongPassphrase):
            recovery.read(code[:place] + code[place + 1] + code[place] + code[place + 2 :])


@pytest.mark.parametrize("typed", ["", "QPZR", "?" * 32, "Ä" * 32, "QPZR " * 9, "2" * 32])
def test_what_is_no_code_is_refused(typed: str) -> None:
    with pytest.raises(WrongPassphrase):
        recovery.read(typed)


def test_without_the_checksum_a_wrong_letter_would_pass(monkeypatch: pytest.MonkeyPatch) -> None:
    code = recovery.written(bytes(16)).replace(" ", "")
    monkeypatch.setattr(recovery, "_remainder", lambda values: recovery._BECH32M)
    assert recovery.read("P" + code[1:]) != bytes(16)


def test_the_checksum_is_the_standard_s() -> None:
    """BIP 350's own test: the part `a` with nothing after it is `a1lqfn3a`."""
    spread = [ord("a") >> 5, 0, ord("a") & 31]
    check = ["qpzry9x8gf2tvdw0s3jn54khce6mua7l".index(letter) for letter in "lqfn3a"]
    assert recovery._remainder([*spread, *check]) == recovery._BECH32M
