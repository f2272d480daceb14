"""What is measured inside one process: our way through core and storage, the bare way by hand on the same connection."""

import datetime as dt
import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import typst
from msgspec import structs
from sqlalchemy import insert
from sqlalchemy.orm import Session

from coordinator_app import paths
from coordinator_app.bootstrap.documents import POSTER, Wanted
from coordinator_app.core import attendance, catalogue, indicators, meetings, search
from coordinator_app.core.figures import Figure
from coordinator_app.core.model import Person
from coordinator_app.core.periods import Period
from coordinator_app.core.sorting import sort_key
from coordinator_app.i18n import Language
from coordinator_app.printing.typst import Manuscript, Typesetter
from coordinator_app.storage.database import Database
from tests.bench import by_hand
from tests.bench.side_by_side import Pair
from tests.bench.town import CLOCK, QUARTER, begin

SHEET = 20
_ATTENDANCE = "INSERT INTO attendance (meeting_id, person_id, newcomer, remote) VALUES (?, ?, 0, 0)"
_COUNTED = "UPDATE meeting SET state = 'counted', headcount = ?, reason = NULL WHERE id = ?"
_OPEN_ENTRY = "INSERT INTO history_entry (at, command, open) VALUES (?, 'attendance.record', 1)"
_CLOSE_ENTRY = "UPDATE history_entry SET open = NULL, subject = ? WHERE open = 1"
_FOUND = """
SELECT rowid, title, body FROM search WHERE search MATCH ? UNION ALL SELECT rowid, title, body FROM search WHERE search MATCH ? LIMIT ?
"""
_SHEETS = """
SELECT meeting.id, meeting.group_id FROM meeting JOIN grp ON grp.id = group_id
WHERE names_kept = 'named' AND state <> 'cancelled' AND held_on < ? ORDER BY group_id, held_on
"""


def summary(database: Database) -> Pair:
    """The figures of a quarter."""
    names, plain = catalogue.shipped(), json.loads(paths.resource("catalogue", f"{catalogue.SHIPPED}.json").read_text("utf-8"))
    since = begin(database)

    def ours(_turn: int) -> by_hand.Figures:
        figures = database.read(indicators.compute, QUARTER, today=CLOCK.today(), records_begin=since, catalogue=names)
        return {(each.indicator, each.of): _said(each) for each in figures}

    def bare(_turn: int) -> by_hand.Figures:
        return by_hand.figures(database.raw, QUARTER, today=CLOCK.today(), begin=since, catalogue=plain)

    return Pair("quarter's summary", "the same figures by plain SQL", ours, bare)


def one_key(database: Database, typed: str, where: str = "") -> Pair:
    """What is found after a key was typed."""

    word = f'"{typed}"*'

    def ours(_turn: int) -> list[str]:
        return [hit.title for hit in database.read(search.find, typed=typed)]

    def bare(_turn: int) -> list[str]:
        rows = database.raw.execute(_FOUND, (f"title : ({word})", word, search.CANDIDATES)).fetchall()
        # What has no name of its own, a contact, the program shows as whose it is.
        return list(dict(row[:2] for row in rows).values())

    return Pair(f"search “{typed}”{where}", "the bare FTS5 query", ours, bare)


def crowd(session: Session, *, number: int) -> None:
    """Fills the book up with so many more persons of ordinary names."""
    given = ("Matti", "Juha", "Mikael", "Timo", "Kari", "Åke", "Antti", "Jukka", "Mauri", "Pekka", "Olavi", "Henrik")
    family = ("Mäkinen", "Virtanen", "Korhonen", "Lindqvist", "Nieminen", "Mattila", "Heikkinen", "Koskinen", "Järvinen", "Lehtonen")
    names = (f"{given[n % 12]} {family[n // 12 % 10]}{n // 120}" for n in range(number))
    common = {"added_on": CLOCK.today()}
    rows = [{"uid": f"crowd-{n}", "name": name, "sort_key": sort_key(name), **common} for n, name in enumerate(names)]
    session.execute(insert(Person), rows)


def saving(database: Database) -> Pair:
    """A sheet of 20 names, with history. Each turn takes a meeting of its own that nothing was said of."""
    sheets = _blank_sheets(database)
    present = database.raw.execute("SELECT id FROM person ORDER BY id LIMIT ?", (SHEET,)).fetchall()
    men = [person for (person,) in present]

    def ours(_turn: int) -> int | None:
        return database.write(attendance.record, meeting=next(sheets), present=men, today=CLOCK.today()).result.headcount

    def bare(_turn: int) -> int:
        _save_by_hand(database.raw, next(sheets), men)
        return len(men)

    ours(0)  # Makes the men members of the group, so that from now on both write the same rows.
    return Pair("saving a sheet of 20", "the same rows by plain SQL, same triggers", ours, bare)


def poster(database: Database) -> Pair:
    """The poster of every group; a title of its own each turn, because Typst remembers what it has set."""
    ours_set, bare_set = Typesetter(), typst.Compiler(root=str(paths.resource("typst")), font_paths=_fonts(), ignore_system_fonts=True)

    wanted = Wanted(POSTER, (Language.FI,), Period.of(CLOCK.today()))

    def titled(title: str) -> list[dict[str, str]]:
        return [{"lang": Language.FI, "text": title}]

    def manuscript(title: str) -> Manuscript:
        made = database.read(POSTER.draft, wanted, CLOCK.now())
        assert isinstance(made, Manuscript)
        return structs.replace(made, values={**made.values, "title": titled(title)})

    ready = manuscript("–")

    def ours(turn: int) -> int:
        return len(ours_set.document(manuscript(f"Ours {turn:06}"), made=CLOCK.now()).pdf)

    def bare(turn: int) -> int:
        values = json.dumps({"language": ready.language, **ready.values, "title": titled(f"Bare {turn:06}")}, ensure_ascii=False)
        template = str(paths.resource("typst", f"{ready.template}.typ"))
        pdf = bare_set.compile(template, format="pdf", sys_inputs={"values": values}, pdf_standards=["ua-1", "a-2a"])
        assert isinstance(pdf, bytes)
        return len(pdf)

    return Pair("poster of 12 groups", "the bare Typst compile", ours, bare)


def _said(figure: Figure) -> by_hand.Said:
    return figure.status.value if figure.value is None else figure.value


def _blank_sheets(database: Database) -> Iterator[int]:
    """Past meetings of the group that has most of them, with nothing said of any."""
    by_group: dict[int, list[int]] = {}
    for meeting, group in database.raw.execute(_SHEETS, (CLOCK.today().isoformat(),)):
        by_group.setdefault(group, []).append(meeting)
    chosen = max(by_group.values(), key=len)
    database.write(_clear, chosen)
    return iter(chosen)


def _clear(session: Session, chosen: list[int]) -> None:
    for meeting in chosen:
        meetings.clear(session, meeting=meeting)


def _save_by_hand(raw: Any, meeting: int, men: list[int]) -> None:
    raw.execute("BEGIN IMMEDIATE")
    raw.execute(_OPEN_ENTRY, (dt.datetime.now(dt.UTC).isoformat(timespec="seconds"),))
    raw.executemany(_ATTENDANCE, [(meeting, man) for man in men])
    raw.execute(_COUNTED, (len(men), meeting))
    raw.execute(_CLOSE_ENTRY, (f"meeting:{meeting}",))
    raw.execute("COMMIT")


def _fonts() -> typst.Fonts:
    from importlib import resources

    files = str(Path(str(resources.files("fontpkg_source_sans_3"))) / "files")
    return typst.Fonts(include_system_fonts=False, include_embedded_fonts=False, font_paths=[files])
