"""SQLite's primary result codes, by what they mean for a book."""

# BUSY, LOCKED: another connection has it.
BUSY = frozenset({5, 6})
# PERM, READONLY, IOERR, FULL, CANTOPEN: the disk does not take what is written.
DISK = frozenset({3, 8, 10, 13, 14})
# CORRUPT, NOTADB: the file is not what was written.
DAMAGE = frozenset({11, 26})


def result_code(error: Exception) -> int:
    """The code in an error of the driver, or of SQLAlchemy around one; 0 when it has none."""
    return int(getattr(getattr(error, "orig", error), "sqlite_errorcode", 0)) & 0xFF
