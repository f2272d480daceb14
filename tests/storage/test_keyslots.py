"""The key opens with each of its ways and no other; the slot files survive the loss of one, and no forgery weakens them."""

import hashlib
import json
from pathlib import Path

import pytest

from coordinator_app.core.errors import BookTooNew, Refused, SlotsDamaged, WrongPassphrase
from coordinator_app.storage import keyslots, recovery
from coordinator_app.storage.keyslots import KeySlots, Stretching

KEY, SECRET = bytes(range(32)), bytes(range(16))
LIGHT = Stretching(passes=1, memory=64, lanes=1)


@pytest.fixture
def slots() -> KeySlots:
    return KeySlots("book", 0, b"h" * 16, ()).with_passphrase(KEY, "neljä sanaa", LIGHT).with_recovery_code(KEY, SECRET)


def test_each_way_opens(slots: KeySlots) -> None:
    assert slots.unlock_with_passphrase("neljä sanaa", LIGHT) == KEY
    assert slots.unlock_with_passphrase(" nelja\u0308 sanaa ", LIGHT) == KEY
    assert slots.unlock_with_recovery_code(recovery.written(SECRET)) == KEY


@pytest.mark.parametrize("typed", ["", "neljä sana", "NELJÄ SANAA", "neljä  sanaa"])
def test_another_passphrase_does_not(slots: KeySlots, typed: str) -> None:
    with pytest.raises(WrongPassphrase):
        slots.unlock_with_passphrase(typed, LIGHT)


def test_another_recovery_code_does_not(slots: KeySlots) -> None:
    with pytest.raises(WrongPassphrase):
        slots.unlock_with_recovery_code(recovery.written(bytes(16)))


def test_a_new_passphrase_ends_the_old_one_and_leaves_the_sheet(slots: KeySlots) -> None:
    new = slots.with_passphrase(KEY, "aivan muuta", LIGHT)
    assert new.unlock_with_passphrase("aivan muuta", LIGHT) == KEY
    assert new.unlock_with_recovery_code(recovery.written(SECRET)) == KEY
    with pytest.raises(WrongPassphrase):
        new.unlock_with_passphrase("neljä sanaa", LIGHT)


def test_a_short_passphrase_is_refused(slots: KeySlots) -> None:
    with pytest.raises(Refused):
        slots.with_passphrase(KEY, "  lyhyt ", LIGHT)


def test_a_slot_of_another_book_does_not_open(slots: KeySlots) -> None:
    moved = KeySlots("other", slots.counter, slots.head, slots.slots)
    with pytest.raises(WrongPassphrase):
        moved.unlock_with_passphrase("neljä sanaa", LIGHT)


@pytest.mark.parametrize("forged", [{"passes": 1}, {"memory": 1024}, {"memory": 2**31}, {"passes": 2**20}, {"lanes": 0}])
def test_a_slot_that_asks_for_too_little_or_absurdly_much_work_is_refused(forged: dict[str, int]) -> None:
    honest = {"kind": "passphrase", "salt": "00" * 16, "passes": 3, "memory": 65536, "lanes": 4, "nonce": "00" * 12, "wrapped": "00" * 48}
    with pytest.raises(SlotsDamaged):
        KeySlots("book", 1, b"", ({**honest, **forged},)).unlock_with_passphrase("neljä sanaa")


def test_the_usual_work_is_what_was_promised(slots: KeySlots) -> None:
    usual = slots.with_passphrase(KEY, "neljä sanaa")
    slot = next(slot for slot in usual.slots if slot["kind"] == "passphrase")
    assert slot["memory"] >= 64 * 1024
    assert slot["passes"] >= 3
    assert usual.unlock_with_passphrase("neljä sanaa") == KEY


@pytest.mark.parametrize("lost", keyslots.COPIES)
@pytest.mark.parametrize("how", ["missing", "empty", "cut", "bit"])
def test_one_copy_may_be_lost(slots: KeySlots, tmp_path: Path, lost: str, how: str) -> None:
    slots.write(tmp_path)
    _spoil(tmp_path / lost, how)
    found = keyslots.read(tmp_path)
    assert found == slots
    found.heal(tmp_path)
    assert len({(tmp_path / name).read_bytes() for name in keyslots.COPIES}) == 1


@pytest.mark.parametrize("how", ["missing", "empty", "cut", "bit"])
def test_both_copies_lost_is_said(slots: KeySlots, tmp_path: Path, how: str) -> None:
    slots.write(tmp_path)
    for name in keyslots.COPIES:
        _spoil(tmp_path / name, how)
    with pytest.raises(SlotsDamaged):
        keyslots.read(tmp_path)


def _spoil(path: Path, how: str) -> None:
    whole = path.read_bytes()
    if how == "missing":
        path.unlink()
    elif how == "bit":
        path.write_bytes(whole[:200] + bytes([whole[200] ^ 1]) + whole[201:])
    else:
        path.write_bytes(whole[: len(whole) // 2] if how == "cut" else b"")


def test_every_flipped_bit_is_noticed(slots: KeySlots, tmp_path: Path) -> None:
    slots.write(tmp_path)
    whole = (tmp_path / "keys.a").read_bytes()
    (tmp_path / "keys.b").unlink()
    for place in range(len(whole)):
        (tmp_path / "keys.a").write_bytes(whole[:place] + bytes([whole[place] ^ (1 << place % 8)]) + whole[place + 1 :])
        with pytest.raises(SlotsDamaged):
            keyslots.read(tmp_path)


def test_the_newer_copy_counts(slots: KeySlots, tmp_path: Path) -> None:
    slots.write(tmp_path)
    old = (tmp_path / "keys.b").read_bytes()
    newer = slots.with_passphrase(KEY, "aivan muuta", LIGHT)
    newer.write(tmp_path)
    (tmp_path / "keys.b").write_bytes(old)
    assert keyslots.read(tmp_path) == newer


def test_slots_of_a_kind_yet_unknown_are_kept(slots: KeySlots, tmp_path: Path) -> None:
    later = KeySlots(slots.book_id, slots.counter, slots.head, (*slots.slots, {"kind": "escrow", "to": "age1…"}))
    later.with_passphrase(KEY, "aivan muuta", LIGHT).write(tmp_path)
    assert {"kind": "escrow", "to": "age1…"} in keyslots.read(tmp_path).slots


def test_a_newer_format_is_left_to_a_newer_program(slots: KeySlots, tmp_path: Path) -> None:
    slots.write(tmp_path)
    for name in keyslots.COPIES:
        body = json.loads((tmp_path / name).read_bytes().split(b"\n")[1]) | {"format": "coordinator-keys/2"}
        content = json.dumps(body).encode()
        (tmp_path / name).write_bytes(hashlib.sha256(content).hexdigest().encode() + b"\n" + content + b"\n")
    with pytest.raises(BookTooNew):
        keyslots.read(tmp_path)
