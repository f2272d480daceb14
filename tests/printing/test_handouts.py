"""Strip flyers and pocket lists: as many alike on a sheet as can be read."""

from pathlib import Path

import pytest

from coordinator_app.i18n import Language, Words
from coordinator_app.printing.handouts import PocketOptions, flyer, pocket_list
from coordinator_app.printing.selection import Choice
from coordinator_app.printing.typst import Document, Typesetter
from tests.printing import samples
from tests.printing.reading import squeezed, text_of, words_of

MM = 72 / 25.4


def numbers(document: Document, folder: Path) -> list[tuple[float, float]]:
    """Where the telephone number stands, on the first page."""
    return sorted((word.left, word.top) for word in words_of(document, folder) if word.text == "4567" and word.page == 1)


@pytest.mark.parametrize(("count", "alike"), [(3, 3), (12, 2)])
def test_a_sheet_has_as_many_flyers_as_can_be_read(typesetter: Typesetter, tmp_path: Path, count: int, alike: int) -> None:
    document = typesetter.document(flyer(samples.schedule(*(samples.group(1 + each * 6) for each in range(count))), Choice()))
    assert (document.layout, document.pages) == ("sheet", 1)
    assert squeezed(text_of(document, tmp_path, "-raw")).count(document.code) == alike
    said = [each.said(Words(Language.EN)) for each in document.omissions]
    assert ("Not everything fits in that size in readable type, so there are 2 alike on a sheet." in said) is (alike == 2)


@pytest.mark.parametrize(("cards", "across", "down"), [(4, 2, 2), (8, 2, 4)])
def test_the_cards_lie_where_they_are_cut(typesetter: Typesetter, tmp_path: Path, cards: int, across: int, down: int) -> None:
    document = typesetter.document(pocket_list(samples.schedule(samples.group(1)), PocketOptions(cards=cards)))
    found = numbers(document, tmp_path)
    first = found[0]
    meant = [(first[0] + x * 210 * MM / across, first[1] + y * 297 * MM / down) for x in range(across) for y in range(down)]
    assert found == [pytest.approx(each, abs=0.1) for each in meant]


def test_a_dozen_groups_go_on_the_second_side_of_a_pocket_list(typesetter: Typesetter, tmp_path: Path) -> None:
    schedule = samples.schedule(*map(samples.group, range(12)))
    document = typesetter.document(pocket_list(schedule, PocketOptions()))
    assert document.pages == 2
    assert len(numbers(document, tmp_path)) == 4
    back = text_of(document, tmp_path, "-raw").split("\f")[1]
    assert all(squeezed(back).count(squeezed(group.name.own)) == 4 for group in schedule.groups)
    said = [each.said(Words(Language.EN)) for each in document.omissions]
    assert "The groups are on the second side: print on both sides, flipped on the long edge." in said


def test_there_are_only_four_or_eight() -> None:
    with pytest.raises(ValueError, match="5 pocket lists"):
        PocketOptions(cards=5)
