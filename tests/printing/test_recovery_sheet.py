"""The recovery sheet, printed and read back."""

import datetime as dt
from pathlib import Path

import pytest

from coordinator_app.i18n import Language
from coordinator_app.printing.recovery_sheet import RecoverySheet, recovery_sheet
from coordinator_app.printing.typst import Typesetter
from tests.printing.reading import assert_sound, outside, scanned, text_of

CODE = "QPZR Y9X8 GF2T VDW0 S3JN 54KH CE6M UA7L"
SHEET = RecoverySheet("Miesten Tuki ry", "Jyväskylän maalaiskunnan ja Äänekosken seutukunta", dt.date(2026, 8, 10), CODE)


@pytest.mark.parametrize("language", list(Language))
def test_the_code_is_read_by_eye_and_by_scanner(typesetter: Typesetter, tmp_path: Path, language: Language) -> None:
    document = typesetter.document(recovery_sheet(SHEET, language))
    assert_sound(document, tmp_path)
    assert document.pages == 1
    assert outside(document, tmp_path) == []
    letters = "".join(text_of(document, tmp_path, "-raw").split())
    # The groups stand in the order in which they are typed, each with its number.
    assert "".join(f"{number}.{group}" for number, group in enumerate(CODE.split(), 1)) in letters
    assert scanned(typesetter.pictures(recovery_sheet(SHEET, language))[0], tmp_path) == CODE


def test_the_day_it_was_made_is_on_one_line(typesetter: Typesetter, tmp_path: Path) -> None:
    assert "Tehty 10.8.2026" in text_of(typesetter.document(recovery_sheet(SHEET, Language.FI)), tmp_path, "-raw").replace("\u00a0", " ")
