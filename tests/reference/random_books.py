"""Small books full of chance, the same for the same seed: edges of periods, moved and cancelled meetings, extras, names, hours."""

import datetime as dt
from collections.abc import Sequence
from itertools import groupby
from random import Random
from typing import Any

from sqlalchemy import insert
from sqlalchemy.orm import Session

from coordinator_app.core import model
from coordinator_app.core.kinds import Basis, Content, HoursTask, MeetingState, Mode, NamesKept, OrganisationKind, Organiser
from coordinator_app.core.periods import Period

Rows = dict[type[model.Table], list[dict[str, Any]]]

_SERVICES = ("peer", "divorce", "fatherhood", "violence_used", "immigrant", "unheard_of")
_KINDS = (
    "exercise", "culture", "forum", "conference", "counsellor_training", "counsellor_support", "professional_session",
    "professional_programme", "seminar", "research", "outreach", "advocacy", "network", "kind_unheard_of",
)  # fmt: skip
_STATABLE = ("men.group", "men.group.year", "support.men", "counsellors.active", "volunteers.active", "volunteers.hours")
_STATES = (MeetingState.COUNTED, MeetingState.COUNTED, MeetingState.COUNTED, *MeetingState)


class RandomBook:
    """Makes the rows of one book around `period`; `today` and `begin` may lie anywhere near it."""

    def __init__(self, seed: int) -> None:
        self.seed, self.chance = seed, Random(seed)
        self.period = Period(2026, self.chance.randint(1, 4))
        self.begin = self.chance.choice([dt.date(2025, 1, 1), self.period.first, self._near()])
        self.today = self.chance.choice([self.period.last + dt.timedelta(days=10), dt.date(2027, 6, 1), self._near()])
        self.services = self.chance.sample(_SERVICES, self.chance.randint(1, 4))
        self.kinds = self.chance.sample(_KINDS, 5)
        self.named = self.chance.random()
        self.rows: Rows = {}
        self._fill()

    def write(self, session: Session) -> None:
        for table, rows in self.rows.items():
            # Rows of one statement name the same columns.
            for _, alike in groupby(rows, key=tuple):
                session.execute(insert(table), list(alike))

    @property
    def counted(self) -> list[int]:
        """The meetings within the period that were counted."""
        last = min(self.period.last, self.today)
        rows = [row for row in self.rows[model.Meeting] if row["state"] is MeetingState.COUNTED]
        return [row["id"] for row in rows if self.period.first <= row["held_on"] <= last]

    def _near(self) -> dt.date:
        """A day at an edge of the period, or anywhere from a year before to a quarter after."""
        edges = [self.period.first, self.period.last, dt.date(self.period.year, 1, 1)]
        if self.chance.random() < 0.35:
            return self.chance.choice(edges) + dt.timedelta(days=self.chance.choice([-1, 0, 1]))
        if self.chance.random() < 0.7:
            return self.period.first + dt.timedelta(days=self.chance.randint(0, 91))
        return self.period.first + dt.timedelta(days=self.chance.randint(-380, 180))

    def _maybe(self, value: Any, share: float = 0.5) -> Any:
        return value if self.chance.random() < share else None

    def _one(self, values: Sequence[Any]) -> Any:
        return self.chance.choice(values)

    def _service(self) -> str:
        return str(self._one(self.services))

    def _fill(self) -> None:
        uid = iter(range(1000))
        self.rows[model.Person] = [
            {"id": n, "uid": f"uid{next(uid)}", "name": f"Mies {n}", "sort_key": f"{n:03}", "added_on": self.begin} for n in range(1, 15)
        ]
        kind = OrganisationKind.PARTNER
        self.rows[model.Organisation] = [{"id": n, "name": f"Järjestö {n}", "sort_key": f"{n:03}", "kind": kind} for n in range(1, 5)]
        self._groups()
        self._meetings()
        self._activities()
        self._rest()

    def _groups(self) -> None:
        self.rows[model.Group] = [
            {
                "id": n,
                "name": f"Ryhmä {n}",
                "sort_key": f"{n:03}",
                "service": self._service(),
                "names_kept": NamesKept.HEADCOUNT,
                "public": True,
                "hide_place": False,
                "started": (started := self._maybe(self._near(), 0.7)),
                "ended": None if self.chance.random() < 0.6 else max(self._near(), started or dt.date.min),
            }
            for n in range(1, self.chance.randint(1, 6))
        ]

    def _meetings(self) -> None:
        meetings, names, ran = [], [], []
        groups = self.rows[model.Group]
        for n in range(1, self.chance.randint(1, 40) if groups else 1):
            group, held_on, state = self._one(groups), self._near(), self._one(_STATES)
            head = self.chance.randint(0, 9) if state is MeetingState.COUNTED else None
            same = self.chance.random() < 0.7
            planned = held_on if same else self._maybe(self._near(), 0.6)
            service = group["service"] if self.chance.random() < 0.8 else self._service()
            meetings.append(
                {
                    "id": n, "group_id": group["id"], "slot_id": None, "planned_on": planned, "held_on": held_on, "starts": dt.time(18),
                    "minutes": self._one([60, 90, 100, 125]), "mode": Mode.IN_PERSON, "service": service, "state": state,
                    "reason": "break" if state is MeetingState.CANCELLED else None, "content": self._one(list(Content)),
                    "headcount": head, **self._parts(head, ("newcomers", "remote", "children")), "by_hand": False,
                }
            )  # fmt: skip
            if head:
                present = head if self.chance.random() < self.named else self.chance.randint(0, head)
                names += [{"meeting_id": n, "person_id": p, "newcomer": False, "remote": False} for p in self._people(present)]
            ran += [{"meeting_id": n, "person_id": p} for p in self._people(self.chance.randint(0, 2))]
        self.rows |= {model.Meeting: meetings, model.Attendance: names, model.MeetingCounsellor: ran}

    def _parts(self, head: int | None, parts: Sequence[str]) -> dict[str, int | None]:
        return {part: None if head is None else self._maybe(self.chance.randint(0, head), 0.6) for part in parts}

    def _people(self, count: int) -> list[int]:
        return self.chance.sample(range(1, 15), count)

    def _activities(self) -> None:
        activities, people, partners = [], [], []
        for n in range(1, self.chance.randint(1, 30)):
            state, held_on = self._one(_STATES), self._near()
            head = self._maybe(self.chance.randint(0, 30), 0.8) if state is MeetingState.COUNTED else None
            completed = self._maybe(self.chance.randint(0, 9), 0.5)
            activities.append(
                {
                    "id": n, "name": f"Tapahtuma {n}", "kind": self._one(self.kinds), "service": self._service(),
                    "organiser": self._one([*Organiser, Organiser.OWN]), "held_on": held_on, "mode": Mode.IN_PERSON, "public": True,
                    "state": state, "reason": "weather" if state is MeetingState.CANCELLED else None, "headcount": head,
                    **self._parts(head, ("newcomers", "remote", "children", "women")),
                    "enrolled": self._maybe(self.chance.randint(0, 9)), "completed": completed,
                    "completed_on": None if completed is None else self._near(), "reach": self._maybe(self.chance.randint(0, 500)),
                }
            )  # fmt: skip
            people += [{"activity_id": n, "person_id": p} for p in self._people(self.chance.randint(0, 2))]
            partners += [{"activity_id": n, "organisation_id": p} for p in self.chance.sample(range(1, 5), self.chance.randint(0, 2))]
        self.rows |= {model.Activity: activities, model.ActivityPerson: people, model.ActivityOrganisation: partners}

    def _tally(self) -> dict[str, int]:
        answers = self.chance.randint(0, 9)
        return {"asked": 9, "answers": answers, "agree": self.chance.randint(0, answers)}

    def _rest(self) -> None:
        some = self.chance.randint
        on = [{"on": self._near(), "service": self._service()} for _ in range(60)]
        take = iter(on)
        self.rows[model.Enquiry] = [{**next(take), "channel": "phone"} for _ in range(some(0, 8))]
        who = self.chance.random()
        self.rows[model.SupportTalk] = [
            {**next(take), "minutes": 30, "person_id": self._maybe(some(1, 14), 1 - who / 4)} for _ in range(some(0, 8))
        ]
        self.rows[model.Referral] = [{**next(take), "organisation_id": self._maybe(some(1, 4))} for _ in range(some(0, 6))]
        self.rows[model.VolunteerHours] = [
            {**next(take), "task": self._one(list(HoursTask)), "minutes": some(1, 300), "person_id": self._maybe(some(1, 14))}
            for _ in range(self._one([0, 3, 12]))
        ]
        self.rows[model.FeedbackTally] = [
            {**next(take), "question": self._one(["helped", "safe", "question_unheard_of"]), **self._tally()} for _ in range(some(0, 5))
        ]
        months = {(self._service(), self._near().replace(day=1)) for _ in range(self._one([0, 0, 2, 4]))}
        self.rows[model.SampledMonth] = [{"service": service, "month": month} for service, month in sorted(months)]
        stated = {(self._one(_STATABLE), self._one(["all", *self.services])) for _ in range(some(0, 8))}
        period = [str(self.period), str(self.period), str(self.period.previous), str(self.period.next)]
        self.rows[model.StatedFigure] = [
            {"period": self._one(period), "indicator": indicator, "of": of, "value": some(0, 40), "basis": self._one(list(Basis))}
            for indicator, of in sorted(stated)
        ]
