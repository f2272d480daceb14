"""The letters: the erasure receipt, what a person may read of himself, and their three languages."""

import datetime as dt
from pathlib import Path

import pytest

from coordinator_app.core import catalogue
from coordinator_app.core.hand_over import GroupFacts, HandOver, OpenMatters
from coordinator_app.core.kinds import ConsentPurpose, ConsentWay, ContactKind, HoursTask, MemberRole, PersonRole
from coordinator_app.core.own_data import Begun, Matter, OwnData, Spoken, Work
from coordinator_app.core.people import ConsentRow, ContactRow, Occasion, PersonDetail, PersonGroup, RoleRow
from coordinator_app.core.periods import Period
from coordinator_app.i18n import Language
from coordinator_app.printing.erasure_receipt import ErasureReceipt, erasure_receipt
from coordinator_app.printing.hand_over_letter import HandOverLetter, hand_over_letter
from coordinator_app.printing.own_data import OwnPaper, own_letter, own_text
from coordinator_app.printing.typst import Manuscript, Typesetter
from tests.printing.reading import assert_sound, missing, outside, squeezed, text_of

DAY = dt.date(2026, 10, 20)
RECEIPT = ErasureReceipt(
    "Miesten Tuki ry", "Jyväskylän maalaiskunnan ja Äänekosken seutukunta", DAY, "Aimo Österberg-Hämäläinen, 040 123 4567"
)
WHO = PersonDetail(
    id=1,
    uid="u",
    name="Matti Meikäläinen",
    given="Matti",
    family="Meikäläinen",
    organisation=None,
    organisation_name=None,
    title=None,
    address="Hämeenkatu 1 A 12, 20500 Turku",
    web=None,
    language="fi",
    note="Puhuttiin työstä. ■■■ auttaa muutossa. " * 4,
    extract_checked_on=None,
    added_on=dt.date(2024, 3, 1),
    contacts=(ContactRow(1, ContactKind.PHONE, "040 123 4567", "+358401234567", None),),
    roles=(RoleRow(PersonRole.PARTICIPANT, dt.date(2024, 3, 1), None),),
    groups=(PersonGroup(1, 1, "Tiistairyhmä", MemberRole.MEMBER, dt.date(2024, 3, 1), None, DAY),),
    consents=(ConsentRow(ConsentPurpose.NAME_IN_GROUP, dt.date(2024, 3, 1), ConsentWay.SPOKEN, DAY),),
)
DATA = OwnData(
    detail=WHO,
    occasions=tuple(
        Occasion(n, 1, "Tiistairyhmä", DAY - dt.timedelta(days=7 * n), counsellor=n == 3, newcomer=False) for n in range(90, 0, -1)
    ),
    activities=(("Saunailta", DAY),),
    matters=(Matter(DAY, "divorce", None, "huoli lapsista"), Matter(DAY, "divorce", 45, None)),
    work=(Work(DAY, HoursTask.RUNNING, 90),),
    elsewhere=(Spoken("Tiistairyhmä", DAY, "Matti Meikäläinen puhui, ■■■ kuunteli."),),
    unfinished=(Begun(DAY, "soita Matti Meikäläiselle"), Begun(DAY, "")),
)


PAPER = OwnPaper("Miesten Tuki ry", "Turku", DAY, catalogue.shipped())


def told_of(many: int) -> list[GroupFacts]:
    return [
        GroupFacts(f"Vertaisryhmä Väinämöinen {n}", "joka toinen tiistai klo 18.00–20.00", "Kirjasto", ("Esko Virta, 040 765 4321",))
        for n in range(many)
    ]


def handed_over(many: int) -> HandOverLetter:
    """A letter of that many groups and open matters of each kind."""
    matters = OpenMatters(many, tuple(Period(2026, quarter) for quarter in range(1, 4)[:many]), ("Kirjasto, ilmoitustaulu",)[:many], many)
    facts = HandOver(tuple(told_of(many)), matters)
    return HandOverLetter("Miesten Tuki ry", "Turku", DAY, "Aimo Österberg", "turku_2026-10-20.handover.age", facts)


def sound(typesetter: Typesetter, manuscript: Manuscript, folder: Path) -> str:
    document = typesetter.document(manuscript)
    assert_sound(document, folder)
    assert outside(document, folder) == []
    assert document.omissions == ()
    return text_of(document, folder)


@pytest.mark.parametrize("language", list(Language))
def test_the_receipt_says_what_cannot_be_reached_and_whom_to_ask(typesetter: Typesetter, tmp_path: Path, language: Language) -> None:
    text = sound(typesetter, erasure_receipt(RECEIPT, language), tmp_path)
    assert missing([RECEIPT.association, RECEIPT.locality, RECEIPT.contact, "12", "tietosuoja.fi"], text) == []


@pytest.mark.parametrize("language", list(Language))
def test_everything_about_a_person_is_on_paper_and_in_the_text(typesetter: Typesetter, tmp_path: Path, language: Language) -> None:
    wanted = ["Matti Meikäläinen", "040 123 4567", "Hämeenkatu 1 A 12", "Saunailta", "huoli lapsista", "kuunteli", "■■■"]
    assert missing(wanted, sound(typesetter, own_letter(DATA, PAPER, language), tmp_path)) == []
    text = own_text(DATA, PAPER, language)
    assert missing(wanted, text) == []
    assert squeezed(text).count("Tiistairyhmä") == 92


@pytest.mark.parametrize("language", list(Language))
@pytest.mark.parametrize("many", [0, 1, 40])
def test_the_hand_over_letter_names_every_group_and_all_that_is_open(
    typesetter: Typesetter, tmp_path: Path, language: Language, many: int
) -> None:
    said = handed_over(many)
    text = sound(typesetter, hand_over_letter(said, language), tmp_path)
    wanted = [
        said.file,
        said.contact,
        *(name for each in told_of(many) for name in (each.name, *(each.runs or ()))),
        *said.facts.open.posters,
    ]
    assert missing(wanted, text) == []


@pytest.mark.parametrize("many", [1, 12, 40, 60])
def test_no_number_is_torn_and_no_last_point_stands_alone(typesetter: Typesetter, tmp_path: Path, many: int) -> None:
    document = typesetter.document(hand_over_letter(handed_over(many), Language.FI))
    pages = text_of(document, tmp_path, "-layout").split("\f")[:-1]
    assert sum("765\u00a04321" in page or "765 4321" in page for page in pages) == sum("Väinämöinen" in page for page in pages)
    assert [page for page in pages[1:] if page.lstrip().startswith("•")] == []
