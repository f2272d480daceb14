"""The recovery sheet, which is made together with the code it bears."""

from pathlib import Path

from coordinator_app.bootstrap import OpenBook, outgoing
from coordinator_app.core import settings
from coordinator_app.core.errors import CannotWrite
from coordinator_app.i18n import Language, Words
from coordinator_app.printing.recovery_sheet import RecoverySheet, recovery_sheet
from coordinator_app.printing.typst import Typesetter


def put_recovery_sheet(book: OpenBook, place: Path, language: Language) -> Path:
    """Makes a new recovery code, which replaces the one before, once its sheet is written to `place`.

    Raises `CannotWrite`, and leaves no sheet behind whose code opens nothing.
    """
    said, made = book.settings(), book.clock.now()
    locality = settings.locality_said(said.locality_name, Words(language), practice=said.practice)

    def put(code: str) -> None:
        sheet = RecoverySheet(said.issuer, locality, made.date(), code)
        outgoing.put(Typesetter().document(recovery_sheet(sheet, language), made=made).pdf, place)

    try:
        book.new_recovery_code(put)
    except CannotWrite:
        place.unlink(missing_ok=True)
        raise
    return place
