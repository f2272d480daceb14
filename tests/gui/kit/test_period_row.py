"""The arrows of a stretch of time stand apart from its words at every size of the text."""

import pytest
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from coordinator_app.gui.kit.kit import Kit
from coordinator_app.gui.kit.period_row import PeriodRow
from coordinator_app.i18n import N_


@pytest.mark.parametrize("percent", [100, 200])
def test_the_ring_around_an_arrow_does_not_touch_the_words(kit: Kit, qtbot: QtBot, percent: int) -> None:
    row = PeriodRow(kit, N_("The term before"), N_("The next term"), lambda way: None)
    qtbot.addWidget(row)
    row.show_said("1 August–31 December 2026")
    kit.theme.set_percent(percent)
    with qtbot.waitExposed(row):
        row.show()
    (words,) = row.findChildren(QLabel)
    assert words.x() - row.before.geometry().right() > kit.theme.px(7)
    assert row.after.x() - words.geometry().right() > kit.theme.px(7)
