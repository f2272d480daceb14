"""A list of values written for spreadsheets: XLSX, and CSV as Excel reads it in Finland."""

import csv
import datetime as dt
import io

from msgspec import Struct

Cell = str | int | dt.date | dt.time | None
# What a spreadsheet would take for a formula if a text began with it.
_FORMULA = ("=", "+", "-", "@", "\t", "\r")


class Heading(Struct, frozen=True):
    """A column: the code that other programs know it by, what it is called, and how wide it is in letters."""

    code: str
    text: str
    width: int = 14


class Sheet(Struct, frozen=True):
    """Rows under their headings; an empty cell is not asked, which is not 0."""

    name: str
    headings: tuple[Heading, ...]
    rows: tuple[tuple[Cell, ...], ...]


def xlsx(sheet: Sheet, *, made: dt.datetime) -> bytes:
    """A workbook with real dates, times and numbers: a row of codes, then a table whose headings stay in sight. Text is never a formula."""
    import xlsxwriter

    written = io.BytesIO()
    options = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}
    with xlsxwriter.Workbook(written, options) as book:
        book.set_properties({"created": made.replace(tzinfo=None)})
        page = book.add_worksheet(sheet.name)
        formats = {dt.date: book.add_format({"num_format": "d.m.yyyy"}), dt.time: book.add_format({"num_format": "h.mm"})}
        quiet = book.add_format({"font_color": "#55605B", "font_size": 8})
        for at, heading in enumerate(sheet.headings):
            page.set_column(at, at, heading.width)
            page.write_string(0, at, heading.code, quiet)
            page.write_string(1, at, heading.text)
        for row, values in enumerate(sheet.rows, start=2):
            for at, value in enumerate(values):
                if isinstance(value, str):
                    page.write_string(row, at, value)
                elif value is not None:
                    page.write(row, at, value, formats.get(type(value)))
        page.freeze_panes(2, 0)
        if sheet.rows:
            columns = [{"header": heading.text} for heading in sheet.headings]
            page.add_table(1, 0, len(sheet.rows) + 1, len(sheet.headings) - 1, {"columns": columns, "style": "Table Style Light 1"})
    return written.getvalue()


def finnish_csv(sheet: Sheet) -> bytes:
    """Semicolons, UTF-8 with its mark, days as 20.10.2026 and times as 18.05; a text that looks like a formula gets an apostrophe."""
    written = io.StringIO(newline="")
    writer = csv.writer(written, delimiter=";", lineterminator="\r\n")
    writer.writerow([heading.text for heading in sheet.headings])
    writer.writerows([[_plain(value) for value in row] for row in sheet.rows])
    return written.getvalue().encode("utf-8-sig")


def _plain(value: Cell) -> str:
    match value:
        case None:
            return ""
        case dt.date():
            return f"{value.day}.{value.month}.{value.year}"
        case dt.time():
            return f"{value.hour}.{value.minute:02}"
        case int():
            return str(value)
    return f"'{value}" if value.startswith(_FORMULA) else value
