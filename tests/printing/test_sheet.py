"""What holds for every paper with the schedule, whatever groups a town has."""

import unicodedata
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from msgspec import structs

from coordinator_app.core import catalogue
from coordinator_app.core.schedule import Schedule
from coordinator_app.i18n import Language
from coordinator_app.printing.group_card import group_card
from coordinator_app.printing.handouts import PocketOptions, flyer, pocket_list
from coordinator_app.printing.leaflet import leaflet
from coordinator_app.printing.omissions import Omission
from coordinator_app.printing.poster import PosterOptions, poster
from coordinator_app.printing.selection import Choice
from coordinator_app.printing.term_calendar import CalendarOptions, term_calendar
from coordinator_app.printing.typst import Document, Manuscript, Paper, Typesetter
from tests.printing import samples
from tests.printing.random_schedules import schedules
from tests.printing.reading import assert_sound, missing, outside, overlapping, scanned, smallest, text_of

Languages = tuple[Language, ...]
FI, SV, EN = Language.FI, Language.SV, Language.EN
SERVICES = {each.code: each.name for each in catalogue.shipped().services if each.code != "peer"}
MADE: dict[str, Callable[[Schedule, Languages], Manuscript]] = {
    "poster": lambda shown, languages: poster(shown, PosterOptions(languages)),
    "a3": lambda shown, languages: poster(shown, PosterOptions(languages, paper=Paper.A3)),
    "strips": lambda shown, languages: poster(shown, PosterOptions(languages, strips=10)),
    "calendar": lambda shown, languages: term_calendar(shown, CalendarOptions(languages)),
    "flyer": lambda shown, languages: flyer(shown, Choice(languages)),
    "pocket4": lambda shown, languages: pocket_list(shown, PocketOptions(languages)),
    "pocket8": lambda shown, languages: pocket_list(shown, PocketOptions(languages, cards=8)),
    "card": lambda shown, languages: group_card(shown, Choice(languages)),
    "leaflet": lambda shown, languages: leaflet(shown, Choice(languages), SERVICES),
}
# The calendar speaks of days, not of groups, and has its own test; strips stand across, where a size cannot be read.
LISTING = [name for name in MADE if name != "calendar"]
UPRIGHT = [name for name in MADE if name != "strips"]
_FLOOR, _MOST = 10, 12


@settings(
    max_examples=5,
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.function_scoped_fixture, HealthCheck.data_too_large],
)
@pytest.mark.parametrize("made", LISTING)
@given(schedule=schedules(), languages=st.sampled_from(((FI,), (SV,), (FI, EN))))
def test_every_public_group_is_printed_or_named_with_a_reason(
    typesetter: Typesetter, tmp_path: Path, made: str, schedule: Schedule, languages: Languages
) -> None:
    document = typesetter.document(MADE[made](schedule, languages))
    left_out = {each.group for each in document.omissions if each.left_out}
    boxes = dict.fromkeys(map(ord, lacking_signs(document.omissions)), "□")
    shown = [group for group in schedule.groups if group.id not in left_out and not (made == "card" and group.sensitive)]
    names = [unicodedata.normalize("NFC", group.name.own).translate(boxes) for group in shown]
    assert missing(names, text_of(document, tmp_path, "-raw")) == []
    assert all(group.id in left_out for group in schedule.groups if not group.public)
    assert_fits(document, tmp_path, upright=made in UPRIGHT)


@pytest.mark.parametrize("made", list(MADE))
@pytest.mark.parametrize(("count", "languages"), [(0, (FI,)), (1, (SV,)), (12, (EN,)), (12, (FI, SV)), (60, (FI,))])
def test_every_document_is_sound_and_says_every_group(
    typesetter: Typesetter, tmp_path: Path, made: str, count: int, languages: Languages
) -> None:
    if count > _MOST and made in ("card", "calendar"):
        pytest.skip("as many pages as groups or days, and all alike")
    schedule = samples.schedule(*map(samples.group, range(count)))
    document = typesetter.document(MADE[made](schedule, languages))
    assert_sound(document, tmp_path)
    assert_fits(document, tmp_path, upright=made in UPRIGHT)
    assert missing([group.name.said(each) for group in schedule.groups for each in languages], text_of(document, tmp_path, "-raw")) == []
    assert missing([document.code], text_of(document, tmp_path, "-raw")) == []


@pytest.mark.parametrize("made", UPRIGHT)
@pytest.mark.parametrize("languages", [(FI,), (SV, EN)], ids="+".join)
@pytest.mark.parametrize("count", [0, 1])
def test_whoever_gives_it_out_may_have_a_long_name_and_much_to_say(
    typesetter: Typesetter, tmp_path: Path, made: str, languages: Languages, count: int
) -> None:
    long = samples.longest()
    schedule = structs.replace(
        long,
        groups=long.groups[:count],
        association=samples.LONG_ASSOCIATION,
        contact=structs.replace(samples.LONG_CALLED, phone="+358 50 765 4321 (ma–to klo 9–15)"),
        web="https://www.miestenryhmat-lounais-suomi.example/vertaisryhmat/lounais-suomi/turku-abo/index.html?kieli=fi",
    )
    document = typesetter.document(MADE[made](schedule, languages))
    assert_fits(document, tmp_path, upright=True)
    assert missing([document.code], text_of(document, tmp_path, "-raw")) == []


@pytest.mark.parametrize("made", ["poster", "flyer", "pocket4", "pocket8", "card", "leaflet"])
def test_without_groups_every_paper_says_so(typesetter: Typesetter, tmp_path: Path, made: str) -> None:
    document = typesetter.document(MADE[made](samples.schedule(), (FI,)))
    assert missing(["Ei näytettäviä ryhmiä."], text_of(document, tmp_path, "-raw")) == []


@pytest.mark.parametrize("made", ["flyer", "pocket4", "pocket8", "card", "leaflet"])
def test_the_code_to_scan_opens_the_locality(typesetter: Typesetter, tmp_path: Path, made: str) -> None:
    schedule = samples.schedule(samples.group(1), samples.group(2))
    page = typesetter.pictures(MADE[made](schedule, (FI,)), ppi=200)[0]
    assert set(scanned(page, tmp_path).split()) == {"https://miestenryhmat.example/turku"}


@pytest.mark.parametrize("made", list(MADE))
def test_hidden_places_stay_hidden(typesetter: Typesetter, tmp_path: Path, made: str) -> None:
    document = typesetter.document(MADE[made](samples.motley(), (FI, SV)))
    text = text_of(document, tmp_path)
    assert "Salakatu" not in text and "Arkakatu" not in text
    assert missing(["soita ja kysy paikkaa", "ring och fråga om platsen"], text) == []


def assert_fits(document: Document, folder: Path, *, upright: bool) -> None:
    """Nothing sticks out of the page or stands on something else, no page is blank, and there are as many as promised."""
    assert outside(document, folder) == []
    if upright:
        assert overlapping(document, folder) == []
        assert smallest(document, folder) >= _FLOOR
    pages = text_of(document, folder).split("\f")[:-1]
    assert len(pages) == document.pages
    assert all(page.strip() for page in pages)


def lacking_signs(omissions: tuple[Omission, ...]) -> set[str]:
    return {sign for each in omissions for sign in "".join(str(each.values.get("signs", "")).split())}
