"""`list`: what is in a book."""

from collections.abc import Mapping, Sequence
from enum import StrEnum
from typing import Annotated, Any

import typer

from coordinator_app.bootstrap import OpenBook, hanging
from coordinator_app.cli.arguments import AsJson, BookFolder, PassphraseFile
from coordinator_app.cli.terminal import Terminal
from coordinator_app.core import activities, groups, meetings, people, recurrence
from coordinator_app.core.periods import Period
from coordinator_app.i18n import N_, Words


class What(StrEnum):
    """What can be listed."""

    GROUPS = "groups"
    PEOPLE = "people"
    ACTIVITIES = "activities"
    MEETINGS = "meetings"
    POSTERS = "posters"


def add(app: typer.Typer, terminal: Terminal) -> None:
    words = terminal.words

    @app.command("list", help=words(N_("List what is in a book.")))
    def listed(
        folder: BookFolder,
        what: What,
        quarter: Annotated[
            str, typer.Option("--quarter", metavar="2026Q3", help=words(N_("Of which quarter; this one if not given.")))
        ] = "",
        as_json: AsJson = False,
        passphrase_file: PassphraseFile = None,
    ) -> None:
        period = Period.parse(quarter) if quarter else Period.of(terminal.clock.today())
        with terminal.book(folder, passphrase_file) as book:
            rows = _ROWS[what](book, period, terminal)
        if as_json:
            terminal.json(rows)
        elif rows:
            terminal.table([[_cell(value, words) for value in row.values()] for row in rows])
        else:
            terminal.say(N_("Nothing yet."))


def _groups(book: OpenBook, period: Period, terminal: Terminal) -> Sequence[Mapping[str, Any]]:
    today = terminal.clock.today()
    cards = book.database.read(groups.listing, today=today, records_begin=book.settings().records_begin, ended=True)
    return [
        {
            "id": card.id,
            "name": card.name,
            "service": card.service,
            "rules": [recurrence.in_words(slot.rule, terminal.words) for slot in card.slots],
            "places": list(dict.fromkeys(slot.place_name for slot in card.slots if slot.place_name)),
            "ended": card.ended,
        }
        for card in cards
    ]


def _people(book: OpenBook, period: Period, terminal: Terminal) -> Sequence[Mapping[str, Any]]:
    rows = book.database.read(people.listing, today=terminal.clock.today())
    return [{"id": row.id, "name": row.name, "phone": row.phone, "email": row.email, "roles": list(row.roles)} for row in rows]


def _activities(book: OpenBook, period: Period, terminal: Terminal) -> Sequence[Mapping[str, Any]]:
    rows = book.database.read(activities.within, span=period.span)
    return [
        {"id": row.id, "on": row.held_on, "name": row.name, "kind": row.kind, "state": row.state, "headcount": row.headcount}
        for row in rows
    ]


def _meetings(book: OpenBook, period: Period, terminal: Terminal) -> Sequence[Mapping[str, Any]]:
    rows = book.database.read(meetings.within, span=period.span)
    return [
        {
            "id": row.id,
            "on": row.held_on,
            "planned_on": row.planned_on,
            "group": row.group_name,
            "state": row.state,
            "headcount": row.headcount,
            "reason": row.reason,
        }
        for row in rows
    ]


def _posters(book: OpenBook, period: Period, terminal: Terminal) -> Sequence[Mapping[str, Any]]:
    return [
        {
            "id": each.row.id,
            "place": each.row.place,
            "since": each.row.since,
            "document": each.row.printed.sheet.document,
            "code": each.row.printed.sheet.code,
            "age": each.standing.age,
        }
        for each in book.database.read(hanging.all_posted, now=terminal.clock.now())
    ]


_ROWS = {What.GROUPS: _groups, What.PEOPLE: _people, What.ACTIVITIES: _activities, What.MEETINGS: _meetings, What.POSTERS: _posters}


def _cell(value: Any, words: Words) -> str:
    if value is None:
        return ""
    if isinstance(value, list):
        return ", ".join(map(str, value))
    return words.date(value) if hasattr(value, "isoformat") else str(value)
