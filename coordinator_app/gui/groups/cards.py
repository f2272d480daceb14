"""How a group looks in the list: its rule in words, its next meeting, and what is not recorded."""

from coordinator_app.core import recurrence
from coordinator_app.core.groups import GroupCard
from coordinator_app.gui.kit.icons import Icon
from coordinator_app.gui.kit.list import Item
from coordinator_app.i18n import N_, Words


def look(card: GroupCard, words: Words) -> Item:
    """A group as an item of the list."""
    return Item(
        name=card.name,
        under=" · ".join(recurrence.in_words(slot.rule, words) for slot in card.slots),
        more=" · ".join(part for part in (_next(card, words), _waiting(card, words)) if part),
        sign=words.count("{n} not recorded", "{n} not recorded", card.unrecorded) if card.unrecorded else "",
        icon=Icon.GROUPS,
        role="primary",
        heading=weekday_of(card, words),
    )


def weekday_of(card: GroupCard, words: Words) -> str:
    """The heading a group stands under: the weekday of its first slot, or of its next meeting."""
    weekdays = [slot.rule.weekday for slot in card.slots if slot.rule.weekday is not None]
    if weekdays:
        return words.weekday(min(weekdays))
    if card.next is not None:
        return words.weekday(card.next.on.weekday())
    return words(N_("No meetings ahead"))


def _waiting(card: GroupCard, words: Words) -> str:
    return words.count("{n} waiting", "{n} waiting", card.waiting) if card.waiting else ""


def _next(card: GroupCard, words: Words) -> str:
    if card.ended is not None:
        return words(N_("Last day {day}"), day=words.date(card.ended))
    if card.next is None:
        return words(N_("No next meeting"))
    when = words(N_("{weekday} {day}"), weekday=words.weekday_short(card.next.on.weekday()), day=words.day_and_month(card.next.on))
    if card.next.place_name:
        return words(N_("Next {day}, {place}"), day=when, place=card.next.place_name)
    return words(N_("Next {day}"), day=when)
