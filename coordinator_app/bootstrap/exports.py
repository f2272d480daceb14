"""Files for other programs: what of the book goes into each, ready to be written."""

import datetime as dt
from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from coordinator_app.bootstrap.office_files import catalogue_in_force
from coordinator_app.core import calendar, settings
from coordinator_app.i18n import Language, Words

if TYPE_CHECKING:
    from sqlalchemy.orm import Session


class Export(StrEnum):
    """The files, by the name they are asked for."""

    CALENDAR = "calendar.ics"


@dataclass(frozen=True, slots=True)
class Choice:
    """In which language a file speaks, and of which groups; of all, and of the activities too, if none are named."""

    language: Language
    groups: Collection[int] | None = None


def made(session: "Session", *, what: Export, choice: Choice, now: dt.datetime) -> bytes:
    """A query: the file."""
    return _MAKERS[what](session, choice, now)


def _calendar(session: "Session", choice: Choice, now: dt.datetime) -> bytes:
    from coordinator_app.exchange import icalendar

    kept = settings.read(session)
    series = calendar.series(session, today=now.date(), catalogue=catalogue_in_force(session), only=choice.groups)
    return icalendar.write(series, book_id=kept.book_id, name=kept.locality_name, now=now, words=Words(choice.language))


_MAKERS: Mapping[Export, Callable[["Session", Choice, dt.datetime], bytes]] = {Export.CALENDAR: _calendar}
