"""Where the printed posters hang, and which of them no longer say what is so."""

import datetime as dt
from collections.abc import Callable, Collection, Mapping, Sequence
from enum import StrEnum
from typing import Any

from msgspec import Struct
from sqlalchemy import delete, insert, select, update
from sqlalchemy.dialects import sqlite
from sqlalchemy.orm import Session

from coordinator_app.core.errors import NotFound, Refused
from coordinator_app.core.model import Hanging, Printed
from coordinator_app.core.periods import Span
from coordinator_app.core.sorting import sort_key
from coordinator_app.core.texts import one_line
from coordinator_app.i18n import N_

_MISREAD = str.maketrans({"O": "0", "I": "1", "L": "1"})
_CODE_LENGTH = 4


class Age(StrEnum):
    """Whether a poster may go on hanging."""

    FRESH = "fresh"
    CHANGED = "changed"
    ENDED = "ended"


class Sheet(Struct, frozen=True):
    """A document with its code. `options` hold what it takes to make it again; `valid` are the days it speaks of."""

    code: str
    document: str
    options: Mapping[str, Any]
    valid: Span


class PrintedRow(Struct, frozen=True):
    """A sheet as it was printed, last on the day `on`."""

    id: int
    sheet: Sheet
    on: dt.date


class HangingRow(Struct, frozen=True):
    """One poster on a wall."""

    id: int
    place: str
    since: dt.date
    printed: PrintedRow


class Standing(Struct, frozen=True):
    """How it is with a sheet today.

    Of one that is out of date, `wanted` is the code of the sheet that should hang in its stead, and `renewed` that sheet, if
    it was printed already.
    """

    age: Age
    wanted: str = ""
    renewed: PrintedRow | None = None


class Posted(Struct, frozen=True):
    """A poster on a wall, and how it is with it."""

    row: HangingRow
    standing: Standing

    @property
    def out_of_date(self) -> bool:
        return self.standing.age is not Age.FRESH


def note_printed(session: Session, *, sheet: Sheet, today: dt.date) -> int:
    """Remembers that a sheet was printed, so that its code is known; its id. The same sheet again is the same."""
    values = {"document": sheet.document, "options": dict(sheet.options), "first": sheet.valid.first, "last": sheet.valid.last}
    statement = sqlite.insert(Printed).values(code=sheet.code, on=today, **values)
    again = statement.on_conflict_do_update(index_elements=["code", "document", "options"], set_={"on": today})
    return int(session.execute(again.returning(Printed.id)).scalar_one())


def hang(session: Session, *, printed: int, place: str, since: dt.date) -> int:
    """Says that a printed sheet hangs somewhere; the id of that. Raises `Refused` without a place, `NotFound`."""
    _printed(session, printed)
    values = {"printed_id": printed, "since": since, **_placed(place)}
    return int(session.execute(insert(Hanging).values(**values).returning(Hanging.id)).scalar_one())


def change(session: Session, *, hanging: int, place: str, since: dt.date) -> None:
    """Corrects where and since when a poster hangs. Raises `Refused` without a place, `NotFound`."""
    _change(session, hanging, since=since, **_placed(place))


def replace(session: Session, *, hanging: int, printed: int, since: dt.date) -> None:
    """Says that a new sheet hangs where an old one did. Raises `NotFound`."""
    _printed(session, printed)
    _change(session, hanging, printed_id=printed, since=since)


def take_down(session: Session, *, hanging: int) -> None:
    """Says that nothing hangs there any more. Raises `NotFound`."""
    if session.execute(delete(Hanging).where(Hanging.id == hanging).returning(Hanging.id)).one_or_none() is None:
        raise _gone()


def listing(session: Session) -> tuple[HangingRow, ...]:
    """Every poster that hangs, by place in Finnish order."""
    columns = (Hanging.id, Hanging.place, Hanging.since)
    statement = select(*columns, *_PRINTED).join(Printed, Printed.id == Hanging.printed_id)
    rows = session.execute(statement.order_by(Hanging.sort_key, Hanging.since, Hanging.id))
    return tuple(HangingRow(row[0], row[1], row[2], _row(row[3:])) for row in rows)


def printed_last(session: Session, *, documents: Collection[str], most: int = 20) -> tuple[PrintedRow, ...]:
    """The sheets of these kinds of documents that were printed last, the newest first."""
    statement = select(*_PRINTED).where(Printed.document.in_(documents)).order_by(Printed.on.desc(), Printed.id.desc())
    return tuple(_row(row) for row in session.execute(statement.limit(most)))


def by_code(session: Session, *, code: str) -> tuple[PrintedRow, ...]:
    """The sheets that carry a code as it was typed off the paper, the newest first.

    Case, hyphen and spaces do not matter, nor letters that look like the digits they stand for (O, I and L). Raises `Refused`
    for what cannot be a code.
    """
    statement = select(*_PRINTED).where(Printed.code == written_code(code)).order_by(Printed.on.desc(), Printed.id.desc())
    return tuple(_row(row) for row in session.execute(statement))


def written_code(typed: str) -> str:
    """A code as it stands on paper, `P-7K3Q`. Raises `Refused` for what cannot be one."""
    signs = "".join(each for each in typed.upper() if each.isalnum())
    letter, rest = signs[:-_CODE_LENGTH], signs[-_CODE_LENGTH:]
    if len(letter) != 1 or not letter.isalpha() or not signs.isascii():
        raise Refused(N_("“{code}” is not the code of a paper. It stands small at the foot, as in P-7K3Q."), code=typed.strip())
    return f"{letter}-{rest.translate(_MISREAD)}"


def age(sheet: Sheet, *, today: dt.date, now: Callable[[Sheet], str]) -> Age:
    """Whether a sheet is out of date; `now` gives the code that its own days would have as things are known today."""
    if sheet.valid.last < today:
        return Age.ENDED
    return Age.FRESH if now(sheet) == sheet.code else Age.CHANGED


def standings(session: Session, *, today: dt.date, now: Callable[[Sheet], str], again: Callable[[Sheet], str]) -> tuple[Posted, ...]:
    """Every poster that hangs, by place, and how it is with it.

    `now` is what `age` asks; `again` gives the code of the sheet that would be printed in its stead.
    """
    rows = listing(session)
    sheets = {row.printed.id: row.printed.sheet for row in rows}
    ages = {number: age(sheet, today=today, now=now) for number, sheet in sheets.items()}
    wanted = {number: again(sheets[number]) for number, found in ages.items() if found is not Age.FRESH}
    known = _with_codes(session, list(wanted.values())) if wanted else ()
    said = {number: Standing(found) for number, found in ages.items() if found is Age.FRESH}
    said |= {number: Standing(ages[number], code, _like(known, sheets[number], code)) for number, code in wanted.items()}
    return tuple(Posted(row, said[row.printed.id]) for row in rows)


def _with_codes(session: Session, codes: Sequence[str]) -> tuple[PrintedRow, ...]:
    statement = select(*_PRINTED).where(Printed.code.in_(codes)).order_by(Printed.id.desc())
    return tuple(_row(row) for row in session.execute(statement))


def _like(known: Sequence[PrintedRow], sheet: Sheet, code: str) -> PrintedRow | None:
    """The sheet with that code, of the same document with the same options."""
    same = (row for row in known if row.sheet.code == code and row.sheet.document == sheet.document and row.sheet.options == sheet.options)
    return next(same, None)


_PRINTED = (Printed.id, Printed.code, Printed.document, Printed.options, Printed.first, Printed.last, Printed.on)


def _row(row: Sequence[Any]) -> PrintedRow:
    number, code, document, options, first, last, on = row
    return PrintedRow(number, Sheet(code, document, options, Span(first, last)), on)


def _printed(session: Session, printed: int) -> None:
    if session.scalar(select(Printed.id).where(Printed.id == printed)) is None:
        raise NotFound(N_("The program does not know that paper. Print it again."))


def _placed(place: str) -> dict[str, str]:
    said = one_line(place)
    if not said:
        raise Refused(N_("Say where the poster hangs, as in “library, notice board”."))
    return {"place": said, "sort_key": sort_key(said)}


def _change(session: Session, hanging: int, **values: Any) -> None:
    changed = session.execute(update(Hanging).where(Hanging.id == hanging).values(**values).returning(Hanging.id))
    if changed.one_or_none() is None:
        raise _gone()


def _gone() -> NotFound:
    return NotFound(N_("The poster has been taken down already."))
