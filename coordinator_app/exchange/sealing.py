"""Seals a file with age to the office's X25519 recipients, and opens what was sealed so."""

from collections.abc import Sequence
from functools import partial

import pyrage
from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PrivateKey, X25519PublicKey
from pyrage import x25519

from coordinator_app.core.errors import BadFile, Refused
from coordinator_app.exchange.envelope import DAMAGED, LARGEST, NOT_OURS, TOO_LARGE, check_size
from coordinator_app.i18n import N_

_BECH32 = "qpzry9x8gf2tvdw0s3jn54khce6mua7l"
_MAGIC = b"age-encryption.org/v1\n"
_LARGEST_HEADER = 16 * 1024
"""Room for a hundred recipients. Each costs a computation, so that more would only keep the reader busy."""

NOT_FOR_US = N_("{name} is sealed for somebody else. Only the one it is meant for can open it, in the register that holds his key.")
WITH_PASSPHRASE = N_("{name} is sealed with a passphrase, which the network never does. Nothing was opened; ask the sender for a new file.")
BAD_RECIPIENT = N_("“{recipient}” is not a key that a file can be sealed for. Ask the central office for a new update file.")


def new_identity() -> tuple[str, str]:
    """A fresh age identity, which opens, and its recipient, for which others seal."""
    identity = x25519.Identity.generate()
    return str(identity), str(identity.to_public())


def check_recipient(recipient: str) -> None:
    """Raises `Refused` unless it is an X25519 recipient (`age1…`), written in the one way and not of small order."""
    if str(_recipient(recipient)) != recipient:
        raise Refused(BAD_RECIPIENT, recipient=recipient)
    bits = 0
    for sign in recipient.removeprefix("age1")[:-6]:
        bits = bits << 5 | _BECH32.index(sign)
    point = X25519PublicKey.from_public_bytes((bits >> 4).to_bytes(32, "big"))
    try:
        X25519PrivateKey.generate().exchange(point)
    except ValueError as wrong:
        raise Refused(BAD_RECIPIENT, recipient=recipient) from wrong


def seal(data: bytes, recipients: Sequence[str]) -> bytes:
    """The data so that any one of the recipients can open it. Raises `Refused` for a bad recipient or none."""
    if not recipients:
        raise Refused(N_("The central office has named nobody to seal for. Ask it for a new update file."))
    return bytes(pyrage.encrypt(data, [_recipient(each) for each in recipients]))


def is_sealed(data: bytes) -> bool:
    """Whether the bytes begin as an age file does."""
    return data.startswith(_MAGIC)


def unseal(data: bytes, identities: Sequence[str], *, name: str) -> bytes:
    """What was sealed for one of the identities (`AGE-SECRET-KEY-1…`).

    Raises `BadFile` naming the file if it is too large, not an age file, sealed with a passphrase, for somebody else, or damaged.
    """
    check_size(data, name)
    refused = partial(BadFile, name=name)
    if not is_sealed(data):
        raise refused(NOT_OURS)
    end = data.find(b"\n--- ", 0, _LARGEST_HEADER)
    if end < 0:
        raise refused(DAMAGED)
    if any(line.startswith(b"-> scrypt") for line in data[:end].split(b"\n")):
        raise refused(WITH_PASSPHRASE)
    if not identities:
        raise refused(NOT_FOR_US)
    try:
        opened = bytes(pyrage.decrypt(data, [x25519.Identity.from_str(each) for each in identities]))
    except pyrage.DecryptError as wrong:
        raise refused(NOT_FOR_US if "No matching keys" in str(wrong) else DAMAGED) from wrong
    if len(opened) > LARGEST:
        raise refused(TOO_LARGE)
    return opened


def _recipient(recipient: str) -> x25519.Recipient:
    try:
        return x25519.Recipient.from_str(recipient)
    except pyrage.RecipientError as wrong:
        raise Refused(BAD_RECIPIENT, recipient=recipient) from wrong
