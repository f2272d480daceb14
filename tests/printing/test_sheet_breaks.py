"""Where the lines and pages of a paper break: never within what belongs together, and never so that the rest hangs alone."""

import datetime as dt
import re
from itertools import pairwise
from pathlib import Path

import pytest

from coordinator_app.core.periods import Span
from coordinator_app.core.schedule import Schedule
from coordinator_app.i18n import Language
from coordinator_app.printing.poster import PosterOptions, poster
from coordinator_app.printing.typst import Typesetter
from tests.printing import samples
from tests.printing.reading import Word, overlapping, squeezed, text_of, words_of
from tests.printing.test_sheet import EN, FI, MADE, SV, UPRIGHT

Languages = tuple[Language, ...]
# Of the font, in ems: how far a letter reaches over its line, how high a capital is, and the room for what hangs under a line.
_ASCENT, _CAPITAL, _AIR = 1.024, 0.66, 0.28


def resting(count: int) -> Schedule:
    """Groups that all have a break in October."""
    pauses = (Span(dt.date(2026, 10, 12), dt.date(2026, 10, 25)),)
    return samples.schedule(*(samples.group(number, pauses=pauses) for number in range(count)))


@pytest.mark.parametrize("made", UPRIGHT)
@pytest.mark.parametrize("languages", [(FI,), (EN,), (SV, EN)], ids="+".join)
def test_a_range_of_days_stays_on_its_line(typesetter: Typesetter, tmp_path: Path, made: str, languages: Languages) -> None:
    for schedule in (resting(12), samples.longest()):
        lines = text_of(typesetter.document(MADE[made](schedule, languages)), tmp_path, "-raw").splitlines()
        assert [line for line in lines if re.search(r"\d\.?–[\u2060\s]*$", line)] == []


@pytest.mark.parametrize("made", UPRIGHT)
@pytest.mark.parametrize("languages", [(FI,), (FI, SV)], ids="+".join)
def test_an_address_is_broken_between_its_parts_before_a_word_of_it_is(
    typesetter: Typesetter, tmp_path: Path, made: str, languages: Languages
) -> None:
    document = typesetter.document(MADE[made](samples.schedule(samples.group(0)), languages))
    assert "Aurakatu" in {squeezed(re.sub(r"[\s,\d].*", "", word.text)) for word in words_of(document, tmp_path)}


@pytest.mark.parametrize("made", ["card", "pocket4", "flyer"])
def test_a_name_is_broken_at_its_hyphen(typesetter: Typesetter, tmp_path: Path, made: str) -> None:
    schedule = samples.schedule(samples.group(0, name="Wäinölän WWMW-moottoripyöräklubi"))
    document = typesetter.document(MADE[made](schedule, (FI,)))
    assert any(squeezed(word.text).endswith("moottoripyöräklubi") for word in words_of(document, tmp_path))


@pytest.mark.parametrize("made", [made for made in UPRIGHT if made != "calendar"])
@pytest.mark.parametrize("languages", [(FI,), (SV, EN)], ids="+".join)
def test_an_address_for_mail_is_broken_at_its_joints(typesetter: Typesetter, tmp_path: Path, made: str, languages: Languages) -> None:
    words = [squeezed(word.text) for word in words_of(typesetter.document(MADE[made](samples.longest(), languages)), tmp_path)]
    whole = samples.LONG_CALLED.email
    begun = next(word for word in words if len(word) > 3 and whole.startswith(word))
    assert begun == whole or begun.endswith("-") or whole[len(begun)] in ".@"


@pytest.mark.parametrize("made", [made for made in MADE if made != "calendar"])
@pytest.mark.parametrize("languages", [(FI,), (FI, SV), (SV, EN)], ids="+".join)
def test_how_long_a_paper_holds_is_not_parted_from_its_day(typesetter: Typesetter, tmp_path: Path, made: str, languages: Languages) -> None:
    document = typesetter.document(MADE[made](resting(12), languages))
    lines = text_of(document, tmp_path, "-raw").split("\f")[0].splitlines()
    whole = {FI: "Voimassa 31.12.2026 asti", SV: "Gäller till 31.12.2026", EN: "Valid until 31 December 2026"}
    for language in languages:
        assert any(whole[language] in line for line in lines)
    assert [line for line in lines if re.search(r"(Voimassa|till|until|Päivitetty|Updated)$", line.strip())] == []


@pytest.mark.parametrize("made", [made for made in UPRIGHT if made != "leaflet"])
@pytest.mark.parametrize("languages", [(FI,), (SV,), (FI, SV), (SV, EN)], ids="+".join)
def test_no_line_is_set_into_the_one_above(typesetter: Typesetter, tmp_path: Path, made: str, languages: Languages) -> None:
    for schedule in (resting(16), samples.longest(), samples.motley()):
        words = words_of(typesetter.document(MADE[made](schedule, languages)), tmp_path)
        assert [
            (one.text, other.text) for one, other in pairwise(words) if _follows(one, other) and 0 < _gap(one, other) < _AIR * one.size
        ] == []


def _follows(one: Word, other: Word) -> bool:
    """Whether a word begins the line below the one that ends with the other, in type of about its size."""
    alike = one.text.isalpha() and other.text.isalpha() and other.size > 0.7 * one.size
    return alike and one.page == other.page and one.top < other.top < one.bottom + one.size and other.left < one.right


def _gap(one: Word, other: Word) -> float:
    return (other.top + (_ASCENT - _CAPITAL) * other.size) - (one.top + _ASCENT * one.size)


@pytest.mark.parametrize("made", ["poster", "flyer", "leaflet", "pocket4"])
@pytest.mark.parametrize("languages", [(FI,), (SV, EN)], ids="+".join)
def test_every_page_of_a_list_says_what_it_is(typesetter: Typesetter, tmp_path: Path, made: str, languages: Languages) -> None:
    document = typesetter.document(MADE[made](samples.schedule(*map(samples.group, range(60))), languages))
    pages = text_of(document, tmp_path, "-raw").split("\f")[:-1]
    title = {FI: "Miesten vertaisryhmät", SV: "Kamratstödsgrupper för män"}[languages[0]]
    assert document.layout == "list" and len(pages) > 1
    assert [page for page in pages if title not in page] == []


@pytest.mark.parametrize("count", [18, 20, 60])
def test_a_weekday_in_two_languages_stands_on_one_line(typesetter: Typesetter, tmp_path: Path, count: int) -> None:
    document = typesetter.document(MADE["flyer"](samples.schedule(*map(samples.group, range(count))), (FI, SV)))
    lines = text_of(document, tmp_path, "-raw").splitlines()
    assert document.layout == "list"
    assert {line.rstrip() for line in lines if line.startswith("Keskiviikko")} == {"Keskiviikko · Onsdag"}


@pytest.mark.parametrize("languages", [(FI, SV), (FI, EN), (SV, EN)], ids="+".join)
def test_the_list_of_one_group_has_the_width_of_the_sheet(typesetter: Typesetter, tmp_path: Path, languages: Languages) -> None:
    document = typesetter.document(MADE["flyer"](samples.longest(), languages))
    times = next(word for word in words_of(document, tmp_path) if "19.00" in word.text)
    below = [word for word in words_of(document, tmp_path) if times.bottom < word.top < times.bottom + 250]
    assert document.layout == "list"
    assert max(word.right for word in below) > 400


@pytest.mark.parametrize("made", UPRIGHT)
@pytest.mark.parametrize("languages", [(FI,), (SV,), (EN,), (FI, SV), (FI, EN), (SV, EN)], ids="+".join)
def test_what_is_long_stands_on_nothing_else(typesetter: Typesetter, tmp_path: Path, made: str, languages: Languages) -> None:
    assert overlapping(typesetter.document(MADE[made](samples.longest(), languages)), tmp_path) == []


@pytest.mark.parametrize("strips", [0, 8])
def test_a_poster_of_one_group_says_its_name_once(typesetter: Typesetter, tmp_path: Path, strips: int) -> None:
    text = text_of(typesetter.document(poster(samples.longest(), PosterOptions((FI, EN), strips=strips))), tmp_path)
    assert squeezed(text).count("Äänekoskenja") == 1 + strips
