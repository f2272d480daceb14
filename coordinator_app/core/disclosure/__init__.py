"""What of a book's figures may be seen by others than the office."""

from coordinator_app.core.disclosure.public import public_figures, public_summary
from coordinator_app.core.disclosure.small_counts import withhold
from coordinator_app.core.disclosure.unsealed import without_sensitive

__all__ = ["public_figures", "public_summary", "withhold", "without_sensitive"]
