"""The public groups as Meeting Guide JSON: what is in it, what must not be, and that it is read again as it was."""

import datetime as dt
import json
import shutil
import subprocess
from pathlib import Path
from typing import Any

import pytest

from coordinator_app.bootstrap import exports
from coordinator_app.bootstrap.exports import Choice, Export
from coordinator_app.core import groups, people, settings
from coordinator_app.core.groups import SlotForm
from coordinator_app.core.kinds import Mode, Rule
from coordinator_app.core.recurrence import SlotRule
from coordinator_app.exchange import meeting_guide
from coordinator_app.i18n import Language
from coordinator_app.storage.database import Database
from tests.book import StoppedClock

NODE = Path(__file__).parents[1] / "node"
TODAY = dt.date(2026, 10, 20)


def begin(book: Database, name: str, rule: Rule = Rule.WEEKLY, weekday: int = 6, interval: int = 1, **more: Any) -> int:
    slot = SlotForm(
        SlotRule(rule, weekday, dt.time(18, 30), 90, TODAY, interval=interval), more.pop("place", "Sali"), more.pop("mode", Mode.IN_PERSON)
    )
    return book.write(groups.add, name=name, today=TODAY, slots=(slot,), **more).result


def written(book: Database, clock: StoppedClock) -> str:
    return book.read(exports.made, what=Export.GROUPS, choice=Choice(Language.FI), now=clock.now()).decode()


def test_a_public_weekly_group_is_written_and_read_again(book: Database, clock: StoppedClock) -> None:
    group = begin(book, "Sunnuntain miehet")
    book.write(settings.change, contact_name="Esko Aalto", contact_phone="050 000 0001")
    [row] = json.loads(written(book, clock))
    assert (row["name"], row["day"], row["time"], row["end_time"]) == ("Sunnuntain miehet", 0, "18:30", "20:00")
    assert (row["slug"], row["timezone"], row["phone"]) == (f"turku-{group}-7-1830", "Europe/Helsinki", "050 000 0001")
    [found] = meeting_guide.read(written(book, clock), "groups.json").groups
    [slot] = found.slots
    assert (found.name, slot.weekday, slot.starts, slot.minutes, slot.place) == ("Sunnuntain miehet", 6, dt.time(18, 30), 90, "Sali")


def test_what_is_not_public_or_not_weekly_stays_at_home(book: Database, clock: StoppedClock) -> None:
    begin(book, "Suljettu", public=False)
    begin(book, "Joka toinen", Rule.EVERY_N_WEEKS, interval=2)
    ended = begin(book, "Loppunut")
    book.write(groups.end, group=ended, on=TODAY - dt.timedelta(days=1), today=TODAY)
    assert json.loads(written(book, clock)) == []


def test_no_name_no_hidden_place_and_no_link_leaves(book: Database, clock: StoppedClock) -> None:
    begin(book, "Piilossa", hide_place=True, place="Turvatalo")
    begin(book, "Eron jälkeen", service="divorce", place="Perhekeskus")
    begin(book, "Etänä", mode=Mode.REMOTE, place="Kotisohva")
    esko = book.write(people.add, name="Esko Aalto", today=TODAY).result
    begin(book, "Avoin", contact_id=esko)
    book.write(settings.change, contact_name="Pekka Salo", contact_phone="050 000 0001")
    text = written(book, clock)
    for secret in ("Turvatalo", "Perhekeskus", "Kotisohva", "Aalto", "Salo"):
        assert secret not in text
    rows = {row["name"]: row for row in json.loads(text)}
    assert rows["Piilossa"]["formatted_address"] == rows["Eron jälkeen"]["formatted_address"] == "Turku, Finland"
    assert rows["Etänä"]["attendance_option"] == "online"
    assert rows["Avoin"]["location"] == "Sali"


@pytest.mark.skipif(
    shutil.which("node") is None or not (NODE / "node_modules" / "@code4recovery").is_dir(), reason="node or tests/node is not installed"
)
def test_the_types_are_those_of_the_specification(book: Database, clock: StoppedClock) -> None:
    begin(book, "Avoin")
    types = json.loads(written(book, clock))[0]["types"]
    asked = "import spec from '@code4recovery/spec'; process.stdout.write(process.argv.slice(1).map(spec.isMeetingType).join())"
    told = subprocess.run(["node", "--input-type=module", "-e", asked, *types, "?"], cwd=NODE, capture_output=True, check=True, timeout=60)
    assert told.stdout.decode() == "true,false"
