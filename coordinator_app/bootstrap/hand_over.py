"""Handing the book over: packed into a box for the next contact man, and opened by him as a book of his own."""

from pathlib import Path

from msgspec import Struct

from coordinator_app.bootstrap import OpenBook, letters, opened_with, outgoing
from coordinator_app.core.clock import Clock, SystemClock
from coordinator_app.core.errors import BadFile, CannotWrite
from coordinator_app.i18n import N_, Language


class Packed(Struct, frozen=True):
    """What lies in the place that was chosen."""

    box: Path
    letter: Path


def pack(book: OpenBook, place: Path, passphrase: str, language: Language) -> Packed:
    """Writes the box and the letter into the folder `place`. Nothing of the book is changed but a line in its history.

    The box is opened again and compared before it counts. Raises `Refused` for a short passphrase, `CannotWrite`, `BookDamaged`.
    """
    from coordinator_app.core import forgotten
    from coordinator_app.exchange import box_file

    box_file.check_passphrase(passphrase)
    said, today = book.settings(), book.clock.today()
    database, key = book.copy_for_next()
    marks = book.database.read(forgotten.recall).marks
    box = box_file.Box(said.book_id, said.locality_code, said.locality_name, today, key, database, marks)
    stem = f"{said.locality_code}_{today.isoformat()}"
    target = place / f"{stem}.{box_file.ENDING}"
    data = box_file.write(box, passphrase)
    if box_file.read(data, passphrase, name=target.name) != box:
        raise CannotWrite(N_("The box could not be read again, and was not written. Try once more."))
    letter = letters.put_hand_over_letter(book, place / f"{stem}.pdf", target.name, language)
    outgoing.put(data, target)
    book.database.note("hand_over.pack", today.isoformat())
    return Packed(target, letter)


def unpack(file: Path, folder: Path, *, box_passphrase: str, passphrase: str, clock: Clock | None = None) -> tuple[OpenBook, str]:
    """Makes a book of a box in `folder`, which is empty or not there yet, and opens it. Returns it and its new recovery code.

    The keys of the book that was packed do not open it. Raises `BadFile`, `WrongPassphrase`, `UnsuitableFolder`, `Refused`, `BookDamaged`,
    `CannotWrite`; the box stays as it is.
    """
    from coordinator_app.exchange import box_file
    from coordinator_app.storage import tombstones, unpacking

    box = box_file.read(_bytes_of(file, box_file.LARGEST), box_passphrase, name=file.name)

    def make() -> tuple[bytes, str]:
        made = unpacking.unpack(folder, box.database, box.key, box.book_id, passphrase)
        tombstones.add(folder, box.forgotten)
        return made

    return opened_with(folder, make, clock or SystemClock())


def _bytes_of(file: Path, most: int) -> bytes:
    try:
        if file.stat().st_size > most:
            raise BadFile(N_("{file} is too large for a hand-over box."), file=file)
        return file.read_bytes()
    except OSError as error:
        raise BadFile(N_("The file {file} cannot be read. Check that it is there and that the stick is plugged in."), file=file) from error
