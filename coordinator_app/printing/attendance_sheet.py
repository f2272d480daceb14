"""The attendance sheet: what lies on the table at a meeting. First names only, and nothing that tells what the men share."""

import datetime as dt
from collections.abc import Sequence
from typing import Any

from msgspec import Struct

from coordinator_app.core.kinds import Mode
from coordinator_app.core.schedule import Localised
from coordinator_app.i18n import N_, Language, Words
from coordinator_app.printing.issuer import Issuer
from coordinator_app.printing.marks import document_code
from coordinator_app.printing.omissions import Omission
from coordinator_app.printing.tongues import Tongues
from coordinator_app.printing.typst import Manuscript


class TableSheet(Struct, frozen=True):
    """The sheet of one meeting. `men` are rows and first names as on the program's own sheet; None where no names are kept.

    `people` are the ids of the men in that order, `meeting` is the meeting's. `following` are the group's next days. A
    `sensitive` group is not named.
    """

    meeting: int
    group: Localised
    day: dt.date
    starts: dt.time
    minutes: int
    men: tuple[tuple[int, str], ...] | None
    people: tuple[int, ...] = ()
    mode: Mode = Mode.IN_PERSON
    following: tuple[dt.date, ...] = ()
    sensitive: bool = False


def attendance_sheets(sheets: tuple[TableSheet, ...], issuer: Issuer, languages: Sequence[Language]) -> Manuscript:
    """The manuscript of sheets, each on a page of its own, whatever the languages."""
    tongues = Tongues(languages)
    facts = {
        **issuer.head(tongues.main),
        "title": tongues(N_("Attendance sheet")),
        "sheets": [_sheet(each, tongues) for each in sheets],
        "row": tongues(N_("Row")),
        "name": tongues(N_("First name")),
        "new": tongues(N_("First time")),
        "remote": tongues(N_("Remotely")),
        "in_all": tongues(N_("Participants in all")),
        "counsellors": tongues(N_("Counsellors, not counted above")),
        "following": tongues(N_("Next meetings")),
        "tally": tongues(N_("Here you can count with strokes.")),
        "keep": tongues(
            N_("Nobody has to write his name. Keep this sheet out of others’ sight, and destroy it once the meeting is recorded.")
        ),
        "nothing": [] if sheets else tongues(N_("No meetings to come.")),
    }
    code = document_code("A", facts)
    values = facts | {"updated": tongues(N_("Printed on {day}"), day=issuer.made), "page": tongues(N_("Page")), "code": code}
    unnamed = [each for each in sheets if each.sensitive]
    message = N_("{group}: the sheet does not name the group, because it will lie on the table.")
    omissions = tuple(Omission(message, {"group": each.group.own}) for each in unnamed)
    rows = {each.meeting: each.people for each in sheets if each.people}
    return Manuscript("attendance_sheet", languages[0], values, omissions, code, paged="sheets", paper_rows=rows)


def _sheet(sheet: TableSheet, tongues: Tongues) -> dict[str, Any]:
    remote = sheet.mode is not Mode.IN_PERSON
    parts = [N_("Newcomers among them"), *([N_("Remotely among them")] if remote else []), N_("Children among them")]
    return {
        "group": tongues(N_("Peer group for men")) if sheet.sensitive else tongues.name(sheet.group),
        "when": tongues.each(lambda words: _when(sheet, words)),
        "men": None if sheet.men is None else list(sheet.men),
        "remotely": remote,
        "parts": [tongues(part) for part in parts],
        "days": tongues.each(lambda words: ", ".join(words.day_and_month(day) for day in sheet.following)),
        "how": tongues.each(lambda words: _how(sheet, words)),
    }


def _when(sheet: TableSheet, words: Words) -> str:
    return words(N_("{day} at {time}"), day=words.date_with_weekday(sheet.day), time=words.times(sheet.starts, sheet.minutes))


def _how(sheet: TableSheet, words: Words) -> str:
    if sheet.men is None:
        return words(N_("Send the contact man the number of participants."))
    rows = words(N_("Send the contact man the rows of those present and the number of visitors, as in {example}."), example="1 3 4 7 +2")
    visitors = words(N_("The men on the rows marked + are visitors."))
    return f"{rows} {visitors}"
