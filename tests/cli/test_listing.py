"""Lists come as columns for people and as one JSON document for programs."""

import json
from pathlib import Path

import pytest

from tests.cli.conftest import Run


@pytest.mark.parametrize("what", ["groups", "people", "activities", "meetings"])
def test_both_forms_have_the_same_rows(run: Run, town: Path, what: str) -> None:
    plain, told = run("list", town / "book", what), run("list", town / "book", what, "--json")
    assert (plain.status, told.status) == (0, 0)
    rows = json.loads(told.out)
    assert rows
    assert len(plain.out.splitlines()) == len(rows)


def test_a_place_where_a_group_meets_twice_a_week_is_named_once(run: Run, tmp_path: Path) -> None:
    assert run("sample", tmp_path / "book", "--years", "1", "--practice").status == 0
    rows = json.loads(run("list", tmp_path / "book", "groups", "--json").out)
    assert any(len(row["rules"]) > 1 for row in rows)
    assert all(len(row["places"]) == len(set(row["places"])) for row in rows)


def test_a_quarter_that_is_none_is_refused(run: Run, town: Path) -> None:
    refused = run("list", town / "book", "meetings", "--quarter", "2026")
    assert refused.status == 1
    assert "2026Q3" in refused.err
