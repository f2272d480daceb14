"""Files of a book of hostile texts: their names, what is in them, and what the office says in a receipt."""

from collections.abc import Iterator
from functools import partial
from pathlib import Path
from typing import Any

from msgspec.structs import replace

from coordinator_app.bootstrap import office_files
from coordinator_app.core import summary
from coordinator_app.core.receipts import Question, Receipt
from coordinator_app.exchange import network_file, receipt_file
from coordinator_app.gui.importing.screen import ImportingScreen
from coordinator_app.gui.main_window import MainWindow
from coordinator_app.gui.quarter.screen import QuarterScreen
from coordinator_app.gui.quarter.taking_in import TakingIn
from tests.exchange.summaries import NETWORK, OFFICE_KEY
from tests.exchange.workbooks import ods
from tests.gui.quarter.quarters import NOW, Q3
from tests.hostile import MARKED
from tests.screens.cards import Stop
from tests.screens.tour import Tour

_LONG = 100
# What a file can be called on any system that has no drives.
NAMES = tuple(each.kept for each in MARKED if "/" not in each.kept and len(each.kept) < _LONG)
# Of these the files are called so, or say so in a place of their own, and each must have been seen.
SEEN = (*NAMES[:6], *(each.kept for each in MARKED[9:14]))
_ESCAPED = {ord(sign): f"\\{sign}" for sign in "\\;,"} | {ord("\n"): r"\n", ord("\r"): ""}
_CARD = "BEGIN:VCARD\r\nVERSION:3.0\r\nFN:{name}\r\nN:;{name};;;\r\nNOTE:{note}\r\nTEL:040 123 45{at:02}\r\nEND:VCARD\r\n"


def imported(tour: Tour, folder: Path) -> Iterator[Stop]:
    """Cards, a table and a file that is neither, each looked at row by row."""
    window = tour.window
    assert isinstance(window, MainWindow)
    screen = window.screen_of("importing")
    assert isinstance(screen, ImportingScreen)
    cards, table, neither = (folder / f"{name}.{ending}" for name, ending in zip(NAMES[:3], ("vcf", "ods", "xlsx"), strict=True))
    names = [each.typed.encode(errors="ignore").decode().translate(_ESCAPED) for each in MARKED]
    cards.write_text("".join(_CARD.format(name=name, note=names[-at], at=at) for at, name in enumerate(names)), encoding="utf-8")
    rows = [(each.kept, MARKED[-at].kept, "x") for at, each in enumerate(MARKED)]
    table.write_bytes(ods([("Nimi", "Muistiinpano", MARKED[2].kept), *rows]))
    neither.write_text(MARKED[0].kept, encoding="utf-8")
    yield Stop("files", partial(window.go, "importing"))
    yield Stop("files, brought", partial(screen.bring, [cards, table, neither]))
    for at, button in enumerate(list(screen.bar.buttons)):
        yield Stop(f"file {at}", button.click)
        for row in range(0, screen.file.table.rows.rowCount(), 8):
            yield Stop(f"file {at}, row {row}", partial(screen.file.table.selectRow, row))


def answered(tour: Tour, folder: Path) -> Iterator[Stop]:
    """The quarter is sent into a folder, and the office answers."""
    window, kit = tour.window, tour.program.kit
    assert isinstance(window, MainWindow)
    screen = window.screen_of("quarter")
    assert isinstance(screen, QuarterScreen)
    place = folder / NAMES[3]
    place.mkdir()
    kit.memory.keep("quarter/folder", str(place))
    yield Stop("to be sent", screen.send)
    yield Stop("sent", screen.sending.preview.send.click)
    found: list[Any] = []
    yield Stop("sent, read", partial(kit.tasks.read, summary.sent, found.append, period=Q3))
    receipt = _receipt(folder, found[0][0])
    kit.ask.paths.append(receipt)  # type: ignore[attr-defined]
    yield Stop("answered", screen.takes.click)
    update = office_files.look(network_file.write(replace(NETWORK, office_name=MARKED[9].kept), key=OFFICE_KEY).data, name=NAMES[5])
    asking = TakingIn(kit, window, lambda _: None)
    yield Stop("first file of an office", lambda: kit.ask.question(window, asking._question(update)))


def _receipt(folder: Path, row: Any) -> Path:
    texts = iter(each.kept for each in MARKED[10:])
    questions = tuple(Question(indicator, "all", next(texts)) for indicator in ("visits.group", "enquiries", "men.group"))
    reporter = NETWORK.reporters[0].type
    said = Receipt(NETWORK.office_id, reporter, "turku", Q3, row.revision, row.file_id, row.sha256, NOW, next(texts), questions)
    path = folder / f"{NAMES[4]}.receipt"
    path.write_bytes(receipt_file.write(said, key=OFFICE_KEY).data)
    return path
