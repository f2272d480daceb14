"""Documents chosen, looked at, saved, printed and copied in the real window over a real book."""

import re
from pathlib import Path

import pytest
from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QColor, QGuiApplication, QImage
from PySide6.QtWidgets import QApplication, QPlainTextEdit, QPushButton, QScrollArea
from pytestqt.qtbot import QtBot

from coordinator_app.bootstrap.documents import (
    ATTENDANCE,
    CALENDAR,
    CERTIFICATE,
    CONSENT,
    CONTACTS,
    FEEDBACK,
    LEAFLET,
    NOTICE,
    POCKET_LIST,
    POSTER,
    SUMMARY,
    TEXT,
    TRIAL_SHEET,
    Kind,
)
from coordinator_app.core import attendance, groups, paper_rows, settings
from coordinator_app.core.kinds import NamesKept
from coordinator_app.gui.kit.kit import Kit
from coordinator_app.gui.printing.screen import PrintingScreen
from coordinator_app.i18n import Language, Words
from coordinator_app.printing.typst import Paper
from tests.gui.keys import press, type_text
from tests.gui.printing.conftest import TODAY, PrintScript
from tests.gui.printing.steps import Desk
from tests.gui.room import opened_room
from tests.printing.reading import missing, tool

CTRL = Qt.KeyboardModifier.ControlModifier


def group_names(desk: Desk) -> list[str]:
    cards = desk.room.ask(groups.listing, today=TODAY, records_begin=desk.room.ask(settings.read).records_begin)
    return [card.name for card in cards if card.public]


def said(kind: Kind, language: Language) -> str:
    return Words(language)(kind.name)


def close(kit: Kit, qtbot: QtBot) -> None:
    """Closes the book, as at the end of the program; the memory of the window stays."""
    closed: list[None] = []
    kit.tasks.close(lambda: closed.append(None))
    qtbot.waitUntil(lambda: bool(closed))


def text_of(file: Path) -> str:
    return tool("pdftotext", file, "-")


def sheets(file: Path) -> list[tuple[float, float]]:
    """The pages of a PDF in millimetres."""
    said = tool("pdfinfo", "-l", "99", file)
    return [(float(w) * 25.4 / 72, float(h) * 25.4 / 72) for w, h in re.findall(r"Page +\d+ size: +([\d.]+) x ([\d.]+)", said)]


def test_every_document_has_the_picture_of_its_first_page(desk: Desk) -> None:
    assert all(button.has_picture() for button in desk.screen.gallery.buttons.values())
    assert desk.screen.gallery.buttons[POSTER].isChecked()
    assert desk.described() == "Poster, page 1 of 1"


def test_a_new_poster_takes_three(desk: Desk, ask: PrintScript, tmp_path: Path) -> None:
    desk.choose(CALENDAR)
    ask.paths.append(tmp_path / "poster.pdf")
    desk.screen.gallery.buttons[POSTER].click()  # 1
    desk.one.output.save.click()  # 2; the third is the chooser's own button
    desk.wait((tmp_path / "poster.pdf").exists)
    assert missing(group_names(desk), text_of(tmp_path / "poster.pdf")) == []
    assert ask.names == [f"{said(POSTER, Language.FI)} Turku 2026-12.pdf"]
    desk.drawn()
    assert f"Saved as poster.pdf in the folder {tmp_path.name}." in desk.told()


def test_the_last_one_again_takes_two_after_a_new_start(kit: Kit, qtbot: QtBot, own_town: Path, ask: PrintScript, tmp_path: Path) -> None:
    with opened_room(kit, qtbot, own_town, PrintingScreen) as (room, screen):
        desk = Desk(room, screen)
        desk.choose(CALENDAR)
        desk.set("languages", (Language.SV,))
        desk.set("paper", Paper.A3)
        desk.set("next_term", True)
        desk.only(2)
    close(kit, qtbot)
    with opened_room(kit, qtbot, own_town, PrintingScreen) as (room, screen):
        desk = Desk(room, screen)
        ask.paths.append(tmp_path / "again.pdf")
        assert room.window is not None
        press(room.window, Qt.Key.Key_S, CTRL)  # 1; the second is Enter in the chooser
        desk.wait((tmp_path / "again.pdf").exists)
        desk.drawn()
    assert ask.names == [f"{said(CALENDAR, Language.SV)} Turku 2027-07 A3.pdf"]
    text = text_of(tmp_path / "again.pdf")
    assert "Periodkalender" in text and "1.1–31.7.2027" in text
    assert "MASI-grupp" in text and "distans" in text and "Pappagrupp" not in text and "17.00" not in text
    assert sheets(tmp_path / "again.pdf")[0] == pytest.approx((297, 420), abs=1)


def test_the_document_that_is_chosen_is_in_sight(kit: Kit, qtbot: QtBot, own_town: Path) -> None:
    for _ in ("chosen", "chosen last time"):
        with opened_room(kit, qtbot, own_town, PrintingScreen) as (room, screen):
            desk = Desk(room, screen)
            tile = screen.gallery.buttons[CERTIFICATE]
            if not tile.isChecked():
                desk.choose(CERTIFICATE)
            desk.drawn()
            assert tile.isChecked()
            desk.wait(lambda tile=tile: tile.visibleRegion().boundingRect().size() == tile.size())  # type: ignore[misc]
        close(kit, qtbot)


def test_addresses_of_sensitive_groups_are_asked_for_each_time(kit: Kit, qtbot: QtBot, own_town: Path) -> None:
    with opened_room(kit, qtbot, own_town, PrintingScreen) as (room, screen):
        desk = Desk(room, screen)
        desk.drawn()
        assert "the place is not printed" in desk.remarks()
        desk.set("sensitive_addresses", True)
        assert "the place is not printed" not in desk.remarks()
    close(kit, qtbot)
    with opened_room(kit, qtbot, own_town, PrintingScreen) as (room, screen):
        desk = Desk(room, screen)
        desk.drawn()
        assert "the place is not printed" in desk.remarks()


def test_every_option_changes_the_page(desk: Desk) -> None:
    pages = [desk.page()]
    desk.only(3)
    pages.append(desk.page())
    assert desk.described() == "Poster, page 1 of 1"
    for name, value in (("languages", (Language.SV,)), ("strips", 8), ("next_term", True), ("sensitive_addresses", True)):
        desk.set(name, value)
        pages.append(desk.page())
    assert len(set(pages)) == 6


def test_an_answer_that_was_overtaken_is_dropped(desk: Desk) -> None:
    """Choices faster than the typesetter: what is shown at last is the last one."""
    desk.only(2)
    for strips in (8, 10, 12, 0):
        editor = desk.one.options.rows["strips"].editor
        editor.show(strips)
        editor.edited()
    desk.drawn()
    plain = desk.page()
    desk.set("strips", 12)
    assert desk.page() != plain
    desk.set("strips", 0)
    assert desk.page() == plain


def test_what_is_left_out_is_said_before_printing(desk: Desk) -> None:
    desk.set("languages", (Language.FI, Language.SV))
    hidden = next(card for card in desk.room.ask(groups.listing, today=TODAY, records_begin=TODAY) if card.public)
    assert "list of 2 pages" in desk.remarks() and "is left out" not in desk.remarks()
    desk.room.write(groups.change, group=hidden.id, public=False, today=TODAY)
    desk.drawn()
    assert f"{hidden.name} is left out: it is not public." in desk.remarks()


@pytest.mark.parametrize("language", Language)
def test_what_a_folded_paper_has_to_say_is_read_without_scrolling(desk: Desk, language: Language) -> None:
    desk.room.kit.voice.speak(language)
    assert desk.room.window is not None
    desk.room.window.resize(1366, 768)
    for kind in (LEAFLET, POCKET_LIST):
        desk.choose(kind)
        assert len(desk.remarks().splitlines()) == 2
        area = desk.one.remarks.findChildren(QScrollArea)[0]
        assert area.verticalScrollBar().maximum() == 0


def test_the_larger_sheet_is_offered_and_taken(desk: Desk) -> None:
    assert not desk.one.remarks.offer.isVisible()
    desk.set("languages", (Language.FI, Language.SV))
    assert desk.one.remarks.offer.isVisible()
    desk.one.remarks.offer.click()
    desk.drawn()
    assert desk.described() == "Poster, page 1 of 1"
    assert desk.one.options.rows["paper"].editor.read() is Paper.A3
    assert not desk.one.remarks.offer.isVisible()


def test_pages_are_turned_and_looked_at_closer(desk: Desk) -> None:
    preview = desk.one.preview
    desk.set("languages", (Language.FI, Language.SV))
    first, width = desk.page(), preview.sheet.width()
    press(preview.area, Qt.Key.Key_PageDown)
    assert desk.described() == "Poster, page 2 of 2" and desk.page() != first
    assert not preview.after.isEnabled()
    preview.larger.click()
    assert preview.sheet.width() > width
    preview.whole.click()
    assert preview.sheet.width() == width
    preview.before.click()
    assert desk.page() == first


def test_the_quarter_for_the_public_withholds(desk: Desk, ask: PrintScript, tmp_path: Path) -> None:
    desk.choose(SUMMARY)
    own = desk.page()
    assert "Copy as text" not in desk.shown_buttons()
    desk.set("public", True)
    assert desk.page() != own
    assert "Withheld figures" in desk.remarks()
    ask.paths.append(tmp_path / "quarter")
    desk.one.output.save.click()
    desk.wait((tmp_path / "quarter.pdf").exists)
    assert "Julkinen" in text_of(tmp_path / "quarter.pdf")
    assert ask.names == [f"{said(SUMMARY, Language.FI)} Turku 2026Q3 Julkinen.pdf"]


def test_the_schedule_is_copied_and_saved_as_text(desk: Desk, ask: PrintScript, tmp_path: Path) -> None:
    desk.one.output.copy.click()
    desk.drawn()
    copied = QGuiApplication.clipboard().text()
    assert missing(group_names(desk), copied) == []
    desk.choose(TEXT)
    assert desk.one.text.toPlainText() == copied
    assert desk.shown_buttons() == ["Copy as text", "Save as a text file"]
    ask.paths.append(tmp_path / "schedule.txt")
    desk.one.output.save_text.click()
    desk.wait((tmp_path / "schedule.txt").exists)
    assert (tmp_path / "schedule.txt").read_text("utf-8") == copied


def test_rows_of_an_attendance_sheet_are_remembered_once_it_is_out(desk: Desk, ask: PrintScript, tmp_path: Path) -> None:
    """Looking at a sheet fixes nothing; a printed one does."""
    desk.choose(ATTENDANCE)
    desk.set("meetings", 2)
    cards = desk.room.ask(groups.listing, today=TODAY, records_begin=TODAY)
    group = next(card.id for card in cards if card.names_kept is not NamesKept.HEADCOUNT and card.members > 2)
    coming = desk.room.ask(attendance.coming, groups=[group], today=TODAY, count=2)[group]
    sheets = [desk.room.ask(attendance.sheet, meeting=meeting) for meeting, _ in coming]
    assert [desk.room.ask(paper_rows.of, meeting=each.meeting.id) for each in sheets] == [(), ()]
    ask.paths.append(tmp_path / "sheets.pdf")
    desk.one.output.save.click()
    desk.wait((tmp_path / "sheets.pdf").exists)
    desk.drawn()
    for each in sheets:
        assert desk.room.ask(paper_rows.of, meeting=each.meeting.id) == tuple(man.person for man in each.roster)


def test_names_typed_for_a_certificate_stand_on_it_and_are_kept_no_longer_than_till_then(
    desk: Desk, ask: PrintScript, kit: Kit, tmp_path: Path
) -> None:
    desk.choose(CERTIFICATE)
    box = desk.one.options.rows["names"].editor.focus
    assert isinstance(box, QPlainTextEdit)
    box.setFocus()
    type_text(box, "Matti")
    press(box, Qt.Key.Key_Return)
    type_text(box, "Väinö ")
    desk.drawn()
    assert desk.described() == "Certificate, page 1 of 2"
    assert box.toPlainText() == "Matti\nVäinö "
    desk.wait(lambda: desk.room.draft("printing/certificate/names") is not None)
    ask.paths.append(tmp_path / "out.pdf")
    desk.one.output.save.click()
    desk.wait((tmp_path / "out.pdf").exists)
    assert missing(["Matti", "Väinö"], text_of(tmp_path / "out.pdf")) == []
    desk.drawn()
    assert desk.room.draft("printing/certificate/names") is None
    kit.memory.sync()
    assert not any("Matti" in text for text in (*ask.names, (tmp_path / "memory.ini").read_text("utf-8")))


def test_the_printer_gets_every_page_in_its_size(desk: Desk, ask: PrintScript, tmp_path: Path) -> None:
    desk.choose(CALENDAR)
    for paper, size in ((Paper.A4, (210, 297)), (Paper.A3, (297, 420))):
        desk.set("paper", paper)
        pages = int(desk.described().split()[-1])
        ask.file = tmp_path / f"{paper}.pdf"
        desk.one.output.print.click()
        desk.drawn()
        desk.drawn()
        assert sheets(ask.file) == [pytest.approx(size, abs=1)] * pages
        assert f"{pages} page{'' if pages == 1 else 's'} went to the printer." in desk.told()


def test_the_printer_gets_only_the_pages_asked_for_and_none_is_blank(desk: Desk, ask: PrintScript, tmp_path: Path) -> None:
    """At the full 600 pixels an inch, on the largest sheet."""
    desk.choose(CALENDAR)
    desk.set("paper", Paper.A3)
    ask.file, ask.first, ask.last, ask.resolution = tmp_path / "second.pdf", 2, 2, 1200
    desk.one.output.print.click()
    desk.drawn()
    desk.drawn()
    assert len(sheets(ask.file)) == 1
    tool("pdftoppm", "-r", "20", "-gray", ask.file, tmp_path / "second")
    (picture,) = tmp_path.glob("second*.pgm")
    assert min(picture.read_bytes()[-70_000:]) < 200


def test_without_a_printer_the_pdf_is_offered(desk: Desk, ask: PrintScript) -> None:
    ask.printers = False
    desk.one.output.print.click()
    assert "No printer is set up on this computer. Save the PDF" in desk.one.output.outlet.fault.text()
    assert desk.one.output.save.hasFocus()


def test_a_folder_that_is_gone_is_one_sentence(desk: Desk, ask: PrintScript, tmp_path: Path) -> None:
    ask.paths.append(tmp_path / "gone" / "poster.pdf")
    desk.one.output.save.click()
    desk.wait(lambda: bool(desk.one.output.outlet.fault.text()))
    assert desk.one.output.outlet.fault.text().startswith("poster.pdf could not be written: the folder")
    ask.paths.append(tmp_path / "here.pdf")
    desk.one.output.save.click()
    desk.wait((tmp_path / "here.pdf").exists)
    assert not desk.one.output.outlet.fault.text()


def test_in_an_empty_book_a_paper_about_groups_leads_to_them(kit: Kit, qtbot: QtBot, new_book: Path) -> None:
    with opened_room(kit, qtbot, new_book, PrintingScreen) as (room, screen):
        (leads,) = [each for each in screen.widget.findChildren(QPushButton) if each.text() == "Go to the groups" and each.isVisible()]
        assert not screen.one.isVisible()
        leads.click()
        assert room.gone == [("groups", None)]


def is_white(picture: QImage) -> bool:
    return all(picture.pixelColor(x, y) == QColor("white") for x in range(picture.width()) for y in range(picture.height()))


def test_in_an_empty_book_a_page_about_groups_bears_their_sign(kit: Kit, qtbot: QtBot, new_book: Path) -> None:
    with opened_room(kit, qtbot, new_book, PrintingScreen) as (_, screen):
        button = screen.gallery.buttons[POSTER]
        centre = QRect(button.width() // 2 - 10, button.height() // 2 - 40, 20, 40)
        assert not is_white(button.grab(centre).toImage())
        button.show_picture(QImage())
        assert is_white(button.grab(centre).toImage())


@pytest.mark.parametrize("kind", [FEEDBACK, NOTICE, CONSENT, CERTIFICATE, CONTACTS, SUMMARY, TRIAL_SHEET])
def test_an_empty_book_prints_what_needs_no_group(kit: Kit, qtbot: QtBot, new_book: Path, kind: Kind) -> None:
    with opened_room(kit, qtbot, new_book, PrintingScreen) as (room, screen):
        desk = Desk(room, screen)
        desk.wait(lambda: all(button.has_picture() is not each.of_groups for each, button in screen.gallery.buttons.items()))
        desk.choose(kind)
        desk.drawn()
        assert desk.described().startswith(kind.name)
        assert not screen.one.options.groups.isVisible()


def test_keys_choose_a_document_and_reach_everything(desk: Desk) -> None:
    button = desk.screen.gallery.buttons[POSTER]
    button.setFocus()
    press(button, Qt.Key.Key_Right)
    desk.drawn()
    assert desk.screen.gallery.buttons[CALENDAR].isChecked()
    assert desk.described().startswith("Term calendar")
    names = []
    for _ in range(20):
        focused = QApplication.focusWidget()
        assert focused is not None
        names.append(focused.accessibleName() or getattr(focused, "text", str)())
        press(focused, Qt.Key.Key_Tab)
    expected = ["Term calendar", "Language of the paper", "Term", "Paper", "Groups", "Addresses of sensitive groups", "Save PDF"]
    assert [name for name in names if name in expected][: len(expected)] == expected
    assert "Preview" in names and all(names)


def test_the_window_speaks_another_language_and_grows(desk: Desk) -> None:
    desk.room.kit.voice.speak(Language.SV)
    desk.room.kit.theme.set_percent(200)
    desk.choose(POSTER)
    assert desk.screen.panes.one_pane
    assert desk.one.isVisible() and not desk.screen.gallery.isVisible()
    assert desk.one.preview.sheet.height() > 100
    desk.room.kit.theme.set_percent(100)
