"""Every card that is typed into before it is taken, as for a new record: how it is begun on its screen, and the field it is typed into."""

import datetime as dt
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from PySide6.QtWidgets import QWidget
from sqlalchemy.orm import Session

from coordinator_app.bootstrap.documents import CERTIFICATE, POSTER, Switch
from coordinator_app.core import enquiries, feedback, groups, people, posters, volunteering
from coordinator_app.core.groups import SlotForm
from coordinator_app.core.kinds import ConsentPurpose, NamesKept, Rule
from coordinator_app.core.periods import Period
from coordinator_app.core.posters import Sheet
from coordinator_app.core.recurrence import SlotRule
from coordinator_app.gui.kit.form import Form
from coordinator_app.gui.kit.subjects import CaseSubject
from coordinator_app.gui.kit.unfinished import UnfinishedLine

GROUP = "Tiistairyhmä"
# What is given by hand of the quarter.
FIGURE = ("volunteers.hours", "peer")


@dataclass(frozen=True, slots=True)
class Card:
    """`begin(screen)` begins it, or asks the book for what it is about; `form(screen)` has the `field`.

    `line(screen)` says that it was left unfinished; `key` names what is kept of it.
    """

    screen: str
    key: str
    field: str
    begin: Callable[[Any], object]
    form: Callable[[Any], Form]
    line: Callable[[Any], UnfinishedLine]

    def open(self, screen: Any, settle: Callable[[], object]) -> QWidget:
        """Begins it, and again when the book has answered; what is typed into."""
        self.begin(screen)
        settle()
        if not self.editor(screen).isVisible():
            self.begin(screen)
            settle()
        return self.editor(screen)

    def editor(self, screen: Any) -> QWidget:
        """What is typed into."""
        return self.form(screen).row(self.field).editor.focus


def _of_panel(screen: str, key: str, field: str, begin: Callable[[Any], object], panel: Callable[[Any], Any]) -> Card:
    return Card(screen, key, field, begin, lambda on: panel(on).form, lambda on: panel(on).unfinished)


def _on_page(page: int, begin: Callable[[Any], object]) -> Callable[[Any], object]:
    def turn_and_begin(screen: Any) -> None:
        screen.one.tabs.setCurrentIndex(page)
        begin(screen.one)

    return turn_and_begin


def _organisation(screen: Any) -> None:
    screen.side.show_segment(organisations=True)
    screen.begin()


def _turned(name: str) -> Callable[[Any], object]:
    """Begins what the segment of that name is for."""

    def turn_and_begin(screen: Any) -> None:
        tab = getattr(screen, name)
        screen.widget.setCurrentWidget(tab)
        tab.begin()

    return turn_and_begin


def _talk(screen: Any) -> None:
    screen.widget.setCurrentWidget(screen.enquiries)
    screen.enquiries._begin_talk()


def _first_row(name: str) -> Callable[[Any], object]:
    """Turns to a page of the activities and begins to correct its first row, once that is shown."""

    def turn_and_correct(screen: Any) -> None:
        tab = getattr(screen, name)
        screen.widget.setCurrentWidget(tab)
        if tab.table.rows.rowCount():
            tab.table.selectRow(0)
            tab.rows.corrector.click()

    return turn_and_correct


def _of_case(begin: Callable[[Any], object]) -> Callable[[Any], object]:
    """Begins what comes of the first enquiry, once that is shown."""

    def show_and_begin(screen: Any) -> None:
        screen.show_subject(CaseSubject("enquiry", 1).subject)
        if screen.enquiries.one.came._case is not None:
            begin(screen.enquiries.one.came)

    return show_and_begin


def _posters(begin: Callable[[Any], object]) -> Callable[[Any], object]:
    def show_and_begin(screen: Any) -> None:
        screen._show_whereabouts()
        begin(screen.whereabouts)

    return show_and_begin


def _correct_poster(where: Any) -> None:
    for card in where.cards[:1]:
        card.named("Correct").click()


def _figure(screen: Any) -> None:
    if screen.one.why.figure is None:
        screen.one.ask_why(*FIGURE)
    else:
        screen.one.why.enter.click()


def _consent(screen: Any) -> None:
    screen.show_subject(1)
    if screen.right.person.person == 1:
        screen.right.person.parts.consents.lines[ConsentPurpose.GROUP_MAIL].button.click()


def _change_time(times: Any) -> None:
    times._begin_change(times._shown.group.slots[0])


def _end_time(times: Any) -> None:
    times._begin_end(times._shown.group.slots[0])


CARDS: Mapping[str, Card] = {
    "person": Card(
        "people",
        "people/person",
        "name",
        lambda screen: screen.begin(),
        lambda screen: screen.right.person.name,
        lambda screen: screen.right.person.unfinished,
    ),
    "organisation": Card(
        "people",
        "people/organisation",
        "name",
        _organisation,
        lambda screen: screen.right.organisation.who,
        lambda screen: screen.right.organisation.unfinished,
    ),
    "time": _of_panel(
        "groups", "groups/1/time", "place", _on_page(1, lambda one: one.times._begin_add()), lambda screen: screen.one.times.add_panel
    ),
    "break": _of_panel(
        "groups", "groups/1/break", "why", _on_page(1, lambda one: one.times.breaks._begin()), lambda screen: screen.one.times.breaks.panel
    ),
    "extra meeting": _of_panel(
        "groups",
        "groups/1/meeting",
        "on",
        _on_page(0, lambda one: one.meetings._begin_extra()),
        lambda on: on.one.meetings.extra_panel,
    ),
    "member": _of_panel("groups", "groups/1/person", "name", _on_page(3, lambda one: one.people.begin()), lambda on: on.one.people.panel),
    "activity": Card(
        "activities",
        "activities/new",
        "note",
        _turned("activities"),
        lambda screen: screen.activities.one.facts.form,
        lambda screen: screen.activities.one.facts.unfinished,
    ),
    "enquiry": Card(
        "activities",
        "activities/enquiry",
        "note",
        lambda screen: screen.log_enquiry(),
        lambda screen: screen.enquiries.new.form,
        lambda screen: screen.enquiries.new.unfinished,
    ),
    "talk": _of_panel("activities", "activities/talk", "note", _talk, lambda screen: screen.enquiries.talk.panel),
    "hours": _of_panel("activities", "activities/hours", "person", _turned("hours"), lambda screen: screen.hours.new.panel),
    "move": _of_panel(
        "groups",
        "groups/meeting/1",
        "on",
        _on_page(0, lambda one: one.meetings.chosen.mover.click()),
        lambda on: on.one.meetings.move_panel,
    ),
    "change of time": _of_panel(
        "groups", "groups/time/1", "place", _on_page(1, lambda one: _change_time(one.times)), lambda on: on.one.times.change_panel
    ),
    "end of time": _of_panel(
        "groups", "groups/time/1/end", "last", _on_page(1, lambda one: _end_time(one.times)), lambda on: on.one.times.end_panel
    ),
    "end of group": _of_panel(
        "groups", "groups/1/end", "on", _on_page(4, lambda one: one.details.ender.click()), lambda on: on.one.details.panel
    ),
    # It takes the place of the group that is shown.
    "group": _of_panel("groups", "groups/new", "name", lambda screen: screen.begin(), lambda screen: screen.draft.panel),
    "carried": _of_panel(
        "calendar", "calendar/meeting/1", "on", lambda screen: screen.grid.card.begin_move(), lambda screen: screen.grid.card.panel
    ),
    "talk of a case": _of_panel(
        "activities",
        "activities/enquiry/1/talk",
        "minutes",
        _of_case(lambda came: came.talker.click()),
        lambda screen: screen.enquiries.one.came.talk,
    ),
    "guiding": _of_panel(
        "activities",
        "activities/enquiry/1/guiding",
        "organisation",
        _of_case(lambda came: came.referrer.click()),
        lambda screen: screen.enquiries.one.came.referral,
    ),
    "correction": _of_panel(
        "activities",
        "activities/talk/1/correction",
        "minutes",
        _of_case(lambda came: came._begin_correction(came._case.talks[0])),
        lambda screen: screen.enquiries.one.came.correction,
    ),
    "corrected hours": _of_panel(
        "activities",
        "activities/hours/1/correction",
        "minutes",
        _first_row("hours"),
        lambda screen: screen.hours.correction.panel,
    ),
    "corrected feedback": _of_panel(
        "activities", "activities/feedback/1/correction", "agree", _first_row("feedback"), lambda screen: screen.feedback.correction
    ),
    "poster": _of_panel(
        "printing", "printing/1/place", "place", _posters(lambda where: where.begin.click()), lambda on: on.whereabouts.panels.new
    ),
    "place of a poster": _of_panel(
        "printing", "printing/hanging/1", "place", _posters(_correct_poster), lambda screen: screen.whereabouts.panels.wrong
    ),
    "figure": _of_panel("quarter", f"quarter/2026Q3/{'/'.join(FIGURE)}", "value", _figure, lambda screen: screen.one.why.panel),
    "consent": _of_panel(
        "people", "people/person/1/consent/group_mail", "on", _consent, lambda screen: screen.right.person.parts.consents.panel
    ),
    "certificate": Card(
        "printing",
        "printing/certificate/names",
        Switch.NAMES,
        lambda screen: screen.gallery.buttons[CERTIFICATE].click(),
        lambda screen: screen.one.options,
        lambda screen: screen.one.options.unfinished,
    ),
    "feedback": _of_panel("activities", "activities/feedback", "asked", _turned("feedback"), lambda screen: screen.feedback.panel),
}


def fill(session: Session, *, today: dt.date) -> None:
    """What they are about: a group of two men, an enquiry of today with a talk, an hour, a tally, and a poster that hangs."""
    rule = SlotRule(rule=Rule.WEEKLY, weekday=today.weekday(), starts=dt.time(0, 5), minutes=60, valid_from=today)
    group = groups.add(session, name=GROUP, today=today, slots=(SlotForm(rule),), names_kept=NamesKept.NAMED)
    for name in ("Matti Mäkinen", "Pekka Virtanen"):
        groups.add_member(session, group=group, person=people.add(session, name=name, today=today), since=today)
    enquiry = enquiries.log(session, on=today, today=today, channel="phone", service="peer").id
    enquiries.talk(session, on=today, today=today, minutes=30, service="peer", enquiry=enquiry)
    volunteering.log(session, on=today, today=today, minutes=60)
    feedback.tally(session, on=today, today=today, question="helped", asked=10, answers=8, agree=7)
    kept: dict[str, Any] = {Switch.LANGUAGES: ["fi"], Switch.PAPER: "a4", Switch.STRIPS: 0, Switch.GROUPS: None}
    sheet = Sheet("P-2222", POSTER.code, kept, Period.of(today).span)
    posters.hang(session, printed=posters.note_printed(session, sheet=sheet, today=today), place="Kirjasto", since=today)
