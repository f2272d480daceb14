"""The tour's third part: the office's file is taken in, a quarter leaves sealed, its figures change, and the office answers."""

from collections.abc import Iterator
from functools import partial
from pathlib import Path

from coordinator_app.core import meetings, summary
from coordinator_app.core.figures import ALL
from coordinator_app.core.indicators import RecordRef
from coordinator_app.core.receipts import Question, Receipt
from coordinator_app.core.summary import SentRow
from coordinator_app.exchange import receipt_file
from coordinator_app.gui.main_window import MainWindow
from coordinator_app.gui.quarter import reading
from coordinator_app.gui.quarter.screen import QuarterScreen
from tests.exchange.summaries import NETWORK, OFFICE_KEY
from tests.gui.conftest import Script
from tests.gui.quarter.quarters import Q3, network
from tests.screens.cards import LAST_QUARTER, Stop
from tests.screens.tour import Tour

_MESSAGE = "Kiitos! Yksi luku kaipaa vielä tarkistusta."
_QUESTION = "Kävijöitä oli kesällä enemmän kuin keväällä. Onko luku oikein?"


def answered(tour: Tour, place: Path) -> Iterator[Stop]:
    """What the quarter's screen shows on the way; files lie in `place`."""
    window, kit = tour.window, tour.program.kit
    assert isinstance(window, MainWindow)
    ask = kit.ask
    assert isinstance(ask, Script)
    window.go("quarter", LAST_QUARTER)
    tour.settle()
    screen = window.screen_of("quarter")
    assert isinstance(screen, QuarterScreen)
    kit.memory.keep("quarter/folder", str(place))
    _take_in(ask, screen, network(place), "same")
    tour.settle()
    ask.answers.append("so")
    yield Stop("quarter-sealed", screen.send)
    yield Stop("quarter-sent", screen.preview.send.click)
    rows: list[tuple[SentRow, ...]] = []
    refs: list[tuple[RecordRef, ...]] = []
    kit.tasks.read(summary.sent, rows.append, period=Q3)
    kit.tasks.read(reading.records_of, refs.append, period=Q3, indicator="visits.group", of=ALL, today=kit.clock.today())
    tour.settle()
    change = partial(kit.tasks.write, meetings.count, lambda _: None, meeting=refs[0][0].id, headcount=30, today=kit.clock.today())
    yield Stop("quarter-changed", change)

    def answer() -> None:
        _take_in(ask, screen, _receipt(place, rows[0][0]))
        # The file is read, taken in, and only then is the quarter asked for again.
        tour.settle()

    yield Stop("quarter-answered", answer)


def _take_in(ask: Script, screen: QuarterScreen, file: Path, *answers: str) -> None:
    ask.paths.append(file)
    ask.answers += answers
    screen.takes.click()


def _receipt(place: Path, row: SentRow) -> Path:
    reporter = NETWORK.reporters[0]
    asked = (Question("visits.group", "peer", _QUESTION), Question("enquiries", ALL, "Puuttuuko tästä kesäkuu?"))
    said = Receipt(NETWORK.office_id, reporter.type, reporter.code, Q3, row.revision, row.file_id, row.sha256, row.created, _MESSAGE, asked)
    made = receipt_file.write(said, key=OFFICE_KEY)
    path = place / made.name
    path.write_bytes(made.data)
    return path
