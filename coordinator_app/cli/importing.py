"""`import`: takes groups, people and headcounts in from files."""

from pathlib import Path
from typing import Annotated

import typer

from coordinator_app.cli.arguments import BookFolder, PassphraseFile
from coordinator_app.cli.terminal import Terminal
from coordinator_app.core import importing
from coordinator_app.core.importing import Fate, Preview, told
from coordinator_app.exchange import reading
from coordinator_app.i18n import N_

_SHOWN = (Fate.CHANGED, Fate.LOOKS_LIKE, Fate.CONFLICT, Fate.REPEATED, Fate.IMPOSSIBLE)


def add(app: typer.Typer, terminal: Terminal) -> None:
    words = terminal.words

    @app.command("import", help=words(N_("Take in groups, people or headcounts from CSV, XLSX, ODS, vCard or Meeting Guide files.")))
    def take(
        folder: BookFolder,
        files: Annotated[list[Path], typer.Argument(metavar="FILE...", show_default=False)],
        dry_run: Annotated[bool, typer.Option("--dry-run", help=words(N_("Only show what would happen.")))] = False,
        passphrase_file: PassphraseFile = None,
    ) -> None:
        today = terminal.clock.today()
        # Every file is read before the first is taken in: an unreadable one leaves the book as it was.
        found = [reading.read_file(file) for file in files]
        with terminal.book(folder, passphrase_file) as book:
            if not dry_run:
                book.back_up()
            for file, each in zip(files, found, strict=True):
                preview = book.database.read(importing.preview, found=each, today=today)
                _tell(terminal, file, preview)
                if not dry_run:
                    book.database.write(importing.apply, found=each, today=today)
        if dry_run:
            terminal.say(N_("Nothing was written: this was a trial."))


def _tell(terminal: Terminal, file: Path, preview: Preview) -> None:
    words = terminal.words
    for guess in preview.found.guesses:
        terminal.remark(f"{words(guess.what)}: {told(guess.answer, words)}")
    if passed_over := [column.header for column in preview.found.columns if column.meaning is None]:
        terminal.remark(words(N_("Columns that were not read: {columns}"), columns=", ".join(passed_over)))
    counts = {fate: preview.count(fate) for fate in Fate}
    terminal.say(
        N_("{name}: {new} new, {changed} changed, {unchanged} unchanged, {like} look like someone in the book, {conflict} in conflict."),
        name=file.name,
        new=counts[Fate.NEW],
        changed=counts[Fate.CHANGED],
        unchanged=counts[Fate.UNCHANGED] + counts[Fate.REPEATED],
        like=counts[Fate.LOOKS_LIKE],
        conflict=counts[Fate.CONFLICT],
    )
    for row in preview.rows:
        if row.fate in _SHOWN:
            terminal.remark(f"  {row.where}: {row.name} {', '.join(each.name for each in row.like)}".rstrip())
        for remark in row.remarks:
            terminal.remark(f"  {row.where}: {row.name}: {remark.said(words)}")
    for unread in preview.found.unread:
        terminal.remark(f"  {unread.where}: {unread.why.said(words)}")
