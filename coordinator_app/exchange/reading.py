"""Reads a file from elsewhere, whatever it is: by its content, not by its ending."""

from pathlib import Path

from coordinator_app.core.errors import BadFile
from coordinator_app.core.importing.found import Found, Subject
from coordinator_app.exchange.encodings import decode
from coordinator_app.i18n import N_

_MOST_BYTES = 20 * 2**20
_PACKED = b"PK\x03\x04"
_OTHERS = (
    (b"\xd0\xcf\x11\xe0", N_("{file} is of the old Excel form. Save it as XLSX and try once more.")),
    (b"%PDF", N_("{file} is a PDF, which is for reading only. Ask for the table it was made from.")),
    (b"age-encryption.org", N_("{file} is a sealed summary. Open it with “Take in”, not with “Import”.")),
    (b"\x1f\x8b", N_("{file} is packed. Unpack it first and choose what was inside.")),
    (b"\x89PNG", N_("{file} is a picture. Nothing was read.")),
    (b"\xff\xd8\xff", N_("{file} is a picture. Nothing was read.")),
)


def read_file(path: Path, *, what: Subject | None = None) -> Found:
    """The groups, people, organisations or headcounts of a file; `what` says what a table's rows are, where that is known.

    Reads vCard, Meeting Guide JSON, CSV, XLSX and ODS. Raises `BadFile` with what is wrong and what to do.
    """
    return read_bytes(_bytes(path), path.name, what=what)


def read_bytes(data: bytes, file: str, *, what: Subject | None = None) -> Found:
    """The same of bytes; `file` is what they are called."""
    from coordinator_app.exchange import meeting_guide, sheets, table, vcard

    for start, refusal in _OTHERS:
        if data.startswith(start):
            raise BadFile(refusal, file=file)
    if data.startswith(_PACKED):
        return table.read(sheets.from_workbook(data, file), file, (), what)
    decoded = decode(data, file)
    begins = decoded.text.lstrip()[:20].upper()
    if not begins:
        raise BadFile(N_("{file} is empty."), file=file)
    if begins.startswith("BEGIN:VCARD"):
        return vcard.read(decoded, file)
    if begins.startswith("BEGIN:VCALENDAR"):
        raise BadFile(N_("{file} is a calendar. Groups and people are read from vCard, JSON, CSV, XLSX and ODS."), file=file)
    if begins[0] in "[{":
        return meeting_guide.read(decoded.text, file)
    sheet, guesses = sheets.from_text(decoded, file)
    return table.read([sheet], file, guesses, what)


def _bytes(path: Path) -> bytes:
    if path.is_dir():
        raise BadFile(N_("{file} is a folder. Choose the files in it."), file=path.name)
    try:
        with path.open("rb") as opened:
            data = opened.read(_MOST_BYTES + 1)
    except FileNotFoundError as missing:
        raise BadFile(N_("{file} is not there any more. Choose it again."), file=path.name) from missing
    except OSError as wrong:
        raise BadFile(
            N_("{file} cannot be opened: another program holds it, or you may not read it. Close it there and try again."), file=path.name
        ) from wrong
    if len(data) > _MOST_BYTES:
        raise BadFile(
            N_("{file} is larger than 20 megabytes and is no list of groups or people. Divide it and take in the parts."), file=path.name
        )
    return data
