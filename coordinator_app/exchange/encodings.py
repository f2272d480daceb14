"""The letters of a text file, whatever program wrote it: UTF-8, UTF-16 or the old Windows code page."""

import codecs

from msgspec import Struct

from coordinator_app.core.errors import BadFile
from coordinator_app.i18n import N_

_MARKS = ((codecs.BOM_UTF8, "utf-8-sig", "UTF-8"), (codecs.BOM_UTF16_LE, "utf-16", "UTF-16"), (codecs.BOM_UTF16_BE, "utf-16", "UTF-16"))
_SAMPLE = 4_000


class Decoded(Struct, frozen=True):
    """The text and what its encoding is called."""

    text: str
    encoding: str


def decode(data: bytes, file: str) -> Decoded:
    """The text of a file. Raises `BadFile` for something that is no text."""
    for mark, codec, name in _MARKS:
        if data.startswith(mark):
            return Decoded(_strict(data, codec, file), name)
    if found := _unmarked_utf16(data[:_SAMPLE]):
        return Decoded(_strict(data, found, file), "UTF-16")
    if b"\0" in data:
        raise _no_text(file)
    try:
        return Decoded(data.decode("utf-8"), "UTF-8")
    except UnicodeDecodeError:
        return Decoded(old_windows(data), "Windows-1252")


def old_windows(data: bytes) -> str:
    """Text in the code page of western Windows, and where that has no letter, Latin-1: every byte is read."""
    try:
        return data.decode("cp1252")
    except UnicodeDecodeError:
        return data.decode("latin-1")


def _strict(data: bytes, codec: str, file: str) -> str:
    try:
        text = data.decode(codec)
    except UnicodeDecodeError as wrong:
        raise _no_text(file) from wrong
    if "\0" in text:
        raise _no_text(file)
    return text


def _unmarked_utf16(sample: bytes) -> str | None:
    """UTF-16 without a mark, known by the empty half of most of its letters."""
    half = len(sample) // 2
    if half < 4:
        return None
    low, high = sample[0 : 2 * half : 2].count(0), sample[1 : 2 * half : 2].count(0)
    if high > 0.7 * half and low < 0.05 * half:
        return "utf-16-le"
    return "utf-16-be" if low > 0.7 * half and high < 0.05 * half else None


def _no_text(file: str) -> BadFile:
    return BadFile(
        N_("{file} is not a text file, or it is damaged. Save it again as CSV, XLSX, ODS, vCard or JSON and try once more."), file=file
    )
