"""The program's front door: no arguments open the window, any argument is a command."""

import gc
import os
import sys

from coordinator_app.i18n import N_


def main() -> int:
    """Runs the program and returns its exit status.

    Each side is loaded only when it is asked for: a command needs no Qt, and the window no command line.
    """
    if len(sys.argv) > 1:
        from coordinator_app.cli import main as run_command

        return run_command()
    if not _has_display():
        return _say_what_works_without()
    # What is loaded stays, so that looking for garbage among it is time lost. The window takes the search up later.
    gc.disable()
    from coordinator_app.gui.app import main as open_window

    return open_window()


def _has_display() -> bool:
    """Qt aborts the program where there is none, so it is asked first."""
    return sys.platform != "linux" or any(os.environ.get(name) for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"))


def _say_what_works_without() -> int:
    from coordinator_app.cli import terminal_language
    from coordinator_app.i18n import Words

    words = Words(terminal_language())
    print(words(N_("There is no display to open a window on. Use a command instead: “coordinator --help” lists them.")), file=sys.stderr)
    return 1


if __name__ == "__main__":
    sys.exit(main())
