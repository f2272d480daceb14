"""The line a counsellor sends, or that is typed from a paper sheet."""

import re
from collections.abc import Collection

from coordinator_app.core.attendance.values import Line
from coordinator_app.core.errors import Refused
from coordinator_app.i18n import N_

_NUMBER = re.compile(r"\d{1,4}", re.ASCII)
_VISITORS = re.compile(r"\+\s*(\d{1,4})", re.ASCII)


def parse_line(typed: str, *, rows: Collection[int] | None) -> Line:
    """Reads a line: a lone number is a headcount, several are rows of the sheet, `+n` are visitors: `1 3 4 7 +2`.

    One row with visitors is written `3 +2`, visitors alone `+2`. `rows` are the rows the sheet has, missing where only
    headcounts are kept. Raises `Refused` with what is wrong.
    """
    plus = _VISITORS.findall(typed)
    numbers = _VISITORS.sub(" ", typed).replace(",", " ").replace(";", " ").split()
    if len(plus) > 1 or not (plus or numbers) or not all(_NUMBER.fullmatch(number) for number in numbers):
        message = N_("“{typed}” is not understood. Write a headcount, as 9, or rows of the sheet and visitors, as 1 3 4 7 +2.")
        raise Refused(message, typed=typed)
    if len(numbers) == 1 and not plus:
        return Line(headcount=int(numbers[0]))
    if rows is None:
        raise Refused(N_("This group keeps headcounts only, so “{typed}” is too much. Write one number."), typed=typed)
    said = tuple(int(number) for number in numbers)
    for number in said:
        if number not in rows:
            raise Refused(N_("The sheet has no row {row}; its last one is {rows}."), row=number, rows=max(rows, default=0))
        if said.count(number) > 1:
            raise Refused(N_("Row {row} is written twice."), row=number)
    visitors = int(plus[0]) if plus else 0
    return Line(headcount=len(said) + visitors, rows=said, visitors=visitors)
