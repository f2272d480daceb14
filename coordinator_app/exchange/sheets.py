"""The cells of a table file, CSV, XLSX or ODS, with guards against files made to fill the memory."""

import csv
import io
import re
import zipfile
import zlib
from collections.abc import Iterator, Sequence
from xml.etree import ElementTree

from msgspec import Struct

from coordinator_app.core.errors import BadFile
from coordinator_app.core.importing.found import Guess, Remark
from coordinator_app.exchange.cells import Cell
from coordinator_app.exchange.encodings import Decoded
from coordinator_app.i18n import N_

MOST_CELLS = 500_000
_MOST_UNPACKED = 64 * 2**20
_MOST_SHARED = 50 * 2**20
_SEPARATORS = {";": N_("semicolon"), ",": N_("comma"), "\t": N_("tab"), "|": N_("upright line")}
_CELL = re.compile(rb'<(?:\w+:)?c(?: r="([A-Z]{1,3})(\d{1,7})")?')
_ROW = re.compile(rb'<(?:\w+:)?row\b[^>]*?\br="(\d{1,7})"')
_SHARED = re.compile(rb'\bt="s"[^>]{0,200}>\s*<(?:\w+:)?v>(\d{1,7})<')
_ODS = "{urn:oasis:names:tc:opendocument:xmlns:table:1.0}"


class Sheet(Struct, frozen=True):
    """One table: its name ("" for CSV) and its rows of cells."""

    name: str
    rows: Sequence[Sequence[Cell]]


def from_text(decoded: Decoded, file: str) -> tuple[Sheet, tuple[Guess, ...]]:
    """The table of a CSV file, whose separator is guessed. Raises `BadFile` when it cannot be a table."""
    text = decoded.text
    if text[:4].lower() == "sep=" and text[5:6] in "\r\n":
        text = text[5:].lstrip("\r\n")
    separator = _separator(text[:50_000])
    rows: list[list[Cell]] = []
    cells = 0
    try:
        for row in csv.reader(io.StringIO(text, newline=""), delimiter=separator):
            rows.append(list(row))
            cells += len(row)
            if cells > MOST_CELLS:
                raise too_large(file)
    except csv.Error as wrong:
        raise BadFile(
            N_("{file} cannot be read as a table after row {row}. Save it again as XLSX and try once more."), file=file, row=len(rows)
        ) from wrong
    return Sheet("", rows), (Guess(N_("Character set"), decoded.encoding), Guess(N_("Column separator"), Remark(_SEPARATORS[separator])))


def from_workbook(data: bytes, file: str) -> list[Sheet]:
    """The tables of an XLSX or ODS file, formulas by the values they had when it was saved. Raises `BadFile`."""
    from python_calamine import CalamineError, CalamineWorkbook

    _guard(data, file)
    try:
        workbook = CalamineWorkbook.from_filelike(io.BytesIO(data))
        return [Sheet(name, workbook.get_sheet_by_name(name).to_python(skip_empty_area=False)) for name in workbook.sheet_names]
    except (CalamineError, OSError, ValueError) as wrong:
        raise _damaged(file) from wrong


def too_large(file: str) -> BadFile:
    """The refusal of a file that holds more than any group's or person's list does."""
    return BadFile(N_("{file} is too large to be a list of groups or people. Divide it and take in the parts."), file=file)


def _separator(sample: str) -> str:
    """The sign that cuts most rows into the same number of columns, more than one."""
    best, score = ",", 0
    for sign in _SEPARATORS:
        try:
            widths = [len(row) for row in csv.reader(sample.splitlines()[:60], delimiter=sign) if any(row)]
        except csv.Error:
            continue
        wide = max(set(widths), key=lambda width: (widths.count(width), width), default=1)
        worth = widths.count(wide) * 100 + wide if wide > 1 else 0
        if worth > score:
            best, score = sign, worth
    return best


def _guard(data: bytes, file: str) -> None:
    """Looks into the file before a reader fills the memory with what it says it holds."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as packed:
            if sum(each.file_size for each in packed.infolist()) > _MOST_UNPACKED or len(packed.infolist()) > 2_000:
                raise too_large(file)
            names = {each.filename for each in packed.infolist()}
            if "content.xml" in names:
                _guard_ods(_unpacked(packed, "content.xml", file), file)
            elif any(name.startswith("xl/") for name in names):
                _guard_xlsx(packed, names, file)
            else:
                raise BadFile(N_("{file} is a packed file, but not an XLSX or ODS table. Nothing was read."), file=file)
    except (zipfile.BadZipFile, zlib.error, NotImplementedError, RuntimeError, EOFError, OSError, ValueError) as wrong:
        raise _damaged(file) from wrong


def _unpacked(packed: zipfile.ZipFile, name: str, file: str) -> bytes:
    with packed.open(name) as part:
        data = part.read(_MOST_UNPACKED + 1)
    if len(data) > _MOST_UNPACKED:
        raise too_large(file)
    if b"<!DOCTYPE" in data or b"<!ENTITY" in data:
        raise _damaged(file)
    return data


def _guard_xlsx(packed: zipfile.ZipFile, names: set[str], file: str) -> None:
    strings = (
        [len(each) for each in re.split(rb"</(?:\w+:)?si>", _unpacked(packed, "xl/sharedStrings.xml", file))]
        if "xl/sharedStrings.xml" in names
        else []
    )
    area = shared = 0
    for name in sorted(each for each in names if each.startswith("xl/") and each.endswith(".xml") and "/worksheets/" in each):
        part = _unpacked(packed, name, file)
        rows, columns, row_cells = max((int(each) for each in _ROW.findall(part)), default=0), 0, 0
        for letters, row in _CELL.findall(part):
            rows = max(rows, int(row or 0))
            row_cells += 1
            columns = max(columns, _column(letters))
        area += max(rows, 1) * max(columns, 1) + row_cells
        if area > 4 * MOST_CELLS:
            raise too_large(file)
        shared += sum(strings[int(each)] for each in _SHARED.findall(part) if int(each) < len(strings))
        if shared > _MOST_SHARED:
            raise too_large(file)


def _column(letters: bytes) -> int:
    number = 0
    for letter in letters:
        number = 26 * number + letter - 64
    return number


def _guard_ods(content: bytes, file: str) -> None:
    """Repeated rows and cells are written once with a number; what counts is the area they fill up to the last that is not empty."""
    area = 0
    for rows, columns in _ods_sizes(content, file):
        area += rows * columns
        if area > 4 * MOST_CELLS:
            raise too_large(file)


def _ods_sizes(content: bytes, file: str) -> Iterator[tuple[int, int]]:
    rows = columns = row = column = last = 0
    try:
        for event, element in ElementTree.iterparse(io.BytesIO(content), ("start", "end")):
            if event == "start" and element.tag == f"{_ODS}table":
                rows = columns = row = 0
            elif event == "start" and element.tag == f"{_ODS}table-row":
                column = last = 0
            elif event == "end" and element.tag in (f"{_ODS}table-cell", f"{_ODS}covered-table-cell"):
                column += _repeated(element, "columns")
                last = column if len(element) else last
            elif event == "end" and element.tag == f"{_ODS}table-row":
                row += _repeated(element, "rows")
                rows, columns = (row, max(columns, last)) if last else (rows, columns)
                element.clear()
            elif event == "end" and element.tag == f"{_ODS}table":
                yield rows, columns
    except (ElementTree.ParseError, LookupError) as wrong:
        raise _damaged(file) from wrong


def _repeated(element: ElementTree.Element, what: str) -> int:
    said = element.get(f"{_ODS}number-{what}-repeated", "1")
    return int(said) if said.isascii() and said.isdigit() and len(said) < 10 else MOST_CELLS


def _damaged(file: str) -> BadFile:
    return BadFile(
        N_("{file} is damaged, locked with a password, or no XLSX or ODS file. Open it in its own program, save it again and try again."),
        file=file,
    )
