"""What holds for every test: no socket, no folder of the user's, no warning unasked for, no window left, the same cases each time."""

import datetime as dt
import logging
import os
import random
import socket
import sys
from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import HealthCheck, settings

if TYPE_CHECKING:
    # A plugin must not be loaded before pytest loads it, or its assertions stay mute.
    from pytestqt.qtbot import QtBot

    from tests.book import StoppedClock

pytest_plugins = ["tests.book"]

settings.register_profile("modest", max_examples=60, derandomize=True, deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.register_profile("thorough", parent=settings.get_profile("modest"), max_examples=3000, derandomize=False, print_blob=True)
settings.load_profile("modest")


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--full", action="store_true", help="run the faults in the counts of `make faults`, not a quick share of each")
    parser.addoption("--seed", type=int, default=None, help="the seed of what is drawn at random in the faults")


def pytest_report_header(config: pytest.Config) -> str:
    if config.getoption("seed") is None:
        config.option.seed = random.SystemRandom().randrange(2**32) if config.getoption("full") else 20261020
    return f"seed: {config.getoption('seed')}"


@pytest.fixture(scope="session")
def full(pytestconfig: pytest.Config) -> bool:
    """Whether the faults are wanted in full; otherwise each gives a quick share."""
    return bool(pytestconfig.getoption("full"))


@pytest.fixture
def chance(pytestconfig: pytest.Config) -> random.Random:
    """Draws from the seed printed at the head of the run; the same one again with `--seed`."""
    return random.Random(pytestconfig.getoption("seed"))


@pytest.fixture
def today(clock: "StoppedClock") -> dt.date:
    """Tuesday 20 October 2026."""
    return clock.today()


@pytest.fixture(scope="session", autouse=True)
def own_home(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """Gives the run a home of its own, so that no test reads or writes the user's folders."""
    home = tmp_path_factory.mktemp("home")
    with pytest.MonkeyPatch.context() as patch:
        for name, folder in (("CONFIG", ".config"), ("DATA", ".local/share"), ("CACHE", ".cache"), ("STATE", ".local/state")):
            patch.setenv(f"XDG_{name}_HOME", str(home / folder))
        patch.setenv("HOME", str(home))
        patch.setenv("USERPROFILE", str(home))
        for name in [name for name in os.environ if name.startswith("COORDINATOR_")]:
            patch.delenv(name)
        yield


class Connected(AssertionError):
    """The program tried to reach another machine."""


def _refusing(really: Callable[..., Any]) -> Callable[..., Any]:
    def connect(self: socket.socket, *args: Any) -> Any:
        # A socket file stays on this machine; the display is reached through one.
        if self.family != getattr(socket, "AF_UNIX", None):
            raise Connected(f"{really.__name__}{args}")
        return really(self, *args)

    return connect


@pytest.fixture(scope="session", autouse=True)
def no_sockets() -> Iterator[None]:
    """Fails the test that reaches for the network."""
    with pytest.MonkeyPatch.context() as patch:
        for name in ("connect", "connect_ex", "sendto"):
            patch.setattr(socket.socket, name, _refusing(getattr(socket.socket, name)))
        yield


@pytest.fixture
def qtbot(qapp: object, request: pytest.FixtureRequest) -> "QtBot":
    """The bot of every test with windows."""
    from tests.gui.patient import PatientBot

    return PatientBot(request)


@pytest.fixture(autouse=True)
def no_window_left() -> Iterator[None]:
    """Deletes what a test leaves of windows: every theme of the tests that follow would dress it again."""
    yield
    if widgets := sys.modules.get("PySide6.QtWidgets"):
        for window in widgets.QApplication.topLevelWidgets():
            window.deleteLater()
        widgets.QApplication.sendPostedEvents(None, sys.modules["PySide6.QtCore"].QEvent.Type.DeferredDelete)


@pytest.fixture(autouse=True)
def no_unexpected_log(request: pytest.FixtureRequest, caplog: pytest.LogCaptureFixture) -> Iterator[None]:
    """Fails the test that logs a warning or an error, unless it is marked `expects_log`.

    Warnings of Python and messages of Qt fail by the settings in `pyproject.toml`.
    """
    yield
    if request.node.get_closest_marker("expects_log"):
        return
    for phase in ("setup", "call"):
        said = [f"{each.name}: {each.getMessage()}" for each in caplog.get_records(phase) if each.levelno >= logging.WARNING]
        if said:
            pytest.fail("Logged, though nobody expected it: " + "; ".join(said))
