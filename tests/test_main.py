"""The front door: which side opens, and what is said where no window can."""

import os
import subprocess
import sys

import pytest

from coordinator_app import __version__

DISPLAYS = ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")


def _run(*arguments: str) -> subprocess.CompletedProcess[str]:
    bare = {name: value for name, value in os.environ.items() if name not in DISPLAYS}
    command = [sys.executable, "-m", "coordinator_app", *arguments]
    return subprocess.run(command, env=bare | {"COORDINATOR_LANGUAGE": "en"}, capture_output=True, text=True, check=False)


@pytest.mark.skipif(sys.platform != "linux", reason="only there can a session be without a display")
def test_without_a_display_it_names_the_commands() -> None:
    run = _run()
    assert (run.returncode, run.stdout) == (1, "")
    assert run.stderr.startswith("There is no display")
    assert run.stderr.count("\n") == 1


def test_a_command_needs_no_display_and_no_qt() -> None:
    run = _run("--version")
    assert (run.returncode, run.stderr) == (0, "")
    assert __version__ in run.stdout
    watched = "import sys, coordinator_app.__main__ as door; door.main(); sys.exit('PySide6' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", watched, "--version"], capture_output=True, check=False).returncode == 0


def test_the_window_keeps_no_source_code_in_memory() -> None:
    """PySide reads the source of whatever is imported after it, unless it is asked not to."""
    kept = "import linecache, coordinator_app.gui.app as app; print(app.__file__ in linecache.cache)"
    said = subprocess.run([sys.executable, "-c", kept], capture_output=True, text=True, check=True)
    assert said.stdout.strip() == "False"
