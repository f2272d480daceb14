"""Where posters hang, in the real window over a real book: said, told when out of date, printed again, found by code."""

import re
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit

from coordinator_app.bootstrap.documents import FLYER, POSTER
from coordinator_app.core import posters, settings
from coordinator_app.core.posters import HangingRow
from coordinator_app.gui.printing.hanging_card import HangingCard
from coordinator_app.i18n import Language
from coordinator_app.printing.typst import Paper
from tests.gui.keys import press
from tests.gui.printing.conftest import PrintScript
from tests.gui.printing.steps import Desk
from tests.gui.printing.test_printing import sheets, text_of


def hang(desk: Desk, place: str) -> None:
    """From a document that is shown: one click, the place, Enter."""
    desk.one.output.hang.click()
    desk.drawn()
    where = desk.screen.whereabouts
    assert where.isVisible() and where.panels.new.isVisible()
    line = where.panels.new.form.row("place").editor.focus
    assert isinstance(line, QLineEdit) and line.hasFocus()
    line.setText(place)
    press(line, Qt.Key.Key_Return)
    desk.drawn()


def rows(desk: Desk) -> tuple[HangingRow, ...]:
    found: tuple[HangingRow, ...] = desk.room.ask(posters.listing)
    return found


def cards(desk: Desk) -> list[HangingCard]:
    return desk.screen.whereabouts.cards


def new_number(desk: Desk) -> None:
    """Every poster says whom to call."""
    desk.room.write(settings.change, contact_name="Pekka", contact_phone="050 111 2222")
    desk.drawn()


def test_a_poster_is_said_to_hang_and_told_when_it_is_out_of_date(desk: Desk) -> None:
    hang(desk, "Kirjasto, ilmoitustaulu")
    (card,) = cards(desk)
    assert "Kirjasto, ilmoitustaulu" in card.text() and "Up to date, valid until 31" in card.text()
    assert not desk.screen.whereabouts.again.isVisible()
    new_number(desk)
    (card,) = cards(desk)
    assert "Out of date: what it says has changed." in card.text()
    assert desk.screen.whereabouts.again.isVisible()


def test_a_place_is_needed(desk: Desk) -> None:
    desk.one.output.hang.click()
    desk.drawn()
    panel = desk.screen.whereabouts.panels.new
    panel.taker.click()
    assert panel.form.row("place").fault() and panel.isVisible()
    assert rows(desk) == ()


def test_just_those_out_of_date_are_printed_again_and_then_hang(desk: Desk, ask: PrintScript, tmp_path: Path) -> None:
    """Two places have the same small poster, one a large one, one a poster that is renewed already: three sheets, two sizes."""
    desk.only(2)
    hang(desk, "Kirjasto")
    desk.screen.gallery.buttons[POSTER].click()
    desk.drawn()
    hang(desk, "Terveysasema")
    desk.screen.gallery.buttons[POSTER].click()
    desk.set("paper", Paper.A3)
    hang(desk, "Tori")
    new_number(desk)
    desk.screen.gallery.buttons[POSTER].click()
    desk.set("languages", (Language.SV,))
    desk.set("paper", Paper.A4)
    hang(desk, "Folkhälsan")
    ask.many = [tmp_path / "one.pdf", tmp_path / "two.pdf"]
    desk.screen.whereabouts.again.print.click()
    desk.wait(lambda: len([card for card in cards(desk) if "hang it up" in card.text()]) == 3)
    sizes = sorted(size for file in (tmp_path / "one.pdf", tmp_path / "two.pdf") for size in sheets(file))
    assert sizes == [pytest.approx((210, 297), abs=1), pytest.approx((210, 297), abs=1), pytest.approx((297, 420), abs=1)]
    for _ in range(3):
        cards(desk)[0].named("The new one hangs there").click()
        desk.drawn()
    assert all("Up to date" in card.text() for card in cards(desk))
    assert not desk.screen.whereabouts.again.isVisible()


def test_without_a_printer_they_are_saved_in_a_folder(desk: Desk, ask: PrintScript, tmp_path: Path) -> None:
    hang(desk, "Kirjasto")
    new_number(desk)
    ask.printers = False
    where = desk.screen.whereabouts
    where.again.print.click()
    desk.drawn()
    assert "No printer is set up on this computer." in where.again.outlet.fault.text() and where.again.save.hasFocus()
    ask.folders.append(tmp_path)
    where.again.save.click()
    desk.wait(lambda: "hang it up" in cards(desk)[0].text())
    (file,) = tmp_path.glob("*.pdf")
    code = file.stem.rsplit(" ", 1)[1]
    assert code in text_of(file) and "050 111 2222" in text_of(file)
    assert code in cards(desk)[0].text() and "hang it up" in cards(desk)[0].text()


def look(desk: Desk, code: str) -> str:
    """The answer to a code that is typed."""
    line = desk.screen.whereabouts.finder.row.editor.focus
    assert isinstance(line, QLineEdit)
    line.setText(code)
    press(line, Qt.Key.Key_Return)
    desk.drawn()
    return desk.screen.whereabouts.finder.answer.text()


def test_the_code_of_a_flyer_is_known_but_it_does_not_hang(desk: Desk, ask: PrintScript, tmp_path: Path) -> None:
    desk.choose(FLYER)
    ask.paths.append(tmp_path / "flyer.pdf")
    desk.one.output.save.click()
    desk.drawn()
    [code] = set(re.findall("F-[0-9A-Z]{4}", text_of(tmp_path / "flyer.pdf")))
    desk.screen.gallery.whereabouts.click()
    desk.drawn()
    assert not desk.screen.whereabouts.begin.isVisible()
    assert look(desk, code).startswith(f"Strip flyer {code}")
    assert not desk.screen.whereabouts.finder.hangs.isVisible()
    new_number(desk)
    assert look(desk, code).endswith("is out of date: what it says has changed.")


def test_a_code_on_a_wall_is_looked_up(desk: Desk) -> None:
    hang(desk, "Kirjasto")
    code = rows(desk)[0].printed.sheet.code
    finder = desk.screen.whereabouts.finder
    assert look(desk, code.lower().replace("-", "")).endswith("is up to date.")
    new_number(desk)
    assert look(desk, code).endswith("is out of date: what it says has changed.")
    assert finder.hangs.isVisible()
    assert "was not printed from this book" in look(desk, "P-ZZZZ")
    assert not finder.hangs.isVisible()
    look(desk, "kirjasto")
    assert "not the code of a paper" in finder.row.fault()


def test_a_place_is_corrected_and_a_poster_taken_down_and_both_taken_back(desk: Desk) -> None:
    hang(desk, "Kirjsto")
    where = desk.screen.whereabouts
    cards(desk)[0].named("Correct").click()
    line = where.panels.wrong.form.row("place").editor.focus
    assert isinstance(line, QLineEdit) and line.text() == "Kirjsto"
    line.setText("Kirjasto")
    press(line, Qt.Key.Key_Return)
    desk.drawn()
    assert [row.place for row in rows(desk)] == ["Kirjasto"]
    cards(desk)[0].named("Taken down").click()
    desk.drawn()
    assert cards(desk) == [] and "No poster is said to hang anywhere yet" in where._quiet.text()
    for places in (["Kirjasto"], ["Kirjsto"]):
        desk.room.kit.tasks.undo(lambda: None)
        desk.drawn()
        assert [row.place for row in rows(desk)] == places


def test_home_leads_to_the_poster(desk: Desk) -> None:
    hang(desk, "Kirjasto")
    desk.screen.gallery.buttons[POSTER].click()
    desk.drawn()
    assert not desk.screen.whereabouts.isVisible()
    desk.screen.show_subject(rows(desk)[0].id)
    desk.drawn()
    assert desk.screen.whereabouts.isVisible() and cards(desk)[0].isVisible()
    desk.screen.reload()
    desk.drawn()
    assert desk.screen.whereabouts.isVisible(), "what the book answers does not take one away from where one is"


@pytest.mark.parametrize("hostile", ["<b>Kirjasto</b> & <img src=x>", "'; DROP TABLE hanging; --"])
def test_a_place_stays_plain_text(desk: Desk, hostile: str) -> None:
    hang(desk, hostile)
    assert cards(desk)[0]._place.text() == hostile
    assert cards(desk)[0]._place.textFormat() is Qt.TextFormat.PlainText
