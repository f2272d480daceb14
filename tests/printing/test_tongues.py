"""Two languages on one sheet."""

import datetime as dt
from pathlib import Path

import pytest
from msgspec import structs

from coordinator_app.core.schedule import Localised, Schedule
from coordinator_app.i18n import Language, Words
from coordinator_app.printing.omissions import said_briefly
from coordinator_app.printing.poster import PosterOptions, poster
from coordinator_app.printing.schedule_text import schedule_text
from coordinator_app.printing.selection import Choice
from coordinator_app.printing.term_calendar import CalendarOptions, term_calendar
from coordinator_app.printing.tongues import Tongues
from coordinator_app.printing.typst import Manuscript, Typesetter
from tests.printing import samples
from tests.printing.reading import assert_sound, missing, outside, text_of, tool

PAIRS = ((Language.FI, Language.SV), (Language.FI, Language.EN), (Language.SV, Language.EN))


def schedule(count: int) -> Schedule:
    return samples.schedule(*map(samples.group, range(count)))


@pytest.mark.parametrize("languages", PAIRS, ids="+".join)
@pytest.mark.parametrize(("count", "make"), [(1, "poster"), (12, "poster"), (60, "poster"), (3, "calendar")])
def test_both_languages_are_on_the_sheet(
    typesetter: Typesetter, tmp_path: Path, languages: tuple[Language, ...], count: int, make: str
) -> None:
    document = typesetter.document(_made(make, schedule(count), languages))
    assert_sound(document, tmp_path)
    assert outside(document, tmp_path) == []
    text = text_of(document, tmp_path, "-raw")
    names = [group.name.said(language) for group in schedule(count).groups for language in languages]
    assert missing(names, text) == []
    assert missing([Words(language)("Updated {day}", day=samples.TODAY) for language in languages], text) == []
    assert not any("translated" in each.message for each in document.omissions)


def test_each_language_is_marked_for_those_who_have_the_page_read_aloud(typesetter: Typesetter, tmp_path: Path) -> None:
    for languages, swedish in (((Language.FI, Language.SV), True), ((Language.FI,), False)):
        (tmp_path / "read.pdf").write_bytes(typesetter.document(poster(schedule(2), PosterOptions(languages))).pdf)
        tool("qpdf", "--qdf", tmp_path / "read.pdf", tmp_path / "plain.pdf")
        plain = (tmp_path / "plain.pdf").read_bytes()
        assert b"/Lang (fi)" in plain
        assert (b"/Lang(sv)" in plain) is swedish


def test_what_is_the_same_in_both_is_said_once(typesetter: Typesetter, tmp_path: Path) -> None:
    text = text_of(typesetter.document(poster(schedule(4), PosterOptions((Language.FI, Language.SV)))), tmp_path)
    assert text.count("Martinseurakunnan talo") == 1
    assert text.count("18.00–19.30") == 1


def test_a_date_is_said_once_though_only_finnish_sets_a_point_after_it() -> None:
    tongues, days = Tongues((Language.SV, Language.FI)), (dt.date(2026, 10, 27), dt.date(2026, 11, 3))
    assert tongues.each(lambda words: ", ".join(map(words.day_and_month, days))) == [{"lang": "sv", "text": "27.10, 3.11"}]
    assert len(tongues.each(lambda words: words("until {day}", day=words.day_and_month(days[0])))) == 2


@pytest.mark.parametrize("languages", [(Language.SV,), *PAIRS], ids="+".join)
def test_a_name_that_is_not_translated_stands_as_it_is_and_is_told(
    typesetter: Typesetter, tmp_path: Path, languages: tuple[Language, ...]
) -> None:
    untranslated = structs.replace(samples.group(0), name=Localised("Isäryhmä"))
    document = typesetter.document(poster(samples.schedule(untranslated, samples.group(1)), PosterOptions(languages)))
    assert "Isäryhmä" in text_of(document, tmp_path)
    told = [each.said(Words(Language.EN)) for each in document.omissions]
    assert "Isäryhmä: the name is not translated." in told
    assert not any(each.startswith("Erosta") for each in told)


@pytest.mark.parametrize(("languages", "told"), [((Language.FI,), False), ((Language.SV,), True), *((pair, True) for pair in PAIRS)])
def test_a_place_that_stands_as_it_was_written_is_told_once(languages: tuple[Language, ...], told: bool) -> None:
    """Places that are not printed, and groups that meet online only, are not spoken of."""
    made = poster(samples.motley(), PosterOptions(languages))
    said = [sentence for sentence in said_briefly(made.omissions, Words(Language.EN)) if "printed as written" in sentence]
    assert len(said) == told
    if told:
        assert "Kohtaamispaikka Happihuone" in said[0] and "Martinseurakunnan talo" in said[0]
        assert said[0].count("Kohtaamispaikka Happihuone") == 1
        assert "Salainen paikka" not in said[0] and "Arka paikka" not in said[0]


def test_the_text_is_said_in_one_language_after_the_other() -> None:
    text = schedule_text(schedule(1), Choice((Language.SV, Language.EN))).text
    assert text.index("MÅNDAG") < text.index("Pappagruppen") < text.index("MONDAY") < text.index("Fathers’ group")


def _made(make: str, shown: Schedule, languages: tuple[Language, ...]) -> Manuscript:
    return poster(shown, PosterOptions(languages)) if make == "poster" else term_calendar(shown, CalendarOptions(languages))
