"""The privacy review: whose time in the book is over, what would be done, and the contact man's answer to each."""

from collections.abc import Sequence
from typing import Any

from PySide6.QtWidgets import QPushButton, QWidget

from coordinator_app.bootstrap.office_files import catalogue_in_force
from coordinator_app.core import erasure, retention
from coordinator_app.core.errors import CoordinatorError
from coordinator_app.core.retention import Due, DueKind
from coordinator_app.gui.kit.fault_line import FaultLine
from coordinator_app.gui.kit.flow import Flow
from coordinator_app.gui.kit.forgetting import Forgetting
from coordinator_app.gui.kit.icons import Icon
from coordinator_app.gui.kit.kit import Kit
from coordinator_app.gui.kit.layout import EmptyState, Switch, text_label
from coordinator_app.gui.kit.table import Column, Table
from coordinator_app.gui.settings.busy import Busy
from coordinator_app.gui.settings.page import Page
from coordinator_app.i18n import N_, Words

_NOTHING = N_("Nothing waits for a decision. Who has not been seen for long will be listed here, and names that are no longer needed.")
_LAST_SEEN = 1  # The column of the day.


class PrivacyPage(Page):
    """A line for each person and each heap of names; under it the answers."""

    title, icon = N_("Privacy review"), Icon.HIDE

    def __init__(self, kit: Kit) -> None:
        super().__init__(kit)
        self._dues: tuple[Due, ...] = ()
        self.add_text(
            N_(
                "Participants are forgotten 12 months after the last visit, volunteers 24 months after the last task; names at meetings "
                "become numbers 3 months after the receipt of the year’s last summary, and names leave enquiries after 3 months. "
                "You decide on each."
            )
        )
        self.table: Table[Due] = Table(kit, "settings/privacy", _columns(), key=lambda due: (due.kind, due.person))
        self._labels.put(self.table.setAccessibleName, N_("Privacy review"))
        # What will happen to a man is read whole; in large text the day gives way to it.
        widths = (130, 140, 400), (190, 160, 200)
        kit.theme.follow(self.table, lambda: self.table.set_widths(widths[0] if kit.theme.one_pane else widths[1], spare=(_LAST_SEEN,)))
        self.table.chosen.connect(lambda _: self._arrange())
        self.nothing = EmptyState(kit, Icon.CALM, _NOTHING)
        self._switch = Switch(self.nothing, self.table)
        kit.theme.follow(self._switch, lambda: self._switch.setMinimumHeight(kit.theme.px(220)))
        self.add(self._switch, wide=True)
        self.fault = FaultLine(kit)
        self.add(self.fault)
        self.doer = self.verb(_verb(None), self._do, Icon.CHECK, "primary")
        self.keeper = self.verb(N_("Keep, with a reason"), self._offer_reasons, Icon.PERSON)
        self.putter_off = self.verb(N_("Ask again in a month"), lambda: self._answer(retention.later), Icon.LATER)
        self.bulk = self.verb(N_("Forget all the people listed"), self._forget_all, Icon.DELETE, "danger")
        self.add_verbs(self.doer, self.keeper, self.putter_off, self.bulk)
        self.reasons = self._reasons()
        self.add(self.reasons)
        self.busy = Busy(kit)
        self.add(self.busy)
        self._forgetting = Forgetting(kit, self, self._begin, self._end, self._refused)
        kit.tasks.failed.connect(lambda _: self._end())
        self._arrange()

    def reload(self) -> None:
        self._kit.tasks.read(retention.due, self._fill, today=self._kit.clock.today())

    def say(self, words: Words) -> None:
        super().say(words)
        self.nothing.say(words)
        self.table.say(words)
        self.doer.setText(words(_verb(self.table.current())))

    def _fill(self, dues: tuple[Due, ...]) -> None:
        self._dues = dues
        self.table.show_rows(dues)
        if dues and self.table.current() is None:
            self.table.choose((dues[0].kind, dues[0].person))
        self._switch.show_view(self.table if dues else self.nothing)
        self._arrange()

    def _arrange(self) -> None:
        idle, current = self.busy.isHidden(), self.table.current()
        self.doer.setText(self._kit.voice.words(_verb(current)))
        for verb in (self.doer, self.keeper, self.putter_off):
            verb.setVisible(bool(self._dues))
            verb.setEnabled(idle and current is not None)
        self.bulk.setVisible(len(self._people()) > 1)
        self.bulk.setEnabled(idle)
        self.reasons.hide()

    def _people(self) -> list[int]:
        return [due.person for due in self._dues if due.person is not None]

    def _do(self) -> None:
        due = self.table.current()
        if due is None:
            return
        self.fault.right()
        if due.person is not None:
            self._forgetting.ask([due.person])
            return
        drop: Any = erasure.drop_enquiries if due.kind is DueKind.ENQUIRIES else erasure.drop_attendance
        tasks, today = self._kit.tasks, self._kit.clock.today()

        def write(catalogue: Any) -> None:
            tasks.catching(self._refused).write(drop, lambda _: self._end(), until=due.until, today=today, catalogue=catalogue)

        self._begin()
        tasks.catching(self._refused).read(catalogue_in_force, write)

    def _forget_all(self) -> None:
        self.fault.right()
        self._forgetting.ask(self._people())

    def _offer_reasons(self) -> None:
        self.reasons.show()
        first = self.reasons.findChild(QPushButton)
        if first is not None:
            first.setFocus()

    def _keep(self, reason: str) -> None:
        self._answer(retention.keep, reason=reason)

    def _answer(self, command: Any, **more: Any) -> None:
        due = self.table.current()
        if due is not None:
            self.reasons.hide()
            self._kit.tasks.catching(self._refused).write(command, lambda _: None, dues=[due], today=self._kit.clock.today(), **more)

    def _begin(self) -> None:
        self.busy.begin(N_("Taking every trace out …"))
        self._arrange()

    def _end(self) -> None:
        self.busy.end()
        self._arrange()

    def _refused(self, error: CoordinatorError) -> None:
        self._end()
        self.fault.wrong(error.said)

    def _reasons(self) -> QWidget:
        whole = QWidget()
        column = Flow(whole)
        label = text_label("label", wrap=False)
        self._labels.put(label.setText, N_("Kept for a year, because"))
        column.addWidget(label)
        for code, text in retention.REASONS.items():
            made = QPushButton()
            self._labels.put(made.setText, text)
            made.clicked.connect(lambda _checked, code=code: self._keep(code))
            column.addWidget(made)
        whole.hide()
        return whole


def _verb(due: Due | None) -> str:
    """What the filled button does to the line that is pointed at (`N_`)."""
    return N_("Take the names out") if due is not None and due.person is None else N_("Forget this person")


def _columns() -> Sequence[Column[Due]]:
    def who(due: Due, words: Words) -> str:
        match due.kind:
            case DueKind.ENQUIRIES:
                return words.count("{n} name in enquiries and talks", "{n} names in enquiries and talks", due.number)
            case DueKind.ATTENDANCE:
                return words.count("{n} name at meetings", "{n} names at meetings", due.number)
        return due.name

    def when(due: Due, words: Words) -> str:
        if due.until is not None:
            return words(N_("until {day}"), day=words.date(due.until))
        return words.date(due.last) if due.last else ""

    def what(due: Due, words: Words) -> str:
        match due.kind:
            case DueKind.ENQUIRIES:
                return words(N_("names and notes go, the numbers stay"))
            case DueKind.ATTENDANCE:
                return words(N_("names become numbers"))
            case DueKind.WITHDRAWN:
                return words(N_("is forgotten: took the consent back"))
            case DueKind.VOLUNTEER:
                return words(N_("is forgotten: no task for two years"))
        return words(N_("is forgotten: no visit for a year"))

    return [
        Column(N_("Who or what"), who, lambda due: (due.person is not None, due.name)),
        Column(N_("Last seen"), when, lambda due: due.until or due.last),
        Column(N_("What will happen"), what, lambda due: due.kind),
    ]
