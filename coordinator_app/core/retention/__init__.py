"""How long what is said of people is kept, by the register; and the review of those whose time is over."""

from coordinator_app.core.retention.review import REASONS, Due, DueKind, Terms, due, keep, later, waiting

__all__ = ["REASONS", "Due", "DueKind", "Terms", "due", "keep", "later", "waiting"]
