"""Finding anything by what is typed: every word a beginning, accents and case aside, phone numbers however they are written."""

import re
from collections.abc import Sequence
from functools import cache

from msgspec import Struct
from sqlalchemy import TextClause, bindparam, select, text
from sqlalchemy.orm import Session

from coordinator_app.core.model import Contact, Organisation, Person
from coordinator_app.core.model.numbers import NUMBERS

# An index row's number is the record's id times this, plus the number of its table.
ROWID_STEP = 256
# A row's kind stands in the index as one sign of the private area, which nobody types: this, plus the number of its table.
KIND_SIGNS = 0xE000
# So many are looked at for each key that is typed, however many there are.
CANDIDATES = 200

_NAMES = {number: name for name, number in NUMBERS.items()}
_WORD = re.compile(r"\w+")
_NUMBER = re.compile(r"[\d\s()+/-]{3,}")
# In one statement: the second half is asked only as far as the first leaves room.
_FOUND = text("""
SELECT rowid, title, body FROM search WHERE search MATCH :named
UNION ALL SELECT rowid, title, body FROM search WHERE search MATCH :query LIMIT :most
""")
_OWNERS = (
    select(Contact.id, Contact.value, Person.id, Person.name, Organisation.id, Organisation.name)
    .outerjoin(Person, Contact.person_id == Person.id)
    .outerjoin(Organisation, Contact.organisation_id == Organisation.id)
    .where(Contact.id.in_(bindparam("contacts", expanding=True)))
)


class Hit(Struct, frozen=True):
    """A record found: `kind` its table, `row` its id, `title` its name, `text` what else is known of it."""

    kind: str
    row: int
    title: str
    text: str


def find(session: Session, *, typed: str, kinds: Sequence[str] = (), most: int = 50) -> tuple[Hit, ...]:
    """The records whose words begin with the words typed: first those with all of them in the name, then the others.

    At most `most`, of the `kinds` given (of all when none is); nothing when nothing was typed.
    """
    query = _query(typed)
    if not query:
        return ()
    rows = session.execute(_FOUND, {"named": f"title : ({query})", "query": query, "most": CANDIDATES}).all()
    hits = [Hit(_NAMES[rowid % ROWID_STEP], rowid // ROWID_STEP, title, body) for rowid, title, body in rows]
    whose = owners(session, [hit.row for hit in hits if hit.kind == "contact"])
    found: dict[tuple[str, int], Hit] = {}
    for hit in hits:
        shown = whose[hit.row] if hit.kind == "contact" else hit
        found.setdefault((shown.kind, shown.row), shown)
    return tuple(hit for hit in found.values() if not kinds or hit.kind in kinds)[:most]


def of_each(session: Session, *, typed: str, parts: Sequence[Sequence[str]], most: int) -> tuple[Hit, ...]:
    """At most `most` records of each part, a part being some kinds, so that a common name hides no group. One statement.

    The first part is the crowded one, of which those found by their name come first.
    """
    query = _query(typed)
    if not query:
        return ()
    wanted: dict[str, str] = {}
    for at, kinds in enumerate(parts):
        signs = " OR ".join(f'"{chr(KIND_SIGNS + NUMBERS[kind])}"' for kind in kinds)
        wanted[f"query_{at}"] = f"kind : ({signs}) AND ({query})"
    wanted["named"] = f"title : ({query}) AND {wanted['query_0']}"
    rows = session.execute(_some_of_each(len(parts)), {"most": most, **wanted}).all()
    hits = [Hit(_NAMES[rowid % ROWID_STEP], rowid // ROWID_STEP, title, body) for rowid, title, body in rows]
    return tuple({(hit.kind, hit.row): hit for hit in hits}.values())


@cache
def _some_of_each(parts: int) -> TextClause:
    """The first part as `_FOUND`; each search more costs as much as the first where a word begins many others."""
    one = "SELECT rowid, title, body FROM search WHERE search MATCH"
    some = [f"{one} :named UNION ALL {one} :query_0", *(f"{one} :query_{at}" for at in range(1, parts))]
    return text(" UNION ALL ".join(f"SELECT * FROM ({each} LIMIT :most)" for each in some))


def owners(session: Session, contacts: Sequence[int]) -> dict[int, Hit]:
    """Whom each of the contacts reaches; the contact itself is the hit's text."""
    if not contacts:
        return {}
    rows = session.execute(_OWNERS, {"contacts": contacts}).all()
    return {
        contact: Hit("person", person, name, value) if person else Hit("organisation", organisation, other, value)
        for contact, value, person, name, organisation, other in rows
    }


def _query(typed: str) -> str:
    """The index's own language: quoted words, each a beginning, all of them wanted; nothing typed can be an operator."""
    words = _WORD.findall(typed)
    if not words:
        return ""
    wanted = " AND ".join(f'"{word}"*' for word in words)
    if not _NUMBER.fullmatch(typed.strip()):
        return wanted
    digits = "".join(words)
    forms = [digits, f"358{digits[1:]}"] if digits.startswith("0") else [digits]
    return " OR ".join([f"({wanted})", *(f'"{form}"*' for form in forms)])
