"""The practice town, made once for all the tests that look at screens."""

import datetime as dt
from itertools import cycle
from pathlib import Path
from typing import Any

import pytest

from coordinator_app import bootstrap
from coordinator_app.bootstrap import documents, hanging
from coordinator_app.core import catalogue, consent, feedback, people, posters, sample, settings, volunteering
from coordinator_app.core.kinds import ConsentPurpose, ContactKind, HoursTask, PersonRole
from coordinator_app.core.people import GivenContact
from coordinator_app.core.periods import Period
from coordinator_app.i18n import Language
from coordinator_app.printing.typst import Manuscript
from tests.book import StoppedClock
from tests.gui.conftest import ask, kit
from tests.gui.program import new_book

__all__ = ["ask", "kit", "town"]


@pytest.fixture(scope="session")
def town(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A closed book of a made-up town, one year old on Tuesday 20 October 2026."""
    return town_of(tmp_path_factory.mktemp("town") / "turku", 1)


@pytest.fixture(scope="session")
def bare(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A closed book in which nothing was written yet."""
    folder = tmp_path_factory.mktemp("bare") / "turku"
    new_book(folder).close(back_up=False)
    return folder


def town_of(folder: Path, years: int) -> Path:
    """The closed book of a made-up town of so many years, with posters that hang."""
    book, clock = new_book(folder, practice=True), StoppedClock()
    book.database.write(sample.fill, years=years, seed=1, today=clock.today())
    _hang_posters(book, clock)
    _enter_twice(book, clock)
    _work(book, clock)
    _ask_for_feedback(book, clock)
    _take_back(book, clock)
    book.back_up()
    book.close(back_up=False)
    return folder


def _hang_posters(book: bootstrap.OpenBook, clock: StoppedClock) -> None:
    """A poster in three languages: one said what is so when it was hung up, and the telephone number has changed since."""
    for place, language in (("Kirjasto, ilmoitustaulu", Language.FI), ("Terveysasema, aula", Language.SV), ("Työväentalo", Language.EN)):
        if language is not Language.FI:
            book.database.write(settings.change, contact_name="Yhdysmies", contact_phone="040 123 4567")
        wanted = documents.Wanted(documents.POSTER, (language,), Period.of(clock.today()))
        poster = book.database.read(wanted.kind.draft, wanted, clock.now())
        assert isinstance(poster, Manuscript)
        printed = book.database.write(hanging.note_printed, document=wanted, code=poster.code, today=clock.today()).result
        book.database.write(posters.hang, printed=printed, place=place, since=clock.today())


def _enter_twice(book: bootstrap.OpenBook, clock: StoppedClock) -> None:
    """Somebody is in the book a second time, under the same telephone number."""
    there = book.database.read(people.detail, person=1)
    phone = GivenContact(ContactKind.PHONE, there.contacts[0].value)
    book.database.write(people.add, name=there.name, today=clock.today(), contacts=[phone], roles=(PersonRole.VOLUNTEER,))


def _work(book: bootstrap.OpenBook, clock: StoppedClock) -> None:
    """Hours of this quarter: of several people and days, for groups and for nothing in particular."""
    today = clock.today()
    runners = book.database.read(people.listing, today=today, role=PersonRole.COUNSELLOR)
    tasks = zip((150, 90, 60, 30, 240), cycle(HoursTask), (1, 2, 3, None, None), ("peer", "peer", "divorce", "peer", "masi"), strict=False)
    for at, (minutes, task, group, service) in enumerate(tasks):
        # The last is of all who were there.
        man = runners[at].id if at < 4 else None
        on = today - dt.timedelta(days=2 * at)
        book.database.write(volunteering.log, on=on, today=today, minutes=minutes, service=service, task=task, person=man, group=group)


def _ask_for_feedback(book: bootstrap.OpenBook, clock: StoppedClock) -> None:
    """Each of the office's first questions was asked in one of the groups."""
    for at, question in enumerate(catalogue.shipped().feedback_questions[:3]):
        numbers: dict[str, Any] = {"asked": 12, "answers": 9 - at, "agree": 8 - 2 * at}
        on = clock.today() - dt.timedelta(days=at)
        book.database.write(feedback.tally, on=on, today=clock.today(), question=question.code, group=1 + at, **numbers)


def _take_back(book: bootstrap.OpenBook, clock: StoppedClock) -> None:
    """Two participants no longer agree to be in the book."""
    for man in book.database.read(people.listing, today=clock.today(), role=PersonRole.PARTICIPANT)[:2]:
        book.database.write(consent.withdraw, person=man.id, purpose=ConsentPurpose.NAME_IN_GROUP, on=clock.today())
