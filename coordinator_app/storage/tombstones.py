"""Who was forgotten, kept outside the book: beside it and beside its backups, so that an older copy forgets them again.

A file of marks, one a line; a mark is a fingerprint of a random number, and tells nobody's name.
"""

import re
from collections.abc import Collection
from pathlib import Path

from coordinator_app.storage.whole_files import write_whole

NAME = "forgotten.txt"
_MARK = re.compile(r"[0-9a-f]{64}", re.ASCII)


def read(folder: Path) -> frozenset[str]:
    """The marks that lie in `folder`; what is no mark is passed over."""
    try:
        text = (folder / NAME).read_text("ascii", errors="replace")
    except FileNotFoundError:
        return frozenset()
    return frozenset(line for line in text.split() if _MARK.fullmatch(line))


def add(folder: Path, marks: Collection[str]) -> None:
    """Writes them beside those that lie there. Raises `OSError`."""
    known = read(folder)
    if not known.issuperset(marks):
        write_whole(folder / NAME, "".join(f"{mark}\n" for mark in sorted(known.union(marks))).encode())
