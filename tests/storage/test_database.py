"""A command runs whole or not at all; a read changes nothing; what was done can be taken back and done again."""

import datetime as dt

import pytest
from sqlalchemy import insert, select, text, update
from sqlalchemy.orm import Session

from coordinator_app.core.errors import InTheWay, Refused
from coordinator_app.core.kinds import NamesKept
from coordinator_app.core.model import Draft, Group, Place, Slot, TakenIn
from coordinator_app.core.model.changing import change_each
from coordinator_app.storage.database import Database
from tests.book import StoppedClock


def add(session: Session, *, name: str) -> int:
    return session.execute(insert(Place).values(name=name, sort_key=name).returning(Place.id)).scalar_one()


def rename(session: Session, *, place: int, name: str) -> None:
    session.execute(update(Place).where(Place.id == place).values(name=name))


def describe(session: Session, *, place: int, note: str) -> None:
    session.execute(update(Place).where(Place.id == place).values(note=note))


def names(session: Session) -> list[str]:
    return list(session.scalars(select(Place.name).order_by(Place.id)))


def test_a_command_returns_its_result_and_what_it_touched(book: Database) -> None:
    done = book.write(add, name="Kirjasto")
    assert (done.result, done.kinds) == (1, frozenset({"place"}))
    assert done.entry is not None
    assert book.read(names) == ["Kirjasto"]


def test_a_command_that_raises_leaves_nothing(book: Database) -> None:
    def half(session: Session) -> None:
        add(session, name="Kirjasto")
        raise Refused("No.")

    with pytest.raises(Refused):
        book.write(half)
    assert book.read(names) == []
    book.write(add, name="Kahvila")
    assert book.read(names) == ["Kahvila"]


@pytest.mark.parametrize("end", ["commit", "rollback"])
def test_a_command_cannot_end_its_own_transaction(book: Database, end: str) -> None:
    def impatient(session: Session) -> None:
        add(session, name="Kirjasto")
        getattr(session, end)()

    with pytest.raises(RuntimeError):
        book.write(impatient)
    assert book.read(names) == []


def test_a_read_cannot_change_the_book(book: Database) -> None:
    with pytest.raises(Exception, match="readonly"):
        book.read(add, name="Kirjasto")
    assert book.read(names) == []


def test_what_goes_past_the_record_of_changes_is_refused(book: Database) -> None:
    with pytest.raises(Exception, match=r"history_row\.entry"), book._engine.begin() as connection:
        connection.execute(text("INSERT INTO place (name, sort_key) VALUES ('a', 'a')"))


def test_a_command_that_changes_nothing_is_not_in_the_history(book: Database) -> None:
    book.write(add, name="Kirjasto")
    done = book.write(rename, place=1, name="Kirjasto")
    assert (done.kinds, done.entry) == (frozenset(), None)


def test_a_draft_is_kept_without_an_undo_step(book: Database) -> None:
    def draft(session: Session) -> None:
        session.execute(insert(Draft).values(screen="people", typed={"name": "Ma"}))

    assert book.write(draft).entry is None
    assert book.read(lambda session: session.scalar(select(Draft.typed))) == {"name": "Ma"}


def test_undo_and_redo_in_turn(book: Database) -> None:
    for name in ("a", "b", "c"):
        book.write(add, name=name)
    book.undo()
    book.undo()
    assert book.read(names) == ["a"]
    book.redo()
    assert book.read(names) == ["a", "b"]
    book.redo()
    assert book.read(names) == ["a", "b", "c"]
    with pytest.raises(Refused):
        book.redo()
    for _ in range(3):
        book.undo()
    assert book.read(names) == []
    with pytest.raises(Refused):
        book.undo()


def test_a_new_change_ends_what_could_be_redone(book: Database) -> None:
    book.write(add, name="a")
    book.undo()
    book.write(add, name="b")
    with pytest.raises(Refused):
        book.redo()
    book.undo()
    assert book.read(names) == []


def test_an_older_change_can_be_undone_by_itself(book: Database) -> None:
    first = book.write(add, name="a").entry
    book.write(add, name="b")
    book.undo(first)
    assert book.read(names) == ["b"]
    book.redo()
    assert book.read(names) == ["a", "b"]
    with pytest.raises(Refused):
        book.redo(first)


def test_a_later_change_of_the_same_row_stands_in_the_way(book: Database) -> None:
    first = book.write(add, name="a").entry
    later = book.write(rename, place=1, name="b").entry
    with pytest.raises(InTheWay) as refusal:
        book.undo(first)
    assert refusal.value.entry == later
    assert book.read(names) == ["b"]
    book.undo(later)
    book.undo(first)
    assert book.read(names) == []


def test_a_later_record_that_hangs_on_it_stands_in_the_way(book: Database) -> None:
    def found(session: Session) -> int:
        values = {"name": "Miesten piiri", "sort_key": "m", "service": "peer", "names_kept": NamesKept.HEADCOUNT}
        return session.execute(insert(Group).values(**values, public=True, hide_place=False).returning(Group.id)).scalar_one()

    def meet(session: Session) -> None:
        session.execute(
            text(
                "INSERT INTO slot (group_id, rule, weekday, interval, starts, minutes, place_id, mode, skip_holidays, valid_from) "
                "VALUES (1, 'weekly', 1, 1, '18:00', 90, 1, 'in_person', 0, '2026-08-01')"
            )
        )

    place = book.write(add, name="a").entry
    book.write(found)
    later = book.write(meet).entry
    with pytest.raises(InTheWay) as refusal:
        book.undo(place)
    assert refusal.value.entry == later
    assert book.read(lambda session: session.scalar(select(Slot.id))) == 1


def test_what_was_taken_in_stays_and_does_not_stop_other_undoing(book: Database) -> None:
    def take_in(session: Session) -> None:
        at = dt.datetime(2026, 10, 20, 18, tzinfo=dt.UTC)
        session.execute(insert(TakenIn).values(kind="network", version="2026.1", sha256="0" * 64, at=at, file=b"x"))

    book.write(add, name="a")
    done = book.write(take_in)
    assert done.kinds == {"taken_in"}
    with pytest.raises(Refused):
        book.undo(done.entry)
    book.undo()
    assert book.read(names) == []


def test_the_saves_of_one_field_are_one_step(book: Database, clock: StoppedClock) -> None:
    book.write(add, name="a")
    for name in ("ab", "abc", "abcd"):
        clock.pass_by(seconds=2)
        book.write(rename, place=1, name=name)
    book.undo()
    assert book.read(names) == ["a"]
    book.redo()
    assert book.read(names) == ["abcd"]


def test_a_field_typed_and_erased_is_no_step(book: Database, clock: StoppedClock) -> None:
    book.write(add, name="a")
    for name in ("ab", "a"):
        clock.pass_by(seconds=2)
        book.write(rename, place=1, name=name)
    book.undo()
    assert book.read(names) == []


def test_another_field_row_or_hour_is_another_step(book: Database, clock: StoppedClock) -> None:
    book.write(add, name="a")
    book.write(add, name="b")
    entries = {book.write(rename, place=1, name="A").entry, book.write(rename, place=2, name="B").entry}
    entries |= {book.write(describe, place=2, note="x").entry}
    clock.pass_by(hours=1)
    entries |= {book.write(describe, place=2, note="xy").entry}
    assert len(entries) == 4


def test_rows_of_one_statement_name_the_same_columns_or_nothing_is_written(book: Database) -> None:
    rows = [{"name": "Kirjasto", "sort_key": "kirjasto"}, {"name": "Kahvila", "sort_key": "kahvila", "note": "avain naapurilla"}]
    with pytest.raises(RuntimeError, match="different columns"):
        book.write(lambda session: session.execute(insert(Place), rows))
    assert book.read(names) == []


def test_many_rows_are_never_changed_without_a_condition(book: Database) -> None:
    for name in ("Kirjasto", "Kahvila"):
        book.write(add, name=name)
    with pytest.raises(RuntimeError, match="condition"):
        book.write(lambda session: session.execute(update(Place), [{"note": "avain naapurilla"}]))


def test_each_of_many_rows_gets_what_is_named_with_it(book: Database) -> None:
    first, second, third = (book.write(add, name=name).result for name in ("Kirjasto", "Kahvila", "Asema"))
    rows = [{"id": first, "name": "Uusi kirjasto"}, {"id": third, "name": "Uusi asema", "note": "avain naapurilla"}]
    book.write(lambda session: change_each(session, Place, rows))
    found = book.read(lambda session: session.execute(select(Place.id, Place.name, Place.note).order_by(Place.id)).all())
    assert found == [(first, "Uusi kirjasto", None), (second, "Kahvila", None), (third, "Uusi asema", "avain naapurilla")]
