"""Taking in what files from elsewhere say: compared with the book first, then written as one command."""

from coordinator_app.core.importing.found import (
    Found,
    FoundAttendance,
    FoundGroup,
    FoundOrganisation,
    FoundPerson,
    FoundSlot,
    Guess,
    ReadColumn,
    Remark,
    Subject,
    Told,
    Unread,
    told,
)
from coordinator_app.core.importing.preview import Action, Choice, Choices, Difference, Fate, Imported, Likeness, Preview, PreviewRow
from coordinator_app.core.importing.taking_in import apply, preview

__all__ = [
    "Action",
    "Choice",
    "Choices",
    "Difference",
    "Fate",
    "Found",
    "FoundAttendance",
    "FoundGroup",
    "FoundOrganisation",
    "FoundPerson",
    "FoundSlot",
    "Guess",
    "Imported",
    "Likeness",
    "Preview",
    "PreviewRow",
    "ReadColumn",
    "Remark",
    "Subject",
    "Told",
    "Unread",
    "apply",
    "preview",
    "told",
]
