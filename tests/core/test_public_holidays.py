"""Finland's public holidays are those that a library of every country's knows."""

import holidays
import pytest

from coordinator_app.core import public_holidays
from coordinator_app.i18n import Language

CALLED = {Language.FI: "fi", Language.SV: "sv_FI", Language.EN: "en_US"}


@pytest.mark.parametrize("language", Language)
def test_a_library_of_every_country_knows_the_same_days_and_names(language: Language) -> None:
    for year in range(1992, 2100):
        known = holidays.country_holidays("FI", years=year, language=CALLED[language])
        ours = public_holidays.of_year(year, language)
        assert {day for day, _ in ours} == set(known)
        # In 2008 two fell on one day; here the day stands twice, once for each name. The library writes a typewriter's apostrophe.
        assert all(name.replace("’", "'") in known[day] for day, name in ours)
