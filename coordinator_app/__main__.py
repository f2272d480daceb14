"""The program's front door: no arguments open the window, any argument is a command."""

import sys


def main() -> int:
    """Runs the program and returns its exit status.

    Each side is loaded only when it is asked for: a command needs no Qt, and the window no command line.
    """
    if len(sys.argv) > 1:
        from coordinator_app.cli import main as run_command

        return run_command()
    from coordinator_app.gui.app import main as open_window

    return open_window()


if __name__ == "__main__":
    sys.exit(main())
