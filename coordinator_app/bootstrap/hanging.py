"""The papers that went out, and the posters that hang: what a printed sheet would say today, and how it is asked for again."""

import datetime as dt
from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from coordinator_app.bootstrap.documents import BY_CODE, KINDS, Switch, Wanted, term_to_print
from coordinator_app.core import posters
from coordinator_app.core.periods import Period
from coordinator_app.core.posters import Age, Posted, PrintedRow, Sheet
from coordinator_app.i18n import Language
from coordinator_app.printing.typst import Manuscript, Paper

if TYPE_CHECKING:
    from sqlalchemy.orm import Session

# What a sheet is asked for again with; its term follows from the day.
_NOT_KEPT = frozenset({Switch.NEXT_TERM, Switch.PERIOD})


def note_printed(session: "Session", *, document: Wanted, code: str, today: dt.date) -> int:
    """Remembers, without an undo step, that a document was printed today with that code; the id of the sheet."""
    kept = {str(switch): _kept(getattr(document, switch)) for switch in document.kind.switches if switch not in _NOT_KEPT}
    valid = term_to_print(session, today=today, next_term=document.next_term)
    return posters.note_printed(session, sheet=Sheet(code, document.kind.code, kept, valid), today=today)


def printed_last(session: "Session") -> tuple[PrintedRow, ...]:
    """A query: the sheets that were printed last, of those that may hang, the newest first."""
    return posters.printed_last(session, documents=[kind.code for kind in KINDS if kind.hangs])


def again(session: "Session", *, printed: Sheet, today: dt.date) -> Wanted:
    """A query: the document to print in a sheet's stead, for the same term unless that has ended."""
    this_term = term_to_print(session, today=today, next_term=False)
    return wanted(printed, today=today).but(Switch.NEXT_TERM, printed.valid.first > this_term.last)


def age(session: "Session", *, printed: Sheet, now: dt.datetime) -> Age:
    """A query: whether a printed sheet is out of date, wherever it hangs."""
    return posters.age(printed, today=now.date(), now=_codes_now(session, now))


def all_posted(session: "Session", *, now: dt.datetime) -> tuple[Posted, ...]:
    """A query: every poster that hangs, and whether it is out of date."""

    def code_again(printed: Sheet) -> str:
        return _code(session, again(session, printed=printed, today=now.date()), now)

    return posters.standings(session, today=now.date(), now=_codes_now(session, now), again=code_again)


def _codes_now(session: "Session", now: dt.datetime) -> Callable[[Sheet], str]:
    """What gives the code that a sheet would have if it were right today."""
    return lambda printed: _code(session, wanted(printed, today=now.date()).but("printed", printed.valid), now)


def _code(session: "Session", asked: Wanted, now: dt.datetime) -> str:
    draft = asked.kind.draft(session, asked, now)
    assert isinstance(draft, Manuscript)
    return draft.code


def wanted(printed: Sheet, *, today: dt.date) -> Wanted:
    """The document a sheet was printed of, with its options."""
    given = {Switch(name): _read(Switch(name), value) for name, value in printed.options.items()}
    asked = Wanted(BY_CODE[printed.document], given.pop(Switch.LANGUAGES), Period.of(today))
    for switch, value in given.items():
        asked = asked.but(switch, value)
    return asked


def _kept(value: Any) -> Any:
    """A switch's value as JSON keeps it."""
    if isinstance(value, frozenset):
        return sorted(value)
    return list(value) if isinstance(value, tuple) else value


def _read(switch: Switch, kept: Any) -> Any:
    match switch:
        case Switch.LANGUAGES:
            return tuple(Language(each) for each in kept)
        case Switch.PAPER:
            return Paper(kept)
        case Switch.GROUPS:
            return None if kept is None else frozenset(kept)
    return kept
