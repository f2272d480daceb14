"""`hand-over` and `open-box`: the book passes to the next contact man."""

from pathlib import Path
from typing import Annotated

import typer

from coordinator_app.bootstrap import hand_over
from coordinator_app.cli.arguments import BookFolder, PassphraseFile
from coordinator_app.cli.make import tell_of_new
from coordinator_app.cli.terminal import Terminal, existing
from coordinator_app.i18n import N_, Language

BoxPassphraseFile = Annotated[Path | None, typer.Option("--box-passphrase-file", metavar="FILE", show_default=False)]


def add(app: typer.Typer, terminal: Terminal) -> None:
    words = terminal.words

    @app.command("hand-over", help=words(N_("Pack the book into an encrypted box for the next contact man, with a letter.")))
    def pack(
        folder: BookFolder,
        to: Annotated[Path, typer.Option("--to", metavar="DIR", show_default=False)],
        box_passphrase_file: BoxPassphraseFile = None,
        language: Annotated[Language | None, typer.Option("--language", help=words(N_("The language of the letter.")))] = None,
        passphrase_file: PassphraseFile = None,
    ) -> None:
        existing(to)
        with terminal.book(folder, passphrase_file) as book:
            secret = terminal.box_passphrase(box_passphrase_file, once_more=True)
            packed = hand_over.pack(book, to, secret, language or book.settings().language)
        terminal.say(N_("The box is {file}. Tell its passphrase by voice, never in writing."), file=packed.box)
        terminal.say(N_("The letter is {file}."), file=packed.letter)

    @app.command("open-box", help=words(N_("Open a hand-over box as a book of your own, with new keys.")))
    def unpack(
        file: Annotated[Path, typer.Argument(metavar="BOX", show_default=False)],
        folder: BookFolder,
        box_passphrase_file: BoxPassphraseFile = None,
        passphrase_file: PassphraseFile = None,
    ) -> None:
        secret = terminal.box_passphrase(box_passphrase_file, once_more=False)
        mine = terminal.first_passphrase(passphrase_file)
        book, code = hand_over.unpack(file, folder, box_passphrase=secret, passphrase=mine, clock=terminal.clock)
        book.close()
        tell_of_new(terminal, folder, code)
