"""Made-up summaries, update files and receipts, one of each and any number at random, and the keys that sign them."""

import datetime as dt
from decimal import Decimal
from uuid import UUID

from hypothesis import strategies as st

from coordinator_app.core import catalogue
from coordinator_app.core.clock import HELSINKI
from coordinator_app.core.figures import CheckAnswer, DirectoryEntry, Figure, Ledger, Narrative, Replaces, Reporter, Summary
from coordinator_app.core.kinds import Basis, FigureStatus, ReporterType, SummaryKind
from coordinator_app.core.network import Deadline, KnownReporter, Network, Open, Version
from coordinator_app.core.periods import Period
from coordinator_app.core.receipts import Question, Receipt
from coordinator_app.exchange import sealing
from coordinator_app.exchange.keys import SigningKey

CATALOGUE = catalogue.shipped()
LOCAL_KEY = SigningKey(bytes(range(32)))
OFFICE_KEY = SigningKey(bytes(range(1, 33)))
OTHER_KEY = SigningKey(bytes(range(2, 34)))
IDENTITY, RECIPIENT = sealing.new_identity()
NOW = dt.datetime(2026, 10, 3, 12, 30, tzinfo=HELSINKI)
FILE_ID = UUID("5a0f1f0e-7d3b-4f65-9d5e-0b1c2d3e4f50")

SUMMARY = Summary(
    office_id="office",
    reporter=Reporter(ReporterType.LOCALITY, "turku", "Turku"),
    period=Period(2026, 3),
    revision=2,
    file_id=FILE_ID,
    replaces=Replaces(UUID("11111111-2222-4333-8444-555555555555"), "ab" * 32),
    key_epoch=1,
    catalogue="2026.1",
    created=NOW,
    app_version="1.2.3",
    kind=SummaryKind.FINAL,
    practice=False,
    ledger=Ledger(due=30, counted=24, uncounted=2, cancelled=3, unrecorded=1, extra=1),
    figures=(
        Figure("visits.group", "peer", 180, basis=Basis.COLLECTED),
        Figure("visits.group", "divorce", 32, basis=Basis.COLLECTED),
        Figure("visits.group", "masi", None, status=FigureStatus.NA),
        Figure("visits.group", "all", 212, basis=Basis.COLLECTED),
        Figure("meetings.due", "peer", 20),
        Figure("meetings.due", "divorce", 10),
        Figure("meetings.counted", "divorce", 9),
        Figure("meetings.cancelled", "divorce", 1),
        Figure("meetings.due", "all", 30),
        Figure("size.mean", "peer", Decimal("7.5"), 180, 24),
        Figure("men.group", "all", None, status=FigureStatus.NODATA),
        Figure("visits.activity", "exercise", 14, basis=Basis.ESTIMATE),
    ),
    checks=(CheckAnswer("unrecorded", "peer", "room_closed", "Remontti"), CheckAnswer("uncounted", "divorce", "forgot_to_count")),
    directory=(
        DirectoryEntry("g1", "Torstairyhmä", "peer", "joka toinen torstai", 3, dt.time(18, 0), "Kirjasto", "yhdysmies", "open"),
        DirectoryEntry("g2", "Eroryhmä", "divorce", "joka tiistai", 1, dt.time(17, 30), None, None, "open"),
    ),
    narrative=Narrative("Syksy alkoi hyvin.\nUusia tuli.", "", "Lisää julisteita."),
)

NETWORK = Network(
    office_id="office",
    office_name="Keskustoimisto",
    signing_keys=(OFFICE_KEY.public.public,),
    recipients=(RECIPIENT,),
    version=Version(2026, 2),
    catalogue=CATALOGUE,
    reporters=(KnownReporter(ReporterType.LOCALITY, "turku", "Turku", "Åbo", (Open(dt.date(2009, 1, 1)),)),),
    deadlines=(Deadline(Period(2026, 3), dt.date(2026, 10, 15)),),
    small_count_threshold=5,
    message="Hyvää syksyä!",
)

RECEIPT = Receipt(
    office_id="office",
    reporter_type=ReporterType.LOCALITY,
    reporter_code="turku",
    period=Period(2026, 3),
    revision=2,
    file_id=FILE_ID,
    sha256="cd" * 32,
    received=NOW,
    message="Kiitos.",
    questions=(Question("visits.group", "peer", "Onko luku oikein?"),),
)

_codes = st.from_regex(r"[a-z][a-z0-9_.]{0,20}", fullmatch=True)
_lines = st.text(st.characters(exclude_categories=("Cc", "Cs", "Cf", "Zl", "Zp")), max_size=40)
_counts = st.integers(0, 1_000_000)
_numbers = st.one_of(_counts, st.decimals(0, 100_000, places=2, allow_nan=False, allow_infinity=False))
_empty = st.sampled_from([FigureStatus.NODATA, FigureStatus.NA, FigureStatus.WITHHELD])
_figures = st.one_of(
    st.builds(Figure, _codes, _codes, _numbers, st.none() | _numbers, st.none() | _counts, basis=st.none() | st.sampled_from(Basis)),
    st.builds(Figure, _codes, _codes, st.none(), status=_empty),
)
_times = st.none() | st.times().map(lambda at: at.replace(second=0, microsecond=0))
_entries = st.builds(
    DirectoryEntry, _codes, _lines, _codes, _lines, st.none() | st.integers(0, 6), _times, st.none() | _lines, st.none() | _lines, _codes
)
_moments = st.datetimes(dt.datetime(2020, 1, 1), dt.datetime(2040, 1, 1)).map(lambda at: at.replace(microsecond=0, tzinfo=HELSINKI))

summaries = st.builds(
    Summary,
    office_id=st.none() | _codes,
    reporter=st.builds(Reporter, st.sampled_from(ReporterType), st.from_regex(r"[a-z][a-z0-9_-]{0,20}", fullmatch=True), _lines),
    period=st.builds(Period, st.integers(2020, 2060), st.integers(1, 4)),
    revision=st.integers(1, 99),
    file_id=st.uuids(),
    replaces=st.none() | st.builds(Replaces, st.uuids(), st.just("0f" * 32)),
    key_epoch=st.integers(1, 9),
    catalogue=st.just("2026.1"),
    created=_moments,
    app_version=_lines,
    kind=st.sampled_from(SummaryKind),
    practice=st.booleans(),
    ledger=st.builds(Ledger, _counts, _counts, _counts, _counts, _counts, _counts),
    figures=st.lists(_figures, max_size=8, unique_by=lambda each: (each.indicator, each.of)).map(tuple),
    checks=st.lists(st.builds(CheckAnswer, _codes, _codes, _codes, st.none() | _lines), max_size=3).map(tuple),
    directory=st.lists(_entries, max_size=3).map(tuple),
    narrative=st.builds(Narrative, _lines, _lines, _lines),
    escrow=st.none() | st.binary(max_size=40),
)
