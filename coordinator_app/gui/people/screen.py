"""People and organisations: a list with a search that folds, and everything of the one chosen."""

from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton, QVBoxLayout

from coordinator_app.gui.kit.actions import Action, button
from coordinator_app.gui.kit.icons import Icon
from coordinator_app.gui.kit.kit import Kit
from coordinator_app.gui.kit.layout import EmptyState, ListAndForm, Switch
from coordinator_app.gui.kit.tab_order import begin_at
from coordinator_app.gui.people import reading
from coordinator_app.gui.people.reading import Overview, Row
from coordinator_app.gui.people.right import Right
from coordinator_app.gui.people.side import Key, Side, key_of
from coordinator_app.i18n import N_, Words


class PeopleScreen:
    """The screen `people`. Its subject is a person's id; an organisation's id comes with a minus."""

    name, title, icon = "people", N_("People"), Icon.PEOPLE
    kinds = frozenset(
        {
            "person", "role", "contact", "consent", "not_same", "organisation", "grp", "member", "meeting", "attendance",
            "meeting_counsellor", "activity", "activity_organisation",
        }
    )  # fmt: skip

    def __init__(self, kit: Kit) -> None:
        self._kit = kit
        self._shown: Key | None = None
        self._drafting = False
        # The main window asks for its button anew whenever a screen is gone to.
        self._dress = partial(kit.go, self.name, None)
        self._new_person = Action(N_("New person"), self.begin, Icon.ADD, "Ctrl+N")
        self._new_organisation = Action(N_("New organisation"), self.begin, Icon.ADD, "Ctrl+N")
        self.side = Side(kit, self.reload, self._dress, self.write)
        self.side.list.chosen.connect(self._chosen)
        self.right = Right(kit, lambda person: self._show((False, person)), self._begin_merge, self._created, self._removed, self._back)

        def first_person() -> None:
            # Organisations may have been looked at before; what is begun is what the button says.
            self.side.show_segment(organisations=False)
            self._dress()
            self.begin()

        self._empty = EmptyState(
            kit,
            Icon.PEOPLE,
            N_("The men who run the groups and come to them, your partners and the media will be here."),
            Action(N_("New person"), first_person, Icon.ADD),
        )
        self._bring_in = _bring_in(kit, self._empty)
        self.panes = ListAndForm(kit, self.side, self.right)
        self.side.list.opened.connect(lambda _row: self.panes.show_form())
        self.side.list.view.clicked.connect(lambda _index: self.panes.show_form())
        self.widget = Switch(self._empty, self.panes)
        self.widget.show_view(self._empty)
        begin_at(self.widget, self.side.list.search)
        self.say(kit.voice.words)

    @property
    def primary(self) -> Action | None:
        """What is new follows the list; while two are merged, merging is the one thing to do."""
        if self.right.merging:
            return None
        return self._new_organisation if self.side.wanted.organisations else self._new_person

    def reload(self) -> None:
        search = self.side.list.search.text()
        self._kit.tasks.read(reading.overview, self._fill, wanted=self.side.wanted, search=search, today=self._kit.clock.today())
        if (key := self._shown) is not None:
            self.right.ask(key)
        elif self.right.writing:
            self.right.mail.reload()

    def write(self) -> None:
        """Shows a message to everyone of the chosen role; where none is chosen, to the counsellors first of all."""
        self.leave()
        self._shown, self._drafting = None, False
        self.side.list.choose_none()
        self.panes.show_form()
        self.right.write_to(self.side.wanted.role)

    def show_subject(self, subject: int) -> None:
        self._show((subject < 0, abs(subject)))

    def begin(self, name: str = "") -> None:
        """Begins a new organisation or person, as the list shows; under a name typed elsewhere always a person."""
        if name:
            self.side.show_segment(organisations=False)
        wanted = self.side.wanted
        self.leave()
        self._shown, self._drafting = None, True
        self.side.list.choose_none()
        self.widget.show_view(self.panes)
        self.panes.show_form()
        if wanted.organisations:
            self.right.begin_organisation(wanted.kind)
        else:
            self.right.begin(wanted.role, name)

    def leave(self) -> None:
        self.right.flush()

    def say(self, words: Words) -> None:
        for part in (self.side, self.right, self._empty, self.panes):
            part.say(words)
        self._bring_in.setText(words(N_("Bring in from a file")))

    def _fill(self, overview: Overview) -> None:
        self.widget.show_view(self.panes if overview.anybody or self._drafting else self._empty)
        self.right.person.parts.offer(overview.groups, overview.organisations)
        self.side.show_rows(overview.rows)
        if self._shown is not None:
            self.side.list.choose(self._shown)

    def _chosen(self, row: Row) -> None:
        if key_of(row) != self._shown:
            self.leave()
            merging = self.right.merging
            self._shown, self._drafting = key_of(row), False
            if merging:
                self.right.show_none()
                self._dress()
            self.right.ask(self._shown)

    def _show(self, key: Key) -> None:
        """Shows one, wherever he stands in the lists."""
        self.leave()
        self._shown, self._drafting = key, False
        self.side.show_segment(key[0])
        self.panes.show_form()
        if self.right.merging:
            self.right.show_none()
        self._dress()
        self.reload()

    def _back(self) -> None:
        """A message was left, or somebody new is not added after all: back to the list, or to what an empty book shows."""
        self._drafting = False
        self._removed()
        self.panes.show_list()
        self.reload()

    def _created(self, key: Key) -> None:
        """He is in the book; he is shown, unless someone else was chosen meanwhile."""
        if self._drafting:
            self._shown, self._drafting = key, False

    def _begin_merge(self, one: int, other: int) -> None:
        self._shown, self._drafting = (False, one), False
        self.right.begin_merge(one, other)
        self._dress()

    def _removed(self) -> None:
        self._shown = None
        self.right.show_none()


def _bring_in(kit: Kit, empty: EmptyState) -> QPushButton:
    """A second way to fill the empty list: from a file."""
    made = button(kit.icons, Action(N_("Bring in from a file"), lambda: kit.go("importing", None), Icon.BRING_IN))
    column = empty.layout()
    assert isinstance(column, QVBoxLayout)
    column.insertWidget(column.count() - 1, made, 0, Qt.AlignmentFlag.AlignHCenter)
    return made
