"""Whether a database is sound, page by page and row by row."""

import hashlib
from typing import Any

from sqlcipher3 import dbapi2

_TABLES = "SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT GLOB 'sqlite_*' AND sql NOT LIKE 'CREATE VIRTUAL%'"


def faults(raw: Any) -> list[str]:
    """What SQLCipher's page check, SQLite's own check and the foreign keys complain of; empty when all is well."""
    try:
        found = [str(row[0]) for row in raw.execute("PRAGMA cipher_integrity_check").fetchall()]
        found += [str(row[0]) for row in raw.execute("PRAGMA integrity_check").fetchall() if row[0] != "ok"]
        found += [f"{row[0]} {row[1]}: {row[2]} is missing" for row in raw.execute("PRAGMA foreign_key_check").fetchall()]
    except dbapi2.DatabaseError as error:
        return [str(error)]
    return found


def row_hash(raw: Any) -> str:
    """A SHA-256 over every row of every table, the same for two databases that hold the same."""
    digest = hashlib.sha256()
    for (name,) in sorted(raw.execute(_TABLES).fetchall()):
        digest.update(repr(name).encode())
        for row in raw.execute(f'SELECT * FROM "{name}" ORDER BY 1'):
            digest.update(repr(row).encode())
    return digest.hexdigest()
