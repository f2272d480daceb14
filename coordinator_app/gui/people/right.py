"""The right side of the screen: a person, an organisation, two people to merge, or nobody yet."""

from collections.abc import Callable

from PySide6.QtWidgets import QScrollArea, QWidget

from coordinator_app.core.kinds import OrganisationKind, PersonRole
from coordinator_app.gui.kit.icons import Icon
from coordinator_app.gui.kit.kit import Kit
from coordinator_app.gui.kit.layout import EmptyState, Switch, scrolled
from coordinator_app.gui.people.merge_view import MergeView
from coordinator_app.gui.people.organisation_view import OrganisationView
from coordinator_app.gui.people.person_view import PersonView
from coordinator_app.gui.people.reading import Organisation, Person
from coordinator_app.gui.people.side import Key
from coordinator_app.i18n import N_, Words


class Right(Switch):
    """`opened(person)`, `merging(one, other)`, `created(key)`, `removed()` are told to the screen."""

    def __init__(
        self,
        kit: Kit,
        opened: Callable[[int], object],
        merging: Callable[[int, int], object],
        created: Callable[[Key], object],
        removed: Callable[[], object],
    ) -> None:
        super().__init__()
        self.person = PersonView(kit, opened, merging, lambda id_: created((False, id_)), removed)
        self.organisation = OrganisationView(kit, opened, lambda id_: created((True, id_)), removed)
        self.merge = MergeView(kit, opened)
        self._none = EmptyState(kit, Icon.PERSON, N_("Choose someone from the list."))
        self._views: dict[QWidget, QScrollArea] = {part: scrolled(part) for part in (self.person, self.organisation, self.merge)}
        self.show_none()

    @property
    def merging(self) -> bool:
        """Whether two are being merged."""
        return self.currentWidget() is self._views[self.merge]

    def show_none(self) -> None:
        """Nobody is chosen."""
        self.show_view(self._none)

    def show_person(self, whole: Person) -> None:
        """A person as the book has him now."""
        self._turn_to(self.person, new=self.person.person != whole.detail.id)
        self.person.show_person(whole)

    def show_organisation(self, whole: Organisation) -> None:
        """An organisation as the book has it now."""
        self._turn_to(self.organisation, new=self.organisation.organisation != whole.detail.id)
        self.organisation.show_organisation(whole)

    def begin(self, role: PersonRole | None) -> None:
        """A new person."""
        self._turn_to(self.person, new=True)
        self.person.begin((role,) if role else ())

    def begin_organisation(self, kind: OrganisationKind | None) -> None:
        """A new organisation."""
        self._turn_to(self.organisation, new=True)
        self.organisation.begin(kind)

    def begin_merge(self, one: int, other: int) -> None:
        """Two entries of one man, side by side."""
        self._turn_to(self.merge, new=True)
        self.merge.begin(one, other)

    def flush(self) -> None:
        """Stores what is being typed."""
        self.person.flush()
        self.organisation.flush()

    def say(self, words: Words) -> None:
        """Speaks this language."""
        for part in (self.person, self.organisation, self.merge, self._none):
            part.say(words)

    def _turn_to(self, part: QWidget, *, new: bool) -> None:
        """Shows a part; another record begins at its top."""
        view = self._views[part]
        self.show_view(view)
        if new:
            view.verticalScrollBar().setValue(0)
