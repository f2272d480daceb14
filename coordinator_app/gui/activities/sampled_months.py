"""Which months of a quarter were logged in full, so that they stand for the whole of it; for one service at a time."""

import datetime as dt
from collections.abc import Sequence

from PySide6.QtWidgets import QCheckBox, QComboBox, QVBoxLayout, QWidget

from coordinator_app.core import volunteering
from coordinator_app.core.catalogue import DEFAULT_SERVICE, Catalogue
from coordinator_app.core.periods import Period
from coordinator_app.core.volunteering import SampledMonthRow
from coordinator_app.gui.activities import said
from coordinator_app.gui.kit.fields import ChoiceField
from coordinator_app.gui.kit.flow import Flow
from coordinator_app.gui.kit.form import WIDEST
from coordinator_app.gui.kit.form_row import FormRow
from coordinator_app.gui.kit.kit import Kit
from coordinator_app.gui.kit.layout import card, text_label
from coordinator_app.gui.kit.voice import Labels
from coordinator_app.i18n import N_, Words

_SERVICE: ChoiceField[str] = ChoiceField(name="service", label=N_("Service"))


class SampledMonths(QWidget):
    """Three boxes, one for each month; ticking one stores it."""

    def __init__(self, kit: Kit) -> None:
        super().__init__()
        self._kit = kit
        self._period: Period | None = None
        self._sampled: Sequence[SampledMonthRow] = ()
        self._catalogue: Catalogue | None = None
        self._labels = Labels(kit.voice.words)
        title, remark = text_label("section"), text_label("quiet")
        self._labels.put(title.setText, N_("Months logged in full"))
        self._labels.put(
            remark.setText,
            N_("If every hour of a month is logged, that month can stand for the quarter. Otherwise only the logged hours are counted."),
        )
        self.service = FormRow(kit, _SERVICE)
        self.service.say(kit.voice.words)
        combo = self.service.editor.focus
        assert isinstance(combo, QComboBox)
        combo.activated.connect(lambda _: self._show())
        self.boxes = [QCheckBox() for _ in range(3)]
        frame, column = card()
        row = Flow(gap=16)
        for at, box in enumerate(self.boxes):
            box.clicked.connect(lambda checked, at=at: self._ticked(at, checked))
            row.addWidget(box)
        for part in (title, remark, self.service):
            column.addWidget(part)
        column.addLayout(row)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(frame)
        kit.theme.changed.connect(self._measure)
        self._measure()

    def show_months(self, period: Period, sampled: Sequence[SampledMonthRow], catalogue: Catalogue) -> None:
        """The months of a quarter, as they are marked."""
        self._period, self._sampled = period, sampled
        if self._catalogue is None:
            self._catalogue = catalogue
            self._offer(self._kit.voice.words)
            self.service.show_value(DEFAULT_SERVICE)
        self._show()

    def say(self, words: Words) -> None:
        """Speaks this language."""
        self._labels.say(words)
        self.service.say(words)
        self._offer(words)
        self._show()

    def _offer(self, words: Words) -> None:
        editor = self.service.editor
        if self._catalogue is not None:
            editor.offer([(each.value, each.text, True) for each in said.options(self._catalogue.services, words)], words)  # type: ignore[attr-defined]

    def _show(self) -> None:
        if self._period is None:
            return
        service, words = self.service.editor.read(), self._kit.voice.words
        marked = {row.month for row in self._sampled if row.service == service}
        for at, box in enumerate(self.boxes):
            month = self._month(at)
            box.setText(said.month_said(month, words))
            box.setChecked(month in marked)

    def _measure(self) -> None:
        self.service.setMaximumWidth(self._kit.theme.px(WIDEST))

    def _month(self, at: int) -> dt.date:
        assert self._period is not None
        return self._period.first.replace(month=self._period.first.month + at)

    def _ticked(self, at: int, checked: bool) -> None:
        command = volunteering.sample_month if checked else volunteering.unsample_month
        self._kit.tasks.write(command, lambda _: None, service=self.service.editor.read(), month=self._month(at))
