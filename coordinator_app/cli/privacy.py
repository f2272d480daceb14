"""`forget` and `everything-about`: what a person may ask of the book."""

from pathlib import Path
from typing import Annotated

import typer

from coordinator_app.bootstrap import forgetting, letters
from coordinator_app.cli.arguments import BookFolder, PassphraseFile, PersonName, To
from coordinator_app.cli.terminal import Terminal
from coordinator_app.core import erasure, people
from coordinator_app.core.errors import Stopped
from coordinator_app.i18n import N_, Language


def add(app: typer.Typer, terminal: Terminal) -> None:
    words = terminal.words

    @app.command("forget", help=words(N_("Forget a person for good: every trace goes, the figures stay. It cannot be undone.")))
    def forget(
        folder: BookFolder,
        person: PersonName,
        receipt: Annotated[
            Path | None,
            typer.Option("--receipt", metavar="FILE.pdf", help=words(N_("Write a receipt for the person.")), show_default=False),
        ] = None,
        language: Annotated[Language | None, typer.Option("--language", help=words(N_("The language of the receipt.")))] = None,
        passphrase_file: PassphraseFile = None,
    ) -> None:
        with terminal.book(folder, passphrase_file) as book:
            one = book.database.read(people.by_name, name=person)
            for line in erasure.said(book.database.read(erasure.traces, people=[one]), words):
                terminal.remark(line)
            if not terminal.agreed(words(N_("Forget {name} for good?"), name=person)):
                raise Stopped(N_("Nobody was forgotten."))
            # The receipt is written first: a place that takes nothing is found out while there is still something to give it for.
            if receipt is not None:
                letters.put_erasure_receipt(book, receipt, language or book.settings().language)
            forgetting.forget(book, [one])
        terminal.say(N_("The person is forgotten. Backups made before today still hold the data until they are thinned out."))
        if receipt is not None:
            terminal.say(N_("The document is {file}."), file=receipt)

    @app.command("everything-about", help=words(N_("Write everything the book holds of a person to a file he can read: PDF or text.")))
    def everything_about(
        folder: BookFolder,
        person: PersonName,
        to: To,
        language: Annotated[Language | None, typer.Option("--language")] = None,
        passphrase_file: PassphraseFile = None,
    ) -> None:
        with terminal.book(folder, passphrase_file) as book:
            one = book.database.read(people.by_name, name=person)
            letters.put_everything(book, one, to, language or book.settings().language)
        terminal.say(N_("The document is {file}."), file=to)
