"""The privacy notice, printed and read back."""

from pathlib import Path

import pytest

from coordinator_app.i18n import Language
from coordinator_app.printing.privacy_notice import privacy_notice
from coordinator_app.printing.typst import Typesetter
from tests.printing.issuers import COUNTED, FIRST, NAMED, NOBODY, TURKU
from tests.printing.reading import assert_sound, missing, outside, text_of

SPOKEN = [(Language.FI,), (Language.SV,), (Language.EN,), (Language.FI, Language.EN)]


@pytest.mark.parametrize("languages", SPOKEN)
def test_each_group_has_a_page_in_every_language(typesetter: Typesetter, tmp_path: Path, languages: tuple[Language, ...]) -> None:
    """Two languages are the two sides of one sheet."""
    groups = (NAMED, FIRST, COUNTED)
    document = typesetter.document(privacy_notice(groups, TURKU, languages))
    assert_sound(document, tmp_path)
    assert (document.pages, outside(document, tmp_path)) == (3 * len(languages), [])
    names = [group.name.said(language) for group in groups for language in languages]
    assert missing([*names, TURKU.association, "040 123 4567"], text_of(document, tmp_path)) == []


def test_it_says_what_the_law_asks_for(typesetter: Typesetter, tmp_path: Path) -> None:
    expected = [
        "The controller of the data is Miesten Tuki ry.",
        "Articles 6(1)(a) and 9(2)(a)",
        "never a condition of coming",
        "take your consent back at any time",
        "three months after the year’s last summary",
        "12 months after your last visit",
        "corrected, restricted or erased",
        "Data Protection Ombudsman",
        "numbers, never names",
    ]
    assert missing(expected, text_of(typesetter.document(privacy_notice((NAMED,), TURKU, (Language.EN,))), tmp_path)) == []


def test_a_group_that_keeps_no_names_says_so(typesetter: Typesetter, tmp_path: Path) -> None:
    text = text_of(typesetter.document(privacy_notice((COUNTED,), TURKU, (Language.EN,))), tmp_path)
    assert "This group keeps no names." in text and "consent (GDPR" not in text


@pytest.mark.parametrize("language", list(Language))
def test_who_is_not_known_is_told_before_printing(typesetter: Typesetter, language: Language) -> None:
    document = typesetter.document(privacy_notice((), NOBODY, (language,)))
    assert (document.pages, len(document.omissions)) == (1, 2)
