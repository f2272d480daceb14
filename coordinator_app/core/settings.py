"""What a book knows of itself: whose it is, since when it keeps records, and how it speaks on paper."""

import datetime as dt
import re
from collections.abc import Callable, Mapping
from typing import Any

from msgspec import Struct, structs
from sqlalchemy import delete, select
from sqlalchemy.dialects.sqlite import insert
from sqlalchemy.orm import Session

from coordinator_app.core.errors import Refused
from coordinator_app.core.kinds import ReporterType
from coordinator_app.core.model import Preference, Setting
from coordinator_app.core.periods import TermRule
from coordinator_app.core.texts import one_line
from coordinator_app.i18n import N_, Language, Words

_CODE = re.compile(r"[a-z][a-z0-9-]{0,39}", re.ASCII)
_USUAL_TERMS = TermRule()


class BookSettings(Struct, frozen=True, kw_only=True):
    """The settings of a book, all of them.

    `locality_code` is the reporter's code in file names and summaries, `locality_name` what is printed. Nothing is due before
    `records_begin`. `languages` are those of the book's papers, the main one first. `practice` marks a book of made-up life.
    The office's values come with its update file. `association` is the name on the papers, where it is not the office's.
    """

    book_id: str
    locality_code: str
    locality_name: str
    records_begin: dt.date
    reporter_type: ReporterType = ReporterType.LOCALITY
    practice: bool = False
    languages: tuple[Language, ...] = (Language.FI,)
    term_rule: TermRule = _USUAL_TERMS
    contact_name: str = ""
    contact_phone: str = ""
    contact_email: str = ""
    web: str = ""
    association: str = ""
    office_id: str = ""
    office_name: str = ""

    def __post_init__(self) -> None:
        if not _CODE.fullmatch(self.locality_code):
            raise Refused(
                N_("“{code}” cannot be the code of a locality. Use small letters a to z, digits and hyphens, as in turku."),
                code=self.locality_code,
            )
        if not self.locality_name.strip():
            raise Refused(N_("The locality needs a name."))
        if not self.languages:
            raise Refused(N_("A book’s papers need at least one language."))

    @property
    def issuer(self) -> str:
        """The association's name as papers carry it."""
        return self.association or self.office_name

    @property
    def language(self) -> Language:
        """The main language of the book's papers."""
        return self.languages[0]


_NAMES = BookSettings.__struct_fields__


def _same(value: Any) -> Any:
    return value


# How the values that JSON does not know are kept, and read again.
_KEPT: Mapping[str, tuple[Callable[[Any], Any], Callable[[Any], Any]]] = {
    "records_begin": (dt.date.isoformat, dt.date.fromisoformat),
    "reporter_type": (str, ReporterType),
    "languages": (list, lambda codes: tuple(Language(code) for code in codes)),
    "term_rule": (
        lambda rule: [list(rule.spring), list(rule.autumn)],
        lambda kept: TermRule((kept[0][0], kept[0][1]), (kept[1][0], kept[1][1])),
    ),
}


def locality_said(name: str, words: Words, *, practice: bool) -> str:
    """A locality's name as what leaves the program says it; that of a practice book says that nothing of it is real."""
    return words("{locality} – practice, nothing here is real", locality=name) if practice else name


def read(session: Session) -> BookSettings:
    """The settings as they are."""
    kept = {name: value for name, value in session.execute(select(Setting.name, Setting.value))}  # noqa: C416 - a Row is no pair
    return BookSettings(**{name: _KEPT.get(name, (_same, _same))[1](kept[name]) for name in _NAMES if name in kept})


def begin(session: Session, settings: BookSettings) -> BookSettings:
    """Writes the first settings of a new book."""
    begun = structs.replace(settings, **_on_a_line({name: getattr(settings, name) for name in _NAMES}))
    _keep(session, {name: getattr(begun, name) for name in _NAMES})
    return begun


def change(session: Session, /, **changes: Any) -> BookSettings:
    """Changes the named settings. Raises `Refused` for a value that cannot stand, `TypeError` for an unknown name."""
    before = read(session)
    after = structs.replace(before, **_on_a_line(changes))
    _keep(session, {name: getattr(after, name) for name in changes if getattr(after, name) != getattr(before, name)})
    return after


def recall(session: Session, name: str, otherwise: Any = None) -> Any:
    """What was remembered under a name that is no setting: how a screen was left, where the last backup went."""
    return next(iter(session.scalars(select(Preference.value).where(Preference.name == name))), otherwise)


def remember(session: Session, name: str, value: Any) -> None:
    """Remembers a small value without an undo step; nothing forgets it."""
    if value is None:
        session.execute(delete(Preference).where(Preference.name == name))
        return
    statement = insert(Preference).values(name=name, value=value)
    session.execute(statement.on_conflict_do_update(index_elements=["name"], set_={"value": statement.excluded["value"]}))


def _on_a_line(values: Mapping[str, Any]) -> dict[str, Any]:
    """The values, each text of them as it is kept; codes are texts of their own kind and stay."""
    return {name: one_line(value) or "" if type(value) is str else value for name, value in values.items()}


def _keep(session: Session, values: Mapping[str, Any]) -> None:
    rows = [{"name": name, "value": _KEPT.get(name, (_same, _same))[0](value)} for name, value in values.items()]
    if rows:
        statement = insert(Setting)
        session.execute(statement.on_conflict_do_update(index_elements=["name"], set_={"value": statement.excluded["value"]}), rows)
