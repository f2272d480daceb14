"""What needs doing, most urgent first, and below it the next two weeks."""

import datetime as dt
from pathlib import Path
from typing import Any

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from coordinator_app.core import home
from coordinator_app.core.home import Need, NeedKind
from coordinator_app.gui.home import reading
from coordinator_app.gui.home.fortnight import Fortnight
from coordinator_app.gui.home.need_card import Acts, NeedCard
from coordinator_app.gui.home.need_cards import NeedCards
from coordinator_app.gui.home.reading import Overview
from coordinator_app.gui.kit.actions import Action
from coordinator_app.gui.kit.icons import Icon
from coordinator_app.gui.kit.kit import Kit
from coordinator_app.gui.kit.layout import scrolled
from coordinator_app.gui.kit.screen import PRIVACY_PAGE
from coordinator_app.i18n import N_, Language, Words

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
        self._asked_in: Language | None = None  # Holidays come from the book by name.
        self.needs = NeedCards(kit, Acts(self._do, self._later, self._not_needed, lambda: kit.go("importing", None)))
        self.fortnight = Fortnight(kit)
        self.widget = self._whole()
        kit.theme.changed.connect(self._measure)
        self._measure()

    def reload(self) -> None:
        now = self._kit.clock.now()
        self._asked_in = self._kit.voice.words.language
        self._kit.tasks.read(reading.overview, self._fill, now=now, language=self._asked_in)

    def show_subject(self, subject: int) -> None:
        """Home has no subjects."""

    def leave(self) -> None:
        """Nothing is typed here."""

    def say(self, words: Words) -> None:
        self.needs.say(words)
        if self._overview is not None:
            self.fortnight.show_days(self._overview, words)
            if words.language is not self._asked_in:
                self.reload()

    @property
    def cards(self) -> list[NeedCard]:
        """The cards as they stand, from above."""
        return self.needs.cards

    def _fill(self, overview: Overview) -> None:
        self._overview = overview
        self.needs.show_needs(overview)
        self.fortnight.setVisible(all(need.kind is not NeedKind.START for need in overview.needs))
        self.fortnight.show_days(overview, self._kit.voice.words)
        # Once this is painted: a question at work in the other thread would keep it from being laid out.
        QTimer.singleShot(0, self.widget, lambda: self._kit.tasks.read(reading.others, self.needs.show_others, today=overview.today))

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
        self._content = QWidget()
        column = QVBoxLayout(self._content)
        column.setContentsMargins(0, 4, 16, 16)
        column.setSpacing(12)
        column.addWidget(self.needs)
        column.addSpacing(12)
        column.addWidget(self.fortnight)
        column.addStretch(1)
        holder = QWidget()
        beside = QHBoxLayout(holder)
        beside.setContentsMargins(0, 0, 0, 0)
        beside.addWidget(self._content, 1)
        beside.addStretch(0)
        return scrolled(holder)

    def _measure(self) -> None:
        self._content.setMaximumWidth(self._kit.theme.px(WIDEST))
        self.say(self._kit.voice.words)


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
