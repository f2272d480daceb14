"""The arguments and options that several commands share."""

from pathlib import Path
from typing import Annotated

import typer

BookFolder = Annotated[Path, typer.Argument(metavar="BOOK", show_default=False)]
PassphraseFile = Annotated[Path | None, typer.Option("--passphrase-file", metavar="FILE", show_default=False)]
To = Annotated[Path, typer.Option("--to", show_default=False)]
PersonName = Annotated[str, typer.Option("--person", metavar="NAME", show_default=False)]
Quarter = Annotated[str, typer.Option("--quarter", metavar="2026Q3", show_default=False)]
AsJson = Annotated[bool, typer.Option("--json")]
