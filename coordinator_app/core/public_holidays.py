"""Finland's public holidays by name; Christmas Eve and Midsummer Eve, on which hardly anybody meets, among them.

Source: the Finnish church act and the acts on the first of May and on Independence Day. A library of the holidays of every
country would give the same, as a test does say, but takes a quarter of a second and 20 MB at every start.
"""

import datetime as dt
from collections.abc import Iterator
from functools import cache

from coordinator_app.i18n import Language

_ORDER = (Language.FI, Language.SV, Language.EN)
_FIXED = {
    (1, 1): ("Uudenvuodenpäivä", "Nyårsdagen", "New Year’s Day"),
    (1, 6): ("Loppiainen", "Trettondag", "Epiphany"),
    (5, 1): ("Vappu", "Första maj", "May Day"),
    (12, 6): ("Itsenäisyyspäivä", "Självständighetsdagen", "Independence Day"),
    (12, 24): ("Jouluaatto", "Julafton", "Christmas Eve"),
    (12, 25): ("Joulupäivä", "Juldagen", "Christmas Day"),
    (12, 26): ("Tapaninpäivä", "Annandag jul", "Second Day of Christmas"),
}
_DAYS_FROM_EASTER = {
    -2: ("Pitkäperjantai", "Långfredagen", "Good Friday"),
    0: ("Pääsiäispäivä", "Påskdagen", "Easter Sunday"),
    1: ("Toinen pääsiäispäivä", "Annandag påsk", "Easter Monday"),
    39: ("Helatorstai", "Kristi himmelsfärdsdag", "Ascension Day"),
    49: ("Helluntaipäivä", "Pingst", "Pentecost"),
}
# Each falls on the first such weekday (4 = Friday, 5 = Saturday) on or after the day.
_WEEKDAY_FROM = {
    (6, 19, 4): ("Juhannusaatto", "Midsommarafton", "Midsummer Eve"),
    (6, 20, 5): ("Juhannuspäivä", "Midsommardagen", "Midsummer Day"),
    (10, 31, 5): ("Pyhäinpäivä", "Alla helgons dag", "All Saints’ Day"),
}


@cache
def of_year(year: int, language: Language) -> tuple[tuple[dt.date, str], ...]:
    """The holidays of a year, 1992 or later, by day."""
    at = _ORDER.index(language)
    return tuple(sorted((day, names[at]) for day, names in _of_year(year)))


def _of_year(year: int) -> Iterator[tuple[dt.date, tuple[str, str, str]]]:
    from dateutil.easter import easter

    sunday = easter(year)
    for (month, day), names in _FIXED.items():
        yield dt.date(year, month, day), names
    for days, names in _DAYS_FROM_EASTER.items():
        yield sunday + dt.timedelta(days=days), names
    for (month, day, weekday), names in _WEEKDAY_FROM.items():
        first = dt.date(year, month, day)
        yield first + dt.timedelta(days=(weekday - first.weekday()) % 7), names
