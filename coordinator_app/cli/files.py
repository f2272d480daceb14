"""`show` and `take-in`: the files that travel between the localities and the central office."""

import json
from pathlib import Path
from typing import Annotated, Any

import typer

from coordinator_app.bootstrap import office_files
from coordinator_app.cli.arguments import AsJson, BookFolder, PassphraseFile
from coordinator_app.cli.terminal import Terminal
from coordinator_app.core import catalogue
from coordinator_app.core.catalogue import Listing
from coordinator_app.core.errors import BadFile
from coordinator_app.core.figures import Figure, Summary
from coordinator_app.core.kinds import FigureStatus
from coordinator_app.core.network import Network
from coordinator_app.core.receipts import Receipt
from coordinator_app.exchange import envelope, network_file, receipt_file, showing, summary_payload
from coordinator_app.exchange.showing import Shown
from coordinator_app.i18n import N_, Words

_STATUSES = {
    FigureStatus.NODATA: N_("no data"),
    FigureStatus.NA: N_("not offered here"),
    FigureStatus.WITHHELD: N_("withheld"),
}


def add(app: typer.Typer, terminal: Terminal) -> None:
    words = terminal.words

    @app.command("show", help=words(N_("Verify and print a summary, an update file or a receipt.")))
    def show(
        file: Annotated[Path, typer.Argument(metavar="FILE", show_default=False)],
        identity: Annotated[Path | None, typer.Option("--identity", help=words(N_("The age key file that opens a sealed one.")))] = None,
        as_json: AsJson = False,
    ) -> None:
        identities = [] if identity is None else _identities(identity)
        shown = showing.look(envelope.load(file), name=file.name, identities=identities)
        if shown.problem is not None:
            raise shown.problem
        if as_json:
            terminal.json(_as_json(shown))
        else:
            _tell(terminal, shown)

    @app.command("take-in", help=words(N_("Take an update file or a receipt of the central office into a book.")))
    def take_in(
        folder: BookFolder,
        files: Annotated[list[Path], typer.Argument(metavar="FILE...", show_default=False)],
        dry_run: Annotated[bool, typer.Option("--dry-run", help=words(N_("Only verify and show.")))] = False,
        enrol: Annotated[bool, typer.Option("--enrol", help=words(N_("The six words of the office’s first file were compared.")))] = False,
        passphrase_file: PassphraseFile = None,
    ) -> None:
        looked = [office_files.look(envelope.load(file), name=file.name) for file in files]
        with terminal.book(folder, passphrase_file) as book:
            for each in looked:
                terminal.say(N_("{name}: signed by {words}"), name=each.came.name, words=each.came.words)
                if dry_run:
                    continue
                new = book.database.write(office_files.take_in, file=each, now=terminal.clock.now(), enrol=enrol).result
                terminal.say(N_("{name} was taken in.") if new else N_("{name} was taken in before; nothing changed."), name=each.came.name)


def _identities(file: Path) -> list[str]:
    try:
        lines = file.read_text("ascii").splitlines()
    except (OSError, UnicodeDecodeError) as error:
        raise BadFile(N_("The key file {name} cannot be read."), name=file.name) from error
    return [line.strip() for line in lines if line.strip().startswith("AGE-SECRET-KEY-")]


def _as_json(shown: Shown) -> dict[str, Any]:
    signer = shown.signer
    return {
        "name": shown.name,
        "kind": shown.kind,
        "sealed": shown.sealed,
        "verified": shown.verified,
        "signer": None if signer is None else {"kid": signer.kid, "words": signer.words},
        "content": _payload(shown.content),
    }


def _payload(content: Summary | Network | Receipt | None) -> Any:
    """What was signed, member by member."""
    match content:
        case Summary():
            return json.loads(summary_payload.encode(content))
        case Network():
            return json.loads(network_file.encode(content))
        case Receipt():
            return json.loads(receipt_file.encode(content))
        case None:
            return None


def _tell(terminal: Terminal, shown: Shown) -> None:
    words, content = terminal.words, shown.content
    terminal.say(N_("{name} is whole and signed."), name=shown.name)
    if shown.signer is not None:
        terminal.say(N_("The six words of its signer: {words}"), words=shown.signer.words)
    match content:
        case Summary():
            _tell_summary(terminal, content)
        case Network():
            terminal.say(N_("Update file {version} of {office}."), version=content.version, office=content.office_name)
            if content.message:
                terminal.quote(content.message)
        case Receipt():
            terminal.say(
                N_("Receipt for {reporter}, {period}, revision {revision}."),
                reporter=content.reporter_code,
                period=content.period.said(words),
                revision=content.revision,
            )
            for question in content.questions:
                terminal.quote(f"  {question.indicator} ({question.of}): {question.text}")


def _tell_summary(terminal: Terminal, summary: Summary) -> None:
    words = terminal.words
    terminal.say(
        N_("Summary of {reporter}, {period}, revision {revision}."),
        reporter=summary.reporter.name,
        period=summary.period.said(words),
        revision=summary.revision,
    )
    if summary.practice:
        terminal.say(N_("It comes from a practice book; no office takes it."))
    names = catalogue.shipped()
    rows = [
        [figure.indicator, figure.of, names.name(Listing.INDICATOR, figure.indicator, words.language), figure_said(figure, words)]
        for figure in summary.figures
    ]
    if rows:
        terminal.table(rows)


def figure_said(figure: Figure, words: Words) -> str:
    """A figure in words: its value, or why it has none."""
    if figure.value is None:
        return words(_STATUSES[figure.status])
    return words.number(figure.value, 0 if isinstance(figure.value, int) else 1)
