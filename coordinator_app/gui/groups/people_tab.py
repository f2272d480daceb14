"""Who comes to a group, who runs it, and the waiting list under them."""

import datetime as dt
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from coordinator_app.core import groups
from coordinator_app.core.catalogue import Catalogue
from coordinator_app.core.errors import Refused
from coordinator_app.core.groups import MemberRow
from coordinator_app.core.kinds import MemberRole
from coordinator_app.core.sorting import sort_key
from coordinator_app.gui.groups.reading import Overview, Shown
from coordinator_app.gui.groups.waiting_list import WaitingList
from coordinator_app.gui.kit.actions import Action, button
from coordinator_app.gui.kit.fields import ChoiceField, DateField, Option, Side, TextField
from coordinator_app.gui.kit.flow import Flow
from coordinator_app.gui.kit.icons import Icon
from coordinator_app.gui.kit.kit import Kit
from coordinator_app.gui.kit.known_people import KnownPeople, known_people
from coordinator_app.gui.kit.layout import text_label
from coordinator_app.gui.kit.panel import Panel
from coordinator_app.gui.kit.table import Column, Table
from coordinator_app.gui.kit.voice import Labels
from coordinator_app.i18n import N_, Words

_ROLES = {MemberRole.MEMBER: N_("Member"), MemberRole.COUNSELLOR: N_("Counsellor"), MemberRole.WAITING: N_("Waits for a place")}
_SINCE = 2  # The column that says since when.
_ICONS = {MemberRole.COUNSELLOR: (Icon.HELD, "good"), MemberRole.MEMBER: (Icon.PERSON, "primary")}
_FIELDS = (
    Side(
        (
            TextField(name="name", label=N_("Name"), required=True, hint=N_("Known people are offered while you type")),
            ChoiceField(name="role", label=N_("As"), options=tuple(Option(role, text) for role, text in _ROLES.items()), required=True),
        )
    ),
    DateField(name="since", label=N_("From which day"), required=True, help=N_("For the waiting list, the day on which he asked.")),
)


class PeopleTab(QWidget):
    """A table of today's people, the verbs under it for the chosen one; then who waits."""

    def __init__(self, kit: Kit) -> None:
        super().__init__()
        self._kit = kit
        self._shown: Shown | None = None
        self._catalogue: Catalogue | None = None
        self._known = KnownPeople(())
        self._labels = Labels(kit.voice.words)
        self.table: Table[MemberRow] = Table(kit, "groups/people", _columns(), key=lambda row: row.id)
        self.table.set_widths((210, 160, 150), spare=(_SINCE,))
        kit.theme.follow(self, lambda: self.table.setMinimumHeight(kit.theme.px(200)))
        self._labels.put(self.table.setAccessibleName, N_("People of the group"))
        self.table.chosen.connect(lambda _: self._arrange())
        self.table.opened.connect(lambda row: kit.go("people", row.person))
        self.panel = Panel(
            kit, N_("Add to the group"), _FIELDS, Action(N_("Add"), self._add, Icon.ADD), leave=N_("Do not add"), back=self.table.setFocus
        )
        self.adder = self._verb(N_("Add a person"), self.begin, Icon.ADD)
        self.opener = self._verb(N_("Show the person"), self._open, Icon.PERSON)
        self.remover = self._verb(N_("Take out of the group"), self._remove, Icon.TAKE_AWAY)
        self.waiting = WaitingList(kit, lambda: self.begin(MemberRole.WAITING))
        self._none = text_label("quiet")
        self._labels.put(self._none.setText, N_("Nobody is written down for this group. A group may well keep no names at all."))
        self._alone = text_label("quiet")
        self._alone.hide()
        self._labels.put(
            self._alone.setText,
            N_("The men of this group are never written to together, so that none learns of another. Write to each by himself."),
        )
        self._lay_out()

    def offer(self, overview: Overview) -> None:
        """Which services are sensitive."""
        self._catalogue = overview.catalogue
        self._arrange()

    def show_group(self, shown: Shown) -> None:
        """Shows who is of the group today."""
        if self._shown is None or self._shown.group.id != shown.group.id:
            self.panel.put_away()
        self._shown = shown
        self.waiting.show_group(shown)
        here = [row for row in shown.group.members if row.until is None or row.until >= shown.today]
        rows = [row for row in here if row.role is not MemberRole.WAITING]
        self.table.show_rows(rows)
        self.table.setVisible(bool(rows))
        self._none.setVisible(not rows)
        self._arrange()

    def say(self, words: Words) -> None:
        """Speaks this language."""
        for part in (self._labels, self.table, self.panel, self.waiting):
            part.say(words)

    def _nameless(self) -> bool:
        """Whether the group may keep no names but those of its counsellors."""
        return self._catalogue is not None and self._shown is not None and self._catalogue.is_counts_only(self._shown.group.service)

    def begin(self, role: MemberRole = MemberRole.MEMBER) -> None:
        """Opens the card that adds a person; where no other names may be kept, a counsellor."""
        if self._shown is None:
            return
        today = self._kit.clock.today()
        if self._nameless():
            role = MemberRole.COUNSELLOR
        self._kit.tasks.read(known_people, self._learn, today=today)
        self.panel.begin({"name": "", "role": role, "since": today}, "name", f"groups/{self._shown.group.id}/person")

    def _learn(self, known: KnownPeople) -> None:
        self._known = known
        self.panel.form.row("name").editor.suggest(self._known.offered)

    def _add(self) -> None:
        assert self._shown is not None
        name, role, since = (self.panel.values[each] for each in ("name", "role", "since"))
        refuse = self.panel.refuse("name")
        today, group = self._kit.clock.today(), self._shown.group.id
        tasks = self._kit.tasks.catching(refuse)
        try:
            person = self._known.find(name)
        except Refused as error:
            refuse(error)
            return
        if person is not None:
            tasks.write(groups.add_member, self._added, group=group, person=person, role=role, since=since)
        else:
            tasks.write(groups.add_person, self._added, group=group, name=name, role=role, today=today, since=since)

    def _added(self, _place: int) -> None:
        """Made ready for the next name, so that a list of men is written in one go."""
        self.panel.begin_next({"name": ""}, "name")
        self._kit.tasks.read(known_people, self._learn, today=self._kit.clock.today())

    def _open(self) -> None:
        row = self.table.current()
        if row is not None:
            self._kit.go("people", row.person)

    def _remove(self) -> None:
        row = self.table.current()
        if row is not None:
            # Who was here at some time leaves a trace of when he left; who never came just goes.
            today = self._kit.clock.today()
            on = None if row.since is not None and row.since >= today else today - dt.timedelta(days=1)
            self._kit.tasks.write(groups.remove_member, lambda _: None, member=row.id, on=on)

    def _arrange(self) -> None:
        row = self.table.current()
        self.opener.setEnabled(row is not None)
        self.remover.setEnabled(row is not None)
        if self._catalogue is not None and self._shown is not None:
            self._alone.setVisible(self._catalogue.is_sensitive(self._shown.group.service))
        self.waiting.setVisible(not self._nameless())

    def _verb(self, text: str, run: Any, icon: Icon) -> QPushButton:
        made = button(self._kit.icons, Action(text, run, icon))
        self._labels.put(made.setText, text)
        return made

    def _lay_out(self) -> None:
        verbs = Flow()
        for verb in (self.adder, self.opener, self.remover):
            verbs.addWidget(verb)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 12, 8, 0)
        column.setSpacing(12)
        column.addWidget(self._alone)
        column.addWidget(self._none)
        column.addWidget(self.table, 1)
        column.addLayout(verbs)
        column.addWidget(self.panel)
        column.addWidget(self.waiting)
        column.addStretch(0)
        self.table.setFocusPolicy(Qt.FocusPolicy.StrongFocus)


def _columns() -> list[Column[MemberRow]]:
    def day(value: Any, words: Words) -> str:
        return words.date(value) if value else ""

    return [
        Column(N_("Name"), lambda row, words: row.name, lambda row: sort_key(row.name), icon=lambda row: _ICONS[row.role]),
        Column(N_("As"), lambda row, words: words(_ROLES[row.role]), lambda row: row.role),
        Column(N_("Since"), lambda row, words: day(row.since, words), lambda row: row.since),
        Column(N_("Last there"), lambda row, words: day(row.last_there, words), lambda row: row.last_there),
    ]
