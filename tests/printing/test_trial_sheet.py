"""The sheet that tests a printer."""

from pathlib import Path

import pytest

from coordinator_app.i18n import Language
from coordinator_app.printing.trial_sheet import trial_sheet
from coordinator_app.printing.typst import Typesetter
from tests.printing import samples
from tests.printing.reading import assert_sound, outside, overlapping, words_of

MM = 72 / 25.4
FI, SV, EN = Language.FI, Language.SV, Language.EN


@pytest.mark.parametrize("languages", [(FI,), (SV,), (EN,), (FI, SV), (FI, EN)], ids="+".join)
def test_it_is_sound_in_every_language(typesetter: Typesetter, tmp_path: Path, languages: tuple[Language, ...]) -> None:
    document = typesetter.document(trial_sheet(languages, samples.TODAY))
    assert_sound(document, tmp_path)
    assert document.pages == 2
    assert outside(document, tmp_path) == []
    assert overlapping(document, tmp_path) == []


def test_the_rulers_are_ten_centimetres_long(typesetter: Typesetter, tmp_path: Path) -> None:
    words = [word for word in words_of(typesetter.document(trial_sheet((FI,), samples.TODAY)), tmp_path) if word.page == 1]
    noughts = [word for word in words if word.text == "0"]
    tens = [word for word in words if word.text == "10"]
    across = [
        (ten.left + ten.right - nought.left - nought.right) / 2 for nought in noughts for ten in tens if abs(ten.top - nought.top) < 1
    ]
    down = [ten.top - nought.top for nought in noughts for ten in tens if abs(ten.left - nought.left) < 1]
    assert across == [pytest.approx(100 * MM, abs=0.1)]
    assert down == [pytest.approx(100 * MM, abs=0.1)]
