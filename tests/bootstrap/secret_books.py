"""Random books whose every secret is a word of its own, so that it is found wherever it is printed."""

import datetime as dt
from typing import Any

from coordinator_app.core import catalogue, model
from coordinator_app.core.kinds import (
    ConsentPurpose,
    ConsentWay,
    ContactKind,
    Content,
    MeetingState,
    MemberRole,
    Mode,
    NamesKept,
    PersonRole,
    Rule,
)
from coordinator_app.core.recurrence import SlotRule
from tests.reference.random_books import RandomBook

_PARTICIPANTS = range(1, 11)
_COUNSELLORS = range(11, 15)


class SecretBook(RandomBook):
    """`secrets` are what no paper may show: participants' surnames, addresses and unasked numbers, hidden places, notes."""

    def __init__(self, seed: int) -> None:
        super().__init__(seed)
        self.secrets: set[str] = set()
        self._number = 0
        self._name_people()
        self._hide_places()
        self._plan_meetings()
        self._write_notes()

    def _secret(self, stem: str) -> str:
        """A word that stands nowhere else."""
        self._number += 1
        self.secrets.add(word := stem + "".join(chr(97 + int(digit)) for digit in f"{self._number:04}"))
        return word

    def _name_people(self) -> None:
        roles, contacts, consents = [], [], []
        for row in self.rows[model.Person]:
            n = row["id"]
            participant = n in _PARTICIPANTS
            family = self._secret("Sukunimi") if participant else f"Ohjaajala{chr(97 + n)}"
            given = self._one(["Matti", "Pekka", "Jukka"])
            row |= {"given": given, "family": family, "name": f"{given} {family}"}
            row |= {"address": self._secret("Kotikatu"), "note": self._secret("Huomio")}
            agrees = self.chance.random() < 0.5
            if participant and not agrees:
                number = f"050{n:07}"
                self.secrets.add(number)
            else:
                number = f"040{n:07}"
            contacts.append({"person_id": n, "kind": ContactKind.PHONE, "value": number, "normal": number, "rank": 0})
            if agrees:
                said = {"given_on": self.begin, "way": ConsentWay.SIGNED, "withdrawn_on": None}
                consents.append({"person_id": n, "purpose": ConsentPurpose.NAME_IN_PRINT, **said})
            role = PersonRole.PARTICIPANT if participant else PersonRole.COUNSELLOR
            roles.append({"person_id": n, "role": role})
        self.rows |= {model.Role: roles, model.Contact: contacts, model.Consent: consents}

    def _hide_places(self) -> None:
        shipped = catalogue.shipped()
        places, slots, members = [], [], []
        for row in self.rows[model.Group]:
            n = row["id"]
            row["hide_place"] = self.chance.random() < 0.4
            row["names_kept"] = self._one(list(NamesKept))
            row["contact_id"] = self._maybe(self.chance.randint(1, 14))
            hidden = row["hide_place"] or shipped.is_sensitive(row["service"])
            name, address = (self._secret("Paikka"), self._secret("Osoite")) if hidden else (f"Avoin paikka {n}", f"Aurakatu {n}")
            places.append({"id": n, "name": name, "sort_key": name, "address": address})
            rule = SlotRule(Rule.WEEKLY, n % 5, dt.time(18), 90, self.begin)
            slots.append({"id": n, "group_id": n, "rule": rule.rule, "weekday": rule.weekday, "interval": 1, "place_id": n, **_EVENING})
            slots[-1] |= {"valid_from": self.begin}
            for role, who in ((MemberRole.MEMBER, _PARTICIPANTS), (MemberRole.COUNSELLOR, _COUNSELLORS)):
                chosen = self.chance.sample(who, self.chance.randint(0, len(who)))
                members += [{"group_id": n, "person_id": person, "role": role} for person in chosen]
        self.rows = {model.Place: places, **self._people_first(), model.Slot: slots, model.Member: members}
        for meeting in self.rows[model.Meeting]:
            meeting["place_id"] = meeting["group_id"]
        for activity in self.rows[model.Activity]:
            if shipped.is_sensitive(activity["service"]):
                places.append({"id": len(places) + 1, "name": (name := self._secret("Salakoti")), "sort_key": name})
                activity["place_id"] = len(places)

    def _people_first(self) -> dict[Any, Any]:
        """The rows in an order in which nothing points at what is not there yet."""
        first = (model.Organisation, model.Person, model.Group)
        return {table: self.rows[table] for table in first} | {table: rows for table, rows in self.rows.items() if table not in first}

    def _plan_meetings(self) -> None:
        meetings = self.rows[model.Meeting]
        for group in self.rows[model.Group]:
            for week in range(4):
                day = self.today + dt.timedelta(group["id"] + 7 * week)
                values = {"group_id": group["id"], "slot_id": None, "planned_on": day, "held_on": day, "service": group["service"]}
                values |= {"content": Content.TALK, "state": MeetingState.PLANNED, "reason": None, "by_hand": False}
                values |= {"headcount": None, "newcomers": None, "remote": None, "children": None}
                meetings.append({"id": len(meetings) + 1, **values, "place_id": group["id"], **_AT_SIX})

    def _write_notes(self) -> None:
        for table in (model.Group, model.Meeting, model.Activity, model.Enquiry, model.SupportTalk, model.Organisation):
            for row in self.rows[table]:
                row["note"] = self._secret("Muistiinpano")


_AT_SIX = {"starts": dt.time(18), "minutes": 90, "mode": Mode.IN_PERSON}
_EVENING = {**_AT_SIX, "skip_holidays": False}
