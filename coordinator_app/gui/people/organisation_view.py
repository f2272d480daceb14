"""One organisation: a service for men, a newspaper, a partner."""

import datetime as dt
from collections.abc import Callable, Mapping
from functools import partial
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from coordinator_app.core import organisations, people
from coordinator_app.core.errors import CoordinatorError
from coordinator_app.core.kinds import OrganisationKind
from coordinator_app.core.people.said import KINDS
from coordinator_app.gui.kit.actions import Action, button
from coordinator_app.gui.kit.escape import OnEscape
from coordinator_app.gui.kit.fields import ChoiceField, DateField, LongTextField, Option, TextField
from coordinator_app.gui.kit.form import Form
from coordinator_app.gui.kit.half_typed import HalfTypedKeeper
from coordinator_app.gui.kit.icons import Icon
from coordinator_app.gui.kit.kit import Kit
from coordinator_app.gui.kit.layout import text_label
from coordinator_app.gui.kit.plain import on_button
from coordinator_app.gui.kit.unfinished import Fields, UnfinishedLine, type_into, typed_in
from coordinator_app.gui.people.contact_lines import ContactLines, Given
from coordinator_app.gui.people.occasion_lines import OccasionLines
from coordinator_app.gui.people.reading import Organisation
from coordinator_app.gui.people.section import Remover, Sections, clear
from coordinator_app.i18n import N_, Words

_WHO = (
    TextField(name="name", label=N_("Name"), required=True),
    ChoiceField(name="kind", label=N_("Kind"), options=tuple(Option(kind, said) for kind, said in KINDS.items())),
)
_MORE = (
    LongTextField(name="address", label=N_("Address"), lines=2),
    TextField(name="web", label=N_("Web page")),
    LongTextField(name="note", label=N_("Note"), lines=4),
    DateField(name="ended", label=N_("Ended on"), help=N_("Empty while it goes on.")),
)


class OrganisationView(Sections):
    """`opened(person)` somebody of it, `created(id)` the one just added, `removed()`, `left()` one not added."""

    def __init__(
        self,
        kit: Kit,
        opened: Callable[[int], object],
        created: Callable[[int], object],
        removed: Callable[[], object],
        left: Callable[[], object],
    ) -> None:
        super().__init__(kit)
        self._opened, self._created, self._removed = opened, created, removed
        self.organisation: int | None = None
        self._given: Given = ()
        self._kind: OrganisationKind | None = None
        self._begun = False
        self.who = Form(kit, _WHO, self._store, self._create)
        self.contacts = ContactLines(kit, self._store_contacts)
        self.unfinished = _UnfinishedOrganisation(kit, self.who, self.contacts, lambda: self.begin(self._kind))
        self.more = Form(kit, _MORE, self._store)
        self._half_typed = HalfTypedKeeper(self, kit, self.who.record, self.contacts, self.more.record)
        self.people = _Staff(kit, opened)
        self.occasions = OccasionLines(kit, N_("In no activity yet."))
        self.remover = Remover(kit, self._remove)
        self.add(self.unfinished, later=False)
        self.add(self.who, later=False)
        self.add(self.contacts, later=False)
        self.add(self.more)
        self.add(self.people, N_("People"))
        self.add(self.occasions, N_("Activities"))
        self.add(self.remover)
        self.finish()

        def not_added() -> None:
            self.unfinished.done()
            self._drop()
            left()

        OnEscape(self, not_added, may=lambda: self._begun)

    def begin(self, kind: OrganisationKind | None) -> None:
        """A new organisation, of this kind."""
        self._half_typed.begin("")
        self._drop()
        self._kind, self._begun = kind, True
        self.who.show_draft({"name": "", "kind": kind or OrganisationKind.SERVICE})
        self.contacts.show_contacts(())
        self.show_later(False)
        self.unfinished.begin("people/organisation")
        self.who.row("name").focus()

    def show_organisation(self, whole: Organisation) -> None:
        """Another organisation, or the same as the book has it now."""
        detail = whole.detail
        if detail.id != self.organisation:
            self._half_typed.begin(f"people/organisation/{detail.id}/fields")
            self._drop()
        self.organisation = detail.id
        self.who.show_record({"name": detail.name, "kind": detail.kind})
        self.contacts.show_contacts(detail.contacts)
        self.more.show_record({name: getattr(detail, name) or "" for name in ("address", "web", "note")} | {"ended": detail.ended})
        self.show_later(True)
        self.people.show_people(detail.people)
        self.occasions.show_told(lambda words: [_told(name, day, words) for _, name, day in whole.occasions])

    def flush(self) -> None:
        """Stores what is being typed; a new one is made if its name is there."""
        self.who.flush()
        self.contacts.flush()
        if self.organisation is not None:
            self.more.flush()

    def say(self, words: Words) -> None:
        super().say(words)
        for part in (self.unfinished, self.who, self.contacts, self.more, self.people, self.occasions, self.remover):
            part.say(words)

    def _drop(self) -> None:
        self.unfinished.put_away()
        self.organisation, self._begun = None, False
        self.who.drop()
        self.more.drop()
        self.contacts.drop()
        self.occasions.fold()
        self.remover.fault.right()

    def _create(self, values: dict[str, Any]) -> None:
        self._given = self.contacts.typed()
        self._begun = False
        self._kit.tasks.catching(self._refused).write(organisations.add, self._made, contacts=self._given, **values)
        self.unfinished.drop()

    def _refused(self, error: CoordinatorError) -> None:
        self._begun = True
        self.unfinished.refused(error)

    def _made(self, organisation: int) -> None:
        self.unfinished.done()
        self.organisation = organisation
        self.who.show_record({})
        if (now := self.contacts.typed()) != self._given:
            self._store_contacts(now)
        self._created(organisation)

    def _store(self, name: str, value: Any) -> None:
        assert self.organisation is not None
        form = self.who if name in ("name", "kind") else self.more
        tasks = self._kit.tasks.catching(form.refuse(name))
        if name != "ended":
            tasks.write(organisations.change, lambda _: None, organisation=self.organisation, **{name: value})
        elif value is None:
            tasks.write(organisations.reopen, lambda _: None, organisation=self.organisation)
        else:
            tasks.write(organisations.end, lambda _: None, organisation=self.organisation, on=value)

    def _store_contacts(self, contacts: Given) -> None:
        if self.organisation is not None:
            tasks = self._kit.tasks.catching(self.contacts.refuse)
            tasks.write(people.set_contacts, lambda _: None, organisation=self.organisation, contacts=contacts)

    def _remove(self) -> None:
        if self.organisation is not None:
            self.flush()
            tasks = self._kit.tasks.catching(self.remover.refuse)
            tasks.write(organisations.remove, self._gone, organisation=self.organisation)

    def _gone(self, _result: object) -> None:
        self._drop()
        self._removed()


class _UnfinishedOrganisation(UnfinishedLine):
    def __init__(self, kit: Kit, who: Form, contacts: ContactLines, afresh: Callable[[], object]) -> None:
        super().__init__(kit, self._written, self._write, afresh)
        self._who, self._contacts = who, contacts
        for part in (who, contacts):
            part.edited.connect(self.edited)

    def refused(self, error: CoordinatorError) -> None:
        """It could not be made; it is told at its name, and what was typed is kept on."""
        self._who.create_refused(error, "name")
        self.edited()

    def _written(self) -> Fields:
        return typed_in(self._who) | {"contacts": self._contacts.written()}

    def _write(self, fields: Mapping[str, Any]) -> None:
        type_into(fields, self._who)
        self._contacts.write(fields["contacts"])


class _Staff(QWidget):
    """The people of an organisation, each a button that leads to him."""

    def __init__(self, kit: Kit, opened: Callable[[int], object]) -> None:
        super().__init__()
        self._kit, self._opened = kit, opened
        self._people: tuple[tuple[int, str, str | None], ...] | None = None
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        self.show_people(())

    def show_people(self, staff: tuple[tuple[int, str, str | None], ...]) -> None:
        if staff != self._people:
            self._people = staff
            self.say(self._kit.voice.words)

    def say(self, words: Words) -> None:
        clear(self._column)
        for person, name, title in self._people or ():
            shown = words(N_("{name}, {title}"), name=name, title=title) if title else name
            opener = button(self._kit.icons, Action(name, partial(self._opened, person), Icon.PERSON), "quiet")
            opener.setText(on_button(shown))
            self._column.addWidget(opener, 0, Qt.AlignmentFlag.AlignLeft)
        if not self._people:
            none = text_label("quiet")
            none.setText(words(N_("Nobody of it is in the book.")))
            self._column.addWidget(none)


def _told(name: str, day: dt.date, words: Words) -> str:
    return words(N_("{day}: {name}"), day=words.date_with_weekday(day), name=name)
