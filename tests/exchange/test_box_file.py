"""The hand-over box: sealed with its own passphrase, opened by the `age` program too, and refused in one sentence when it is none."""

import datetime as dt
import os
import pty
import shutil
import zipfile
from io import BytesIO
from pathlib import Path

import pyrage
import pytest
from msgspec import structs

from coordinator_app.core.errors import BadFile, Refused, WrongPassphrase
from coordinator_app.exchange import box_file
from coordinator_app.exchange.box_file import Box

PASSPHRASE = "sininen vene odottaa rannassa"
BOX = Box("book", "turku", "Turku", dt.date(2026, 10, 20), bytes(range(32)), os.urandom(5000), frozenset({"a" * 64}))


@pytest.fixture(scope="module")
def sealed() -> bytes:
    return box_file.write(BOX, PASSPHRASE)


def test_what_was_packed_comes_out(sealed: bytes) -> None:
    assert box_file.read(sealed, f" {PASSPHRASE} ", name="box") == BOX
    for secret in (BOX.key.hex().encode(), BOX.locality_name.encode(), BOX.database[:16]):
        assert secret not in sealed


def test_the_age_program_opens_it(sealed: bytes, tmp_path: Path) -> None:
    if shutil.which("age") is None:
        pytest.skip("age is not installed")
    (tmp_path / "box.age").write_bytes(sealed)
    child, terminal = pty.fork()
    if child == 0:
        os.execvp("age", ["age", "-d", "-o", str(tmp_path / "out.zip"), str(tmp_path / "box.age")])
    said = b""
    while b"passphrase" not in said.lower():
        said += os.read(terminal, 1000)
    os.write(terminal, f"{PASSPHRASE}\n".encode())
    try:
        while os.read(terminal, 1000):
            pass
    except OSError:
        pass  # The terminal is gone when the program has ended.
    _, status = os.waitpid(child, 0)
    os.close(terminal)
    assert status == 0
    with zipfile.ZipFile(tmp_path / "out.zip") as archive:
        assert archive.read("book.db") == BOX.database


def test_another_passphrase_is_told_from_damage(sealed: bytes) -> None:
    with pytest.raises(WrongPassphrase):
        box_file.read(sealed, "jotain ihan muuta", name="box")
    with pytest.raises(BadFile):
        box_file.read(sealed[:-1] + bytes([sealed[-1] ^ 1]), PASSPHRASE, name="box")


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"PK\x03\x04 not age",
        b"age-encryption.org/v1\n-> X25519 abc\n",
        b"age-encryption.org/v1\n-> scrypt c2FsdHNhbHRzYWx0c2FsdA 60\nabc\n--- x\n",
    ],
)
def test_what_is_no_box_is_refused(data: bytes) -> None:
    with pytest.raises(BadFile, match="box"):
        box_file.read(data, PASSPHRASE, name="box")


def test_what_is_something_else_inside_is_refused(monkeypatch: pytest.MonkeyPatch, sealed: bytes) -> None:
    """Whoever knows the passphrase may seal anything."""

    def archive(**files: str) -> bytes:
        made = BytesIO()
        with zipfile.ZipFile(made, "w") as inside:
            for name, content in files.items():
                inside.writestr(name.replace("_", "."), content)
        return made.getvalue()

    for content in (
        b"no archive",
        archive(box_json="{}"),
        archive(box_json="[]", book_db="x", forgotten_txt=""),
        archive(box_json='{"format": "coordinator-box/9"}', book_db="x", forgotten_txt=""),
    ):
        monkeypatch.setattr(pyrage.passphrase, "decrypt", lambda _data, _passphrase, content=content: content)
        with pytest.raises(BadFile, match="box"):
            box_file.read(sealed, PASSPHRASE, name="box")


def test_a_short_passphrase_is_refused() -> None:
    with pytest.raises(Refused, match="8 characters"):
        box_file.write(structs.replace(BOX, database=b""), " short ")
