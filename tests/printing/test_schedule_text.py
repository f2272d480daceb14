"""The schedule as plain text."""

from pathlib import Path

from coordinator_app.core.schedule import ScheduleContact
from coordinator_app.i18n import Language
from coordinator_app.printing.poster import PosterOptions, poster
from coordinator_app.printing.schedule_text import schedule_text
from coordinator_app.printing.selection import Choice
from coordinator_app.printing.term_calendar import CalendarOptions, term_calendar
from coordinator_app.printing.typst import Typesetter
from tests.printing import samples
from tests.printing.reading import squeezed, text_of


def test_the_text_reads_as_a_newspaper_prints_it() -> None:
    schedule = samples.schedule(samples.group(0), samples.group(2))
    assert schedule_text(schedule, Choice(languages=(Language.EN,))).text == (
        "Peer groups for men – Turku – Miesten Tuki ry\n\n"
        "MONDAY\n"
        "18:00–19:30 Fathers’ group, Kohtaamispaikka Happihuone, Aurakatu 12, 2. krs, Matti, ohjaaja 050 765 4321\n\n"
        "TUESDAY\n"
        "10:00–11:30 Men’s talking circle, Runosmäen monitoimitalo, Piiparinpolku 19\n\n"
        "No meetings 12–18 October\n"
        "More information: Yhdysmies Pekka 040 123 4567 turku@miestenryhmat.example\n"
        "https://miestenryhmat.example/turku\n"
        "Updated 10 August 2026\n"
        "Valid until 31 December 2026\n"
    )


def test_a_number_that_all_groups_name_is_said_once_below() -> None:
    called = ScheduleContact("", "050 000 0001")
    schedule = samples.schedule(samples.group(1, contact=called), samples.group(2, contact=called), contact=None)
    made = schedule_text(schedule, Choice((Language.EN,))).text
    assert made.count("050 000 0001") == 1
    assert "More information: 050 000 0001\n" in made


def test_of_one_group_the_heading_speaks_of_one_and_its_own_address_is_given() -> None:
    made = schedule_text(samples.schedule(samples.group(1, web="https://isat.example")), Choice((Language.EN,))).text
    assert made.startswith("Peer group for men – Turku")
    assert "https://isat.example" in made


def test_every_group_is_in_the_text_or_left_out() -> None:
    groups = [samples.group(number, public=number % 5 > 0) for number in range(123)]
    made = schedule_text(samples.schedule(*groups), Choice())
    left_out = {each.group for each in made.omissions if each.left_out}
    assert left_out == {group.id for group in groups if not group.public}
    assert all(f" {group.name.own}, " in made.text for group in groups if group.public)


def test_a_practice_book_says_so_on_its_papers(typesetter: Typesetter, tmp_path: Path) -> None:
    practice = samples.schedule(samples.group(1), practice=True)
    assert "nothing here is real" in schedule_text(practice, Choice((Language.EN,))).text
    for manuscript in (poster(practice, PosterOptions((Language.EN,))), term_calendar(practice, CalendarOptions((Language.EN,)))):
        assert squeezed("nothing here is real") in squeezed(text_of(typesetter.document(manuscript), tmp_path))
