"""The term calendar, printed and read back."""

import datetime as dt
import re
from pathlib import Path

import pytest
from msgspec import structs

from coordinator_app.core.periods import Span
from coordinator_app.core.schedule import DatedMeeting, Localised, Schedule, ScheduleContact, SchedulePlace, TermDay
from coordinator_app.core.sorting import sort_key
from coordinator_app.i18n import Language, Words
from coordinator_app.printing.omissions import said_briefly
from coordinator_app.printing.term_calendar import CalendarOptions, term_calendar
from coordinator_app.printing.typst import Paper, Typesetter
from tests.printing import samples
from tests.printing.reading import assert_sound, missing, outside, smallest, text_of, words_of


@pytest.mark.parametrize(("count", "layout"), [(1, "page"), (12, "pages"), (123, "pages")])
def test_every_group_and_month_is_there(typesetter: Typesetter, tmp_path: Path, count: int, layout: str) -> None:
    schedule = samples.schedule(*map(samples.group, range(count)))
    document = typesetter.document(term_calendar(schedule, CalendarOptions()))
    assert_sound(document, tmp_path)
    text = text_of(document, tmp_path)
    assert document.layout == layout
    assert missing([group.name.own for group in schedule.groups], text) == []
    assert missing(["Elokuu 2026", "Joulukuu 2026", "Itsenäisyyspäivä", "Syysloma"], text) == []
    assert outside(document, tmp_path) == []


def test_every_meeting_has_its_line(typesetter: Typesetter, tmp_path: Path) -> None:
    schedule = samples.schedule(samples.group(0))
    text = text_of(typesetter.document(term_calendar(schedule, CalendarOptions(languages=(Language.EN,)))), tmp_path, "-layout")
    held = [meeting for meeting in schedule.meetings if not meeting.cancelled]
    assert text.count("18:00–19:30") == len(schedule.meetings)
    assert text.count("× Cancelled") == len(schedule.meetings) - len(held) > 0


def test_cancelled_and_moved_are_said_with_sign_and_word(typesetter: Typesetter, tmp_path: Path) -> None:
    usual = DatedMeeting(dt.date(2026, 9, 8), dt.time(18), 90, Localised("Isäryhmä"), group=1)
    meetings = (
        structs.replace(usual, day=dt.date(2026, 9, 1), cancelled=True),
        structs.replace(usual, day=dt.date(2026, 9, 9), planned=dt.date(2026, 9, 8)),
    )
    schedule = structs.replace(samples.schedule(samples.group(0)), meetings=meetings)
    text = " ".join(text_of(typesetter.document(term_calendar(schedule, CalendarOptions(languages=(Language.EN,)))), tmp_path).split())
    assert "× Cancelled" in text
    assert "→ Moved to 9 September" in text
    assert "→ Moved from 8 September" in text


@pytest.mark.parametrize(("count", "languages"), [(24, (Language.FI,)), (60, (Language.FI,)), (60, (Language.FI, Language.SV))])
def test_a_day_is_never_parted_from_its_date(typesetter: Typesetter, tmp_path: Path, count: int, languages: tuple[Language, ...]) -> None:
    """However many pages there are, each column begins with a date, also where a day of many meetings goes on in it."""
    schedule = samples.schedule(*map(samples.group, range(count)))
    document = typesetter.document(term_calendar(schedule, CalendarOptions(languages)))
    assert document.pages > 2
    columns: dict[tuple[int, bool], list[tuple[float, bool]]] = {}
    for word in words_of(document, tmp_path):
        if re.fullmatch(r"\d\d\.\d\d–\d\d\.\d\d|\d{1,2}\.\d{1,2}\.", word.text):
            columns.setdefault((word.page, word.left > 297), []).append((word.top, "–" in word.text))
    assert len(columns) > document.pages
    assert not any(min(found)[1] for found in columns.values())


@pytest.mark.parametrize("languages", [(Language.FI,), (Language.SV, Language.EN)], ids="+".join)
def test_a_group_is_found_by_its_name_among_the_places(languages: tuple[Language, ...]) -> None:
    schedule = samples.schedule(*map(samples.group, range(24)))
    places = term_calendar(schedule, CalendarOptions(languages)).values["places"]
    names = [each["group"][0]["text"] for each in places]
    assert names == sorted(names, key=sort_key)
    assert len(names) == 24


@pytest.mark.parametrize("languages", [(Language.EN,), (Language.SV, Language.EN)], ids="+".join)
def test_the_day_a_meeting_was_moved_to_is_not_parted_from_its_word(
    typesetter: Typesetter, tmp_path: Path, languages: tuple[Language, ...]
) -> None:
    schedule = samples.schedule(*map(samples.group, range(24)))
    lines = text_of(typesetter.document(term_calendar(schedule, CalendarOptions(languages))), tmp_path, "-raw").splitlines()
    moved = [line for line in lines if "Moved to" in line]
    assert moved
    assert [line for line in moved if not re.search(r"Moved to \d+ [A-Z]", line)] == []


def with_activities(number: int = 0) -> Schedule:
    """One group, and two activities beside it."""
    alone = samples.schedule(samples.group(number))
    activities = (
        DatedMeeting(
            dt.date(2026, 9, 19), dt.time(12), 300, Localised("Miesten päivä Samppalinnassa"), place=SchedulePlace("Samppalinnan puisto")
        ),
        DatedMeeting(dt.date(2026, 11, 19), None, None, Localised("Kansainvälinen miestenpäivä")),
    )
    meetings = sorted((*alone.meetings, *activities), key=lambda meeting: meeting.day)
    return structs.replace(alone, meetings=tuple(meetings))


@pytest.mark.parametrize("languages", [(Language.FI,), (Language.EN,), (Language.FI, Language.SV)], ids="+".join)
def test_a_larger_sheet_has_larger_type_and_no_more_pages(typesetter: Typesetter, tmp_path: Path, languages: tuple[Language, ...]) -> None:
    small, large = (typesetter.document(term_calendar(with_activities(), CalendarOptions(languages, paper=paper))) for paper in Paper)
    assert (small.pages, large.pages) == (1, 1)
    assert smallest(large, tmp_path) >= smallest(small, tmp_path)
    times = [max(word.size for word in words_of(each, tmp_path) if word.text.startswith(("18.00", "18:00"))) for each in (small, large)]
    assert times[1] >= 1.2 * times[0]


@pytest.mark.parametrize(("number", "language"), [(1, Language.EN), (2, Language.FI), (5, Language.SV)])
def test_two_columns_on_a_page_are_about_as_high(typesetter: Typesetter, tmp_path: Path, number: int, language: Language) -> None:
    words = words_of(typesetter.document(term_calendar(with_activities(number), CalendarOptions((language,)))), tmp_path)
    left, right = (max(word.bottom for word in words if word.bottom < 770 and (word.left > 297) == far) for far in (False, True))
    assert abs(left - right) < 200


def test_a_term_without_anything_says_so(typesetter: Typesetter, tmp_path: Path) -> None:
    nothing = samples.schedule(meetings=(), term_days=())
    document = typesetter.document(term_calendar(nothing, CalendarOptions((Language.EN,))))
    assert (document.pages, document.layout) == (1, "page")
    assert "Nothing is planned in this term." in text_of(document, tmp_path)


def test_no_word_is_torn_where_smaller_type_holds_it(typesetter: Typesetter, tmp_path: Path) -> None:
    document = typesetter.document(term_calendar(with_activities(), CalendarOptions()))
    assert "Samppalinnassa" in [word.text for word in words_of(document, tmp_path)]


@pytest.mark.parametrize(
    ("count", "languages"), [(12, (Language.FI,)), (14, (Language.SV,)), (24, (Language.FI,)), (12, (Language.FI, Language.SV))]
)
def test_no_month_begins_with_a_single_day_at_the_foot(
    typesetter: Typesetter, tmp_path: Path, count: int, languages: tuple[Language, ...]
) -> None:
    document = typesetter.document(term_calendar(samples.schedule(*map(samples.group, range(count))), CalendarOptions(languages)))
    words = words_of(document, tmp_path)
    dates = [word for word in words if re.fullmatch(r"\d{1,2}\.\d{1,2}\.?", word.text)]
    months = [
        word
        for word in words
        if word.text in ("Syyskuu", "Lokakuu", "Marraskuu", "Joulukuu", "September", "Oktober", "November", "December")
    ]
    assert len(months) >= 4
    for month in months:
        below = [day for day in dates if (day.page, day.left > 297) == (month.page, month.left > 297) and day.top > month.top]
        assert len(below) > 1, month


@pytest.mark.parametrize("languages", [(Language.FI,), (Language.FI, Language.SV)], ids="+".join)
def test_many_meetings_a_day_leave_no_page_half_empty(typesetter: Typesetter, tmp_path: Path, languages: tuple[Language, ...]) -> None:
    document = typesetter.document(term_calendar(samples.schedule(*map(samples.group, range(60))), CalendarOptions(languages)))
    lowest = dict.fromkeys(range(1, document.pages), 0.0)
    for word in words_of(document, tmp_path):
        if word.page in lowest and word.bottom < 770:
            lowest[word.page] = max(lowest[word.page], word.bottom)
    assert {page: bottom for page, bottom in lowest.items() if bottom < 680} == {}


def test_a_break_of_one_group_names_it(typesetter: Typesetter, tmp_path: Path) -> None:
    schedule = samples.schedule(
        samples.group(0), samples.group(1), term_days=(TermDay(Span(dt.date(2026, 9, 1), dt.date(2026, 9, 9)), group=1),)
    )
    text = " ".join(text_of(typesetter.document(term_calendar(schedule, CalendarOptions(languages=(Language.EN,)))), tmp_path).split())
    assert "Fathers’ group: Break" in text


def test_private_and_sensitive_things_stay_off(typesetter: Typesetter, tmp_path: Path) -> None:
    place = SchedulePlace("Salainen paikka", "Salakatu 1")
    activities = (
        DatedMeeting(dt.date(2026, 9, 1), dt.time(18), 60, Localised("Avoin ilta"), place=place, sensitive=True),
        DatedMeeting(dt.date(2026, 9, 2), dt.time(18), 60, Localised("Oma palaveri"), public=False),
    )
    schedule = samples.schedule(samples.group(0, public=False), meetings=activities)
    document = typesetter.document(term_calendar(schedule, CalendarOptions()))
    text = text_of(document, tmp_path)
    assert "Avoin ilta" in text
    assert not any(hidden in text for hidden in ("Sala", "palaveri", "Isäryhmä"))
    assert [each.group for each in document.omissions if each.left_out] == [1]


def test_a_group_without_meetings_is_named_as_left_out() -> None:
    schedule = structs.replace(samples.schedule(samples.group(0)), meetings=())
    said = [each.said(Words(Language.EN)) for each in term_calendar(schedule, CalendarOptions()).omissions if each.left_out]
    assert said == ["Isäryhmä is left out: it has no meetings in this term."]


def english(schedule: Schedule, typesetter: Typesetter, folder: Path) -> str:
    return " ".join(text_of(typesetter.document(term_calendar(schedule, CalendarOptions((Language.EN,)))), folder).split())


def test_an_activity_of_several_days_says_all_of_them(typesetter: Typesetter, tmp_path: Path) -> None:
    days = Span(dt.date(2026, 9, 18), dt.date(2026, 9, 20))
    camp = DatedMeeting(days.first, dt.time(17), None, Localised("Isä-lapsileiri"), days=days)
    text = english(samples.schedule(samples.group(0), meetings=(camp,)), typesetter, tmp_path)
    assert "Isä-lapsileiri 18–20 September" in text.replace("\u00a0", " ")


def test_whom_all_groups_name_is_said_once_and_whom_one_names_beside_its_place(typesetter: Typesetter, tmp_path: Path) -> None:
    called = ScheduleContact("", "050 000 0001")
    alike = samples.schedule(samples.group(1, contact=called), samples.group(2, contact=called), contact=None)
    assert english(alike, typesetter, tmp_path).count("050 000 0001") == 1
    unlike = samples.schedule(samples.group(0), samples.group(1, contact=called), contact=None)
    text = english(unlike, typesetter, tmp_path)
    assert "050 000 0001" in text
    assert "Matti, ohjaaja 050 765 4321" in text


def test_activities_that_are_not_printed_whole_are_named() -> None:
    place = SchedulePlace("Salainen paikka")
    activities = (
        DatedMeeting(dt.date(2026, 9, 1), dt.time(18), 60, Localised("Eroilta"), place=place, sensitive=True),
        DatedMeeting(dt.date(2026, 9, 2), dt.time(18), 60, Localised("Oma palaveri"), public=False),
    )
    omissions = term_calendar(samples.schedule(meetings=activities), CalendarOptions()).omissions
    assert said_briefly(omissions, Words(Language.EN)) == [
        "Left out, because not public: Oma palaveri.",
        "Eroilta: the place is not printed, “call for the place” is.",
    ]


def test_what_a_swedish_calendar_says_in_finnish_is_named_before_it_is_printed() -> None:
    leave = TermDay(Span(dt.date(2026, 12, 22), dt.date(2026, 12, 31)), Localised("Joulutauko"))
    evening = DatedMeeting(dt.date(2026, 9, 1), dt.time(18), 60, Localised("Saunailta"))
    schedule = samples.schedule(meetings=(evening,), term_days=(leave,))
    message = "Saunailta and Joulutauko: printed as written, for activities and breaks have no translation in the book."
    assert said_briefly(term_calendar(schedule, CalendarOptions((Language.SV,))).omissions, Words(Language.EN)) == [message]
    assert said_briefly(term_calendar(schedule, CalendarOptions()).omissions, Words(Language.EN)) == []
