"""What every command needs: the words, the clock, the way to an open book, and how answers are printed."""

import datetime as dt
import json
import os
import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from enum import StrEnum
from pathlib import Path
from typing import Any

import typer
from msgspec import Struct, field

from coordinator_app import bootstrap
from coordinator_app.bootstrap import OpenBook
from coordinator_app.core.clock import Clock, SystemClock
from coordinator_app.core.errors import BadFile, Refused
from coordinator_app.core.periods import Period
from coordinator_app.core.texts import pictured
from coordinator_app.i18n import N_, Words

_PASSPHRASE = "COORDINATOR_PASSPHRASE"
_LARGEST_PASSPHRASE_FILE = 10_000
_EARLIEST_YEAR = 1950


class Terminal(Struct, frozen=True):
    """Where a command speaks. Everything it says goes through here, in one language.

    Names of files and texts that came in one may hold signs that a terminal obeys, or that turn a line around: none of them gets there.
    """

    words: Words
    clock: Clock = field(default_factory=SystemClock)

    def say(self, message: str, /, **values: object) -> None:
        """One line of the answer, on standard output."""
        print(pictured(self.words(message, **values)))

    def quote(self, text: str) -> None:
        """A text of several lines as somebody wrote it, on standard output."""
        for line in text.splitlines():
            print(pictured(line))

    def remark(self, sentence: str) -> None:
        """A line beside the answer, on standard error."""
        print(pictured(sentence), file=sys.stderr)

    def table(self, rows: Sequence[Sequence[str]]) -> None:
        """Rows with their columns in line."""
        widths = [max(map(len, column)) for column in zip(*rows, strict=True)]
        for row in rows:
            print(pictured("  ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)).rstrip()))

    def json(self, value: object) -> None:
        """The whole answer as one JSON document."""
        written = json.dumps(value, ensure_ascii=False, indent=2, default=_plain)
        print("\n".join(_escaped(line) for line in written.split("\n")))

    def agreed(self, question: str) -> bool:
        """Whether the user says yes. Where nobody sits at the keyboard, giving the command was the answer."""
        return not sys.stdin.isatty() or typer.confirm(question, err=True)

    @contextmanager
    def book(self, folder: Path, passphrase_file: Path | None) -> Iterator[OpenBook]:
        """An open book; closed, and backed up if it changed, whatever happens."""
        from coordinator_app.bootstrap.today import bring_to_day

        opened = bootstrap.open_book(folder, clock=self.clock, **bootstrap.key_of(self.passphrase(passphrase_file)))
        try:
            bring_to_day(opened)
            yield opened
        finally:
            opened.close()

    def passphrase(self, file: Path | None) -> str:
        """The passphrase or the recovery code: the first line of the file, or of the environment, or what is typed at a prompt."""
        if file is not None:
            return _first_line(file)
        if kept := os.environ.get(_PASSPHRASE):
            return kept
        _check_somebody_types()
        return str(typer.prompt(self.words(N_("Passphrase or recovery code")), hide_input=True, err=True))

    def first_passphrase(self, file: Path | None) -> str:
        """The passphrase of a book that is being made; the environment's, or one typed twice."""
        return os.environ.get(_PASSPHRASE) or self.new_passphrase(None) if file is None else _first_line(file)

    def new_passphrase(self, file: Path | None) -> str:
        """A passphrase in place of another; the environment's is the old one, so that without a file it is typed, twice."""
        if file is not None:
            return _first_line(file)
        _check_somebody_types()
        return str(
            typer.prompt(self.words(N_("New passphrase")), hide_input=True, confirmation_prompt=self.words(N_("Once more")), err=True)
        )

    def box_passphrase(self, file: Path | None, *, once_more: bool) -> str:
        """The passphrase of a hand-over box, which is never that of a book and so in no variable; typed twice when it is chosen."""
        if file is not None:
            return _first_line(file)
        _check_somebody_types()
        again = self.words(N_("Once more")) if once_more else False
        return str(typer.prompt(self.words(N_("Passphrase of the box")), hide_input=True, confirmation_prompt=again, err=True))


def _check_somebody_types() -> None:
    if not sys.stdin.isatty():
        raise Refused(N_("There is nobody to type the passphrase. Name a file with --passphrase-file, or set COORDINATOR_PASSPHRASE."))


def _first_line(file: Path) -> str:
    try:
        with file.open(encoding="utf-8") as lines:
            said = lines.read(_LARGEST_PASSPHRASE_FILE).partition("\n")[0].rstrip("\r")
    except (OSError, UnicodeDecodeError) as error:
        raise BadFile(
            N_("The passphrase file {file} cannot be read. Name a text file whose first line is the passphrase."), file=file
        ) from error
    if not said:
        raise BadFile(N_("The passphrase file {file} is empty. Write the passphrase on its first line."), file=file)
    return said


def existing(folder: Path) -> Path:
    """The folder, if it is there. Raises `Refused`: what is written must not end up where nobody looks for it."""
    if not folder.is_dir():
        raise Refused(N_("The folder {folder} is not there. Make it first, or name another."), folder=folder)
    return folder


def day(written: str) -> dt.date:
    """A day as `2026-10-06` or `6.10.2026`. Raises `Refused`, also for a year that no book's records reach back to."""
    for form in ("%Y-%m-%d", "%d.%m.%Y"):
        try:
            said = dt.datetime.strptime(written.strip(), form).date()
        except ValueError:
            continue
        if said.year >= _EARLIEST_YEAR:
            return said
    raise Refused(N_("“{written}” is not a day. Write it as 2026-10-06 or 6.10.2026."), written=written)


def _escaped(line: str) -> str:
    """A line of JSON in which what a terminal would obey is written as JSON can write it too."""
    return "".join(sign if pictured(sign) == sign else json.dumps(sign)[1:-1] for sign in line)


def _plain(value: Any) -> Any:
    """Values of the domain as JSON knows them."""
    match value:
        case dt.date() | dt.time():
            return value.isoformat()
        case StrEnum() | Path() | Period():
            return str(value)
        case _:
            return float(value)


Add = Callable[[typer.Typer, Terminal], None]
