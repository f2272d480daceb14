"""The ledger of a summary tells how complete it is."""

import pytest

from coordinator_app.core.figures import Ledger


@pytest.mark.parametrize(
    ("due", "counted", "cancelled", "share"), [(0, 0, 0, None), (3, 0, 0, 0), (4, 2, 1, 75), (200, 190, 9, 99), (200, 190, 10, 100)]
)
def test_only_what_is_complete_is_called_so(due: int, counted: int, cancelled: int, share: int | None) -> None:
    ledger = Ledger(due=due, counted=counted, uncounted=0, cancelled=cancelled, unrecorded=due - counted - cancelled, extra=0)
    assert ledger.completeness == share
