"""The poster: the groups of a locality on one sheet for a notice board, with tear-off strips if wanted."""

from coordinator_app.core.schedule import Schedule
from coordinator_app.printing import sheet
from coordinator_app.printing.marks import document_code
from coordinator_app.printing.selection import Choice, select
from coordinator_app.printing.typst import Manuscript, Paper

STRIPS = (0, 8, 10, 12)


class PosterOptions(Choice, frozen=True):
    """The switches of a poster. `strips` is one of `STRIPS`."""

    paper: Paper = Paper.A4
    strips: int = 0

    def __post_init__(self) -> None:
        if self.strips not in STRIPS:
            raise ValueError(f"a poster has no {self.strips} strips")


def poster(schedule: Schedule, options: PosterOptions) -> Manuscript:
    """The poster's manuscript. One that does not fit its sheet in readable type is set as a list over several pages.

    The document's layout is then `list` instead of `sheet`, and its offers name the sheet it would fit.
    """
    chosen = select(schedule, options)
    facts = sheet.facts(schedule, chosen, options)
    code = document_code("P", facts)
    values = facts | sheet.around(facts, schedule, options)
    values |= {
        "paper": options.paper,
        "strips": options.strips,
        "strip_lines": sheet.strip_lines(schedule, chosen, facts["title"]) if options.strips else [],
        "strip_short": sheet.strip_lines(schedule, chosen, facts["under"] or facts["title"]) if options.strips else [],
        "code": code,
    }
    return Manuscript("poster", options.languages[0], values, chosen.omissions + (() if facts["opens"] else (sheet.NO_QR,)), code)
