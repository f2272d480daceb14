"""The fields of one enquiry or support talk that is in the book; each is stored by itself."""

from collections.abc import Callable, Sequence
from typing import Any

from PySide6.QtWidgets import QVBoxLayout, QWidget

from coordinator_app.core.enquiries import EnquiryRow, TalkRow
from coordinator_app.core.errors import CoordinatorError
from coordinator_app.gui.activities import said
from coordinator_app.gui.activities.new_enquiry import person_of
from coordinator_app.gui.activities.reading import Cases
from coordinator_app.gui.kit.form import Form, Part
from coordinator_app.gui.kit.half_typed import HalfTypedKeeper
from coordinator_app.gui.kit.kit import Kit
from coordinator_app.gui.kit.known_people import KnownPeople
from coordinator_app.i18n import Words


class CaseForm(QWidget):
    """`store(id, field)` writes one field, named as the command names it; `names` are those fields, `service` and `person` among them."""

    def __init__(self, kit: Kit, parts: Sequence[Part], names: Sequence[str], store: Callable[..., Any], called: str) -> None:
        """`store` is a command of the core that takes the row's id as `called`."""
        super().__init__()
        self._kit, self._names, self._command, self._called = kit, names, store, called
        self._row: EnquiryRow | TalkRow | None = None
        self._known = KnownPeople(())
        self._counts_only: Callable[[str], bool] = lambda service: False
        self.form = Form(kit, parts, self._store)
        self._half_typed = HalfTypedKeeper(self, kit, self.form.record)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.form)

    def offer(self, cases: Cases, words: Words) -> None:
        """What the catalogue and the book have to choose from."""
        self.form.offer("service", said.options(cases.catalogue.services, words))
        self._known = cases.people
        self._counts_only = cases.catalogue.is_counts_only
        self.form.row("person").editor.suggest(self._known.offered)

    def show_row(self, row: EnquiryRow | TalkRow) -> None:
        """Shows a row as the book has it; what was typed of the one before is to be stored first."""
        values = {name: getattr(row, name) for name in self._names} | {"person": row.person_name or "", "note": row.note or ""}
        self._half_typed.begin(f"activities/{self._called}/{row.id}/fields")
        if self._row is not None and self._row.id != row.id:
            self.form.drop()
        self._row = row
        self.form.show_record(values)
        self.form.row("person").setVisible(not self._counts_only(row.service))

    def _store(self, name: str, value: Any) -> None:
        assert self._row is not None
        refuse = self.form.refuse(name)
        try:
            stored = person_of(self._known, value) if name == "person" else value
        except CoordinatorError as error:
            refuse(error)
            return
        values = {self._called: self._row.id, name: stored}
        self._kit.tasks.catching(refuse).write(self._command, lambda _: None, today=self._kit.clock.today(), **values)
