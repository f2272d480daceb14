"""The indicators of the catalogue: each a computation over sets of records, and the list of the records behind it."""

from coordinator_app.core.indicators.answers import RecordRef
from coordinator_app.core.indicators.computing import KNOWN, Reckoning, compute, ledger_of, records
from coordinator_app.core.indicators.stated import STATABLE, Stated, state, stated, unstate

__all__ = ["KNOWN", "STATABLE", "Reckoning", "RecordRef", "Stated", "compute", "ledger_of", "records", "state", "stated", "unstate"]
