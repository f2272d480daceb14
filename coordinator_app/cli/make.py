"""`new` and `sample`: books are made."""

from pathlib import Path
from typing import Annotated

import typer

from coordinator_app import bootstrap
from coordinator_app.cli.arguments import BookFolder, PassphraseFile
from coordinator_app.cli.terminal import Terminal
from coordinator_app.core import sample
from coordinator_app.core.sample import town
from coordinator_app.i18n import N_, Language

_MOST_YEARS = 30


def add(app: typer.Typer, terminal: Terminal) -> None:
    words = terminal.words

    @app.command("new", help=words(N_("Make a locality’s book in a new folder.")))
    def new(
        folder: BookFolder,
        locality: Annotated[str, typer.Option("--locality", help=words(N_("The locality’s code, as turku.")), show_default=False)],
        name: Annotated[
            str, typer.Option("--name", help=words(N_("Its name as it is printed; the code with a capital if not given.")))
        ] = "",
        language: Annotated[Language, typer.Option("--language", help=words(N_("The main language of its papers.")))] = Language.FI,
        passphrase_file: PassphraseFile = None,
    ) -> None:
        book, code = bootstrap.new_book(
            folder,
            locality_code=locality,
            locality_name=name or locality.capitalize(),
            language=language,
            passphrase=terminal.first_passphrase(passphrase_file),
            clock=terminal.clock,
        )
        book.close()
        tell_of_new(terminal, folder, code)

    @app.command("sample", help=words(N_("Make a book full of made-up life, for practice and trials.")))
    def make_sample(
        folder: BookFolder,
        years: Annotated[int, typer.Option("--years", min=1, max=_MOST_YEARS)] = 1,
        seed: Annotated[int, typer.Option("--seed")] = 1,
        locality: Annotated[str, typer.Option("--locality")] = town.CODE,
        practice: Annotated[
            bool, typer.Option("--practice", help=words(N_("Mark it as a practice book, whose files no office takes.")))
        ] = False,
        passphrase_file: PassphraseFile = None,
    ) -> None:
        book, code = bootstrap.new_book(
            folder,
            locality_code=locality,
            locality_name=town.NAME if locality == town.CODE else locality.capitalize(),
            language=words.language,
            passphrase=terminal.first_passphrase(passphrase_file),
            practice=practice,
            clock=terminal.clock,
        )
        try:
            made = book.database.write(sample.fill, years=years, seed=seed, today=terminal.clock.today()).result
        finally:
            book.close()
        tell_of_new(terminal, folder, code)
        terminal.say(
            N_("It has {groups} groups, {people} people, {meetings} meetings and {attendances} attendances."),
            groups=words.number(made.groups),
            people=words.number(made.people),
            meetings=words.number(made.meetings),
            attendances=words.number(made.attendances),
        )


def tell_of_new(terminal: Terminal, folder: Path, code: str) -> None:
    """Says where a new book is, and its recovery code."""
    terminal.say(N_("The book is in {folder}."), folder=folder)
    terminal.say(N_("Write the recovery code down and keep it away from the computer; it opens the book if the passphrase is forgotten:"))
    print(f"  {code}")
