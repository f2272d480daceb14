"""Every document that is registered, set from a town full of life with both marks: a sound file, nothing clipped, the marks in it."""

import datetime as dt
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from sqlalchemy import insert

from coordinator_app.bootstrap import marks
from coordinator_app.bootstrap.documents import (
    CERTIFICATE,
    GROUP_CARD,
    KINDS,
    LEAFLET,
    NOTICE,
    POCKET_LIST,
    POSTER,
    SUMMARY,
    TRIAL_SHEET,
    Kind,
    Wanted,
    trainings,
)
from coordinator_app.core import pictures, sample
from coordinator_app.core.clock import HELSINKI
from coordinator_app.core.kinds import Mark
from coordinator_app.core.model import SigningKey
from coordinator_app.core.periods import Period
from coordinator_app.i18n import Language
from coordinator_app.printing.typst import Manuscript, Typesetter
from coordinator_app.storage.database import Database
from tests.book import FAST, KEY, StoppedClock
from tests.exchange.test_picture import BOX, SVG, png
from tests.printing.reading import assert_sound, outside, overlapping, tool

NOW = dt.datetime(2026, 10, 6, 12, tzinfo=HELSINKI)
# Cards for a pocket are small and discreet; a test sheet is nobody's.
UNMARKED = (GROUP_CARD, POCKET_LIST, TRIAL_SHEET)


@pytest.fixture(scope="module")
def town(empty_book: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Database]:
    """A year of a town with twelve groups, and both marks."""
    folder = tmp_path_factory.mktemp("town")
    database = Database.open(Path(shutil.copy(empty_book, folder / "book.db")), KEY, clock=StoppedClock(NOW), settings=FAST)
    database.write(lambda session: session.execute(insert(SigningKey).values(epoch=1, private=bytes(range(32)), created=NOW)))
    database.write(sample.fill, years=1, seed=1, today=NOW.date())
    for mark, picture in ((Mark.LOGO, SVG.format(BOX).encode()), (Mark.FUNDER, png(40, 20))):
        file = folder / "picture"
        file.write_bytes(picture)
        database.write(pictures.keep, mark=mark, svg=marks.read(file))
    yield database
    database.close()


@pytest.mark.parametrize("kind", [kind for kind in KINDS if not kind.text], ids=lambda kind: kind.code)
def test_every_document_is_sound_and_bears_the_marks(town: Database, tmp_path: Path, kind: Kind) -> None:
    training = town.read(trainings, today=NOW.date())[0].id
    wanted = Wanted(kind, (Language.FI, Language.SV), Period(2026, 3), activity=training, names=("Ville-Valtteri Sjöblom",))
    made = town.read(wanted.drafted, NOW)
    assert isinstance(made, Manuscript)
    document = Typesetter().document(made)
    assert_sound(document, tmp_path)
    assert outside(document, tmp_path) == []
    if kind is not SUMMARY:  # Its heads stand on end, where boxes tell nothing.
        assert overlapping(document, tmp_path) == []
    (tmp_path / "read.pdf").write_bytes(document.pdf)
    described = tool("qpdf", "--json", tmp_path / "read.pdf")
    if kind not in UNMARKED:
        assert [mark for mark in Mark if made.values[mark]["alt"] not in described] == []


@pytest.mark.parametrize(
    ("kind", "alone", "paired"), [(CERTIFICATE, False, True), (NOTICE, False, True), (LEAFLET, True, True), (POSTER, False, False)]
)
def test_a_paper_with_something_on_its_back_is_printed_on_both_sides(kind: Kind, alone: bool, paired: bool) -> None:
    wanted = Wanted(kind, (Language.FI,), Period(2026, 3))
    assert (wanted.duplex, wanted.but("languages", (Language.FI, Language.SV)).duplex) == (alone, paired)
