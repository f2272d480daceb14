"""What was done, in words: the name of every command, and what it was about."""

import datetime as dt
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from sqlalchemy.orm import Session

from coordinator_app.i18n import N_, Words

_ROOM = "coordinator_app.core."
_ABOUT = "about"

# What each command is called in the history and after "Undo:"; `{subject}` is the name of what it was about.
COMMANDS: Mapping[str, str] = {
    "settings.change": N_("change the settings"),
}
_OTHER = N_("a change")


@dataclass(frozen=True, slots=True)
class HistoryLine:
    """One command as the history lists it; `subject` is the name of what it was about, as it is now, or empty."""

    entry: int
    at: dt.datetime
    command: str
    subject: str
    undone: bool
    can_undo: bool

    def said(self, words: Words) -> str:
        """`cancel 6 October`."""
        return words(COMMANDS.get(self.command, _OTHER), subject=self.subject)


def command_code(command: Callable[..., Any]) -> str:
    """The code a command is recorded under: `groups.cancel_meeting`."""
    return f"{command.__module__}.{command.__qualname__}".removeprefix(_ROOM)


def about(session: Session, kind: str, row: int) -> None:
    """A command says which row it is about, when that is not the first row it changes."""
    session.info[_ABOUT] = f"{kind}:{row}"


def subject_of(session: Session) -> str | None:
    """What the command said it was about."""
    return session.info.get(_ABOUT)
