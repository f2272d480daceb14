"""A message to everyone of one role."""

from collections.abc import Callable

from coordinator_app.core import mailing
from coordinator_app.core.kinds import PersonRole
from coordinator_app.core.mailing import Mailing
from coordinator_app.gui.kit.kit import Kit
from coordinator_app.gui.kit.mail_view import MailView
from coordinator_app.gui.people.said import ROLES_OF_MANY
from coordinator_app.i18n import N_


class RoleMail(MailView):
    """`write_to` begins it, `reload` brings it up to date."""

    def __init__(self, kit: Kit, back: Callable[[], object]) -> None:
        super().__init__(kit, back, N_("Leave the message"))
        self._kit = kit
        self._role = PersonRole.COUNSELLOR
        # In one pane the way back to the list, which is above it, is the same.
        kit.theme.follow(self, lambda: self.back.setVisible(not kit.theme.one_pane))

    def write_to(self, role: PersonRole) -> None:
        """Begins a message to everyone who has a role today."""
        self._role = role
        self.show_mailing(lambda words: words(ROLES_OF_MANY[role]), Mailing((), ()))
        self._ask(begins=True)

    def reload(self) -> None:
        """Asks the book again whom it reaches."""
        self._ask(begins=False)

    def _ask(self, *, begins: bool) -> None:
        role = self._role

        def show(found: Mailing) -> None:
            if role is self._role:
                self.show_mailing(lambda words: words(ROLES_OF_MANY[role]), found)
            if begins:
                self.begin()

        self._kit.tasks.read(mailing.to_role, show, role=role, today=self._kit.clock.today())
