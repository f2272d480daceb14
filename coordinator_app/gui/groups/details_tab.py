"""What a group is, what the public is told of it, and its beginning and end."""

from typing import Any

from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from coordinator_app.core import groups
from coordinator_app.core.catalogue import Catalogue
from coordinator_app.core.kinds import NamesKept
from coordinator_app.gui.groups.reading import Overview, Shown
from coordinator_app.gui.kit.actions import Action, button
from coordinator_app.gui.kit.fields import (
    CheckField,
    ChoiceField,
    DateField,
    EmailField,
    Heading,
    LongTextField,
    Option,
    PhoneField,
    Side,
    TextField,
)
from coordinator_app.gui.kit.flow import Flow
from coordinator_app.gui.kit.form import Form, Part
from coordinator_app.gui.kit.half_typed import HalfTypedKeeper
from coordinator_app.gui.kit.icons import Icon
from coordinator_app.gui.kit.kit import Kit
from coordinator_app.gui.kit.layout import text_label
from coordinator_app.gui.kit.panel import Panel
from coordinator_app.gui.kit.voice import Labels
from coordinator_app.i18n import N_, Words

SERVICE: ChoiceField[str] = ChoiceField(name="service", label=N_("Service"), required=True)
_NAMES = (
    Option(NamesKept.HEADCOUNT, N_("Headcount only")),
    Option(NamesKept.FIRST_NAMES, N_("First names")),
    Option(NamesKept.NAMED, N_("Whole names")),
)
_FIELDS: tuple[Part, ...] = (
    TextField(name="name", label=N_("Name"), required=True),
    Side((SERVICE, ChoiceField(name="names_kept", label=N_("What is written down of the men"), options=_NAMES, required=True))),
    LongTextField(name="note", label=N_("Note"), help=N_("For yourself; it is not printed."), lines=2),
    Heading(N_("What the public is told")),
    CheckField(name="public", label=N_("On posters, in the schedule and in the directory")),
    Side((TextField(name="public_contact", label=N_("Contact person")), PhoneField(name="public_phone", label=N_("Phone")))),
    Side((EmailField(name="public_email", label=N_("E-mail")), TextField(name="web", label=N_("Web page")))),
    CheckField(name="hide_place", label=N_("The place is told only when asked for")),
    Side((TextField(name="name_sv", label=N_("Name in Swedish")), TextField(name="name_en", label=N_("Name in English")))),
    Heading(N_("Beginning and end")),
    DateField(name="started", label=N_("Began")),
)
_PUBLIC = ("public", "public_contact", "public_phone", "public_email", "web", "hide_place", "name_sv", "name_en")
_SHOWN = ("name", "service", "names_kept", "note", *_PUBLIC, "started")


class DetailsTab(QWidget):
    """Every field is stored by itself; the end of the group has verbs of its own."""

    def __init__(self, kit: Kit) -> None:
        super().__init__()
        self._kit = kit
        self._shown: Shown | None = None
        self._catalogue: Catalogue | None = None
        self._labels = Labels(kit.voice.words)
        self.form = Form(kit, _FIELDS, self._store)
        self._half_typed = HalfTypedKeeper(self, kit, self.form.record)
        self._state = text_label("quiet")
        self.ender = self._verb(N_("End the group"), self._begin_end, Icon.CLOSE)
        self.opener = self._verb(N_("Reopen the group"), self._reopen, Icon.UNDO)
        self.remover = self._verb(N_("Remove the group"), self._remove, Icon.DELETE, "danger")
        last = DateField(name="on", label=N_("Last day"), required=True, help=N_("Meetings planned after it are taken off the plan."))
        self.panel = Panel(kit, N_("End the group"), (last,), Action(N_("End the group"), self._end))
        self._lay_out()

    def show_group(self, shown: Shown) -> None:
        """Shows what a group is; the fields of the one before are stored first."""
        another = self._shown is not None and self._shown.group.id != shown.group.id
        if another:
            self.form.flush()
        self._half_typed.begin(f"groups/{shown.group.id}/fields")
        if another:
            self.form.drop()
            self.panel.put_away()
        self._shown = shown
        values = {name: getattr(shown.group, name) for name in _SHOWN}
        self.form.show_record({name: "" if value is None and name != "started" else value for name, value in values.items()})
        ended = shown.group.ended is not None
        comes, goes = (self.opener, self.ender) if ended else (self.ender, self.opener)
        comes.show()
        goes.hide()
        self.remover.setVisible(not shown.group.has_records)
        self._describe(self._kit.voice.words)

    def offer(self, overview: Overview) -> None:
        """The services of the catalogue."""
        self._catalogue = overview.catalogue
        self._offer(self._kit.voice.words)

    def say(self, words: Words) -> None:
        """Speaks this language."""
        for part in (self._labels, self.form, self.panel):
            part.say(words)
        self._offer(words)
        self._describe(words)

    def _store(self, name: str, value: Any) -> None:
        if self._shown is not None:
            change: dict[str, Any] = {name: value}
            tasks, today = self._kit.tasks.catching(self.form.refuse(name)), self._kit.clock.today()
            tasks.write(groups.change, lambda _: None, group=self._shown.group.id, today=today, **change)

    def _offer(self, words: Words) -> None:
        if self._catalogue is not None:
            self.form.offer("service", services(self._catalogue, words))

    def _describe(self, words: Words) -> None:
        if self._shown is None:
            return
        group = self._shown.group
        if group.ended is not None:
            self._state.setText(words(N_("The last day is {day}."), day=words.date(group.ended)))
        elif group.has_records:
            self._state.setText(words(N_("A group with records can end; its records stay in the figures.")))
        else:
            self._state.setText(words(N_("Nothing is recorded of this group yet, so it can still be removed.")))

    def _begin_end(self) -> None:
        assert self._shown is not None
        self.panel.begin({"on": self._kit.clock.today()}, "on", f"groups/{self._shown.group.id}/end")

    def _end(self) -> None:
        assert self._shown is not None
        tasks, today = self._kit.tasks.catching(self.panel.refuse("on")), self._kit.clock.today()
        tasks.write(groups.end, self.panel.done, group=self._shown.group.id, on=self.panel.values["on"], today=today)

    def _reopen(self) -> None:
        if self._shown is not None:
            self._kit.tasks.write(groups.reopen, lambda _: None, group=self._shown.group.id, today=self._kit.clock.today())

    def _remove(self) -> None:
        if self._shown is not None:
            self.form.drop()
            self._kit.tasks.write(groups.remove, lambda _: None, group=self._shown.group.id)

    def _verb(self, text: str, run: Any, icon: Icon, role: str = "") -> QPushButton:
        made = button(self._kit.icons, Action(text, run, icon), role)
        self._labels.put(made.setText, text)
        return made

    def _lay_out(self) -> None:
        # A part of its own, so that the keyboard stays here when one verb takes the place of another.
        ways = QWidget()
        verbs = Flow(ways)
        for verb in (self.ender, self.opener, self.remover):
            verbs.addWidget(verb)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 12, 8, 0)
        column.setSpacing(12)
        column.addWidget(self.form)
        column.addWidget(self._state)
        column.addWidget(ways)
        column.addWidget(self.panel)
        column.addStretch(1)


def services(catalogue: Catalogue, words: Words) -> list[Option[str]]:
    """The services as a choice offers them."""
    return [Option(service.code, service.name.said(words.language), said=True) for service in catalogue.services]
