"""One enquiry or support talk beside the list: what it was, and what came of it."""

from typing import Any

from PySide6.QtWidgets import QVBoxLayout, QWidget

from coordinator_app.core import enquiries
from coordinator_app.core.errors import CoordinatorError
from coordinator_app.gui.activities import said
from coordinator_app.gui.activities.new_enquiry import NOTE, PERSON, person_of
from coordinator_app.gui.activities.reading import Case, Cases
from coordinator_app.gui.activities.what_came import WhatCame
from coordinator_app.gui.kit.actions import Action, button
from coordinator_app.gui.kit.fault_line import FaultLine
from coordinator_app.gui.kit.fields import ChoiceField, DateField, Side
from coordinator_app.gui.kit.flow import Flow
from coordinator_app.gui.kit.form import WIDEST, Form, Part
from coordinator_app.gui.kit.icons import Icon
from coordinator_app.gui.kit.kit import Kit
from coordinator_app.gui.kit.known_people import KnownPeople
from coordinator_app.gui.kit.layout import text_label
from coordinator_app.i18n import N_, Words

_FIELDS: tuple[Part, ...] = (
    Side((DateField(name="on", label=N_("Day"), required=True), ChoiceField(name="channel", label=N_("How it came"), required=True))),
    ChoiceField(name="service", label=N_("Service"), required=True),
    PERSON,
    NOTE,
)


class OneCase(QWidget):
    """An enquiry stores each field by itself; a talk by itself is only shown, and can be taken away."""

    def __init__(self, kit: Kit) -> None:
        super().__init__()
        self._kit = kit
        self._case: Case | None = None
        self._cases: Cases | None = None
        self._known = KnownPeople(())
        self._title, self._about = text_label("section"), text_label("quiet")
        self.form = Form(kit, _FIELDS, self._store)
        self.came = WhatCame(kit, self._refused)
        self.remover = button(kit.icons, Action(N_("Remove the enquiry"), self._remove, Icon.DELETE), "danger")
        self.fault = FaultLine(kit)
        self._lay_out()
        self._describe(kit.voice.words)
        kit.theme.changed.connect(self._measure)
        self._measure()

    def offer(self, cases: Cases, words: Words) -> None:
        """What the catalogue and the book have to choose from."""
        self._cases = cases
        self.form.offer("service", said.options(cases.catalogue.services, words))
        self.form.offer("channel", said.options(cases.catalogue.channels, words))
        self._known = KnownPeople(cases.people)
        self.form.row("person").editor.suggest(self._known.offered)
        self.came.offer(cases.organisations)

    def show_case(self, case: Case) -> None:
        """Shows a case; what was typed of the one before is to be stored first."""
        show = self.form.show_again
        if self._case is None or self._case.key != case.key:
            show = self.form.show_record
            self.fault.right()
        self._case = case
        if case.enquiry is not None:
            row = case.enquiry
            show({"on": row.on, "channel": row.channel, "service": row.service, "person": row.person_name or "", "note": row.note or ""})
        self.form.setVisible(case.enquiry is not None)
        self.came.show_case(case)
        self._describe(self._kit.voice.words)

    def flush(self) -> None:
        """Stores what is being typed."""
        self.form.flush()

    def say(self, words: Words) -> None:
        """Speaks this language."""
        self.form.say(words)
        self.came.say(words)
        self._describe(words)

    def _describe(self, words: Words) -> None:
        alone = self._case is not None and self._case.enquiry is None
        self.remover.setText(words(N_("Remove the talk")) if alone else words(N_("Remove the enquiry")))
        if self._case is None or self._cases is None:
            return
        case = self._case
        self._title.setText(words(N_("Enquiry")) if case.enquiry is not None else words(N_("Support talk by itself")))
        day = words.date_with_weekday(case.on)
        service = said.service_said(self._cases.catalogue, case.service, words)
        self._about.setText(words(N_("{day} · {service}"), day=day, service=service))
        self.form.row("person").setVisible(not self._cases.catalogue.is_counts_only(case.service))

    def _store(self, name: str, value: Any) -> None:
        assert self._case is not None
        row = self._case.enquiry
        assert row is not None
        values: dict[str, Any] = {each: getattr(row, each) for each in ("on", "channel", "service", "person", "note")}
        try:
            values[name] = person_of(self._known, value) if name == "person" else value
        except CoordinatorError as error:
            self.form.refuse(name)(error)
            return
        tasks = self._kit.tasks.catching(self.form.refuse(name))
        tasks.write(enquiries.change, lambda _: None, enquiry=row.id, today=self._kit.clock.today(), **values)

    def _remove(self) -> None:
        if self._case is None:
            return
        self.form.drop()
        if self._case.enquiry is not None:
            self._kit.tasks.catching(self._refused).write(enquiries.remove, lambda _: None, enquiry=self._case.enquiry.id)
        else:
            self.came.remove(self._case.talks[0])

    def _refused(self, error: CoordinatorError) -> None:
        self.fault.wrong(error.said(self._kit.voice.words))

    def _lay_out(self) -> None:
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 8, 24)
        head = QVBoxLayout()
        head.setSpacing(2)
        head.addWidget(self._title)
        head.addWidget(self._about)
        self._column.addLayout(head)
        self._column.addWidget(self.form)
        self._column.addWidget(self.came)
        foot = Flow()
        foot.addWidget(self.remover)
        self._column.addLayout(foot)
        self._column.addWidget(self.fault)
        self._column.addStretch(1)

    def _measure(self) -> None:
        self._column.setSpacing(self._kit.theme.px(16))
        self.setMaximumWidth(self._kit.theme.px(WIDEST) + 42)
