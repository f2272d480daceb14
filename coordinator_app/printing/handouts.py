"""What is handed out by the pile: strip flyers and pocket lists, several alike on a sheet."""

from coordinator_app.core.schedule import Schedule
from coordinator_app.printing import sheet
from coordinator_app.printing.marks import document_code
from coordinator_app.printing.selection import Choice, select
from coordinator_app.printing.typst import Manuscript

CARDS = (4, 8)
# How many alike go across and down an A4 sheet; the first in which everything can be read is taken.
_FLYERS = ((1, 3), (1, 2))
_POCKET_LISTS = {4: ((2, 2), (1, 2)), 8: ((2, 4), (2, 2), (1, 2))}


class PocketOptions(Choice, frozen=True):
    """The switches of a pocket list. `cards` is how many go on a sheet, one of `CARDS`."""

    cards: int = 4

    def __post_init__(self) -> None:
        if self.cards not in CARDS:
            raise ValueError(f"a sheet has no {self.cards} pocket lists")


def flyer(schedule: Schedule, choice: Choice) -> Manuscript:
    """Three alike on a sheet, to be cut apart."""
    return _handout(schedule, choice, "F", _FLYERS)


def pocket_list(schedule: Schedule, options: PocketOptions) -> Manuscript:
    """Four or eight alike on a sheet, for a wallet."""
    return _handout(schedule, options, "L", _POCKET_LISTS[options.cards])


def _handout(schedule: Schedule, choice: Choice, letter: str, formats: tuple[tuple[int, int], ...]) -> Manuscript:
    """The manuscript. What no format can hold is set as a list over several pages; the document's layout is then `list`."""
    chosen = select(schedule, choice)
    facts = sheet.facts(schedule, chosen, choice)
    code = document_code(letter, facts)
    values = facts | sheet.around(facts, schedule, choice) | {"formats": formats, "code": code}
    return Manuscript("handout", choice.languages[0], values, chosen.omissions + (() if facts["opens"] else (sheet.NO_QR,)), code)
