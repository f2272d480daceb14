"""What can be reached and begun by its name from anywhere in the window. Like the main window it knows the screens."""

from collections.abc import Callable, Mapping
from functools import partial

from coordinator_app.gui.anywhere.command import Command
from coordinator_app.gui.kit.icons import Icon
from coordinator_app.gui.kit.screen import Place, Screen
from coordinator_app.i18n import N_

_NEW = (("groups", N_("New group")), ("people", N_("New person")), ("activities", N_("New activity")))


class Reach:
    """Leads to what a window holds: `go` to a screen and its subject, `screen_of` to the screen itself."""

    def __init__(self, places: Mapping[str, Place], go: Callable[[str, int | None], object], screen_of: Callable[[str], Screen]) -> None:
        self._places, self._go, self._screen_of = places, go, screen_of

    def commands(self) -> list[Command]:
        """The screens, what can be begun on them, and the pages of the settings."""
        screens = [Command(place.title, place.icon, partial(self._go, place.name, None)) for place in self._places.values()]
        begun = [
            Command(text, Icon.ADD, partial(self._begin, name), "Ctrl+N", self._places[name].title)
            for name, text in _NEW
            if name in self._places
        ]
        return [*screens, *begun, *self._enquiries(), *self._pages()]

    def add_person(self, name: str) -> None:
        """Begins a new person of this name on the screen of the people."""
        from coordinator_app.gui.people.screen import PeopleScreen

        screen = self._screen_of("people")
        assert isinstance(screen, PeopleScreen)
        self._go("people", None)
        screen.begin(name)

    def _begin(self, name: str) -> None:
        screen = self._screen_of(name)
        self._go(name, None)
        if screen.primary is not None:
            screen.primary.run()

    def _enquiries(self) -> list[Command]:
        if "activities" not in self._places:
            return []
        return [Command(N_("Log an enquiry"), Icon.ENQUIRY, self._log_enquiry, "Ctrl+E", self._places["activities"].title)]

    def _log_enquiry(self) -> None:
        from coordinator_app.gui.activities.screen import ActivitiesScreen

        screen = self._screen_of("activities")
        assert isinstance(screen, ActivitiesScreen)
        self._go("activities", None)
        screen.log_enquiry()

    def _pages(self) -> list[Command]:
        if "settings" not in self._places:
            return []
        from coordinator_app.gui.settings.screen import PAGES

        of = self._places["settings"].title
        return [Command(page.title, page.icon, partial(self._go, "settings", at), of=of) for at, page in enumerate(PAGES)]
