"""The encrypted connection: SQLCipher with a raw key, one connection, the settings that keep what was acknowledged."""

from pathlib import Path
from typing import Any
from urllib.parse import quote

from sqlalchemy import Connection, create_engine, event
from sqlalchemy.engine import Engine
from sqlalchemy.pool import StaticPool
from sqlcipher3 import dbapi2

KEY_BYTES = 32
OLDEST_SQLITE = (3, 51, 3)

SETTINGS = (
    "locking_mode=EXCLUSIVE",
    "journal_mode=WAL",
    "synchronous=FULL",
    "foreign_keys=ON",
    "secure_delete=ON",
    "trusted_schema=OFF",
    "recursive_triggers=ON",
    "cell_size_check=ON",
    "mmap_size=0",
    "temp_store=MEMORY",
)


def connect(path: Path, key: bytes, *, create: bool = False, settings: tuple[str, ...] = SETTINGS) -> Any:
    """An open, keyed connection that begins no transaction by itself.

    Raises the driver's `DatabaseError` when the file is not this key's, and its `OperationalError` when it is missing
    (it is made only with `create`) or open elsewhere.
    """
    if dbapi2.sqlite_version_info < OLDEST_SQLITE:
        raise RuntimeError(f"SQLite {dbapi2.sqlite_version} has a fault in its write-ahead log; {OLDEST_SQLITE} or newer is needed")
    if len(key) != KEY_BYTES:
        raise ValueError("a book's key has 32 bytes")
    mode = "rwc" if create else "rw"
    raw = dbapi2.connect(
        f"file:{quote(str(path))}?mode={mode}", uri=True, isolation_level=None, check_same_thread=False, cached_statements=512, timeout=1
    )
    try:
        raw.execute("PRAGMA cipher_log_level = NONE")
        raw.execute(f"PRAGMA key = \"x'{key.hex()}'\"")
        for setting in settings:
            raw.execute(f"PRAGMA {setting}").fetchall()
        raw.execute("SELECT count(*) FROM sqlite_schema").fetchall()
    except BaseException:
        raw.close()
        raise
    return raw


def connect_to_copy(path: Path, key: bytes) -> Any:
    """An open, keyed connection that reads a copy nothing else uses, and leaves nothing beside it."""
    raw = dbapi2.connect(f"file:{quote(str(path))}?mode=ro&immutable=1", uri=True, isolation_level=None, check_same_thread=False)
    try:
        raw.execute("PRAGMA cipher_log_level = NONE")
        raw.execute(f"PRAGMA key = \"x'{key.hex()}'\"")
        raw.execute("PRAGMA temp_store = MEMORY")
        raw.execute("SELECT count(*) FROM sqlite_schema").fetchall()
    except BaseException:
        raw.close()
        raise
    return raw


def engine_for(raw: Any) -> Engine:
    """SQLAlchemy over that one connection. A transaction begins as its connection's `begin` option says."""
    # What was typed must not reach a log by way of an error's text.
    engine = create_engine("sqlite+pysqlite://", module=dbapi2, creator=lambda: raw, poolclass=StaticPool, hide_parameters=True)

    @event.listens_for(engine, "begin")
    def begin(connection: Connection) -> None:
        connection.exec_driver_sql(connection.get_execution_options().get("begin", "BEGIN IMMEDIATE"))

    return engine
