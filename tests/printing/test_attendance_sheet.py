"""The attendance sheet, printed and read back."""

import datetime as dt
import re
from pathlib import Path

import pytest

from coordinator_app.core.kinds import Mode
from coordinator_app.core.schedule import Localised
from coordinator_app.i18n import Language, Words
from coordinator_app.printing.attendance_sheet import TableSheet, attendance_sheets
from coordinator_app.printing.typst import Typesetter
from tests.printing.issuers import TURKU
from tests.printing.reading import assert_sound, missing, outside, overlapping, text_of

DAY = dt.date(2026, 10, 20)
FATHERS = Localised("Isäryhmä", "Pappagruppen", "Fathers’ group")
NAMES = ("Matti", "Jukka", "Juha K.", "Juha L.", "Öystein", "Maximilian-Aleksanteri", "WWWWWWWWWWWWWWWWWWWWWWWW")


SPOKEN = [(Language.FI,), (Language.SV,), (Language.EN,), (Language.FI, Language.SV), (Language.SV, Language.EN)]


def sheet(count: int | None, **changed: object) -> TableSheet:
    named = None if count is None else tuple((row, f"{NAMES[row % len(NAMES)]}") for row in range(1, count + 1))
    values: dict[str, object] = {
        "meeting": 7,
        "group": FATHERS,
        "day": DAY,
        "starts": dt.time(18),
        "minutes": 90,
        "men": named,
        "people": tuple(range(100, 100 + (count or 0))),
        "following": (DAY + dt.timedelta(7), DAY + dt.timedelta(14)),
    }
    return TableSheet(**(values | changed))  # type: ignore[arg-type]


@pytest.mark.parametrize("languages", SPOKEN, ids="+".join)
def test_a_page_for_each_meeting_and_the_next_days(typesetter: Typesetter, tmp_path: Path, languages: tuple[Language, ...]) -> None:
    sheets = (sheet(1), sheet(12), sheet(28, mode=Mode.HYBRID), sheet(None))
    document = typesetter.document(attendance_sheets(sheets, TURKU, languages))
    assert_sound(document, tmp_path)
    assert outside(document, tmp_path) == []
    assert document.pages == len(sheets)
    for page in text_of(document, tmp_path).split("\f")[: len(sheets)]:
        for words in map(Words, languages):
            day, group = words.date_with_weekday(DAY), FATHERS.said(words.language)
            assert missing([day, group, words.day_and_month(dt.date(2026, 10, 27)), words("Participants in all")], page) == []


@pytest.mark.parametrize("languages", [(Language.FI,), (Language.SV, Language.EN)], ids="+".join)
@pytest.mark.parametrize("men", [12, 20, 28, 40, 90])
def test_a_long_name_makes_its_row_higher(typesetter: Typesetter, tmp_path: Path, men: int, languages: tuple[Language, ...]) -> None:
    document = typesetter.document(attendance_sheets((sheet(men, mode=Mode.HYBRID),), TURKU, languages))
    assert overlapping(document, tmp_path) == []
    assert outside(document, tmp_path) == []


@pytest.mark.parametrize("men", [1, 12, 40, 90])
def test_rows_are_numbered_as_in_the_program_and_all_are_there(typesetter: Typesetter, tmp_path: Path, men: int) -> None:
    named = tuple((row, f"Mies{chr(96 + row // 10)}{chr(97 + row % 10)}") for row in range(1, men + 1))
    made = attendance_sheets((sheet(men, men=named),), TURKU, (Language.FI,))
    document = typesetter.document(made)
    text = text_of(document, tmp_path, "-layout")
    assert [row for row, name in named if not re.search(rf"(?<!\d){row}\s+{name}", text)] == []
    assert outside(document, tmp_path) == []
    assert (document.pages == 1) == (men <= 40)
    assert made.paper_rows == {7: tuple(range(100, 100 + men))}


def test_a_row_of_one_who_left_stays_empty(typesetter: Typesetter, tmp_path: Path) -> None:
    document = typesetter.document(attendance_sheets((sheet(0, men=((1, "Matti"), (3, "Pekka"))),), TURKU, (Language.FI,)))
    text = text_of(document, tmp_path, "-layout")
    assert (
        re.search(r"1\s+Matti", text)
        and re.search(r"3\s+Pekka", text)
        and not re.search(r"2\s+\w", text.split("Pekka")[0].split("Matti")[1])
    )


@pytest.mark.parametrize("language", list(Language))
def test_a_group_of_a_sensitive_service_is_not_named_on_the_table(typesetter: Typesetter, tmp_path: Path, language: Language) -> None:
    secret = sheet(3, group=Localised("Erosta Elossa, eroryhmä", "Skilsmässogruppen", "Divorce group"), sensitive=True)
    document = typesetter.document(attendance_sheets((secret,), TURKU, (language,)))
    text = text_of(document, tmp_path) + document.pdf.decode("latin-1")
    assert not any(word in text for word in ("Ero", "Elossa", "Skilsm", "Divorce"))
    assert Words(language)("Peer group for men") in text
    (remark,) = document.omissions
    assert remark.values == {"group": "Erosta Elossa, eroryhmä"}


def test_headcounts_have_a_box_and_no_names(typesetter: Typesetter, tmp_path: Path) -> None:
    text = text_of(typesetter.document(attendance_sheets((sheet(None),), TURKU, (Language.EN,))), tmp_path)
    assert "Participants in all" in text and "First name" not in text and "1 3 4 7 +2" not in text


def test_no_meeting_to_come_is_said(typesetter: Typesetter, tmp_path: Path) -> None:
    document = typesetter.document(attendance_sheets((), TURKU, (Language.EN,)))
    assert_sound(document, tmp_path)
    assert "No meetings to come." in text_of(document, tmp_path)
