"""The fields a meeting time is written with, and the rule they say."""

import datetime as dt
from typing import Any

from PySide6.QtWidgets import QComboBox

from coordinator_app.core.groups import SlotForm, SlotRow
from coordinator_app.core.kinds import Mode, Rule
from coordinator_app.core.recurrence import SlotRule
from coordinator_app.gui.kit.fields import CheckField, ChoiceField, DateField, DatesField, NumberField, Option, Side, TextField, TimeField
from coordinator_app.gui.kit.form import Form, Part
from coordinator_app.i18n import N_

# How often, as a volunteer says it; the numbers are weeks.
_OFTEN = (
    Option("1", N_("Every week")),
    Option("2", N_("Every second week")),
    Option("3", N_("Every third week")),
    Option("4", N_("Every fourth week")),
    Option("n", N_("Every so many weeks")),
    Option("monthly", N_("Once a month")),
    Option("dates", N_("On listed days")),
)
_WEEKDAYS = tuple(
    Option(number, name)
    for number, name in enumerate(
        (N_("Monday"), N_("Tuesday"), N_("Wednesday"), N_("Thursday"), N_("Friday"), N_("Saturday"), N_("Sunday"))
    )
)
_NTH = (
    Option(1, N_("the first")),
    Option(2, N_("the second")),
    Option(3, N_("the third")),
    Option(4, N_("the fourth")),
    Option(5, N_("the fifth")),
    Option(-1, N_("the last")),
)
_MODES = (Option(Mode.IN_PERSON, N_("In person")), Option(Mode.REMOTE, N_("Remote")), Option(Mode.HYBRID, N_("In person and remote")))
_USUAL_MINUTES = 120

RULE: tuple[Part, ...] = (
    Side(
        (
            ChoiceField(name="often", label=N_("How often"), options=_OFTEN, required=True),
            ChoiceField(name="weekday", label=N_("Weekday"), options=_WEEKDAYS, required=True),
        )
    ),
    NumberField(name="interval", label=N_("How many weeks apart"), lowest=1, highest=52, required=True),
    ChoiceField(name="nth", label=N_("Which of the month"), options=_NTH, required=True),
    DatesField(name="dates", label=N_("Days"), help=N_("For example 20.10., 3.11."), required=True),
    Side(
        (
            TimeField(name="starts", label=N_("Begins at"), required=True, help=N_("For example 18 or 18:30")),
            NumberField(name="minutes", label=N_("Length in minutes"), lowest=1, highest=1440, required=True),
        )
    ),
    TextField(name="place", label=N_("Place"), hint=N_("Known places are offered")),
)
MORE: tuple[Part, ...] = (
    Side(
        (
            ChoiceField(name="mode", label=N_("How men take part"), options=_MODES, required=True),
            TextField(name="link", label=N_("Link or number for remote")),
        )
    ),
    CheckField(name="skip_holidays", label=N_("Not on public holidays")),
)


def from_day(label: str, remark: str) -> DateField:
    """The day a rule begins to hold."""
    return DateField(name="valid_from", label=label, help=remark, required=True)


def follow_rule(form: Form) -> None:
    """Shows only the fields that the chosen rule has, now and whenever another is chosen."""
    combo = form.row("often").editor.focus
    assert isinstance(combo, QComboBox)
    combo.currentIndexChanged.connect(lambda _: _arrange(form))
    _arrange(form)


def usual(today: dt.date) -> dict[str, Any]:
    """The beginnings of a new meeting time."""
    return {
        "often": "1",
        "weekday": None,
        "interval": 5,
        "nth": 1,
        "dates": (),
        "starts": None,
        "minutes": _USUAL_MINUTES,
        "place": "",
        "mode": Mode.IN_PERSON,
        "link": "",
        "skip_holidays": False,
        "valid_from": today,
    }


def values_of(slot: SlotRow, valid_from: dt.date) -> dict[str, Any]:
    """A meeting time as the fields show it."""
    rule = slot.rule
    weeks = 1 if rule.rule is Rule.WEEKLY else rule.interval
    by_weeks = str(weeks) if weeks <= 4 else "n"
    return {
        "often": by_weeks if rule.rule in (Rule.WEEKLY, Rule.EVERY_N_WEEKS) else str(rule.rule),
        "weekday": rule.weekday,
        "interval": weeks,
        "nth": rule.nth or 1,
        "dates": rule.dates,
        "starts": rule.starts,
        "minutes": rule.minutes,
        "place": slot.place_name or "",
        "mode": slot.mode,
        "link": slot.link or "",
        "skip_holidays": rule.skip_holidays,
        "valid_from": valid_from,
    }


def slot_of(values: dict[str, Any], valid_until: dt.date | None = None) -> SlotForm:
    """The meeting time the fields say; a place is given by its name. Raises `Refused` for a rule that cannot be."""
    often = values["often"]
    kind = {"1": Rule.WEEKLY, "monthly": Rule.MONTHLY, "dates": Rule.DATES}.get(often, Rule.EVERY_N_WEEKS)
    rule = SlotRule(
        rule=kind,
        weekday=None if kind is Rule.DATES else values["weekday"],
        starts=values["starts"],
        minutes=values["minutes"],
        valid_from=min(values["dates"]) if kind is Rule.DATES and values["dates"] else values["valid_from"],
        valid_until=valid_until,
        interval=int(values["interval"] if often == "n" else often) if kind is Rule.EVERY_N_WEEKS else 1,
        nth=values["nth"] if kind is Rule.MONTHLY else None,
        dates=values["dates"] or () if kind is Rule.DATES else (),
        skip_holidays=bool(values.get("skip_holidays")),
    )
    return SlotForm(rule, values["place"] or None, values.get("mode") or Mode.IN_PERSON, values.get("link") or None)


def _arrange(form: Form) -> None:
    often = form.row("often").editor.read()
    form.row("interval").setVisible(often == "n")
    form.row("nth").setVisible(often == "monthly")
    form.row("dates").setVisible(often == "dates")
    form.row("weekday").setVisible(often != "dates")
