"""The rules of one group in a file paired with those in the book."""

from collections.abc import Mapping, Sequence
from typing import Any

from msgspec import Struct, field

from coordinator_app.core.importing.found import FoundSlot, Remark, Told
from coordinator_app.core.importing.preview import Difference
from coordinator_app.core.kinds import Mode, Rule
from coordinator_app.core.texts import lines, one_line
from coordinator_app.i18n import N_

_FIELDS = {
    "rule": N_("Rule"),
    "weekday": N_("Weekday"),
    "interval": N_("Every so many weeks"),
    "nth": N_("Which of the month"),
    "starts": N_("Starts"),
    "minutes": N_("Minutes"),
    "place": N_("Place"),
    "address": N_("Address"),
    "mode": N_("How to take part"),
    "link": N_("Link"),
}
_WEEKDAYS = (N_("Monday"), N_("Tuesday"), N_("Wednesday"), N_("Thursday"), N_("Friday"), N_("Saturday"), N_("Sunday"))
_CODES: Mapping[str, Mapping[Any, str]] = {
    "mode": {Mode.IN_PERSON: N_("in person"), Mode.REMOTE: N_("remotely"), Mode.HYBRID: N_("in person or remotely")},
    "rule": {
        Rule.WEEKLY: N_("every week"),
        Rule.EVERY_N_WEEKS: N_("every n-th week"),
        Rule.MONTHLY: N_("every month"),
        Rule.DATES: N_("on listed days"),
    },
}


class KnownSlot(Struct, frozen=True):
    """A slot of the book: its id, and what it says in the plain form of `plain`."""

    id: int
    said: Mapping[str, Any]


class Paired(Struct):
    """Slots of the file that are new, that change one of the book (by its id), and that are in the book as they are."""

    new: dict[str, FoundSlot] = field(default_factory=dict)
    changed: dict[int, tuple[str, FoundSlot]] = field(default_factory=dict)
    same: dict[str, int] = field(default_factory=dict)
    differences: list[Difference] = field(default_factory=list)


def plain(slot: FoundSlot) -> dict[str, Any]:
    """A slot in the form that is remembered and compared."""
    place, address = one_line(slot.place), lines(slot.address)
    return {
        "rule": slot.rule.value,
        "weekday": slot.weekday,
        "interval": slot.interval,
        "nth": slot.nth,
        "starts": f"{slot.starts:%H:%M}",
        "minutes": slot.minutes,
        "place": place or one_line(address),
        "address": address if place else None,
        "mode": slot.mode.value,
        "link": one_line(slot.link),
    }


def plain_row(row: Mapping[Any, Any]) -> dict[str, Any]:
    """The same of a slot of the book."""
    return {name: row[name] for name in _FIELDS} | {
        "rule": row["rule"].value,
        "mode": row["mode"].value,
        "starts": f"{row['starts']:%H:%M}",
    }


def marked(slots: Sequence[FoundSlot]) -> dict[str, FoundSlot]:
    """The slots by the marks of their source, or by weekday, time and rule."""
    found: dict[str, FoundSlot] = {}
    for slot in slots:
        own = f"={slot.weekday}|{slot.starts:%H:%M}|{slot.rule}|{slot.nth}|{slot.interval}"
        found.setdefault(slot.source_id or own, slot)
    return found


def compare(file: Mapping[str, FoundSlot], book: Sequence[KnownSlot], said: Mapping[str, Any] | None) -> Paired:
    """Pairs the slots of a file with those of the book by mark, else by weekday and time, else the only one left with the only one left.

    `said` is what an earlier import said: by mark, the row's id and the slot. A slot that somebody has changed or ended since stays so.
    """
    paired = Paired()
    left = dict(file)
    free = {slot.id: slot for slot in book}
    for mark, (row, before) in (said or {}).items():
        slot = left.get(mark) or _moved(left, before, said or {})
        if slot is None:
            continue
        mark_now = next(each for each, one in left.items() if one is slot)
        del left[mark_now]
        _settle(paired, mark_now, slot, free.pop(row, None), before, row)
    for mark, slot in list(left.items()):
        same = next(
            (one for one in free.values() if (one.said["weekday"], one.said["starts"]) == (slot.weekday, f"{slot.starts:%H:%M}")), None
        )
        if same is not None:
            del left[mark], free[same.id]
            _settle(paired, mark, slot, same, None, same.id)
    for mark, slot in left.items():
        paired.new[mark] = slot
        now = plain(slot)
        paired.differences += [
            Difference(_FIELDS[name], "", _text(name, now[name])) for name in ("weekday", "starts", "place") if now[name] is not None
        ]
    return paired


def _moved(left: Mapping[str, FoundSlot], before: Mapping[str, Any], said: Mapping[str, Any]) -> FoundSlot | None:
    """A slot whose mark is new: the only unknown one of that weekday, or the only one at all."""
    unknown = [slot for mark, slot in left.items() if mark not in said]
    same_day = [slot for slot in unknown if slot.weekday == before["weekday"]]
    if len(same_day) == 1:
        return same_day[0]
    return unknown[0] if len(unknown) == 1 and len(left) == 1 and len(said) == 1 else None


def _settle(paired: Paired, mark: str, slot: FoundSlot, own: KnownSlot | None, before: Mapping[str, Any] | None, row: int) -> None:
    """Decides whether a paired slot changes: only where the file says something new and nobody has edited since."""
    paired.same[mark] = row
    now = plain(slot)
    if own is None or now in (before, own.said):
        return
    fields = [name for name in _FIELDS if now[name] != own.said[name]]
    if before is None:
        # Written by hand: a file that knows more of the place does not overrule it.
        paired.differences += [Difference(_FIELDS[name], _text(name, own.said[name]), _text(name, now[name]), kept=True) for name in fields]
        return
    edited = own.said != before
    paired.differences += [Difference(_FIELDS[name], _text(name, own.said[name]), _text(name, now[name]), kept=edited) for name in fields]
    if not edited:
        paired.changed[own.id] = (mark, slot)


def _text(name: str, value: Any) -> Told:
    """A value as it is shown."""
    if value is None:
        return ""
    if name == "weekday":
        return Remark(_WEEKDAYS[value])
    return Remark(_CODES[name][value]) if name in _CODES else str(value)
