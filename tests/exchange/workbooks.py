"""Made-up spreadsheets: XLSX by XlsxWriter, ODS by hand."""

import datetime as dt
import io
import zipfile
from collections.abc import Sequence
from typing import Any
from xml.sax.saxutils import escape

import xlsxwriter

_URN = "urn:oasis:names:tc:opendocument:xmlns:"
_SPACES = " ".join(f'xmlns:{name}="{_URN}{name}:1.0"' for name in ("office", "table", "text"))
_ODS = (
    f'<?xml version="1.0" encoding="UTF-8"?><office:document-content {_SPACES} office:version="1.3"><office:body><office:spreadsheet>'
    '<table:table table:name="Taulukko1">{rows}</table:table></office:spreadsheet></office:body></office:document-content>'
)
_MANIFEST = (
    f'<?xml version="1.0" encoding="UTF-8"?><manifest:manifest xmlns:manifest="{_URN}manifest:1.0"><manifest:file-entry '
    'manifest:full-path="/" manifest:media-type="application/vnd.oasis.opendocument.spreadsheet"/></manifest:manifest>'
)


def xlsx(rows: Sequence[Sequence[Any]], *, before: int = 0) -> bytes:
    """A workbook; days and times as real ones. `before` empty sheets come first."""
    out = io.BytesIO()
    with xlsxwriter.Workbook(out, {"in_memory": True}) as book:
        for number in range(before):
            book.add_worksheet(f"Tyhjä {number}")
        sheet = book.add_worksheet("Ryhmät")
        forms = {dt.date: book.add_format({"num_format": "d.m.yyyy"}), dt.time: book.add_format({"num_format": "h:mm"})}
        for at, row in enumerate(rows):
            for column, cell in enumerate(row):
                if isinstance(cell, dt.date | dt.time):
                    sheet.write_datetime(at, column, cell, forms[type(cell)])
                elif cell is not None:
                    sheet.write(at, column, cell)
    return out.getvalue()


def ods_cell(cell: Any) -> str:
    if isinstance(cell, dt.date):
        return (
            f'<table:table-cell office:value-type="date" office:date-value="{cell.isoformat()}"><text:p>{cell}</text:p></table:table-cell>'
        )
    if isinstance(cell, int | float):
        return f'<table:table-cell office:value-type="float" office:value="{cell}"><text:p>{cell}</text:p></table:table-cell>'
    if cell is None:
        return "<table:table-cell/>"
    return f'<table:table-cell office:value-type="string"><text:p>{escape(str(cell))}</text:p></table:table-cell>'


def ods(rows: Sequence[Sequence[Any]], tail: str = "") -> bytes:
    """A document of one sheet; as LibreOffice does, empty cells and rows to the sheet's end are written as repeated ones."""
    end = '<table:table-cell table:number-columns-repeated="16000"/>'
    body = "".join(f"<table:table-row>{''.join(map(ods_cell, row))}{end}</table:table-row>" for row in rows)
    tail = tail or f'<table:table-row table:number-rows-repeated="1048000">{end}</table:table-row>'
    return packed(
        {
            "mimetype": "application/vnd.oasis.opendocument.spreadsheet",
            "content.xml": _ODS.format(rows=body + tail),
            "META-INF/manifest.xml": _MANIFEST,
        }
    )


def packed(parts: dict[str, str | bytes]) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, part in parts.items():
            archive.writestr(name, part)
    return out.getvalue()
