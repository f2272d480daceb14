"""The recovery code: 128 bits in 8 groups of 4 letters and digits, with a Bech32m checksum (BIP 350) that finds slips of the pen."""

from collections.abc import Iterable

from coordinator_app.core.errors import WrongPassphrase
from coordinator_app.i18n import N_

CODE_BYTES = 16
_LETTERS = "qpzry9x8gf2tvdw0s3jn54khce6mua7l"
_PREFIX = "coordinator"
_GENERATORS = (0x3B6A57B2, 0x26508E6D, 0x1EA119FA, 0x3D4233DD, 0x2A1462B3)
_BECH32M = 0x2BC830A3
_CHECK_LETTERS = 6
_DATA_LETTERS = 26
_GROUP = 4
# What the eye takes for another: the alphabet has no 1, b, i, o.
_TAKEN_FOR = str.maketrans({"o": "0", "i": "l", "1": "l", "b": "8"})


def written(secret: bytes) -> str:
    """The code of 16 bytes as it is printed: `QPZR Y9X8 …`."""
    if len(secret) != CODE_BYTES:
        raise ValueError("a recovery code has 16 bytes")
    number = int.from_bytes(secret) << 2
    data = [number >> 5 * place & 31 for place in reversed(range(_DATA_LETTERS))]
    remainder = _remainder([*_spread_prefix(), *data, *[0] * _CHECK_LETTERS]) ^ _BECH32M
    check = [remainder >> 5 * place & 31 for place in reversed(range(_CHECK_LETTERS))]
    letters = "".join(_LETTERS[value] for value in data + check).upper()
    return " ".join(letters[start : start + _GROUP] for start in range(0, len(letters), _GROUP))


def read(typed: str) -> bytes:
    """The 16 bytes of a code, however it was typed: any case, spaces, hyphens, an O for a 0.

    Raises `WrongPassphrase` when letters are missing or the checksum finds a slip.
    """
    letters = "".join(letter for letter in typed.lower() if letter.isalnum()).translate(_TAKEN_FOR)
    if len(letters) != _DATA_LETTERS + _CHECK_LETTERS:
        raise WrongPassphrase(
            N_("The recovery code has 8 groups of 4 letters and digits, 32 in all; {n} were typed. Compare with the sheet."), n=len(letters)
        )
    values = [_LETTERS.find(letter) for letter in letters]
    number = 0
    for value in values[:_DATA_LETTERS]:
        number = number << 5 | (value & 31)
    if min(values) < 0 or number & 3 or _remainder([*_spread_prefix(), *values]) != _BECH32M:
        raise WrongPassphrase(N_("There is a slip in the recovery code. Compare it with the sheet, group by group."))
    return (number >> 2).to_bytes(CODE_BYTES)


def _spread_prefix() -> list[int]:
    return [ord(letter) >> 5 for letter in _PREFIX] + [0] + [ord(letter) & 31 for letter in _PREFIX]


def _remainder(values: Iterable[int]) -> int:
    """The checksum's polynomial division over GF(32)."""
    left = 1
    for value in values:
        top = left >> 25
        left = (left & 0x1FFFFFF) << 5 ^ value
        for place, generator in enumerate(_GENERATORS):
            if top >> place & 1:
                left ^= generator
    return left
