"""What the search shows: each line with its look, and what Enter does with it."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import partial

from coordinator_app.core.anywhere import Found, Sort
from coordinator_app.core.people.said import KINDS, roles_said
from coordinator_app.core.texts import beginning, matches
from coordinator_app.gui.anywhere.command import Command
from coordinator_app.gui.kit import subjects
from coordinator_app.gui.kit.icons import Icon
from coordinator_app.gui.kit.list import Item
from coordinator_app.gui.kit.subjects import CaseSubject
from coordinator_app.i18n import N_, Words

Go = Callable[[str, int | None], object]

_HEADINGS: Mapping[Sort, tuple[str, Icon]] = {
    Sort.PERSON: (N_("People"), Icon.PERSON),
    Sort.GROUP: (N_("Groups"), Icon.GROUPS),
    Sort.ORGANISATION: (N_("Organisations"), Icon.ORGANISATION),
    Sort.PLACE: (N_("Places"), Icon.PLACE),
    Sort.ACTIVITY: (N_("Activities"), Icon.ACTIVITIES),
    Sort.MEETING: (N_("Meetings"), Icon.ATTENDANCE),
    Sort.ENQUIRY: (N_("Enquiries"), Icon.ENQUIRY),
    Sort.TALK: (N_("Support talks"), Icon.ENQUIRY),
}


@dataclass(frozen=True, slots=True)
class Entry:
    """A line of the search; `key` tells it from the others."""

    key: tuple[str, object]
    look: Item
    run: Callable[[], object]


def of_records(found: Sequence[Found], go: Go, words: Words) -> list[Entry]:
    """The records found, under the names of their kinds."""
    return [Entry((each.sort, each.id), _look(each, words), partial(_open, each, go)) for each in found]


def of_commands(commands: Sequence[Command], typed: str, words: Words) -> list[Entry]:
    """The commands whose name holds every word typed; all of them when nothing is."""
    heading = words(N_("Screens and commands"))
    entries = []
    for command in commands:
        name, of = words(command.text).replace("&", ""), words(command.of)
        if not typed or matches(typed, (name, of)):
            under = " · ".join(part for part in (of, command.keys) if part)
            entries.append(Entry(("command", name), Item(name, under, icon=command.icon, role="primary", heading=heading), command.run))
    return entries


def of_new_person(typed: str, add: Callable[[str], object], words: Words) -> Entry:
    """The offer to add a person of the name that was typed in vain."""
    name = words(N_("Add the person “{name}”"), name=typed)
    return Entry(("new", typed), Item(name, icon=Icon.ADD, role="primary", heading=words(N_("Not in the book yet"))), partial(add, typed))


def _look(found: Found, words: Words) -> Item:
    heading, icon = _HEADINGS[found.sort]
    name = found.name if found.name or found.on is None else words.date_with_weekday(found.on)
    return Item(name, _under(found, words), icon=icon, heading=words(heading))


def _under(found: Found, words: Words) -> str:
    match found.sort:
        case Sort.PERSON:
            said = roles_said(found.roles, words)
        case Sort.ORGANISATION:
            said = "" if found.kind is None else beginning(words(KINDS[found.kind]))
        case Sort.GROUP:
            said = "" if found.on is None else words(N_("Ended {day}"), day=found.on)
        case Sort.ACTIVITY | Sort.MEETING if found.on is not None:
            said = words.date_with_weekday(found.on)
        case _:
            said = ""
    return " · ".join(part for part in (said, found.text) if part)


def _open(found: Found, go: Go) -> None:
    """Opens the thing where it is looked after."""
    match found.sort:
        case Sort.PERSON:
            go("people", found.id)
        case Sort.ORGANISATION:
            go("people", subjects.organisation(found.id))
        case Sort.GROUP:
            go("groups", found.id)
        case Sort.PLACE:
            go("groups", found.group)
        case Sort.ACTIVITY:
            go("activities", found.id)
        case Sort.MEETING:
            go("attendance", found.id)
        case Sort.ENQUIRY:
            go("activities", CaseSubject("enquiry", found.id).subject)
        case Sort.TALK:
            case = CaseSubject("talk", found.id) if found.case is None else CaseSubject("enquiry", found.case)
            go("activities", case.subject)
