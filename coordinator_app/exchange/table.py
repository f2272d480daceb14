"""Tables of groups, people, organisations or headcounts: which row is the heading, what each column means, what each row says."""

from collections.abc import Mapping, Sequence

from msgspec import Struct
from msgspec.structs import replace

from coordinator_app.core.errors import BadFile
from coordinator_app.core.importing.found import Found, Guess, ReadColumn, Remark, Subject, Unread
from coordinator_app.exchange import matrix, table_rows
from coordinator_app.exchange.cells import Cell, date_form, day, has_comma, text
from coordinator_app.exchange.sheets import Sheet
from coordinator_app.exchange.table_rows import Row
from coordinator_app.exchange.vocabulary import SUBJECTS, Column, column_of, weekday_of
from coordinator_app.i18n import N_

FORM = N_("Table")
# The heading stands near the top, below a title at most.
_HEADING_WITHIN = 20
_SEVERAL = {Column.PHONE, Column.EMAIL, Column.NOTE}


class _Heading(Struct, frozen=True):
    """Where the heading is, from 0, and what its columns mean."""

    row: int
    meanings: Mapping[int, Column]


def read(sheets: Sequence[Sheet], file: str, guesses: tuple[Guess, ...], what: Subject | None = None) -> Found:
    """What the first sheet with a heading that is understood says. Raises `BadFile` when there is none."""
    for number, sheet in enumerate(sheets):
        found = matrix.read(sheet, file, column_of) if what in (None, Subject.ATTENDANCE) else None
        found = found or _read(sheet, file, what)
        if found is not None:
            named = (Guess(N_("Sheet"), sheet.name),) if sheet.name else ()
            left = tuple(
                Unread(other.name, Remark(N_("This sheet was not read.")))
                for other in (*sheets[:number], *sheets[number + 1 :])
                if any(map(any, other.rows))
            )
            return replace(found, guesses=guesses + named + found.guesses, unread=found.unread + left)
    raise BadFile(
        N_(
            "No heading in {file} is understood. Name the columns in its first row, such as Name and Phone; "
            "Group, Weekday and Time; or Date, Group and Participants."
        ),
        file=file,
    )


def _read(sheet: Sheet, file: str, what: Subject | None) -> Found | None:
    heading = _heading(sheet.rows)
    if heading is None:
        return None
    body = sheet.rows[heading.row + 1 :]
    settled = _settled(heading.meanings, body)
    subject = what or _subject(set(settled.values()))
    meanings = {at: meaning for at, meaning in settled.items() if meaning in SUBJECTS[subject] | {Column.DATE}}
    dates = date_form(row[at] for row in body for at, meaning in meanings.items() if meaning is Column.DATE and at < len(row))
    rows = [
        Row(str(number), {meaning: _cells(row, meanings, meaning) for meaning in set(meanings.values())}, dates)
        for number, row in enumerate(body, heading.row + 2)
        if any(text(cell) for cell in row)
    ]
    guesses = [Guess(N_("The heading is on row"), str(heading.row + 1)), Guess(N_("The rows are"), Remark(table_rows.CALLED[subject]))]
    if dates is not None:
        guesses.append(Guess(N_("Dates"), Remark(dates.value)))
    if any(has_comma(cell) for row in body for cell in row):
        guesses.append(Guess(N_("Decimal sign"), Remark(N_("comma"))))
    return table_rows.read(subject, rows, Found(file, FORM, guesses=tuple(guesses), columns=_columns(sheet.rows, heading, meanings)))


def _heading(rows: Sequence[Sequence[Cell]]) -> _Heading | None:
    best: _Heading | None = None
    for number, row in enumerate(rows[:_HEADING_WITHIN]):
        meanings: dict[int, Column] = {}
        for at, cell in enumerate(row):
            meaning = column_of(cell) if isinstance(cell, str) and len(cell) < 60 else None
            if meaning is not None and (meaning in _SEVERAL or meaning not in meanings.values()):
                meanings[at] = meaning
        if meanings and (best is None or len(meanings) > len(best.meanings)):
            best = _Heading(number, meanings)
    return best


def _settled(meanings: Mapping[int, Column], body: Sequence[Sequence[Cell]]) -> dict[int, Column]:
    """`Päivä` heads weekdays or dates, and only what stands below it tells which."""
    settled = dict(meanings)
    for at, meaning in meanings.items():
        below = [row[at] for row in body[:50] if at < len(row) and text(row[at])]
        if meaning is Column.WEEKDAY and below and all(day(cell) for cell in below):
            settled[at] = Column.DATE
        elif meaning is Column.DATE and below and all(weekday_of(text(cell)) and not day(cell) for cell in below):
            settled[at] = Column.WEEKDAY
    return settled


def _subject(columns: set[Column]) -> Subject:
    """What the rows are about, by the columns that only one kind of table has."""
    if columns & {Column.GIVEN, Column.FAMILY}:
        return Subject.PERSON
    if columns >= {Column.DATE, Column.HEADCOUNT}:
        return Subject.ATTENDANCE
    if columns & {Column.WEEKDAY, Column.STARTS} and columns & {Column.GROUP, Column.NAME}:
        return Subject.GROUP
    if Column.NAME in columns:
        return Subject.ORGANISATION if Column.KIND in columns else Subject.PERSON
    if Column.ORGANISATION in columns:
        return Subject.ORGANISATION
    return Subject.GROUP if Column.GROUP in columns else Subject.PERSON


def _cells(row: Sequence[Cell], meanings: Mapping[int, Column], meaning: Column) -> tuple[Cell, ...]:
    return tuple(row[at] for at, each in meanings.items() if each is meaning and at < len(row) and text(row[at]))


def _columns(rows: Sequence[Sequence[Cell]], heading: _Heading, meanings: Mapping[int, Column]) -> tuple[ReadColumn, ...]:
    first: Sequence[Cell] = next((row for row in rows[heading.row + 1 :] if any(text(cell) for cell in row)), ())
    return tuple(
        ReadColumn(text(cell), meanings[at].value if at in meanings else None, text(first[at])[:100] if at < len(first) else "")
        for at, cell in enumerate(rows[heading.row])
        if text(cell)
    )
