"""What is looked at before a summary leaves: errors that must go, warnings that are answered."""

from coordinator_app.core.checks.checking import (
    LONGEST_TEXT,
    answer,
    answer_all,
    answer_rest,
    answers,
    check,
    check_reckoned,
    records,
    unanswer,
)
from coordinator_app.core.checks.rules import RULES, Finding, Findings, Rule, Severity
from coordinator_app.core.checks.silence import LONGEST_SILENCE

__all__ = [
    "LONGEST_SILENCE",
    "LONGEST_TEXT",
    "RULES",
    "Finding",
    "Findings",
    "Rule",
    "Severity",
    "answer",
    "answer_all",
    "answer_rest",
    "answers",
    "check",
    "check_reckoned",
    "records",
    "unanswer",
]
