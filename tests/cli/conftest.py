"""The command line as a user meets it: arguments in; exit status, output and errors out."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest

from coordinator_app.cli import main

PASSPHRASE = "kolme vihreää kuusta"


@dataclass(frozen=True)
class Answer:
    """What a command left behind."""

    status: int
    out: str
    err: str


Run = Callable[..., Answer]


@pytest.fixture
def run(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Run:
    """Runs one command in English, with the passphrase in the environment."""
    monkeypatch.setenv("COORDINATOR_PASSPHRASE", PASSPHRASE)
    monkeypatch.setenv("COORDINATOR_LANGUAGE", "en")
    # The width decides where the help breaks its lines.
    monkeypatch.setenv("COLUMNS", "200")

    def command(*arguments: object) -> Answer:
        capsys.readouterr()
        status = main([str(each) for each in arguments])
        said = capsys.readouterr()
        assert "Traceback" not in said.err
        return Answer(status, said.out, said.err)

    return command


@pytest.fixture(scope="session")
def town(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with the practice town of one year in `book`; tests that change it make their own."""
    folder = tmp_path_factory.mktemp("town")
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("COORDINATOR_PASSPHRASE", PASSPHRASE)
        assert main(["sample", str(folder / "book"), "--years", "1", "--practice"]) == 0
    return folder
