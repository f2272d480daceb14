"""Every document in every language as it was when somebody last read it: the words, in reading order, page by page.

A reference is written anew by deleting its file and running the test twice; read it before it is kept.
"""

import re
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path

import pytest

from coordinator_app.core import catalogue
from coordinator_app.core.contact_list import ContactList, Reachable
from coordinator_app.i18n import Language
from coordinator_app.printing.attendance_sheet import attendance_sheets
from coordinator_app.printing.certificate import certificate
from coordinator_app.printing.consent_form import consent_form
from coordinator_app.printing.contact_list import contact_list
from coordinator_app.printing.erasure_receipt import erasure_receipt
from coordinator_app.printing.feedback_form import feedback_form
from coordinator_app.printing.hand_over_letter import hand_over_letter
from coordinator_app.printing.own_data import own_letter
from coordinator_app.printing.privacy_notice import privacy_notice
from coordinator_app.printing.quarter_summary import QuarterPage, quarter_summary
from coordinator_app.printing.recovery_sheet import recovery_sheet
from coordinator_app.printing.schedule_text import schedule_text
from coordinator_app.printing.selection import Choice
from coordinator_app.printing.trial_sheet import trial_sheet
from coordinator_app.printing.typst import Manuscript, Typesetter
from tests.printing import samples
from tests.printing.issuers import COUNTED, FIRST, NAMED, TURKU
from tests.printing.reading import text_of
from tests.printing.test_attendance_sheet import sheet
from tests.printing.test_certificate import BASICS
from tests.printing.test_contact_list import person
from tests.printing.test_letter import DATA, PAPER, RECEIPT, handed_over
from tests.printing.test_quarter_summary import PERIOD, full, summary
from tests.printing.test_recovery_sheet import SHEET
from tests.printing.test_sheet import EN, FI, MADE, SV

Languages = tuple[Language, ...]
REFERENCE = Path(__file__).parent / "reference"
NAMES = catalogue.shipped()
GROUPS = (NAMED, FIRST, COUNTED)
PARTNER = Reachable("Kaupungin perhepalvelut", phones=("02 123",), address="Aurakatu 1")
ALONE = [(FI,), (SV,), (EN,)]
PAIRED = [*ALONE, (FI, SV), (FI, EN), (SV, FI), (SV, EN)]

# The motley schedule in every pair; of one group and of sixty, where the layout is another.
SCHEDULES = {"": samples.motley(), "one-": samples.schedule(samples.group(1)), "sixty-": samples.schedule(*map(samples.group, range(60)))}
SHOWN = [
    *(("", made) for made in ("poster", "calendar", "flyer", "pocket4", "card", "leaflet")),
    *(("one-", made) for made in ("poster", "strips", "calendar", "flyer", "pocket4", "pocket8", "leaflet")),
    *(("sixty-", made) for made in ("poster", "leaflet")),
]
FORMS: dict[str, Callable[[Languages], Manuscript]] = {
    "feedback": lambda languages: feedback_form(NAMES.feedback_questions, (NAMED.name,), TURKU, languages),
    "privacy": lambda languages: privacy_notice(GROUPS, TURKU, languages),
    "consent": lambda languages: consent_form(GROUPS, TURKU, languages),
    "attendance": lambda languages: attendance_sheets((sheet(5), sheet(None)), TURKU, languages),
    "certificate": lambda languages: certificate(BASICS, ("Matti Meikäläinen",), TURKU, languages),
    "contacts": lambda languages: contact_list(ContactList((person(1), person(2)), (), (PARTNER,)), TURKU, languages),
    "summary": lambda languages: quarter_summary(QuarterPage("Miesten Tuki ry", summary(*full(NAMES, PERIOD)), ()), NAMES, languages),
    "test": lambda languages: trial_sheet(languages, samples.TODAY),
}
LETTERS: dict[str, Callable[[Language], Manuscript]] = {
    "recovery": lambda language: recovery_sheet(SHEET, language),
    "receipt": lambda language: erasure_receipt(RECEIPT, language),
    "own": lambda language: own_letter(DATA, PAPER, language),
    "hand-over": lambda language: hand_over_letter(handed_over(1), language),
}


def manuscripts() -> Iterator[tuple[str, Callable[[], Manuscript]]]:
    for size, made in SHOWN:
        for languages in PAIRED if not size else [*ALONE, (FI, SV), (SV, EN)]:
            yield (
                f"{size}{made}-{'-'.join(languages)}",
                partial(MADE[made], SCHEDULES[size], languages),
            )
    for name, form in FORMS.items():
        for languages in PAIRED:
            yield f"{name}-{'-'.join(languages)}", partial(form, languages)
    for name, letter in LETTERS.items():
        for language in Language:
            yield f"{name}-{language}", partial(letter, language)


MANUSCRIPTS = dict(manuscripts())


@pytest.mark.parametrize("name", list(MANUSCRIPTS))
def test_the_text_is_as_it_was(typesetter: Typesetter, tmp_path: Path, name: str) -> None:
    text = re.sub(r"[ \n]+", " ", text_of(typesetter.document(MANUSCRIPTS[name]()), tmp_path, "-raw"))
    _compare(name, "\n".join(page.strip() for page in text.replace(". ", ".\n").split("\f")) + "\n")


@pytest.mark.parametrize("languages", PAIRED, ids="+".join)
def test_the_schedule_as_text_is_as_it_was(languages: Languages) -> None:
    _compare(f"text-{'-'.join(languages)}", schedule_text(samples.motley(), Choice(languages)).text)


def test_no_reference_is_left_over() -> None:
    known = {*MANUSCRIPTS, *(f"text-{'-'.join(languages)}" for languages in PAIRED)}
    assert {file.stem for file in REFERENCE.iterdir()} - known == set()


def _compare(name: str, words: str) -> None:
    file = REFERENCE / f"{name}.txt"
    if not file.exists():
        file.write_text(words, encoding="utf-8")
        pytest.fail(f"{file.name} was not there; it is now. Read it, and run the test again.")
    assert words == file.read_text("utf-8")
