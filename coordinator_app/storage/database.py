"""The open book: commands run whole or not at all, reads cannot write, every change is recorded and can be taken back."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any, Concatenate, Generic, ParamSpec, Self, TypeVar

from msgspec import Struct
from sqlalchemy import insert
from sqlalchemy.exc import DBAPIError
from sqlalchemy.orm import Session
from sqlcipher3 import dbapi2

from coordinator_app.core.clock import Clock
from coordinator_app.core.errors import BookDamaged, CannotWrite, InTheWay, NotFound, Refused
from coordinator_app.core.forgotten import Forgotten
from coordinator_app.core.history import Standing, command_code, standing, subject_of
from coordinator_app.core.model import HistoryEntry, Table
from coordinator_app.i18n import N_
from coordinator_app.storage import erasing, history_entries, undoing
from coordinator_app.storage.cipher import SETTINGS, connect, engine_for
from coordinator_app.storage.history_triggers import numbers
from coordinator_app.storage.result_codes import DAMAGE, DISK, result_code
from coordinator_app.storage.schema import create as create_schema

P = ParamSpec("P")
R = TypeVar("R")

# Commands select columns and never hold mapped objects, so that a change has none to keep in step.
_NO_OBJECTS = {"synchronize_session": False}


class Done(Struct, Generic[R], frozen=True):
    """What a command returned, the names of the tables it touched, and its entry in the history (none if nothing changed)."""

    result: R
    kinds: frozenset[str]
    entry: int | None


class _Command(Session):
    """What a command is handed: it cannot end the transaction it runs in, or its record would stay open for good."""

    def execute(self, statement: Any, params: Any = None, **options: Any) -> Any:
        # The driver takes the columns of the first row for all: what another row says beyond them would be lost without a word,
        # and a change of many rows without a condition is a change of every row.
        if isinstance(params, list) and params:
            if any(row.keys() != params[0].keys() for row in params):
                raise RuntimeError("the rows of one statement name different columns")
            if statement.is_update and statement.whereclause is None:
                raise RuntimeError("a change of many rows needs a condition")
        return super().execute(statement, params, **options)

    def commit(self) -> None:
        raise RuntimeError("a command does not commit")

    def rollback(self) -> None:
        raise RuntimeError("a command does not roll back; it raises")


class Database:
    """A book, open. One thread uses it at a time."""

    def __init__(self, raw: Any, clock: Clock) -> None:
        self._raw = raw
        self._clock = clock
        self._engine = engine_for(raw)
        self._reader = self._engine.execution_options(begin="BEGIN")
        self._closed = False
        self._names = {number: name for name, number in numbers(Table.metadata).items()}

    @classmethod
    def open(cls, path: Path, key: bytes, *, clock: Clock, settings: tuple[str, ...] = SETTINGS) -> Self:
        """Opens the database file at `path` with its raw key.

        The driver's errors come through; `coordinator_app.bootstrap` tells what they mean for a book.
        """
        return cls(connect(path, key, settings=settings), clock)

    @classmethod
    def create(
        cls, path: Path, key: bytes, begin: Callable[[Session], object], *, clock: Clock, settings: tuple[str, ...] = SETTINGS
    ) -> Self:
        """Makes the database file, with what `begin` writes into it first, which is no step of the history."""
        with _disk_errors():
            database = cls(connect(path, key, create=True, settings=settings), clock)
            try:
                with _Command(database._engine) as session, session.begin():
                    connection = session.connection()
                    create_schema(connection)
                    entry = history_entries.open_entry(connection, "begin", clock.now())
                    begin(session)
                    session.flush()
                    history_entries.take_away(connection, entry)
            except BaseException:
                database._let_go()
                raise
        return database

    def read(self, query: Callable[Concatenate[Session, P], R], /, *args: P.args, **kwargs: P.kwargs) -> R:
        """Runs a query, which sees one state of the book and cannot change it."""
        with _damage(), Session(self._reader) as session:
            session.connection()
            self._raw.execute("PRAGMA query_only = ON")
            try:
                return query(session, *args, **kwargs)
            finally:
                self._raw.execute("PRAGMA query_only = OFF")

    def write(self, command: Callable[Concatenate[Session, P], R], /, *args: P.args, **kwargs: P.kwargs) -> Done[R]:
        """Runs a command in one transaction, with its entry in the history.

        Whatever it raises, nothing of it stays. Raises `CannotWrite` when the disk does not take it.
        """
        # The session owns the transaction: one that joined a connection's might end it on closing, and nothing would say so.
        with _disk_errors(), _Command(self._engine, execution_options=_NO_OBJECTS) as session, session.begin() as transaction:
            connection = session.connection()
            now = self._clock.now()
            entry = history_entries.open_entry(connection, command_code(command), now)
            before = self._raw.total_changes
            result = command(session, *args, **kwargs)
            session.flush()
            changed = self._raw.total_changes > before
            kinds = history_entries.close_entry(connection, entry, self._names, subject_of(session))
            if not changed:
                transaction.rollback()
            if not kinds:
                return Done(result, kinds, None)
            return Done(result, kinds, history_entries.join_previous(connection, entry, now, self._names))

    def erase(self, command: Callable[Concatenate[Session, P], Forgotten], /, *args: P.args, **kwargs: P.kwargs) -> Done[Forgotten]:
        """Runs a command that forgets people, which no undo brings back: what it took away leaves the history too.

        `vacuum` is to follow, which takes it out of the file's unused parts. Raises like `write`.
        """
        with _disk_errors(), _Command(self._engine, execution_options=_NO_OBJECTS) as session, session.begin():
            connection = session.connection()
            entry = history_entries.open_entry(connection, command_code(command), self._clock.now())
            gone = command(session, *args, **kwargs)
            session.flush()
            kinds = history_entries.close_entry(connection, entry, self._names, subject_of(session))
            erasing.scrub(connection, entry, gone.ids, gone.said)
        return Done(gone, kinds, entry)

    def vacuum(self) -> None:
        """Writes the file anew without its unused parts, in which what was erased could still be read by whoever has the key."""
        with _disk_errors():
            self._raw.execute("VACUUM")
            self._raw.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchall()

    def undo(self, entry: int | None = None) -> Done[None]:
        """Takes a command back: the one of that entry, or the latest that can be.

        Raises `InTheWay`, naming the later entry, when one builds on it, and `Refused` when there is nothing to take back.
        """
        state = self.read(standing)
        chosen = entry if entry is not None else next(iter(state.to_undo()), None)
        if chosen is None:
            raise Refused(N_("There is nothing to undo."))
        if chosen not in state.to_undo():
            raise NotFound(N_("This can no longer be undone."))
        return self._replay(state, state.top(chosen), "undo")

    def redo(self, entry: int | None = None) -> Done[None]:
        """Does again what was taken back last, or the command of that entry. Raises like `undo`."""
        state = self.read(standing)
        chosen = entry if entry is not None else next(iter(state.to_redo()), None)
        if chosen is None:
            raise Refused(N_("There is nothing to redo."))
        if chosen not in state.to_redo():
            raise NotFound(N_("This can no longer be redone."))
        return self._replay(state, state.top(chosen), "redo")

    @property
    def raw(self) -> Any:
        """The driver's connection, for copying and checking the whole file between transactions."""
        return self._raw

    @property
    def generation(self) -> int:
        """A number that rises with every recorded change and never falls, so that an older file put back can be told."""
        found = self._raw.execute("SELECT seq FROM sqlite_sequence WHERE name = 'history_entry'").fetchone()
        return int(found[0]) if found else 0

    def note(self, command: str, subject: str, *, above: int = 0) -> None:
        """Adds a line to the history for what cannot be undone, and lifts the generation above `above`."""
        entry = max(self.generation, above) + 1
        with _disk_errors(), self._engine.begin() as connection:
            connection.execute(insert(HistoryEntry).values(id=entry, at=self._clock.now(), command=command, subject=subject))

    def close(self) -> None:
        """Drops old undo images, moves everything into the one file, and lets go of it.

        A full disk stops the first two, which are not needed: what was saved then stays in the log beside the file.
        What is closed already stays closed.
        """
        if self._closed:
            return
        try:
            with suppress(CannotWrite, BookDamaged), _disk_errors(), self._engine.begin() as connection:
                history_entries.prune(connection, self._clock.today())
            with suppress(dbapi2.OperationalError):
                self._raw.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchall()
        finally:
            self._let_go()

    def _let_go(self) -> None:
        self._closed = True
        self._engine.dispose()
        self._raw.close()

    def _replay(self, state: Standing, target: int, command: str) -> Done[None]:
        # With foreign keys on, putting a row back could move others along, and half-way states could be refused.
        self._raw.execute("PRAGMA foreign_keys = OFF")
        try:
            with _disk_errors(), self._engine.begin() as connection:
                blocker = undoing.in_the_way(connection, target, state.after(target))
                if blocker is not None:
                    raise undoing.ClashError(blocker)
                new = history_entries.open_entry(connection, command, self._clock.now(), undoes=target)
                undoing.put_back(connection, Table.metadata, target)
                kinds = history_entries.close_entry(connection, new, self._names)
        except undoing.ClashError as clash:
            raise InTheWay(N_("A later change builds on this one. Undo the later one first."), entry=clash.entry) from clash
        finally:
            self._raw.execute("PRAGMA foreign_keys = ON")
        return Done(None, kinds, new)


@contextmanager
def _disk_errors() -> Iterator[None]:
    """Tells a disk that does not take what is written from a fault of ours."""
    try:
        with _damage():
            yield
    except (DBAPIError, dbapi2.Error) as error:
        if result_code(error) in DISK:
            raise CannotWrite(
                N_("The change could not be written: the disk may be full or gone. Make room and try again; what was saved before is safe.")
            ) from error
        raise


@contextmanager
def _damage() -> Iterator[None]:
    """Tells a damaged file from a fault of ours."""
    try:
        yield
    except (DBAPIError, dbapi2.Error) as error:
        if result_code(error) in DAMAGE:
            raise BookDamaged(
                N_("A part of the book is damaged, so nothing more is read from it. Close the program and restore the newest backup.")
            ) from error
        raise
