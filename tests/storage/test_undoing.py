"""Random commands, undone one by one and done again: the book is the same, row for row, at every step."""

import datetime as dt
from collections.abc import Callable, Iterator
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import Column as Col
from sqlalchemy import Connection, ForeignKey, Integer, LargeBinary, MetaData, Table, Text, delete, insert, text, update
from sqlalchemy.dialects.sqlite import insert as upsert
from sqlalchemy.exc import IntegrityError
from sqlalchemy.orm import Session

from coordinator_app.core.errors import InTheWay, Refused
from coordinator_app.core.kinds import Content, MeetingState, Mode, NamesKept
from coordinator_app.core.model import Attendance, Group, Meeting, Person, Place, Setting
from coordinator_app.core.model import Table as BookTable
from coordinator_app.storage import history_triggers, undoing
from coordinator_app.storage.cipher import connect, engine_for
from coordinator_app.storage.database import Database
from tests.book import FAST, KEY

Step = tuple[Any, ...]

ids = st.integers(1, 5)
words = st.one_of(
    st.none(),
    st.text(st.characters(exclude_categories=["Cs"]), max_size=12),
    st.sampled_from(["Mäkinen", "1", "1.0", "null", '{"a":1}', "a\0b", "O'Neil"]),
)
names = words.map(lambda word: word or "x")
numbers = st.one_of(st.none(), st.integers(0, 2**63 - 1))
days = st.dates(dt.date(2016, 1, 1), dt.date(2026, 12, 31))
steps = st.one_of(
    st.tuples(st.just("place"), names, words),
    st.tuples(st.just("person"), names, words),
    st.tuples(st.just("group"), names, st.one_of(st.none(), ids)),
    st.tuples(st.just("meeting"), ids, days, numbers, st.one_of(st.none(), ids)),
    st.tuples(st.just("attend"), ids, ids, st.booleans()),
    st.tuples(st.just("rename"), ids, names, words),
    st.tuples(st.just("all places"), ids, words),
    st.tuples(st.just("set"), names, words),
    st.tuples(st.just("replace"), ids, names),
    st.tuples(st.just("swap uids"), ids, ids),
    st.tuples(st.just("delete"), st.sampled_from(["person", "grp", "meeting", "attendance", "place", "setting"]), ids),
    st.tuples(st.just("clear"), st.sampled_from(["attendance", "meeting", "place"])),
    st.tuples(st.just("nothing"), ids),
    st.tuples(st.just("many"), st.lists(names, min_size=1, max_size=5)),
)
commands = st.lists(st.lists(steps, min_size=1, max_size=6), min_size=1, max_size=7)


def run(session: Session, *, wanted: list[Step]) -> None:
    """Does each step that the book's own rules allow."""
    for step in wanted:
        try:
            with session.begin_nested():
                _do(session, *step)
                session.flush()
        except IntegrityError:
            session.expunge_all()


def _do(session: Session, kind: str, *given: Any) -> None:
    statements: dict[str, Callable[..., Any]] = {
        "place": lambda name, note: insert(Place).values(name=name, sort_key="k", note=note),
        "person": lambda name, note: insert(Person).values(name=name, sort_key="k", note=note, uid=name, added_on=dt.date(2026, 1, 1)),
        "group": lambda name, contact: insert(Group).values(
            name=name, sort_key="k", service="peer", names_kept=NamesKept.NAMED, public=True, hide_place=False, contact_id=contact
        ),
        "meeting": lambda group, day, count, place: insert(Meeting).values(
            group_id=group, held_on=day, starts=dt.time(18), minutes=90, mode=Mode.HYBRID, service="peer", content=Content.TALK,
            state=MeetingState.PLANNED if count is None else MeetingState.COUNTED, headcount=count, place_id=place, by_hand=False,
        ),
        "attend": lambda meeting, person, first: insert(Attendance).values(
            meeting_id=meeting, person_id=person, newcomer=first, remote=False
        ),
        "all places": lambda above, note: update(Place).where(Place.id > above).values(note=note),
        "set": lambda name, value: upsert(Setting).values(name=name, value=value).on_conflict_do_update(
            index_elements=["name"], set_={"value": value}
        ),
        "replace": lambda row, name: text("INSERT OR REPLACE INTO setting (id, name, value) VALUES (:row, :name, '1')").bindparams(
            row=row, name=name
        ),
        "delete": lambda table, row: delete(BookTable.metadata.tables[table]).where(BookTable.metadata.tables[table].c.id == row),
        "clear": lambda table: delete(BookTable.metadata.tables[table]),
        "nothing": lambda above: update(Place).where(Place.id > above).values(name=Place.name),
        "many": lambda them: insert(Place).values([{"name": name, "sort_key": "k"} for name in them]),
    }  # fmt: skip
    if kind == "rename":
        place, name, note = given
        session.execute(update(Place).where(Place.id == place).values(name=name, note=note))
    elif kind == "swap uids":
        first, second = given
        uids: dict[int, str] = dict(
            session.execute(text("SELECT id, uid FROM person WHERE id IN (:a, :b)"), {"a": first, "b": second}).all()
        )
        if len(uids) == 2:
            for person, uid in ((first, "between"), (second, uids[first]), (first, uids[second])):
                session.execute(update(Person).where(Person.id == person).values(uid=uid))
    else:
        session.execute(statements[kind](*given), execution_options={"synchronize_session": False})


def state(book: Database) -> dict[str, list[str]]:
    """Every row of every recorded table, types and all, and what the search finds."""

    def rows(session: Session) -> dict[str, list[str]]:
        connection = session.connection()
        found = {}
        for table in history_triggers.recorded(BookTable.metadata):
            columns = ", ".join(f'"{column.name}", typeof("{column.name}")' for column in table.columns)
            found[table.name] = [repr(row) for row in connection.exec_driver_sql(f"SELECT {columns} FROM {table.name} ORDER BY id")]
        found["search"] = [repr(row) for row in connection.exec_driver_sql("SELECT rowid, title, body FROM search ORDER BY rowid")]
        return found

    return book.read(rows)


def undo_all_and_redo_all(book: Database, wanted: list[list[Step]]) -> None:
    states = [state(book)]
    done: list[int] = []
    for each in wanted:
        entry = book.write(run, wanted=each).entry
        if entry is None:
            if state(book) != states[-1]:
                # What the step before had changed was changed back: both are one step that is none.
                states.pop()
                done.pop()
            assert state(book) == states[-1]
        elif done and entry == done[-1]:
            states[-1] = state(book)
        else:
            done.append(entry)
            states.append(state(book))
    for before in reversed(states[:-1]):
        book.undo()
        assert state(book) == before
    for after in states[1:]:
        book.redo()
        assert state(book) == after
    for _ in done:
        book.undo()
    assert state(book) == states[0]


# One book serves all examples of a test: each ends with everything taken back.
usual = settings(max_examples=settings().max_examples // 3, suppress_health_check=[HealthCheck.function_scoped_fixture])


@usual
@given(wanted=commands)
def test_undo_all_then_redo_all(book: Database, wanted: list[list[Step]]) -> None:
    undo_all_and_redo_all(book, wanted)


@usual
@given(wanted=commands, pick=st.integers(0, 6))
def test_undo_of_an_older_command_is_whole_or_refused(book: Database, wanted: list[list[Step]], pick: int) -> None:
    done = [entry for each in wanted if (entry := book.write(run, wanted=each).entry)]
    if done:
        before = state(book)
        try:
            book.undo(done[pick % len(done)])
        except InTheWay as refusal:
            assert refusal.entry is None or refusal.entry > done[pick % len(done)]
            assert state(book) == before
        else:
            assert not book.raw.execute("PRAGMA foreign_key_check").fetchall()
            book.redo()
            assert state(book) == before
    take_all_back(book)


def take_all_back(book: Database) -> None:
    while True:
        try:
            book.undo()
        except Refused:
            return


# Each of these switches one thing off that undo rests upon; the steps above must then fail.
TELLING: list[list[Step]] = [
    [
        ("place", "a", None),
        ("place", "b", "x"),
        ("person", "Mäkinen", None),
        ("group", "g", None),
        ("meeting", 1, dt.date(2026, 1, 1), 3, 1),
    ],
    [("set", "k", "1"), ("replace", 9, "k")],
    [("rename", 1, "c", "y"), ("rename", 1, "d", None)],
    [("attend", 1, 1, True)],
    [("clear", "attendance"), ("clear", "meeting"), ("clear", "place")],
]


def test_the_telling_steps_pass_with_everything_on(book: Database) -> None:
    undo_all_and_redo_all(book, TELLING)


def _forwards(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(undoing, "_RUNS", undoing._RUNS.replace("DESC", "ASC"))
    monkeypatch.setattr(undoing, "_IMAGES", undoing._IMAGES.replace("DESC", "ASC"))


def _a_column_forgotten(monkeypatch: pytest.MonkeyPatch) -> None:
    whole = history_triggers.stored
    monkeypatch.setattr(undoing, "stored", lambda table: [column for column in whole(table) if column.name != "note"])


@pytest.mark.parametrize("switch_off", [_forwards, _a_column_forgotten])
def test_without_the_order_or_a_column_it_would_fail(
    book: Database, monkeypatch: pytest.MonkeyPatch, switch_off: Callable[[pytest.MonkeyPatch], None]
) -> None:
    switch_off(monkeypatch)
    with pytest.raises((AssertionError, InTheWay, KeyError)):
        undo_all_and_redo_all(book, TELLING)


def test_without_the_triggers_of_replaced_rows_it_would_fail(book: Database) -> None:
    book.raw.execute("PRAGMA recursive_triggers = OFF")
    with pytest.raises((AssertionError, InTheWay)):
        undo_all_and_redo_all(book, TELLING)


def test_without_the_check_of_foreign_keys_an_orphan_would_stay(book: Database, monkeypatch: pytest.MonkeyPatch) -> None:
    first = book.write(run, wanted=[("place", "a", None), ("group", "g", None)]).entry
    book.write(run, wanted=[("meeting", 1, dt.date(2026, 1, 1), 3, 1)])
    with pytest.raises(InTheWay):
        book.undo(first)
    real = Connection.exec_driver_sql
    monkeypatch.setattr(
        Connection,
        "exec_driver_sql",
        lambda self, statement, *given: real(self, statement.replace("PRAGMA foreign_key_check", "SELECT 1 WHERE 0"), *given),
    )
    book.undo(first)
    assert book.raw.execute("PRAGMA foreign_key_check").fetchall()


@pytest.fixture
def town(tmp_path: Any, monkeypatch: pytest.MonkeyPatch) -> Iterator[tuple[Connection, MetaData]]:
    """Two tables of a sort the book has none of today: bytes that are recorded, and rows that go with their owner."""
    metadata = MetaData()
    Table("house", metadata, Col("id", Integer, primary_key=True), Col("map", LargeBinary), sqlite_strict=True)
    owner = Col("house_id", Integer, ForeignKey("house.id", ondelete="CASCADE"))
    Table("door", metadata, Col("id", Integer, primary_key=True), owner, Col("name", Text), sqlite_strict=True)
    monkeypatch.setattr(history_triggers, "NUMBERS", {"house": 1, "door": 2})
    raw = connect(tmp_path / "town.db", KEY, create=True, settings=FAST)
    with engine_for(raw).begin() as connection:
        metadata.create_all(connection)
        BookTable.metadata.tables["history_entry"].create(connection)
        BookTable.metadata.tables["history_row"].create(connection)
        history_triggers.install(connection, metadata)
    for entry, statement in enumerate(
        (
            "INSERT INTO house VALUES (1, x'00ff'), (2, NULL), (3, x'')",
            "INSERT INTO door VALUES (1, 1, 'a'), (2, 1, 'b')",
            "DELETE FROM house",
        ),
        start=1,
    ):
        raw.execute("INSERT INTO history_entry (id, at, command, open) VALUES (?, '', 'x', 1)", (entry,))
        raw.execute(statement)
        raw.execute("UPDATE history_entry SET open = NULL")
    raw.execute("INSERT INTO history_entry (id, at, command, open) VALUES (4, '', 'undo', 1)")
    with engine_for(raw).connect() as connection:
        yield connection, metadata
    raw.close()


def _put_back(town: tuple[Connection, MetaData], entry: int, *, foreign_keys: str = "OFF") -> tuple[list[Any], list[Any]]:
    connection, metadata = town
    raw: Any = connection.connection.dbapi_connection
    raw.execute(f"PRAGMA foreign_keys = {foreign_keys}")
    with connection.begin():
        undoing.put_back(connection, metadata, entry)
    return raw.execute("SELECT * FROM house ORDER BY id").fetchall(), raw.execute("SELECT * FROM door ORDER BY id").fetchall()


def test_bytes_and_cascades_come_back(town: tuple[Connection, MetaData]) -> None:
    assert _put_back(town, 3) == ([(1, b"\0\xff"), (2, None), (3, b"")], [(1, 1, "a"), (2, 1, "b")])


def test_without_the_care_for_bytes_they_would_not_come_back(town: tuple[Connection, MetaData], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(undoing, "is_blob", lambda column: False)
    with pytest.raises(IntegrityError):
        _put_back(town, 3)


def test_later_rows_stand_in_the_way_and_with_foreign_keys_on_would_vanish(town: tuple[Connection, MetaData]) -> None:
    _put_back(town, 3)
    with pytest.raises(undoing.ClashError):
        _put_back(town, 1)
    assert _put_back(town, 1, foreign_keys="ON") == ([], [])
