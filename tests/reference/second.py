"""The figures a second time, in plain Python over an export of all rows, written from the rules and not from the program's statements.

Days are compared as text, which sorts. A result is (value, numerator, denominator, status, basis) and the records used, as
{(table, id): what it adds}. Nothing of the program is used here but the file of the catalogue.
"""

from collections import defaultdict
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal
from fractions import Fraction
from typing import Any

Row = dict[str, Any]
Export = dict[str, list[Row]]
Result = tuple[Any, int | None, int | None, str, str | None]
Records = dict[tuple[str, int], Any]

NODATA: Result = (None, None, None, "nodata", None)
NA: Result = (None, None, None, "na", None)
HELD = ("counted", "not_counted")
OURS = ("own", "lead")
STRENGTH = ("collected", "sample", "estimate")


@dataclass
class Period:
    """Days as `2026-07-01`; `year` is the first day of the year."""

    code: str
    year: str
    first: str
    last: str
    today: str
    begin: str

    @property
    def until(self) -> str:
        return min(self.last, self.today)


def ok(value: int, basis: str = "collected") -> Result:
    return (value, None, None, "ok", basis)


def ratio(numerator: int, denominator: int, basis: str = "collected") -> Result:
    exact = Fraction(numerator, denominator)
    hundredths = Decimal(exact.numerator * 100) / Decimal(exact.denominator)
    return (hundredths.quantize(Decimal(1), ROUND_HALF_UP) / 100, numerator, denominator, "ok", basis)


class Second:
    """All figures of one period out of one export. `catalogue` is the plain JSON of the catalogue's file."""

    def __init__(self, export: Export, period: Period, catalogue: dict[str, Any]) -> None:
        self.export, self.period, self.catalogue = export, period, catalogue
        self.families = {row["code"]: row["family"] for row in catalogue["kinds"]}
        self.names: dict[int, list[int]] = defaultdict(list)
        for row in export["attendance"]:
            self.names[row["meeting_id"]].append(row["person_id"])
        self.held = [row for row in export["meeting"] if row["state"] in HELD and self.inside(row["held_on"])]
        self.ours = [row for row in export["activity"] if row["organiser"] in OURS]
        self.our_held = [row for row in self.ours if row["state"] in HELD and self.inside(row["held_on"])]

    def inside(self, day: str | None, since: str | None = None) -> bool:
        return day is not None and (since or self.period.first) <= day <= self.period.until

    def offered(self, axis: str) -> set[str]:
        last, export = self.period.last, self.export
        if axis == "kind":
            return {row["kind"] for row in self.ours if row["held_on"] <= last}
        if axis == "question":
            return {row["question"] for row in export["feedback_tally"] if row["on"] <= last}
        found = {"peer"}
        found |= {row["service"] for row in export["grp"] if (row["started"] or "") <= last}
        found |= {row["service"] for row in export["meeting"] if row["held_on"] <= last}
        found |= {row["service"] for row in self.ours if row["held_on"] <= last}
        for table in ("enquiry", "support_talk", "referral", "volunteer_hours"):
            found |= {row["service"] for row in export[table] if row["on"] <= last}
        return found | {row["of"] for row in export["stated_figure"] if row["period"] <= self.period.code and row["of"] != "all"}

    def codes(self, axis: str) -> list[str]:
        known = [row["code"] for row in self.catalogue[{"service": "services", "kind": "kinds", "question": "feedback_questions"}[axis]]]
        return known + sorted(self.offered(axis) - set(known))

    def by_hand(self, indicator: str, of: str) -> Row | None:
        for row in self.export["stated_figure"]:
            if (row["period"], row["indicator"], row["of"]) == (self.period.code, indicator, of):
                return row
        return None

    def figure(self, indicator: str, of: str) -> tuple[Result, Records]:
        room, _, rest = indicator.partition(".")
        return ROOMS[room](self, rest, of)

    def of_family(self, family: str, of: str) -> list[Row]:
        return [row for row in pick(self.our_held, "kind", of) if self.families.get(row["kind"]) == family]

    def occasions(self, of: str) -> list[tuple[str, str]]:
        """Service and day of what was held."""
        rows = pick(self.held, "service", of) + pick(self.our_held, "service", of)
        return [(row["service"], row["held_on"]) for row in rows]

    def all_figures(self) -> dict[tuple[str, str], Result]:
        """Every figure of the catalogue, `all` and each code."""
        figures: dict[tuple[str, str], Result] = {}
        for row in self.catalogue["indicators"]:
            if row["office"]:
                continue
            indicator, axis = row["code"], row["by"]
            if axis == "none":
                kind = "counsellor_training" if indicator == "counsellors.trained" else "professional_programme"
                figures[indicator, "all"] = self.figure(indicator, "all")[0] if kind in self.offered("kind") else NA
                continue
            codes = [code for code in self.codes(axis) if axis != "kind" or self.is_counted_by(indicator, code)]
            offered = self.offered(axis)
            figures[indicator, "all"] = self.figure(indicator, "all")[0] if any(code in offered for code in codes) else NA
            for code in codes:
                figures[indicator, code] = self.figure(indicator, code)[0] if code in offered else NA
        return figures

    def is_counted_by(self, indicator: str, kind: str) -> bool:
        family = self.families.get(kind)
        if indicator.startswith("visits"):
            return family == "men"
        if indicator.startswith("professionals"):
            return family == "professional"
        return family not in ("outreach", "advocacy")


def counted(table: str, rows: list[Row]) -> tuple[Result, Records]:
    return ok(len(rows)), {(table, row["id"]): 1 for row in rows}


def summed(table: str, rows: list[Row], field: str, could: Callable[[Row], bool] | None = None) -> tuple[Result, Records]:
    said = [row[field] for row in rows if row[field] is not None]
    used: Records = {(table, row["id"]): row[field] for row in rows}
    if rows and not said:
        return NODATA, used
    asked = [row for row in rows if could(row)] if could else said
    return ok(sum(said), "collected" if len(asked) == len(said) else "sample"), used


def different(table: str, pairs: Iterable[tuple[int, int]]) -> tuple[Result, Records]:
    """Pairs of a record and the one it names, each pair once."""
    used: Records = defaultdict(int)
    for _, one in pairs:
        used[table, one] += 1
    return ok(len(used)), dict(used)


def of_groups(second: Second, what: str, of: str) -> tuple[Result, Records]:
    if what == "active":
        return different("grp", [(row["id"], row["group_id"]) for row in pick(second.held, "service", of)])
    groups, period = pick(second.export["grp"], "service", of), second.period
    if what == "open":
        return counted("grp", [row for row in groups if (row["started"] or "") <= period.until <= (row["ended"] or "9999")])
    if what == "started":
        return counted("grp", [row for row in groups if second.inside(row["started"])])
    return counted("grp", [row for row in groups if second.inside(row["ended"]) and (row["started"] or "") <= period.until])


def of_meetings(second: Second, what: str, of: str) -> tuple[Result, Records]:
    if what == "extra":
        return counted("meeting", [row for row in pick(second.held, "service", of) if row["planned_on"] is None])
    since = max(second.period.first, second.period.begin)
    due = [row for row in second.export["meeting"] if row["planned_on"] is not None and second.inside(row["held_on"], since)]
    states = {"counted": "counted", "uncounted": "not_counted", "cancelled": "cancelled", "unrecorded": "planned"}
    return counted("meeting", [row for row in pick(due, "service", of) if what == "due" or row["state"] == states[what]])


def of_visits(second: Second, what: str, of: str) -> tuple[Result, Records]:
    place, _, part = what.partition(".")
    field = {"": "headcount", "new": "newcomers", "remote": "remote", "children": "children"}[part]
    could = None if part == "" else counted_in
    if place == "group":
        return summed("meeting", pick(second.held, "service", of), field, could)
    return summed("activity", second.of_family("men", of), field, could)


def of_men(second: Second, what: str, of: str) -> tuple[Result, Records]:
    since = second.period.year if what == "group.year" else second.period.first
    held = [row for row in second.export["meeting"] if row["state"] in HELD and second.inside(row["held_on"], since)]
    held = pick(held, "service", of)
    used: Records = {("meeting", row["id"]): row["headcount"] for row in held}
    counted = [row for row in held if row["headcount"] is not None]
    if not held:
        return ok(0), used
    if counted and all(len(second.names[row["id"]]) == row["headcount"] for row in counted):
        return ok(len({person for row in counted for person in second.names[row["id"]]})), used
    return or_by_hand(second, f"men.{what}", of, used)


def or_by_hand(second: Second, indicator: str, of: str, used: Records) -> tuple[Result, Records]:
    entered = second.by_hand(indicator, of)
    if entered is None:
        return NODATA, used
    return ok(entered["value"], entered["basis"]), {("stated_figure", entered["id"]): entered["value"]}


def of_size(second: Second, what: str, of: str) -> tuple[Result, Records]:
    assert what == "mean"
    held = pick(second.held, "service", of)
    used: Records = {("meeting", row["id"]): row["headcount"] for row in held}
    heads = [row["headcount"] for row in held if row["headcount"] is not None]
    return (ratio(sum(heads), len(heads)) if heads else NODATA if held else NA), used


def of_hours(second: Second, what: str, of: str) -> tuple[Result, Records]:
    assert what == "group"
    held = pick(second.held, "service", of)
    return ratio(sum(row["minutes"] for row in held), 60), {("meeting", row["id"]): row["minutes"] for row in held}


def of_content(second: Second, what: str, of: str) -> tuple[Result, Records]:
    return counted("meeting", [row for row in pick(second.held, "service", of) if row["content"] == what])


def of_enquiries(second: Second, _: str, of: str) -> tuple[Result, Records]:
    return dated(second, "enquiry", of)


def of_referrals(second: Second, _: str, of: str) -> tuple[Result, Records]:
    return dated(second, "referral", of)


def dated(second: Second, table: str, of: str) -> tuple[Result, Records]:
    return counted(table, [row for row in pick(second.export[table], "service", of) if second.inside(row["on"])])


def of_support(second: Second, what: str, of: str) -> tuple[Result, Records]:
    result, used = dated(second, "support_talk", of)
    if what == "talks" or not used:
        return result, used
    talks = [row for row in second.export["support_talk"] if ("support_talk", row["id"]) in used]
    if all(row["person_id"] is not None for row in talks):
        return ok(len({row["person_id"] for row in talks})), used
    return or_by_hand(second, "support.men", of, used)


def of_activities(second: Second, what: str, of: str) -> tuple[Result, Records]:
    states = HELD if what == "held" else ("cancelled",)
    rows = [row for row in second.ours if row["state"] in states and second.inside(row["held_on"])]
    apart = ("outreach", "advocacy")
    return counted("activity", [row for row in pick(rows, "kind", of) if second.families.get(row["kind"]) not in apart])


def of_professionals(second: Second, what: str, of: str) -> tuple[Result, Records]:
    rows = second.of_family("professional", of)
    return summed("activity", rows, "women", counted_in) if what else summed("activity", rows, "headcount")


def of_programme(second: Second, what: str, _: str) -> tuple[Result, Records]:
    if what == "enrolled":
        return summed("activity", [row for row in second.our_held if row["kind"] == "professional_programme"], "enrolled")
    return completed(second, "professional_programme")


def completed(second: Second, kind: str) -> tuple[Result, Records]:
    rows = [row for row in second.ours if row["state"] in HELD and row["kind"] == kind and second.inside(row["completed_on"])]
    return summed("activity", rows, "completed")


def of_counsellors(second: Second, what: str, of: str) -> tuple[Result, Records]:
    if what == "trained":
        return completed(second, "counsellor_training")
    meetings = {row["id"] for row in pick(second.held, "service", of)}
    named = [(row["meeting_id"], row["person_id"]) for row in second.export["meeting_counsellor"] if row["meeting_id"] in meetings]
    return workers(second, "counsellors.active", of, named)


def workers(second: Second, indicator: str, of: str, named: list[tuple[int, int]]) -> tuple[Result, Records]:
    entered = second.by_hand(indicator, of)
    if entered is not None:
        return or_by_hand(second, indicator, of, {})
    result, used = different("person", named)
    return (result if named or not second.occasions(of) else NODATA), used


def of_volunteers(second: Second, what: str, of: str) -> tuple[Result, Records]:
    if what == "hours":
        return volunteer_hours(second, of)
    hours = [row for row in pick(second.export["volunteer_hours"], "service", of) if second.inside(row["on"])]
    meetings = {row["id"] for row in pick(second.held, "service", of)}
    activities = {row["id"] for row in pick(second.our_held, "service", of)}
    named = [(row["id"], row["person_id"]) for row in hours if row["person_id"] is not None]
    named += [(row["id"], row["person_id"]) for row in second.export["meeting_counsellor"] if row["meeting_id"] in meetings]
    named += [(row["id"], row["person_id"]) for row in second.export["activity_person"] if row["activity_id"] in activities]
    return workers(second, "volunteers.active", of, named)


def of_partners(second: Second, _: str, of: str) -> tuple[Result, Records]:
    held = {row["id"] for row in pick(second.our_held, "service", of)}
    rows = [row for row in second.export["activity_organisation"] if row["activity_id"] in held]
    return different("organisation", [(row["id"], row["organisation_id"]) for row in rows])


def volunteer_hours(second: Second, of: str) -> tuple[Result, Records]:
    parts = [hours_of(second, service) for service in (sorted(second.offered("service")) if of == "all" else [of])]
    known = [part for part in parts if part is not None]
    if not known and of == "all":
        entered = second.by_hand("volunteers.hours", "all")
        known = [] if entered is None else [estimate(entered)]
    if not known:
        return (NODATA if second.occasions(of) else ratio(0, 60)), {}
    used: Records = {}
    for _, _, records in known:
        used |= records
    basis = max((basis for _, basis, _ in known), key=STRENGTH.index)
    return ratio(sum(minutes for minutes, _, _ in known), 60, basis), used


def hours_of(second: Second, service: str) -> tuple[int, str, Records] | None:
    rows = [row for row in pick(second.export["volunteer_hours"], "service", service) if second.inside(row["on"])]
    months = {row["month"][:7] for row in pick(second.export["sampled_month"], "service", service) if second.inside(row["month"])}
    entered = second.by_hand("volunteers.hours", service)
    if months:
        occasions = second.occasions(service)
        stood_for = [day for _, day in occasions if day[:7] in months]
        rows = [row for row in rows if row["on"][:7] in months]
        if stood_for:
            exact = Fraction(sum(row["minutes"] for row in rows), len(stood_for)) * len(occasions)
            return int(exact + Fraction(1, 2)), "sample", minutes_of(rows)
    elif rows:
        return sum(row["minutes"] for row in rows), "collected", minutes_of(rows)
    return None if entered is None else estimate(entered)


def of_outreach(second: Second, what: str, of: str) -> tuple[Result, Records]:
    rows = [row for row in pick(second.our_held, "service", of) if second.families.get(row["kind"]) == "outreach"]
    return counted("activity", rows) if what == "actions" else summed("activity", rows, "reach")


def of_advocacy(second: Second, _: str, of: str) -> tuple[Result, Records]:
    rows = [row for row in pick(second.our_held, "service", of) if second.families.get(row["kind"]) == "advocacy"]
    return counted("activity", rows)


def of_feedback(second: Second, what: str, of: str) -> tuple[Result, Records]:
    rows = [row for row in pick(second.export["feedback_tally"], "question", of) if second.inside(row["on"])]
    if what != "agree":
        return summed("feedback_tally", rows, what)
    used: Records = {("feedback_tally", row["id"]): row["agree"] for row in rows}
    answers = sum(row["answers"] for row in rows)
    return (ratio(sum(row["agree"] for row in rows), answers) if answers else NODATA if rows else NA), used


def pick(rows: list[Row], field: str, of: str) -> list[Row]:
    return rows if of == "all" else [row for row in rows if row[field] == of]


def counted_in(row: Row) -> bool:
    return row["headcount"] is not None


def minutes_of(rows: list[Row]) -> Records:
    return {("volunteer_hours", row["id"]): row["minutes"] for row in rows}


def estimate(row: Row) -> tuple[int, str, Records]:
    return 60 * row["value"], row["basis"], {("stated_figure", row["id"]): row["value"]}


ROOMS: dict[str, Callable[[Second, str, str], tuple[Result, Records]]] = {
    "activities": of_activities,
    "advocacy": of_advocacy,
    "content": of_content,
    "counsellors": of_counsellors,
    "enquiries": of_enquiries,
    "feedback": of_feedback,
    "groups": of_groups,
    "hours": of_hours,
    "meetings": of_meetings,
    "men": of_men,
    "outreach": of_outreach,
    "partners": of_partners,
    "professionals": of_professionals,
    "programme": of_programme,
    "referrals": of_referrals,
    "size": of_size,
    "support": of_support,
    "visits": of_visits,
    "volunteers": of_volunteers,
}
