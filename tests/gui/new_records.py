"""Every kind of new record that is typed in a form: how it is begun on its screen, and the field it is typed into."""

import datetime as dt
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from PySide6.QtWidgets import QWidget
from sqlalchemy.orm import Session

from coordinator_app.core import enquiries, groups, people
from coordinator_app.core.groups import SlotForm
from coordinator_app.core.kinds import NamesKept, Rule
from coordinator_app.core.recurrence import SlotRule
from coordinator_app.gui.kit.form import Form
from coordinator_app.gui.kit.unfinished import UnfinishedLine

GROUP = "Tiistairyhmä"


@dataclass(frozen=True, slots=True)
class NewRecord:
    """`begin(screen)` opens its card; `form(screen)` has the `field`; `line(screen)` says that it was left unfinished."""

    screen: str
    key: str
    field: str
    begin: Callable[[Any], object]
    form: Callable[[Any], Form]
    line: Callable[[Any], UnfinishedLine]

    def editor(self, screen: Any) -> QWidget:
        """What is typed into."""
        return self.form(screen).row(self.field).editor.focus


def _of_panel(screen: str, key: str, field: str, begin: Callable[[Any], object], panel: Callable[[Any], Any]) -> NewRecord:
    return NewRecord(screen, key, field, begin, lambda on: panel(on).form, lambda on: panel(on).unfinished)


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


NEW: Mapping[str, NewRecord] = {
    "person": NewRecord(
        "people",
        "people/person",
        "name",
        lambda screen: screen.begin(),
        lambda screen: screen.right.person.name,
        lambda screen: screen.right.person.unfinished,
    ),
    "organisation": NewRecord(
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
    "group": _of_panel("groups", "groups/new", "name", lambda screen: screen.begin(), lambda screen: screen.draft.panel),
    "activity": NewRecord(
        "activities",
        "activities/new",
        "note",
        _turned("activities"),
        lambda screen: screen.activities.one.facts.form,
        lambda screen: screen.activities.one.facts.unfinished,
    ),
    "enquiry": NewRecord(
        "activities",
        "activities/enquiry",
        "note",
        lambda screen: screen.log_enquiry(),
        lambda screen: screen.enquiries.new.form,
        lambda screen: screen.enquiries.new.unfinished,
    ),
    "talk": _of_panel("activities", "activities/talk", "note", _talk, lambda screen: screen.enquiries.talk.panel),
    "hours": _of_panel("activities", "activities/hours", "person", _turned("hours"), lambda screen: screen.hours.new.panel),
    "feedback": _of_panel("activities", "activities/feedback", "asked", _turned("feedback"), lambda screen: screen.feedback.panel),
}


def fill(session: Session, *, today: dt.date) -> None:
    """What they are about: a group of two men that meets today, and an enquiry of today."""
    rule = SlotRule(rule=Rule.WEEKLY, weekday=today.weekday(), starts=dt.time(0, 5), minutes=60, valid_from=today)
    group = groups.add(session, name=GROUP, today=today, slots=(SlotForm(rule),), names_kept=NamesKept.NAMED)
    for name in ("Matti Mäkinen", "Pekka Virtanen"):
        groups.add_member(session, group=group, person=people.add(session, name=name, today=today), since=today)
    enquiries.log(session, on=today, today=today, channel="phone", service="peer")
