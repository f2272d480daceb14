"""Every message in the code is there in Finnish and in Swedish, whole, with the same values in it."""

import ast
import copy
import functools
import re
from pathlib import Path
from string import Formatter

import pytest
from babel.messages.catalog import Catalog, Message
from babel.messages.extract import extract_from_dir
from babel.messages.frontend import parse_keywords
from babel.messages.pofile import read_po

PROJECT = Path(__file__).parents[1]
LANGUAGES = ("fi", "sv")
# What the reader would stumble over: the program's name left in English, a second word for a thing that has one, and in Swedish what is
# said so only in Finland, where standard Swedish means something else by it or has another word.
OTHER_WORDS = {
    "fi": ("Coordinator", "vaurioitu", "peruuttaa", "puhuen"),
    "sv": ("Coordinator", "minnespinn", "USB-minne", "återta", "uppehåll", "förhandsvisning", "lämna bort", "lämnas bort", "på hälft"),
}


@functools.cache
def _messages() -> Catalog:
    """What the code says, found by the same keywords as `make words` looks for."""
    named = re.search(r"^KEYWORDS := (.+)$", (PROJECT / "Makefile").read_text(encoding="utf-8"), re.MULTILINE)
    assert named
    catalogue = Catalog()
    for file, line, message, _, context in extract_from_dir(PROJECT / "coordinator_app", keywords=parse_keywords(named[1].split())):
        catalogue.add(message, locations=[(file, line)], context=context)
    return catalogue


def _catalogue(language: str) -> Catalog:
    with (PROJECT / "resources" / "locale" / language / "LC_MESSAGES" / "coordinator.po").open("rb") as file:
        return read_po(file, locale=language)


def _forms(text: str | tuple[str, ...] | list[str] | None) -> tuple[str, ...]:
    return (text,) if isinstance(text, str) else tuple(text or ())


def _values(text: str) -> set[str]:
    return {name for _, name, _, _ in Formatter().parse(text) if name}


def _fault(message: Message, translated: Message | None) -> str | None:
    if translated is None:
        return "missing"
    forms = _forms(translated.string)
    if not all(forms) or not forms:
        return "not translated"
    if translated.fuzzy:
        return "fuzzy"
    wanted = [_values(text) for text in _forms(message.id)]
    # The form for one may leave the number out, as in "one meeting"; the form for many may not.
    if _values(forms[-1]) != wanted[-1] or not _values(forms[0]) <= wanted[-1] | wanted[0] or len(forms) != len(wanted):
        return "other values"
    return None


def _faults(wanted: Catalog, catalogue: Catalog) -> list[str]:
    found = []
    for message in wanted:
        fault = message.id and _fault(message, catalogue.get(message.id if isinstance(message.id, str) else message.id[0]))
        if fault:
            found.append(f"{fault}: {message.id!r}, in {', '.join(sorted({file for file, _ in message.locations}))}")
    found += [f"not used any more: {message.id!r}" for message in catalogue if message.id and _key(message) not in wanted]
    return found


def _key(message: Message) -> str:
    return _forms(message.id)[0]


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_catalogue_is_complete(language: str) -> None:
    found = _faults(_messages(), _catalogue(language))
    assert not found, "\n".join(found)


def test_no_message_has_the_apostrophe_of_a_typewriter() -> None:
    catalogues = _messages(), *map(_catalogue, LANGUAGES)
    written = {text for catalogue in catalogues for each in catalogue for text in (*_forms(each.id), *_forms(each.string)) if each.id}
    assert sorted(text for text in written if "'" in text) == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_one_thing_has_one_word_in_the_messages_and_in_the_help(language: str) -> None:
    messages = [text for each in _catalogue(language) if each.id for text in _forms(each.string)]
    pages = [page.read_text(encoding="utf-8") for page in (PROJECT / "resources" / "help" / language).iterdir()]
    assert [(other, text) for text in messages + pages for other in OTHER_WORDS[language] if other in text] == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_time_of_day_stays_on_the_line_of_its_word(language: str) -> None:
    texts = [text for each in _catalogue(language) if each.id for text in _forms(each.string)]
    assert [text for text in texts if re.search(r"\b(klo|kl\.) \{", text)] == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_forms_for_one_and_many_are_the_languages_own(language: str) -> None:
    assert (_catalogue(language).num_plurals, _catalogue(language).plural_expr) == (2, "(n != 1)")


def _forms_not_written_out(code: str) -> list[str]:
    """Calls of `words.count` that are handed their forms from elsewhere: those would be collected as messages apart, or not at all."""
    counts = [
        each
        for each in ast.walk(ast.parse(code))
        if isinstance(each, ast.Call) and isinstance(each.func, ast.Attribute) and each.func.attr == "count"
        if isinstance(each.func.value, ast.Name | ast.Attribute) and ast.unparse(each.func.value).endswith("words")
    ]
    return [ast.unparse(each) for each in counts if not all(isinstance(form, ast.Constant) for form in each.args[:2])]


def test_the_forms_for_one_and_many_are_written_where_they_are_counted() -> None:
    found = {
        str(file): wrong for file in (PROJECT / "coordinator_app").rglob("*.py") if (wrong := _forms_not_written_out(file.read_text()))
    }
    assert not found
    assert _forms_not_written_out('self._words.count(one, "{n} meetings", 3)') and not _forms_not_written_out('words.count("a", "b", 3)')


def _marked(code: str) -> set[str]:
    """What a file marks with `N_`, wherever in an expression that stands."""
    calls = [each for each in ast.walk(ast.parse(code)) if isinstance(each, ast.Call) and ast.unparse(each.func) == "N_"]
    return {str(each.args[0].value) for each in calls if isinstance(each.args[0], ast.Constant)}


def test_nothing_marked_is_overlooked_where_messages_are_collected() -> None:
    collected = {_key(message) for message in _messages() if message.id}
    marked = {text for file in (PROJECT / "coordinator_app").rglob("*.py") for text in _marked(file.read_text(encoding="utf-8"))}
    assert not marked - collected
    assert _marked('words(last.get(step, N_("Next")))') == {"Next"}


SAID = Catalog()
SAID.add("Cancelled on {day}", "Peruttu {day}", locations=[("groups.py", 1)])
SAID.add(("{n} meeting", "{n} meetings"), ("yksi kokoontuminen", "{n} kokoontumista"), locations=[("groups.py", 2)])


@pytest.mark.parametrize(
    ("message", "translation", "fault"),
    [
        ("Cancelled on {day}", "", "not translated"),
        ("Cancelled on {day}", "Peruttu", "other values"),
        ("Cancelled on {day}", "Peruttu {päivä}", "other values"),
        ("{n} meeting", ("{n} kokoontuminen", ""), "not translated"),
        ("{n} meeting", ("{n} kokoontuminen", "kokoontumista"), "other values"),
        ("{n} meeting", "kokoontumisia", "other values"),
    ],
)
def test_a_bad_translation_is_found(message: str, translation: str | tuple[str, str], fault: str) -> None:
    catalogue = copy.deepcopy(SAID)
    assert _faults(SAID, catalogue) == []
    said = catalogue.get(message)
    assert said
    said.string = translation
    assert [found.partition(":")[0] for found in _faults(SAID, catalogue)] == [fault]


def test_a_missing_a_fuzzy_and_a_leftover_message_are_found() -> None:
    catalogue = copy.deepcopy(SAID)
    catalogue.delete("Cancelled on {day}")
    catalogue.add("Gone", "Poissa")
    said = catalogue.get("{n} meeting")
    assert said
    said.flags.add("fuzzy")
    assert [found.partition(":")[0] for found in _faults(SAID, catalogue)] == ["missing", "fuzzy", "not used any more"]
