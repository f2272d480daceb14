"""A new person who was not finished: what was typed of him, and the roles he is to have."""

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from coordinator_app.core.errors import CoordinatorError
from coordinator_app.core.kinds import PersonRole
from coordinator_app.gui.kit.form import Form
from coordinator_app.gui.kit.kit import Kit
from coordinator_app.gui.kit.unfinished import Fields, UnfinishedLine, type_into, typed_in
from coordinator_app.gui.people.contact_lines import ContactLines

_NONE: Sequence[PersonRole] = ()


class UnfinishedPerson(UnfinishedLine):
    """`look()` is called when he is there again, to find who may be the same man; `afresh(roles)` begins another."""

    def __init__(
        self,
        kit: Kit,
        name: Form,
        contacts: ContactLines,
        look: Callable[[], object],
        afresh: Callable[[Sequence[PersonRole]], object],
    ) -> None:
        super().__init__(kit, self._written, self._write, lambda: afresh(self._begun_with))
        self._name, self._contacts, self._look = name, contacts, look
        self.roles = self._begun_with = _NONE
        for part in (name, contacts):
            part.edited.connect(self.edited)

    def begin_person(self, roles: Sequence[PersonRole]) -> None:
        """A new one, who will have these roles; one who was left unfinished has those that he was begun with."""
        self.roles = self._begun_with = roles
        self.begin("people/person")

    def refused(self, error: CoordinatorError) -> None:
        """He could not be made; it is told at his name, and what was typed is kept on."""
        self._name.create_refused(error, "name")
        self.edited()

    def _written(self) -> Fields:
        return typed_in(self._name) | {"contacts": self._contacts.written(), "roles": list(self.roles)}

    def _write(self, fields: Mapping[str, Any]) -> None:
        self.roles = tuple(PersonRole(role) for role in fields["roles"])
        type_into(fields, self._name)
        self._contacts.write(fields["contacts"])
        self._look()
