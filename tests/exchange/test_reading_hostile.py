"""Files made to do harm: refused in a sentence, soon, and without filling the memory."""

import random
import resource
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from coordinator_app.core.errors import BadFile
from coordinator_app.exchange.reading import read_bytes, read_file
from coordinator_app.i18n import Language, Words
from tests.exchange.workbooks import ods, packed, xlsx

_SHEET = '<?xml version="1.0"?><worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>{rows}</sheetData></worksheet>'


def spreadsheet(rows: str, strings: str = "") -> bytes:
    """An XLSX whose one sheet holds these rows as they are."""
    import io
    import zipfile

    with zipfile.ZipFile(io.BytesIO(xlsx([["Nimi"], ["Matti"]]))) as good:
        parts: dict[str, str | bytes] = {name: good.read(name) for name in good.namelist()}
    parts["xl/worksheets/sheet1.xml"] = _SHEET.format(rows=rows)
    if strings:
        parts["xl/sharedStrings.xml"] = strings
    return packed(parts)


def _shared() -> bytes:
    long = "x" * 32_000
    strings = f'<?xml version="1.0"?><sst xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><si><t>{long}</t></si></sst>'
    row = "".join(f'<c r="{letter}{{0}}" t="s"><v>0</v></c>' for letter in "ABCDEFGHIJ")
    return spreadsheet("".join(f'<row r="{n}">{row.format(n)}</row>' for n in range(1, 5_001)), strings)


def bombs() -> Iterator[tuple[str, bytes]]:
    cell = '<table:table-cell{} office:value-type="string"><text:p>x</text:p></table:table-cell>'
    entities = '<?xml version="1.0"?><!DOCTYPE a [<!ENTITY a "' + "x" * 1000 + '"><!ENTITY b "' + "&a;" * 1000 + '">]><a>&b;</a>'
    yield "far cell", spreadsheet('<row r="1"><c r="A1"><v>1</v></c></row><row r="1048576"><c r="XFD1048576"><v>1</v></c></row>')
    yield "one string, many times", _shared()
    yield "unpacked", packed({"xl/workbook.xml": b"0" * 100 * 2**20})
    yield "repeated rows", ods([], f'<table:table-row table:number-rows-repeated="1048576">{cell.format("")}</table:table-row>' * 4)
    wide = cell.format(' table:number-columns-repeated="9999"')
    yield "repeated cells", ods([], f'<table:table-row table:number-rows-repeated="9999">{wide}</table:table-row>')
    one, empty = f"<table:table-row>{cell.format('')}</table:table-row>", '<table:table-row table:number-rows-repeated="999999"/>'
    yield "far row", ods([], one.replace("</table:table-row>", cell.format("") * 9 + "</table:table-row>") + empty + one)
    yield "entities", packed({"content.xml": entities})
    yield "many files", packed({f"xl/{n}": b"" for n in range(3_000)})
    yield "other packed", packed({"word/document.xml": b"<a/>"})
    yield "cut", xlsx([["Nimi"], ["Matti"]])[:-400]
    yield "unknown letters", packed({"content.xml": '<?xml version="1.0" encoding="UTFa8"?><a/>'})
    yield "not xml", packed({"content.xml": "<a"})
    yield "old excel", b"\xd0\xcf\x11\xe0" + b"\0" * 512
    yield "pdf", b"%PDF-1.7 \n"
    yield "picture", b"\x89PNG\r\n\x1a\n" + b"\0" * 100
    yield "zeros", b"\0" * 10_000
    yield "nothing", b""
    yield "spaces", b"  \r\n \n"
    yield "nul in text", b"Nimi;Puhelin\nMat\0ti;1"
    yield "deep json", b"[" * 1_000_000
    yield "deep row", b'[{"name": "x", "day": 1, "time": "10:00", "a": ' + b"[" * 5_000 + b"]" * 5_000 + b"}]"
    yield "one long line", b"BEGIN:VCARD\r\nFN:" + b"a;" * 3_000_000
    yield "parameters", b"BEGIN:VCARD\r\nTEL" + b";" * 2_000_000 + b"\r\nEND:VCARD"
    yield "quotes", b"BEGIN:VCARD\r\nTEL;X=" + b'"' * 1_000_001 + b":1\r\nEND:VCARD"
    yield "many columns", b"Nimi" + b";" * 2_000_000
    yield "open quote", b'Nimi;Puhelin\n"' + b"x" * 3_000_000
    yield "calendar", b"BEGIN:VCALENDAR\r\nEND:VCALENDAR"


@pytest.mark.parametrize(("what", "data"), [pytest.param(what, data, id=what) for what, data in bombs()])
def test_a_bomb_does_no_harm(what: str, data: bytes) -> None:
    most = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    start = time.process_time()
    try:
        found = read_bytes(data, "pommi")
    except BadFile as wrong:
        assert "pommi" in str(wrong)
    else:
        # Strange but harmless: what there is of it is read, and the rest listed.
        assert what in {"one long line", "parameters", "quotes", "deep row"}
        assert len(found.people) <= 1
    assert time.process_time() - start < 2
    assert resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - most < 256 * 1024


@pytest.mark.parametrize("data", [xlsx([["Nimi"], ["Matti"]]), ods([["Nimi"], ["Matti"]])])
def test_a_damaged_workbook_is_read_or_refused(data: bytes, chance: random.Random) -> None:
    for _ in range(400):
        at = chance.randrange(len(data))
        try:
            read_bytes(data[:at] + bytes([chance.randrange(256)]) + data[at + 1 :], "rikki")
        except BadFile as wrong:
            assert "rikki" in str(wrong)


def test_without_its_guard_the_far_cell_would_fill_the_memory() -> None:
    import io

    from python_calamine import CalamineWorkbook

    rows = '<row r="1"><c r="A1"><v>1</v></c></row><row r="2000"><c r="CV2000"><v>1</v></c></row>'
    sheet = CalamineWorkbook.from_filelike(io.BytesIO(spreadsheet(rows))).get_sheet_by_index(0)
    assert sum(map(len, sheet.to_python(skip_empty_area=False))) == 200_000


def test_a_missing_file_a_folder_and_a_huge_file(tmp_path: Path) -> None:
    huge = tmp_path / "iso.csv"
    with huge.open("wb") as out:
        out.truncate(21 * 2**20)
    for path, said in ((tmp_path / "ei ole.csv", "not there"), (tmp_path, "is a folder"), (huge, "larger")):
        with pytest.raises(BadFile, match=path.name) as refused:
            read_file(path)
        assert said in refused.value.said(Words(Language.EN))
