"""What travels is verified before it is shown or taken in."""

import json
import shutil
from pathlib import Path

import pytest

from coordinator_app.exchange import network_file
from tests.cli.conftest import Run
from tests.exchange.summaries import NETWORK, OFFICE_KEY, OTHER_KEY

WORDS = OFFICE_KEY.public.words


@pytest.fixture
def update(tmp_path: Path) -> Path:
    made = network_file.write(NETWORK, key=OFFICE_KEY)
    (tmp_path / made.name).write_bytes(made.data)
    return tmp_path / made.name


def test_an_update_file_is_shown_with_its_six_words(run: Run, update: Path) -> None:
    shown = run("show", update)
    assert shown.status == 0
    assert WORDS in shown.out
    assert json.loads(run("show", update, "--json").out)["content"]["office_id"] == NETWORK.office_id


@pytest.mark.parametrize(
    "change", [lambda data: data[:-1], lambda data: data.replace(b"e", b"f", 1), lambda data: b"", lambda data: b"hello"]
)
def test_a_damaged_file_is_refused_by_name(run: Run, update: Path, change: object) -> None:
    assert callable(change)
    update.write_bytes(change(update.read_bytes()))
    refused = run("show", update)
    assert refused.status == 1
    assert update.name in refused.err
    assert not refused.out


def test_the_first_key_is_compared_and_a_stranger_is_never_taken_in(run: Run, town: Path, tmp_path: Path, update: Path) -> None:
    book = tmp_path / "book"
    shutil.copytree(town / "book", book)
    asked = run("take-in", book, update)
    assert asked.status == 1
    assert WORDS in asked.err
    assert "was taken in" in run("take-in", book, update, "--enrol").out
    assert "nothing changed" in run("take-in", book, update).out
    forged = tmp_path / "forged.network"
    forged.write_bytes(network_file.write(NETWORK, key=OTHER_KEY).data)
    refused = run("take-in", book, forged, "--enrol")
    assert refused.status == 1
    assert OTHER_KEY.public.words in refused.err
