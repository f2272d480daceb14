"""The consent form, printed and read back."""

from pathlib import Path

import pytest

from coordinator_app.i18n import Language
from coordinator_app.printing.consent_form import consent_form
from coordinator_app.printing.privacy_notice import PrivateGroup
from coordinator_app.printing.typst import Typesetter
from tests.printing.issuers import COUNTED, FIRST, NAMED, NOBODY, TURKU
from tests.printing.reading import assert_sound, missing, outside, text_of

SPOKEN = [(Language.FI,), (Language.SV,), (Language.EN,), (Language.FI, Language.EN), (Language.SV, Language.FI)]
NAME, FIRST_NAME = "My name may be on the group’s list", "My first name may be on the group’s list"
MAIL, NEWS, PRINT = "messages about the group’s meetings", "news of the association", "Counsellors only"


@pytest.mark.parametrize("languages", SPOKEN)
def test_each_group_has_one_page_whatever_the_languages(typesetter: Typesetter, tmp_path: Path, languages: tuple[Language, ...]) -> None:
    groups = (NAMED, FIRST, COUNTED)
    document = typesetter.document(consent_form(groups, TURKU, languages))
    assert_sound(document, tmp_path)
    assert (document.pages, outside(document, tmp_path)) == (3, [])
    names = [group.name.said(language) for group in groups for language in languages]
    assert missing([*names, TURKU.association, "040 123 4567"], text_of(document, tmp_path)) == []


@pytest.mark.parametrize(
    ("group", "asked"), [(NAMED, {NAME, MAIL, NEWS, PRINT}), (FIRST, {FIRST_NAME, NEWS, PRINT}), (COUNTED, {NEWS, PRINT})]
)
def test_only_what_the_group_does_is_asked_each_by_itself(
    typesetter: Typesetter, tmp_path: Path, group: PrivateGroup, asked: set[str]
) -> None:
    """No names where only headcounts are kept, no group mail in a sensitive service."""
    document = typesetter.document(consent_form((group,), TURKU, (Language.EN,)))
    text = " ".join(text_of(document, tmp_path).split())
    assert {each for each in (NAME, FIRST_NAME, MAIL, NEWS, PRINT) if each in text} == asked
    assert missing(["I agree", "I do not agree", "whatever you answer", "Signature"], text) == []
    assert bool(document.omissions) == (group is not NAMED)


def test_who_is_not_known_is_told_before_printing(typesetter: Typesetter) -> None:
    document = typesetter.document(consent_form((), NOBODY, (Language.FI,)))
    assert (document.pages, len(document.omissions)) == (1, 2)
