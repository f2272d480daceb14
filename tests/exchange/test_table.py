"""Tables of groups, people and headcounts, whatever program wrote them."""

import datetime as dt
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coordinator_app.core import importing
from coordinator_app.core.errors import BadFile
from coordinator_app.core.importing import Found, Subject
from coordinator_app.core.kinds import Mode, OrganisationKind, PersonRole, Rule
from coordinator_app.exchange.reading import read_bytes
from coordinator_app.i18n import Language, Words
from tests.exchange.workbooks import ods, xlsx


def read(text: str, codec: str = "utf-8", what: Subject | None = None) -> Found:
    return read_bytes(text.encode(codec), "taulu.csv", what=what)


def told(found: Found) -> dict[str, str]:
    return {guess.what: importing.told(guess.answer, Words(Language.EN)) for guess in found.guesses}


@pytest.mark.parametrize("codec", ["utf-8", "utf-8-sig", "cp1252", "utf-16"])
@pytest.mark.parametrize(("sign", "called"), [(";", "semicolon"), (",", "comma"), ("\t", "tab"), ("|", "upright line")])
def test_people_in_every_encoding_and_with_every_separator(sign: str, called: str, codec: str) -> None:
    rows = [
        "Etunimi|Sukunimi|Puhelin|Sähköposti|Rooli|Kengännumero",
        "Väinö|Öhman|040 123 4567|vaino@example.fi|ohjaaja|43",
        "Åke||||osallistuja|44",
    ]
    found = read("\r\n".join(rows).replace("|", sign), codec)
    assert [(one.name, one.given, one.family, one.roles) for one in found.people] == [
        ("Väinö Öhman", "Väinö", "Öhman", (PersonRole.COUNSELLOR,)),
        ("Åke", "Åke", None, (PersonRole.PARTICIPANT,)),
    ]
    assert [each.value for each in found.people[0].contacts] == ["040 123 4567", "vaino@example.fi"]
    assert told(found)["Column separator"] == called
    assert [each.header for each in found.columns if each.meaning is None] == ["Kengännumero"]
    assert found.columns[0].first == "Väinö"


@pytest.mark.parametrize("heading", ["Päivä", "Pvm"])
@pytest.mark.parametrize("how_many", ["Osallistujia", "Osallistujamäärä"])
def test_headcounts_one_to_a_row_with_the_day_first(heading: str, how_many: str) -> None:
    found = read(f"{heading};Ryhmä;{how_many}\n6.10.2026;Isät;9\n13.10.2026;Isät;0\n7.10.2026;Saunaryhmä;7\n8.10.2026;Saunaryhmä;viisi\n")
    assert told(found)["The heading is on row"] == "1"
    assert [(one.group, one.on, one.headcount) for one in found.attendances] == [
        ("Isät", dt.date(2026, 10, 6), 9),
        ("Isät", dt.date(2026, 10, 13), 0),
        ("Saunaryhmä", dt.date(2026, 10, 7), 7),
    ]
    assert [each.where for each in found.unread] == ["5"]


GROUPS = [
    ["Ryhmä", "Viikonpäivä", "Klo", "Päättyy", "Paikka", "Osoite", "Tapa", "Huom", "Palvelu"],
    ["Isät", "tiistaisin", "18.00", "19.30", "Seurakuntatalo", "Linnankatu 1", "lähi", "ovi auki", "Isyyden Tueksi"],
    ["Isät", "to", "klo 10", "", "Kirjasto", "", "etä", "", ""],
    ["Saunaryhmä", "joka toinen ke", "18-20", "", "", "", "hybridi", "", "puutarha"],
    ["Kuun eka", "kuukauden 1. ma", "17:30", "", "", "", "", "", ""],
    ["Ilman aikaa", "", "", "", "", "", "", "", ""],
]


@pytest.mark.parametrize("data", [xlsx(GROUPS), xlsx(GROUPS, before=2), ods(GROUPS), "\n".join(map(";".join, GROUPS)).encode("cp1252")])
def test_groups_from_every_kind_of_table(data: bytes) -> None:
    found = read_bytes(data, "ryhmat")
    fathers, sauna, first, without = found.groups
    assert (fathers.service, fathers.note, fathers.where) == ("fatherhood", "ovi auki", "2, 3")
    assert [(slot.weekday, slot.starts, slot.minutes, slot.place, slot.mode) for slot in fathers.slots] == [
        (1, dt.time(18), 90, "Seurakuntatalo", Mode.IN_PERSON),
        (3, dt.time(10), 90, "Kirjasto", Mode.REMOTE),
    ]
    assert fathers.slots[0].address == "Linnankatu 1"
    assert (sauna.slots[0].rule, sauna.slots[0].interval, sauna.slots[0].minutes, sauna.slots[0].mode) == (
        Rule.EVERY_N_WEEKS,
        2,
        120,
        Mode.HYBRID,
    )
    assert (first.slots[0].rule, first.slots[0].nth, first.slots[0].starts) == (Rule.MONTHLY, 1, dt.time(17, 30))
    assert (without.slots, len(without.remarks), len(sauna.remarks)) == ((), 1, 2)


def test_a_contact_is_public_and_a_counsellor_is_not_taken_for_one() -> None:
    found = read("Ryhmä;Viikonpäivä;Klo;Yhteyshenkilö;Puhelin;Ohjaaja\nIsät;ti;18-19;Matti;040 1;Teppo")
    (group,) = found.groups
    assert (group.contact, group.phone, len(group.remarks)) == ("Matti", "040 1", 1)
    assert [each.header for each in found.columns if each.meaning is None] == ["Ohjaaja"]


def test_real_times_of_a_spreadsheet() -> None:
    found = read_bytes(xlsx([["Group", "Day", "Time", "Duration"], ["Fathers", "Tuesday", dt.time(18), "1,5"]]), "g.xlsx")
    assert [(slot.starts, slot.minutes) for slot in found.groups[0].slots] == [(dt.time(18), 90)]


@pytest.mark.parametrize(
    ("written", "form"),
    [
        ("6.10.2026", "day.month.year"),
        ("06.10.26", "day.month.year"),
        ("ti 6.10.2026", "day.month.year"),
        ("2026-10-06", "year-month-day"),
        ("6/10/2026", "day/month/year"),
    ],
)
@pytest.mark.parametrize("count", ["9", "9,0", "9.0"])
def test_headcounts_with_every_form_of_date(written: str, form: str, count: str) -> None:
    found = read(
        f"Pvm;Ryhmä;Osallistujia;Uusia\n13.10.2026;Isät;;\n{written};Isät;{count};1\n{written};;4;\nhuomenna;Isät;3;\n{written};Isät;peruttu;"
    )
    (one,) = found.attendances
    assert (one.on, one.group, one.headcount, one.newcomers) == (dt.date(2026, 10, 6), "Isät", 9, 1)
    assert [each.where for each in found.unread] == ["2", "4", "5", "6"]
    assert told(found)["Dates"] in (form, "day.month.year")


def test_american_dates_are_known_by_a_day_above_twelve() -> None:
    found = read("Date,Group,Headcount\n10/6/2026,A,9\n10/13/2026,A,8")
    assert [each.on for each in found.attendances] == [dt.date(2026, 10, 6), dt.date(2026, 10, 13)]
    assert told(found)["Dates"] == "month/day/year"


DAYS = [dt.date(2026, 10, 6), dt.date(2026, 10, 13)]
GRID: list[list[Any]] = [["Ryhmä", *DAYS, "Yhteensä"], ["Isät", 9, 0, 9], ["Sauna", None, 12, 12], ["Yhteensä", 9, 12, 21]]


@pytest.mark.parametrize("data", [xlsx(GRID), ods(GRID), xlsx([["Läsnäolot 2026"], *map(list, zip(*GRID, strict=True))])])
def test_a_grid_of_headcounts_either_way_round(data: bytes) -> None:
    found = read_bytes(data, "lasna")
    assert sorted((each.group, each.on, each.headcount) for each in found.attendances) == [
        ("Isät", DAYS[0], 9),
        ("Isät", DAYS[1], 0),
        ("Sauna", DAYS[1], 12),
    ]
    assert found.unread == ()


def test_organisations_have_a_kind() -> None:
    found = read("Nimi;Laji;Puhelin;Postinumero;Postitoimipaikka\nÅbo Underrättelser;media;02 1;20100;Turku")
    (one,) = found.organisations
    assert (one.name, one.kind, one.address) == ("Åbo Underrättelser", OrganisationKind.MEDIA, "20100 Turku")


def test_several_numbers_and_a_title_above_the_heading() -> None:
    found = read(
        'Jäsenet;;\n;;\nNimi;Puhelin;Puhelin 2;Sähköposti\n"Virtanen, Matti";040 1, 040 2;0501;a@x.fi;b@x.fi\n', what=Subject.PERSON
    )
    (one,) = found.people
    assert [each.value for each in one.contacts] == ["040 1", "040 2", "0501", "a@x.fi"]
    assert told(found)["The heading is on row"] == "3"


@pytest.mark.parametrize("name", ["<img src=x>", '=cmd|"/c calc"!A1', "+358", "@sum", "Robert'); DROP TABLE person;--"])
def test_names_stay_text(name: str) -> None:
    quoted = name.replace('"', '""')
    assert read(f'Nimi;Puhelin\n"{quoted}";1').people[0].name == name
    assert read_bytes(xlsx([["Nimi", "Puhelin"], ["x" if name.startswith("=") else name, "1"]]), "n.xlsx").people


@given(
    st.lists(st.tuples(st.from_regex(r"[A-Za-zÅÄÖåäö]{1,12}", fullmatch=True), st.integers(0, 10**9)), min_size=1, max_size=20),
    st.sampled_from(";,\t|"),
    st.sampled_from(["utf-8", "utf-8-sig", "cp1252", "utf-16"]),
    st.sampled_from(["\r\n", "\n"]),
)
def test_a_written_table_is_read_back(rows: list[tuple[str, int]], sign: str, codec: str, ending: str) -> None:
    text = ending.join([sign.join(("Nimi", "Puhelin")), *(sign.join((name, f"04{number}")) for name, number in rows)])
    found = read(text, codec)
    assert [(one.name, one.contacts[0].value) for one in found.people] == [(name, f"04{number}") for name, number in rows]


@given(st.binary(max_size=300))
def test_any_bytes_are_read_or_refused_in_a_sentence(data: bytes) -> None:
    try:
        read_bytes(data, "jokin.csv")
    except BadFile as wrong:
        assert "jokin.csv" in str(wrong)


@pytest.mark.parametrize("rows", [[["x", "y"], ["1", "2"]], [], [[None]]])
def test_a_table_without_a_known_heading_is_refused(rows: list[list[Any]]) -> None:
    for data in (xlsx(rows), ods(rows)):
        with pytest.raises(BadFile, match=r"t\.x"):
            read_bytes(data, "t.x")
