"""Made-up localities to print: few groups, many groups, and how a printed page is read back."""

import datetime as dt

from msgspec import structs

from coordinator_app.core.kinds import Mode, Rule
from coordinator_app.core.periods import Span
from coordinator_app.core.schedule import (
    DatedMeeting,
    Localised,
    Schedule,
    ScheduleContact,
    ScheduleGroup,
    SchedulePlace,
    ScheduleSlot,
    TermDay,
)

TODAY = dt.date(2026, 8, 10)
TERM = Span(dt.date(2026, 8, 1), dt.date(2026, 12, 31))
CALLED = ScheduleContact("Yhdysmies Pekka", "040 123 4567", "turku@miestenryhmat.example")
LONG_ASSOCIATION = (
    "Lounais-Suomen miesten vertaistuki- ja hyvinvointiyhdistys – Sydvästra Finlands förening för mäns kamratstöd och välfärd ry"
)
LONG_CALLED = ScheduleContact(
    "Maximilian Aleksanteri Äänekoskelainen-Väätäinen", "+358 50 765 4321", "maximilian.vaatainen-aanekoskelainen@miestenryhmat.example"
)
_NAMES = (
    ("Isäryhmä", "Pappagruppen", "Fathers’ group"),
    ("Erosta eteenpäin -vertaisryhmä", "Framåt efter skilsmässan", "Moving on after divorce"),
    ("Miesten keskustelupiiri", "Männens samtalscirkel", "Men’s talking circle"),
    ("Voimaa arkeen", "Kraft i vardagen", "Strength for every day"),
    ("Vieraasta veljeksi", "Från främling till broder", "From stranger to brother"),
    ("Saunaryhmä Löyly", "Bastugruppen Löyly", "Sauna group Löyly"),
    ("Etäisien ilta", "Distanspappornas kväll", "Remote fathers’ evening"),
    ("Eläkeläismiesten aamukahvit", "Pensionärernas morgonkaffe", "Retired men’s coffee"),
    ("Yksinhuoltajaisien ryhmä", "Ensamförsörjarpappor", "Single fathers"),
    ("Nuorten miesten ryhmä", "Unga mäns grupp", "Young men’s group"),
    ("Liikuntavuoro ja juttelu", "Motion och prat", "Exercise and talk"),
    ("Masennuksesta toipuvat miehet", "Män som återhämtar sig från depression", "Men recovering from depression"),
)
_PLACES = (
    SchedulePlace("Kohtaamispaikka Happihuone", "Aurakatu 12, 2. krs"),
    SchedulePlace("Martinseurakunnan talo", "Huovinkatu 5"),
    SchedulePlace("Runosmäen monitoimitalo", "Piiparinpolku 19"),
)
_TIMES = (dt.time(18), dt.time(17, 30), dt.time(10), dt.time(19))


def group(number: int, name: str = "", **changed: object) -> ScheduleGroup:
    """The group of that number: every fourth meets every second week, some are remote, each has its weekday."""
    fi, sv, en = _NAMES[number % len(_NAMES)]
    mark = f" {number // len(_NAMES) + 1}" if number >= len(_NAMES) else ""
    weekday, every = number * 3 % 5, 2 if number % 4 == 3 else 1
    first = TERM.first + dt.timedelta((weekday - TERM.first.weekday()) % 7)
    slot = ScheduleSlot(
        rule=Rule.WEEKLY if every == 1 else Rule.EVERY_N_WEEKS,
        weekday=weekday,
        starts=_TIMES[number % 4],
        minutes=90,
        interval=every,
        dates=tuple(first + dt.timedelta(7 * every * week) for week in range(22 // every)),
        place=_PLACES[number % 3],
        mode=Mode.REMOTE if number % 7 == 6 else Mode.HYBRID if number % 7 == 5 else Mode.IN_PERSON,
    )
    values: dict[str, object] = {
        "id": number + 1,
        "name": Localised(name) if name else Localised(fi + mark, sv + mark, en + mark),
        "sort_key": f"{number:04}",
        "service": "peer",
        "slots": (slot,),
        "contact": CALLED if number % 5 else ScheduleContact("Matti, ohjaaja", "050 765 4321"),
    }
    return ScheduleGroup(**(values | changed))  # type: ignore[arg-type]


def schedule(*groups: ScheduleGroup, **changed: object) -> Schedule:
    """The schedule of those groups, with a holiday, a break, every meeting dated, one cancelled and one moved."""
    meetings = [_meeting(each, day) for each in groups for slot in each.slots for day in slot.dates]
    meetings.sort(key=lambda meeting: (meeting.day, meeting.starts))
    values: dict[str, object] = {
        "association": "Miesten Tuki ry",
        "locality": Localised("Turku", "Åbo", "Turku"),
        "updated": TODAY,
        "valid": TERM,
        "groups": groups,
        "contact": CALLED,
        "web": "https://miestenryhmat.example/turku",
        "meetings": tuple(meetings),
        "term_days": (
            TermDay(
                Span(dt.date(2026, 12, 6), dt.date(2026, 12, 6)),
                Localised("Itsenäisyyspäivä", "Självständighetsdagen", "Independence Day"),
                holiday=True,
            ),
            TermDay(Span(dt.date(2026, 10, 12), dt.date(2026, 10, 18)), Localised("Syysloma", "Höstlov", "Autumn break")),
        ),
    }
    return Schedule(**(values | changed))  # type: ignore[arg-type]


def motley() -> Schedule:
    """One group of each sort: remote, hybrid, every second week, with a break, a hidden place, a sensitive service, a long name."""
    hidden = structs.replace(group(1).slots[0], place=SchedulePlace("Salainen paikka", "Salakatu 1", hidden=True))
    sensitive = structs.replace(group(2).slots[0], place=SchedulePlace("Arka paikka", "Arkakatu 2"))
    beginning = structs.replace(group(4).slots[0], since=dt.date(2026, 9, 14))
    dates = ScheduleSlot(Rule.DATES, None, dt.time(12), 120, dates=(dt.date(2026, 9, 5), dt.date(2026, 10, 3)), place=_PLACES[0])
    monthly = ScheduleSlot(Rule.MONTHLY, 6, dt.time(15), 90, nth=-1, dates=(dt.date(2026, 8, 30),), place=_PLACES[1])
    return schedule(
        group(0, pauses=(Span(dt.date(2026, 10, 12), dt.date(2026, 10, 25)),)),
        group(1, slots=(hidden,)),
        group(2, slots=(sensitive,), service="divorce", sensitive=True),
        group(3),
        group(4, slots=(beginning,)),
        group(5),
        group(6),
        group(7, slots=(dates, monthly)),
        group(8, name="Äänekosken ja Öjan seudun pitkäaikaistyöttömien yksinhuoltajaisien keskusteluryhmä"),
        group(9, public=False),
    )


def longest() -> Schedule:
    """One group of which everything that is said is long, and somebody to call whose name and address are long too."""
    slot = structs.replace(
        group(3).slots[0],
        mode=Mode.HYBRID,
        since=dt.date(2026, 8, 21),
        place=SchedulePlace(
            "Seurakuntakeskuksen alakerran kerhohuone Väinämöinen", "Kristiinankaupungintie 123 B, sisäänkäynti pihan puolelta"
        ),
    )
    name = Localised(
        "Äänekosken ja Öjan seudun pitkäaikaistyöttömien yksinhuoltajaisien keskusteluryhmä WWMMWW",
        "Samtalsgruppen för långtidsarbetslösa ensamförsörjande pappor i Äänekoski och Öja",
        "The talking group of long-term unemployed single fathers in and around Äänekoski and Öja",
    )
    pauses = (Span(dt.date(2026, 10, 12), dt.date(2026, 10, 25)), Span(dt.date(2026, 12, 21), dt.date(2027, 1, 6)))
    locality = Localised(
        "Jyväskylän maalaiskunnan ja Äänekosken seutukunta",
        "Jyväskylä landskommun och Äänekoski ekonomiska region",
        "The Jyväskylä and Äänekoski region",
    )
    alone = structs.replace(group(3), name=name, slots=(slot,), pauses=pauses, contact=LONG_CALLED)
    return schedule(alone, locality=locality, contact=LONG_CALLED)


def _meeting(each: ScheduleGroup, day: dt.date) -> DatedMeeting:
    slot = each.slots[0]
    moved = day.day == 25
    return DatedMeeting(
        day=day + dt.timedelta(1) if moved else day,
        starts=slot.starts,
        minutes=slot.minutes,
        title=each.name,
        group=each.id,
        place=slot.place,
        mode=slot.mode,
        planned=day if moved else None,
        cancelled=day.day in (9, 10),
        sensitive=each.sensitive,
    )
