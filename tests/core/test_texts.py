"""Texts as they are kept and as they are searched."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coordinator_app.core.texts import fold, lines, matches, one_line, pictured
from coordinator_app.i18n import Language, Words, isolated


@pytest.mark.parametrize(
    ("written", "line", "kept"),
    [
        (None, None, None),
        (" \t\r\n", None, None),
        (" a \x00 b\u2028c ", "a b c", "a  b\nc"),
        ("eka\x0ctoka\x0bkolmas\x85neljäs", "eka toka kolmas neljäs", "eka\ntoka\nkolmas\nneljäs"),
        ("väli\x1fmerkki", "välimerkki", "välimerkki"),
        ("\u202eettaM\u202c \u2067x\u2069 18.00\u200f", "ettaM x 18.00", "ettaM x 18.00"),
        ("Mä\xadki\u200bnen\ufeff", "Mäkinen", "Mäkinen"),
        ("👨\u200d👩\u200d👦 \u200d", "👨\u200d👩\u200d👦", "👨\u200d👩\u200d👦"),
        ("\u200d \u200c", None, None),
        ("A\u200b\u0308", "Ä", "Ä"),
        ("eka \r\ntoka\rkolmas", "eka toka kolmas", "eka\ntoka\nkolmas"),
        ("A\u0308", "Ä", "Ä"),
        ("<b>&amp;</b>", "<b>&amp;</b>", "<b>&amp;</b>"),
    ],
)
def test_what_is_kept(written: str | None, line: str | None, kept: str | None) -> None:
    assert (one_line(written), lines(written)) == (line, kept)


@pytest.mark.parametrize(
    ("written", "shown"),
    [
        ("\x1b[31mpuna\x07", "␛[31mpuna␇"),
        ("eka\r\ntoka\0", "eka␍␊toka␀"),
        ("\x9b31m \x7f \u202e \u2028 \udc80", "�31m � � � �"),
        ("Åke 👨\u200d👩\u200d👦 עברית", "Åke 👨\u200d👩\u200d👦 עברית"),
    ],
)
def test_a_terminal_is_shown_pictures_of_what_it_would_obey(written: str, shown: str) -> None:
    assert pictured(written) == shown


@given(st.text())
def test_what_is_kept_once_stays_as_it_is(text: str) -> None:
    for keep in (one_line, lines):
        once = keep(text)
        assert keep(once) == once
    assert "\n" not in (one_line(text) or "")


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("makinen", True),
        ("MÄK mat", True),
        ("matti-pekka", True),
        ("pekka", True),
        ("", True),
        ("kinen", False),
        ("mäkinen teppo", False),
        ("example", True),
    ],
)
def test_what_a_search_finds(typed: str, found: bool) -> None:
    assert matches(typed, ("Matti-Pekka Mäkinen", None, "mp@example.fi")) is found


def test_a_name_in_a_sentence_of_the_screen_is_found() -> None:
    said = Words(Language.EN, isolated)("add a person: {name}", name="שם משפחה")
    assert matches("שם", (said,)) and matches("משפחה add", (said,))


def test_folding_takes_case_and_accents_away() -> None:
    assert fold("ÅÄÖ Šø Ü") == "aao so u"
