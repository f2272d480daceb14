"""Meeting Guide JSON, read: the list of weekly groups that support-group web sites publish (https://github.com/code4recovery/spec)."""

import datetime as dt
import json
import re
from collections.abc import Mapping, Sequence
from typing import Any
from urllib.parse import urlsplit

import msgspec

from coordinator_app.core.errors import BadFile
from coordinator_app.core.importing.found import Found, FoundGroup, FoundSlot, ReadColumn, Remark, Unread
from coordinator_app.core.kinds import Mode
from coordinator_app.core.texts import lines, one_line
from coordinator_app.i18n import N_

FORM = "Meeting Guide"
# What tells the days of one group apart; all else equal, such rows are one group.
_PER_DAY = {"day", "slug", "updated"}
_MODES = {"in_person": Mode.IN_PERSON, "online": Mode.REMOTE, "remote": Mode.REMOTE, "hybrid": Mode.HYBRID}
_MEANINGS = {
    "name": N_("Name"),
    "slug": N_("Mark of the source"),
    "day": N_("Weekday"),
    "time": N_("Starts"),
    "end_time": N_("Ends"),
    "location": N_("Place"),
    "formatted_address": N_("Address"),
    "address": N_("Address"),
    "city": N_("Address"),
    "postal_code": N_("Address"),
    "location_notes": N_("Note on the place"),
    "group": N_("Belongs to"),
    "attendance_option": N_("How to take part"),
    "notes": N_("Note"),
    "conference_url": N_("Link"),
    "phone": N_("Phone"),
    "email": N_("E-mail"),
    "website": N_("Web page"),
    "url": N_("Mark of the source"),
}
_TIME = re.compile(r"(\d{1,2})[:.](\d{2})(?::\d{2})?", re.ASCII)
_DEFAULT_MINUTES = 60
_MOST_ROWS = 50_000
_DEPTH = 8


def read(text: str, file: str) -> Found:
    """The groups of the file. Raises `BadFile` when it is no Meeting Guide list."""
    rows = _rows(text, file)
    unread: list[Unread] = []
    together: dict[str, list[tuple[int, Mapping[str, Any]]]] = {}
    for number, row in enumerate(rows, 1):
        why = _unreadable(row)
        if why is not None:
            unread.append(Unread(str(number), Remark(why)))
            continue
        same = json.dumps({key: value for key, value in row.items() if key not in _PER_DAY}, sort_keys=True, default=str)
        together.setdefault(same, []).append((number, row))
    groups = tuple(_group(each) for each in together.values())
    return Found(file, FORM, groups=groups, unread=tuple(unread), columns=_columns(rows))


def _rows(text: str, file: str) -> list[Any]:
    try:
        read = msgspec.json.decode(text)
    except (msgspec.DecodeError, RecursionError, UnicodeEncodeError) as wrong:
        raise BadFile(
            N_("{file} is not whole JSON: it is damaged or was cut short. Fetch it again and try once more."), file=file
        ) from wrong
    rows = read.get("meetings") if isinstance(read, dict) else read
    if not isinstance(rows, list) or not any(isinstance(row, dict) and "name" in row for row in rows):
        raise BadFile(N_("{file} is JSON, but not a list of meetings as Meeting Guide writes it. Nothing was read."), file=file)
    if len(rows) > _MOST_ROWS:
        raise BadFile(N_("{file} is too large to be a list of groups. Divide it and take in the parts."), file=file)
    return rows


def _unreadable(row: Any) -> str | None:
    if not isinstance(row, dict) or not isinstance(row.get("name"), str) or not one_line(row["name"]):
        return N_("It has no name.")
    if _too_deep(row):
        return N_("It is not built as Meeting Guide writes it.")
    if not _days(row):
        return N_("It has no weekday.")
    return None if _time(row.get("time")) else N_("It has no time of day.")


def _too_deep(value: Any, depth: int = 0) -> bool:
    inner = value.values() if isinstance(value, dict) else value if isinstance(value, list) else ()
    return depth > _DEPTH or any(_too_deep(each, depth + 1) for each in inner)


def _group(rows: Sequence[tuple[int, Mapping[str, Any]]]) -> FoundGroup:
    row = rows[0][1]
    inactive = row.get("attendance_option") == "inactive"
    remarks = [Remark(N_("The source says that it does not meet at present; its times were not taken in."))] if inactive else []
    if not inactive and _time(row.get("end_time")) is None:
        remarks.append(Remark(N_("It does not say when it ends; {minutes} minutes are assumed."), {"minutes": _DEFAULT_MINUTES}))
    slots = () if inactive else tuple(slot for _, each in rows for slot in _slots(each))
    return FoundGroup(
        where=", ".join(str(each) for each, _ in rows),
        source=_source(row),
        source_id=_text(row, "slug"),
        name=one_line(row["name"]) or "",
        slots=slots,
        label=_text(row, "group"),
        note=lines(_raw(row, "notes")),
        web=_text(row, "website"),
        phone=_text(row, "phone"),
        email=_text(row, "email"),
        remarks=tuple(remarks),
    )


def _slots(row: Mapping[str, Any]) -> list[FoundSlot]:
    starts, ends = _time(row.get("time")), _time(row.get("end_time"))
    if starts is None:
        return []
    minutes = (60 * ends.hour + ends.minute - 60 * starts.hour - starts.minute) % (24 * 60) if ends else 0
    slug, days = _text(row, "slug"), _days(row)
    return [
        FoundSlot(
            weekday=(day - 1) % 7,
            starts=starts,
            minutes=minutes or _DEFAULT_MINUTES,
            source_id=slug if len(days) == 1 or slug is None else f"{slug}/{day}",
            place=_text(row, "location"),
            address=_address(row),
            place_note=lines(_raw(row, "location_notes")),
            mode=_mode(row),
            link=_text(row, "conference_url"),
        )
        for day in days
    ]


def _mode(row: Mapping[str, Any]) -> Mode:
    """How men take part; a file of the older kind says it by a type or by a link alone."""
    said = _MODES.get(str(row.get("attendance_option")))
    if said is not None:
        return said
    types = row.get("types")
    return Mode.REMOTE if isinstance(types, list) and "ONL" in types else Mode.IN_PERSON


def _days(row: Mapping[str, Any]) -> list[int]:
    """The weekdays as the file counts them, 0 = Sunday."""
    said = row.get("day")
    each = said if isinstance(said, list) else [said]
    whole = [
        int(day) for day in each if (isinstance(day, int) and not isinstance(day, bool)) or (isinstance(day, str) and day in set("0123456"))
    ]
    return [day for day in dict.fromkeys(whole) if 0 <= day <= 6]


def _time(said: Any) -> dt.time | None:
    match = _TIME.fullmatch(said.strip()) if isinstance(said, str) else None
    hour, minute = (int(match[1]) % 24 if match[1] == "24" else int(match[1]), int(match[2])) if match else (24, 0)
    return dt.time(hour, minute) if hour < 24 and minute < 60 else None


def _address(row: Mapping[str, Any]) -> str | None:
    if whole := _text(row, "formatted_address"):
        return whole
    parts = (_text(row, "address"), " ".join(filter(None, (_text(row, "postal_code"), _text(row, "city")))))
    return ", ".join(part for part in parts if part) or None


def _source(row: Mapping[str, Any]) -> str:
    """Marks are unique within one web site, which a row may name."""
    try:
        host = urlsplit(_text(row, "url") or "").hostname
    except ValueError:
        host = None
    return f"meeting-guide:{host}" if host else "meeting-guide"


def _raw(row: Mapping[str, Any], key: str) -> str | None:
    value = row.get(key)
    return value if isinstance(value, str) else None


def _text(row: Mapping[str, Any], key: str) -> str | None:
    value = row.get(key)
    return one_line(str(value)) if isinstance(value, str | int) and not isinstance(value, bool) else None


def _columns(rows: Sequence[Any]) -> tuple[ReadColumn, ...]:
    first: dict[str, str] = {}
    for row in rows:
        for key, value in row.items() if isinstance(row, dict) else ():
            first.setdefault(str(key), one_line(value if isinstance(value, str) else json.dumps(value, default=str)[:100]) or "")
    return tuple(ReadColumn(key, _MEANINGS.get(key), value) for key, value in first.items())
