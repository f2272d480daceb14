"""What every paper with the schedule says: its heading, its lines, whom to call, the code to scan, and how long it holds."""

from collections.abc import Mapping
from typing import Any

from coordinator_app.core.schedule import Schedule, ScheduleContact, ScheduleGroup
from coordinator_app.i18n import N_, Language, Words, days_between
from coordinator_app.printing.marks import opening, qr_svg
from coordinator_app.printing.omissions import Omission
from coordinator_app.printing.selection import Choice, Line, Selection, locality_said
from coordinator_app.printing.tongues import Said, Tongues, plain

_ALL_WEEK = 7
_MOST_TIMES = 3
NO_QR = Omission(N_("There is no QR code: neither a web address nor a telephone number is known."))


def facts(schedule: Schedule, chosen: Selection, choice: Choice) -> dict[str, Any]:
    """The values that a document code stands for: two sheets that say the same have the same code, whatever their layout."""
    tongues = Tongues(choice.languages)
    contact = called(schedule, chosen)
    return heading(schedule, chosen, tongues) | {
        "contact": contact_said(contact, tongues),
        "breaks": tongues.each(lambda words: breaks_said(schedule, words)),
        "entries": [entry(line, contact, tongues) for line in chosen.lines],
        "valid": tongues.each(lambda words: words("Valid until {day}", day=schedule.valid.last)),
        "nothing": [] if chosen.lines else tongues(N_("No groups to show.")),
        "opens": opening(web(schedule, chosen), contact),
    }


def around(said: Mapping[str, Any], schedule: Schedule, choice: Choice) -> dict[str, Any]:
    """The values beside the facts: what the sheet shows of them, and when it was made."""
    tongues = Tongues(choice.languages)
    return {
        "qr": qr(said["opens"], tongues),
        "updated": tongues(N_("Updated {day}"), day=schedule.updated),
        "page": tongues(N_("Page")),
    }


def heading(schedule: Schedule, chosen: Selection, tongues: Tongues) -> dict[str, Any]:
    """The one group's name, or what they all are."""
    single = len(chosen.groups) == 1
    many = tongues(N_("Peer groups for men"))
    return {
        "association": schedule.association,
        "title": tongues.name(chosen.groups[0].name) if single else many,
        "locality": locality(schedule, tongues),
        "under": tongues(N_("Peer group for men")) if single else [],
        "single": single,
    }


def locality(schedule: Schedule, tongues: Tongues) -> Said:
    """The locality's name; a practice book says that nothing of it is real."""
    return tongues.each(lambda words: locality_said(schedule, words))


def called(schedule: Schedule, chosen: Selection) -> ScheduleContact | None:
    """Whom the sheet says to call: the one group's own contact, else the locality's, else the one that all groups name."""
    return (chosen.contact if len(chosen.groups) == 1 else None) or schedule.contact or chosen.contact


def web(schedule: Schedule, chosen: Selection) -> str:
    """The address on the web: the one group's own, else the locality's."""
    return (chosen.groups[0].web if len(chosen.groups) == 1 else "") or schedule.web


def bare(address: str) -> str:
    """An address on the web as people write it."""
    return address.split("://", 1)[-1].rstrip("/")


def entry(line: Line, shown_below: ScheduleContact | None, tongues: Tongues) -> dict[str, Any]:
    """One line, with its group's own contact where that is not `shown_below` for all."""
    own = own_contact(line.group, shown_below)
    return {
        "weekday": line.heading,
        "short": tongues.each(lambda words: words.weekday_short(line.weekday)) if line.weekday < _ALL_WEEK else [],
        "days": line.days,
        "time": line.time,
        "name": line.name,
        "place": line.place,
        "notes": [*line.notes, *([tongues.own(own)] if own else [])],
    }


def own_contact(group: ScheduleGroup, shown_below: ScheduleContact | None) -> str:
    """A group's own contact where that is not `shown_below` for all: a name and a number that is never torn apart."""
    contact = group.contact
    if contact is None or contact == shown_below:
        return ""
    return " ".join(filter(None, (contact.name, contact.phone.replace(" ", "\u00a0") or contact.email)))


def contact_said(contact: ScheduleContact | None, tongues: Tongues) -> dict[str, Any] | None:
    """How to reach somebody."""
    if not contact:
        return None
    asks = N_("Call or write to us") if contact.phone and contact.email else N_("Call us") if contact.phone else N_("Write to us")
    return {"asks": tongues(asks), "name": contact.name, "phone": contact.phone, "email": contact.email}


def qr(opens: str, tongues: Tongues) -> dict[str, Any] | None:
    """A code to scan, said in words too; nothing if it would open nothing."""
    if not opens:
        return None
    number = opens.removeprefix("tel:")
    calls = number != opens
    alt = tongues(N_("QR code: call {number}"), number=number) if calls else tongues(N_("QR code: open {address}"), address=opens)
    caption = tongues(N_("Scan to call")) if calls else tongues.own(bare(opens))
    return {"svg": qr_svg(opens), "alt": plain(alt), "caption": caption}


def strip_lines(schedule: Schedule, chosen: Selection, title: Said) -> list[dict[str, Any]]:
    """A tear-off strip's lines from top to bottom; where there is no room, the one of the highest rank goes first."""
    contact, address = called(schedule, chosen), bare(web(schedule, chosen))
    lines = [{"text": part["text"], "lang": part["lang"], "bold": not at, "rank": 1 + at} for at, part in enumerate(title)]
    if len(chosen.groups) == 1 and _times_hold(chosen):
        lines.append({"text": _times(chosen.lines), "bold": False, "rank": 3})
    if contact:
        lines.append({"text": contact.phone or contact.email, "bold": True, "rank": 0})
    return [*lines, *([{"text": address, "bold": False, "rank": 4}] if address else [])]


def _times_hold(chosen: Selection) -> bool:
    """Whether the times can be said in a line: a few at most, and where there are several none begins or ends within the schedule."""
    slots = [slot for group in chosen.groups for slot in group.slots]
    return len(chosen.lines) == 1 or (0 < len(chosen.lines) <= _MOST_TIMES and not any(slot.since or slot.until for slot in slots))


def _times(lines: tuple[Line, ...]) -> str:
    """When the one group of a strip meets: `Keskiviikkoisin 10.00–12.00`, or in short `Ke, pe 10.00–12.00` where there are several days."""
    if len(lines) == 1:
        return f"{lines[0].days[0]['text']} {lines[0].time}"
    days: dict[str, dict[str, None]] = {}
    for line in lines:
        heading = line.heading[0]
        words = Words(Language(heading["lang"]))
        said = words.weekday_short(line.weekday) if line.weekday < _ALL_WEEK else heading["text"].lower()
        days.setdefault(line.time, {})[said] = None
    said = ", ".join(f"{', '.join(each)} {time}" for time, each in days.items())
    return said[0].upper() + said[1:]


def breaks_said(schedule: Schedule, words: Words) -> str:
    """The breaks of the whole locality, in one line."""
    spans = [day.span for day in schedule.term_days if not day.holiday and day.group is None]
    return words("No meetings {days}", days=", ".join(days_between(span.first, span.last, words) for span in spans)) if spans else ""
