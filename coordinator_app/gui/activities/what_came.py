"""What came of an enquiry or a support talk: the talks had and the guidings onward, each in a line, and the cards that add one."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from coordinator_app.core import enquiries
from coordinator_app.core.enquiries import ReferralRow, TalkRow
from coordinator_app.core.errors import CoordinatorError
from coordinator_app.core.organisations import OrganisationRow
from coordinator_app.core.sorting import sort_key
from coordinator_app.gui.activities.reading import Case
from coordinator_app.gui.kit.actions import Action, tool_button, verb_button
from coordinator_app.gui.kit.fields import DateField, NumberField, Side, TextField
from coordinator_app.gui.kit.flow import Flow
from coordinator_app.gui.kit.icons import Icon
from coordinator_app.gui.kit.kit import Kit
from coordinator_app.gui.kit.layout import IconLabel, text_label
from coordinator_app.gui.kit.panel import Panel
from coordinator_app.gui.kit.voice import Labels
from coordinator_app.i18n import N_, Words

DAY = DateField(name="on", label=N_("Day"), required=True)
MINUTES = NumberField(name="minutes", label=N_("Minutes"), lowest=1, highest=1440, required=True, help=N_("15 or more."))
_WHERE = TextField(name="organisation", label=N_("Where to"), help=N_("An organisation that is in the book, or nothing."))


class WhatCame(QWidget):
    """Each addition and removal is stored at once; `refused(error)` is called when a line could not be taken away."""

    def __init__(self, kit: Kit, refused: Callable[[CoordinatorError], None]) -> None:
        super().__init__()
        self._kit, self._refused = kit, refused
        self._case: Case | None = None
        self._organisations: tuple[OrganisationRow, ...] = ()
        self._labels = Labels(kit.voice.words)
        self._lines: list[QWidget] = []
        self.talker = verb_button(kit.icons, self._labels, Action(N_("Support talk"), self._begin_talk, Icon.ENQUIRY))
        self.referrer = verb_button(kit.icons, self._labels, Action(N_("Guided onward"), self._begin_referral, Icon.FORWARD))
        self.talk = Panel(
            kit, N_("Support talk"), (Side((MINUTES, DAY)),), Action(N_("Add the talk"), self._talk, Icon.ADD), leave=N_("Do not add")
        )
        self.correction = Panel(kit, N_("Correct the talk"), (Side((MINUTES, DAY)),), Action(N_("Correct"), self._correct, Icon.EDIT))
        self._corrected: TalkRow | None = None
        self.referral = Panel(
            kit, N_("Guided onward"), (Side((_WHERE, DAY)),), Action(N_("Add the guiding"), self._refer, Icon.ADD), leave=N_("Do not add")
        )
        self._panels = (self.talk, self.correction, self.referral)
        self._lay_out()
        kit.theme.follow(self, lambda: self._column.setSpacing(kit.theme.px(16)))

    def offer(self, organisations: tuple[OrganisationRow, ...]) -> None:
        """Where a man can be guided to."""
        self._organisations = organisations
        self.referral.form.row("organisation").editor.suggest([each.name for each in organisations])

    def show_case(self, case: Case) -> None:
        """Shows what came of a case; a card open for another one goes away."""
        if self._case is None or self._case.key != case.key:
            self._close()
        self._case = case
        self.talker.setVisible(case.enquiry is not None)
        self._show_lines(self._kit.voice.words)

    def remove(self, row: TalkRow | ReferralRow) -> None:
        """Takes a talk or a guiding away."""
        tasks = self._kit.tasks.catching(self._refused)
        if isinstance(row, TalkRow):
            tasks.write(enquiries.remove_talk, lambda _: None, talk=row.id)
        else:
            tasks.write(enquiries.remove_referral, lambda _: None, referral=row.id)

    def say(self, words: Words) -> None:
        """Speaks this language."""
        for part in (self._labels, *self._panels):
            part.say(words)
        self._show_lines(words)

    def _show_lines(self, words: Words) -> None:
        for line in self._lines:
            line.deleteLater()
        rows: tuple[TalkRow | ReferralRow, ...] = (*self._case.talks, *self._case.referrals) if self._case is not None else ()
        self._lines = [self._line(row, words) for row in rows]
        for line in self._lines:
            self._rows.addWidget(line)

    def _line(self, row: TalkRow | ReferralRow, words: Words) -> QWidget:
        line, text = QWidget(), text_label()
        text.setText(_row_said(row, words))
        layout = QHBoxLayout(line)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(8)
        layout.addWidget(IconLabel(self._kit, Icon.ENQUIRY if isinstance(row, TalkRow) else Icon.FORWARD, "primary", 20))
        layout.addWidget(text, 1)
        # A talk by itself is taken away with the button that removes the whole case.
        if isinstance(row, TalkRow) and row.enquiry is not None:
            corrects = tool_button(self._kit.icons, Icon.EDIT)
            corrects.setAccessibleName(words(N_("Correct: {what}"), what=text.text()))
            corrects.clicked.connect(lambda _checked, row=row: self._begin_correction(row))
            layout.addWidget(corrects, 0, Qt.AlignmentFlag.AlignTop)
        if isinstance(row, ReferralRow) or row.enquiry is not None:
            gone = tool_button(self._kit.icons, Icon.DELETE, "danger")
            gone.setAccessibleName(words(N_("Remove: {what}"), what=text.text()))
            gone.clicked.connect(lambda _checked, row=row: self.remove(row))
            layout.addWidget(gone, 0, Qt.AlignmentFlag.AlignTop)
        return line

    def _begin_correction(self, row: TalkRow) -> None:
        self._close()
        self._corrected = row
        self.correction.begin({"minutes": row.minutes, "on": row.on}, "minutes", f"activities/talk/{row.id}/correction")

    def _correct(self) -> None:
        if self._corrected is not None:
            tasks, today = self._kit.tasks.catching(self.correction.refuse("minutes")), self._kit.clock.today()
            tasks.write(enquiries.change_talk, self.correction.done, talk=self._corrected.id, today=today, **self.correction.values)

    def _close(self) -> None:
        for panel in self._panels:
            panel.put_away()

    def _begin_talk(self) -> None:
        self._close()
        if self._case is not None:
            self.talk.begin({"minutes": None, "on": self._case.on}, "minutes", _draft_of(self._case, "talk"))

    def _begin_referral(self) -> None:
        self._close()
        if self._case is not None:
            self.referral.begin({"organisation": "", "on": self._case.on}, "organisation", _draft_of(self._case, "guiding"))

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
        if self._case is None:
            return
        typed = str(self.referral.values["organisation"]).strip()
        known = {sort_key(each.name): each.id for each in self._organisations}
        if typed and sort_key(typed) not in known:
            sentence = N_("{name} is not in the book. Leave the field empty, or add the organisation under People first.")
            self.referral.form.row("organisation").wrong(lambda words: words(sentence, name=typed))
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

    def _lay_out(self) -> None:
        heading = text_label("section")
        self._labels.put(heading.setText, N_("What came of it"))
        self._rows = QVBoxLayout()
        self._rows.setSpacing(8)
        verbs = Flow()
        for verb in (self.talker, self.referrer):
            verbs.addWidget(verb)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.addWidget(heading)
        self._column.addLayout(self._rows)
        self._column.addLayout(verbs)
        for panel in self._panels:
            self._column.addWidget(panel)


def _row_said(row: TalkRow | ReferralRow, words: Words) -> str:
    if isinstance(row, TalkRow):
        return words(N_("Support talk, {n} minutes, {day}"), n=row.minutes, day=row.on)
    if row.organisation_name:
        return words(N_("Guided to {name}, {day}"), name=row.organisation_name, day=row.on)
    return words(N_("Guided onward, {day}"), day=row.on)


def _draft_of(case: Case, what: str) -> str:
    kind, number = case.key
    return f"activities/{kind}/{number}/{what}"
