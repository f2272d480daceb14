"""One person: his name, how to reach him, who may be the same man, and everything else of him."""

from collections.abc import Callable, Sequence
from typing import Any

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QLineEdit, QWidget

from coordinator_app.core import drafts, duplicates, people
from coordinator_app.core.duplicates import Candidate
from coordinator_app.core.kinds import ContactKind, PersonRole
from coordinator_app.gui.kit.escape import OnEscape
from coordinator_app.gui.kit.fields import TextField
from coordinator_app.gui.kit.form import Form
from coordinator_app.gui.kit.half_typed import HalfTypedKeeper
from coordinator_app.gui.kit.kit import Kit
from coordinator_app.gui.people.alike_card import AlikeCard
from coordinator_app.gui.people.contact_lines import ContactLines, Given
from coordinator_app.gui.people.draft import Draft
from coordinator_app.gui.people.person_parts import PersonParts
from coordinator_app.gui.people.reading import Person
from coordinator_app.gui.people.section import Sections
from coordinator_app.gui.people.unfinished_person import UnfinishedPerson
from coordinator_app.i18n import N_, Words

_LOOK_AFTER_MS = 300
_NAME = (TextField(name="name", label=N_("Name"), required=True, help=N_("A first name alone will do.")),)


class PersonView(Sections):
    """`opened(id)` another person, `merging(one, other)`, `created(id)` the one just added, `removed()`, `left()` one not added."""

    def __init__(
        self,
        kit: Kit,
        opened: Callable[[int], object],
        merging: Callable[[int, int], object],
        created: Callable[[int], object],
        removed: Callable[[], object],
        left: Callable[[], object],
    ) -> None:
        super().__init__(kit)
        self._opened, self._merging, self._created = opened, merging, created
        self.person: int | None = None
        self.name = Form(kit, _NAME, self._store, self._hold)
        self.alike = AlikeCard(kit, self._open, self._merge, self._not_same)
        self._looking = QTimer(self, singleShot=True, interval=_LOOK_AFTER_MS)
        self._looking.timeout.connect(self._look)
        self.contacts = ContactLines(kit, self._store_contacts)
        self.contacts.edited.connect(self._looking.start)
        self.unfinished = UnfinishedPerson(kit, self.name, self.contacts, self._looking.start, self.begin)
        self._draft = Draft(kit, self.contacts.typed, self.unfinished, self._made)
        for part in (self.unfinished, self.name, self.alike, self.contacts):
            self.add(part, later=False)

        def gone() -> None:
            # Nothing that is being typed of him may go into the book again.
            self._drop()
            removed()

        def not_added() -> None:
            self._draft.forget()
            self.unfinished.done()
            self._drop()
            left()

        OnEscape(self, not_added, may=lambda: self._draft.begun)
        self.parts = PersonParts(kit, self, gone)
        self._half_typed = HalfTypedKeeper(self, kit, self.name.record, self.contacts, *self.parts.typed_into)
        self.finish()
        line = self.name.row("name").editor.focus
        assert isinstance(line, QLineEdit)
        self._line = line
        line.textEdited.connect(lambda _: self._looking.start())
        app = QApplication.instance()
        assert isinstance(app, QApplication)
        app.focusChanged.connect(self._focus_moved)

    def begin(self, roles: Sequence[PersonRole], name: str = "") -> None:
        """A new person, who will have these roles; `name` is typed for him, and can be changed like any typing."""
        self._half_typed.begin("")
        self._drop()
        self._draft.begin()
        self.name.show_draft({"name": ""})
        self.contacts.show_contacts(())
        self.alike.show_alike(())
        self.show_later(False)
        self.unfinished.begin_person(roles)
        self.name.row("name").focus()
        if name:
            self._line.insert(name)

    def show_person(self, whole: Person) -> None:
        """Another person, or the same as the book has him now."""
        detail = whole.detail
        if detail.id != self.person:
            self._half_typed.begin(drafts.of_person(detail.id, "fields"))
            self._drop()
            self._draft.forget()
        self.person = detail.id
        self.name.show_record({"name": detail.name})
        self.contacts.show_contacts(detail.contacts)
        self.alike.show_alike(whole.alike)
        self.show_later(True)
        self.parts.show_person(whole)

    def flush(self) -> None:
        """Stores what is being typed; a new person is made if his name is there."""
        self.name.flush()
        self._draft.make()
        self.contacts.flush()
        self.parts.flush()

    def say(self, words: Words) -> None:
        super().say(words)
        for part in (self.unfinished, self.name, self.alike, self.contacts, self.parts):
            part.say(words)

    def _drop(self) -> None:
        self.unfinished.put_away()
        self.person = None
        self._looking.stop()
        self.name.drop()
        self.contacts.drop()
        self.parts.drop()

    def _hold(self, values: dict[str, Any]) -> None:
        self._draft.hold(values["name"])
        if not self.alike.has_focus():
            self._draft.make()

    def _focus_moved(self, _old: QWidget | None, _new: QWidget | None) -> None:
        if self._draft.held and not self.alike.has_focus():
            self._draft.make()

    def _made(self, person: int) -> None:
        self.unfinished.done()
        self.person = person
        self.name.show_record({})
        other = self._draft.taken_merge()
        if other is not None:
            self._merging(person, other)
            return
        if (now := self.contacts.typed()) != self._draft.given:
            self._store_contacts(now)
        self._created(person)

    def _look(self) -> None:
        typed = self.contacts.typed()
        ways = {kind: [each.value for each in typed if each.kind is kind] for kind in ContactKind}
        person = self.person

        def found(candidates: tuple[Candidate, ...]) -> None:
            if person == self.person:
                self.alike.show_alike([each for each in candidates if each.person not in self._draft.others])

        self._kit.tasks.read(
            duplicates.looks_like,
            found,
            today=self._kit.clock.today(),
            name=self._line.text(),
            phones=ways[ContactKind.PHONE],
            emails=ways[ContactKind.EMAIL],
            leaving_out=person,
        )

    def _open(self, person: int) -> None:
        """The one that is there already; a new one that was only begun is not made."""
        self._draft.forget()
        self.unfinished.done()
        self.name.drop()
        self._opened(person)

    def _merge(self, other: int) -> None:
        if self.person is not None:
            self.flush()
            self._merging(self.person, other)
        else:
            self._draft.merge_with(other)
            self.flush()

    def _not_same(self, other: int) -> None:
        if self.person is not None:
            self._kit.tasks.write(people.not_same, lambda _: None, person=self.person, other=other)
            return
        self._draft.others.add(other)
        self._look()
        self.contacts.ways[ContactKind.PHONE].lines[0].edit.setFocus()

    def _store(self, name: str, value: Any) -> None:
        assert self.person is not None
        self._kit.tasks.catching(self.name.refuse(name)).write(people.change, lambda _: None, person=self.person, **{name: value})

    def _store_contacts(self, contacts: Given) -> None:
        if self.person is not None:
            self._kit.tasks.catching(self.contacts.refuse).write(people.set_contacts, lambda _: None, person=self.person, contacts=contacts)
