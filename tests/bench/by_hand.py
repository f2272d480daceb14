"""Every figure of a quarter as plain SQL through the driver: what a person in a hurry would write, one statement for each indicator.

It knows an ordinary town: nothing entered by hand, no sampled months. The same figures as `core.indicators.compute` gives there.
"""

import datetime as dt
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal
from typing import Any

from coordinator_app.core.periods import Period

# A value, or why there is none.
Said = int | Decimal | str
Figures = dict[tuple[str, str], Said]

_MEN = "('exercise','culture','social','forum','conference','other')"
_PROFESSIONAL = "('professional_session','professional_intervention','professional_programme','seminar')"
_APART = "('outreach','advocacy')"
_HELD = "state IN ('counted','not_counted')"
_OURS = "organiser IN ('own','lead')"
_IN_QUARTER = "BETWEEN :since AND :until"

_MEETINGS = f"FROM meeting WHERE {_HELD} AND held_on {_IN_QUARTER}"
_DUE = "FROM meeting WHERE planned_on IS NOT NULL AND held_on BETWEEN max(:since, :begin) AND :until"
_ACTIVITIES = f"FROM activity WHERE {_OURS} AND held_on {_IN_QUARTER}"
_ACTIVITIES_HELD = f"{_ACTIVITIES} AND {_HELD}"
_COMPLETED = f"FROM activity WHERE {_OURS} AND {_HELD} AND completed_on {_IN_QUARTER}"
_TALLIES = f'FROM feedback_tally WHERE "on" {_IN_QUARTER}'
_COUNTED = "headcount IS NOT NULL"

# Each takes rows (`code`, and `n` or `one`) and says, for each code and for all: the value, then what else its figure needs.
_EACH = """
WITH rows AS ({rows}), both AS (SELECT * FROM rows UNION ALL SELECT 'all', {rest} FROM rows) SELECT code, {what} FROM both GROUP BY code
"""
_COUNT = _EACH.replace("{rest}", "n").replace("{what}", "count(n)")
_SUM = _EACH.replace("{rest}", "n").replace("{what}", "coalesce(sum(n), 0), count(n)")
_MEAN = _SUM
_DIFFERENT = _EACH.replace("{rest}", "n").replace("{what}", "count(DISTINCT n)")
_SHARE = _EACH.replace("{rest}", "n, of").replace("{what}", "sum(n), sum(of)")
_ALL_NAMED = """
WITH held AS (SELECT id, service AS code, headcount, (SELECT count(*) FROM attendance WHERE meeting_id = meeting.id) AS names
    FROM meeting WHERE state IN ('counted','not_counted') AND held_on BETWEEN {since} AND :until),
there AS (SELECT DISTINCT code, person_id FROM held JOIN attendance ON meeting_id = held.id),
both AS (SELECT code, headcount, names FROM held UNION ALL SELECT 'all', headcount, names FROM held)
SELECT code, CASE WHEN count(headcount) > 0 AND count(headcount) = sum(headcount IS NOT NULL AND headcount = names)
    THEN (SELECT count(DISTINCT person_id) FROM there WHERE both.code IN ('all', there.code)) END FROM both GROUP BY code
"""
_TALKS_NAMED = f"""
WITH rows AS (SELECT service AS code, person_id AS one FROM support_talk WHERE "on" {_IN_QUARTER}),
both AS (SELECT * FROM rows UNION ALL SELECT 'all', one FROM rows)
SELECT code, CASE WHEN count(*) = count(one) THEN count(DISTINCT one) END FROM both GROUP BY code
"""
_RAN = f"""SELECT service AS code, person_id AS n FROM meeting JOIN meeting_counsellor ON meeting_id = meeting.id
WHERE {_HELD} AND held_on {_IN_QUARTER}"""
_WORKED = f"""{_RAN} UNION ALL SELECT service, person_id FROM volunteer_hours WHERE person_id IS NOT NULL AND "on" {_IN_QUARTER}
UNION ALL SELECT service, person_id FROM activity JOIN activity_person ON activity_id = activity.id
WHERE {_OURS} AND {_HELD} AND held_on {_IN_QUARTER}"""
_PARTNERS = f"""SELECT service AS code, organisation_id AS n FROM activity JOIN activity_organisation ON activity_id = activity.id
WHERE {_OURS} AND {_HELD} AND held_on {_IN_QUARTER}"""
_OCCASIONS = f"SELECT service AS code, id AS n {_MEETINGS} UNION ALL SELECT service, id {_ACTIVITIES_HELD}"
_OFFERED = f"""
SELECT 'service', service FROM grp WHERE coalesce(started, '') <= :last UNION SELECT 'service', service FROM meeting WHERE held_on <= :last
UNION SELECT 'service', service FROM activity WHERE {_OURS} AND held_on <= :last
UNION SELECT 'service', service FROM enquiry WHERE "on" <= :last UNION SELECT 'service', service FROM support_talk WHERE "on" <= :last
UNION SELECT 'service', service FROM referral WHERE "on" <= :last UNION SELECT 'service', service FROM volunteer_hours WHERE "on" <= :last
UNION SELECT 'kind', kind FROM activity WHERE {_OURS} AND held_on <= :last
UNION SELECT 'question', question FROM feedback_tally WHERE "on" <= :last
"""


@dataclass(frozen=True, slots=True)
class Statement:
    """The SQL of one indicator, the axis of its codes, how its rows are read, and what is said where there is no row."""

    sql: str
    axis: str
    read: str = "count"
    none: Said = 0
    only: str = ""


def _service(shape: str, rows: str, read: str = "count", none: Said = 0) -> Statement:
    return Statement(shape.format(rows=rows), "service", read, none)


def _kind(shape: str, rows: str, read: str = "count", only: str = "") -> Statement:
    return Statement(shape.format(rows=rows), "kind", read, only=only)


def _meetings(column: str) -> str:
    return f"SELECT service AS code, {column} AS n {_MEETINGS}"


def _due(state: str) -> str:
    return f"SELECT service AS code, id AS n {_DUE} AND state = '{state}'"


def _activities(column: str, kinds: str) -> str:
    return f"SELECT kind AS code, {column} AS n {_ACTIVITIES_HELD} AND kind IN {kinds}"


_APART_FROM = f"kind NOT IN {_APART}"
STATEMENTS: Mapping[str, Statement] = {
    "groups.active": _service(_DIFFERENT, _meetings("group_id")),
    "groups.open": _service(
        _COUNT, "SELECT service AS code, id AS n FROM grp WHERE coalesce(started, '') <= :until AND coalesce(ended, '9999') >= :until"
    ),
    "groups.started": _service(_COUNT, f"SELECT service AS code, id AS n FROM grp WHERE started {_IN_QUARTER}"),
    "groups.ended": _service(
        _COUNT, f"SELECT service AS code, id AS n FROM grp WHERE ended {_IN_QUARTER} AND coalesce(started, '') <= :until"
    ),
    "meetings.due": _service(_COUNT, f"SELECT service AS code, id AS n {_DUE}"),
    "meetings.counted": _service(_COUNT, _due("counted")),
    "meetings.uncounted": _service(_COUNT, _due("not_counted")),
    "meetings.cancelled": _service(_COUNT, _due("cancelled")),
    "meetings.unrecorded": _service(_COUNT, _due("planned")),
    "meetings.extra": _service(_COUNT, f"{_meetings('id')} AND planned_on IS NULL"),
    "visits.group": _service(_SUM, _meetings("headcount"), "sum"),
    "visits.group.new": _service(_SUM, _meetings("newcomers"), "sum"),
    "visits.group.remote": _service(_SUM, _meetings("remote"), "sum"),
    "visits.group.children": _service(_SUM, _meetings("children"), "sum"),
    "men.group": Statement(_ALL_NAMED.format(since=":since"), "service", "known"),
    "men.group.year": Statement(_ALL_NAMED.format(since=":year"), "service", "known"),
    "size.mean": _service(_MEAN, _meetings("headcount"), "ratio", "na"),
    "hours.group": _service(_SUM, _meetings("minutes"), "hours"),
    "content.exercise": _service(_COUNT, f"{_meetings('id')} AND content = 'exercise'"),
    "content.culture": _service(_COUNT, f"{_meetings('id')} AND content = 'culture'"),
    "enquiries": _service(_COUNT, f'SELECT service AS code, id AS n FROM enquiry WHERE "on" {_IN_QUARTER}'),
    "support.talks": _service(_COUNT, f'SELECT service AS code, id AS n FROM support_talk WHERE "on" {_IN_QUARTER}'),
    "referrals": _service(_COUNT, f'SELECT service AS code, id AS n FROM referral WHERE "on" {_IN_QUARTER}'),
    "support.men": Statement(_TALKS_NAMED, "service", "known"),
    "activities.held": _kind(_COUNT, f"SELECT kind AS code, id AS n {_ACTIVITIES_HELD} AND {_APART_FROM}", only="held"),
    "activities.cancelled": _kind(
        _COUNT, f"SELECT kind AS code, id AS n {_ACTIVITIES} AND state = 'cancelled' AND {_APART_FROM}", only="held"
    ),
    "visits.activity": _kind(_SUM, _activities("headcount", _MEN), "sum", "men"),
    "visits.activity.new": _kind(_SUM, _activities("newcomers", _MEN), "sum", "men"),
    "visits.activity.remote": _kind(_SUM, _activities("remote", _MEN), "sum", "men"),
    "visits.activity.children": _kind(_SUM, _activities("children", _MEN), "sum", "men"),
    "professionals": _kind(_SUM, _activities("headcount", _PROFESSIONAL), "sum", "professional"),
    "professionals.women": _kind(_SUM, _activities("women", _PROFESSIONAL), "sum", "professional"),
    "programme.enrolled": _kind(_SUM, _activities("enrolled", "('professional_programme')"), "sum", "professional_programme"),
    "programme.completed": _kind(
        _SUM, f"SELECT kind AS code, completed AS n {_COMPLETED} AND kind = 'professional_programme'", "sum", "professional_programme"
    ),
    "counsellors.trained": _kind(
        _SUM, f"SELECT kind AS code, completed AS n {_COMPLETED} AND kind = 'counsellor_training'", "sum", "counsellor_training"
    ),
    "counsellors.active": _service(_DIFFERENT, _RAN, "workers"),
    "volunteers.active": _service(_DIFFERENT, _WORKED, "workers"),
    "partners.active": _service(_DIFFERENT, _PARTNERS),
    "volunteers.hours": _service(
        _SUM, f'SELECT service AS code, minutes AS n FROM volunteer_hours WHERE "on" {_IN_QUARTER}', "hours", "worked"
    ),
    "outreach.actions": _service(_COUNT, f"SELECT service AS code, id AS n {_ACTIVITIES_HELD} AND kind = 'outreach'"),
    "outreach.reach": _service(_SUM, f"SELECT service AS code, reach AS n {_ACTIVITIES_HELD} AND kind = 'outreach'", "sum"),
    "advocacy.actions": _service(_COUNT, f"SELECT service AS code, id AS n {_ACTIVITIES_HELD} AND kind = 'advocacy'"),
    "feedback.asked": Statement(_SUM.format(rows=f"SELECT question AS code, asked AS n {_TALLIES}"), "question", "sum"),
    "feedback.answers": Statement(_SUM.format(rows=f"SELECT question AS code, answers AS n {_TALLIES}"), "question", "sum"),
    "feedback.agree": Statement(
        _SHARE.format(rows=f"SELECT question AS code, agree AS n, answers AS of {_TALLIES}"), "question", "ratio", "na"
    ),
}


def figures(raw: Any, period: Period, *, today: dt.date, begin: dt.date, catalogue: Mapping[str, Any]) -> Figures:
    """The figures of a quarter; `raw` is the driver's connection, `catalogue` the plain JSON of the shipped file."""
    days = {
        "since": period.first.isoformat(),
        "until": min(period.last, today).isoformat(),
        "last": period.last.isoformat(),
        "year": f"{period.year}-01-01",
        "begin": begin.isoformat(),
    }
    offered: dict[str, set[str]] = {"service": {"peer"}, "kind": set(), "question": set()}
    for axis, code in raw.execute(_OFFERED, days):
        offered[axis].add(code)
    occasions = {code for code, _ in raw.execute(_COUNT.format(rows=_OCCASIONS), days)}
    codes = _codes(catalogue, offered)
    said: Figures = {}
    for indicator, statement in STATEMENTS.items():
        rows = {code: rest for code, *rest in raw.execute(statement.sql, days)}
        own = [code for code in codes[statement.axis] if _is_own(statement, code, catalogue)]
        here = [code for code in own if code in offered[statement.axis]]
        said[indicator, "all"] = _value(statement, rows.get("all"), "all" in occasions) if here else "na"
        if statement.only not in codes["kind"]:
            for code in own:
                said[indicator, code] = _value(statement, rows.get(code), code in occasions) if code in here else "na"
    return said


def _codes(catalogue: Mapping[str, Any], offered: Mapping[str, set[str]]) -> dict[str, list[str]]:
    lists = {"service": "services", "kind": "kinds", "question": "feedback_questions"}
    known = {axis: [row["code"] for row in catalogue[name]] for axis, name in lists.items()}
    return {axis: [*rows, *sorted(offered[axis] - set(rows))] for axis, rows in known.items()}


def _is_own(statement: Statement, code: str, catalogue: Mapping[str, Any]) -> bool:
    """Whether a kind of activity is one of the statement's."""
    family = next((row["family"] for row in catalogue["kinds"] if row["code"] == code), None)
    match statement.only:
        case "":
            return True
        case "held":
            return family not in ("outreach", "advocacy")
        case "men" | "professional":
            return bool(family == statement.only)
        case kind:
            return code == kind


def _value(statement: Statement, row: Sequence[Any] | None, worked: bool) -> Said:
    """What a row says, by the way its statement is read."""
    if row is None or row[0] is None:
        unsaid = worked and statement.read in ("workers", "hours") and statement.none != 0
        return "nodata" if row is not None or unsaid or (statement.read == "workers" and worked) else _nothing(statement)
    match statement.read:
        case "sum":
            return int(row[0]) if row[1] else "nodata"
        case "ratio":
            return _hundredths(row[0], row[1]) if row[1] else "nodata"
        case "hours":
            return _hundredths(row[0], 60)
        case "workers":
            return int(row[0]) if row[0] or not worked else "nodata"
        case _:
            return int(row[0])


def _nothing(statement: Statement) -> Said:
    if statement.read == "hours":
        return _hundredths(0, 60)
    return statement.none


def _hundredths(numerator: int, denominator: int) -> Decimal:
    return (Decimal(numerator) / denominator).quantize(Decimal("0.01"), ROUND_HALF_UP)
