"""The contact list, printed and read back."""

from pathlib import Path

import pytest

from coordinator_app.core.contact_list import ContactList, Reachable
from coordinator_app.i18n import Language, Words
from coordinator_app.printing.contact_list import contact_list
from coordinator_app.printing.typst import Typesetter
from tests.printing.issuers import TURKU
from tests.printing.reading import assert_sound, missing, outside, text_of

LONG = Reachable(
    "Äänekoskelainen-Väätäinen Maximilian Aleksanteri",
    ("johtava sosiaalityöntekijä", "Varsinais-Suomen hyvinvointialue"),
    ("040 123 4567", "+358 50 765 4321"),
    ("maximilian.aleksanteri.vaatainen-aanekoskelainen@varsinaissuomenhyvinvointialue.example",),
    ("Isäryhmä", "WWWWWWWWWWWWWWWWWWWWWWWW"),
    "Aurakatu 12\n20100 Turku",
)


def person(number: int) -> Reachable:
    return Reachable(f"Ohjaaja {number}", (), (f"040 {number:03}",), (f"o{number}@x.example",), ("Isäryhmä",))


@pytest.mark.parametrize(
    "languages", [(Language.FI,), (Language.SV,), (Language.EN,), (Language.FI, Language.SV), (Language.SV, Language.EN)]
)
def test_everyone_is_there_with_number_and_address_and_every_page_is_confidential(
    typesetter: Typesetter, tmp_path: Path, languages: tuple[Language, ...]
) -> None:
    people = (*(person(number) for number in range(60)), LONG)
    listed = ContactList(people, (LONG,), (Reachable("Kaupungin perhepalvelut", phones=("02 123",), address="Aurakatu 1"),))
    document = typesetter.document(contact_list(listed, TURKU, languages))
    assert_sound(document, tmp_path)
    assert outside(document, tmp_path) == []
    text = text_of(document, tmp_path, "-raw")
    assert missing([each.name for each in people] + ["040 059", "o59@x.example", "Kaupungin perhepalvelut", "20100 Turku"], text) == []
    assert missing(list(LONG.emails), text) == []
    pages = text.split("\f")[:-1]
    assert len(pages) > 2
    spoken = [Words(language) for language in languages]
    said = [each for words in spoken for each in (words("Confidential").upper(), words("Telephone"))]
    assert all(each in page for each in said for page in pages)


def test_whoever_cannot_be_reached_is_named(typesetter: Typesetter) -> None:
    document = typesetter.document(contact_list(ContactList((Reachable("Ohjaaja Yksin"), person(1))), TURKU, (Language.EN,)))
    assert [each.values for each in document.omissions] == [{"name": "Ohjaaja Yksin"}]


def test_an_empty_list_says_so(typesetter: Typesetter, tmp_path: Path) -> None:
    document = typesetter.document(contact_list(ContactList(), TURKU, (Language.EN,)))
    assert_sound(document, tmp_path)
    assert "No counsellors or partners yet." in text_of(document, tmp_path)
