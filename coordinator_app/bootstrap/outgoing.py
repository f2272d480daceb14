"""Files that leave the program, for a folder or a place the user chose: whole or not at all."""

from pathlib import Path

from coordinator_app.core.errors import CannotWrite
from coordinator_app.i18n import N_
from coordinator_app.storage.whole_files import write_whole


def put(data: bytes, place: Path) -> Path:
    """Writes `data` to the file `place`, replacing what was there; the file. Raises `CannotWrite` and leaves the old one."""
    try:
        write_whole(place, data)
    except OSError as error:
        raise CannotWrite(
            N_("{file} could not be written: the folder {folder} may be missing, full or closed to you. Choose another place."),
            file=place.name,
            folder=place.parent,
        ) from error
    return place
