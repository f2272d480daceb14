"""The guards of `conftest.py` and `pyproject.toml` do fail the tests that they are there to fail."""

import re
import subprocess
import sys
from pathlib import Path

import pytest

PROJECT = Path(__file__).parents[1]
OFFENCES = """
import logging, pathlib, socket, warnings
import pytest
from PySide6.QtCore import qWarning

def test_caught_log(): logging.getLogger("coordinator_app").warning("what now")
def test_caught_qt(): qWarning("QObject: what now")
def test_caught_warning(): warnings.warn("old", DeprecationWarning)
def test_caught_socket(): socket.create_connection(("127.0.0.1", 9), timeout=1)
def test_caught_datagram(): socket.socket(socket.AF_INET, socket.SOCK_DGRAM).sendto(b"x", ("127.0.0.1", 9))
@pytest.mark.expects_log
def test_allowed_log(): logging.getLogger("coordinator_app").warning("as expected")
def test_allowed_info(): logging.getLogger("coordinator_app").info("for the record")
def test_allowed_home(tmp_path): assert pathlib.Path.home().parent == tmp_path.parent
"""


def test_offences_fail_and_the_rest_pass(tmp_path: Path) -> None:
    (tmp_path / "test_offences.py").write_text(OFFENCES)
    settings: list[str | Path] = ["-c", PROJECT / "pyproject.toml", "-p", "tests.conftest", "-p", "no:cacheprovider", "-rA"]
    places: list[str | Path] = ["--rootdir", tmp_path, "--basetemp", tmp_path / "run", tmp_path / "test_offences.py"]
    run = subprocess.run(
        [sys.executable, "-m", "pytest", *settings, *places],
        cwd=PROJECT,
        capture_output=True,
        text=True,
        check=False,
    )
    failed = set(re.findall(r"^(?:FAILED|ERROR) \S*::(\w+)", run.stdout, re.MULTILINE))
    assert failed == set(re.findall(r"test_caught\w+", OFFENCES)), run.stdout + run.stderr
    passed = set(re.findall(r"^PASSED \S*::(\w+)", run.stdout, re.MULTILINE))
    assert passed - failed == set(re.findall(r"test_allowed\w+", OFFENCES)), run.stdout + run.stderr


@pytest.mark.parametrize("name", ["full", "chance", "today"])
def test_what_conftest_offers(name: str, request: pytest.FixtureRequest) -> None:
    assert request.getfixturevalue(name) is not None
