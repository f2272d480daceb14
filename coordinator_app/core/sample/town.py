"""The made-up town: its names, groups and places, read from a shipped file."""

import json
from collections.abc import Mapping
from typing import Any

from msgspec import Struct

from coordinator_app import paths

CODE = "mallila"
NAME = "Mallila"


class Town(Struct, frozen=True):
    """Names to draw from, and what there is in the town; the rows are those of `resources/sample/town.json`."""

    given: tuple[str, ...]
    family: tuple[str, ...]
    counsellors: tuple[str, ...]
    groups: tuple[Mapping[str, Any], ...]
    places: tuple[Mapping[str, Any], ...]
    organisations: tuple[Mapping[str, Any], ...]
    activities: tuple[Mapping[str, Any], ...]


def read() -> Town:
    """The shipped town."""
    told = json.loads(paths.resource("sample", "town.json").read_text("utf-8"))
    return Town(**{name: tuple(rows) for name, rows in told.items()})
