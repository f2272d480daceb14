"""The schedule as plain text, for the local paper and for messages."""

from collections.abc import Iterable
from itertools import groupby

from msgspec import Struct

from coordinator_app.core.schedule import Schedule, ScheduleContact
from coordinator_app.i18n import Language, Words
from coordinator_app.printing import sheet
from coordinator_app.printing.omissions import Omission
from coordinator_app.printing.selection import Choice, Line, locality_said, select
from coordinator_app.printing.tongues import plain


class ScheduleText(Struct, frozen=True):
    """The text, its lines ended by a line feed, and what it leaves out."""

    text: str
    omissions: tuple[Omission, ...]


def schedule_text(schedule: Schedule, choice: Choice) -> ScheduleText:
    """A heading, the groups by weekday, the breaks, whom to call, and how long it holds; all of it once for each language."""
    texts = [_in_one_language(schedule, choice, language) for language in choice.languages]
    return ScheduleText("\n\n\n".join(texts) + "\n", select(schedule, choice).omissions)


def _in_one_language(schedule: Schedule, choice: Choice, language: Language) -> str:
    words = Words(language)
    chosen = select(schedule, Choice((language,), choice.groups, choice.sensitive_addresses))
    locality = locality_said(schedule, words)
    contact = sheet.called(schedule, chosen)
    heading = words("Peer group for men") if len(chosen.groups) == 1 else words("Peer groups for men")
    parts = [" – ".join(filter(None, (heading, locality, schedule.association)))]
    for _, of_day in groupby(chosen.lines, key=lambda line: line.weekday):
        lines = list(of_day)
        parts.append("\n".join([plain(lines[0].heading).upper(), *(_said(line, contact) for line in lines)]))
    if not chosen.lines:
        parts.append(words("No groups to show."))
    parts.append("\n".join(_closing(schedule, contact, sheet.web(schedule, chosen), words)))
    return "\n\n".join(parts).replace("\u00a0", " ")


def _said(line: Line, shown_below: ScheduleContact | None) -> str:
    contact = line.group.contact
    own = _called(contact) if contact and contact != shown_below else ""
    return f"{line.time} " + ", ".join(filter(None, (*map(plain, (line.name, *line.place, *line.notes)), own)))


def _called(contact: ScheduleContact) -> str:
    return " ".join(filter(None, (contact.name, contact.phone, contact.email)))


def _closing(schedule: Schedule, contact: ScheduleContact | None, web: str, words: Words) -> Iterable[str]:
    breaks = sheet.breaks_said(schedule, words)
    if breaks:
        yield breaks
    if contact:
        yield words("More information: {contact}", contact=_called(contact))
    if web:
        yield web
    yield words("Updated {day}", day=words.date(schedule.updated))
    yield words("Valid until {day}", day=words.date(schedule.valid.last))
