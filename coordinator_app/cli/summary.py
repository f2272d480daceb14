"""`summary`: makes a quarter's summary file."""

from pathlib import Path
from typing import Annotated

import typer

from coordinator_app.bootstrap import OpenBook, office_files, outgoing, sending
from coordinator_app.cli.arguments import BookFolder, PassphraseFile, Quarter
from coordinator_app.cli.terminal import Terminal, existing
from coordinator_app.core import checks, summary
from coordinator_app.core.errors import Refused
from coordinator_app.core.periods import Period
from coordinator_app.i18n import N_


def add(app: typer.Typer, terminal: Terminal) -> None:
    words = terminal.words

    @app.command("summary", help=words(N_("Make a quarter’s summary file for the central office.")))
    def make(
        folder: BookFolder,
        quarter: Quarter,
        to: Annotated[Path, typer.Option("--to", metavar="DIR", show_default=False)],
        nothing: Annotated[
            bool | None,
            typer.Option("--nothing/--something", help=words(N_("Nothing to report, or something after all; else as said before."))),
        ] = None,
        unsealed: Annotated[bool, typer.Option("--unsealed", help=words(N_("Readable by anyone, without sensitive services.")))] = False,
        answer: Annotated[list[str] | None, typer.Option("--answer", metavar="RULE=CHOICE", show_default=False)] = None,
        passphrase_file: PassphraseFile = None,
    ) -> None:
        period, given = Period.parse(quarter), [_answer(each) for each in answer or []]
        existing(to)
        with terminal.book(folder, passphrase_file) as book:
            if nothing is not None:
                book.database.write(summary.say_nothing, period=period, nothing=nothing)
            for rule, choice in given:
                names = book.database.read(office_files.catalogue_in_force)
                book.database.write(
                    checks.answer_all, period=period, rule=rule, choice=choice, today=terminal.clock.today(), catalogue=names
                )
            _tell_findings(book, terminal, period)
            made = book.database.write(sending.send, period=period, now=terminal.clock.now(), words=words, sealed=not unsealed).result
            place = outgoing.put(made.data, to / made.name)
        if made.again:
            terminal.say(N_("Nothing has changed since revision {revision}; it was saved again."), revision=made.revision)
        terminal.say(N_("The summary is {file}."), file=place)
        if unsealed:
            terminal.remark(
                words(N_("Anyone can read this file. The figures of sensitive services are not in it; send a sealed revision later."))
            )


def _answer(given: str) -> tuple[str, str]:
    rule, sign, choice = given.partition("=")
    if not sign:
        raise Refused(N_("“{given}” is not an answer. Write it as RULE=CHOICE."), given=given)
    return rule, choice


def _tell_findings(book: OpenBook, terminal: Terminal, period: Period) -> None:
    names = book.database.read(office_files.catalogue_in_force)
    found = book.database.read(checks.check, period, today=terminal.clock.today(), catalogue=names)
    for each in (*found.errors, *found.unanswered):
        terminal.remark(f"{each.rule.code}: {each.said(terminal.words, names)}")
