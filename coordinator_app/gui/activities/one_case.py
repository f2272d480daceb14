"""One enquiry or support talk beside the list: what it was, and what came of it."""

from PySide6.QtWidgets import QVBoxLayout, QWidget

from coordinator_app.core import enquiries
from coordinator_app.core.errors import CoordinatorError
from coordinator_app.gui.activities import said
from coordinator_app.gui.activities.case_form import CaseForm
from coordinator_app.gui.activities.new_enquiry import NOTE, PERSON
from coordinator_app.gui.activities.reading import Case, Cases
from coordinator_app.gui.activities.what_came import DAY, MINUTES, WhatCame
from coordinator_app.gui.kit.actions import Action, button
from coordinator_app.gui.kit.fault_line import FaultLine
from coordinator_app.gui.kit.fields import ChoiceField, Side
from coordinator_app.gui.kit.flow import Flow
from coordinator_app.gui.kit.form import WIDEST, Part
from coordinator_app.gui.kit.icons import Icon
from coordinator_app.gui.kit.kit import Kit
from coordinator_app.gui.kit.layout import text_label
from coordinator_app.i18n import N_, Words

_SERVICE: ChoiceField[str] = ChoiceField(name="service", label=N_("Service"), required=True)
_ENQUIRY: tuple[Part, ...] = (
    Side((DAY, ChoiceField(name="channel", label=N_("How it came"), required=True))),
    _SERVICE,
    PERSON,
    NOTE,
)
_TALK: tuple[Part, ...] = (Side((MINUTES, DAY)), _SERVICE, PERSON, NOTE)


class OneCase(QWidget):
    """An enquiry or a talk by itself stores each field by itself."""

    def __init__(self, kit: Kit) -> None:
        super().__init__()
        self._kit = kit
        self._case: Case | None = None
        self._cases: Cases | None = None
        self._title, self._about = text_label("section"), text_label("quiet")
        self.enquiry = CaseForm(kit, _ENQUIRY, ("on", "channel", "service"), enquiries.change, "enquiry")
        self.talk = CaseForm(kit, _TALK, ("on", "minutes", "service"), enquiries.change_talk, "talk")
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
        self.enquiry.form.offer("channel", said.options(cases.catalogue.channels, words))
        for part in (self.enquiry, self.talk):
            part.offer(cases, words)
        self.came.offer(cases.organisations)

    def show_case(self, case: Case) -> None:
        """Shows a case; what was typed of the one before is to be stored first."""
        if self._case is None or self._case.key != case.key:
            self.fault.right()
        self._case = case
        self.enquiry.setVisible(case.enquiry is not None)
        self.talk.setVisible(case.enquiry is None)
        if case.enquiry is not None:
            self.enquiry.show_row(case.enquiry)
        else:
            self.talk.show_row(case.talks[0])
        self.came.show_case(case)
        self._describe(self._kit.voice.words)

    def flush(self) -> None:
        """Stores what is being typed."""
        self.enquiry.form.flush()
        self.talk.form.flush()

    def say(self, words: Words) -> None:
        """Speaks this language."""
        for part in (self.enquiry.form, self.talk.form, self.came):
            part.say(words)
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

    def _remove(self) -> None:
        if self._case is None:
            return
        for part in (self.enquiry, self.talk):
            part.form.drop()
        if self._case.enquiry is not None:
            self._kit.tasks.catching(self._refused).write(enquiries.remove, lambda _: None, enquiry=self._case.enquiry.id)
        else:
            self.came.remove(self._case.talks[0])

    def _refused(self, error: CoordinatorError) -> None:
        self.fault.wrong(error.said)

    def _lay_out(self) -> None:
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 8, 24)
        head = QVBoxLayout()
        head.setSpacing(2)
        head.addWidget(self._title)
        head.addWidget(self._about)
        self._column.addLayout(head)
        self._column.addWidget(self.enquiry)
        self._column.addWidget(self.talk)
        self._column.addWidget(self.came)
        foot = Flow()
        foot.addWidget(self.remover)
        self._column.addLayout(foot)
        self._column.addWidget(self.fault)
        self._column.addStretch(1)

    def _measure(self) -> None:
        self._column.setSpacing(self._kit.theme.px(16))
        self.setMaximumWidth(self._kit.theme.px(WIDEST) + 42)
