"""Headcounts in a grid: groups down and dates across, or dates down and groups across."""

from collections.abc import Callable, Sequence

from msgspec import Struct

from coordinator_app.core.importing.found import Found, FoundAttendance, Guess, ReadColumn, Remark, Unread
from coordinator_app.exchange.cells import Cell, DateForm, date_form, day, text, whole
from coordinator_app.exchange.sheets import Sheet
from coordinator_app.exchange.vocabulary import bare
from coordinator_app.i18n import N_

_SUMS = {"yhteensa", "summa", "summat", "kaikki", "total", "totalt", "sum", "totalsumma", "alltsammans", "keskiarvo", "medeltal", "average"}
_WITHIN = 20


class _Entry(Struct, frozen=True):
    where: str
    group: str
    on: Cell
    count: Cell


def read(sheet: Sheet, file: str, is_known: Callable[[str], object]) -> Found | None:
    """The headcounts of a grid; None when the sheet is no grid."""
    for number, row in enumerate(sheet.rows[:_WITHIN]):
        if sum(day(cell) is not None for cell in row[1:]) >= 2 and day(row[0]) is None:
            return _found(file, number, _across(sheet.rows, number), date_form(row[1:]), N_("groups down, dates across"), sheet.rows)
        if not row or day(row[0]) is not None:
            # A row that begins with a date is one of a table's rows, whose heading stands above.
            continue
        below = [each[0] for each in sheet.rows[number + 1 : number + 6] if each and bare(text(each[0])) not in _SUMS]
        names = [cell for cell in row[1:] if isinstance(cell, str) and text(cell)]
        if len(below) >= 2 and all(day(cell) for cell in below) and names and not any(is_known(name) for name in names):
            down = date_form(each[0] for each in sheet.rows[number + 1 :] if each)
            return _found(file, number, _down(sheet.rows, number), down, N_("dates down, groups across"), sheet.rows)
    return None


def _across(rows: Sequence[Sequence[Cell]], heading: int) -> list[_Entry]:
    return [
        _Entry(f"{number}: {text(head)}", text(row[0]), head, cell)
        for number, row in enumerate(rows[heading + 1 :], heading + 2)
        if row and text(row[0]) and bare(text(row[0])) not in _SUMS
        for head, cell in zip(rows[heading][1:], row[1:], strict=False)
        if day(head) is not None and text(cell)
    ]


def _down(rows: Sequence[Sequence[Cell]], heading: int) -> list[_Entry]:
    return [
        _Entry(f"{number}: {text(head)}", text(head), row[0], cell)
        for number, row in enumerate(rows[heading + 1 :], heading + 2)
        if row and text(row[0]) and bare(text(row[0])) not in _SUMS
        for head, cell in zip(rows[heading][1:], row[1:], strict=False)
        if text(head) and bare(text(head)) not in _SUMS and text(cell)
    ]


def _found(file: str, heading: int, entries: list[_Entry], form: DateForm | None, shape: str, rows: Sequence[Sequence[Cell]]) -> Found:
    read: list[FoundAttendance] = []
    unread: list[Unread] = []
    for each in entries:
        on, count = day(each.on, form), whole(each.count)
        if on is None:
            unread.append(Unread(each.where, Remark(N_("It has no date that can be read."))))
        elif count is None:
            unread.append(Unread(each.where, Remark(N_("“{said}” is not a number of participants."), {"said": text(each.count)[:40]})))
        else:
            read.append(FoundAttendance(each.where, each.group, on, count))
    guesses = [Guess(N_("The heading is on row"), str(heading + 1)), Guess(N_("The rows are"), Remark(shape))]
    if form is not None:
        guesses.append(Guess(N_("Dates"), Remark(form.value)))
    first: Sequence[Cell] = rows[heading + 1] if heading + 1 < len(rows) else ()
    columns = tuple(
        ReadColumn(text(cell), None if bare(text(cell)) in _SUMS else N_("Participants"), text(first[at]) if at < len(first) else "")
        for at, cell in enumerate(rows[heading])
        if at and text(cell)
    )
    return Found(file, N_("Table"), attendances=tuple(read), unread=tuple(unread), guesses=tuple(guesses), columns=columns)
