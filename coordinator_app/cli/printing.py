"""`print`: makes a document of the book as a file."""

from pathlib import Path
from typing import Annotated, Any

import typer

from coordinator_app.bootstrap import OpenBook, documents, hanging, outgoing
from coordinator_app.bootstrap.documents import Draft, Kind, Switch, Wanted
from coordinator_app.cli.arguments import BookFolder, PassphraseFile
from coordinator_app.cli.terminal import Terminal
from coordinator_app.core import groups, posters
from coordinator_app.core.errors import NotFound
from coordinator_app.core.periods import Period
from coordinator_app.i18n import N_, Language
from coordinator_app.printing.handouts import CARDS
from coordinator_app.printing.omissions import list_said, said_briefly
from coordinator_app.printing.poster import STRIPS
from coordinator_app.printing.schedule_text import ScheduleText
from coordinator_app.printing.typst import Manuscript, Paper, Typesetter

_MOST_LANGUAGES = 2
# What a user writes for a switch.
_OPTIONS = {
    Switch.GROUPS: "--group",
    Switch.LANGUAGES: "--language",
    Switch.NEXT_TERM: "--next-term",
    Switch.PAPER: "--paper",
    Switch.PERIOD: "--quarter",
    Switch.PUBLIC: "--public",
    Switch.SENSITIVE_ADDRESSES: "--sensitive-addresses",
    Switch.STRIPS: "--strips",
    Switch.CARDS: "--cards",
    Switch.MEETINGS: "--meetings",
    Switch.ACTIVITY: "--activity",
    Switch.NAMES: "--name",
}


def add(app: typer.Typer, terminal: Terminal) -> None:
    words = terminal.words
    meetings_help = words(N_("How many of each group’s next meetings get an attendance sheet."))
    languages_help = words(N_("One language, or two on one sheet, as fi+sv."))
    addresses_help = words(N_("Print the addresses of sensitive groups too, this time."))

    @app.command("print", help=words(N_("Make a document of the book: a poster, a calendar, the quarter’s summary page, and others.")))
    def make(
        folder: BookFolder,
        what: Annotated[str, typer.Argument(metavar="DOCUMENT", help=", ".join(documents.BY_CODE), show_default=False)],
        to: Annotated[Path, typer.Option("--to", metavar="FILE.pdf", show_default=False)],
        group: Annotated[list[str] | None, typer.Option("--group", metavar="NAME", show_default=False)] = None,
        language: Annotated[str, typer.Option("--language", metavar="fi|sv|en|fi+sv", help=languages_help)] = "",
        strips: Annotated[int | None, typer.Option("--strips", help=words(N_("Tear-off strips of the poster: 8, 10 or 12.")))] = None,
        cards: Annotated[int | None, typer.Option("--cards", help=words(N_("Pocket lists on a sheet: 4 or 8.")))] = None,
        paper: Annotated[Paper | None, typer.Option("--paper", show_default=False)] = None,
        next_term: Annotated[bool, typer.Option("--next-term")] = False,
        sensitive_addresses: Annotated[bool, typer.Option("--sensitive-addresses", help=addresses_help)] = False,
        quarter: Annotated[str, typer.Option("--quarter", metavar="2026Q3", help=words(N_("The quarter of the summary page.")))] = "",
        public: Annotated[bool, typer.Option("--public", help=words(N_("The summary page with small counts withheld.")))] = False,
        hangs: Annotated[str, typer.Option("--hangs", metavar="PLACE", help=words(N_("Where it will hang, as in “library”.")))] = "",
        meetings: Annotated[int | None, typer.Option("--meetings", min=1, help=meetings_help, show_default=False)] = None,
        activity: Annotated[str, typer.Option("--activity", metavar="NAME", help=words(N_("The training of a certificate.")))] = "",
        name: Annotated[list[str] | None, typer.Option("--name", help=words(N_("Whose certificate it is.")), show_default=False)] = None,
        passphrase_file: PassphraseFile = None,
    ) -> None:
        if strips is not None and strips not in STRIPS:
            raise typer.BadParameter(words(N_("A poster has 0, 8, 10 or 12 strips.")))
        if cards is not None and cards not in CARDS:
            raise typer.BadParameter(words(N_("A sheet has 4 or 8 pocket lists.")))
        kind = _kind(terminal, what)
        given: dict[Switch, object] = {
            Switch.STRIPS: strips,
            Switch.CARDS: cards,
            Switch.PAPER: paper,
            Switch.NEXT_TERM: next_term or None,
            Switch.SENSITIVE_ADDRESSES: sensitive_addresses or None,
            Switch.PUBLIC: public or None,
            Switch.LANGUAGES: _languages(terminal, language) if language else None,
            Switch.PERIOD: Period.parse(quarter) if quarter else None,
            Switch.GROUPS: group or None,
            Switch.MEETINGS: meetings,
            Switch.ACTIVITY: activity or None,
            Switch.NAMES: tuple(name) if name else None,
        }
        chosen = {switch: value for switch, value in given.items() if value is not None}
        _check(terminal, kind, chosen)
        if hangs and not kind.hangs:
            raise typer.BadParameter(words(N_("“{document}” is not hung up. Leave --hangs out."), document=words(kind.name)))
        with terminal.book(folder, passphrase_file) as book:
            wanted = _wanted(book, kind, chosen, terminal)
            draft = book.database.read(wanted.drafted, terminal.clock.now())
            remarks = _put(terminal, draft, to)
            if kind.remembered:
                _remember(book, wanted, draft, hangs, terminal)
            if isinstance(draft, Manuscript) and draft.paper_rows:
                book.database.write(documents.keep_rows, manuscript=draft, today=terminal.clock.today())
        terminal.say(N_("The document is {file}."), file=to)
        for sentence in remarks:
            terminal.remark(sentence)


def _kind(terminal: Terminal, what: str) -> Kind:
    if what not in documents.BY_CODE:
        known = ", ".join(documents.BY_CODE)
        raise typer.BadParameter(
            terminal.words(N_("There is no document “{document}”. Choose one of: {known}."), document=what, known=known)
        )
    return documents.BY_CODE[what]


def _languages(terminal: Terminal, said: str) -> tuple[Language, ...]:
    codes = said.split("+")
    if not set(codes) <= set(Language) or len(set(codes)) < len(codes) or len(codes) > _MOST_LANGUAGES:
        raise typer.BadParameter(
            terminal.words(N_("“{said}” is not a language of the papers. Write fi, sv or en, or two of them as fi+sv."), said=said)
        )
    return tuple(map(Language, codes))


def _check(terminal: Terminal, kind: Kind, chosen: dict[Switch, object]) -> None:
    for switch in chosen:
        if switch not in kind.switches:
            name = terminal.words(kind.name)
            raise typer.BadParameter(
                terminal.words(N_("“{document}” has no option {option}. Leave it out."), document=name, option=_OPTIONS[switch])
            )


def _wanted(book: OpenBook, kind: Kind, chosen: dict[Switch, object], terminal: Terminal) -> Wanted:
    wanted = Wanted(kind, (book.settings().language,), Period.of(terminal.clock.today()).previous)
    for switch, value in chosen.items():
        wanted = wanted.but(switch, _meant(book, switch, value, terminal))
    return wanted


def _meant(book: OpenBook, switch: Switch, value: Any, terminal: Terminal) -> object:
    """What was written, with names of the book as ids."""
    match switch:
        case Switch.GROUPS:
            return _ids(book, value)
        case Switch.ACTIVITY:
            return _training(book, value, terminal)
        case _:
            return value


def _training(book: OpenBook, name: str, terminal: Terminal) -> int:
    found = book.database.read(documents.trainings, today=terminal.clock.today())
    for each in found:
        if each.name.casefold() == name.strip().casefold():
            return each.id
    known = ", ".join(dict.fromkeys(each.name for each in found)) or "–"
    raise NotFound(N_("There is no training called “{name}” within the last year. There are: {known}."), name=name, known=known)


def _remember(book: OpenBook, wanted: Wanted, draft: Draft, place: str, terminal: Terminal) -> None:
    """What was printed is known by its code from now on, and where it hangs, if that was said."""
    assert isinstance(draft, Manuscript)
    today = terminal.clock.today()
    printed = book.database.write(hanging.note_printed, document=wanted, code=draft.code, today=today).result
    if place:
        book.database.write(posters.hang, printed=printed, place=place, since=today)


def _ids(book: OpenBook, names: Any) -> frozenset[int]:
    return frozenset(book.database.read(groups.by_name, name=name) for name in names)


def _put(terminal: Terminal, draft: Draft, to: Path) -> list[str]:
    """Writes the file; what is to be said of it."""
    words = terminal.words
    if isinstance(draft, ScheduleText):
        outgoing.put(draft.text.encode(), to)
        return said_briefly(draft.omissions, words)
    document = Typesetter().document(draft, made=terminal.clock.now())
    outgoing.put(document.pdf, to)
    as_list = [list_said(document.pages, words)] if document.layout == "list" else []
    larger = [words(N_("It fits on one A3 sheet: --paper a3."))] if Paper.A3 in document.offers else []
    return [*as_list, *larger, *said_briefly(document.omissions, words)]
