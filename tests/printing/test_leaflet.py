"""The leaflet, folded in thought."""

from pathlib import Path

import pytest
from msgspec import structs

from coordinator_app.core.schedule import Schedule
from coordinator_app.i18n import Language, Words
from coordinator_app.printing.leaflet import leaflet
from coordinator_app.printing.selection import Choice
from coordinator_app.printing.typst import Document, Typesetter
from tests.printing import samples
from tests.printing.reading import missing, text_of, words_of
from tests.printing.test_sheet import SERVICES

MM = 72 / 25.4
WIDTH, HEIGHT = 297 * MM, 210 * MM
# From the left, as the side lies before the reader: outside the flap is at the left, inside at the right.
OUTSIDE, INSIDE = (97 * MM, 197 * MM), (100 * MM, 200 * MM)


def made(typesetter: Typesetter, schedule: Schedule, *languages: Language) -> Document:
    return typesetter.document(leaflet(schedule, Choice(languages or (Language.FI,)), SERVICES))


@pytest.mark.parametrize("count", [1, 12, 24])
def test_no_word_lies_on_a_fold(typesetter: Typesetter, tmp_path: Path, count: int) -> None:
    document = made(typesetter, samples.schedule(*map(samples.group, range(count))))
    assert (document.layout, document.pages) == ("folded", 2)
    for word in words_of(document, tmp_path):
        # The second side is set upside down: what stands at the left for its reader is at the right of the page.
        left, right = (word.left, word.right) if word.page == 1 else (WIDTH - word.right, WIDTH - word.left)
        assert not any(left < fold < right for fold in (OUTSIDE if word.page == 1 else INSIDE)), word


def test_the_second_side_is_the_right_way_up_when_the_sheet_is_turned_on_its_long_edge(typesetter: Typesetter, tmp_path: Path) -> None:
    words = words_of(made(typesetter, samples.schedule(samples.group(0))), tmp_path)
    front = next(word for word in words if word.text == "Isäryhmä")
    first_inside = next(word for word in words if word.page == 2)
    assert front.page == 1 and front.left > 200 * MM and front.top < HEIGHT
    assert first_inside.text == "Milloin" and first_inside.left > WIDTH / 2 and first_inside.top > HEIGHT / 2


def test_the_sheet_folds_into_a_booklet_that_is_read_from_front_to_back(typesetter: Typesetter, tmp_path: Path) -> None:
    """Printed, turned on its long edge and folded: the narrow flap goes in first, the front comes to lie over it.

    A point of the second side lies behind the point of the first that has the same distance from the left.
    """
    document = made(typesetter, samples.schedule(*map(samples.group, range(12))))
    outer = [word for word in words_of(document, tmp_path) if word.page == 1]
    inner = [word for word in words_of(document, tmp_path) if word.page == 2]
    flap, back, front = (next(word for word in outer if word.text == said) for said in ("Keitä", "Soita", "vertaisryhmät"))
    assert flap.right < OUTSIDE[0] < back.left < back.right < OUTSIDE[1] < front.left
    assert OUTSIDE[0] < OUTSIDE[1] - OUTSIDE[0]  # The flap is the narrowest, so that it lies flat.
    # Opened, the first panel of groups lies behind the front, the last behind the flap.
    monday, friday = (next(word for word in inner if word.text == said) for said in ("Maanantai", "Perjantai"))
    assert monday.left > OUTSIDE[1] and friday.right < OUTSIDE[0]
    # The head of what is read inside is at the edge that is the lower one in the file, where the long edge turns it to the top.
    heading = next(word for word in inner if word.text == "Milloin")
    assert heading.top > HEIGHT - 25 * MM and monday.top < heading.top


@pytest.mark.parametrize("languages", [(Language.FI,), (Language.SV, Language.EN)], ids="+".join)
def test_a_large_weekday_stands_apart_from_the_head(typesetter: Typesetter, tmp_path: Path, languages: tuple[Language, ...]) -> None:
    words = [word for word in words_of(made(typesetter, samples.schedule(samples.group(0)), *languages), tmp_path) if word.page == 2]
    weekday = next(word for word in words if word.text in ("Maanantaisin", "Måndagar"))
    head = [word for word in words if word.top > weekday.top and word.left > 197 * MM and word is not weekday]
    # The side lies upside down: what its reader sees above is below on the page.
    assert min(word.top for word in head) > weekday.bottom


def test_it_says_to_print_on_both_sides(typesetter: Typesetter) -> None:
    said = [each.said(Words(Language.EN)) for each in made(typesetter, samples.schedule(samples.group(0))).omissions]
    assert any(each.startswith("Print on both sides, flipped on the long edge.") for each in said)


def test_the_services_of_the_groups_are_named(typesetter: Typesetter, tmp_path: Path) -> None:
    schedule = samples.schedule(samples.group(0, service="divorce", sensitive=True), samples.group(1), samples.group(2, service="masi"))
    text = text_of(made(typesetter, schedule, Language.EN), tmp_path)
    assert missing([SERVICES["divorce"].said(Language.EN), SERVICES["masi"].said(Language.EN)], text) == []
    assert SERVICES["fatherhood"].said(Language.EN) not in text


def test_more_than_a_fold_holds_becomes_a_list(typesetter: Typesetter) -> None:
    document = made(typesetter, samples.schedule(*map(samples.group, range(80))))
    assert document.layout == "list"


def test_a_long_name_keeps_clear_of_what_stands_above_and_below_it(typesetter: Typesetter, tmp_path: Path) -> None:
    schedule = structs.replace(samples.longest(), association=samples.LONG_ASSOCIATION)
    document = made(typesetter, schedule, Language.SV, Language.EN)
    front = [word for word in words_of(document, tmp_path) if word.page == 1 and word.left > 560]
    texts = [word.text for word in front]
    name, number = texts.index("Samtalsgruppen"), texts.index("+358")
    assert front[name - 1].bottom <= front[name].top + 2
    assert max(word.bottom for word in front[name:number]) <= front[number].top + 2
