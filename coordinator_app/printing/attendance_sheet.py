"""The attendance sheet: what lies on the table at a meeting. First names only, and nothing that tells what the men share."""

import datetime as dt
from typing import Any

from msgspec import Struct

from coordinator_app.core.kinds import Mode
from coordinator_app.core.schedule import Localised
from coordinator_app.i18n import N_, Language, Words
from coordinator_app.printing.issuer import Issuer
from coordinator_app.printing.marks import document_code
from coordinator_app.printing.omissions import Omission
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


def attendance_sheets(sheets: tuple[TableSheet, ...], issuer: Issuer, language: Language) -> Manuscript:
    """The manuscript of sheets, each on a page of its own."""
    words = Words(language)
    facts = {
        **issuer.head(words),
        "title": words("Attendance sheet"),
        "sheets": [_sheet(each, words) for each in sheets],
        "row": words("Row"),
        "name": words("First name"),
        "new": words("First time"),
        "remote": words("Remotely"),
        "in_all": words("Participants in all"),
        "counsellors": words("Counsellors, not counted above"),
        "following": words("Next meetings"),
        "visitors": words("The men on the rows marked + are visitors."),
        "tally": words("Here you can count with strokes."),
        "keep": words("Nobody has to write his name. Keep this sheet out of others’ sight, and destroy it once the meeting is recorded."),
        "nothing": "" if sheets else words("No meetings to come."),
    }
    code = document_code("A", facts)
    values = facts | {"updated": words("Printed on {day}", day=words.date(issuer.made)), "page": words("Page"), "code": code}
    unnamed = [each for each in sheets if each.sensitive]
    message = N_("{group}: the sheet does not name the group, because it will lie on the table.")
    omissions = tuple(Omission(message, {"group": each.group.own}) for each in unnamed)
    rows = {each.meeting: each.people for each in sheets if each.people}
    return Manuscript("attendance_sheet", language, values, omissions, code, paged="sheets", paper_rows=rows)


def _sheet(sheet: TableSheet, words: Words) -> dict[str, Any]:
    remote = sheet.mode is not Mode.IN_PERSON
    parts = [words("Newcomers among them"), *([words("Remotely among them")] if remote else []), words("Children among them")]
    name = words("Peer group for men") if sheet.sensitive else sheet.group.said(words.language)
    how = (
        words("Send the contact man the number of participants.")
        if sheet.men is None
        else words("Send the contact man the rows of those present and the number of visitors, as in {example}.", example="1 3 4 7 +2")
    )
    return {
        "group": name,
        "when": words("{day} at {time}", day=words.date_with_weekday(sheet.day), time=words.times(sheet.starts, sheet.minutes)),
        "men": None if sheet.men is None else list(sheet.men),
        "remotely": remote,
        "parts": parts,
        "days": ", ".join(words.day_and_month(day) for day in sheet.following),
        "how": how,
    }
