"""What leaves a book of hostile texts: each text stands whole in the file, and what reads the file sees nothing in it but letters."""

import csv
import io
import json
import re
import zipfile
from collections.abc import Iterator
from pathlib import Path
from xml.etree import ElementTree

import pytest

from coordinator_app import bootstrap
from coordinator_app.bootstrap import OpenBook, documents, exports
from coordinator_app.bootstrap.documents import Wanted
from coordinator_app.bootstrap.exports import Choice, Export
from coordinator_app.core.periods import Period
from coordinator_app.i18n import Language
from coordinator_app.printing.schedule_text import ScheduleText
from coordinator_app.printing.typst import Manuscript, Typesetter
from tests.book import StoppedClock
from tests.gui.program import PASSPHRASE
from tests.hostile import MARK, MARKED, mangled
from tests.hostile_town import NOW, book_of
from tests.printing.reading import squeezed, text_of

FORMULA = ("=", "+", "-", "@", "\t", "\r")
_ESCAPED = re.compile(r"\\(.)")
_CELL = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
# Papers with every name of the book would take minutes; these hold what is called like something in every place.
PAPERS = (documents.CALENDAR, documents.CONTACTS, documents.SUMMARY)


@pytest.fixture(scope="module")
def book(tmp_path_factory: pytest.TempPathFactory) -> Iterator[OpenBook]:
    folder = book_of(tmp_path_factory.mktemp("hostile") / "turku")
    opened = bootstrap.open_book(folder, passphrase=PASSPHRASE, clock=StoppedClock())
    yield opened
    opened.close(back_up=False)


def made(book: OpenBook, what: Export) -> bytes:
    return book.database.read(exports.made, what=what, choice=Choice(Language.FI), now=NOW.now())


def faults(texts: Iterator[str] | list[str]) -> list[str]:
    """The texts that are not whole; there are some that are."""
    told = list(texts)
    assert any(MARK.search(each) for each in told)
    return [each for each in told if mangled(each)]


def content_lines(data: bytes) -> list[str]:
    """The lines of a calendar or an address book, unfolded and with their escapes undone."""
    lines = data.decode().replace("\r\n ", "").split("\r\n")
    return [_ESCAPED.sub(lambda found: "\n" if found[1] in "nN" else found[1], line) for line in lines]


@pytest.mark.parametrize("what", [Export.CALENDAR, Export.PEOPLE])
def test_no_text_begins_a_line_of_its_own(book: OpenBook, what: Export) -> None:
    data = made(book, what)
    # The parts of a name stand in another order beside the whole of it.
    assert faults([line for line in content_lines(data) if not line.startswith("N:")]) == []
    names = [re.match(r"[A-Z][A-Z0-9-]*(?=[;:])", line) for line in data.decode().replace("\r\n ", "").split("\r\n") if line]
    assert all(names)
    assert not re.search(rb"[\x00-\x08\x0b\x0c\x0e-\x1f]", data)


def test_the_groups_for_web_sites_are_letters(book: OpenBook) -> None:
    rows = json.loads(made(book, Export.GROUPS))
    assert faults([value for row in rows for value in row.values() if isinstance(value, str)]) == []


def test_no_cell_of_a_table_is_a_formula(book: OpenBook) -> None:
    rows = list(csv.reader(io.StringIO(made(book, Export.ATTENDANCE_CSV).decode("utf-8-sig")), delimiter=";"))
    cells = [cell for row in rows for cell in row]
    assert len({len(row) for row in rows}) == 1
    assert faults(cells) == []
    assert [cell for cell in cells if cell.startswith(FORMULA)] == []
    assert any(cell.startswith(f"'{MARKED[18].kept[0]}") for cell in cells)


def test_no_cell_of_a_workbook_is_a_formula_or_a_link(book: OpenBook) -> None:
    with zipfile.ZipFile(io.BytesIO(made(book, Export.ATTENDANCE))) as packed:
        sheet = ElementTree.fromstring(packed.read("xl/worksheets/sheet1.xml"))
        strings = ElementTree.fromstring(packed.read("xl/sharedStrings.xml"))
    assert list(sheet.iter(f"{_CELL}f")) == list(sheet.iter(f"{_CELL}hyperlink")) == []
    assert faults([text.text or "" for text in strings.iter(f"{_CELL}t")]) == []


def test_the_schedule_as_text_is_letters(book: OpenBook) -> None:
    wanted = Wanted(documents.TEXT, (Language.FI,), Period.of(NOW.today()))
    text = book.database.read(wanted.drafted, NOW.now())
    assert isinstance(text, ScheduleText)
    assert faults([text.text]) == []


@pytest.mark.parametrize("kind", PAPERS, ids=lambda kind: kind.code)
def test_paper_sets_it_as_letters(book: OpenBook, tmp_path: Path, kind: documents.Kind) -> None:
    """Of signs that the font has; the others are named as missing."""
    manuscript = book.database.read(Wanted(kind, (Language.FI,), Period(2026, 3)).drafted, NOW.now())
    assert isinstance(manuscript, Manuscript)
    printed = squeezed(text_of(Typesetter().document(manuscript, made=NOW.now()), tmp_path))
    marks = set(MARK.findall(printed))
    assert marks
    lost = [MARKED[int(mark)].kept for mark in marks if squeezed(MARKED[int(mark)].kept) not in printed]
    assert [text for text in lost if text.isascii()] == []
