"""No paper shows a participant's surname, a hidden place, a number nobody agreed to print, or a note; over random books."""

import datetime as dt
import random
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import insert, update
from sqlalchemy.orm import Session

from coordinator_app.bootstrap.documents import ATTENDANCE, CALENDAR, CONTACTS, KINDS, POSTER, Kind, Wanted
from coordinator_app.core import model
from coordinator_app.core.attendance import reading
from coordinator_app.core.clock import HELSINKI
from coordinator_app.core.kinds import PersonRole
from coordinator_app.i18n import Language
from coordinator_app.printing.schedule_text import ScheduleText
from coordinator_app.printing.typst import Typesetter
from coordinator_app.storage.database import Database
from tests.book import FAST, KEY, StoppedClock
from tests.bootstrap.secret_books import SecretBook
from tests.printing.reading import tool

Spoil = Callable[[Session], None]
SEEDS = range(24)


def opened(empty_book: Path, folder: Path, secret: SecretBook) -> Database:
    """A book of its own with the rows of a random one."""
    folder.mkdir()
    clock = StoppedClock(dt.datetime.combine(secret.today, dt.time(12), HELSINKI))
    database = Database.open(Path(shutil.copy(empty_book, folder / "book.db")), KEY, clock=clock, settings=FAST)

    def write(session: Session) -> None:
        secret.write(session)
        session.execute(insert(model.SigningKey).values(epoch=1, private=bytes(range(32)), created=clock.now()))

    database.write(write)
    return database


def wanted(kind: Kind, secret: SecretBook, **changed: Any) -> Wanted:
    """The document with options of chance; places of sensitive groups are not asked for."""
    chance = random.Random(secret.seed)
    languages = tuple(chance.sample(list(Language), chance.randint(1, 2)))
    groups = [row["id"] for row in secret.rows[model.Group]]
    chosen = frozenset(chance.sample(groups, chance.randint(1, len(groups)))) if groups and chance.random() < 0.5 else None
    options: dict[str, Any] = {"groups": chosen, "meetings": chance.randint(1, 4), "public": chance.random() < 0.5}
    return Wanted(kind, languages, secret.period, **(options | changed))


def printed(database: Database, asked: Wanted, secret: SecretBook) -> str:
    """All that a document may print: what its template is given, and nothing else."""
    draft = database.read(asked.kind.draft, asked, dt.datetime.combine(secret.today, dt.time(12), HELSINKI))
    return draft.text if isinstance(draft, ScheduleText) else "\n".join(texts(draft.values))


def texts(value: Any) -> Iterator[str]:
    """Every text within values."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        for name, each in value.items():
            yield str(name)
            yield from texts(each)
    elif isinstance(value, list | tuple):
        for each in value:
            yield from texts(each)


def told(text: str, secret: SecretBook) -> set[str]:
    return {word for word in secret.secrets if word in text}


def test_no_document_of_any_book_tells_a_secret(empty_book: Path, tmp_path: Path) -> None:
    for seed in SEEDS:
        secret = SecretBook(seed)
        database = opened(empty_book, tmp_path / str(seed), secret)
        for kind in KINDS:
            assert told(printed(database, wanted(kind, secret), secret), secret) == set(), f"seed {seed}, {kind.code}"
        database.close()


def test_what_the_template_is_given_is_all_that_the_pages_say(empty_book: Path, tmp_path: Path) -> None:
    """The pages themselves, with the words about the file, for one book."""
    secret = SecretBook(1)
    database, typesetter = opened(empty_book, tmp_path / "book", secret), Typesetter()
    for kind in KINDS:
        draft = database.read(kind.draft, wanted(kind, secret), dt.datetime.combine(secret.today, dt.time(12), HELSINKI))
        if not isinstance(draft, ScheduleText):
            file = tmp_path / f"{kind.code}.pdf"
            file.write_bytes(typesetter.document(draft).pdf)
            text = tool("pdftotext", file, "-") + tool("pdfinfo", file)
            assert len(text) > 100
            assert told("".join(text.split()), secret) == set(), kind.code
    database.close()


def no_place_is_hidden(session: Session) -> None:
    session.execute(update(model.Group).values(hide_place=False, service="peer"))


def everybody_is_a_counsellor(session: Session) -> None:
    session.execute(update(model.Role).values(role=PersonRole.COUNSELLOR))


def found(empty_book: Path, folder: Path, kind: Kind, stem: str, spoil: Spoil | None = None, **options: Any) -> bool:
    """Whether a document of some book tells a secret that begins so, after the book was spoiled."""
    for seed in SEEDS:
        secret = SecretBook(seed)
        database = opened(empty_book, folder / str(seed), secret)
        if spoil is not None:
            database.write(spoil)
        said = told(printed(database, wanted(kind, secret, groups=None, **options), secret), secret)
        database.close()
        if any(word.startswith(stem) for word in said):
            return True
    return False


@pytest.mark.parametrize(
    ("kind", "spoil", "stem"),
    [
        (POSTER, no_place_is_hidden, "Osoite"),
        (CALENDAR, no_place_is_hidden, "Osoite"),
        (CONTACTS, everybody_is_a_counsellor, "Sukunimi"),
        (POSTER, everybody_is_a_counsellor, "Sukunimi"),
    ],
)
def test_with_the_protection_off_the_same_search_finds_it(empty_book: Path, tmp_path: Path, kind: Kind, spoil: Spoil, stem: str) -> None:
    assert found(empty_book, tmp_path, kind, stem, spoil)


def test_whole_names_on_the_table_would_be_found(empty_book: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(reading, "first_names", lambda people: [name for name, _, _ in people])
    assert found(empty_book, tmp_path, ATTENDANCE, "Sukunimi")


def test_places_of_sensitive_groups_are_found_when_asked_for(empty_book: Path, tmp_path: Path) -> None:
    assert found(empty_book, tmp_path, POSTER, "Osoite", sensitive_addresses=True)
