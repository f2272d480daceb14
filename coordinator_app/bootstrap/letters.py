"""Letters made of the book, written to a place the user chose."""

from pathlib import Path
from typing import TYPE_CHECKING

from coordinator_app.bootstrap import outgoing
from coordinator_app.i18n import Language
from coordinator_app.printing.erasure_receipt import ErasureReceipt, erasure_receipt
from coordinator_app.printing.typst import Manuscript, Typesetter

if TYPE_CHECKING:
    from coordinator_app.bootstrap import OpenBook
    from coordinator_app.core.settings import BookSettings


def put_erasure_receipt(book: "OpenBook", place: Path, language: Language) -> Path:
    """Writes the receipt for a person who is forgotten; it tells no name. Raises `CannotWrite`."""
    said = book.settings()
    receipt = ErasureReceipt(said.office_name, said.locality_name, book.clock.today(), _contact(said))
    return _put(book, erasure_receipt(receipt, language), place)


def _put(book: "OpenBook", manuscript: Manuscript, place: Path) -> Path:
    return outgoing.put(Typesetter().document(manuscript, made=book.clock.now()).pdf, place)


def _contact(said: "BookSettings") -> str:
    return ", ".join(part for part in (said.contact_name, said.contact_phone, said.contact_email) if part)
