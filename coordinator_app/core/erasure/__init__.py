"""Forgetting people, and names that become numbers: what is said of a man goes, what was counted stays."""

from coordinator_app.core.erasure.forgetting import forget, marked
from coordinator_app.core.erasure.names import drop_attendance, drop_enquiries
from coordinator_app.core.erasure.said import said
from coordinator_app.core.erasure.texts import Mention, mentions
from coordinator_app.core.erasure.traces import Traces, traces

__all__ = ["Mention", "Traces", "drop_attendance", "drop_enquiries", "forget", "marked", "mentions", "said", "traces"]
