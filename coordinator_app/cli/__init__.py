"""The command line: the same functions as the window, in the terminal's language; one file per command."""

import os
import sys
from collections.abc import Sequence

from coordinator_app.core.errors import CoordinatorError
from coordinator_app.core.texts import pictured
from coordinator_app.i18n import N_, Language, Words

_SAID_BY = ("COORDINATOR_LANGUAGE", "LC_ALL", "LC_MESSAGES", "LANG")


def main(arguments: Sequence[str] | None = None) -> int:
    """Runs one command. Returns 0 when it is done, 1 when it was refused with a reason, 2 when it was called wrongly."""
    words = Words(terminal_language())
    # Imported late: the command line's own library costs more than most commands.
    from coordinator_app.cli.commands import make_app

    try:
        make_app(words)(args=list(sys.argv[1:] if arguments is None else arguments))
    except SystemExit as end:
        return end.code if isinstance(end.code, int) else 0
    except CoordinatorError as error:
        return _refuse(error.said(words))
    except BrokenPipeError:
        # Whoever read the output has seen enough; what is still buffered must not be flushed into the closed pipe.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 0
    except Exception as fault:
        mistake = N_("The program made a mistake ({kind}); nothing was changed. Please tell its makers what you did.")
        return _refuse(words(mistake, kind=type(fault).__name__))
    return 0


def terminal_language() -> Language:
    """The first of the usual variables that names a language the program speaks; English otherwise."""
    for variable in _SAID_BY:
        code = os.environ.get(variable, "")[:2].lower()
        if code in {str(language) for language in Language}:
            return Language(code)
    return Language.EN


def _refuse(sentence: str) -> int:
    print(pictured(sentence), file=sys.stderr)
    return 1
