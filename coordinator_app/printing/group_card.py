"""The group card: one group on a small card that is handed over, four alike on a sheet."""

from typing import Any

from msgspec import structs

from coordinator_app.core.schedule import Schedule, ScheduleGroup
from coordinator_app.i18n import N_
from coordinator_app.printing import sheet
from coordinator_app.printing.marks import document_code, opening
from coordinator_app.printing.omissions import Omission
from coordinator_app.printing.selection import Choice, select
from coordinator_app.printing.tongues import Tongues
from coordinator_app.printing.typst import Manuscript


def group_card(schedule: Schedule, choice: Choice) -> Manuscript:
    """A page for each group. The card of a sensitive group does not say its name: whoever finds it learns nothing of who carried it."""
    tongues = Tongues(choice.languages)
    chosen = select(schedule, choice)
    cards = [_card(schedule, group, choice) for group in chosen.groups]
    facts = {
        "association": schedule.association,
        "title": tongues(N_("Group card")),
        "locality": sheet.locality(schedule, tongues),
        "cards": cards,
        "valid": tongues(N_("Valid until {day}"), day=schedule.valid.last),
        "nothing": [] if cards else tongues(N_("No groups to show.")),
    }
    code = document_code("G", facts)
    values = facts | {
        "updated": tongues(N_("Updated {day}"), day=schedule.updated),
        "code": code,
        "cards": [card | {"qr": sheet.qr(card["opens"], tongues)} for card in cards],
    }
    return Manuscript("group_card", choice.languages[0], values, (*chosen.omissions, *_unnamed(chosen.groups)), code, paged="cards")


def _card(schedule: Schedule, group: ScheduleGroup, choice: Choice) -> dict[str, Any]:
    alone = select(schedule, structs.replace(choice, groups={group.id}))
    facts = sheet.facts(schedule, alone, choice)
    if group.sensitive:
        # Its own page on the web would tell the name.
        neutral = {"title": facts["under"], "under": [], "opens": opening(schedule.web, sheet.called(schedule, alone))}
        facts |= neutral
    return facts


def _unnamed(groups: tuple[ScheduleGroup, ...]) -> list[Omission]:
    message = N_("{group}: the card does not say the name, “peer group for men” is printed instead.")
    return [Omission(message, {"group": group.name.own}, group.id) for group in groups if group.sensitive]
