"""The group card: quiet, and silent about what a sensitive group is for."""

import re
from pathlib import Path

import pytest
from msgspec import structs

from coordinator_app.i18n import Language, Words
from coordinator_app.printing.group_card import group_card
from coordinator_app.printing.selection import Choice
from coordinator_app.printing.typst import Typesetter
from tests.printing import samples
from tests.printing.reading import scanned, squeezed, text_of


def test_each_group_has_four_cards_on_a_page_of_its_own(typesetter: Typesetter, tmp_path: Path) -> None:
    document = typesetter.document(group_card(samples.schedule(samples.group(0), samples.group(2)), Choice()))
    pages = text_of(document, tmp_path, "-raw").split("\f")[:-1]
    assert [squeezed(page).count("Isäryhmä") for page in pages] == [4, 0]
    assert [squeezed(page).count("Miestenkeskustelupiiri") for page in pages] == [0, 4]


@pytest.mark.parametrize("number", range(5))
def test_a_day_and_its_time_are_on_one_line(typesetter: Typesetter, tmp_path: Path, number: int) -> None:
    lines = text_of(typesetter.document(group_card(samples.schedule(samples.group(number)), Choice())), tmp_path, "-raw").splitlines()
    times = [line for line in lines if re.search(r"\d\.\d\d–\d", line)]
    assert times and all(re.match("[A-Z]", line) for line in times)


def test_the_first_page_alone_is_drawn_without_setting_the_others(typesetter: Typesetter) -> None:
    made = group_card(samples.schedule(samples.group(0), samples.group(2)), Choice())
    first = typesetter.pictures(made, ppi=36)[0]
    spoilt = structs.replace(made, values={**made.values, "cards": [made.values["cards"][0], {}]})
    assert typesetter.first_picture(spoilt, ppi=36) == first
    with pytest.raises(RuntimeError):
        typesetter.pictures(spoilt, ppi=36)


def test_the_card_of_a_sensitive_group_tells_nothing_of_it(typesetter: Typesetter, tmp_path: Path) -> None:
    group = samples.group(1, service="divorce", sensitive=True, web="erosta.example/ryhma")
    manuscript = group_card(samples.schedule(group), Choice((Language.FI, Language.SV)))
    document = typesetter.document(manuscript)
    text = text_of(document, tmp_path)
    assert "Ero" not in text and "skilsmässa" not in text and "Martinseurakunnan" not in text
    assert text.count("Miesten vertaisryhmä") == 4
    assert b"Erosta" not in document.pdf
    assert set(scanned(typesetter.pictures(manuscript, ppi=200)[0], tmp_path).split()) == {"https://miestenryhmat.example/turku"}
    said = [each.said(Words(Language.EN)) for each in document.omissions]
    assert any("does not say the name" in each for each in said)
