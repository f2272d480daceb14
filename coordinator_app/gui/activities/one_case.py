"""One enquiry or support talk beside the list: what it was, and what came of it."""

from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from coordinator_app.core import enquiries
from coordinator_app.core.enquiries import ReferralRow, TalkRow
from coordinator_app.core.errors import CoordinatorError
from coordinator_app.core.sorting import sort_key
from coordinator_app.gui.activities import said
from coordinator_app.gui.activities.new_enquiry import NOTE, PERSON, person_of
from coordinator_app.gui.activities.reading import Case, Cases
from coordinator_app.gui.kit.actions import Action, button, tool_button
from coordinator_app.gui.kit.fault_line import FaultLine
from coordinator_app.gui.kit.fields import ChoiceField, DateField, NumberField, Side, TextField
from coordinator_app.gui.kit.flow import Flow
from coordinator_app.gui.kit.form import WIDEST, Form, Part
from coordinator_app.gui.kit.icons import Icon
from coordinator_app.gui.kit.kit import Kit
from coordinator_app.gui.kit.known_people import KnownPeople
from coordinator_app.gui.kit.layout import IconLabel, text_label
from coordinator_app.gui.kit.panel import Panel
from coordinator_app.gui.kit.voice import Labels
from coordinator_app.i18n import N_, Words

_FIELDS: tuple[Part, ...] = (
    Side((DateField(name="on", label=N_("Day"), required=True), ChoiceField(name="channel", label=N_("How it came"), required=True))),
    ChoiceField(name="service", label=N_("Service"), required=True),
    PERSON,
    NOTE,
)
DAY = DateField(name="on", label=N_("Day"), required=True)
MINUTES = NumberField(name="minutes", label=N_("Minutes"), lowest=1, highest=1440, required=True, help=N_("15 or more."))
_WHERE = TextField(name="organisation", label=N_("Where to"), help=N_("An organisation that is in the book, or nothing."))


class OneCase(QWidget):
    """An enquiry stores each field by itself; a talk by itself is only shown, and can be taken away."""

    def __init__(self, kit: Kit) -> None:
        super().__init__()
        self._kit = kit
        self._case: Case | None = None
        self._cases: Cases | None = None
        self._known = KnownPeople(())
        self._labels = Labels(kit.voice.words)
        self._title, self._about = text_label("section"), text_label("quiet")
        self.form = Form(kit, _FIELDS, self._store)
        self._came_of_it = text_label("section")
        self._labels.put(self._came_of_it.setText, N_("What came of it"))
        self._lines = QVBoxLayout()
        self._lines.setSpacing(8)
        self._removers: list[tuple[TalkRow | ReferralRow, QWidget]] = []
        self.talker = self._verb(N_("Support talk"), self._begin_talk, Icon.ENQUIRY)
        self.referrer = self._verb(N_("Guided onward"), self._begin_referral, Icon.FORWARD)
        self.talk = Panel(kit, N_("Support talk"), (Side((MINUTES, DAY)),), Action(N_("Add the talk"), self._talk, Icon.ADD))
        self.referral = Panel(kit, N_("Guided onward"), (Side((_WHERE, DAY)),), Action(N_("Add the guiding"), self._refer, Icon.ADD))
        self.remover = self._verb(N_("Remove the enquiry"), self._remove, Icon.DELETE, "danger")
        self.fault = FaultLine(kit)
        self._lay_out()
        kit.theme.changed.connect(self._measure)
        self._measure()

    def offer(self, cases: Cases, words: Words) -> None:
        """What the catalogue and the book have to choose from."""
        self._cases = cases
        self.form.offer("service", said.options(cases.catalogue.services, words))
        self.form.offer("channel", said.options(cases.catalogue.channels, words))
        self._known = KnownPeople(cases.people)
        self.form.row("person").editor.suggest(self._known.offered)
        self.referral.form.row("organisation").editor.suggest([each.name for each in cases.organisations])

    def show_case(self, case: Case) -> None:
        """Shows a case; what was typed of the one before is to be stored first."""
        show = self.form.show_again
        if self._case is None or self._case.key != case.key:
            show = self.form.show_record
            self.talk.done()
            self.referral.done()
            self.fault.right()
        self._case = case
        if case.enquiry is not None:
            row = case.enquiry
            show({"on": row.on, "channel": row.channel, "service": row.service, "person": row.person_name or "", "note": row.note or ""})
        self.form.setVisible(case.enquiry is not None)
        self.talker.setVisible(case.enquiry is not None)
        self._describe(self._kit.voice.words)

    def flush(self) -> None:
        """Stores what is being typed."""
        self.form.flush()

    def say(self, words: Words) -> None:
        """Speaks this language."""
        for part in (self._labels, self.form, self.talk, self.referral):
            part.say(words)
        self._describe(words)

    def _describe(self, words: Words) -> None:
        if self._case is None or self._cases is None:
            return
        case = self._case
        self._title.setText(words(N_("Enquiry")) if case.enquiry is not None else words(N_("Support talk by itself")))
        day = words.date_with_weekday(case.on)
        service = said.service_said(self._cases.catalogue, case.service, words)
        self._about.setText(words(N_("{day} · {service}"), day=day, service=service))
        self.form.row("person").setVisible(not self._cases.catalogue.is_counts_only(case.service))
        for _, line in self._removers:
            line.deleteLater()
        rows: list[TalkRow | ReferralRow] = [*case.talks, *case.referrals]
        self._removers = [(row, self._line(row, words)) for row in rows]
        for _, line in self._removers:
            self._lines.addWidget(line)
        if case.enquiry is None:
            self.remover.setText(words(N_("Remove the talk")))
        else:
            self.remover.setText(words(N_("Remove the enquiry")))

    def _line(self, row: TalkRow | ReferralRow, words: Words) -> QWidget:
        line, text = QWidget(), text_label()
        if isinstance(row, TalkRow):
            icon = Icon.ENQUIRY
            text.setText(words(N_("Support talk, {n} minutes, {day}"), n=row.minutes, day=row.on))
        elif row.organisation_name:
            icon = Icon.FORWARD
            text.setText(words(N_("Guided to {name}, {day}"), name=row.organisation_name, day=row.on))
        else:
            icon = Icon.FORWARD
            text.setText(words(N_("Guided onward, {day}"), day=row.on))
        layout = QHBoxLayout(line)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(8)
        layout.addWidget(IconLabel(self._kit, icon, "primary", 20))
        layout.addWidget(text, 1)
        # A talk by itself is taken away with the button below.
        if isinstance(row, ReferralRow) or row.enquiry is not None:
            gone = tool_button(self._kit.icons, Icon.DELETE, "danger")
            gone.setAccessibleName(words(N_("Remove: {what}"), what=text.text()))
            gone.clicked.connect(lambda _checked, row=row: self._remove_row(row))
            layout.addWidget(gone, 0, Qt.AlignmentFlag.AlignTop)
        return line

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

    def _begin_talk(self) -> None:
        self.referral.done()
        if self._case is not None:
            self.talk.begin({"minutes": None, "on": self._case.on}, "minutes")

    def _begin_referral(self) -> None:
        self.talk.done()
        if self._case is not None:
            self.referral.begin({"organisation": "", "on": self._case.on}, "organisation")

    def _talk(self) -> None:
        if self._case is None or self._case.enquiry is None:
            return
        row, values = self._case.enquiry, self.talk.values
        self._kit.tasks.catching(self.talk.refuse("minutes")).write(
            enquiries.talk,
            self.talk.done,
            on=values["on"],
            today=self._kit.clock.today(),
            minutes=values["minutes"],
            service=row.service,
            enquiry=row.id,
            person=row.person,
        )

    def _refer(self) -> None:
        if self._case is None or self._cases is None:
            return
        typed = str(self.referral.values["organisation"]).strip()
        known = {sort_key(each.name): each.id for each in self._cases.organisations}
        if typed and sort_key(typed) not in known:
            sentence = N_("{name} is not in the book. Leave the field empty, or add the organisation under People first.")
            self.referral.form.row("organisation").wrong(self._kit.voice.words(sentence, name=typed))
            return
        self._kit.tasks.catching(self.referral.refuse("on")).write(
            enquiries.refer,
            self.referral.done,
            on=self.referral.values["on"],
            today=self._kit.clock.today(),
            service=self._case.service,
            enquiry=self._case.enquiry.id if self._case.enquiry is not None else None,
            talk=self._case.talks[0].id if self._case.enquiry is None else None,
            organisation=known[sort_key(typed)] if typed else None,
        )

    def _remove_row(self, row: TalkRow | ReferralRow) -> None:
        if isinstance(row, TalkRow):
            self._kit.tasks.catching(self._refused).write(enquiries.remove_talk, lambda _: None, talk=row.id)
        else:
            self._kit.tasks.catching(self._refused).write(enquiries.remove_referral, lambda _: None, referral=row.id)

    def _remove(self) -> None:
        if self._case is None:
            return
        self.form.drop()
        if self._case.enquiry is not None:
            self._kit.tasks.catching(self._refused).write(enquiries.remove, lambda _: None, enquiry=self._case.enquiry.id)
        else:
            self._remove_row(self._case.talks[0])

    def _refused(self, error: CoordinatorError) -> None:
        self.fault.wrong(error.said(self._kit.voice.words))

    def _verb(self, text: str, run: Any, icon: Icon, role: str = "") -> QPushButton:
        made = button(self._kit.icons, Action(text, run, icon), role)
        self._labels.put(made.setText, text)
        return made

    def _lay_out(self) -> None:
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 8, 24)
        for part in (self._title, self._about, self.form, self._came_of_it):
            self._column.addWidget(part)
        self._column.addLayout(self._lines)
        verbs = Flow()
        for verb in (self.talker, self.referrer):
            verbs.addWidget(verb)
        self._column.addLayout(verbs)
        self._column.addWidget(self.talk)
        self._column.addWidget(self.referral)
        foot = Flow()
        foot.addWidget(self.remover)
        self._column.addLayout(foot)
        self._column.addWidget(self.fault)
        self._column.addStretch(1)

    def _measure(self) -> None:
        self._column.setSpacing(self._kit.theme.px(16))
        self.setMaximumWidth(self._kit.theme.px(WIDEST) + 42)
