"""The quarter summary, printed and read back."""

import datetime as dt
from decimal import Decimal
from itertools import pairwise
from pathlib import Path
from uuid import UUID

import pytest
from msgspec import structs

from coordinator_app.core import catalogue
from coordinator_app.core.catalogue import By, Catalogue
from coordinator_app.core.figures import ALL, Figure, Ledger, Narrative, Reporter, Summary
from coordinator_app.core.kinds import Basis, FigureStatus, ReporterType, SummaryKind
from coordinator_app.core.periods import Period
from coordinator_app.i18n import Language, Words
from coordinator_app.printing.quarter_summary import QuarterPage, quarter_summary
from coordinator_app.printing.typst import Typesetter
from tests.printing.reading import assert_sound, outside, text_of, words_of

PERIOD = Period(2026, 3)


@pytest.fixture(scope="module")
def shipped() -> Catalogue:
    return catalogue.shipped()


def summary(*figures: Figure, **changed: object) -> Summary:
    made = Summary(
        office_id=None,
        reporter=Reporter(ReporterType.LOCALITY, "turku", "Turku"),
        period=PERIOD,
        revision=2,
        file_id=UUID(int=1),
        replaces=None,
        key_epoch=1,
        catalogue=catalogue.SHIPPED,
        created=dt.datetime(2026, 10, 5, 12, tzinfo=dt.UTC),
        app_version="0.1.0",
        kind=SummaryKind.FINAL,
        practice=False,
        ledger=Ledger(42, 36, 2, 3, 1, 5),
        figures=figures,
        narrative=Narrative(went_well="Syksy lähti hyvin käyntiin.", wishes="Lisää esitteitä."),
    )
    return structs.replace(made, **changed)


def full(shipped: Catalogue, period: Period) -> tuple[Figure, ...]:
    """Every indicator by every code it may be broken down by."""
    codes = {
        By.SERVICE: [each.code for each in shipped.services],
        By.KIND: [each.code for each in shipped.kinds],
        By.QUESTION: [each.code for each in shipped.feedback_questions],
        By.NOTHING: [],
    }
    return tuple(Figure(each.code, of, 1234) for each in shipped.indicators_of(period) if not each.office for of in (ALL, *codes[each.by]))


@pytest.mark.parametrize("language", list(Language))
def test_a_full_summary_is_sound(typesetter: Typesetter, tmp_path: Path, shipped: Catalogue, language: Language) -> None:
    figures = full(shipped, PERIOD)
    past = tuple((period, figures) for period in (PERIOD.previous, PERIOD.year_before))
    document = typesetter.document(quarter_summary(QuarterPage("Miesten Tuki ry", summary(*figures), past), shipped, (language,)))
    assert_sound(document, tmp_path)
    assert document.pages <= 4
    assert outside(document, tmp_path) == []
    text = " ".join(text_of(document, tmp_path).split())
    for each in shipped.indicators_of(PERIOD):
        if not each.office and not each.code.startswith("meetings.") and each.by in (By.SERVICE, By.NOTHING):
            assert each.name.said(language) in text
    assert "Lisää esitteitä." in text


def test_two_languages_have_pages_of_their_own(typesetter: Typesetter, tmp_path: Path, shipped: Catalogue) -> None:
    page = QuarterPage("Miesten Tuki ry", summary(*full(shipped, PERIOD)))
    document = typesetter.document(quarter_summary(page, shipped, (Language.SV, Language.FI)))
    assert_sound(document, tmp_path)
    assert outside(document, tmp_path) == []
    pages = text_of(document, tmp_path).split("\f")[:-1]
    half = len(pages) // 2
    assert all("Sammandrag" in each and "Yhteenveto" not in each for each in pages[:half])
    assert all("Yhteenveto" in each and "Sammandrag" not in each for each in pages[half:])
    # The association stands at the head of the first page of each, and a running head on the others alone.
    assert ["Miesten Tuki ry" in each for each in pages] == ([True] + [False] * (half - 1)) * 2
    assert [each.count("Sammandrag") + each.count("Yhteenveto") for each in pages] == [1] * len(pages)


def test_an_ordinary_summary_has_two_pages_at_most(typesetter: Typesetter, tmp_path: Path, shipped: Catalogue) -> None:
    figures = [each for each in full(shipped, PERIOD) if each.of in (ALL, "peer", "fatherhood", "exercise", "forum", "culture")]
    document = typesetter.document(quarter_summary(QuarterPage("Miesten Tuki ry", summary(*figures)), shipped, (Language.FI,)))
    assert_sound(document, tmp_path)
    assert document.pages <= 2


@pytest.mark.parametrize("language", list(Language))
def test_an_ordinary_summary_is_read_without_turning_the_head(
    typesetter: Typesetter, tmp_path: Path, shipped: Catalogue, language: Language
) -> None:
    """Three services have their names over their figures, and the pages are two in every language."""
    figures = [each for each in full(shipped, PERIOD) if each.of in (ALL, "peer", "divorce", "fatherhood", "exercise", "forum", "culture")]
    document = typesetter.document(quarter_summary(QuarterPage("Miesten Tuki ry", summary(*figures)), shipped, (language,)))
    assert document.pages <= 2
    service = next(each.name.said(language) for each in shipped.services if each.code == "peer").split()[0]
    heads = [word for word in words_of(document, tmp_path) if word.text == service]
    assert heads and all(word.right - word.left > word.bottom - word.top for word in heads)


@pytest.mark.parametrize("language", list(Language))
def test_names_that_stand_on_end_do_not_run_into_each_other(
    typesetter: Typesetter, tmp_path: Path, shipped: Catalogue, language: Language
) -> None:
    document = typesetter.document(quarter_summary(QuarterPage("Miesten Tuki ry", summary(*full(shipped, PERIOD))), shipped, (language,)))
    standing = [word for word in words_of(document, tmp_path) if len(word.text) > 3 and word.bottom - word.top > word.right - word.left]
    # The lines of a table's heads begin at one height.
    beginnings = {(word.page, round(word.bottom)) for word in standing}
    for begins in beginnings:
        lines = sorted(word.left for word in standing if (word.page, round(word.bottom)) == begins)
        assert [(one, other) for one, other in pairwise(lines) if other - one < 11] == []


@pytest.mark.parametrize("language", list(Language))
def test_a_small_table_stays_under_its_heading(typesetter: Typesetter, tmp_path: Path, shipped: Catalogue, language: Language) -> None:
    document = typesetter.document(quarter_summary(QuarterPage("Miesten Tuki ry", summary(*full(shipped, PERIOD))), shipped, (language,)))
    asked = " ".join(shipped.feedback_questions[0].name.said(language).split()[:2])
    pages = [" ".join(page.split()) for page in text_of(document, tmp_path).split("\f")]
    assert [Words(language)("Feedback") in page for page in pages] == [asked in page for page in pages]


def test_every_heading_stands_apart_from_what_is_above_it(typesetter: Typesetter, tmp_path: Path, shipped: Catalogue) -> None:
    figures = [each for each in full(shipped, PERIOD) if each.of in (ALL, "peer", "fatherhood", "exercise", "forum", "culture")]
    words = words_of(
        typesetter.document(quarter_summary(QuarterPage("Miesten Tuki ry", summary(*figures)), shipped, (Language.EN,))), tmp_path
    )
    heads = [word for word in words if round(word.size) == 14 and word.text in ("Figures", "Activities", "Feedback", "Training", "What")]
    above = [max((each.bottom for each in words if each.page == head.page and each.bottom < head.top + 8), default=0) for head in heads]
    assert len(heads) >= 5
    assert min(head.top - bottom for head, bottom in zip(heads, above, strict=True)) > 8


def test_zero_missing_withheld_and_estimated_differ(typesetter: Typesetter, tmp_path: Path, shipped: Catalogue) -> None:
    figures = (
        Figure("visits.group", ALL, 248),
        Figure("visits.group.new", ALL, None, status=FigureStatus.NODATA),
        Figure("support.men", ALL, None, status=FigureStatus.WITHHELD),
        Figure("size.mean", ALL, Decimal("6.89"), 248, 36),
        Figure("volunteers.hours", ALL, 60, basis=Basis.ESTIMATE),
    )
    document = typesetter.document(quarter_summary(QuarterPage("Miesten Tuki ry", summary(*figures), public=True), shipped, (Language.EN,)))
    text = " ".join(text_of(document, tmp_path, "-layout").split())
    assert "Newcomers, groups –" in text
    assert "Different men in support talks x" in text
    assert "Men per meeting on average 6.9" in text
    assert "Volunteer hours ≈60" in text
    assert "x withheld, to protect those who came" in text
    assert "~ from a sample" not in text
    assert "Completeness 92%" in text
    (remark,) = document.omissions
    assert remark.values == {"n": 1}


def test_the_numbers_of_a_row_have_the_same_decimals(shipped: Catalogue) -> None:
    figures = (
        Figure("size.mean", ALL, Decimal("12.4"), 62, 5),
        Figure("size.mean", "peer", Decimal(12), 24, 2),
        Figure("visits.group", ALL, 62),
        Figure("visits.group", "peer", 24),
    )
    manuscript = quarter_summary(QuarterPage("Miesten Tuki ry", summary(*figures)), shipped, (Language.FI,))
    [table] = manuscript.values["versions"][0]["tables"]
    assert table["values"] == [["62", "24"], ["12,4", "12,0"]]


def test_nothing_to_report_says_so(typesetter: Typesetter, tmp_path: Path, shipped: Catalogue) -> None:
    page = QuarterPage("Miesten Tuki ry", summary(kind=SummaryKind.NOTHING, narrative=Narrative()))
    document = typesetter.document(quarter_summary(page, shipped, (Language.EN,)))
    assert_sound(document, tmp_path)
    assert "No activity in this period." in text_of(document, tmp_path)
