"""The summary of a period: what is said beside its figures, the draft, what was sent, and what has changed since."""

from coordinator_app.core.summary.directory import public_groups
from coordinator_app.core.summary.drafting import changes, draft, quarters, standing
from coordinator_app.core.summary.saying import narrate, said, say_nothing
from coordinator_app.core.summary.sent import (
    changes_since_sent,
    figures_of,
    newest_payload,
    newest_revisions,
    next_revision,
    record_sent,
    sent,
    sent_file,
)
from coordinator_app.core.summary.values import Change, QuarterRow, Said, SentRow, Standing

__all__ = [
    "Change",
    "QuarterRow",
    "Said",
    "SentRow",
    "Standing",
    "changes",
    "changes_since_sent",
    "draft",
    "figures_of",
    "narrate",
    "newest_payload",
    "newest_revisions",
    "next_revision",
    "public_groups",
    "quarters",
    "record_sent",
    "said",
    "say_nothing",
    "sent",
    "sent_file",
    "standing",
]
