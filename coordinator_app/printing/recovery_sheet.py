"""The recovery sheet: the code that opens a book when its passphrase is forgotten, and how to keep it."""

import datetime as dt

from msgspec import Struct

from coordinator_app.i18n import Language, Words
from coordinator_app.printing.marks import qr_svg
from coordinator_app.printing.typst import Manuscript


class RecoverySheet(Struct, frozen=True):
    """What the sheet says. `code` is as it is written for people: groups of four letters and digits, spaces between."""

    association: str
    locality: str
    made: dt.date
    code: str


def recovery_sheet(sheet: RecoverySheet, language: Language) -> Manuscript:
    """The sheet's manuscript. It bears no document code: nothing on it but the code itself shall tell of the code."""
    words = Words(language)
    values = {
        "association": sheet.association,
        "title": words("Recovery sheet"),
        "locality": sheet.locality,
        "made": words("Made on {day}", day=words.date(sheet.made)),
        "groups": sheet.code.split(),
        "svg": qr_svg(sheet.code),
        "alt": words("QR code: the same recovery code"),
        "caption": words("The same code to scan"),
        "code_heading": words("Recovery code"),
        "sections": [
            {
                "heading": words("What it is for"),
                "points": [
                    words("With this code the book opens even if the passphrase is forgotten."),
                    words("In the window that asks for the passphrase, choose the recovery sheet and type the eight groups."),
                    words("Anyone who has both this sheet and the computer can read everything in the book."),
                ],
            },
            {
                "heading": words("How to keep it"),
                "points": [
                    words("In a locked place, such as a safe or a locked drawer."),
                    words("Not with the computer, and not in its bag."),
                    words("Do not photograph it, copy it or send it."),
                    words("If it is lost or someone has seen it, print a new one: the old code then no longer opens the book."),
                    words("Once a year try whether it still opens the book; the program reminds you."),
                ],
            },
        ],
        "tried": words("Tried on"),
    }
    return Manuscript("recovery_sheet", language, values)
