"""The association's logo and the funder's mark, chosen from files in the real window over a real book."""

from pathlib import Path

from coordinator_app.core import pictures
from coordinator_app.core.kinds import Mark
from coordinator_app.gui.settings.locality_page import LocalityPage
from coordinator_app.gui.settings.screen import SettingsScreen, number_of
from tests.exchange.test_picture import BOX, SVG, png
from tests.gui.conftest import Script
from tests.gui.room import Room


def test_a_picture_is_chosen_seen_changed_and_taken_off(at: tuple[Room, SettingsScreen], ask: Script, tmp_path: Path) -> None:
    room, screen = at
    screen.open(number_of(LocalityPage))
    room.settle()
    logo = screen.pages.locality.marks.marks[Mark.LOGO]
    assert not logo.picture.isVisible() and not logo.remove.isVisible()
    for name, data in (("logo.png", png(40, 20)), ("logo.svg", SVG.format(BOX).encode())):
        (tmp_path / name).write_bytes(data)
        before = room.ask(pictures.all_kept).get(Mark.LOGO)
        ask.paths.append(tmp_path / name)
        logo.choose.click()
        room.qtbot.waitUntil(lambda before=before: room.ask(pictures.all_kept).get(Mark.LOGO) != before)  # type: ignore[misc]
        room.qtbot.waitUntil(logo.picture.isVisible)
    assert room.ask(pictures.all_kept)[Mark.LOGO] == SVG.format(BOX)
    logo.remove.click()
    room.qtbot.waitUntil(lambda: not logo.picture.isVisible())
    assert room.ask(pictures.all_kept) == {}


def test_a_picture_that_is_taken_off_while_it_is_drawn_stays_off(at: tuple[Room, SettingsScreen]) -> None:
    room, screen = at
    screen.open(number_of(LocalityPage))
    room.settle()
    logo = screen.pages.locality.marks.marks[Mark.LOGO]
    logo.show_mark(SVG.format(BOX))
    logo.show_mark(None)
    drawn: list[object] = []
    room.kit.tasks.run(lambda _: None, drawn.append)
    room.qtbot.waitUntil(lambda: bool(drawn))
    assert not logo.picture.isVisible()


def test_a_file_that_is_no_picture_is_one_sentence_and_the_old_picture_stays(
    at: tuple[Room, SettingsScreen], ask: Script, tmp_path: Path
) -> None:
    room, screen = at
    room.write(pictures.keep, mark=Mark.FUNDER, svg=SVG.format(BOX))
    screen.open(number_of(LocalityPage))
    funder = screen.pages.locality.marks.marks[Mark.FUNDER]
    room.qtbot.waitUntil(funder.picture.isVisible)
    (tmp_path / "logo.png").write_bytes(png()[:-9])
    ask.paths.append(tmp_path / "logo.png")
    funder.choose.click()
    room.qtbot.waitUntil(lambda: bool(funder.fault.text()))
    assert funder.fault.text() == "logo.png is damaged. Save the picture anew and choose it again."
    assert room.ask(pictures.all_kept) == {Mark.FUNDER: SVG.format(BOX)} and funder.picture.isVisible()
