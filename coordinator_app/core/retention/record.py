"""The record of processing as the register has it: a table for each purpose, in Markdown."""

from coordinator_app.core.retention.register import REGISTER, Purpose


def as_markdown() -> str:
    """The tables of the record, in the register's order."""
    return "\n".join(_table(purpose) for purpose in Purpose)


def _table(purpose: Purpose) -> str:
    rows = [f"| `{row.table}` | {', '.join(row.columns)} | {row.basis} | {row.keep} |" for row in REGISTER if row.purpose is purpose]
    head = ["| table | columns | ground | kept |", "|---|---|---|---|"]
    return "\n".join([f"## {purpose.value.capitalize()}", "", *head, *rows, ""])
