"""The poster, printed and read back."""

import datetime as dt
import re
import time
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from msgspec import structs

from coordinator_app.core.kinds import Rule
from coordinator_app.core.schedule import Schedule, SchedulePlace, ScheduleSlot
from coordinator_app.i18n import Language, Words
from coordinator_app.printing.poster import PosterOptions, poster
from coordinator_app.printing.sheet import bare
from coordinator_app.printing.typst import Paper, Typesetter
from tests.printing import samples
from tests.printing.random_schedules import schedules
from tests.printing.reading import assert_sound, missing, outside, scanned, squeezed, text_of, words_of

LONG = "Äänekosken ja Öjan seudun pitkäaikaistyöttömien yksinhuoltajaisien keskusteluryhmä"
# The height of a capital in ems of the type, and the least air over the foot in points.
CAPITAL, AIR = 0.66, 9
WIDEST = "WWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWW ÅÄÖŠŽ"


def names(schedule: Schedule, language: Language = Language.FI) -> list[str]:
    return [group.name.said(language) for group in schedule.groups]


@pytest.mark.parametrize("count", [1, 12, 123])
@pytest.mark.parametrize("language", list(Language))
def test_every_name_is_on_the_paper(typesetter: Typesetter, tmp_path: Path, count: int, language: Language) -> None:
    schedule = samples.schedule(*map(samples.group, range(count)))
    document = typesetter.document(poster(schedule, PosterOptions((language,))))
    assert_sound(document, tmp_path)
    text = text_of(document, tmp_path)
    assert missing(names(schedule, language), text) == []
    assert outside(document, tmp_path) == []
    assert document.code in text
    assert not any(each.left_out for each in document.omissions)
    assert document.layout == ("sheet" if count == 1 else "list" if count == 123 else document.layout)


@pytest.mark.parametrize("strips", [8, 10, 12])
@pytest.mark.parametrize("paper", list(Paper))
def test_every_strip_has_name_and_number(typesetter: Typesetter, tmp_path: Path, strips: int, paper: Paper) -> None:
    document = typesetter.document(poster(samples.schedule(samples.group(1)), PosterOptions(strips=strips, paper=paper)))
    assert_sound(document, tmp_path)
    text = squeezed(text_of(document, tmp_path))
    assert document.pages == 1
    assert text.count("0401234567") == strips + 1
    assert text.count(squeezed("Erosta eteenpäin -vertaisryhmä")) >= strips + 1
    assert outside(document, tmp_path) == []


def test_strips_leave_out_what_has_no_room_and_say_so(typesetter: Typesetter, tmp_path: Path) -> None:
    schedule = samples.schedule(samples.group(0, name=f"{LONG} {LONG} {LONG}"), web="https://miestenryhmat.example/" + "turku" * 20)
    document = typesetter.document(poster(schedule, PosterOptions(strips=12)))
    assert any("tear-off strips" in each.message for each in document.omissions)
    assert squeezed(text_of(document, tmp_path)).count("0507654321") == 13


def test_a_strip_that_has_no_room_for_the_name_says_what_it_is_the_name_of(typesetter: Typesetter, tmp_path: Path) -> None:
    schedule = samples.longest()
    document = typesetter.document(poster(schedule, PosterOptions(strips=10)))
    text = squeezed(text_of(document, tmp_path, "-raw"))
    assert text.count(squeezed("Miesten vertaisryhmä")) >= 10
    assert text.count(squeezed("Perjantai 19.00–20.30")) >= 10
    [remark] = [each for each in document.omissions if "tear-off strips" in each.message]
    assert schedule.groups[0].name.own in str(remark.values["lines"])


def test_a_strip_says_every_time_of_a_group_that_meets_several_times(typesetter: Typesetter, tmp_path: Path) -> None:
    slot = samples.group(1).slots[0]
    slots = (slot, structs.replace(slot, weekday=4), structs.replace(slot, weekday=0, starts=dt.time(10)))
    document = typesetter.document(poster(samples.schedule(samples.group(1, name="Isät", slots=slots)), PosterOptions(strips=8)))
    text = squeezed(text_of(document, tmp_path, "-raw"))
    assert text.count(squeezed("Ma 10.00–11.30, to, pe 17.30–19.00")) == 8


def test_a_strip_of_a_group_whose_time_changes_says_neither_time(typesetter: Typesetter, tmp_path: Path) -> None:
    """There is no room for from when and until when, and the wrong evening is worse than none."""
    old = structs.replace(samples.group(1).slots[0], until=dt.date(2026, 11, 8))
    new = structs.replace(old, starts=dt.time(19), until=None, since=dt.date(2026, 11, 9))
    document = typesetter.document(poster(samples.schedule(samples.group(1, name="Isät", slots=(old, new))), PosterOptions(strips=8)))
    assert squeezed(text_of(document, tmp_path, "-raw")).count("19.00–20.30") == 1


def test_a_poster_with_no_room_for_strips_is_one_sheet_without_them(typesetter: Typesetter, tmp_path: Path) -> None:
    document = typesetter.document(poster(samples.schedule(*map(samples.group, range(12))), PosterOptions(strips=8)))
    assert (document.layout, document.pages, document.offers) == ("sheet", 1, ("a3",))
    assert any("no room for tear-off strips" in each.message for each in document.omissions)
    assert squeezed(text_of(document, tmp_path)).count("0401234567") == 1


def test_a_list_says_that_it_has_no_strips(typesetter: Typesetter) -> None:
    document = typesetter.document(poster(samples.schedule(*map(samples.group, range(60))), PosterOptions(strips=8)))
    assert document.layout == "list"
    assert any("no room for tear-off strips" in each.message for each in document.omissions)


def test_the_larger_sheet_is_offered_and_holds_what_it_promises(typesetter: Typesetter) -> None:
    schedule = samples.schedule(*map(samples.group, range(16)))
    small = typesetter.document(poster(schedule, PosterOptions()))
    assert (small.layout, small.offers) == ("list", ("a3",))
    large = typesetter.document(poster(schedule, PosterOptions(paper=Paper.A3)))
    assert (large.layout, large.pages) == ("sheet", 1)


@pytest.mark.parametrize("count", [1, 5, 40])
def test_long_and_wide_names_stay_on_the_page(typesetter: Typesetter, tmp_path: Path, count: int) -> None:
    groups = [samples.group(number, name=f"{LONG if number % 2 else WIDEST} {number}") for number in range(count)]
    schedule = samples.schedule(*groups)
    document = typesetter.document(poster(schedule, PosterOptions(strips=8)))
    assert_sound(document, tmp_path)
    assert missing(names(schedule), text_of(document, tmp_path, "-raw")) == []
    assert outside(document, tmp_path) == []


@pytest.mark.parametrize(("web", "opens"), [("miestenryhmat.example/turku", "https://miestenryhmat.example/turku"), ("", "tel:0401234567")])
def test_the_code_opens_the_right_thing(typesetter: Typesetter, tmp_path: Path, web: str, opens: str) -> None:
    schedule = samples.schedule(*map(samples.group, range(1, 5)), web=web)
    (picture,) = typesetter.pictures(poster(schedule, PosterOptions(strips=10)))
    assert scanned(picture, tmp_path) == opens


def test_without_number_and_address_there_is_no_code_and_it_is_said(typesetter: Typesetter) -> None:
    document = typesetter.document(poster(samples.schedule(samples.group(0, contact=None), web="", contact=None), PosterOptions()))
    said = [each.said(Words(Language.EN)) for each in document.omissions]
    assert "There is no QR code: neither a web address nor a telephone number is known." in said
    assert any("nobody to call is named" in each for each in said)


def test_hidden_and_sensitive_places_are_not_printed(typesetter: Typesetter, tmp_path: Path) -> None:
    hidden = structs.replace(samples.group(0).slots[0], place=SchedulePlace("Salainen paikka", "Salakatu 1", hidden=True))
    groups = samples.group(0, slots=(hidden,)), samples.group(1, service="divorce", sensitive=True)
    schedule = samples.schedule(*groups)
    usual = text_of(typesetter.document(poster(schedule, PosterOptions(languages=(Language.EN,)))), tmp_path)
    assert "Sala" not in usual and "Martinseurakunnan" not in usual
    assert usual.count("call for the place") == 2
    asked = text_of(typesetter.document(poster(schedule, PosterOptions(languages=(Language.EN,), sensitive_addresses=True))), tmp_path)
    assert "Sala" not in asked and "Martinseurakunnan" in asked


def test_a_group_that_is_left_out_is_named_with_its_reason() -> None:
    groups = (
        samples.group(0),
        samples.group(1, public=False),
        samples.group(2, ended=dt.date(2026, 8, 5)),
        samples.group(3, started=dt.date(2027, 1, 11)),
        samples.group(4, slots=()),
        samples.group(5, slots=(ScheduleSlot(Rule.DATES, None, dt.time(18), 60, dates=(dt.date(2026, 8, 3),)),)),
    )
    left_out = [each.said(Words(Language.EN)) for each in poster(samples.schedule(*groups), PosterOptions()).omissions if each.left_out]
    assert left_out == [
        "Erosta eteenpäin -vertaisryhmä is left out: it is not public.",
        "Miesten keskustelupiiri is left out: it ended on 5\u00a0August 2026.",
        "Voimaa arkeen is left out: it begins on 11\u00a0January 2027, after this schedule.",
        "Vieraasta veljeksi is left out: it has no meeting times. Add one to print it.",
        "Saunaryhmä Löyly is left out: none of its dates is still to come in this schedule.",
    ]


def test_a_sign_the_font_lacks_becomes_a_box_and_is_reported(typesetter: Typesetter, tmp_path: Path) -> None:
    document = typesetter.document(poster(samples.schedule(samples.group(0, name="Isät 漢字 e\u030b")), PosterOptions()))
    assert_sound(document, tmp_path)
    (remark,) = [each for each in document.omissions if "font" in each.message]
    assert {"漢", "字"} <= set(str(remark.values["signs"]).split())
    assert "Isät □□" in " ".join(text_of(document, tmp_path).split())


def test_many_signs_the_font_lacks_do_not_keep_one_waiting(typesetter: Typesetter) -> None:
    """The typesetter names one sign at a time; the poster itself is not set anew for each."""

    def seconds(name: str) -> float:
        began = time.process_time()
        typesetter.document(poster(samples.schedule(*(samples.group(at, name=f"{name} {at}") for at in range(12))), PosterOptions()))
        return time.process_time() - began

    seconds("Isät")
    plain = seconds("Isä")
    # A small page for each sign costs some 14 posters in all, a poster for each sign 80.
    assert seconds("".join(chr(0x4E00 + at) for at in range(60))) < 40 * plain


@pytest.mark.parametrize("count", [9, 11, 12, 13])
def test_the_last_line_stands_clear_of_the_foot(typesetter: Typesetter, tmp_path: Path, count: int) -> None:
    document = typesetter.document(poster(samples.schedule(*map(samples.group, range(count))), PosterOptions()))
    assert document.layout == "sheet"
    words = words_of(document, tmp_path)
    asks = next(word for word in words if word.text == "Soita")
    foot = min(word.baseline - CAPITAL * word.size for word in words if abs(word.baseline - asks.baseline) < 1)
    # As much air above the rule over the foot as under it.
    assert foot - max(word.baseline for word in words if word.baseline < foot) > 2 * AIR - 1


def test_text_is_never_code(typesetter: Typesetter, tmp_path: Path) -> None:
    name = '#panic("x") *a* $b$ \\ <c> "d" {e} @f // g #text(red)[h]'
    document = typesetter.document(poster(samples.schedule(samples.group(0, name=name)), PosterOptions(strips=8)))
    assert missing([name], text_of(document, tmp_path)) == []


def test_the_document_code_follows_the_facts() -> None:
    schedule = samples.schedule(*map(samples.group, range(3)))
    code = poster(schedule, PosterOptions()).code
    assert poster(structs.replace(schedule, updated=dt.date(2026, 8, 11)), PosterOptions(strips=8)).code == code
    moved = structs.replace(schedule.groups[0].slots[0], starts=dt.time(18, 5))
    changed = structs.replace(schedule, groups=(structs.replace(schedule.groups[0], slots=(moved,)), *schedule.groups[1:]))
    assert poster(changed, PosterOptions()).code != code
    assert len(code) == 6 and code.startswith("P-")


@settings(max_examples=12, deadline=None, suppress_health_check=list(HealthCheck))
@given(schedule=schedules(), language=st.sampled_from(Language), paper=st.sampled_from(Paper), strips=st.sampled_from((0, 8, 12)))
def test_day_time_and_details_are_never_smaller_than_can_be_read_from_two_metres(
    typesetter: Typesetter, tmp_path: Path, schedule: Schedule, language: Language, paper: Paper, strips: int
) -> None:
    """On one sheet: days and times 24 points, everything else 14, but for the line that says how long it holds and what the code opens."""
    document = typesetter.document(poster(schedule, PosterOptions((language,), paper=paper, strips=strips)))
    if document.layout != "sheet":
        return
    words = words_of(document, tmp_path)
    # Where the strips hang there is only what stands across, whose size cannot be read.
    ends = max(word.bottom for word in words) + 1 if not strips else {Paper.A4: 842, Paper.A3: 1191}[paper] - 62 * 72 / 25.4 - 1
    upright = [word for word in words if word.bottom < ends]
    times = [word.size for word in upright if re.fullmatch(r"\d?\d[.:]\d\d–\d?\d[.:]\d\d", word.text)]
    assert min(times, default=24) >= 23.9
    said = Words(language)
    small = said("Updated {day}", day=schedule.updated), said("Valid until {day}", day=schedule.valid.last), said("Scan to call")
    allowed = {document.code, "·", bare(schedule.web), *" ".join(small).split()}
    assert [word for word in upright if word.size < 13.9 and word.text not in allowed] == []


def test_more_than_the_floor_allows_becomes_a_list_and_not_smaller_type(typesetter: Typesetter, tmp_path: Path) -> None:
    for count in range(8, 18):
        document = typesetter.document(poster(samples.schedule(*map(samples.group, range(count))), PosterOptions()))
        times = [word.size for word in words_of(document, tmp_path) if re.fullmatch(r"\d\d\.\d\d–\d\d\.\d\d", word.text)]
        assert len(times) == count
        assert min(times) >= 23.9, (count, document.layout)
