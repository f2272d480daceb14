"""The right side of the screen: a person, an organisation, two people to merge, a message to several, or nobody yet."""

from collections.abc import Callable
from functools import partial

from PySide6.QtWidgets import QScrollArea, QWidget

from coordinator_app.core.kinds import OrganisationKind, PersonRole
from coordinator_app.gui.kit.icons import Icon
from coordinator_app.gui.kit.kit import Kit
from coordinator_app.gui.kit.layout import EmptyState, Switch, scrolled
from coordinator_app.gui.people import reading
from coordinator_app.gui.people.merge_view import MergeView
from coordinator_app.gui.people.organisation_view import OrganisationView
from coordinator_app.gui.people.person_view import PersonView
from coordinator_app.gui.people.reading import Organisation, Person
from coordinator_app.gui.people.role_mail import RoleMail
from coordinator_app.gui.people.side import Key
from coordinator_app.i18n import N_, Words


class Right(Switch):
    """`opened(person)`, `merging(one, other)`, `created(key)`, `removed()` and `left()` are told to the screen.

    What is left is a message, or somebody new who is not added after all.
    """

    def __init__(
        self,
        kit: Kit,
        opened: Callable[[int], object],
        merging: Callable[[int, int], object],
        created: Callable[[Key], object],
        removed: Callable[[], object],
        left: Callable[[], object],
    ) -> None:
        super().__init__()
        self._kit, self._removed = kit, removed
        self._asked: Key | None = None
        self.person = PersonView(kit, opened, merging, lambda id_: created((False, id_)), removed, left)
        self.organisation = OrganisationView(kit, opened, lambda id_: created((True, id_)), removed, left)
        self.merge = MergeView(kit, opened)
        self.mail = RoleMail(kit, left)
        self._none = EmptyState(kit, Icon.PERSON, N_("Choose someone from the list."))
        self._views: dict[QWidget, QScrollArea] = {part: scrolled(part) for part in (self.person, self.organisation, self.merge, self.mail)}
        self.keep(self._none, *self._views.values())
        self.show_none()

    @property
    def merging(self) -> bool:
        """Whether two are being merged."""
        return self.currentWidget() is self._views[self.merge]

    def ask(self, key: Key) -> None:
        """Shows a person or an organisation when the book has answered, unless something else is shown by then.

        A merge is not broken off for it.
        """
        self._asked = key
        if key[0]:
            self._kit.tasks.read(reading.organisation, partial(self._answered, key), organisation=key[1])
        else:
            self._kit.tasks.read(reading.person, partial(self._answered, key), person=key[1], today=self._kit.clock.today())

    def show_none(self) -> None:
        """Nobody is chosen."""
        self._asked = None
        self.show_view(self._none)

    def begin(self, role: PersonRole | None, name: str = "") -> None:
        """A new person, whose name may have been typed already."""
        self._asked = None
        self._turn_to(self.person, new=True)
        self.person.begin((role,) if role else (), name)

    def begin_organisation(self, kind: OrganisationKind | None) -> None:
        """A new organisation."""
        self._asked = None
        self._turn_to(self.organisation, new=True)
        self.organisation.begin(kind)

    def begin_merge(self, one: int, other: int) -> None:
        """Two entries of one man, side by side."""
        self._asked = None
        self._turn_to(self.merge, new=True)
        self.merge.begin(one, other)

    @property
    def writing(self) -> bool:
        """Whether a message to several is shown."""
        return self.currentWidget() is self._views[self.mail]

    def write_to(self, role: PersonRole | None) -> None:
        """A message to everyone of a role."""
        self._asked = None
        self._turn_to(self.mail, new=True)
        self.mail.write_to(role)

    def flush(self) -> None:
        """Stores what is being typed."""
        self.person.flush()
        self.organisation.flush()

    def say(self, words: Words) -> None:
        """Speaks this language."""
        for part in (self.person, self.organisation, self.merge, self.mail, self._none):
            part.say(words)

    def _answered(self, key: Key, whole: Person | Organisation | None) -> None:
        if key != self._asked or self.merging:
            return
        if whole is None:
            self._removed()
        elif isinstance(whole, Person):
            self._turn_to(self.person, new=self.person.person != whole.detail.id)
            self.person.show_person(whole)
        else:
            self._turn_to(self.organisation, new=self.organisation.organisation != whole.detail.id)
            self.organisation.show_organisation(whole)

    def _turn_to(self, part: QWidget, *, new: bool) -> None:
        """Shows a part; another record begins at its top."""
        view = self._views[part]
        self.show_view(view)
        if new:
            view.verticalScrollBar().setValue(0)
