"""A file's content previewed and taken in, all of it as one command and so with one undo."""

import datetime as dt

from sqlalchemy.orm import Session

from coordinator_app.core.importing import attendance, groups, organisations, people
from coordinator_app.core.importing.found import Found
from coordinator_app.core.importing.preview import Choices, Imported, Preview, Tally


def preview(session: Session, *, found: Found, today: dt.date) -> Preview:
    """What taking in the file would do, row by row; nothing is written."""
    rows = (
        *groups.preview(session, found.groups, today=today),
        *organisations.preview(session, found.organisations),
        *people.preview(session, found.people),
        *attendance.preview(session, found.attendances, today=today),
    )
    return Preview(found, rows)


def apply(session: Session, *, found: Found, today: dt.date, choices: Choices | None = None) -> Imported:
    """Takes the file in, as proposed by `preview` unless `choices` say otherwise. A second time changes nothing."""
    tally = Tally()
    chosen = choices or Choices()
    groups.apply(session, found.groups, chosen, tally, today=today)
    organisations.apply(session, found.organisations, chosen, tally)
    people.apply(session, found.people, chosen, tally, today=today)
    attendance.apply(session, found.attendances, chosen, tally, today=today)
    return tally.result()
