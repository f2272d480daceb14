"""Every document of a book that can be printed, each described once; the window and the command line both read the list here.

To add one: its manuscript in `printing`, its template in `resources/typst`, and its `Kind` here.
"""

from coordinator_app.bootstrap.documents.forms import (
    ATTENDANCE,
    CERTIFICATE,
    CONSENT,
    CONTACTS,
    FEEDBACK,
    MEETINGS,
    NOTICE,
    keep_rows,
    trainings,
)
from coordinator_app.bootstrap.documents.kinds import Draft, Kind, Part, Switch, Wanted
from coordinator_app.bootstrap.documents.reports import SUMMARY
from coordinator_app.bootstrap.documents.schedules import (
    CALENDAR,
    FLYER,
    GROUP_CARD,
    LEAFLET,
    POCKET_LIST,
    POSTER,
    TEXT,
    TRIAL_SHEET,
    term_to_print,
)

# In the order in which they are shown.
KINDS = (
    *(POSTER, CALENDAR, FLYER, LEAFLET, POCKET_LIST, GROUP_CARD, TEXT),
    *(ATTENDANCE, FEEDBACK, NOTICE, CONSENT),
    *(CERTIFICATE, CONTACTS, SUMMARY, TRIAL_SHEET),
)
BY_CODE = {kind.code: kind for kind in KINDS}

__all__ = [
    "ATTENDANCE",
    "BY_CODE",
    "CALENDAR",
    "CERTIFICATE",
    "CONSENT",
    "CONTACTS",
    "FEEDBACK",
    "FLYER",
    "GROUP_CARD",
    "KINDS",
    "LEAFLET",
    "MEETINGS",
    "NOTICE",
    "POCKET_LIST",
    "POSTER",
    "SUMMARY",
    "TEXT",
    "TRIAL_SHEET",
    "Draft",
    "Kind",
    "Part",
    "Switch",
    "Wanted",
    "keep_rows",
    "term_to_print",
    "trainings",
]
