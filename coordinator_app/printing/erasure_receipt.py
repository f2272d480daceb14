"""The receipt for a person who was forgotten: what went, what stayed as numbers, and what cannot be reached. It bears no name."""

import datetime as dt

from msgspec import Struct

from coordinator_app.i18n import Language, Words
from coordinator_app.printing.letter import Letterhead, Section, letter
from coordinator_app.printing.typst import Manuscript

LONGEST_MONTHS = 12
"""How long the oldest backup is kept."""


class ErasureReceipt(Struct, frozen=True):
    """Whose book it was, on what day, and whom to ask."""

    association: str
    locality: str
    made: dt.date
    contact: str


def erasure_receipt(receipt: ErasureReceipt, language: Language) -> Manuscript:
    """The receipt's manuscript."""
    words = Words(language)
    head = Letterhead(
        association=receipt.association,
        title=words("Your data have been erased"),
        about=receipt.locality,
        made=receipt.made,
        foot=words("This receipt bears no name on purpose. Nobody can tell from it whom it was given to."),
    )
    sections = [
        Section(texts=[words("The local contact man has erased what his book held of you. This cannot be undone.")]),
        Section(
            words("What was erased"),
            points=[
                words("your name, telephone numbers, e-mail and postal addresses, and notes about you"),
                words("your places in groups, and your name at every meeting and activity"),
                words("your consents, and notes of your enquiries and support talks"),
                words("the same in the record of changes, in the search and in unused parts of the file"),
            ],
        ),
        Section(
            words("What stays"),
            texts=[words("Numbers without names: how many men were there, how many enquiries there were. Nobody can find you in them.")],
        ),
        Section(
            words("What could not be reached"),
            points=[
                words(
                    "Backups made before this day. They are encrypted, and the last of them goes within {n} months. "
                    "If one of them is ever put back, the program erases your data again by itself.",
                    n=LONGEST_MONTHS,
                ),
                words("Backups on memory sticks that were not plugged in."),
                words("Papers that were printed, and files that were saved outside the program, before this day."),
                words("What others have written down themselves."),
            ],
        ),
        Section(
            words("If something is unclear"),
            texts=[
                *([words("Ask the contact man: {contact}.", contact=receipt.contact)] if receipt.contact else []),
                words("The association is the controller of the data. You can complain to the Data Protection Ombudsman (tietosuoja.fi)."),
            ],
        ),
    ]
    return letter(head, sections, language)
