"""JSON that means one thing only: written in one way, and read only if it was written that way."""

import base64
import binascii
from typing import TypeVar

import msgspec

T = TypeVar("T")

_UNSEEN = [*range(0x20), *range(0x7F, 0xA0), 0x2028, 0x2029, *range(0x202A, 0x202F), *range(0x2066, 0x206A)]
_LINE = dict.fromkeys(_UNSEEN, " ")
_PARAGRAPHS = {code: sign for code, sign in _LINE.items() if code != 0x0A}


class NotStrictError(ValueError):
    """The bytes are not what this program would have written."""


def encode(value: object) -> bytes:
    """UTF-8 without spaces, members in alphabetical order, decimals as numbers."""
    return msgspec.json.Encoder(order="sorted", decimal_format="number").encode(value)


def decode(data: bytes, shape: type[T]) -> T:
    """Reads what `encode` wrote. Raises `NotStrictError` for anything else: repeated, extra or missing members, spaces, NaN."""
    try:
        value = msgspec.json.decode(data, type=shape)
        again = encode(value)
    except (msgspec.MsgspecError, ValueError, OverflowError, RecursionError) as wrong:
        raise NotStrictError(str(wrong)) from wrong
    if again != data:
        raise NotStrictError("not in the one form")
    return value


def text_of(data: bytes) -> str:
    """Bytes as base64url without padding."""
    return base64.urlsafe_b64encode(data).rstrip(b"=").decode()


def bytes_of(text: str) -> bytes:
    """The bytes of a base64url text; raises `NotStrictError` unless it is the one canonical text of them."""
    try:
        data = base64.b64decode(text + "=" * (-len(text) % 4), altchars=b"-_", validate=True)
    except (binascii.Error, ValueError) as wrong:
        raise NotStrictError(str(wrong)) from wrong
    if text_of(data) != text:
        raise NotStrictError("base64url is not canonical")
    return data


def line(text: str) -> str:
    """A text as one line: what steers a terminal or turns the direction of writing becomes a space."""
    return text.translate(_LINE)


def paragraphs(text: str) -> str:
    """A text of several lines, cleaned like `line`."""
    return text.replace("\r\n", "\n").translate(_PARAGRAPHS)
