"""The people of the made-up town: counsellors, the men who come, and the organisations around them."""

import datetime as dt
from collections.abc import Sequence
from random import Random
from uuid import UUID

from msgspec import Struct
from sqlalchemy import insert
from sqlalchemy.orm import Session

from coordinator_app.core.kinds import ConsentPurpose, ConsentWay, ContactKind, OrganisationKind, PersonRole
from coordinator_app.core.model import Consent, Contact, Organisation, Person, Role
from coordinator_app.core.planning import Frame
from coordinator_app.core.sample.town import Town
from coordinator_app.core.sorting import sort_key

_MEN_A_YEAR = 200


class Crowd(Struct, frozen=True):
    """The ids of the people; participants in the order in which they come to the town's groups."""

    counsellors: tuple[int, ...]
    participants: tuple[int, ...]
    organisations: tuple[int, ...]

    @property
    def number(self) -> int:
        return len(self.counsellors) + len(self.participants)


def add(session: Session, random: Random, town: Town, frame: Frame) -> Crowd:
    """Adds everyone who comes to the groups between the first day and the last."""
    organisations = _organisations(session, town)
    days = (frame.today - frame.records_begin).days
    wanted = max(60, round(_MEN_A_YEAR * days / 365)) - len(town.counsellors)
    names = [*town.counsellors, *(f"{random.choice(town.given)} {random.choice(town.family)}" for _ in range(wanted))]
    arrivals = [frame.records_begin] * len(town.counsellors)
    arrivals += sorted(frame.records_begin + dt.timedelta(days=random.randint(-60, days)) for _ in range(wanted))
    ids = session.scalars(
        insert(Person).returning(Person.id, sort_by_parameter_order=True),
        [_person(random, name, day) for name, day in zip(names, arrivals, strict=True)],
    ).all()
    counsellors, participants = ids[: len(town.counsellors)], ids[len(town.counsellors) :]
    _contacts(session, random, names, ids)
    _roles(session, counsellors, participants, arrivals)
    return Crowd(tuple(counsellors), tuple(participants), organisations)


def _person(random: Random, name: str, added_on: dt.date) -> dict[str, object]:
    given, family = name.split(" ", 1)
    return {
        "uid": str(UUID(int=random.getrandbits(128), version=4)),
        "name": name,
        "given": given,
        "family": family,
        "sort_key": sort_key(f"{family} {given}"),
        "added_on": added_on,
    }


def _contacts(session: Session, random: Random, names: list[str], ids: Sequence[int]) -> None:
    rows: list[dict[str, object]] = []
    for number, (name, person) in enumerate(zip(names, ids, strict=True)):
        # Numbers from 050 000 are nobody's.
        digits = f"{number + 1:07}"
        phone = {"value": f"050 {digits[:3]} {digits[3:]}", "normal": f"+35850{digits}", "kind": ContactKind.PHONE}
        rows.append({"person_id": person, "label": None, "rank": 0, **phone})
        if random.random() < 0.4:
            address = f"{sort_key(name).translate(str.maketrans('{|}', 'aao')).replace(' ', '.')}.{number}@esimerkki.invalid"
            mail = {"value": address, "normal": address, "kind": ContactKind.EMAIL}
            rows.append({"person_id": person, "label": None, "rank": 1, **mail})
    session.execute(insert(Contact), rows)


def _roles(session: Session, counsellors: Sequence[int], participants: Sequence[int], arrivals: list[dt.date]) -> None:
    roles = [{"person_id": person, "role": PersonRole.COUNSELLOR, "since": arrivals[0]} for person in counsellors]
    came = arrivals[len(counsellors) :]
    roles += [{"person_id": man, "role": PersonRole.PARTICIPANT, "since": day} for man, day in zip(participants, came, strict=True)]
    session.execute(insert(Role), roles)
    agreed = {"purpose": ConsentPurpose.NAME_IN_GROUP, "way": ConsentWay.SIGNED}
    session.execute(insert(Consent), [{"person_id": man, "given_on": day, **agreed} for man, day in zip(participants, came, strict=True)])


def _organisations(session: Session, town: Town) -> tuple[int, ...]:
    ids = session.scalars(
        insert(Organisation).returning(Organisation.id, sort_by_parameter_order=True),
        [{"name": each["name"], "sort_key": sort_key(each["name"]), "kind": OrganisationKind(each["kind"])} for each in town.organisations],
    ).all()
    phones = [
        {
            "organisation_id": organisation,
            "kind": ContactKind.PHONE,
            "value": each["phone"],
            "normal": each["phone"].replace(" ", ""),
            "rank": 0,
        }
        for organisation, each in zip(ids, town.organisations, strict=True)
    ]
    session.execute(insert(Contact), phones)
    return tuple(ids)
