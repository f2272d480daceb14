"""What needs doing, most urgent first, and below it the next two weeks."""

import datetime as dt
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from coordinator_app.core import home
from coordinator_app.core.home import Need, NeedKind
from coordinator_app.gui.home import reading
from coordinator_app.gui.home.fortnight import Fortnight
from coordinator_app.gui.home.need_card import Acts, NeedCard
from coordinator_app.gui.home.reading import Overview
from coordinator_app.gui.kit.actions import Action
from coordinator_app.gui.kit.icons import Icon
from coordinator_app.gui.kit.kit import Kit
from coordinator_app.gui.kit.layout import IconLabel, scrolled, text_label
from coordinator_app.gui.kit.screen import PRIVACY_PAGE
from coordinator_app.i18n import N_, Words

WIDEST = 920
_RESTS = {NeedKind.BACK_UP: 7, NeedKind.CONSENT: 7, NeedKind.REVIEW: 7, NeedKind.POSTERS: 7}


class HomeScreen:
    """What `Screen` asks."""

    name, title, icon = "home", N_("Home"), Icon.HOME
    kinds = frozenset(
        {"grp", "slot", "pause", "meeting", "meeting_counsellor", "activity", "attendance", "member", "person", "consent", "setting"}
        | {"sent_summary", "taken_in", "put_off", "check_answer", "quarter", "stated_figure", "enquiry", "volunteer_hours"}
        | {"hanging", "slot_date", "place", "contact"}
    )
    primary: Action | None = None

    def __init__(self, kit: Kit) -> None:
        self._kit = kit
        self._overview: Overview | None = None
        self.cards: list[NeedCard] = []
        self._revision: Need | None = None
        self._complete = False
        self._acts = Acts(self._do, self._later, self._not_needed, lambda: kit.go("importing", None))
        self._column = QVBoxLayout()
        self._column.setSpacing(12)
        self._quiet = QWidget()
        self._quiet_text = text_label("section", wrap=False)
        self.fortnight = Fortnight(kit)
        self.widget = self._whole()
        kit.theme.changed.connect(self._measure)
        self._measure()

    def reload(self) -> None:
        now = self._kit.clock.now()
        self._kit.tasks.read(reading.overview, self._fill, now=now, language=self._kit.voice.words.language)
        self._kit.tasks.read(reading.revision, self._add_revision, today=now.date())

    def show_subject(self, subject: int) -> None:
        """Home has no subjects."""

    def leave(self) -> None:
        """Nothing is typed here."""

    def say(self, words: Words) -> None:
        self._quiet_text.setText(words(N_("All quiet")))
        if self._overview is not None:
            for card in self.cards:
                card.say(words, self._overview)
            self.fortnight.show_days(self._overview, words)

    def _fill(self, overview: Overview) -> None:
        had_focus = _has_focus(self.cards)
        self._drop(0)
        self._overview = overview
        for need in overview.needs:
            self._add(need)
        if self._revision is not None:
            self._add(self._revision)
        self._quiet.setVisible(self._complete and not self.cards)
        self.fortnight.setVisible(not self._starting())
        self.fortnight.show_days(overview, self._kit.voice.words)
        if had_focus and self.cards:
            self.cards[0].do.setFocus(Qt.FocusReason.OtherFocusReason)

    def _add_revision(self, need: Need | None) -> None:
        """Comes last, so that nothing moves from under the pointer when it does."""
        if need != self._revision:
            if self._revision is not None:
                self._drop(len(self.cards) - 1)
            if need is not None:
                self._add(need)
            self._revision = need
        self._complete = True
        self._quiet.setVisible(not self.cards)

    def _add(self, need: Need) -> None:
        card = NeedCard(self._kit, need, first=not self.cards, acts=self._acts)
        self._column.insertWidget(len(self.cards), card)
        self.cards.append(card)
        if self._overview is not None:
            card.say(self._kit.voice.words, self._overview)

    def _drop(self, since: int) -> None:
        for old in self.cards[since:]:
            self._column.removeWidget(old)
            old.hide()
            old.deleteLater()
        del self.cards[since:]

    def _starting(self) -> bool:
        return any(card.need.kind is NeedKind.START for card in self.cards)

    def _do(self, need: Need) -> None:
        match need.kind:
            case NeedKind.RECORD:
                assert need.meeting is not None
                self._kit.go("attendance", need.meeting.id)
            case NeedKind.SEND | NeedKind.REVISE | NeedKind.ASKED:
                assert need.period is not None
                self._kit.go("quarter", 4 * need.period.year + need.period.quarter - 1)
            case NeedKind.POSTERS:
                self._kit.go("printing", need.posters[0].row.id)
            case NeedKind.CONSENT:
                self._kit.go("people", None)
            case NeedKind.REVIEW:
                self._kit.go("settings", PRIVACY_PAGE)
            case NeedKind.START:
                self._kit.go("groups", None)
            case NeedKind.BACK_UP:
                self._back_up()

    def _later(self, need: Need) -> None:
        until = self._kit.clock.today() + dt.timedelta(days=_RESTS.get(need.kind, 1))
        self._kit.tasks.write(home.later, lambda _: None, card=str(need.kind), until=until)

    def _not_needed(self, need: Need) -> None:
        self._kit.tasks.write(home.not_needed, lambda _: None, cards=need.cards)

    def _back_up(self) -> None:
        """To the place that is remembered while it is there, as a stick that is plugged in; else to one that is chosen."""
        self._kit.tasks.with_book(_within_reach, self._back_up_to)

    def _back_up_to(self, known: Path | None) -> None:
        words = self._kit.voice.words
        place = known or self._kit.ask.folder(self.widget, words(N_("Choose the memory stick, or a folder on it")))
        if place is not None:
            self._kit.tasks.with_book(lambda book: _copy(book, place), self._backed_up)

    def _backed_up(self, place: Path) -> None:
        words = self._kit.voice.words
        self._kit.notice.tell(words(N_("The backup is in {folder}. Keep the stick in a safe place."), folder=place))
        self.reload()

    def _whole(self) -> QWidget:
        row = QHBoxLayout(self._quiet)
        row.setContentsMargins(0, 8, 0, 8)
        row.setSpacing(12)
        row.addWidget(IconLabel(self._kit, Icon.CALM, "good", 32))
        row.addWidget(self._quiet_text)
        row.addStretch(1)
        self._quiet.hide()
        self._column.addWidget(self._quiet)
        self._column.addSpacing(12)
        self._column.addWidget(self.fortnight)
        self._column.addStretch(1)
        self._content = QWidget()
        self._content.setLayout(self._column)
        self._column.setContentsMargins(4, 4, 16, 16)
        holder = QWidget()
        beside = QHBoxLayout(holder)
        beside.setContentsMargins(0, 0, 0, 0)
        beside.addWidget(self._content, 1)
        beside.addStretch(0)
        return scrolled(holder)

    def _measure(self) -> None:
        self._content.setMaximumWidth(self._kit.theme.px(WIDEST))
        self.say(self._kit.voice.words)


def _has_focus(cards: Sequence[QWidget]) -> bool:
    return any(button.hasFocus() for card in cards for button in card.findChildren(QPushButton))


def _within_reach(book: Any) -> Path | None:
    """Runs in the book's thread: the second place of the `bootstrap.OpenBook`, if it is there."""
    place: Path | None = book.second_place()
    return place if place is not None and place.is_dir() else None


def _copy(book: Any, place: Path) -> Path:
    """Runs in the book's thread: backs the `bootstrap.OpenBook` up, and remembers the place for when the book is closed."""
    made = book.back_up(place)
    book.remember_second_place(place)
    folder: Path = made.folder.parent
    return folder
