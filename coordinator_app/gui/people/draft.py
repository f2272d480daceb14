"""A person who is being added: made when his name is left, unless the warning that he is known is just being answered."""

from collections.abc import Callable
from functools import partial

from coordinator_app.core import people
from coordinator_app.core.errors import CoordinatorError
from coordinator_app.core.people import GivenContact
from coordinator_app.gui.kit.kit import Kit
from coordinator_app.gui.people.unfinished_person import UnfinishedPerson

Given = tuple[GivenContact, ...]


class Draft:
    """Holds a name until it may be made. `made(id)` is called once; then who was said to be another man is remembered as such.

    `begun` is whether there is somebody new who can still be thrown away.
    """

    def __init__(self, kit: Kit, contacts: Callable[[], Given], unfinished: UnfinishedPerson, made: Callable[[int], object]) -> None:
        self._kit, self._contacts, self._unfinished, self._made = kit, contacts, unfinished, made
        self._name: str | None = None
        self._merge: int | None = None
        self._turn = 0
        self.begun = False
        self.given: Given = ()
        self.others: set[int] = set()

    def begin(self) -> None:
        """A new person; the one before, if he is still being made, is told of no more."""
        self._turn += 1
        self._name, self._merge, self.begun = None, None, True
        self.given, self.others = (), set()

    def hold(self, name: str) -> None:
        """The name is there; it waits for `make`."""
        self._name = name

    @property
    def held(self) -> bool:
        return self._name is not None

    def forget(self) -> None:
        """Nobody is to be made."""
        self._name, self.begun = None, False

    def merge_with(self, person: int) -> None:
        """Once made he is to be merged with this person."""
        self._merge = person

    def taken_merge(self) -> int | None:
        """With whom he is to be merged; asked once."""
        wanted, self._merge = self._merge, None
        return wanted

    def make(self) -> None:
        """Adds him to the book, if his name is there."""
        if self._name is None:
            return
        name, self._name, self.begun = self._name, None, False
        self.given = self._contacts()
        tasks = self._kit.tasks.catching(self._refused)
        added = partial(self._added, self._turn)
        roles = tuple(self._unfinished.roles)
        tasks.write(people.add, added, name=name, today=self._kit.clock.today(), roles=roles, contacts=self.given)
        self._unfinished.drop()

    def _refused(self, error: CoordinatorError) -> None:
        self.begun = True
        self._unfinished.refused(error)

    def _added(self, turn: int, person: int) -> None:
        if turn != self._turn:
            return
        for other in sorted(self.others):
            self._kit.tasks.write(people.not_same, lambda _: None, person=person, other=other)
        self.others = set()
        self._made(person)
