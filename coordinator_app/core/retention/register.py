"""What each stored column is for, on what ground it is kept, and when it goes. A column that is not here fails a test.

`docs/privacy/record-of-processing.md` says the same in sentences and is compared with this.
"""

from collections.abc import Iterator, Mapping
from enum import StrEnum

from msgspec import Struct


class Purpose(StrEnum):
    """What a column is for."""

    GROUPS = "keeping up groups and activities"
    REACHING = "reaching people who agreed to be reached, and people the work is done with"
    SUPPORT = "answering enquiries and supporting men"
    FIGURES = "figures for the central office and the funder"
    RIGHTS = "showing consent, and keeping a promise to forget"
    UNDO = "taking a mistake back"
    PROGRAM = "the program's own work"


class Basis(StrEnum):
    """The legal ground in the General Data Protection Regulation."""

    CONSENT = "explicit consent, Article 9(2)(a)"
    INTEREST = "legitimate interest, Article 6(1)(f)"
    BY_ROLE = "participants: explicit consent, Article 9(2)(a); others: legitimate interest, Article 6(1)(f)"
    DUTY = "legal obligation, Article 6(1)(c)"
    NONE = "no personal data"


class Keep(StrEnum):
    """When a column's content goes."""

    BY_ROLE = "participants 12 months after the last visit, others 24 months after the last task; or when asked"
    NAMES = "names become numbers 3 months after the receipt of the year's last summary"
    MATTERS = "names and notes go 3 months after the enquiry or talk"
    TASKS = "24 months after the last task; the number of minutes stays"
    IMAGES = "3 months or 100 steps, whichever is sooner"
    NOTES = "as long as the book; names do not belong in it, and are taken out when a person is forgotten"
    USE = "until it is used or answered; what speaks of a person goes with him"
    DRAFT = "until the record is made or the draft thrown away, 3 months at most; what speaks of a person goes with him"
    BOOK = "as long as the book"


class Row(Struct, frozen=True):
    """Columns of one table that are kept for the same purpose, on the same ground, for as long."""

    table: str
    columns: tuple[str, ...]
    purpose: Purpose
    basis: Basis
    keep: Keep


def _rows(table: str, *parts: tuple[str, Purpose, Basis, Keep]) -> Iterator[Row]:
    for columns, purpose, basis, keep in parts:
        yield Row(table, tuple(columns.split()), purpose, basis, keep)


def _of(purpose: Purpose, keep: Keep = Keep.BOOK, basis: Basis = Basis.NONE) -> tuple[Purpose, Basis, Keep]:
    return purpose, basis, keep


_PERSON = _of(Purpose.REACHING, Keep.BY_ROLE, Basis.BY_ROLE)
_PLACE = _of(Purpose.GROUPS, Keep.BY_ROLE, Basis.BY_ROLE)
_WORK = _of(Purpose.GROUPS)
_COUNT = _of(Purpose.FIGURES)
_MATTER = _of(Purpose.SUPPORT, Keep.MATTERS, Basis.CONSENT)
_ATTENDANCE = _of(Purpose.FIGURES, Keep.NAMES, Basis.CONSENT)
_TASK = _of(Purpose.FIGURES, Keep.TASKS, Basis.INTEREST)
_NOTE = _of(Purpose.GROUPS, Keep.NOTES, Basis.INTEREST)
_PROGRAM = _of(Purpose.PROGRAM)
_UNFINISHED = _of(Purpose.PROGRAM, Keep.DRAFT, Basis.INTEREST)
_USED = _of(Purpose.PROGRAM, Keep.USE, Basis.INTEREST)

_PARTS: Mapping[str, tuple[tuple[str, tuple[Purpose, Basis, Keep]], ...]] = {
    "activity": (
        ("kind service series_id organiser held_on until starts minutes place_id mode public state reason sector client_id", _WORK),
        ("headcount newcomers remote children women leaders enrolled completed completed_on reach", _COUNT),
        ("name theme note", _NOTE),
    ),
    "activity_organisation": (("activity_id organisation_id", _WORK),),
    "activity_person": (("activity_id person_id", _TASK),),
    "attendance": (("meeting_id person_id newcomer remote", _ATTENDANCE),),
    "check_answer": (("period rule of choice", _COUNT), ("text", _NOTE)),
    "consent": (("person_id purpose given_on way withdrawn_on", _of(Purpose.RIGHTS, Keep.BY_ROLE, Basis.DUTY)),),
    "contact": (("person_id kind value normal label rank", _PERSON), ("organisation_id", _of(Purpose.REACHING))),
    "draft": (("screen typed", _UNFINISHED),),
    "enquiry": (("on service channel", _COUNT), ("person_id note", _MATTER)),
    "feedback_tally": (("on question service group_id activity_id asked answers agree", _COUNT),),
    "grp": (
        ("name name_sv name_en sort_key service names_kept public hide_place web label started ended", _WORK),
        ("contact_id public_contact public_phone public_email", _of(Purpose.REACHING, Keep.BY_ROLE, Basis.INTEREST)),
        ("note", _NOTE),
    ),
    "hanging": (("printed_id place sort_key since", _WORK),),
    "picture": (("name svg", _WORK),),
    "history_entry": (("at command subject undoes open", _of(Purpose.UNDO)),),
    "history_row": (("entry tab row op before", _of(Purpose.UNDO, Keep.IMAGES, Basis.INTEREST)),),
    "imported": (("kind row source source_id said", _PERSON),),
    "kept_count": (("period indicator services whole number", _COUNT),),
    "meeting": (
        ("group_id slot_id planned_on held_on starts minutes place_id mode service state reason content by_hand", _WORK),
        ("headcount newcomers remote children counsellors forgotten", _COUNT),
        ("note", _NOTE),
    ),
    "meeting_counsellor": (("meeting_id person_id", _TASK),),
    "member": (("group_id person_id role since until", _PLACE),),
    "merged_person": (("person_id was uid", _of(Purpose.RIGHTS, Keep.BY_ROLE, Basis.DUTY)),),
    "not_same": (("person_id other_id", _PERSON),),
    "office_key": (("office_id fingerprint public enrolled", _PROGRAM),),
    "organisation": (("name sort_key kind address web ended", _of(Purpose.REACHING)), ("note", _NOTE)),
    "pause": (("group_id first last", _WORK), ("why", _NOTE)),
    "person": (
        ("uid name given family sort_key organisation_id title address web language added_on", _PERSON),
        ("note", _PERSON),
        ("extract_checked_on", _of(Purpose.GROUPS, Keep.BY_ROLE, Basis.INTEREST)),
    ),
    "place": (("name sort_key address", _WORK), ("note", _NOTE)),
    "preference": (("name value", _USED),),
    "printed": (("code document options first last on", _WORK),),
    "put_off": (("card until", _PROGRAM),),
    "quarter": (("period nothing_to_report", _COUNT), ("went_well hard wishes", _NOTE)),
    "referral": (("on service enquiry_id talk_id organisation_id", _COUNT),),
    "review_answer": (("kind person_id reason until", _of(Purpose.RIGHTS, Keep.BY_ROLE, Basis.DUTY)),),
    "role": (("person_id role since until", _PERSON),),
    "sampled_month": (("service month", _COUNT),),
    "sent_summary": (("period revision kind file_id sha256 sealed created file_name payload file", _COUNT),),
    "series": (("name kind", _WORK),),
    "setting": (("name value", _of(Purpose.PROGRAM, Keep.BOOK, Basis.INTEREST)),),
    "signing_key": (("epoch private created", _PROGRAM),),
    "slot": (("group_id rule weekday interval nth starts minutes place_id mode link skip_holidays valid_from valid_until", _WORK),),
    "slot_date": (("slot_id on", _WORK),),
    "stated_figure": (("period indicator of value basis", _COUNT),),
    "support_talk": (("on service minutes enquiry_id forgotten", _COUNT), ("person_id note", _MATTER)),
    "taken_in": (("kind version sha256 at file", _COUNT),),
    "volunteer_hours": (("on service task minutes group_id activity_id", _COUNT), ("person_id", _TASK)),
}

REGISTER: tuple[Row, ...] = tuple(
    row for table, parts in _PARTS.items() for row in _rows(table, *((columns, *why) for columns, why in parts))
)


def columns() -> frozenset[tuple[str, str]]:
    """Every registered (table, column); the number of a row, `id`, goes with its row and is not listed."""
    return frozenset((row.table, column) for row in REGISTER for column in row.columns)
