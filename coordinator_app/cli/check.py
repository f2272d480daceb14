"""`check`: reads every page of a book and its backups."""

import typer

from coordinator_app.cli.arguments import BookFolder, PassphraseFile
from coordinator_app.cli.terminal import Terminal
from coordinator_app.core.errors import BookDamaged
from coordinator_app.i18n import N_


def add(app: typer.Typer, terminal: Terminal) -> None:
    words = terminal.words

    @app.command("check", help=words(N_("Check that a book and its backups are sound.")))
    def check(folder: BookFolder, passphrase_file: PassphraseFile = None) -> None:
        with terminal.book(folder, passphrase_file) as book:
            health = book.check()
        damaged = [each for each in health.backups if not each.readable]
        if health.faults or damaged:
            for fault in health.faults:
                terminal.remark(fault)
            for each in damaged:
                terminal.remark(words(N_("The backup {folder} is damaged."), folder=each.backup.folder))
            if health.faults:
                raise BookDamaged(N_("The book is damaged. Restore its newest sound backup: coordinator restore {folder}."), folder=folder)
        sound = len(health.backups) - len(damaged)
        terminal.say(N_("The book is sound. Sound backups: {sound} of {all}."), sound=sound, all=len(health.backups))
