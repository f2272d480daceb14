"""Which meeting a sheet is of: the group, the day, its state, and how many are still not recorded."""

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from coordinator_app.core.catalogue import Listing
from coordinator_app.gui.attendance.reading import Opened
from coordinator_app.gui.kit.icons import Icon
from coordinator_app.gui.kit.kit import Kit
from coordinator_app.gui.kit.layout import IconLabel, text_label
from coordinator_app.gui.kit.meeting_looks import all_said, look_of, when_said
from coordinator_app.i18n import Words


class Head(QWidget):
    """Two lines above the sheet."""

    def __init__(self, kit: Kit) -> None:
        super().__init__()
        self._kit = kit
        self._opened: Opened | None = None
        self._icon = IconLabel(kit, Icon.PLANNED, "quiet", 20)
        self.when, self.state, self.missing = text_label("section"), text_label("quiet"), text_label("needs", wrap=False)
        top, under = QHBoxLayout(), QHBoxLayout()
        top.addWidget(self.when, 1)
        top.addWidget(self.missing)
        under.setSpacing(8)
        under.addWidget(self._icon)
        under.addWidget(self.state, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addLayout(top)
        column.addLayout(under)

    def show_meeting(self, opened: Opened) -> None:
        """Says which meeting it is."""
        self._opened = opened
        self.say(self._kit.voice.words)

    def say(self, words: Words) -> None:
        """Speaks this language."""
        if self._opened is None:
            return
        opened, row = self._opened, self._opened.sheet.meeting
        look = look_of(row, opened.today, opened.records_begin)
        self._icon.show_icon(look.icon, look.role)
        self.when.setText(f"{row.group_name} · {when_said(row, words, in_text=True)}")
        reason = opened.catalogue.name(Listing.CANCEL_REASON, row.reason, words.language) if row.reason else ""
        self.state.setText(all_said(row, look, reason, words))
        self.missing.setText(words.count("{n} meeting not recorded", "{n} meetings not recorded", opened.missing))
        self.missing.setVisible(opened.missing > 0)
