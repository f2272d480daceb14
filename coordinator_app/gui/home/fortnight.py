"""The next two weeks, by day: meetings and activities that open on a click, holidays and breaks beside them."""

from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from coordinator_app.core.calendar import CalendarDay, Event, EventKind
from coordinator_app.core.kinds import MeetingState
from coordinator_app.gui.home.reading import Overview
from coordinator_app.gui.kit.icons import Icon
from coordinator_app.gui.kit.kit import Kit
from coordinator_app.gui.kit.layout import IconLabel, card, rule, text_label
from coordinator_app.gui.kit.meeting_looks import look_of
from coordinator_app.gui.kit.plain import on_button
from coordinator_app.gui.kit.theme import set_role
from coordinator_app.i18n import N_, Words

_SCREENS = {EventKind.MEETING: "attendance", EventKind.ACTIVITY: "activities"}


class Fortnight(QWidget):
    """Made anew for each answer of the book; days on which nothing is are left out."""

    def __init__(self, kit: Kit) -> None:
        super().__init__()
        self._kit = kit
        self._heading = text_label("section")
        self._frame, self._place = card()
        self._body = QWidget()
        self._place.addWidget(self._body)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(self._heading)
        column.addWidget(self._frame)

    def show_days(self, overview: Overview, words: Words) -> None:
        """Shows these days."""
        self._heading.setText(words(N_("The next two weeks")))
        self._place.removeWidget(self._body)
        self._body.hide()
        self._body.deleteLater()
        self._body = QWidget()
        grid = QGridLayout(self._body)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(16)
        grid.setVerticalSpacing(4)
        grid.setColumnStretch(1, 1)
        for day in overview.days:
            self._add(grid, day, overview, words)
        if not overview.days:
            nothing = text_label("quiet")
            nothing.setText(words(N_("Nothing is planned for the next two weeks.")))
            grid.addWidget(nothing, 0, 0)
        self._place.addWidget(self._body)

    def _add(self, grid: QGridLayout, day: CalendarDay, overview: Overview, words: Words) -> None:
        if grid.count():
            grid.addWidget(rule(), grid.rowCount(), 0, 1, 2)
        row, above = grid.rowCount(), self._kit.theme.one_pane
        when = text_label("label", wrap=False)
        when.setText(words(N_("Today")) if day.on == overview.today else words.date_with_weekday(day.on))
        grid.addWidget(when, row, 0, 1, 2 if above else 1, Qt.AlignmentFlag.AlignTop)
        when.setMinimumHeight(self._kit.theme.px(34))
        events = QVBoxLayout()
        events.setSpacing(2)
        for event in day.events:
            events.addWidget(self._event(event, overview, words))
        if above:
            grid.addLayout(events, row + 1, 0, 1, 2)
        else:
            grid.addLayout(events, row, 1)

    def _event(self, event: Event, overview: Overview, words: Words) -> QWidget:
        if event.kind not in _SCREENS:
            label = text_label("quiet")
            label.setMinimumHeight(self._kit.theme.px(34))
            label.setText(event.title if event.kind is EventKind.HOLIDAY else words(N_("Break: {why}"), why=event.title or "–"))
            return label
        look = look_of(event, overview.today, overview.records_begin, ours=event.ours)
        line = QWidget()
        row = QHBoxLayout(line)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addWidget(IconLabel(self._kit, look.icon, look.role, 20))
        opens = QPushButton(on_button(_said(event, words)))
        set_role(opens, "quiet")
        opens.setAccessibleDescription(words(look.word))
        opens.clicked.connect(partial(self._open, event))
        row.addWidget(opens)
        where = _where_and_who(event, overview)
        if where:
            place = text_label("quiet")
            place.setText(where)
            row.addWidget(place, 1)
        if event.kind is EventKind.MEETING and event.id in overview.gaps:
            self._warn(row, words(N_("nobody runs it")))
        if event.state is not MeetingState.PLANNED or event.on <= overview.today:
            state = text_label("quiet", wrap=False)
            state.setText(words(look.word))
            row.addWidget(state)
        if event.clashes:
            self._warn(row, words(N_("two at the same time")))
        row.addStretch(0 if where else 1)
        return line

    def _warn(self, row: QHBoxLayout, text: str) -> None:
        warning = text_label("needs", wrap=False)
        warning.setText(text)
        row.addWidget(IconLabel(self._kit, Icon.WARNING, "amber", 18))
        row.addWidget(warning)

    def _open(self, event: Event, _checked: bool = False) -> None:
        self._kit.go(_SCREENS[event.kind], event.id)


def _where_and_who(event: Event, overview: Overview) -> str:
    """The place, and the names of those who run a meeting."""
    runs = overview.runs.get(event.id or 0, ()) if event.kind is EventKind.MEETING else ()
    return " · ".join(part for part in (event.place_name, ", ".join(name for _, name in runs)) if part)


def _said(event: Event, words: Words) -> str:
    parts = [event.title]
    if event.starts is not None:
        parts.insert(0, words.time(event.starts) if event.minutes is None else words.times(event.starts, event.minutes))
    return "  ".join(parts)
