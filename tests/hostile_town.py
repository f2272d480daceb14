"""A book in which every text that somebody can type is a hostile one, so spread that each text comes to stand in every field."""

import datetime as dt
from collections.abc import Iterator
from itertools import cycle, islice
from pathlib import Path
from typing import Any

from msgspec.structs import replace
from sqlalchemy import Text, select
from sqlalchemy.orm import Session

from coordinator_app import bootstrap
from coordinator_app.bootstrap import documents, hanging, office_files
from coordinator_app.core import (
    activities,
    attendance,
    catalogue,
    checks,
    consent,
    enquiries,
    feedback,
    groups,
    meetings,
    model,
    organisations,
    people,
    places,
    posters,
    rota,
    settings,
    summary,
    volunteering,
)
from coordinator_app.core.catalogue import Listing, Name
from coordinator_app.core.groups import SlotForm
from coordinator_app.core.kinds import ConsentPurpose, ConsentWay, ContactKind, MeetingState, MemberRole, Mode, NamesKept, PersonRole, Rule
from coordinator_app.core.people import GivenContact
from coordinator_app.core.periods import Period
from coordinator_app.core.recurrence import SlotRule
from coordinator_app.exchange import network_file
from coordinator_app.i18n import Language
from coordinator_app.printing.typst import Manuscript
from tests.book import StoppedClock
from tests.exchange.summaries import NETWORK, OFFICE_KEY
from tests.gui.program import PASSPHRASE
from tests.hostile import MARK, MARKED

NOW = StoppedClock()
TODAY = NOW.today()
SINCE = dt.date(2026, 9, 1)
# Of one group there are members of every kind; in the others there would be too many meetings to walk through.
_MEN = 12
_LONG = 100


class Pen:
    """Writes the next text each time; no field has the same text in two records while there are others."""

    def __init__(self, first: int) -> None:
        self._texts = islice(cycle(MARKED), first, None)

    def __call__(self) -> str:
        return next(self._texts).typed


def book_of(folder: Path) -> Path:
    """The closed book in a folder."""
    book, _ = bootstrap.new_book(
        folder, locality_code="turku", locality_name=MARKED[0].typed, language=Language.FI, passphrase=PASSPHRASE, clock=StoppedClock()
    )
    for part in (_known, _town, _matters, _office, _quarter):
        book.database.write(part)
    _hang_posters(book)
    book.remember_second_place(folder.parent / MARKED[33].kept)
    book.close(back_up=False)
    return folder


def _pens(number: int) -> Iterator[tuple[int, list[Pen]]]:
    """A record for each text, and in it so many pens that each write another text."""
    for at in range(len(MARKED)):
        yield at, [Pen((at + 7 * field) % len(MARKED)) for field in range(number)]


def _known(session: Session) -> None:
    """People, organisations and the settings."""
    roles = cycle([(PersonRole.PARTICIPANT,), (PersonRole.COUNSELLOR, PersonRole.JOURNALIST), (PersonRole.PROFESSIONAL,)])
    for _, (name, title, address, web, note, value, label) in _pens(7):
        contacts = [GivenContact(ContactKind.PHONE, value(), label()), GivenContact(ContactKind.EMAIL, value(), label())]
        organisation = organisations.add(session, name=title(), address=address(), web=web(), note=note(), contacts=contacts)
        person = people.add(
            session,
            name=name(),
            today=TODAY,
            roles=next(roles),
            contacts=contacts,
            organisation=organisation,
            title=title(),
            address=address(),
            web=web(),
            note=note(),
        )
        consent.give(session, person=person, purpose=ConsentPurpose.NAME_IN_GROUP, on=SINCE, way=ConsentWay.SIGNED)
    # The same man once more, so that both are compared field by field.
    pen = Pen(11)
    people.add(session, name=MARKED[0].typed, today=TODAY, title=pen(), address=pen(), web=pen(), note=pen())
    names = ("contact_name", "contact_phone", "contact_email", "web", "association", "office_name")
    settings.change(session, records_begin=Period(2026, 3).first, **{name: pen() for name in names})


def _town(session: Session) -> None:
    """Places, groups, their breaks and members, what they met, and activities."""
    there = list(session.scalars(select(model.Person.id).order_by(model.Person.id)))
    for at, (name, second, third, contact, web, place, note, more) in _pens(8):
        rule = SlotRule(Rule.WEEKLY, at % 7, dt.time(10 + at % 10), 60, SINCE)
        group = groups.add(
            session,
            name=name(),
            today=TODAY,
            slots=(SlotForm(rule, place(), Mode.HYBRID, web()),),
            names_kept=NamesKept.NAMED,
            name_sv=second(),
            name_en=third(),
            public_contact=contact(),
            public_phone=more(),
            public_email=more(),
            web=web(),
            label=more(),
            note=note(),
            public=at % 12 == 0,
        )
        groups.add_member(session, group=group, person=there[at], role=MemberRole.COUNSELLOR, since=SINCE)
        groups.add_pause(session, first=dt.date(2026, 12, 1), last=dt.date(2026, 12, 2), today=TODAY, group=group, why=note())
        made = activities.add(session, name=name(), kind="exercise", held_on=TODAY - dt.timedelta(at - 5), note=note())
        activities.held_at(session, activity=made.id, place=place())
        activities.in_series(session, activity=made.id, series=second())
        activities.for_client(session, activity=made.id, client=third())
    groups.add_pause(session, first=dt.date(2026, 12, 21), last=dt.date(2026, 12, 31), today=TODAY, why=MARKED[13].typed)
    for row in places.listing(session):
        places.change(session, place=row.id, name=row.name, address=note(), note=more())
    _first_group(session, there)


def _first_group(session: Session, there: list[int]) -> None:
    """The group whose pages are looked at closely: runners, members, men who wait, and meetings with a note of each end."""
    first = session.scalars(select(model.Group.id).order_by(model.Group.id)).first()
    assert first is not None
    for at, person in enumerate(there):
        if at and at % 3 == 1:
            groups.add_member(session, group=first, person=person, role=MemberRole.COUNSELLOR, since=SINCE)
        elif at:
            role = MemberRole.WAITING if at % 3 == 2 else MemberRole.MEMBER
            groups.add_member(session, group=first, person=person, role=role, since=SINCE)
    rota.share_out(session, group=first, today=TODAY, until=dt.date(2026, 12, 31), together=2)
    past = [row for row in meetings.within(session, span=Period(2026, 3).span, groups=(first,)) if row.state is MeetingState.PLANNED]
    pen = Pen(17)
    meetings.cancel(session, meeting=past[0].id, reason="counsellor_ill", note=pen())
    meetings.not_counted(session, meeting=past[1].id, today=TODAY, note=pen())
    attendance.record(session, meeting=past[2].id, present=there[:_MEN], today=TODAY, note=pen())
    today = meetings.add_extra(session, group=first, on=TODAY)
    attendance.record(session, meeting=today.id, present=there[:_MEN], today=TODAY, note=pen())


def _matters(session: Session) -> None:
    """Enquiries, talks, guidings onward, hours and answers to a question."""
    there = list(session.scalars(select(model.Person.id).order_by(model.Person.id)))
    where = list(session.scalars(select(model.Organisation.id).order_by(model.Organisation.id)))
    group = session.scalars(select(model.Group.id).order_by(model.Group.id)).first()
    for at, (note, said) in _pens(2):
        on = TODAY - dt.timedelta(at)
        enquiry = enquiries.log(session, on=on, today=TODAY, channel="phone", person=there[at], note=note())
        enquiries.talk(session, on=on, today=TODAY, minutes=30, enquiry=enquiry.id, person=there[at], note=said())
        enquiries.talk(session, on=on, today=TODAY, minutes=30, person=there[-at], note=said())
        enquiries.refer(session, on=on, today=TODAY, enquiry=enquiry.id, organisation=where[at])
        volunteering.log(session, on=on, today=TODAY, minutes=60, person=there[at], group=group)
    feedback.tally(session, on=TODAY, today=TODAY, question="helped", asked=10, answers=8, agree=7, group=group)


def _office(session: Session) -> None:
    """An update file in which every name of the catalogue is hostile, and the office's own, and what it has to say."""
    pens = (pen.kept for pen in cycle(MARKED) if len(pen.kept) < _LONG)

    def called(entry: Any) -> Any:
        return replace(entry, name=Name(next(pens), next(pens), next(pens)))

    names = catalogue.shipped()
    lists: dict[str, Any] = {str(listing): tuple(map(called, getattr(names, listing))) for listing in Listing}
    reporters = tuple(replace(each, fi=next(pens), sv=next(pens)) for each in NETWORK.reporters)
    network = replace(
        NETWORK, office_name=next(pens), message=next(pens), catalogue=replace(names, version="2026.2", **lists), reporters=reporters
    )
    file = network_file.write(network, key=OFFICE_KEY)
    office_files.take_in(session, file=office_files.look(file.data, name=file.name), now=NOW.now(), enrol=True)


def _quarter(session: Session) -> None:
    """What is said of the quarter, and an answer with a text to each question about it."""
    period, pen, names = Period(2026, 3), Pen(23), office_files.catalogue_in_force(session)
    summary.narrate(session, period=period, went_well=pen(), hard=pen(), wishes=pen())
    asked = checks.check(session, period, today=TODAY, catalogue=names).warnings
    for each in asked:
        choice, text = names.check_choices[0].code, pen()[: checks.LONGEST_TEXT]
        checks.answer(session, period=period, rule=each.rule.code, of=each.of, choice=choice, catalogue=names, text=text)


def _hang_posters(book: bootstrap.OpenBook) -> None:
    wanted = documents.Wanted(documents.POSTER, (Language.FI,), Period.of(TODAY))
    poster = book.database.read(wanted.kind.draft, wanted, NOW.now())
    assert isinstance(poster, Manuscript)
    printed = book.database.write(hanging.note_printed, document=wanted, code=poster.code, today=TODAY).result
    for marked in MARKED[::5]:
        book.database.write(posters.hang, printed=printed, place=marked.typed, since=TODAY)


def written(session: Session) -> frozenset[tuple[str, str]]:
    """The columns in which a hostile text stands, as (table, column)."""
    found: set[tuple[str, str]] = set()
    for table in model.Table.metadata.sorted_tables:
        for column in table.columns:
            if isinstance(column.type, Text) and any(MARK.search(each or "") for each in session.scalars(select(column))):
                found.add((table.name, column.name))
    return frozenset(found)
