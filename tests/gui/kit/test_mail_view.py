"""A message to several people: opened portion by portion, copied, and who is left out."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from coordinator_app.core.mailing import LeftOut, Mailing, Why, portions
from coordinator_app.gui.kit.kit import Kit
from coordinator_app.gui.kit.mail_view import MailView
from coordinator_app.i18n import N_, Language, Words
from tests.gui.conftest import Script
from tests.gui.keys import press

MANY = tuple(f"matti.meikalainen.{at:03}@esimerkki.invalid" for at in range(100))
FEW = Mailing(("aatu@example.fi", "esko@example.fi"), (LeftOut(7, "<b>Otto</b> & pojat", Why.NOT_AGREED),))


class Shown:
    """The view, and how often it was left."""

    def __init__(self, kit: Kit) -> None:
        self.left = 0
        self.view = MailView(kit, self._leave, N_("Back to the group"))

    def _leave(self) -> None:
        self.left += 1

    def show(self, mailing: Mailing) -> None:
        self.view.show_mailing(lambda _: "Tiistai", mailing)

    def texts(self) -> str:
        return " ".join(label.text() for label in self.view.findChildren(QLabel) if label.isVisible())


@pytest.fixture
def shown(kit: Kit, qtbot: QtBot) -> Iterator[Shown]:
    made = Shown(kit)
    qtbot.addWidget(made.view)
    made.show(FEW)
    with qtbot.waitActive(made.view):
        made.view.show()
    yield made


def test_a_message_opens_in_the_mail_program_and_the_left_out_are_named_with_the_reason(shown: Shown, ask: Script) -> None:
    shown.view.openers[0].click()
    assert ask.links == ["mailto:?bcc=aatu@example.fi,esko@example.fi"]
    assert "2 addresses" in shown.texts()
    assert "1 person is left out" in shown.texts()
    rows = shown.view.table.model()
    assert [rows.index(0, at).data() for at in range(2)] == ["<b>Otto</b> & pojat", "has not agreed to mail to the group"]


def test_many_addresses_go_in_numbered_portions_one_after_another(shown: Shown, ask: Script, qtbot: QtBot) -> None:
    shown.show(Mailing(MANY, ()))
    wanted = [portion.link for portion in portions(MANY)]
    assert len(wanted) > 2
    assert [made.text() for made in shown.view.openers][:2] == [f"Open portion {at} of {len(wanted)}" for at in (1, 2)]
    shown.view.begin()
    for made in shown.view.openers:
        qtbot.waitUntil(made.hasFocus)
        press(made, Qt.Key.Key_Space)
    assert ask.links == wanted
    assert shown.view.openers[0].text() == f"Portion 1 of {len(wanted)}, opened"
    shown.show(Mailing(MANY, ()))
    assert shown.view.openers[0].text() == f"Portion 1 of {len(wanted)}, opened"
    shown.show(Mailing(MANY[1:], ()))
    assert shown.view.openers[0].text() == f"Open portion 1 of {len(wanted)}"
    shown.show(FEW)
    assert [made.text() for made in shown.view.openers] == ["Open in the e-mail program"]


def test_without_a_mail_program_the_addresses_can_be_copied(shown: Shown, ask: Script, kit: Kit) -> None:
    told: list[str] = []
    kit.notice.told.connect(told.append)
    ask.link_opens = False
    shown.view.openers[0].click()
    assert "No e-mail program answered" in shown.texts()
    focused = QApplication.focusWidget()
    assert focused is shown.view.copier
    press(focused, Qt.Key.Key_Space)
    assert QGuiApplication.clipboard().text() == "aatu@example.fi; esko@example.fi"
    assert told == ["2 addresses are copied. Paste them as hidden copies (bcc)."]


def test_nobody_to_write_to_is_said_in_every_language(shown: Shown) -> None:
    shown.show(Mailing((), FEW.left_out))
    assert not shown.view.openers
    assert not shown.view.copier.isVisible()
    seen = set()
    for language in Language:
        shown.view.say(Words(language))
        seen.add(shown.texts())
    assert len(seen) == len(Language)


def test_escape_leaves_it(shown: Shown) -> None:
    shown.view.copier.setFocus()
    press(shown.view.copier, Qt.Key.Key_Escape)
    assert shown.left == 1
