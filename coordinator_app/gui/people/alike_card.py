"""The warning that somebody like this is in the book already, and what to do about it."""

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtWidgets import QApplication, QFrame, QHBoxLayout, QVBoxLayout, QWidget

from coordinator_app.core.duplicates import Candidate
from coordinator_app.core.texts import beginning
from coordinator_app.gui.kit.actions import Action, button
from coordinator_app.gui.kit.flow import Flow
from coordinator_app.gui.kit.form import WIDEST
from coordinator_app.gui.kit.icons import Icon
from coordinator_app.gui.kit.kit import Kit
from coordinator_app.gui.kit.layout import IconLabel, text_label
from coordinator_app.gui.kit.voice import Labels
from coordinator_app.gui.people.said import REASONS, who_said
from coordinator_app.i18n import N_, Words

_MOST = 3


class AlikeCard(QFrame):
    """Hidden while nobody is alike. Each candidate can be opened, merged with (Ctrl+J: the likeliest), or said to be another man."""

    def __init__(self, kit: Kit, opened: Callable[[int], object], merged: Callable[[int], object], other: Callable[[int], object]) -> None:
        super().__init__()
        self._kit = kit
        self._verbs = (
            (N_("Open"), N_("Open {name}"), opened, ""),
            (N_("Merge the two"), N_("Merge with {name}"), merged, "Ctrl+J"),
            (N_("Not the same"), N_("Not the same man as {name}"), other, ""),
        )
        self._candidates: tuple[Candidate, ...] = ()
        self.setProperty("role", "card")
        self._labels = Labels(kit.voice.words)
        heading = text_label("needs")
        self._labels.put(heading.setText, N_("Somebody like this is in the book already"))
        top = QHBoxLayout()
        top.addWidget(IconLabel(kit, Icon.WARNING, "amber", 20))
        top.addWidget(heading, 1)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(16, 12, 16, 12)
        self._column.setSpacing(8)
        self._column.addLayout(top)
        self._rows: list[QWidget] = []
        kit.theme.changed.connect(self._measure)
        self._measure()
        self.hide()

    def show_alike(self, candidates: Sequence[Candidate]) -> None:
        """The likeliest first."""
        shown = tuple(candidates[:_MOST])
        if shown != self._candidates:
            self._candidates = shown
            self._rebuild(self._kit.voice.words)
        self.setVisible(bool(shown))

    def has_focus(self) -> bool:
        """Whether one of its buttons is just being pressed."""
        focused = QApplication.focusWidget()
        return focused is not None and self.isAncestorOf(focused)

    def say(self, words: Words) -> None:
        """Speaks this language."""
        self._labels.say(words)
        self._rebuild(words)

    def _rebuild(self, words: Words) -> None:
        for row in self._rows:
            self._column.removeWidget(row)
            row.hide()
            row.deleteLater()
        self._rows = [self._row(candidate, words) for candidate in self._candidates]
        for row in self._rows:
            self._column.addWidget(row)

    def _row(self, candidate: Candidate, words: Words) -> QWidget:
        name = text_label("label")
        name.setText(candidate.name)
        told = text_label()
        told.setText(who_said(candidate, words))
        why = text_label("quiet")
        why.setText(beginning(words.listing([words(REASONS[each]) for each in candidate.why])))
        buttons = QWidget()
        flow = Flow(buttons)
        for verb, named, run, keys in self._verbs:
            likeliest = candidate is self._candidates[0]
            made = button(self._kit.icons, Action(verb, partial(run, candidate.person), keys=keys if likeliest else ""))
            made.setText(words(verb))
            made.setAccessibleName(words(named, name=candidate.name))
            flow.addWidget(made)
        whole = QWidget()
        column = QVBoxLayout(whole)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        for part in (name, told, why, buttons):
            column.addWidget(part)
        return whole

    def _measure(self) -> None:
        self.setMaximumWidth(self._kit.theme.px(WIDEST))
