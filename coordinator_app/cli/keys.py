"""`passphrase` and `recovery-sheet`: the two ways to open a book."""

from pathlib import Path
from typing import Annotated

import typer

from coordinator_app.bootstrap import papers
from coordinator_app.cli.arguments import BookFolder, PassphraseFile, To
from coordinator_app.cli.terminal import Terminal
from coordinator_app.i18n import N_, Language


def add(app: typer.Typer, terminal: Terminal) -> None:
    words = terminal.words

    @app.command("passphrase", help=words(N_("Change the passphrase of a book.")))
    def passphrase(
        folder: BookFolder,
        new: Annotated[Path | None, typer.Option("--new-passphrase-file", metavar="FILE", show_default=False)] = None,
        passphrase_file: PassphraseFile = None,
    ) -> None:
        with terminal.book(folder, passphrase_file) as book:
            book.change_passphrase(terminal.new_passphrase(new))
        terminal.say(N_("The passphrase was changed. The recovery sheet still opens the book."))

    @app.command("recovery-sheet", help=words(N_("Make a new recovery code and print it on a sheet; the sheet before no longer works.")))
    def recovery_sheet(
        folder: BookFolder,
        to: To,
        language: Annotated[Language | None, typer.Option("--language", show_default=False)] = None,
        passphrase_file: PassphraseFile = None,
    ) -> None:
        with terminal.book(folder, passphrase_file) as book:
            settings = book.settings()
            path = papers.put_recovery_sheet(book, to, language or settings.language)
        terminal.say(N_("The recovery sheet is {file}. Print it, keep it locked away from the computer, and delete the file."), file=path)
