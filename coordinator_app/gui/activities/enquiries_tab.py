"""Enquiries and support talks of a quarter, and one of them beside the list."""

from collections.abc import Hashable

from PySide6.QtWidgets import QVBoxLayout, QWidget

from coordinator_app.core import enquiries
from coordinator_app.core.catalogue import DEFAULT_SERVICE, Listing
from coordinator_app.core.enquiries import EnquiryRow, TalkRow
from coordinator_app.core.periods import Period
from coordinator_app.core.texts import matches
from coordinator_app.gui.activities import reading, said
from coordinator_app.gui.activities.new_enquiry import NewEnquiry
from coordinator_app.gui.activities.one_case import DAY, MINUTES, OneCase
from coordinator_app.gui.activities.period_row import PeriodRow
from coordinator_app.gui.activities.reading import Case, Cases
from coordinator_app.gui.kit.actions import Action, button
from coordinator_app.gui.kit.fields import ChoiceField, Side
from coordinator_app.gui.kit.form import Part
from coordinator_app.gui.kit.icons import Icon
from coordinator_app.gui.kit.kit import Kit
from coordinator_app.gui.kit.layout import EmptyState, ListAndForm, Switch, scrolled, text_label
from coordinator_app.gui.kit.list import Item, RowList
from coordinator_app.gui.kit.panel import Panel
from coordinator_app.gui.kit.voice import Labels
from coordinator_app.i18n import N_, Words

_TALK_FIELDS: tuple[Part, ...] = (Side((MINUTES, DAY)), ChoiceField(name="service", label=N_("Service"), required=True))


class EnquiriesTab(QWidget):
    """List on the left, form on the right; a new enquiry is one press on how it came."""

    title = N_("Enquiries and talks")

    def __init__(self, kit: Kit) -> None:
        super().__init__()
        self._kit = kit
        self._period = Period.of(kit.clock.today())
        self._cases: Cases | None = None
        self._key: Hashable = None
        self.primary = Action(N_("Log an enquiry"), self.begin, Icon.ADD, "Ctrl+N")
        self._labels = Labels(kit.voice.words)
        self.periods = PeriodRow(kit, N_("The quarter before"), N_("The next quarter"), self._step)
        self._sums = text_label("quiet")
        self.list: RowList[Case] = RowList(kit, N_("Enquiries and talks"), self._look, key=lambda case: case.key)
        self.list.chosen.connect(self._chosen)
        self.list.opened.connect(lambda _: self.panes.show_form())
        self.list.searched.connect(lambda _: self._show_rows())
        self.talker = button(kit.icons, Action(N_("Log a support talk by itself"), self._begin_talk, Icon.ENQUIRY))
        self._labels.put(self.talker.setText, N_("Log a support talk by itself"))
        self.new = NewEnquiry(kit, self._logged, self._back)
        self.talk = Panel(
            kit, N_("Support talk by itself"), _TALK_FIELDS, Action(N_("Add the talk"), self._add_talk, Icon.ADD), back=self._back
        )
        self.one = OneCase(kit)
        self._nothing = EmptyState(kit, Icon.ENQUIRY, N_("The enquiries of the quarter will be here. No name is needed."), self.primary)
        self._right = Switch()
        self._new, self._one, self._talk_alone = scrolled(self.new), scrolled(self.one), scrolled(_at_top(self.talk))
        self._right.show_view(self._nothing)
        self.panes: ListAndForm = ListAndForm(kit, self._left(), self._right)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 16, 0, 0)
        column.addWidget(self.panes)
        self._describe(kit.voice.words)

    def reload(self) -> None:
        """Asks for the quarter again."""
        self._kit.tasks.read(reading.cases, self._fill, period=self._period, today=self._kit.clock.today())

    def begin(self) -> None:
        """Opens the card of a new enquiry."""
        self._open(self._new)
        self.new.begin()

    def leave(self) -> None:
        """Stores what is being typed."""
        self.one.flush()

    def say(self, words: Words) -> None:
        """Speaks this language."""
        for part in (self._labels, self.periods, self.list, self.new, self.talk, self.one, self._nothing, self.panes):
            part.say(words)
        self._offer(words)
        self._describe(words)

    def _open(self, view: QWidget) -> None:
        self.one.flush()
        self._key = None
        self.list.choose_none()
        self._right.show_view(view)
        self.panes.show_form()

    def _begin_talk(self) -> None:
        self._open(self._talk_alone)
        self.talk.begin({"minutes": None, "on": self._kit.clock.today(), "service": DEFAULT_SERVICE}, "minutes")

    def _add_talk(self) -> None:
        tasks, today = self._kit.tasks.catching(self.talk.refuse("minutes")), self._kit.clock.today()
        tasks.write(enquiries.talk, self._talked, today=today, **self.talk.values)

    def _logged(self, row: EnquiryRow) -> None:
        self._turn_to(("enquiry", row.id), Period.of(row.on))

    def _talked(self, row: TalkRow) -> None:
        self._turn_to(("talk", row.id), Period.of(row.on))

    def _turn_to(self, key: Hashable, period: Period) -> None:
        """What was just written is shown when the list comes."""
        self._key, self._period = key, period
        self._right.show_view(self._one)
        self._describe(self._kit.voice.words)
        self.list.view.setFocus()

    def _step(self, quarters: int) -> None:
        self.one.flush()
        self._period = self._period.next if quarters > 0 else self._period.previous
        self._key = None
        self._right.show_view(self._nothing)
        self._describe(self._kit.voice.words)
        self.reload()

    def _back(self) -> None:
        self._right.show_view(self._nothing)
        self._show_rows()
        self.panes.show_list()

    def _fill(self, cases: Cases) -> None:
        self._cases = cases
        self._offer(self._kit.voice.words)
        self._describe(self._kit.voice.words)
        self._show_rows()

    def _show_rows(self) -> None:
        if self._cases is None:
            return
        typed = self.list.search.text()
        rows = [case for case in self._cases.rows if not typed or matches(typed, self._texts(case))]
        self.list.show_rows(rows)
        if self._right.currentWidget() in (self._new, self._talk_alone):
            return
        found = next((case for case in rows if case.key == self._key), rows[0] if rows else None)
        if found is None:
            self._key = None
            self._right.show_view(self._nothing)
            return
        self._key = found.key
        self.one.show_case(found)
        self._right.show_view(self._one)
        self.list.choose(found.key)

    def _chosen(self, case: Case) -> None:
        if case.key != self._key or self._right.currentWidget() is not self._one:
            self.one.flush()
            self._key = case.key
            self.one.show_case(case)
            self._right.show_view(self._one)

    def _offer(self, words: Words) -> None:
        if self._cases is not None:
            self.new.offer(self._cases, words)
            self.one.offer(self._cases, words)
            self.talk.form.offer("service", said.options(self._cases.catalogue.services, words))

    def _describe(self, words: Words) -> None:
        self.periods.show_said(self._period.said(words))
        if self._cases is not None:
            parts = (
                words.count("{n} enquiry", "{n} enquiries", self._cases.enquiries),
                words.count("{n} support talk", "{n} support talks", self._cases.talks),
                words.count("{n} guided onward", "{n} guided onward", self._cases.referrals),
            )
            self._sums.setText(" · ".join(parts))

    def _texts(self, case: Case) -> list[str | None]:
        assert self._cases is not None
        words, row = self._kit.voice.words, case.enquiry
        note = row.note if row is not None else case.talks[0].note
        return [case.person_name, note, said.service_said(self._cases.catalogue, case.service, words)]

    def _look(self, case: Case, words: Words) -> Item:
        assert self._cases is not None
        catalogue = self._cases.catalogue
        if case.enquiry is not None:
            name = catalogue.name(Listing.CHANNEL, case.enquiry.channel, words.language)
        else:
            name = words(N_("Support talk by itself"))
        parts = [said.service_said(catalogue, case.service, words)]
        if case.person_name:
            parts.append(case.person_name)
        if case.enquiry is not None and case.talks:
            parts.append(words.count("{n} support talk", "{n} support talks", len(case.talks)))
        if case.referrals:
            parts.append(words(N_("guided onward")))
        dated = words(N_("{day} · {how}"), day=words.day_and_month(case.on), how=name)
        return Item(dated, " · ".join(parts), icon=Icon.ENQUIRY, role="primary", heading=said.month_said(case.on, words))

    def _left(self) -> QWidget:
        left = QWidget()
        column = QVBoxLayout(left)
        column.setContentsMargins(0, 0, 0, 0)
        for part in (self.periods, self._sums):
            column.addWidget(part)
        column.addWidget(self.list, 1)
        column.addWidget(self.talker)
        left.setFocusProxy(self.list.view)
        return left


def _at_top(part: QWidget) -> QWidget:
    whole = QWidget()
    column = QVBoxLayout(whole)
    column.setContentsMargins(0, 0, 8, 24)
    column.addWidget(part)
    column.addStretch(1)
    return whole
