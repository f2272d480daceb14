"""Files that are there whole or not at all: written beside their place, forced to the disk, then renamed into it."""

import os
import time
from pathlib import Path

_TRIES = 20
_WAIT_SECONDS = 0.05


def write_whole(path: Path, content: bytes) -> None:
    """Writes a file so that at any moment its place holds either what was there before or all of `content`.

    Raises `OSError`, also for a place that holds something other than a file: a device is not to be renamed away.
    """
    if path.exists() and not path.is_file():
        raise FileExistsError(f"{path.name} is not a file")
    beside = path.with_name(f".{path.name}.part")
    try:
        with beside.open("wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        put_in_place(beside, path)
    finally:
        beside.unlink(missing_ok=True)


def put_in_place(source: Path, target: Path) -> None:
    """Renames a file or folder and forces the folder to the disk.

    On Windows a virus scanner may hold a new file for a moment, so a refusal is tried again for a second.
    """
    for left in reversed(range(_TRIES)):
        try:
            source.replace(target)
            break
        except PermissionError:
            if not left:
                raise
            time.sleep(_WAIT_SECONDS)
    sync_folder(target.parent)


def sync_file(path: Path) -> None:
    """Forces a file that something else wrote to the disk."""
    with path.open("r+b") as file:
        os.fsync(file.fileno())


def sync_folder(folder: Path) -> None:
    """Forces the names in a folder to the disk, where the system can do that (Windows does it by itself)."""
    if os.name != "posix":
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
