"""Whatever is typed stays plain text wherever it appears: on every screen, in lists, tips, buttons and menus, on paper, in the terminal."""

import datetime as dt
from pathlib import Path

import pytest
from sqlalchemy.orm import Session

from coordinator_app import bootstrap
from coordinator_app.bootstrap.documents import POSTER, Wanted
from coordinator_app.cli import main
from coordinator_app.core import activities, attendance, enquiries, groups, history, meetings, organisations, people
from coordinator_app.core.groups import SlotForm
from coordinator_app.core.kinds import NamesKept, Rule
from coordinator_app.core.periods import Period
from coordinator_app.core.recurrence import SlotRule
from coordinator_app.i18n import Language, Words
from coordinator_app.printing.typst import Manuscript, Typesetter
from tests.book import StoppedClock
from tests.gui.program import PASSPHRASE
from tests.hostile import CLEANED, TEXTS
from tests.printing.reading import missing, text_of

TODAY = StoppedClock().today()
_OF_PAPER = [typed for typed in TEXTS if typed.isascii() and len(typed) < 100]
# Their name, place, contact and note, of signs that every font has.
GROUPS = tuple(zip(*(_OF_PAPER[at::4] for at in range(4)), strict=False))


def fill(session: Session) -> None:
    """A man, a partner, an activity and an enquiry for each text, and groups that use them up; all men on one group's sheet."""
    for at, (name, place, contact, note) in enumerate(GROUPS):
        rule = SlotRule(Rule.WEEKLY, at % 7, dt.time(10 + at % 10), 60, TODAY)
        slots = (SlotForm(rule, place),)
        groups.add(session, name=name, today=TODAY, slots=slots, names_kept=NamesKept.NAMED, public_contact=contact, note=note)
    for typed in TEXTS:
        people.add(session, name=typed, today=TODAY, note=typed)
        organisations.add(session, name=typed, note=typed)
        activities.add(session, name=typed, kind="exercise", held_on=TODAY)
        enquiries.log(session, on=TODAY, today=TODAY, channel="phone", note=typed)
    there = [row.id for row in people.listing(session, today=TODAY)]
    first = groups.by_name(session, name=TEXTS[0])
    meeting = meetings.add_extra(session, group=first, on=TODAY)
    attendance.record(session, meeting=meeting.id, present=there, today=TODAY, note=TEXTS[1])


@pytest.fixture(scope="module")
def hostile_town(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A closed book in which everything is called like something else."""
    folder = tmp_path_factory.mktemp("hostile") / "turku"
    book, _ = bootstrap.new_book(
        folder, locality_code="turku", locality_name=TEXTS[0], language=Language.FI, passphrase=PASSPHRASE, clock=StoppedClock()
    )
    book.database.write(fill)
    for typed in TEXTS:
        book.database.write(people.change, person=1, note=typed)
        book.clock.pass_by(minutes=2)  # type: ignore[attr-defined]
    book.close(back_up=False)
    return folder


def test_every_sentence_of_the_history_says_it_as_it_was_typed(hostile_town: Path) -> None:
    book = bootstrap.open_book(hostile_town, passphrase=PASSPHRASE, clock=StoppedClock())
    for typed in TEXTS:
        book.database.write(groups.add, name=f"{typed} 2", today=TODAY)
    lines = book.database.read(history.lines, most=len(TEXTS))
    book.close(back_up=False)
    for language in Language:
        words = Words(language)
        assert all(f"{typed} 2" in line.said(words) for typed, line in zip(reversed(TEXTS), lines, strict=True))


def test_paper_sets_it_as_letters(hostile_town: Path, tmp_path: Path) -> None:
    book = bootstrap.open_book(hostile_town, passphrase=PASSPHRASE, clock=StoppedClock())
    manuscript = book.database.read(POSTER.draft, Wanted(POSTER, (Language.FI,), Period.of(TODAY)), StoppedClock().now())
    book.close(back_up=False)
    assert isinstance(manuscript, Manuscript)
    printed = text_of(Typesetter().document(manuscript, made=StoppedClock().now()), tmp_path)
    assert missing([typed for group in GROUPS for typed in group[:2]], printed) == []


def test_the_terminal_prints_it_as_it_was_typed(
    hostile_town: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COORDINATOR_PASSPHRASE", PASSPHRASE)
    monkeypatch.setenv("COORDINATOR_LANGUAGE", "en")
    monkeypatch.setenv("COLUMNS", "400")
    for what in ("people", "activities"):
        assert main(["list", str(hostile_town), what]) == 0
        said = capsys.readouterr().out
        assert "\x1b" not in said
        assert [typed for typed in TEXTS[:-1] if typed not in said] == [], what


@pytest.mark.parametrize(("typed", "left"), CLEANED)
def test_controls_are_not_kept(typed: str, left: str, tmp_path: Path, hostile_town: Path) -> None:
    book = bootstrap.open_book(hostile_town, passphrase=PASSPHRASE, clock=StoppedClock())
    person = book.database.write(people.add, name=typed, today=TODAY).result
    group = book.database.write(groups.add, name=typed, today=TODAY).result
    names = {row.id: row.name for row in book.database.read(people.listing, today=TODAY)}
    called = {row.id: row.name for row in book.database.read(groups.listing, today=TODAY, records_begin=TODAY)}
    book.close(back_up=False)
    assert (names[person], called[group]) == (left, left)
