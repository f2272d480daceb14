"""The documents as pictures, and the one that is chosen: options, pages, what is left out, and the ways to paper."""

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtGui import QImage, QShortcut
from PySide6.QtWidgets import QWidget
from shiboken6 import isValid

from coordinator_app.bootstrap.documents import KINDS, POSTER, Draft, Kind, Wanted
from coordinator_app.gui.kit.actions import Action
from coordinator_app.gui.kit.icons import Icon
from coordinator_app.gui.kit.kit import Kit
from coordinator_app.gui.kit.layout import EmptyState, ListAndForm, Switch
from coordinator_app.gui.kit.tab_order import begin_at
from coordinator_app.gui.printing import reading
from coordinator_app.gui.printing.gallery import Gallery
from coordinator_app.gui.printing.one_document import OneDocument
from coordinator_app.gui.printing.press import Latest, Press
from coordinator_app.gui.printing.reading import Offered
from coordinator_app.gui.printing.remembered import NEVER_KEPT, Remembered
from coordinator_app.gui.printing.whereabouts import Whereabouts
from coordinator_app.i18n import N_, Words
from coordinator_app.printing.schedule_text import ScheduleText

# A quarter's figures come from nearly every table.
_PRINTED = frozenset(
    {"setting", "place", "grp", "slot", "slot_date", "pause", "meeting", "attendance", "meeting_counsellor", "person", "contact", "consent"}
    | {"member", "role"}
    | {"series", "activity", "enquiry", "support_talk", "referral", "volunteer_hours", "sampled_month", "stated_figure", "feedback_tally"}
    | {"organisation", "activity_organisation", "activity_person", "quarter", "sent_summary", "taken_in", "hanging"}
)


class PrintingScreen:
    """What `Screen` asks. The filled button stands with the document, for it is another one for a text than for a page."""

    name, title, icon = "printing", N_("Print"), Icon.PRINT
    kinds = _PRINTED
    primary: Action | None = None

    def __init__(self, kit: Kit) -> None:
        self._kit, self._press, self._latest = kit, Press(), Latest()
        self._offered: Offered | None = None
        self._remembered: Remembered | None = None
        self._wanted: dict[Kind, Wanted] = {}
        self._shown: Kind | None = None
        self.one = OneDocument(kit, self._press)
        self.one.changed.connect(self._keep)
        self.one.drawn.connect(self._picture)
        self.gallery = Gallery(kit, self._choose)
        self.whereabouts = Whereabouts(kit, self._press)
        self.one.output.hung.connect(self._say_where)
        to_groups = Action(N_("Go to the groups"), lambda: kit.go("groups", None), Icon.GROUPS)
        self._lacking = EmptyState(
            kit,
            Icon.GROUPS,
            N_(
                "This paper tells about your groups and will be here when the first group has been added."
                " The forms further down the list can be printed already."
            ),
            to_groups,
        )
        self._right = Switch(self.one, self.whereabouts, self._lacking)
        self.panes = ListAndForm(kit, self.gallery, self._right)
        self.gallery.opened.connect(self.panes.show_form)
        self.gallery.whereabouts.clicked.connect(self._show_whereabouts)
        # Until the book has answered nothing is there that could take the keyboard.
        self.widget = Switch(self.panes)
        self.widget.show_view(QWidget())
        begin_at(self.widget, self.gallery)
        self._new = QShortcut("Ctrl+N", self.panes, partial(self.gallery.choose, POSTER))

    def reload(self) -> None:
        self._kit.tasks.read(reading.offered, self._fill, today=self._kit.clock.today())

    def show_subject(self, subject: int) -> None:
        """Shows where one of the posters hangs."""
        self._show_whereabouts()
        self.whereabouts.show_subject(subject)

    def leave(self) -> None:
        """Nothing is being typed here."""

    def say(self, words: Words) -> None:
        for part in (self.gallery, self.one, self.whereabouts, self.panes, self._lacking):
            part.say(words)

    def _fill(self, offered: Offered) -> None:
        self.widget.show_view(self.panes)
        self._offered = offered
        self._remembered = Remembered(self._kit.memory, offered)
        for kind in KINDS:
            wanted = self._remembered.wanted(kind)
            if before := self._wanted.get(kind):
                for switch in NEVER_KEPT:
                    wanted = wanted.but(switch, getattr(before, switch))
                if before.activity not in {each.id for each in offered.trainings}:
                    wanted = wanted.but("activity", next((each.id for each in offered.trainings), None))
            self._wanted[kind] = wanted
        self.one.offer(offered)
        if not self.gallery.whereabouts.isChecked():
            last, self._shown = self._shown or self._remembered.kind(), None
            self.gallery.choose(last)
            self._choose(last)
        self._draw_small()
        self.whereabouts.reload()

    def _show_whereabouts(self) -> None:
        self.gallery.whereabouts.setChecked(True)
        self._shown = None
        self._right.show_view(self.whereabouts)
        self.panes.show_form()

    def _say_where(self, printed: int) -> None:
        self._show_whereabouts()
        self.whereabouts.begin_hanging(printed)

    def _choose(self, kind: Kind) -> None:
        if kind is not self._shown and self._remembered is not None:
            self._shown = kind
            self._remembered.keep_kind(kind)
            if self._lacks(kind):
                self._right.show_view(self._lacking)
                return
            self._right.show_view(self.one)
            self.one.show_document(self._wanted[kind])

    def _lacks(self, kind: Kind) -> bool:
        """Whether it would have nothing to say in a book without groups."""
        return kind.of_groups and self._offered is not None and self._offered.nothing

    def _keep(self, wanted: Wanted) -> None:
        self._wanted[wanted.kind] = wanted
        if self._remembered is not None:
            self._remembered.keep(wanted)

    def _draw_small(self) -> None:
        """The pictures of the documents that are not shown; the shown one's comes with its pages."""
        still = self._latest.ask()
        for kind in filter(self._lacks, KINDS):
            self.gallery.buttons[kind].show_lacking()
        others = [self._wanted[kind] for kind in KINDS if kind is not self._shown and not self._lacks(kind)]
        self._kit.tasks.read(reading.drafts, partial(self._drafted, still, others), wanted=others, now=self._kit.clock.now())

    def _drafted(self, still: Callable[[], bool], others: Sequence[Wanted], drafts: Sequence[Draft]) -> None:
        for wanted, draft in zip(others, drafts, strict=True):
            if isinstance(draft, ScheduleText):
                self._picture(wanted.kind, draft.text)
            else:
                job = partial(self._press.first_page, manuscript=draft, wanted_still=still)
                self._kit.tasks.run(job, partial(self._picture, wanted.kind))

    def _picture(self, kind: Kind, page: QImage | bytes | str | None) -> None:
        # The book may have been locked meanwhile, and this window with it.
        if page is None or not isValid(self.widget):
            return
        if isinstance(page, str):
            self.gallery.show_text(page)
        else:
            self.gallery.buttons[kind].show_picture(page if isinstance(page, QImage) else QImage.fromData(page))
