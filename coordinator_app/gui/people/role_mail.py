"""A message to everyone of one role, which one digit or press chooses."""

from collections.abc import Callable

from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QPushButton, QWidget

from coordinator_app.core import mailing
from coordinator_app.core.kinds import PersonRole
from coordinator_app.core.mailing import Mailing
from coordinator_app.gui.kit.flow import Flow
from coordinator_app.gui.kit.kit import Kit
from coordinator_app.gui.kit.mail_view import MailView
from coordinator_app.gui.kit.one_of import OneOf
from coordinator_app.gui.people.said import ROLES_OF_MANY
from coordinator_app.i18n import N_, Words

# Participants are written to as members of a group, for it is there that they agree to it.
_WRITTEN_TO = tuple(role for role in ROLES_OF_MANY if role is not PersonRole.PARTICIPANT)


class RoleMail(MailView):
    """`write_to` begins it, `reload` brings it up to date."""

    def __init__(self, kit: Kit, back: Callable[[], object]) -> None:
        super().__init__(kit, back, N_("Close the message"))
        self._kit = kit
        self._role = PersonRole.COUNSELLOR
        self.roles = {role: QPushButton() for role in _WRITTEN_TO}
        whole = QWidget()
        row = Flow(whole)
        for role, made in self.roles.items():
            made.clicked.connect(lambda _checked, role=role: self.write_to(role))
            row.addWidget(made)
        OneOf(self).take(*self.roles.values())
        self.add_above(whole)
        # In one pane the way back to the list, which is above it, is the same.
        kit.theme.follow(self, lambda: self.back.setVisible(not kit.theme.one_pane))

    def write_to(self, role: PersonRole | None) -> None:
        """Begins a message to everyone who has a role today."""
        self._role = role if role in self.roles else PersonRole.COUNSELLOR
        self.roles[self._role].setChecked(True)
        # A digit that is typed before the book has answered is meant for this page, too.
        self.roles[self._role].setFocus()
        self._show(self._role, Mailing((), ()))
        self._ask(begins=True)

    def reload(self) -> None:
        """Asks the book again whom it reaches."""
        self._ask(begins=False)

    def say(self, words: Words) -> None:
        super().say(words)
        for number, (role, made) in enumerate(self.roles.items(), 1):
            made.setText(f"{number}  {words(ROLES_OF_MANY[role])}")

    def keyPressEvent(self, event: QKeyEvent) -> None:
        typed = event.text()
        if typed.isdecimal() and 1 <= int(typed) <= len(_WRITTEN_TO):
            self.write_to(_WRITTEN_TO[int(typed) - 1])
        else:
            super().keyPressEvent(event)

    def _ask(self, *, begins: bool) -> None:
        role = self._role

        def answered(found: Mailing) -> None:
            if role is self._role:
                self._show(role, found)
            if begins:
                self.begin()

        self._kit.tasks.read(mailing.to_role, answered, role=role, today=self._kit.clock.today())

    def _show(self, role: PersonRole, found: Mailing) -> None:
        self.show_mailing(lambda words: words(ROLES_OF_MANY[role]), found)
