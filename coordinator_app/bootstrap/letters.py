"""Letters made of the book, written to a place the user chose."""

from pathlib import Path
from typing import TYPE_CHECKING

from coordinator_app.bootstrap import outgoing
from coordinator_app.bootstrap.marks import marked
from coordinator_app.bootstrap.office_files import catalogue_in_force
from coordinator_app.core import hand_over, own_data, settings
from coordinator_app.i18n import Language, Words
from coordinator_app.printing.erasure_receipt import ErasureReceipt, erasure_receipt
from coordinator_app.printing.hand_over_letter import HandOverLetter, hand_over_letter
from coordinator_app.printing.own_data import OwnPaper, own_letter, own_text
from coordinator_app.printing.typst import Manuscript, Typesetter

if TYPE_CHECKING:
    from coordinator_app.bootstrap import OpenBook
    from coordinator_app.core.settings import BookSettings


def put_erasure_receipt(book: "OpenBook", place: Path, language: Language) -> Path:
    """Writes the receipt for a person who is forgotten; it tells no name. Raises `CannotWrite`."""
    said = book.settings()
    receipt = ErasureReceipt(said.issuer, _locality(said, language), book.clock.today(), _contact(said))
    return _put(book, erasure_receipt(receipt, language), place)


def put_everything(book: "OpenBook", person: int, place: Path, language: Language) -> Path:
    """Writes everything about one person: a PDF, or plain text where the place's name ends in `.txt`. Raises `NotFound`, `CannotWrite`."""
    data = book.database.read(own_data.everything, person=person)
    said = book.settings()
    paper = OwnPaper(said.issuer, _locality(said, language), book.clock.today(), book.database.read(catalogue_in_force))
    if place.suffix.lower() == ".txt":
        return outgoing.put(own_text(data, paper, language).encode(), place)
    return _put(book, own_letter(data, paper, language), place)


def put_hand_over_letter(book: "OpenBook", place: Path, file: str, language: Language) -> Path:
    """Writes the letter that goes with the hand-over box `file`. Raises `CannotWrite`."""
    said, today = book.settings(), book.clock.today()
    names = book.database.read(catalogue_in_force)
    facts = book.database.read(hand_over.facts, today=today, catalogue=names, words=Words(language))
    letter = HandOverLetter(said.issuer, _locality(said, language), today, _contact(said), file, facts)
    return _put(book, hand_over_letter(letter, language), place)


def _put(book: "OpenBook", manuscript: Manuscript, place: Path) -> Path:
    with_marks = book.database.read(marked, manuscript)
    return outgoing.put(Typesetter().document(with_marks, made=book.clock.now()).pdf, place)


def _locality(said: "BookSettings", language: Language) -> str:
    return settings.locality_said(said.locality_name, Words(language), practice=said.practice)


def _contact(said: "BookSettings") -> str:
    return ", ".join(part for part in (said.contact_name, said.contact_phone, said.contact_email) if part)
