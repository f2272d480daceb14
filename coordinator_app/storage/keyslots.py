"""The book's key, wrapped once for each way to open it, in two copies beside the book.

A slot file is one line with the SHA-256 of the rest, then JSON: format, the book's id, a rising counter, the first 16 bytes of
the database, and the slots. A kind of slot this program does not know is kept as it is. What stretches and wraps is loaded
when a key is turned, so that whether there is a book is told without it.
"""

import hashlib
import json
import os
import unicodedata
from collections.abc import Iterable
from pathlib import Path
from typing import Any, Self

from msgspec import Struct
from msgspec.structs import replace

from coordinator_app.core.errors import BookTooNew, Refused, SlotsDamaged, WrongPassphrase
from coordinator_app.i18n import N_
from coordinator_app.storage import recovery
from coordinator_app.storage.whole_files import write_whole

COPIES = ("keys.a", "keys.b")
HEAD_BYTES = 16
SHORTEST_PASSPHRASE = 8
_FORMAT = "coordinator-keys/"
_VERSION = 1
_PASSPHRASE = "passphrase"
_RECOVERY = "recovery"
_SALT_BYTES = 16
_NONCE_BYTES = 12


class Stretching(Struct, frozen=True):
    """How much work a guess at the passphrase costs: Argon2id passes, KiB of memory, lanes."""

    passes: int = 3
    memory: int = 64 * 1024
    lanes: int = 4

    def covers(self, asked: Self) -> bool:
        """Whether this costs at least what is asked, and not so much that a forged file could stop the computer."""
        return asked.passes <= self.passes <= 64 and asked.memory <= self.memory <= 2 * 1024 * 1024 and 1 <= self.lanes <= 64


USUAL = Stretching()


class KeySlots(Struct, frozen=True):
    """What a slot file holds. `counter` rises with every writing; `head` is the start of the database it belongs to."""

    book_id: str
    counter: int
    head: bytes
    slots: tuple[dict[str, Any], ...]

    def unlock_with_passphrase(self, passphrase: str, least: Stretching = USUAL) -> bytes:
        """The data key. Raises `WrongPassphrase`; `SlotsDamaged` when a slot asks for less work than is safe, or for absurdly much."""
        for slot in self._of(_PASSPHRASE):
            stretching = Stretching(slot["passes"], slot["memory"], slot["lanes"])
            if not stretching.covers(least):
                raise SlotsDamaged(N_("The key file asks for a weaker lock than this program makes. Restore the key files from a backup."))
            key = self._unwrap(slot, _stretch(passphrase, bytes.fromhex(slot["salt"]), stretching))
            if key is not None:
                return key
        raise WrongPassphrase(N_("The passphrase does not open this book. Check Caps Lock and the keyboard’s language, and try again."))

    def unlock_with_recovery_code(self, typed: str) -> bytes:
        """The data key. Raises `WrongPassphrase`, also for a slip in the code."""
        secret = recovery.read(typed)
        for slot in self._of(_RECOVERY):
            key = self._unwrap(slot, _derived(secret, bytes.fromhex(slot["salt"])))
            if key is not None:
                return key
        raise WrongPassphrase(N_("This recovery code belongs to another book, or a newer sheet has replaced it."))

    def with_passphrase(self, data_key: bytes, passphrase: str, stretching: Stretching = USUAL) -> Self:
        """The same slots with the passphrase's one made anew. Raises `Refused` when it is too short."""
        if len(passphrase.strip()) < SHORTEST_PASSPHRASE:
            raise Refused(N_("A passphrase has at least {n} characters; four or five words are good."), n=SHORTEST_PASSPHRASE)
        salt = os.urandom(_SALT_BYTES)
        head = {
            "kind": _PASSPHRASE,
            "salt": salt.hex(),
            "passes": stretching.passes,
            "memory": stretching.memory,
            "lanes": stretching.lanes,
        }
        return self._with(head, data_key, _stretch(passphrase, salt, stretching))

    def with_recovery_code(self, data_key: bytes, secret: bytes) -> Self:
        """The same slots with the recovery code's one made anew; the sheet before no longer opens the book."""
        salt = os.urandom(_SALT_BYTES)
        return self._with({"kind": _RECOVERY, "salt": salt.hex()}, data_key, _derived(secret, salt))

    def of_database(self, head: bytes) -> Self:
        """The same slots, for the database that begins so."""
        return replace(self, head=head)

    def _of(self, kind: str) -> Iterable[dict[str, Any]]:
        return (slot for slot in self.slots if slot["kind"] == kind)

    def _with(self, slot: dict[str, Any], data_key: bytes, wrapping: bytes) -> Self:
        from cryptography.hazmat.primitives.ciphers.aead import ChaCha20Poly1305

        nonce = os.urandom(_NONCE_BYTES)
        wrapped = ChaCha20Poly1305(wrapping).encrypt(nonce, data_key, self._context(slot))
        others = tuple(each for each in self.slots if each["kind"] != slot["kind"])
        return replace(self, slots=(*others, {**slot, "nonce": nonce.hex(), "wrapped": wrapped.hex()}), counter=self.counter + 1)

    def _unwrap(self, slot: dict[str, Any], wrapping: bytes) -> bytes | None:
        from cryptography.exceptions import InvalidTag
        from cryptography.hazmat.primitives.ciphers.aead import ChaCha20Poly1305

        head = {name: value for name, value in slot.items() if name not in ("nonce", "wrapped")}
        try:
            return ChaCha20Poly1305(wrapping).decrypt(bytes.fromhex(slot["nonce"]), bytes.fromhex(slot["wrapped"]), self._context(head))
        except InvalidTag:
            return None

    def _context(self, slot: dict[str, Any]) -> bytes:
        """What a wrapped key is bound to: this book and the slot's own description, so that neither can be exchanged."""
        return _canonical({"book": self.book_id, "format": f"{_FORMAT}{_VERSION}", "slot": slot})

    def write(self, folder: Path) -> None:
        """Writes both copies, one after the other, so that one of them is whole at any moment."""
        for name in COPIES:
            write_whole(folder / name, self._encoded())

    def heal(self, folder: Path) -> None:
        """Writes a copy anew that differs from this."""
        for name in COPIES:
            path = folder / name
            if not path.is_file() or path.read_bytes() != self._encoded():
                write_whole(path, self._encoded())

    def _encoded(self) -> bytes:
        body = _canonical(
            {
                "format": f"{_FORMAT}{_VERSION}",
                "book": self.book_id,
                "counter": self.counter,
                "head": self.head.hex(),
                "slots": list(self.slots),
            }
        )
        return hashlib.sha256(body).hexdigest().encode() + b"\n" + body + b"\n"


def read(folder: Path) -> KeySlots:
    """The slots of the book in `folder`: of two copies the newer one that is whole.

    Raises `SlotsDamaged` when neither is, `BookTooNew` when a newer program wrote them.
    """
    found = [slots for name in COPIES if (slots := _read_copy(folder / name)) is not None]
    if not found:
        raise SlotsDamaged(
            N_("Both key files of the book in {folder} are damaged or missing. Choose a backup: each holds copies of them."), folder=folder
        )
    return max(found, key=lambda slots: slots.counter)


def _read_copy(path: Path) -> KeySlots | None:
    try:
        checksum, body, rest = path.read_bytes().split(b"\n")
    except (OSError, ValueError):
        return None
    if rest or hashlib.sha256(body).hexdigest().encode() != checksum:
        return None
    try:
        kept = json.loads(body)
        version = kept["format"].removeprefix(_FORMAT)
        if version.isdecimal() and int(version) > _VERSION:
            raise BookTooNew(N_("A newer version of this program wrote the book in {folder}. Install the newest one."), folder=path.parent)
        return KeySlots(kept["book"], kept["counter"], bytes.fromhex(kept["head"]), tuple(kept["slots"]))
    except (ValueError, KeyError, AttributeError, TypeError):
        return None


def _canonical(value: dict[str, Any]) -> bytes:
    return json.dumps(value, sort_keys=True, separators=(",", ":")).encode()


def _stretch(passphrase: str, salt: bytes, stretching: Stretching) -> bytes:
    from argon2.low_level import Type, hash_secret_raw

    # The same letters may come from the keyboard composed or in parts.
    secret = unicodedata.normalize("NFC", passphrase.strip()).encode()
    return hash_secret_raw(
        secret,
        salt,
        time_cost=stretching.passes,
        memory_cost=stretching.memory,
        parallelism=stretching.lanes,
        hash_len=32,
        type=Type.ID,
    )


def _derived(secret: bytes, salt: bytes) -> bytes:
    """A wrapping key from a secret that is random already, and so needs no stretching."""
    from cryptography.hazmat.primitives.hashes import SHA256
    from cryptography.hazmat.primitives.kdf.hkdf import HKDF

    return HKDF(SHA256(), 32, salt, b"coordinator recovery code").derive(secret)
