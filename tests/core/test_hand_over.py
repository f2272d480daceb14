"""What the letter to the next contact man tells of the groups, and what stays in the book alone."""

import datetime as dt

from coordinator_app.core import catalogue, groups, hand_over, people
from coordinator_app.core.groups import SlotForm
from coordinator_app.core.kinds import MemberRole, Rule
from coordinator_app.core.recurrence import SlotRule
from coordinator_app.i18n import Language, Words
from coordinator_app.storage.database import Database

TODAY = dt.date(2026, 10, 20)


def test_hidden_places_and_who_runs_a_sensitive_group_are_not_put_on_paper(book: Database) -> None:
    runs = book.write(people.add, name="Aatu Aalto", today=TODAY).result
    for name, service, hide in (("Isät", "fatherhood", False), ("Piilossa", "peer", True), ("Eroryhmä", "divorce", False)):
        slot = SlotForm(SlotRule(Rule.WEEKLY, 1, dt.time(18), 90, TODAY), "Kirjasto")
        group = book.write(groups.add, name=name, today=TODAY, service=service, hide_place=hide, slots=(slot,)).result
        book.write(groups.add_member, group=group, person=runs, role=MemberRole.COUNSELLOR)
    told = book.read(hand_over.facts, today=TODAY, catalogue=catalogue.shipped(), words=Words(Language.FI)).groups
    assert {each.name: (each.place, each.runs) for each in told} == {
        "Isät": ("Kirjasto", ("Aatu Aalto",)),
        "Piilossa": (None, ("Aatu Aalto",)),
        "Eroryhmä": (None, None),
    }
