"""Every figure, and the records behind it, agrees with a second computation over an export of the same random book."""

import datetime as dt
import json
import os
from collections.abc import Iterator

import pytest
from sqlalchemy import Engine, create_engine, text, update
from sqlalchemy.orm import Session
from sqlcipher3 import dbapi2

from coordinator_app import paths
from coordinator_app.core import catalogue, indicators
from coordinator_app.core.model import Meeting, Table
from tests.reference.random_books import RandomBook
from tests.reference.second import Export, Period, Second

BOOKS = int(os.environ.get("COORDINATOR_BOOKS", "40"))
SHIPPED = catalogue.shipped()
PLAIN = json.loads(paths.resource("catalogue", f"{catalogue.SHIPPED}.json").read_text("utf-8"))


@pytest.fixture(scope="module")
def engine() -> Iterator[Engine]:
    engine = create_engine("sqlite+pysqlite://", module=dbapi2)
    Table.metadata.create_all(engine)
    yield engine
    engine.dispose()


@pytest.fixture
def session(engine: Engine) -> Iterator[Session]:
    with Session(engine) as session:
        yield session
        session.rollback()


def export_of(session: Session) -> Export:
    """Every row of every table, as it is kept."""
    tables = [table.name for table in Table.metadata.sorted_tables]
    return {name: [dict(row._mapping) for row in session.execute(text(f'SELECT * FROM "{name}"'))] for name in tables}


def period_of(book: RandomBook) -> Period:
    days = [each.isoformat() for each in (book.period.first.replace(month=1), book.period.first, book.period.last, book.today, book.begin)]
    return Period(str(book.period), *days)


def second_of(session: Session, book: RandomBook) -> Second:
    return Second(export_of(session), period_of(book), PLAIN)


@pytest.mark.parametrize("seed", range(BOOKS))
def test_figures_and_records_agree(session: Session, seed: int) -> None:
    book = RandomBook(seed)
    book.write(session)
    second = second_of(session, book)
    figures = indicators.compute(session, book.period, today=book.today, records_begin=book.begin, catalogue=SHIPPED)
    said = {
        (each.indicator, each.of): (each.value, each.numerator, each.denominator, each.status.value, each.basis and each.basis.value)
        for each in figures
    }
    assert said == second.all_figures()
    for each in figures:
        if each.status.value != "na":
            behind = indicators.records(
                session, book.period, indicator=each.indicator, of=each.of, today=book.today, records_begin=book.begin, catalogue=SHIPPED
            )
            assert {(ref.kind, ref.id): ref.value for ref in behind} == second.figure(each.indicator, each.of)[1], (each.indicator, each.of)
            assert len({(ref.kind, ref.id) for ref in behind}) == len(behind)


def test_a_meeting_that_slips_over_the_edge_is_noticed(session: Session) -> None:
    """Without this, a comparison that cannot fail would prove nothing."""
    book = next(each for each in map(RandomBook, range(BOOKS)) if each.counted)
    book.write(session)
    second = second_of(session, book)
    session.execute(update(Meeting).where(Meeting.id == book.counted[0]).values(held_on=book.period.first - dt.timedelta(days=1)))
    figures = indicators.compute(session, book.period, today=book.today, records_begin=book.begin, catalogue=SHIPPED)
    hours = next(each for each in figures if (each.indicator, each.of) == ("hours.group", "all"))
    assert hours.numerator != second.all_figures()["hours.group", "all"][1]


def test_leaving_a_service_out_is_as_if_it_had_never_been(session: Session) -> None:
    for book in map(RandomBook, range(15)):
        book.write(session)
        left_out = set(book.services[1:])
        figures = indicators.compute(session, book.period, today=book.today, records_begin=book.begin, catalogue=SHIPPED, left_out=left_out)
        export = export_of(session)
        of_service = {row["id"]: row["service"] for row in export["meeting"]}
        for name, rows in export.items():
            export[name] = [row for row in rows if row.get("service", row.get("of")) not in left_out]
        export["stated_figure"] = [row for row in export["stated_figure"] if row["of"] != "all" or not left_out]
        for name in ("attendance", "meeting_counsellor"):
            export[name] = [row for row in export[name] if of_service[row["meeting_id"]] not in left_out]
        second = Second(export, period_of(book), PLAIN).all_figures()
        assert {(each.indicator, each.of): each.value for each in figures} == {
            name: result[0] for name, result in second.items() if name[1] not in left_out
        }
        session.rollback()


def test_the_books_are_not_all_alike() -> None:
    """Without this, two computations that always say 0 would agree."""
    books = [RandomBook(seed) for seed in range(20)]
    assert len({len(book.rows[table]) for book in books for table in book.rows}) > 10
    assert [book.rows for book in books] == [RandomBook(seed).rows for seed in range(20)]
