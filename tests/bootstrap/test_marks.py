"""The logo and the funder's mark on the papers of a real book."""

from pathlib import Path

import pytest
from msgspec import structs

from coordinator_app.bootstrap import marks
from coordinator_app.bootstrap.documents import POSTER, Wanted
from coordinator_app.core import groups, history, pictures, settings
from coordinator_app.core.errors import BadFile
from coordinator_app.core.kinds import Mark
from coordinator_app.core.periods import Period
from coordinator_app.i18n import Language, Words
from coordinator_app.printing.poster import PosterOptions
from coordinator_app.printing.poster import poster as poster_of
from coordinator_app.printing.typst import Manuscript, Typesetter
from coordinator_app.storage.database import Database
from tests.book import StoppedClock
from tests.exchange.test_picture import BOX, SVG, png
from tests.printing.samples import group, schedule


def poster(book: Database, clock: StoppedClock) -> Manuscript:
    made = book.read(Wanted(POSTER, (Language.FI,), Period.of(clock.today())).drafted, clock.now())
    assert isinstance(made, Manuscript)
    return made


def keep(book: Database, folder: Path, mark: Mark, data: bytes) -> None:
    file = folder / "chosen"
    file.write_bytes(data)
    book.write(pictures.keep, mark=mark, svg=marks.read(file))


def test_the_marks_are_drawn_on_the_poster_and_taken_off_again(book: Database, clock: StoppedClock, tmp_path: Path) -> None:
    book.write(settings.change, association="Miesten Tuki ry")
    book.write(groups.add, name="Isäryhmä", today=clock.today())
    typesetter = Typesetter()
    plain = poster(book, clock)
    pages = [typesetter.pictures(plain, ppi=36)]
    keep(book, tmp_path, Mark.LOGO, SVG.format(BOX).encode())
    pages.append(typesetter.pictures(poster(book, clock), ppi=36))
    keep(book, tmp_path, Mark.FUNDER, png(40, 20))
    both = poster(book, clock)
    pages.append(typesetter.pictures(both, ppi=36))
    assert typesetter.document(both).pages == 1
    assert len({page[0] for page in pages}) == 3
    assert both.values["logo"]["alt"] == "Logo: Miesten Tuki ry" and both.values["association"] == "Miesten Tuki ry"
    assert both.code == plain.code, "a new logo makes no poster wrong"
    book.write(pictures.remove, mark=Mark.LOGO)
    book.write(pictures.remove, mark=Mark.FUNDER)
    assert typesetter.pictures(poster(book, clock), ppi=36) == pages[0]
    english = Words(Language.EN)
    assert [line.said(english) for line in book.read(history.lines)][:4] == ["take a picture off the papers"] * 2 + [
        "choose a picture for the papers"
    ] * 2
    book.undo()
    assert set(book.read(pictures.all_kept)) == {Mark.FUNDER}


def test_a_picture_that_cannot_be_drawn_is_refused_before_any_paper_needs_it(tmp_path: Path) -> None:
    file = tmp_path / "logo.svg"
    file.write_text(SVG.replace("0 0 20 10", "0 0 0 0").format('<path d="M0 0"/>').replace("<svg ", '<svg width="0" height="0" '))
    with pytest.raises(BadFile, match=r"logo\.svg"):
        marks.read(file)


def test_marks_take_no_line_from_a_dozen_groups() -> None:
    """They still fit one sheet, at the sizes that are read from two metres."""
    made = poster_of(schedule(*(group(number) for number in range(12))), PosterOptions((Language.FI,)))
    picture = {"format": "svg", "data": SVG.format(BOX), "alt": "Logo"}
    typesetter = Typesetter()
    for values in (made.values, {**made.values, "logo": picture, "funder": picture}):
        found = typesetter.document(structs.replace(made, values=values))
        assert (found.pages, found.layout) == (1, "sheet")
