"""Writes the tables of the record of processing from the register: `python -m tests.core.record_of_processing`."""

from pathlib import Path

from coordinator_app.core.retention import record

FILE = Path(__file__).parents[2] / "docs" / "privacy" / "record-of-processing.md"
_MARK = "<!-- register -->\n"


def rendered() -> str:
    """The page with its tables as the register has them; what stands above the mark is written by hand."""
    return FILE.read_text(encoding="utf-8").partition(_MARK)[0] + _MARK + "\n" + record.as_markdown()


if __name__ == "__main__":
    FILE.write_text(rendered(), encoding="utf-8")
