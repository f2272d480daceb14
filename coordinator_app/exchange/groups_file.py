"""The public weekly groups as Meeting Guide JSON, which web sites and apps of support groups take in.

Source of the fields: https://github.com/code4recovery/spec. No name of a person is in it, no hidden place, and no link to a remote meeting.
"""

import datetime as dt
import json
from collections.abc import Iterator
from typing import Any

from coordinator_app.core.kinds import Mode
from coordinator_app.core.schedule import Schedule, ScheduleGroup, SchedulePlace, ScheduleSlot
from coordinator_app.i18n import Language

_MEN = "M"
_OPTIONS = {Mode.IN_PERSON: "in_person", Mode.REMOTE: "online", Mode.HYBRID: "hybrid"}


def write(schedule: Schedule, *, code: str, now: dt.datetime, language: Language, note: str = "") -> bytes:
    """A row for each weekday and time. `code` is the locality's, which sets its marks apart from those of others; all bear `note`."""
    rows = [
        _row(schedule, group, slot, weekday, code, now, language) | ({"notes": note} if note else {})
        for group in schedule.groups
        if group.public and (group.ended is None or group.ended >= schedule.updated)
        for slot in group.slots
        if slot.weekly and slot.since is None
        for weekday in slot.weekdays
    ]
    return (json.dumps(rows, ensure_ascii=False, indent=1) + "\n").encode()


def _row(
    schedule: Schedule, group: ScheduleGroup, slot: ScheduleSlot, weekday: int, code: str, now: dt.datetime, language: Language
) -> dict[str, Any]:
    ends = (dt.datetime.combine(schedule.updated, slot.starts) + dt.timedelta(minutes=slot.minutes)).time()
    return {
        "name": group.name.said(language),
        "slug": f"{code}-{group.id}-{weekday + 1}-{slot.starts:%H%M}",
        "day": (weekday + 1) % 7,
        "time": f"{slot.starts:%H:%M}",
        "end_time": f"{ends:%H:%M}",
        "timezone": "Europe/Helsinki",
        "types": [_MEN],
        "attendance_option": _OPTIONS[slot.mode],
        "updated": f"{now:%Y-%m-%d %H:%M:%S}",
        **dict(_where(schedule, slot.place, told=not group.sensitive and slot.mode is not Mode.REMOTE)),
        **dict(_contact(schedule, group)),
    }


def _where(schedule: Schedule, place: SchedulePlace | None, *, told: bool) -> Iterator[tuple[str, str]]:
    """The place, if it may be told; otherwise the town alone."""
    town = f"{schedule.locality.own}, Finland"
    if place is None or place.hidden or not told:
        yield from {"formatted_address": town, "approximate": "yes"}.items()
        return
    yield "location", place.name
    yield "formatted_address", f"{place.address}, {town}" if place.address else town
    yield "approximate", "no" if place.address else "yes"


def _contact(schedule: Schedule, group: ScheduleGroup) -> Iterator[tuple[str, str]]:
    """How to reach the locality's contact man, by number and address only; and the group's page."""
    said = {"website": group.web or schedule.web, "phone": "", "email": ""}
    if schedule.contact is not None:
        said |= {"phone": schedule.contact.phone, "email": schedule.contact.email}
    yield from ((name, value) for name, value in said.items() if value)
