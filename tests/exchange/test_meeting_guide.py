"""Meeting Guide lists: what is one group, when and where it meets, and what cannot be read."""

import datetime as dt
import json
from typing import Any

import pytest

from coordinator_app.core.errors import BadFile
from coordinator_app.core.importing import Found
from coordinator_app.core.kinds import Mode
from coordinator_app.exchange.reading import read_bytes


def row(**said: Any) -> dict[str, Any]:
    return {
        "slug": "a",
        "name": "Aamu",
        "day": 1,
        "time": "07:00",
        "end_time": "08:00",
        "attendance_option": "in_person",
        "updated": "x",
    } | said


def read(*rows: Any) -> Found:
    return read_bytes(json.dumps(rows).encode(), "groups.json")


def test_rows_that_differ_by_day_alone_are_one_group() -> None:
    found = read(row(), row(slug="b", day=3, updated="y"), row(slug="c", day=0), row(slug="d", notes="muu"))
    assert [(group.name, [(slot.source_id, slot.weekday) for slot in group.slots]) for group in found.groups] == [
        ("Aamu", [("a", 0), ("b", 2), ("c", 6)]),
        ("Aamu", [("d", 0)]),
    ]


@pytest.mark.parametrize(
    ("said", "minutes", "mode", "remarks"),
    [
        ({}, 60, Mode.IN_PERSON, 0),
        ({"time": "23:00", "end_time": "00:30"}, 90, Mode.IN_PERSON, 0),
        ({"end_time": None}, 60, Mode.IN_PERSON, 1),
        ({"end_time": "07:00"}, 60, Mode.IN_PERSON, 0),
        ({"attendance_option": "online"}, 60, Mode.REMOTE, 0),
        ({"attendance_option": "hybrid"}, 60, Mode.HYBRID, 0),
        ({"attendance_option": None, "types": ["ONL"]}, 60, Mode.REMOTE, 0),
    ],
)
def test_when_and_how(said: dict[str, Any], minutes: int, mode: Mode, remarks: int) -> None:
    (group,) = read(row(**said)).groups
    (slot,) = group.slots
    assert (slot.minutes, slot.mode, len(group.remarks)) == (minutes, mode, remarks)


def test_an_inactive_group_comes_in_without_times_and_says_so() -> None:
    (group,) = read(row(attendance_option="inactive")).groups
    assert (group.slots, len(group.remarks)) == ((), 1)


def test_what_cannot_be_read_is_listed() -> None:
    found = read(
        row(),
        row(time=None),
        row(day=None),
        row(day=9),
        row(name=" "),
        "rivi",
        row(slug="z", day="2", time="19.30", group="Seura", location="Kirkko"),
    )
    assert [each.where for each in found.unread] == ["2", "3", "4", "5", "6"]
    last = found.groups[-1]
    assert (last.label, last.slots[0].weekday, last.slots[0].starts, last.slots[0].place) == ("Seura", 1, dt.time(19, 30), "Kirkko")
    read_as = {each.header: each.meaning for each in found.columns}
    assert (read_as["updated"], read_as["group"]) == (None, "Belongs to")


@pytest.mark.parametrize(
    "data",
    [b"[", b"{}", b"[1, 2]", b'{"meetings": 5}', b"[" * 100_000, b'{"a":' * 50_000, b'[{"name": "x"', b'["' + b"x" * 100 + b'\xff"]'],
)
def test_other_json_is_refused_in_a_sentence(data: bytes) -> None:
    with pytest.raises(BadFile, match=r"groups\.json"):
        read_bytes(data, "groups.json")
