"""The leaflet: a sheet folded in three, outside who we are and how to reach us, inside the groups."""

from collections.abc import Mapping
from functools import partial
from typing import Any

from coordinator_app.core.catalogue import Name
from coordinator_app.core.schedule import Schedule, ScheduleGroup
from coordinator_app.i18n import N_, Words
from coordinator_app.printing import sheet
from coordinator_app.printing.marks import document_code
from coordinator_app.printing.selection import Choice, select
from coordinator_app.printing.tongues import Said, Tongues
from coordinator_app.printing.typst import Manuscript

_WHO_WE_ARE = (
    N_("In our groups men meet others who know from their own lives what it is about."),
    N_("The groups are led by volunteers who were trained for it. What is said in the group stays in the group."),
)
_HOW_TO_COME = (
    N_("You talk as much as you wish. You may also just listen."),
    N_("If you wonder whether a group is for you, ask first. You need not say your name."),
)


def leaflet(schedule: Schedule, choice: Choice, services: Mapping[str, Name]) -> Manuscript:
    """The manuscript; `services` are the names of those worth naming. What does not fit the fold is set as a list over several pages."""
    tongues = Tongues(choice.languages)
    chosen = select(schedule, choice)
    facts = sheet.facts(schedule, chosen, choice) | {
        "heading": tongues(N_("When and where")),
        "sections": _sections(chosen.groups, services, tongues),
        "web": sheet.bare(sheet.web(schedule, chosen)),
    }
    code = document_code("T", facts)
    values = facts | sheet.around(facts, schedule, choice) | {"code": code}
    return Manuscript("leaflet", choice.languages[0], values, chosen.omissions + (() if facts["opens"] else (sheet.NO_QR,)), code)


def _sections(groups: tuple[ScheduleGroup, ...], services: Mapping[str, Name], tongues: Tongues) -> list[dict[str, Any]]:
    codes = [code for code in dict.fromkeys(group.service for group in groups) if code in services]
    named = [tongues.each(partial(_service, services[code])) for code in codes]
    sections = [_section(tongues(N_("Who we are")), [tongues(each) for each in _WHO_WE_ARE])]
    if named:
        sections.append(_section(tongues(N_("Support for your situation")), [], named))
    return [*sections, _section(tongues(N_("You are welcome")), [tongues(each) for each in _HOW_TO_COME])]


def _service(name: Name, words: Words) -> str:
    return name.said(words.language)


def _section(heading: Said, paragraphs: list[Said], points: list[Said] | None = None) -> dict[str, Any]:
    return {"heading": heading, "paragraphs": paragraphs, "points": points or []}
