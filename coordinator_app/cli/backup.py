"""`backup` and `restore`: copies of a book, verified."""

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from coordinator_app import bootstrap
from coordinator_app.cli.arguments import BookFolder, PassphraseFile, To
from coordinator_app.cli.terminal import Terminal, existing
from coordinator_app.core.errors import NotFound
from coordinator_app.i18n import N_

if TYPE_CHECKING:
    from coordinator_app.storage.backup import Contents


def add(app: typer.Typer, terminal: Terminal) -> None:
    words = terminal.words

    @app.command("backup", help=words(N_("Make a verified backup in a folder, as on a memory stick.")))
    def backup(
        folder: BookFolder,
        to: To,
        remember: Annotated[
            bool,
            typer.Option(
                "--remember", help=words(N_("Back up there from now on too, whenever the book is closed and the place is there."))
            ),
        ] = False,
        passphrase_file: PassphraseFile = None,
    ) -> None:
        # A stick that is not plugged in must not become a folder of this computer.
        existing(to.absolute().parent)
        with terminal.book(folder, passphrase_file) as book:
            made = book.back_up(to)
            if remember:
                book.remember_second_place(to.absolute())
        terminal.say(N_("The backup is in {folder} and was verified."), folder=made.folder)

    @app.command("restore", help=words(N_("List the backups of a book, or put one of them in its place.")))
    def restore(
        folder: BookFolder,
        source: Annotated[
            Path | None, typer.Option("--from", help=words(N_("The folder of backups; the book’s own if not given.")))
        ] = None,
        number: Annotated[int | None, typer.Option("--number", help=words(N_("Which of the list to restore.")))] = None,
        passphrase_file: PassphraseFile = None,
    ) -> None:
        place = source or bootstrap.own_backups(folder)
        key = bootstrap.key_of(terminal.passphrase(passphrase_file))
        if number is None:
            _list(terminal, place, bootstrap.look_into(folder, place, **key))
            return
        chosen = next((each for each in bootstrap.backups_in(place) if each.number == number), None)
        if chosen is None:
            raise NotFound(N_("There is no backup number {number}. Run restore without --number to list them."), number=number)
        bootstrap.restore_book(folder, chosen, clock=terminal.clock, **key).close()
        terminal.say(
            N_("The book is as it was on {day}. Nothing was deleted: what was there until now is kept in {folder}."),
            day=words.date(chosen.at.date()),
            folder=folder,
        )


def _list(terminal: Terminal, place: Path, found: "Sequence[Contents]") -> None:
    words = terminal.words
    if not found:
        raise NotFound(N_("There are no backups in {folder}. Name the folder that holds them with --from."), folder=place)
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
