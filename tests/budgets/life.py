"""What a practice book is filled with before the keys are counted."""

import datetime as dt
from typing import Any

from coordinator_app.core import groups, meetings, settings
from coordinator_app.core.groups import SlotForm
from coordinator_app.core.kinds import NamesKept, Rule
from coordinator_app.core.meetings import MeetingRow
from coordinator_app.core.periods import Span
from coordinator_app.core.recurrence import SlotRule
from tests.budgets.hand import Hand

TODAY = dt.date(2026, 10, 20)  # A Tuesday.
WEEK = dt.timedelta(weeks=1)
AUTUMN = Span(dt.date(2026, 8, 1), dt.date(2026, 12, 31))


def tuesdays(hand: Hand, since: dt.date, *, men: int = 0, name: str = "Tiistairyhmä", **more: Any) -> int:
    """A group that meets every Tuesday since a day, with men whose names are kept if there are any."""
    hand.write(settings.change, records_begin=dt.date(2026, 7, 1))
    rule = SlotRule(rule=Rule.WEEKLY, weekday=1, starts=dt.time(18), minutes=120, valid_from=since)
    kept = NamesKept.NAMED if men else NamesKept.HEADCOUNT
    group: int = hand.write(groups.add, name=name, today=TODAY, slots=(SlotForm(rule, "Kirjasto"),), names_kept=kept, **more)
    for number in range(men):
        hand.write(groups.add_person, group=group, name=f"Mies {chr(65 + number)}", today=TODAY, since=since)
    return group


def met(hand: Hand, group: int) -> dict[dt.date, MeetingRow]:
    """The group's meetings of the autumn by the day they are held."""
    return {row.held_on: row for row in hand.ask(meetings.strip, group=group, span=AUTUMN)}
