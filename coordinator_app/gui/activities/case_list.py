"""Enquiries and support talks of one quarter, with their sums, a step to the quarter before and the next, and a search."""

from collections.abc import Hashable

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from coordinator_app.core.catalogue import Catalogue, Listing
from coordinator_app.core.periods import Period
from coordinator_app.core.texts import matches
from coordinator_app.gui.activities import reading, said
from coordinator_app.gui.activities.reading import Case, Cases
from coordinator_app.gui.kit.icons import Icon
from coordinator_app.gui.kit.kit import Kit
from coordinator_app.gui.kit.layout import text_label
from coordinator_app.gui.kit.list import Item, RowList
from coordinator_app.gui.kit.period_row import PeriodRow
from coordinator_app.i18n import N_, Words


class CaseList(QWidget):
    """`turning` comes before another quarter is asked for, `filled` with each answer, `listed` when its rows were shown or searched."""

    turning = Signal()
    filled = Signal(object)
    listed = Signal()

    def __init__(self, kit: Kit) -> None:
        super().__init__()
        self._kit = kit
        self._period = Period.of(kit.clock.today())
        self._known: Cases | None = None
        self._rows: list[Case] = []
        self.periods = PeriodRow(kit, N_("The quarter before"), N_("The next quarter"), self._step)
        self.sums = text_label("quiet")
        nothing = N_("The enquiries of the quarter will be here. No name is needed.")
        self.list: RowList[Case] = RowList(kit, N_("Enquiries and talks"), self._look, key=lambda case: case.key, nothing=nothing)
        # With large text there must be room for what stands above it.
        self.list.view.setMinimumHeight(64)
        self.list.searched.connect(lambda _: self._show_rows())
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        for part in (self.periods, self.sums):
            column.addWidget(part)
        column.addWidget(self.list, 1)
        self.setFocusProxy(self.list.view)
        self._describe(kit.voice.words)

    def reload(self) -> None:
        """Asks for the quarter again."""
        self._kit.tasks.read(reading.cases, self._fill, period=self._period, today=self._kit.clock.today())

    def turn_to(self, period: Period) -> None:
        """Another quarter, which `reload` will ask for."""
        self._period = period
        self._describe(self._kit.voice.words)

    def _show_rows(self) -> None:
        if self._known is not None:
            typed, words = self.list.search.text(), self._kit.voice.words
            self._rows = [case for case in self._known.rows if not typed or matches(typed, _texts(case, self._known.catalogue, words))]
            self.list.show_rows(self._rows)
            self.listed.emit()

    def found(self, key: Hashable) -> Case | None:
        """Of the rows shown, the case with this key, or the first."""
        return next((case for case in self._rows if case.key == key), self._rows[0] if self._rows else None)

    def say(self, words: Words) -> None:
        """Speaks this language."""
        self.periods.say(words)
        self.list.say(words)
        self._describe(words)

    def _step(self, quarters: int) -> None:
        self.turning.emit()
        self.turn_to(self._period.next if quarters > 0 else self._period.previous)
        self.reload()

    def _fill(self, cases: Cases) -> None:
        self._known = cases
        self.filled.emit(cases)
        self._describe(self._kit.voice.words)
        self._show_rows()

    def _describe(self, words: Words) -> None:
        self.periods.show_said(self._period.said(words))
        if self._known is not None:
            parts = (
                words.count("{n} enquiry", "{n} enquiries", self._known.enquiries),
                words.count("{n} support talk", "{n} support talks", self._known.talks),
                words.count("{n} guided onward", "{n} guided onward", self._known.referrals),
            )
            self.sums.setText(" · ".join(parts))

    def _look(self, case: Case, words: Words) -> Item:
        assert self._known is not None
        return look_of(case, self._known.catalogue, words)


def look_of(case: Case, catalogue: Catalogue, words: Words) -> Item:
    """An enquiry or a talk as the list shows it."""
    if case.enquiry is not None:
        name = catalogue.name(Listing.CHANNEL, case.enquiry.channel, words.language)
    else:
        name = words(N_("Support talk by itself"))
    parts = [said.service_said(catalogue, case.service, words)]
    if case.person_name:
        parts.append(case.person_name)
    came: list[str] = []
    if case.enquiry is not None and case.talks:
        came.append(words.count("{n} support talk", "{n} support talks", len(case.talks)))
    if case.referrals:
        came.append(words(N_("guided onward")))
    dated = words(N_("{day} · {how}"), day=words.day_and_month(case.on), how=name)
    return Item(dated, " · ".join(parts), " · ".join(came), icon=Icon.ENQUIRY, role="primary", heading=said.month_said(case.on, words))


def _texts(case: Case, catalogue: Catalogue, words: Words) -> tuple[str | None, ...]:
    note = case.enquiry.note if case.enquiry is not None else case.talks[0].note
    return case.person_name, note, said.service_said(catalogue, case.service, words)
