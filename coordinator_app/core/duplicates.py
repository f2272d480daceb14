"""Who in the book may be the same person: by phone, by e-mail, or by a name that hardly differs."""

import datetime as dt
from collections import defaultdict
from collections.abc import Collection, Iterable, Sequence
from enum import StrEnum

from msgspec import Struct
from sqlalchemy import or_, select
from sqlalchemy.orm import Session

from coordinator_app.core.kinds import ContactKind
from coordinator_app.core.model import Contact, Group, Member, NotSame, Person
from coordinator_app.core.people import PersonRow, listing, normal_email, normal_phone
from coordinator_app.core.people.listing import holds_today
from coordinator_app.core.people.names import same_name

# Below this a name is another name; found by trial on Finnish names with one letter changed, dropped or turned round.
_ALIKE = 88.0


class Why(StrEnum):
    """What makes two entries look like one person."""

    PHONE = "phone"
    EMAIL = "email"
    SAME_NAME = "same_name"
    LIKE_NAME = "like_name"


class Candidate(Struct, frozen=True):
    """Someone in the book who may be the same person, with what tells him apart from others; `score` 0 to 100 compares the names.

    `groups` are the names of those he is in today.
    """

    who: PersonRow
    groups: tuple[str, ...]
    score: float
    why: tuple[Why, ...]

    @property
    def person(self) -> int:
        return self.who.id

    @property
    def name(self) -> str:
        return self.who.name


class Pair(Struct, frozen=True):
    """Two entries that may be one person."""

    person: int
    name: str
    other: int
    other_name: str
    why: tuple[Why, ...]


class Names:
    """The names of a book, normalised once and looked up by what their words begin with."""

    def __init__(self, people: Iterable[tuple[int, str]]) -> None:
        self._names = dict(people)
        self._normal = {person: same_name(name) for person, name in self._names.items()}
        self._blocks: dict[str, set[int]] = defaultdict(set)
        for person, normal in self._normal.items():
            for word in normal.split():
                self._blocks[word[:2]].add(person)

    def add(self, person: int, name: str) -> None:
        """One more person, from now on looked up too."""
        self._names[person] = name
        self._normal[person] = normal = same_name(name)
        for word in normal.split():
            self._blocks[word[:2]].add(person)

    def name(self, person: int) -> str:
        return self._names[person]

    def alike(self, name: str) -> dict[int, float]:
        """The people whose names hardly differ from `name`, with scores up to 100, which is the same name."""
        from rapidfuzz import fuzz, process

        normal = same_name(name)
        near = set().union(*(self._blocks.get(word[:2], ()) for word in normal.split()))
        found = process.extract(
            normal, {person: self._normal[person] for person in near}, scorer=fuzz.ratio, score_cutoff=_ALIKE, limit=None
        )
        return {person: score for other, score, person in found if _could_be(normal, other)}


def looks_like(
    session: Session,
    *,
    today: dt.date,
    name: str,
    phones: Sequence[str] = (),
    emails: Sequence[str] = (),
    leaving_out: int | None = None,
) -> tuple[Candidate, ...]:
    """Who in the book may be the one described, likeliest first; those said not to be the same as `leaving_out` are not.

    However many they are, they are told of in a fixed number of statements.
    """
    names = Names((person, name) for person, name in session.execute(select(Person.id, Person.name)))
    reasons: dict[int, list[Why]] = defaultdict(list)
    normal = [normal_phone(each) for each in phones if each.strip()] + [normal_email(each) for each in emails if each.strip()]
    if normal:
        same = (
            select(Contact.person_id, Contact.kind).where(Contact.normal.in_(normal), Contact.person_id.is_not(None)).order_by(Contact.kind)
        )
        for person, kind in session.execute(same.distinct()):
            reasons[person].append(Why.PHONE if kind is ContactKind.PHONE else Why.EMAIL)  # type: ignore[index]
    scores = names.alike(name)
    for person, score in scores.items():
        reasons[person].append(Why.SAME_NAME if score == 100 else Why.LIKE_NAME)
    known = {leaving_out} | ({other for pair in _not_same(session) if leaving_out in pair for other in pair} if leaving_out else set())
    likely = reasons.keys() - known
    places = _groups(session, likely, today)
    found = (
        Candidate(who, tuple(places.get(who.id, ())), scores.get(who.id, 0.0), tuple(sorted(reasons[who.id], key=list(Why).index)))
        for who in listing(session, today=today, only=likely)
    )
    return tuple(sorted(found, key=lambda each: (-len(each.why), -each.score, each.person)))


def pairs(session: Session) -> tuple[Pair, ...]:
    """Every two entries that may be one person and were not said to differ, likeliest first.

    A first name alone is no reason: the book has many a Matti.
    """
    people = session.execute(select(Person.id, Person.name).order_by(Person.id)).all()
    reasons: dict[tuple[int, int], list[Why]] = defaultdict(list)
    for kind, why in ((ContactKind.PHONE, Why.PHONE), (ContactKind.EMAIL, Why.EMAIL)):
        for first, second in _sharing(session, kind):
            reasons[first, second].append(why)
    names = Names(())
    for person, name in people:
        for other, score in names.alike(name).items() if " " in name else ():
            reasons[other, person].append(Why.SAME_NAME if score == 100 else Why.LIKE_NAME)
        names.add(person, name)
    known = _not_same(session)
    found = (Pair(one, names.name(one), two, names.name(two), tuple(why)) for (one, two), why in reasons.items() if (one, two) not in known)
    return tuple(sorted(found, key=lambda each: (-len(each.why), each.person, each.other)))


def _groups(session: Session, people: Collection[int], today: dt.date) -> dict[int, list[str]]:
    """The names of the groups each of these people is in today, in Finnish order."""
    rows = session.execute(
        select(Member.person_id, Group.name)
        .join(Group, Group.id == Member.group_id)
        .where(Member.person_id.in_(people), holds_today(Member.since, Member.until, today))
        .where(or_(Group.ended.is_(None), Group.ended >= today))
        .order_by(Group.sort_key, Group.id)
    )
    found: dict[int, list[str]] = defaultdict(list)
    for person, group in rows:
        found[person].append(group)
    return found


def _could_be(one: str, two: str) -> bool:
    """A lone first name is like no other name but itself: the book has many a Matti, and Matti is not Martti."""
    return one == two or (" " in one and " " in two)


def _sharing(session: Session, kind: ContactKind) -> list[tuple[int, int]]:
    one, two = Contact.__table__.alias().c, Contact.__table__.alias().c
    shared = (
        select(one.person_id, two.person_id)
        .where((two.normal == one.normal) & (two.kind == one.kind) & (two.person_id > one.person_id))
        .where(one.kind == kind)
        .distinct()
    )
    return [(first, second) for first, second in session.execute(shared) if first is not None and second is not None]


def _not_same(session: Session) -> set[tuple[int, int]]:
    return {(one, two) for one, two in session.execute(select(NotSame.person_id, NotSame.other_id))}
