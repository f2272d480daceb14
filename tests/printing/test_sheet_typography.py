"""What a reader of any paper would call careless: torn words, a language that begins at the end of a line, a page with next to nothing."""

import re
from pathlib import Path

import pytest

from coordinator_app.i18n import Language
from coordinator_app.printing.handouts import flyer
from coordinator_app.printing.selection import Choice
from coordinator_app.printing.typst import Document, Typesetter
from tests.printing import samples
from tests.printing.reading import smallest, squeezed, text_of, words_of
from tests.printing.test_sheet import EN, FI, MADE, SV

Languages = tuple[Language, ...]


def made(typesetter: Typesetter, name: str, count: int, languages: Languages) -> Document:
    return typesetter.document(MADE[name](samples.schedule(*map(samples.group, range(count))), languages))


@pytest.mark.parametrize("name", [name for name in MADE if name != "strips"])
@pytest.mark.parametrize("languages", [(FI,), (FI, SV)], ids="+".join)
def test_no_word_of_a_name_is_torn(typesetter: Typesetter, tmp_path: Path, name: str, languages: Languages) -> None:
    document = typesetter.document(MADE[name](samples.schedule(samples.group(1)), languages))
    printed = [squeezed(word.text) for word in words_of(document, tmp_path)]
    assert "-vertaisryhmä" in printed
    assert "eteenpäin" in printed


@pytest.mark.parametrize("name", ["pocket4", "flyer", "leaflet", "card", "poster"])
@pytest.mark.parametrize(("count", "languages"), [(1, (FI, SV)), (1, (SV, EN)), (12, (FI, SV)), (12, (FI, EN))])
def test_where_two_languages_need_two_lines_each_has_its_own(
    typesetter: Typesetter, tmp_path: Path, name: str, count: int, languages: Languages
) -> None:
    """No line ends with the dot that would part them."""
    lines = text_of(made(typesetter, name, count, languages), tmp_path, "-raw").splitlines()
    days = [line for line in lines if line.startswith(("Maanantai", "Måndag", "Keskiviikko"))]
    if not days:
        pytest.skip("the terse list says the day in short")
    assert not [line for line in days if line.rstrip().endswith("·")]


@pytest.mark.parametrize("name", ["poster", "a3", "flyer", "pocket4", "pocket8", "leaflet"])
@pytest.mark.parametrize(("count", "languages"), [(12, (FI, SV)), (16, (FI, SV)), (24, (FI, EN)), (60, (FI,)), (60, (SV, FI)), (75, (EN,))])
def test_a_list_tells_on_its_first_page_whom_to_call_and_on_each_page_of_groups(
    typesetter: Typesetter, tmp_path: Path, name: str, count: int, languages: Languages
) -> None:
    document = made(typesetter, name, count, languages)
    if document.layout != "list":
        pytest.skip("all on one sheet")
    pages = text_of(document, tmp_path, "-raw").split("\f")[:-1]
    assert "040 123 4567" in pages[0]
    times = [page.count("–") for page in pages]
    assert min(times) >= 2
    # The last page has its share.
    assert times[-1] >= 0.3 * max(times)


@pytest.mark.parametrize("languages", [(FI,), (SV,), (EN,)], ids="+".join)
@pytest.mark.parametrize("number", [0, 1, 2])
def test_one_group_has_three_flyers_on_a_sheet_and_large_type(
    typesetter: Typesetter, tmp_path: Path, number: int, languages: Languages
) -> None:
    words = words_of(typesetter.document(flyer(samples.schedule(samples.group(number)), Choice(languages))), tmp_path)
    assert sum(word.text in ("4567", "4321") for word in words) == 3
    assert max(word.size for word in words if "–" in word.text) >= 24


@pytest.mark.parametrize("name", ["flyer", "leaflet", "pocket4"])
def test_a_list_that_one_page_can_hold_in_smaller_type_has_one_page(typesetter: Typesetter, tmp_path: Path, name: str) -> None:
    document = typesetter.document(MADE[name](samples.motley(), (FI, SV)))
    if document.layout == "list":
        assert document.pages == 1


@pytest.mark.parametrize(("count", "languages"), [(60, (SV, EN)), (60, (FI, SV)), (24, (FI, EN))])
def test_the_foot_of_a_page_stays_off_its_edge(typesetter: Typesetter, tmp_path: Path, count: int, languages: Languages) -> None:
    """Printers leave about four millimetres white."""
    words = words_of(made(typesetter, "poster", count, languages), tmp_path)
    assert max(word.bottom for word in words) < (297 - 4) * 72 / 25.4


@pytest.mark.parametrize("languages", [(FI,), (SV, EN)], ids="+".join)
def test_no_panel_of_a_leaflet_is_left_blank(typesetter: Typesetter, tmp_path: Path, languages: Languages) -> None:
    for count in (1, 2, 3, 5, 12):
        words = [word for word in words_of(made(typesetter, "leaflet", count, languages), tmp_path) if word.page == 2]
        panels = {int(word.left // (100 * 72 / 25.4)) for word in words}
        assert len(panels) == 3, count


@pytest.mark.parametrize("languages", [(FI,), (SV,), (EN,), (FI, SV), (SV, FI), (SV, EN)], ids="+".join)
def test_the_calendar_of_one_group_says_its_name_once_and_keeps_to_one_page(
    typesetter: Typesetter, tmp_path: Path, languages: Languages
) -> None:
    document = made(typesetter, "calendar", 1, languages)
    text = " ".join(text_of(document, tmp_path, "-raw").split())
    assert document.pages == 1
    assert text.count(samples.group(0).name.said(languages[0])) == 2  # As what it is, and where it meets.
    assert smallest(document, tmp_path) >= 10
    assert min(word.size for word in words_of(document, tmp_path) if re.fullmatch(r"\d\d.\d\d–\d\d.\d\d", word.text)) >= 12


@pytest.mark.parametrize("languages", [(FI, SV), (SV, EN)], ids="+".join)
def test_a_calendar_in_two_languages_needs_not_twice_the_paper(typesetter: Typesetter, languages: Languages) -> None:
    one = made(typesetter, "calendar", 12, languages[:1]).pages
    assert made(typesetter, "calendar", 12, languages).pages < 2 * one


@pytest.mark.parametrize(("count", "languages"), [(8, (FI,)), (13, (FI, SV)), (14, (SV,)), (18, (SV,)), (32, (SV,))])
def test_the_last_page_of_a_calendar_is_no_lone_line(typesetter: Typesetter, tmp_path: Path, count: int, languages: Languages) -> None:
    document = made(typesetter, "calendar", count, languages)
    last = [word for word in words_of(document, tmp_path) if word.page == document.pages]
    # The foot has two lines of its own.
    assert len({round(word.top) for word in last}) >= 12
