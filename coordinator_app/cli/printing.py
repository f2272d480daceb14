"""`print`: makes a document of the book as a PDF file."""

from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from coordinator_app.bootstrap import OpenBook, outgoing, papers
from coordinator_app.cli.arguments import BookFolder, PassphraseFile
from coordinator_app.cli.terminal import Terminal
from coordinator_app.core import groups
from coordinator_app.core.periods import Period
from coordinator_app.i18n import N_, Language
from coordinator_app.printing.omissions import Omission, said_briefly
from coordinator_app.printing.poster import STRIPS, PosterOptions
from coordinator_app.printing.selection import Choice
from coordinator_app.printing.term_calendar import CalendarOptions
from coordinator_app.printing.typst import Manuscript, Paper, Typesetter


class What(StrEnum):
    """The documents of the book."""

    POSTER = "poster"
    CALENDAR = "calendar"
    SUMMARY = "summary"
    TEXT = "text"


def add(app: typer.Typer, terminal: Terminal) -> None:
    words = terminal.words

    @app.command(
        "print", help=words(N_("Make a document: the poster, the term calendar, the quarter's summary page, or the schedule as text."))
    )
    def make(
        folder: BookFolder,
        what: What,
        to: Annotated[Path, typer.Option("--to", metavar="FILE.pdf", show_default=False)],
        group: Annotated[list[str] | None, typer.Option("--group", metavar="NAME", show_default=False)] = None,
        language: Annotated[Language | None, typer.Option("--language", show_default=False)] = None,
        strips: Annotated[int, typer.Option("--strips", help=words(N_("Tear-off strips of the poster: 8, 10 or 12.")))] = 0,
        paper: Annotated[Paper, typer.Option("--paper")] = Paper.A4,
        next_term: Annotated[bool, typer.Option("--next-term")] = False,
        quarter: Annotated[str, typer.Option("--quarter", metavar="2026Q3", help=words(N_("The quarter of the summary page.")))] = "",
        public: Annotated[bool, typer.Option("--public", help=words(N_("The summary page with small counts withheld.")))] = False,
        passphrase_file: PassphraseFile = None,
    ) -> None:
        if strips not in STRIPS:
            raise typer.BadParameter(words(N_("A poster has 0, 8, 10 or 12 strips.")))
        with terminal.book(folder, passphrase_file) as book:
            chosen = _chosen(book, group)
            spoken = language or book.settings().language
            today = terminal.clock.today()
            if what is What.TEXT:
                text = book.database.read(papers.text_of_schedule, choice=Choice(spoken, chosen), today=today, next_term=next_term)
                outgoing.put(text.text.encode(), to)
                omissions = text.omissions
            else:
                if what is What.SUMMARY:
                    period = Period.parse(quarter) if quarter else Period.of(today).previous
                    manuscript = book.database.read(
                        papers.summary_manuscript, period=period, now=terminal.clock.now(), language=spoken, public=public
                    )
                else:
                    options = _options(what, spoken, chosen, paper, strips)
                    manuscript = book.database.read(papers.schedule_manuscript, options=options, today=today, next_term=next_term)
                omissions = _set(terminal, manuscript, to)
        terminal.say(N_("The document is {file}."), file=to)
        for sentence in said_briefly(omissions, words):
            terminal.remark(sentence)


def _chosen(book: OpenBook, names: list[str] | None) -> frozenset[int] | None:
    return frozenset(book.database.read(groups.by_name, name=name) for name in names) if names else None


def _options(what: What, language: Language, chosen: frozenset[int] | None, paper: Paper, strips: int) -> PosterOptions | CalendarOptions:
    if what is What.POSTER:
        return PosterOptions(language=language, groups=chosen, paper=paper, strips=strips)
    return CalendarOptions(language=language, groups=chosen, paper=paper)


def _set(terminal: Terminal, manuscript: Manuscript, to: Path) -> tuple[Omission, ...]:
    document = Typesetter().document(manuscript, made=terminal.clock.now())
    outgoing.put(document.pdf, to)
    return document.omissions
