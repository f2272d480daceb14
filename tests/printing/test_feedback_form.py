"""The feedback form, printed and read back."""

from pathlib import Path

import pytest

from coordinator_app.core import catalogue
from coordinator_app.core.schedule import Localised
from coordinator_app.i18n import Language, Words
from coordinator_app.printing.feedback_form import feedback_form
from coordinator_app.printing.typst import Typesetter
from tests.printing.issuers import TURKU
from tests.printing.reading import assert_sound, missing, outside, text_of

QUESTIONS = catalogue.shipped().feedback_questions
FATHERS = Localised("Isäryhmä", "Pappagruppen", "Fathers’ group")
SPOKEN = [(Language.FI,), (Language.SV,), (Language.EN,), (Language.FI, Language.SV), (Language.SV, Language.EN)]


@pytest.mark.parametrize("languages", SPOKEN)
def test_every_question_is_asked_in_every_language_on_one_sheet(
    typesetter: Typesetter, tmp_path: Path, languages: tuple[Language, ...]
) -> None:
    document = typesetter.document(feedback_form(QUESTIONS, (FATHERS,), TURKU, languages))
    assert_sound(document, tmp_path)
    assert (document.pages, outside(document, tmp_path)) == (1, [])
    text = text_of(document, tmp_path, "-raw")
    asked = [each.name.said(language) for each in QUESTIONS for language in languages]
    said = [Words(language)(message) for language in languages for message in ("Agree", "Disagree", "How has it been?")]
    assert missing([*asked, *said, *(FATHERS.said(language) for language in languages)], text) == []


def test_a_form_for_each_group_and_many_questions_over_pages(typesetter: Typesetter, tmp_path: Path) -> None:
    document = typesetter.document(feedback_form(QUESTIONS * 5, (FATHERS, Localised("Toinen")), TURKU, (Language.FI, Language.EN)))
    assert_sound(document, tmp_path)
    assert (document.pages, outside(document, tmp_path)) == (6, [])
    text = text_of(document, tmp_path, "-raw")
    assert text.count("Suosittelisin") == 10 and "Toinen" in text


def test_without_questions_the_form_says_so(typesetter: Typesetter, tmp_path: Path) -> None:
    document = typesetter.document(feedback_form((), (), TURKU, (Language.EN,)))
    assert "The central office has no questions at present." in " ".join(text_of(document, tmp_path).split())
