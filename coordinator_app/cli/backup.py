"""`backup` and `restore`: copies of a book, verified."""

from pathlib import Path
from typing import Annotated

import typer

from coordinator_app.cli.arguments import BookFolder, PassphraseFile, To
from coordinator_app.cli.terminal import Terminal
from coordinator_app.core.errors import NotFound
from coordinator_app.i18n import N_


def add(app: typer.Typer, terminal: Terminal) -> None:
    words = terminal.words

    @app.command("backup", help=words(N_("Make a verified backup in a folder, as on a memory stick.")))
    def backup(folder: BookFolder, to: To, passphrase_file: PassphraseFile = None) -> None:
        with terminal.book(folder, passphrase_file) as book:
            made = book.back_up(to)
        terminal.say(N_("The backup is in {folder} and was verified."), folder=made.folder)

    @app.command("restore", help=words(N_("List the backups of a book, or put one of them in its place.")))
    def restore(
        folder: BookFolder,
        source: Annotated[
            Path | None, typer.Option("--from", help=words(N_("The folder of backups; the book's own if not given.")))
        ] = None,
        number: Annotated[int | None, typer.Option("--number", help=words(N_("Which of the list to restore.")))] = None,
        passphrase_file: PassphraseFile = None,
    ) -> None:
        with terminal.book(folder, passphrase_file) as book:
            found = book.backups(source)
            if number is None:
                rows = [[words(N_("Number")), words(N_("Made")), words(N_("Groups")), words(N_("People")), words(N_("Meetings"))]]
                rows += [
                    [
                        str(each.backup.number),
                        f"{words.date(each.backup.at.date())} {words.time(each.backup.at.time())}",
                        *([str(each.groups), str(each.people), str(each.meetings)] if each.readable else [words(N_("damaged")), "", ""]),
                    ]
                    for each in found
                ]
                terminal.table(rows)
                return
            chosen = next((each.backup for each in found if each.backup.number == number), None)
            if chosen is None:
                raise NotFound(N_("There is no backup number {number}. Run restore without --number to list them."), number=number)
            book.restore(chosen)
            terminal.say(
                N_("The book is as it was on {day}. As it was until now, it is kept as the newest backup."),
                day=words.date(chosen.at.date()),
            )
