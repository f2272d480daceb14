"""The card that logs an enquiry: today and the usual service unless said otherwise, and one press on how it came."""

import datetime as dt
from collections.abc import Callable
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from coordinator_app.core import enquiries
from coordinator_app.core.catalogue import DEFAULT_SERVICE
from coordinator_app.core.enquiries import EnquiryRow
from coordinator_app.core.errors import CoordinatorError, Refused
from coordinator_app.gui.activities import said
from coordinator_app.gui.activities.reading import Cases
from coordinator_app.gui.kit.actions import Action, button
from coordinator_app.gui.kit.choices import Choices
from coordinator_app.gui.kit.escape import OnEscape
from coordinator_app.gui.kit.fields import ChoiceField, DateField, LongTextField, Side, TextField
from coordinator_app.gui.kit.form import WIDEST, Form
from coordinator_app.gui.kit.icons import Icon
from coordinator_app.gui.kit.kit import Kit
from coordinator_app.gui.kit.known_people import KnownPeople
from coordinator_app.gui.kit.layout import card, text_label
from coordinator_app.gui.kit.unfinished import UnfinishedLine, type_into, typed_in
from coordinator_app.gui.kit.voice import Labels
from coordinator_app.i18n import N_, Words

PERSON = TextField(name="person", label=N_("Who"), help=N_("Optional. Only someone who is in the book already."))
NOTE = LongTextField(name="note", label=N_("Note"), help=N_("For yourself; it is not sent to the office."), lines=2)
_FIELDS = (
    Side((DateField(name="on", label=N_("Day"), required=True), ChoiceField(name="service", label=N_("Service"), required=True))),
    PERSON,
    NOTE,
)


class NewEnquiry(QWidget):
    """`logged(row)` is called when it is in the book, `talk` when it was a support talk and no enquiry; `back` on Escape."""

    def __init__(self, kit: Kit, logged: Callable[[EnquiryRow], object], talk: Callable[[], object], back: Callable[[], object]) -> None:
        super().__init__()
        OnEscape(self, back)
        self._kit, self._logged = kit, logged
        self._known = KnownPeople(())
        self._counts_only: Callable[[str], bool] = lambda service: False
        self._labels = Labels(kit.voice.words)
        title = text_label("section")
        self._labels.put(title.setText, N_("A new enquiry"))
        self.channels = Choices(kit, N_("How did it come? One press logs it."), self._log, "big")
        self.form = Form(kit, _FIELDS, lambda name, value: None)
        self.unfinished = UnfinishedLine(kit, lambda: typed_in(self.form), lambda typed: type_into(typed, self.form), self.begin)
        for told in (self._arrange, self.unfinished.edited):
            self.form.edited.connect(told)
        self.talker = button(kit.icons, Action(N_("Log a support talk by itself"), talk, Icon.ENQUIRY), "quiet")
        self._labels.put(self.talker.setText, N_("Log a support talk by itself"))
        frame, column = card()
        column.setSpacing(16)
        for part in (title, self.unfinished, self.channels, self.form):
            column.addWidget(part)
        column.addWidget(self.talker, 0, Qt.AlignmentFlag.AlignLeft)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 8, 24)
        whole.addWidget(frame)
        whole.addStretch(1)
        kit.theme.changed.connect(self._measure)
        self._measure()

    def offer(self, cases: Cases, words: Words) -> None:
        """What the catalogue and the book have to choose from."""
        self.channels.offer(cases.catalogue.channels)
        self.form.offer("service", said.options(cases.catalogue.services, words))
        self._known = cases.people
        self._counts_only = cases.catalogue.is_counts_only
        self.form.row("person").editor.suggest(self._known.offered)

    def begin(self) -> None:
        """Empty, with the first way it can come under the cursor."""
        self.unfinished.put_away()
        self.form.drop()
        self.form.show_record({"on": self._kit.clock.today(), "service": DEFAULT_SERVICE, "person": "", "note": ""})
        self._arrange()
        self.unfinished.begin("activities/enquiry")
        self.channels.begin()

    def say(self, words: Words) -> None:
        """Speaks this language."""
        for part in (self._labels, self.unfinished, self.channels, self.form):
            part.say(words)

    def _log(self, channel: str) -> None:
        values: dict[str, Any] = {}
        wrong = [name for name in ("on", "service", "person", "note") if not self._read(name, values)]
        if wrong:
            self.form.row(wrong[0]).focus()
            return
        on: dt.date | None = values["on"]
        self._kit.tasks.catching(self.form.refuse("on")).write(
            enquiries.log,
            self._done,
            on=on or self._kit.clock.today(),
            today=self._kit.clock.today(),
            service=values["service"] or DEFAULT_SERVICE,
            channel=channel,
            person=None if self._counts_only(values["service"]) else values["person"],
            note=values["note"] or None,
        )

    def _done(self, row: EnquiryRow) -> None:
        self.unfinished.done()
        self._logged(row)

    def _read(self, name: str, values: dict[str, Any]) -> bool:
        try:
            values[name] = self.form.value(name)
            if name == "person":
                values[name] = person_of(self._known, values[name])
        except CoordinatorError as error:
            self.form.refuse(name)(error)
            return False
        return True

    def _arrange(self) -> None:
        """A service that keeps headcounts and nothing else asks for no name."""
        self.form.row("person").setVisible(not self._counts_only(self.form.value("service") or DEFAULT_SERVICE))

    def _measure(self) -> None:
        self.setMaximumWidth(self._kit.theme.px(WIDEST) + 42)


def person_of(known: KnownPeople, typed: str) -> int | None:
    """The id of the person meant; nothing for an empty field. Raises `Refused` for someone who is not in the book."""
    if not typed.strip():
        return None
    found = known.find(typed)
    if found is None:
        raise Refused(N_("{name} is not in the book. Leave the field empty, or add the person under People first."), name=typed.strip())
    return found
