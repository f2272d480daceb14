"""The poster: the groups of a locality on one sheet for a notice board, with tear-off strips if wanted."""

from dataclasses import dataclass
from typing import Any

from coordinator_app.core.schedule import Schedule, ScheduleContact
from coordinator_app.i18n import N_, Words
from coordinator_app.printing.marks import document_code, opening, qr_svg
from coordinator_app.printing.omissions import Omission
from coordinator_app.printing.selection import Choice, Line, Selection, locality_said, select
from coordinator_app.printing.typst import Manuscript, Paper

STRIPS = (0, 8, 10, 12)


@dataclass(frozen=True, slots=True)
class PosterOptions(Choice):
    """The switches of a poster. `strips` is one of `STRIPS`; `title` replaces the usual heading."""

    paper: Paper = Paper.A4
    strips: int = 0
    contacts: bool = True
    qr: bool = True
    title: str = ""

    def __post_init__(self) -> None:
        if self.strips not in STRIPS:
            raise ValueError(f"a poster has no {self.strips} strips")


def poster(schedule: Schedule, options: PosterOptions) -> Manuscript:
    """The poster's manuscript. One that does not fit its sheet in readable type is set as a list over several pages.

    The document's layout is then `list` instead of `sheet`, and its offers name the sheet it would fit.
    """
    words = Words(options.language)
    chosen = select(schedule, options, words)
    contact = (chosen.contact if len(chosen.groups) == 1 else None) or schedule.contact or chosen.contact
    opens = opening(_web(schedule, chosen), contact) if options.qr else ""
    facts = _heading(schedule, chosen, options, words) | {
        "contact": _contact(contact, words),
        "breaks": _breaks(schedule, words),
        "entries": [_entry(line, contact if options.contacts else line.group.contact, words) for line in chosen.lines],
        "valid": words("Valid until {day}", day=words.date(schedule.valid.last)),
        "nothing": "" if chosen.lines else words("No groups to show."),
        "opens": opens,
    }
    code = document_code("P", facts)
    values = facts | {
        "paper": options.paper,
        "strips": options.strips,
        "strip_lines": _strip_lines(schedule, chosen, contact, facts["title"]) if options.strips else [],
        "qr": _qr(opens, words),
        "updated": words("Updated {day}", day=words.date(schedule.updated)),
        "page": words("Page"),
        "code": code,
    }
    no_qr = (Omission(N_("There is no QR code: neither a web address nor a telephone number is known.")),)
    return Manuscript("poster", options.language, values, chosen.omissions + (no_qr if options.qr and not opens else ()), code)


def _heading(schedule: Schedule, chosen: Selection, options: PosterOptions, words: Words) -> dict[str, Any]:
    locality = locality_said(schedule, words)
    if len(chosen.groups) == 1:
        title, under = chosen.groups[0].name.said(options.language), words("Peer group for men")
    else:
        title, under = words("Peer groups for men"), ""
    return {
        "association": schedule.association,
        "title": options.title or title,
        "locality": locality,
        "under": under,
        "single": len(chosen.groups) == 1 and not options.title,
    }


def _entry(line: Line, shown_below: ScheduleContact | None, words: Words) -> dict[str, Any]:
    contact = line.group.contact
    own = "" if contact is None or contact == shown_below else " ".join(filter(None, (contact.name, contact.phone or contact.email)))
    return {
        "weekday": words.weekday(line.weekday) if line.weekday < 7 else words("On these dates"),
        "days": line.days,
        "time": line.time,
        "name": line.name,
        "place": line.place,
        "notes": [*line.notes, *([own] if own else [])],
    }


def _contact(contact: ScheduleContact | None, words: Words) -> dict[str, str] | None:
    if not contact:
        return None
    asks = words("Call or write to us") if contact.phone and contact.email else words("Call us") if contact.phone else words("Write to us")
    return {"asks": asks, "name": contact.name, "phone": contact.phone, "email": contact.email}


def _breaks(schedule: Schedule, words: Words) -> str:
    """The breaks of the whole locality, in one line."""
    spans = [day.span for day in schedule.term_days if not day.holiday and day.group is None]
    said = [f"{words.day_and_month(span.first)}–{words.day_and_month(span.last)}" for span in spans]
    return words("No meetings {days}", days=", ".join(said)) if said else ""


def _web(schedule: Schedule, chosen: Selection) -> str:
    return (chosen.groups[0].web if len(chosen.groups) == 1 else "") or schedule.web


def _qr(opens: str, words: Words) -> dict[str, str] | None:
    if not opens:
        return None
    called = opens.removeprefix("tel:")
    alt = words("QR code: call {number}", number=called) if opens != called else words("QR code: open {address}", address=opens)
    caption = words("Scan to call") if opens != called else opens.split("://", 1)[1].rstrip("/")
    return {"svg": qr_svg(opens), "alt": alt, "caption": caption}


def _strip_lines(schedule: Schedule, chosen: Selection, contact: ScheduleContact | None, title: str) -> list[dict[str, Any]]:
    """A strip's lines from top to bottom; where there is no room, the one of the highest rank goes first."""
    lines: list[dict[str, Any]] = [{"text": title, "bold": True, "rank": 1}]
    if len(chosen.groups) == 1:
        lines += [{"text": f"{line.days} {line.time}", "bold": False, "rank": 2} for line in chosen.lines[:1]]
    if contact:
        lines += [{"text": contact.phone or contact.email, "bold": True, "rank": 0}]
    web = _web(schedule, chosen).split("://", 1)[-1].rstrip("/")
    return [*lines, *([{"text": web, "bold": False, "rank": 3}] if web else [])]
