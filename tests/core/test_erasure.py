"""Forgetting people, and names that become numbers: whatever goes, every figure of every period stays as it was."""

import datetime as dt

import pytest
from sqlalchemy import select
from sqlalchemy.orm import Session

from coordinator_app.core import attendance, enquiries, erasure, groups, history, indicators, meetings, people, settings
from coordinator_app.core.catalogue import shipped
from coordinator_app.core.errors import NotFound, Refused
from coordinator_app.core.indicators import kept
from coordinator_app.core.kinds import NamesKept
from coordinator_app.core.model import Attendance, Meeting, Person, SupportTalk
from coordinator_app.core.periods import Period
from coordinator_app.i18n import Language, Words
from coordinator_app.storage.database import Database
from tests.core.rows import COUNTED, group, meeting, person, there
from tests.reference.random_books import RandomBook

CATALOGUE = shipped()
BOOKS = 8


def figures(session: Session, book: RandomBook) -> dict[object, object]:
    """All figures of the periods around the book's, and of those that leave services out, as prints for the public do."""
    periods = [Period(2025, 4), book.period.previous, book.period, Period(2026, 4)]
    return {
        (period, bool(left_out), each.indicator, each.of): (each.value, each.status)
        for period in periods
        for left_out in ((), ("divorce", "violence_used"))
        for each in indicators.compute(
            session, period, today=book.today, records_begin=dt.date(2026, 1, 1), catalogue=CATALOGUE, left_out=left_out
        )
    }


@pytest.mark.parametrize("seed", range(0, BOOKS, 4))
def test_forgetting_leaves_every_figure(memory: Session, seed: int) -> None:
    for book in map(RandomBook, range(seed, seed + 4)):
        book.write(memory)
        before = figures(memory, book)
        men = list(memory.scalars(select(Person.id)))
        book.chance.shuffle(men)
        # One, then several, then all who are left.
        for some in (men[:1], men[1:6], men[6:]):
            erasure.forget(memory, people=some, today=book.today, catalogue=CATALOGUE)
            assert figures(memory, book) == before
        assert memory.scalars(select(Person.id)).all() == []
        memory.rollback()


def test_without_the_counts_a_figure_would_change(memory: Session, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(kept, "_add", lambda *_: None)
    changed = 0
    for book in map(RandomBook, range(BOOKS)):
        book.write(memory)
        before = figures(memory, book)
        erasure.forget(memory, people=[1, 2, 3], today=book.today, catalogue=CATALOGUE)
        changed += figures(memory, book) != before
        memory.rollback()
    assert changed >= BOOKS // 2


def test_names_that_become_numbers_leave_every_figure(memory: Session) -> None:
    for book in map(RandomBook, range(BOOKS)):
        book.write(memory)
        before = figures(memory, book)
        last = dt.date(book.today.year - 1, 12, 31)
        erasure.drop_attendance(memory, until=last, today=book.today, catalogue=CATALOGUE)
        for until in (dt.date(2026, 2, 14), book.today):
            erasure.drop_enquiries(memory, until=until, today=book.today, catalogue=CATALOGUE)
        assert figures(memory, book) == before
        assert not memory.scalars(select(Attendance.id).join(Meeting).where(Meeting.held_on <= last)).all()
        assert not memory.scalars(select(SupportTalk.id).where(SupportTalk.on <= book.today, SupportTalk.person_id.is_not(None))).all()
        assert len(memory.scalars(select(Person.id)).all()) == 14
        memory.rollback()


def test_a_sheet_shows_the_forgotten_as_unnamed(book: Database, today: dt.date) -> None:
    team = book.write(groups.add, name="Tiistai", today=today, names_kept=NamesKept.NAMED).result
    matti, esko = (book.write(groups.add_person, group=team, name=name, today=today).result for name in ("Matti", "Esko"))
    held = book.write(meetings.add_extra, group=team, on=today).result.id
    book.write(attendance.record, meeting=held, present=[matti, esko], visitors=1, today=today)
    book.erase(erasure.forget, people=[matti], today=today, catalogue=CATALOGUE)
    sheet = book.read(attendance.sheet, meeting=held)
    assert [(line.name, line.present) for line in sheet.roster] == [("Esko", True)]
    assert (sheet.meeting.headcount, sheet.visitors) == (3, 2)


def test_what_is_forgotten_is_said_before(book: Database, today: dt.date) -> None:
    team = book.write(groups.add, name="Tiistai", today=today, names_kept=NamesKept.NAMED).result
    matti = book.write(groups.add_person, group=team, name="Matti Virtanen", today=today).result
    held = book.write(meetings.add_extra, group=team, on=today).result.id
    book.write(attendance.record, meeting=held, present=[matti], today=today, note="Matti Virtanen kertoi isyydestä.")
    book.write(enquiries.log, on=today, today=today, channel="phone", person=matti, note="huoli")
    said = book.read(erasure.traces, people=[matti])
    assert (said.names, said.groups, said.occasions, said.matters, said.hours) == (("Matti Virtanen",), 1, 1, 1, 0)
    assert [(each.kind, each.name, each.day) for each in said.mentions] == [("meeting", "Tiistai", today)]
    assert erasure.said(said, Words(Language.FI))[0].startswith("Poistetaan: nimi, ")
    both = book.read(erasure.traces, people=[matti, book.write(people.add, name="Esko Lahti", today=today).result])
    assert erasure.said(both, Words(Language.FI))[0].startswith("Poistetaan: nimet, ")
    book.erase(erasure.forget, people=[matti], today=today, catalogue=CATALOGUE)
    assert book.read(meetings.one, meeting=held).note == "… kertoi isyydestä."
    (matter,) = book.read(enquiries.within, span=Period.of(today).span)
    assert (matter.person, matter.note) == (None, None)
    with pytest.raises(NotFound):
        book.erase(erasure.forget, people=[matti], today=today, catalogue=CATALOGUE)


def test_what_was_noted_of_his_matter_goes_where_it_names_nobody_too(book: Database, today: dt.date) -> None:
    matti = book.write(people.add, name="Matti Virtanen", today=today).result
    esko = book.write(people.add, name="Esko Lahti", today=today).result

    def enquiry(note: str, person: int | None = None) -> int:
        return book.write(enquiries.log, on=today, today=today, channel="phone", person=person, note=note).result.id

    def talk(enquiry: int, note: str, person: int | None = None) -> None:
        book.write(enquiries.talk, on=today, today=today, minutes=30, enquiry=enquiry, person=person, note=note)

    talk(enquiry("erosta"), "lasten tapaamisesta", matti)
    his = enquiry("surusta", matti)
    talk(his, "lapsista")
    talk(his, "työstä", esko)
    enquiry("muusta")
    book.erase(erasure.forget, people=[matti], today=today, catalogue=CATALOGUE)
    span = Period.of(today).span
    notes = [each.note for each in book.read(enquiries.within, span=span)] + [
        each.note for each in book.read(enquiries.talks_within, span=span)
    ]
    assert sorted(note for note in notes if note) == ["muusta", "työstä"]


def test_forgetting_cannot_be_undone_and_stands_in_the_way_of_what_was_before(book: Database, today: dt.date) -> None:
    team = book.write(groups.add, name="Tiistai", today=today, names_kept=NamesKept.NAMED).result
    matti = book.write(groups.add_person, group=team, name="Matti Virtanen", today=today).result
    held = book.write(meetings.add_extra, group=team, on=today).result.id
    recorded = book.write(attendance.record, meeting=held, present=[matti], today=today).entry
    book.erase(erasure.forget, people=[matti], today=today, catalogue=CATALOGUE)
    (newest, *before) = book.read(history.lines)
    assert (newest.command, newest.name, newest.can_undo) == ("erasure.forget", "", False)
    assert not next(line for line in before if line.entry == recorded).can_undo
    book.write(people.add, name="Esko", today=today)
    book.undo()
    assert [line.undone for line in book.read(history.lines)[:2]] == [True, False]
    with pytest.raises(Refused):
        book.undo(recorded)
    said = [line.said(Words(Language.EN)) for line in book.read(history.lines)]
    assert not [each for each in said if "Virtanen" in each]
    assert "add a member (…)" in said


def test_a_remembered_choice_that_speaks_of_him_goes_whatever_quotes_his_name_has(book: Database, today: dt.date) -> None:
    matti = book.write(people.add, name="Matti 'Masa' Virtanen", today=today).result
    book.write(settings.remember, name="his", value={"for": ["Lähettäjä: \"Matti 'Masa' Virtanen\""]})
    book.write(settings.remember, name="other", value={"for": ["Matti"]})
    book.erase(erasure.forget, people=[matti], today=today, catalogue=CATALOGUE)
    assert book.read(settings.recall, name="his") is None
    assert book.read(settings.recall, name="other") == {"for": ["Matti"]}


def test_hundreds_are_forgotten_at_once(memory: Session) -> None:
    men = [person(memory, f"Mies Numero{number:04}") for number in range(600)]
    team = group(memory)
    held = meeting(memory, team, dt.date(2026, 3, 3), COUNTED, headcount=600, note="Mies Numero0007 ja Mies Numero0599 puhuivat.")
    there(memory, held, *men)
    erasure.forget(memory, people=men, today=dt.date(2026, 10, 20), catalogue=CATALOGUE)
    assert memory.scalars(select(Person.id)).all() == []
    assert memory.execute(select(Meeting.note, Meeting.forgotten)).one() == ("… ja … puhuivat.", 600)
