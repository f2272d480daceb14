"""Contact files: every card a person, every letter right, whoever wrote the file."""

import pytest
import vobject
from hypothesis import given
from hypothesis import strategies as st

from coordinator_app.core.errors import BadFile
from coordinator_app.core.importing import FoundPerson
from coordinator_app.core.kinds import ContactKind, PersonRole
from coordinator_app.core.texts import lines, one_line
from coordinator_app.exchange.reading import read_bytes
from tests.exchange.cards import card, escaped, folded, quoted, soft

texts = st.text(
    st.characters(codec="utf-8", exclude_categories=("Cc", "Cs", "Co", "Cn", "Cf", "Zl", "Zp")), min_size=1, max_size=200
).filter(lambda text: bool(text.strip()))


def people(text: str | bytes) -> tuple[FoundPerson, ...]:
    return read_bytes(text.encode() if isinstance(text, str) else text, "kortit.vcf").people


@given(texts, st.integers(6, 90))
def test_a_name_survives_quoted_printable(name: str, width: int) -> None:
    (one,) = people(card(quoted("FN", name, width), quoted("N", name, width) + ";;;;", version="2.1"))
    assert one.name == one_line(name)


@given(texts)
def test_a_note_survives_pythons_quoted_printable(note: str) -> None:
    (one,) = people(card("FN:Matti", f"NOTE;ENCODING=QUOTED-PRINTABLE:{soft(note)}", "TEL:0401234567", version="2.1"))
    assert one.note == lines(note.replace("\\", "")) or "\\" in note
    assert [each.value for each in one.contacts] == ["0401234567"]


@given(texts, texts, st.integers(10, 75))
def test_a_name_and_note_survive_folding(name: str, note: str, width: int) -> None:
    (one,) = people(card(folded(f"FN:{escaped(name)}", width), folded(f"NOTE:{escaped(note)}", width), "TEL:0401234567"))
    assert (one.name, one.note) == (one_line(name), lines(note))
    assert [each.value for each in one.contacts] == ["0401234567"]


@given(texts, texts, st.integers(0, 10**9))
def test_what_another_program_writes_is_read(name: str, note: str, number: int) -> None:
    made = vobject.vCard()
    made.add("n").value = vobject.vcard.Name(given=name)
    made.add("fn").value = name
    made.add("note").value = note
    made.add("tel").value = f"040{number}"
    (one,) = people(made.serialize())
    assert (one.name, one.note, one.contacts[0].value) == (one_line(name), lines(note), f"040{number}")


@given(st.binary(max_size=400))
def test_no_card_is_lost_over_what_stands_in_another(junk: bytes) -> None:
    good = card("FN:Teppo Mäkinen", "TEL:0407654321").encode()
    noise = b"BEGIN:VCARD\r\nVERSION:2.1\r\nFN:X\r\n" + junk.replace(b"\0", b"") + b"\r\nEND:VCARD\r\n"
    found = read_bytes(b"BEGIN:VCARD\r\nFN:A\r\nEND:VCARD\r\n" + noise + good, "kortit.vcf")
    assert "0407654321" in {each.value for one in found.people for each in one.contacts}


def test_every_field_is_read() -> None:
    (one,) = people(
        card(
            "FN:Matti Meikäläinen",
            "N:Meikäläinen;Matti;Juhani,Olavi;;",
            "UID:urn:uuid:1",
            "TEL;TYPE=HOME:02 123 4567",
            "TEL;TYPE=CELL,PREF:040 123 4567",
            "item1.TEL:050 123 4567",
            "item1.X-ABLabel:_$!<AssistantPhone>!$_",
            "EMAIL:matti@example.fi",
            "ORG:Turun kaupunki;Sosiaalitoimi",
            "TITLE:Työntekijä",
            "ADR:;;Linnankatu 1;Turku;;20100;Suomi",
            "URL:https://example.fi",
            "CATEGORIES:Ohjaajat,Ystävät",
            "NOTE:eka\\ntoka\\, kolmas",
        )
    )
    assert (one.given, one.family, one.organisation, one.title, one.source_id) == (
        "Matti",
        "Meikäläinen",
        "Turun kaupunki",
        "Työntekijä",
        "urn:uuid:1",
    )
    assert [(each.value, each.label) for each in one.contacts] == [
        ("040 123 4567", "cell"),
        ("02 123 4567", "home"),
        ("050 123 4567", "AssistantPhone"),
        ("matti@example.fi", None),
    ]
    assert one.address == "Linnankatu 1\n20100 Turku\nSuomi"
    assert (one.note, one.roles) == ("eka\ntoka, kolmas", (PersonRole.COUNSELLOR,))


def test_version_four_writes_numbers_as_addresses() -> None:
    (one,) = people(
        card("FN:Åke Ö", 'TEL;VALUE=uri;TYPE="voice,cell":tel:+358-40-1234567;ext=5', "EMAIL:mailto:ake@example.fi", version="4.0")
    )
    assert [(each.kind, each.value) for each in one.contacts] == [
        (ContactKind.PHONE, "+358-40-1234567"),
        (ContactKind.EMAIL, "ake@example.fi"),
    ]


@pytest.mark.parametrize("ending", ["\r\n", "\n", "\r"])
@pytest.mark.parametrize("codec", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
def test_every_ending_and_encoding_is_read(ending: str, codec: str) -> None:
    found = read_bytes(card("FN:Åke Mäkelä").replace("\r\n", ending).encode(codec), "k.vcf")
    assert [one.name for one in found.people] == ["Åke Mäkelä"]
    assert found.guesses[0].answer == {"utf-8": "UTF-8", "utf-8-sig": "UTF-8", "utf-16": "UTF-16", "cp1252": "Windows-1252"}[codec]


def test_pictures_are_dropped_however_they_are_written() -> None:
    base64 = "\r\n".join([" " + "QUJD" * 18] * 50)
    bare = "\r\n".join(["QUJD" * 18] * 50)
    text = (
        card("FN:Eka", f"PHOTO;ENCODING=BASE64;JPEG:QUJD\r\n{base64}\r\n", "TEL:1", version="2.1")
        + card("FN:Toka", f"PHOTO;ENCODING=b;TYPE=JPEG:\r\n{bare}\r\n", "TEL:2")
        + card("FN:Kolmas", "AGENT:\r\nBEGIN:VCARD\r\nFN:Sihteeri\r\nTEL:9\r\nEND:VCARD", "TEL:3", version="2.1")
    )
    assert [(one.name, [each.value for each in one.contacts]) for one in people(text)] == [
        ("Eka", ["1"]),
        ("Toka", ["2"]),
        ("Kolmas", ["3"]),
    ]


def test_cards_without_a_name_an_end_or_anything() -> None:
    text = card("EMAIL:a@example.fi") + card("TEL:0401234567") + card("ORG:Turun Sanomat;Toimitus", "TEL:02 1") + card("BDAY:1970-01-01")
    text += "BEGIN:VCARD\r\nFN:Kesken\r\n" + card("FN:Loppu").removesuffix("END:VCARD\r\n")
    found = read_bytes(text.encode(), "k.vcf")
    assert [one.name for one in found.people] == ["a@example.fi", "0401234567", "Kesken", "Loppu"]
    assert [one.name for one in found.organisations] == ["Turun Sanomat"]
    assert [each.where for each in found.unread] == ["4"]
    assert all(one.remarks for one in found.people[2:])


def test_an_old_card_in_the_old_code_page() -> None:
    (one,) = people(b"BEGIN:VCARD\r\nVERSION:2.1\r\nN;CHARSET=ISO-8859-1;ENCODING=QUOTED-PRINTABLE:M=E4kel=E4;=C5ke\r\nEND:VCARD")
    assert (one.name, one.given, one.family) == ("Åke Mäkelä", "Åke", "Mäkelä")


def test_a_file_that_only_begins_like_one_is_refused() -> None:
    with pytest.raises(BadFile):
        read_bytes(b"BEGIN:VCARDS\r\nFN:x", "k.vcf")
