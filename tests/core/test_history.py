"""What was done is told in words: every command has its own, with the name of what it was about, in the language asked for."""

import ast
import datetime as dt
from pathlib import Path

import pytest
from sqlalchemy.orm import Session

import coordinator_app.core
from coordinator_app.core import groups, history, meetings, people, places, settings
from coordinator_app.core.commands import COMMANDS
from coordinator_app.core.kinds import ContactKind, PersonRole
from coordinator_app.i18n import Language, Words
from coordinator_app.storage.database import Database
from tests.book import StoppedClock

CORE = Path(coordinator_app.core.__file__).parent
ENGLISH = Words(Language.EN)
# What only other commands call, each a part of theirs.
PARTS = {
    "drafts.drop",
    "drafts.drop_about",
    "drafts.drop_old",
    "drafts.forget",
    "drafts.keep",
    "drafts.take_off",
    "erasure.take_out",
    "paper_rows.keep",
    "planning.drop",
    "posters.note_printed",
    "rota.leave",
    "settings.begin",
    "settings.remember",
}
WRITES = {"add", "add_all", "delete", "flush"}
STATEMENTS = {"insert", "update", "delete", "upsert"}


def told(book: Database) -> list[str]:
    return [line.said(ENGLISH) for line in book.read(history.lines)]


def _writes(function: ast.FunctionDef) -> bool:
    for call in (node for node in ast.walk(function) if isinstance(node, ast.Call)):
        if isinstance(call.func, ast.Name) and call.func.id in STATEMENTS:
            return True
        method = call.func if isinstance(call.func, ast.Attribute) and isinstance(call.func.value, ast.Name) else None
        if method and isinstance(method.value, ast.Name) and method.value.id == "session" and method.attr in WRITES:
            return True
    return False


def _calls(function: ast.FunctionDef) -> set[str]:
    return {node.func.id for node in ast.walk(function) if isinstance(node, ast.Call) and isinstance(node.func, ast.Name)}


def commands() -> set[str]:
    """The codes of the public functions of core that take a session alone by position and write, by themselves or through a helper."""
    found = set()
    for path in CORE.rglob("*.py"):
        room = path.relative_to(CORE).parts[0].removesuffix(".py")
        functions = {node.name: node for node in ast.parse(path.read_text(encoding="utf-8")).body if isinstance(node, ast.FunctionDef)}
        writing = {name for name, node in functions.items() if _writes(node)}
        while more := {name for name, node in functions.items() if name not in writing and _calls(node) & writing}:
            writing |= more
        for name in writing:
            positional = [argument.arg for argument in (*functions[name].args.posonlyargs, *functions[name].args.args)]
            if positional == ["session"] and not name.startswith("_") and room not in ("model", "sample"):
                found.add(f"{room}.{name}")
    return found - PARTS


def test_every_command_has_a_sentence() -> None:
    found = commands()
    assert {"people.add", "meetings.cancel", "settings.change"} <= found
    assert not found - COMMANDS.keys(), "Add them to coordinator_app/core/commands.py."


def test_a_line_names_what_it_was_about(book: Database, today: dt.date) -> None:
    group = book.write(groups.add, name="Tiistairyhmä", today=today).result
    meeting = book.write(meetings.add_extra, group=group, on=dt.date(2026, 10, 6)).result.id
    book.write(meetings.cancel, meeting=meeting, reason="ill")
    book.write(people.add, name="Matti Mäkinen", today=today)
    book.write(settings.change, web="miehet.fi")
    assert told(book) == [
        "change the settings",
        "add Matti Mäkinen",
        "cancel the meeting Tiistairyhmä, 6\u00a0October",
        "add an extra meeting (Tiistairyhmä, 6\u00a0October)",
        "add the group Tiistairyhmä",
    ]


def test_the_name_is_that_of_today_and_stays_known_after_removal(book: Database) -> None:
    place = book.write(places.add, name="Kirjasto").result.id
    book.write(places.change, place=place, name="Kahvila", address=None, note=None)
    assert told(book) == ["change the place Kahvila", "add the place Kahvila"]
    book.write(places.remove, place=place)
    assert told(book) == ["remove the place Kahvila", "change the place Kahvila", "add the place Kahvila"]


def test_what_is_undone_is_marked_and_what_comes_next_is_named(book: Database) -> None:
    for name in ("Kirjasto", "Kahvila"):
        book.write(places.add, name=name)
    assert book.read(history.next_steps).redo is None
    book.undo()
    lines = book.read(history.lines)
    assert [(line.name, line.undone, line.can_undo) for line in lines] == [("Kahvila", True, False), ("Kirjasto", False, True)]
    following = book.read(history.next_steps)
    assert [line.said(ENGLISH) if line else None for line in (following.undo, following.redo)] == [
        "add the place Kirjasto",
        "add the place Kahvila",
    ]
    assert book.read(history.line, entry=lines[0].entry) == lines[0]


def test_a_command_may_say_what_it_is_about(book: Database) -> None:
    first = book.write(places.add, name="Kirjasto").result.id

    def rename_second_for_first(session: Session) -> None:
        places.add(session, name="Kahvila")
        history.about(session, "place", first)

    book.write(rename_second_for_first)
    assert book.read(history.lines)[0].name == "Kirjasto"


def test_a_command_without_words_is_still_a_line(book: Database) -> None:
    def nameless(session: Session) -> None:
        places.add(session, name="Kirjasto")

    book.write(nameless)
    assert told(book) == ["a change"]


def test_the_list_can_be_read_on(book: Database) -> None:
    for number in range(5):
        book.write(places.add, name=f"Paikka {number}")
    first = book.read(history.lines, most=2)
    rest = book.read(history.lines, most=10, before=first[-1].entry)
    assert [line.name for line in (*first, *rest)] == [f"Paikka {number}" for number in (4, 3, 2, 1, 0)]


def test_a_hundred_steps_for_three_months_survive_closing(book: Database, clock: StoppedClock, tmp_path: Path) -> None:
    for number in range(103):
        book.write(places.add, name=f"Paikka {number}")
    book.close()
    again = reopened(tmp_path, clock)
    lines = again.read(history.lines)
    assert [line.can_undo for line in lines] == [True] * 100 + [False] * 3
    clock.pass_by(days=93)
    again.close()
    much_later = reopened(tmp_path, clock)
    lines = much_later.read(history.lines)
    assert len(lines) == 103
    assert not any(line.can_undo for line in lines)
    much_later.close()


def reopened(tmp_path: Path, clock: StoppedClock) -> Database:
    from tests.book import FAST, KEY

    return Database.open(tmp_path / "book" / "book.db", KEY, clock=clock, settings=FAST)


@pytest.mark.parametrize("language", list(Language))
def test_every_sentence_can_be_said(language: Language) -> None:
    for command in (*COMMANDS, "unknown.command"):
        line = history.HistoryLine(1, dt.datetime(2026, 10, 20, tzinfo=dt.UTC), command, "Ryhmä", dt.date(2026, 10, 6), False, True)
        assert "{" not in line.said(Words(language))


def test_a_break_of_the_whole_locality_is_told_by_what_it_is_for_and_its_first_day(book: Database) -> None:
    summer = dt.date(2026, 7, 1), dt.date(2026, 7, 31)
    pause = book.write(groups.add_pause, first=summer[0], last=summer[1], today=dt.date(2026, 6, 1), why="kesä").result
    assert told(book)[0] == "add a break (kesä, 1\N{NO-BREAK SPACE}July)"
    book.write(groups.remove_pause, pause=pause, today=dt.date(2026, 6, 1))
    assert told(book)[:2] == ["remove a break (kesä, 1\N{NO-BREAK SPACE}July)", "add a break (kesä, 1\N{NO-BREAK SPACE}July)"]


def test_who_is_removed_is_named_whatever_else_was_known_of_him(book: Database) -> None:
    phone = people.GivenContact(ContactKind.PHONE, "040 123 4567")
    matti = book.write(people.add, name="Matti", today=dt.date(2026, 6, 1), contacts=[phone], roles=(PersonRole.VOLUNTEER,)).result
    book.write(people.remove, person=matti)
    assert told(book)[0] == "remove Matti"


def test_a_meeting_that_is_taken_back_is_still_called_after_its_group(book: Database) -> None:
    group = book.write(groups.add, name="Miehet", today=dt.date(2026, 6, 1)).result
    book.write(meetings.add_extra, group=group, on=dt.date(2026, 7, 1))
    book.undo()
    redo = book.read(history.next_steps).redo
    assert redo is not None
    assert redo.said(ENGLISH) == "add an extra meeting (Miehet, 1\N{NO-BREAK SPACE}July)"
