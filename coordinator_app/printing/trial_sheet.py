"""The trial sheet: whether a printer keeps sizes, how far to the edge it prints, and how it turns the paper."""

import datetime as dt
from collections.abc import Sequence

from coordinator_app.i18n import N_, Language
from coordinator_app.printing.tongues import Tongues
from coordinator_app.printing.typst import Manuscript

_FRONT = (
    N_("Print this sheet in its actual size (100%, not “fit to page”), on both sides, flipped on the long edge."),
    N_("Measure the ruler: it must be exactly 10 cm long. If it is shorter, the printer shrinks the page."),
    N_("The frames are 3, 5, 7 and 9 mm from the edge. A frame that is missing tells how near the edge the printer can print."),
    N_("To fold: lay this side face down, fold the narrower third in first, then the other third over it."),
)
_BACK = (
    N_("Turn the sheet over as you turn the page of a book. If the arrow points up here too, leaflets come out the right way."),
    N_("If the arrow points down, choose the other edge (short edge) in the printer’s settings."),
    N_("Hold the sheet against the light: the two crosses should lie on each other, within 3 mm."),
)


def trial_sheet(languages: Sequence[Language], today: dt.date) -> Manuscript:
    """Two sides, like the leaflet."""
    tongues = Tongues(languages)
    values = {
        "title": tongues(N_("Test sheet for the printer")),
        "front": [tongues(each) for each in _FRONT],
        "back": [tongues(each) for each in _BACK],
        "front-top": tongues(N_("This way up (front)")),
        "back-top": tongues(N_("This way up (back)")),
        "ruler": tongues(N_("10 cm")),
        "updated": tongues(N_("Made on {day}"), day=today),
        "code": "",
    }
    return Manuscript("trial_sheet", tongues.main.language, values)
