"""All commands, put under one name."""

import typer

from coordinator_app import __version__
from coordinator_app.cli import (
    backup,
    check,
    exporting,
    files,
    hand_over,
    importing,
    keys,
    listing,
    make,
    printing,
    privacy,
    record,
    summary,
)
from coordinator_app.cli.terminal import Terminal
from coordinator_app.i18n import N_, Words


def make_app(words: Words) -> typer.Typer:
    """The command line, speaking one language."""
    app = typer.Typer(
        name="coordinator",
        help=words(N_("Peer groups, people and activities of a locality. Without a command, the window opens.")),
        add_completion=False,
        no_args_is_help=True,
        pretty_exceptions_enable=False,
    )

    def told_version(wanted: bool) -> None:
        if wanted:
            print(f"coordinator {__version__}")
            raise typer.Exit

    def top(version: bool = typer.Option(False, "--version", is_eager=True, callback=told_version)) -> None:
        pass

    app.callback()(top)
    terminal = Terminal(words)
    for room in (make, importing, exporting, listing, record, summary, files, printing, backup, check, privacy, hand_over, keys):
        room.add(app, terminal)
    return app
