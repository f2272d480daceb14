"""A bare window that also loads SQLAlchemy and sqlcipher3, and opens a book with its raw key. Arguments: the folder, the key."""

import sys
from pathlib import Path

from sqlalchemy import create_engine, text
from sqlalchemy.orm import Session
from sqlalchemy.pool import StaticPool
from sqlcipher3 import dbapi2

from tests.bench.windows.bare import shown
from tests.bench.windows.said import say_painted

if __name__ == "__main__":
    raw = dbapi2.connect(str(Path(sys.argv[1]) / "book.db"), isolation_level=None)
    raw.execute(f"PRAGMA key = \"x'{sys.argv[2]}'\"")
    engine = create_engine("sqlite+pysqlite://", module=dbapi2, creator=lambda: raw, poolclass=StaticPool)
    with Session(engine) as session:
        session.execute(text("SELECT count(*) FROM meeting")).one()
    kept = shown()
    say_painted()
