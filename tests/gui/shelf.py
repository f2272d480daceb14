"""A little screen over a little book, to try the kit with: a shelf of books to lend, list on the left, form on the right."""

import datetime as dt
from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Any, Concatenate, Generic, ParamSpec, TypeVar

from coordinator_app.core.errors import Refused
from coordinator_app.gui.kit.actions import Action
from coordinator_app.gui.kit.fields import (
    CheckField,
    ChoiceField,
    DateField,
    DatesField,
    EmailField,
    Field,
    Heading,
    LongTextField,
    NumberField,
    Option,
    PhoneField,
    Side,
    TextField,
    TimeField,
)
from coordinator_app.gui.kit.form import Form
from coordinator_app.gui.kit.icons import Icon
from coordinator_app.gui.kit.kit import Kit
from coordinator_app.gui.kit.layout import EmptyState, ListAndForm, Switch, scrolled
from coordinator_app.gui.kit.list import Item, RowList
from coordinator_app.i18n import N_, Words

P = ParamSpec("P")
R = TypeVar("R")


@dataclass(frozen=True, slots=True)
class Loan:
    id: int
    name: str = ""
    email: str = ""
    phone: str = ""
    kind: str | None = "talk"
    day: dt.date | None = None
    at: dt.time | None = None
    days: tuple[dt.date, ...] = ()
    copies: int | None = None
    notes: str = ""
    lent: bool = False


@dataclass(frozen=True, slots=True)
class Written(Generic[R]):
    result: R
    kinds: frozenset[str]
    entry: int | None


class Shelf:
    """A book in memory that keeps the tasks' contract: whole commands, kinds touched, undo by entry."""

    def __init__(self) -> None:
        self.loans: dict[int, Loan] = {}
        self.before: dict[int, dict[int, Loan]] = {}
        self.undone: list[dict[int, Loan]] = []
        self.closed = False

    def read(self, query: Callable[Concatenate[Any, P], R], /, *args: P.args, **kwargs: P.kwargs) -> R:
        return query(self, *args, **kwargs)

    def write(self, command: Callable[Concatenate[Any, P], R], /, *args: P.args, **kwargs: P.kwargs) -> Written[R]:
        before = dict(self.loans)
        result = command(self, *args, **kwargs)
        return Written(result, frozenset({"loan"}), self._entry(before))

    def undo(self, entry: int | None = None) -> Written[None]:
        if not self.before:
            raise Refused(N_("There is nothing to undo."))
        before, self.loans = self.loans, dict(self.before[entry or max(self.before)])
        self.undone.append(before)
        del self.before[max(self.before)]
        return Written(None, frozenset({"loan"}), 0)

    def redo(self, entry: int | None = None) -> Written[None]:
        self._entry(self.loans)
        self.loans = self.undone.pop()
        return Written(None, frozenset({"loan"}), 0)

    @property
    def database(self) -> "Shelf":
        """The shelf is its own opened book."""
        return self

    def close(self) -> None:
        self.closed = True

    def _entry(self, before: dict[int, Loan]) -> int:
        self.before[len(self.before) + 1] = before
        return len(self.before)


def loans(shelf: Shelf, *, search: str = "") -> list[Loan]:
    return sorted((loan for loan in shelf.loans.values() if search.lower() in loan.name.lower()), key=lambda loan: loan.name)


def add(shelf: Shelf, /, **values: Any) -> int:
    number = len(shelf.loans) + 1
    shelf.loans[number] = Loan(number, **values)
    return number


def change(shelf: Shelf, /, *, loan: int, **values: Any) -> None:
    if values.get("phone") == "112":
        raise Refused(N_("{phone} is nobody's own number."), phone=values["phone"])
    shelf.loans[loan] = replace(shelf.loans[loan], **values)


FIELDS: list[Field[Any] | Heading | Side] = [
    TextField(name="name", label=N_("Name"), required=True),
    Side((PhoneField(name="phone", label=N_("Phone")), EmailField(name="email", label=N_("E-mail")))),
    ChoiceField(name="kind", label=N_("Kind"), options=(Option("talk", N_("Talk")), Option("exercise", N_("Exercise")))),
    Heading(N_("When")),
    Side((DateField(name="day", label=N_("Day")), TimeField(name="at", label=N_("Time")))),
    DatesField(name="days", label=N_("Other days"), help=N_("For example 20.10., 3.11.")),
    NumberField(
        name="copies", label=N_("Newcomers"), hint=N_("not asked"), help=N_("Leave empty if you did not ask; 0 if nobody."), highest=999
    ),
    LongTextField(name="notes", label=N_("Notes")),
    CheckField(name="lent", label=N_("Runs in the summer too")),
]
EMPTY = {name: getattr(Loan(0), name) for name in Loan.__slots__ if name != "id"}


class ShelfScreen:
    """What `Screen` asks, on the kit."""

    name, title, icon = "shelf", N_("Groups"), Icon.GROUPS
    kinds = frozenset({"loan"})

    def __init__(self, kit: Kit) -> None:
        self._kit = kit
        self._id: int | None = None
        self.primary: Action | None = Action(N_("New group"), self._begin, Icon.ADD, "Ctrl+N")
        self.list: RowList[Loan] = RowList(kit, N_("Groups"), _look, key=lambda loan: loan.id)
        self.list.chosen.connect(self._show)
        self.list.searched.connect(lambda _: self.reload())
        self.form = Form(kit, FIELDS, self._store, self._create)
        self._empty = EmptyState(kit, Icon.GROUPS, N_("The groups of your town will be here."), self.primary)
        self._right = scrolled(self.form)
        self.panes = ListAndForm(kit, self.list, self._right)
        self.widget = Switch()
        self.widget.show_view(self._empty)

    def reload(self) -> None:
        self._kit.tasks.read(loans, self._fill, search=self.list.search.text())

    def show_subject(self, subject: int) -> None:
        self.list.choose(subject)
        self.panes.show_form()

    def leave(self) -> None:
        self.form.flush()

    def say(self, words: Words) -> None:
        for part in (self.list, self.form, self.panes, self._empty):
            part.say(words)

    def _fill(self, rows: list[Loan]) -> None:
        drafting = self._id is None and self.widget.currentWidget() is self.panes
        self.widget.show_view(self.panes if rows or drafting or self.list.search.text() else self._empty)
        self.list.show_rows(rows)
        if (current := self.list.current()) is not None:
            self._show(current)

    def _show(self, loan: Loan) -> None:
        if loan.id != self._id:
            self.form.flush()
        self._id = loan.id
        self.form.show_record({name: getattr(loan, name) for name in EMPTY})

    def _begin(self) -> None:
        self.form.flush()
        self._id = None
        self.list.choose_none()
        self.widget.show_view(self.panes)
        self.panes.show_form()
        self.form.show_draft(EMPTY)
        self.form.row("name").focus()

    def _create(self, values: dict[str, Any]) -> None:
        self._kit.tasks.write(add, self._created, **values)

    def _created(self, number: int) -> None:
        self._id = number
        self.form.show_record({})

    def _store(self, name: str, value: Any) -> None:
        assert self._id is not None
        self._kit.tasks.catching(self.form.refuse(name)).write(change, lambda _: None, loan=self._id, **{name: value})


def _look(loan: Loan, words: Words) -> Item:
    return Item(
        loan.name,
        words.date_with_weekday(loan.day) if loan.day else "",
        Icon.HELD if loan.lent else Icon.PLANNED,
        "good" if loan.lent else "quiet",
    )
