"""How activities are said: their state, days, kinds and numbers, and which numbers each kind asks for."""

import datetime as dt

from coordinator_app.core.activities import OURS, ActivityRow
from coordinator_app.core.catalogue import Catalogue, Choice, Family, Kind, Listing, Service
from coordinator_app.core.kinds import MeetingState, Mode, Organiser
from coordinator_app.gui.activities.reading import Occasion
from coordinator_app.gui.kit.fields import Option
from coordinator_app.gui.kit.icons import Icon
from coordinator_app.gui.kit.meeting_looks import Look, look_of_state
from coordinator_app.i18n import N_, Words

ORGANISERS = (
    Option(Organiser.OWN, N_("Our own")),
    Option(Organiser.LEAD, N_("Together, we lead")),
    Option(Organiser.PARTNER, N_("Together, another leads")),
    Option(Organiser.ATTENDED, N_("Another’s, we took part")),
)
MODES = (Option(Mode.IN_PERSON, N_("In person")), Option(Mode.REMOTE, N_("Remote")), Option(Mode.HYBRID, N_("In person and remote")))
COUNTS = ("headcount", "newcomers", "remote", "children", "women", "leaders", "enrolled", "completed", "reach")
OUTCOMES = {
    MeetingState.COUNTED: (N_("Held and counted"), Icon.HELD),
    MeetingState.NOT_COUNTED: (N_("Held, not counted"), Icon.NOT_COUNTED),
    MeetingState.CANCELLED: (N_("Cancelled"), Icon.CANCELLED),
}
_TRAINING = frozenset({"counsellor_training", "professional_programme"})
_NOTHING_COUNTED = frozenset({"research", "development"})


def look_of(row: ActivityRow, today: dt.date, records_begin: dt.date) -> Look:
    """The state of an activity as it is seen on a day."""
    return look_of_state(row.state, row.held_on, today, records_begin, ours=row.organiser in OURS)


def state_said(row: ActivityRow, look: Look, words: Words) -> str:
    """The state in a word, with the number that matters."""
    if row.state is MeetingState.COUNTED and row.headcount is not None:
        return words.count("{n} participant", "{n} participants", row.headcount)
    if row.state is MeetingState.COUNTED and row.reach is not None:
        return words.count("{n} person reached", "{n} people reached", row.reach)
    return words(look.word)


def outcome_said(row: ActivityRow, today: dt.date, catalogue: Catalogue, words: Words) -> str:
    """What became of an activity, or that there is nothing to say of it yet."""
    if row.state is MeetingState.CANCELLED:
        return words(N_("Cancelled: {reason}"), reason=catalogue.name(Listing.CANCEL_REASON, row.reason or "", words.language))
    if row.held_on > today:
        return words(N_("Its day is still to come."))
    if row.state is MeetingState.PLANNED:
        return words(N_("Nothing is recorded of it yet."))
    return words(OUTCOMES[row.state][0])


def days_said(row: ActivityRow, words: Words) -> str:
    """The day, or the first and the last."""
    if row.until is None or row.until == row.held_on:
        return words.date_with_weekday(row.held_on)
    return f"{words.date_with_weekday(row.held_on)} – {words.date_with_weekday(row.until)}"


def month_said(day: dt.date, words: Words) -> str:
    """The month as a heading writes it."""
    return f"{words.month(day.month).capitalize()} {day.year}"


def counts_of(kind: str, catalogue: Catalogue) -> tuple[str, ...]:
    """The numbers an activity of a kind is asked for, in the order of the form."""
    family = catalogue.family(kind)
    if family is Family.OUTREACH:
        return ("reach", "leaders")
    if family is Family.ADVOCACY or kind in _NOTHING_COUNTED:
        return ("leaders",)
    asked = {"headcount", "remote", "leaders"}
    if family in (Family.MEN, None):
        asked |= {"newcomers", "children"}
    if family is Family.PROFESSIONAL:
        asked.add("women")
    if kind in _TRAINING:
        asked |= {"enrolled", "completed"}
    return tuple(name for name in COUNTS if name in asked)


def is_training(kind: str | None, catalogue: Catalogue) -> bool:
    """Whether theme, sector and client are asked for."""
    return kind is not None and (catalogue.family(kind) is Family.PROFESSIONAL or kind in _TRAINING)


def options(choices: tuple[Choice, ...] | tuple[Kind, ...] | tuple[Service, ...], words: Words) -> list[Option[str]]:
    """Codes of the catalogue as a choice offers them."""
    return [Option(each.code, each.name.said(words.language), said=True) for each in choices]


def maybe(choices: tuple[Choice, ...], words: Words) -> list[Option[str | None]]:
    """The same with a way to say nothing."""
    named: list[Option[str | None]] = [Option(each.code, each.name.said(words.language), said=True) for each in choices]
    return [Option(None, N_("not said")), *named]


def occasion_options(occasions: tuple[Occasion, ...], words: Words) -> list[Option[str]]:
    """Groups and activities to choose from; an empty code stands for none of them."""
    none = Option("", N_("None, the service as a whole"))
    return [none, *(Option(each.code, _occasion_said(each, words), said=True) for each in occasions)]


def service_said(catalogue: Catalogue, code: str, words: Words) -> str:
    return catalogue.name(Listing.SERVICE, code, words.language)


def ids_of(code: str | None) -> dict[str, int | None]:
    """`group:5` as the keywords of a command."""
    kind, _, number = (code or "").partition(":")
    return {"group": None, "activity": None} | ({kind: int(number)} if number else {})


def _occasion_said(each: Occasion, words: Words) -> str:
    return each.name if each.on is None else words(N_("{name}, {day}"), name=each.name, day=words.day_and_month(each.on))
