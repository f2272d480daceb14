"""The certificate, printed and read back."""

import datetime as dt
from pathlib import Path

import pytest

from coordinator_app.core.periods import Span
from coordinator_app.i18n import Language
from coordinator_app.printing.certificate import Training, certificate
from coordinator_app.printing.typst import Typesetter
from tests.printing.issuers import TURKU
from tests.printing.reading import assert_sound, missing, outside, text_of

DAYS = Span(dt.date(2026, 10, 3), dt.date(2026, 10, 4))
BASICS = Training("Vertaisohjaajan peruskoulutus", DAYS, "Vuorovaikutus ryhmässä", "Happihuone", 720, of_counsellors=True)
NAMES = ("Matti Meikäläinen", "Maximilian Aleksanteri Äänekoskelainen-Väätäinen von und zu Lichtenstein", "W" * 60)


@pytest.mark.parametrize(
    ("language", "said"),
    [
        (Language.FI, ["Todistus", "12 tuntia", "3.–4.10.2026", "miesten vertaisryhmien ohjaajakoulutuksen"]),
        (Language.SV, ["Intyg", "12 timmar", "3–4.10.2026", "handledare i kamratstödsgrupper"]),
        (Language.EN, ["Certificate", "12 hours", "3–4 October 2026", "counsellors of men’s peer groups"]),
    ],
)
def test_everyone_has_a_page_with_the_training(typesetter: Typesetter, tmp_path: Path, language: Language, said: list[str]) -> None:
    document = typesetter.document(certificate(BASICS, NAMES, TURKU, (language,)))
    assert_sound(document, tmp_path)
    assert (document.pages, document.omissions, outside(document, tmp_path)) == (3, (), [])
    pages = text_of(document, tmp_path, "-raw").split("\f")
    for page, name in zip(pages, NAMES, strict=False):
        assert missing([name, BASICS.name, BASICS.theme, BASICS.place, "Yhdysmies Pekka", *said], page) == []


def test_in_two_languages_the_second_stands_on_the_back(typesetter: Typesetter, tmp_path: Path) -> None:
    document = typesetter.document(certificate(BASICS, NAMES, TURKU, (Language.SV, Language.FI)))
    assert_sound(document, tmp_path)
    assert [each.message for each in document.omissions] == ["The second language is on the back: print on both sides."]
    pages = text_of(document, tmp_path, "-raw").split("\f")[:-1]
    assert ["Intyg" in page for page in pages] == [True, False] * 3
    assert ["Todistus" in page for page in pages] == [False, True] * 3
    assert [
        missing([name], page) for name, sides in zip(NAMES, zip(pages[::2], pages[1::2], strict=True), strict=True) for page in sides
    ] == [[]] * 6


@pytest.mark.parametrize(("minutes", "hours"), [(60, "1 hour"), (450, "7.5 hours"), (None, "")])
def test_hours_are_those_of_the_book_or_a_line(typesetter: Typesetter, tmp_path: Path, minutes: int | None, hours: str) -> None:
    day = Span(dt.date(2026, 10, 3), dt.date(2026, 10, 3))
    document = typesetter.document(certificate(Training("Luento", day, minutes=minutes), ("Matti",), TURKU, (Language.EN,)))
    text = " ".join(text_of(document, tmp_path).split())
    assert hours in text and "has taken part in the training" in text
    assert ("hour" in text) == bool(hours) == (not document.omissions)


def test_a_blank_one_can_be_filled_in_by_hand(typesetter: Typesetter, tmp_path: Path) -> None:
    document = typesetter.document(certificate(None, (), TURKU, (Language.EN,)))
    assert_sound(document, tmp_path)
    assert (document.pages, len(document.omissions)) == (1, 2)
