"""The pages of the help: one for each screen in each language, naming only what is on the screen."""

import re
from collections import Counter
from collections.abc import Mapping
from pathlib import Path

import pytest
from babel.messages.pofile import read_po

from coordinator_app import paths
from coordinator_app.gui.help import pages
from coordinator_app.gui.kit.kit import Kit
from coordinator_app.gui.screens import places
from coordinator_app.i18n import Language, Words

BUTTON = re.compile(r"\*\*([^*]+?):?\*\*")
KEY = re.compile(r"`([^`]+)`")
LINK = re.compile(r"\]\(([^)]+)\)")
# What the keys are called on the keyboards of each language.
NAMES = {Language.FI: {"Space": "Välilyönti", "Shift": "Vaihto"}, Language.SV: {"Space": "Mellanslag", "Shift": "Skift"}}
BEYOND_SCREENS = {"begin", "first-start", "unlock", "searching", "shortcuts"}


def messages() -> list[str]:
    with paths.resource("locale", "fi", "LC_MESSAGES", "coordinator.po").open("rb") as file:
        return [message.id for message in read_po(file) if isinstance(message.id, str) and message.id]


def plain(words: str) -> str:
    return words.replace("&", "")


def keys(text: str, names: Mapping[str, str]) -> Counter[str]:
    return Counter("+".join(names.get(part, part) for part in key.split("+")) for key in KEY.findall(text))


def test_every_screen_has_its_page_and_every_page_its_languages(kit: Kit) -> None:
    assert set(pages.ORDER) == {place.name for place in places(kit)} | BEYOND_SCREENS
    for language in Language:
        files = {path.stem for path in Path(paths.resource("help", str(language))).iterdir()}
        assert files == set(pages.ORDER)
        assert all(page.text.startswith(f"# {page.title}\n") for page in pages.read(language))


@pytest.mark.parametrize("language", Language)
def test_every_word_set_in_bold_is_said_by_the_program(language: Language) -> None:
    words = Words(language)
    said = {plain(words(message)) for message in messages()}
    unknown = [(page.name, word) for page in pages.read(language) for word in BUTTON.findall(page.text) if word not in said]
    assert unknown == []


@pytest.mark.parametrize("language", [Language.FI, Language.SV])
def test_the_languages_name_the_same_buttons_and_keys(language: Language) -> None:
    english, words = Words(Language.EN), Words(language)
    translated = {plain(english(message)): plain(words(message)) for message in messages()}
    for page, other in zip(pages.read(Language.EN), pages.read(language), strict=True):
        assert Counter(translated[word] for word in BUTTON.findall(page.text)) == Counter(BUTTON.findall(other.text)), page.name
        assert keys(page.text, NAMES[language]) == keys(other.text, {}), page.name
        assert LINK.findall(page.text) == LINK.findall(other.text), page.name


@pytest.mark.parametrize("language", Language)
def test_every_link_leads_to_a_page(language: Language) -> None:
    for page in pages.read(language):
        assert {link.removesuffix(".md") for link in LINK.findall(page.text)} <= set(pages.ORDER), page.name


def test_a_page_is_found_by_any_of_its_words() -> None:
    finnish = pages.read(Language.FI)
    assert pages.found(finnish, "hakem")[0].name == "searching"
    assert "attendance" in [page.name for page in pages.found(finnish, "vierailija")]
    assert pages.found(finnish, "xyzzy") == []
    assert len(pages.found(finnish, "")) == len(pages.ORDER)
