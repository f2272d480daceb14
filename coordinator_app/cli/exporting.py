"""`export`: writes what is in a book as a file for other programs."""

from pathlib import Path
from typing import Annotated

import typer

from coordinator_app.bootstrap import exports, outgoing
from coordinator_app.bootstrap.exports import Choice, Export
from coordinator_app.cli.arguments import BookFolder, PassphraseFile
from coordinator_app.cli.terminal import Terminal
from coordinator_app.core import groups
from coordinator_app.i18n import N_, Language


def add(app: typer.Typer, terminal: Terminal) -> None:
    words = terminal.words

    @app.command(
        "export",
        help=words(
            N_("Write a file for other programs: a calendar, an address book, the public groups, or the attendance for a spreadsheet.")
        ),
    )
    def export(
        folder: BookFolder,
        what: Export,
        to: Annotated[Path, typer.Option("--to", metavar="FILE", show_default=False)],
        group: Annotated[list[str] | None, typer.Option("--group", metavar="NAME", show_default=False)] = None,
        language: Annotated[Language | None, typer.Option("--language", show_default=False)] = None,
        passphrase_file: PassphraseFile = None,
    ) -> None:
        with terminal.book(folder, passphrase_file) as book:
            chosen = [book.database.read(groups.by_name, name=name) for name in group] if group else None
            choice = Choice(language or book.settings().language, chosen)
            outgoing.put(book.database.read(exports.made, what=what, choice=choice, now=terminal.clock.now()), to)
        terminal.say(N_("The file is {file}."), file=to)
        terminal.remark(words(exports.LEFT_OUT[what]))
