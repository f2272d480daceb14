"""Who worked unpaid, and for how long: counsellors, volunteers, partners, hours."""

from msgspec import Struct
from sqlalchemy import ColumnElement, Text, func, select, true, type_coerce, union_all

from coordinator_app.core.catalogue import By, Catalogue
from coordinator_app.core.figures import ALL
from coordinator_app.core.indicators.activities import IS_OURS
from coordinator_app.core.indicators.activities import WAS_HELD as ACTIVITY_HELD
from coordinator_app.core.indicators.answers import Answers, RecordRef
from coordinator_app.core.indicators.computation import Computation, Ones
from coordinator_app.core.indicators.kept import kept, kept_records
from coordinator_app.core.indicators.meetings import HELD
from coordinator_app.core.indicators.scopes import Column, Different, Measure, Scope
from coordinator_app.core.indicators.stated import Stated, by_hand
from coordinator_app.core.indicators.verdict import NODATA, Verdict, quotient, weakest
from coordinator_app.core.indicators.window import SINCE, UNTIL
from coordinator_app.core.kinds import Basis
from coordinator_app.core.model import (
    Activity,
    ActivityOrganisation,
    ActivityPerson,
    Group,
    Meeting,
    MeetingCounsellor,
    Organisation,
    Person,
    SampledMonth,
    VolunteerHours,
)

_HELD_ACTIVITY = IS_OURS & ACTIVITY_HELD & Activity.held_on.between(SINCE, UNTIL)
_occasions = union_all(
    select(Meeting.id, Meeting.service, Meeting.held_on.label("on")).where(HELD),
    select(Activity.id, Activity.service, Activity.held_on.label("on")).where(_HELD_ACTIVITY),
).subquery("occasion")
_deeds = union_all(
    select(VolunteerHours.person_id, VolunteerHours.service, VolunteerHours.on.label("on")).where(
        VolunteerHours.on.between(SINCE, UNTIL), VolunteerHours.person_id.is_not(None)
    ),
    select(MeetingCounsellor.person_id, Meeting.service, Meeting.held_on)
    .join_from(Meeting, MeetingCounsellor, MeetingCounsellor.meeting_id == Meeting.id)
    .where(HELD),
    select(ActivityPerson.person_id, Activity.service, Activity.held_on)
    .join_from(Activity, ActivityPerson, ActivityPerson.activity_id == Activity.id)
    .where(_HELD_ACTIVITY),
).subquery("deed")


def _sampled(service: Column, on: Column) -> ColumnElement[bool]:
    """Whether a day lies in a month that was sampled for its service; days are kept as text, `2026-10-20`."""
    first_of_month = func.substr(type_coerce(on, Text), 1, 8, type_=Text).concat("01")
    here = (SampledMonth.service == service) & (type_coerce(SampledMonth.month, Text) == first_of_month)
    return select(SampledMonth.id).where(here).exists()


_OCCASIONS = Scope(
    kind="occasion",
    rows=_occasions,
    id=_occasions.c.id,
    on=_occasions.c.on,
    title=_occasions.c.service,
    of=_occasions.c.service,
    where=true(),
    measures={"all": Measure(), "sampled": Measure(only=_sampled(_occasions.c.service, _occasions.c.on))},
)
_HOURS = Scope(
    kind="volunteer_hours",
    rows=VolunteerHours.__table__,
    listed=VolunteerHours.__table__.outerjoin(Person.__table__)
    .outerjoin(Group.__table__, Group.id == VolunteerHours.group_id)
    .outerjoin(Activity.__table__, Activity.id == VolunteerHours.activity_id),
    id=VolunteerHours.id,
    on=VolunteerHours.on,
    title=func.coalesce(Person.name, Group.name, Activity.name, VolunteerHours.task.cast(Text)),
    of=VolunteerHours.service,
    where=VolunteerHours.on.between(SINCE, UNTIL),
    measures={
        "logged": Measure(amount=VolunteerHours.minutes),
        "sampled": Measure(only=_sampled(VolunteerHours.service, VolunteerHours.on), amount=VolunteerHours.minutes),
    },
)
_SAMPLED_SERVICES = select(SampledMonth.service).where(SampledMonth.month.between(SINCE, UNTIL)).distinct()

_COUNSELLORS = Different(
    kind="person",
    rows=Meeting.__table__.join(MeetingCounsellor.__table__),
    listed=Meeting.__table__.join(MeetingCounsellor.__table__).join(Person.__table__),
    id=MeetingCounsellor.person_id,
    on=Meeting.held_on,
    title=Person.name,
    of=Meeting.service,
    where=HELD,
)
_VOLUNTEERS = Different(
    kind="person",
    rows=_deeds,
    listed=_deeds.join(Person.__table__, Person.id == _deeds.c.person_id),
    id=_deeds.c.person_id,
    on=_deeds.c.on,
    title=Person.name,
    of=_deeds.c.service,
    where=true(),
)
_PARTNERS = Different(
    kind="organisation",
    rows=Activity.__table__.join(ActivityOrganisation.__table__),
    listed=Activity.__table__.join(ActivityOrganisation.__table__).join(
        Organisation.__table__, Organisation.id == ActivityOrganisation.organisation_id
    ),
    id=ActivityOrganisation.organisation_id,
    on=Activity.held_on,
    title=Organisation.name,
    of=Activity.service,
    where=_HELD_ACTIVITY,
)


class Workers(Struct, frozen=True):
    """Different ones who worked: as entered by hand, else those the records name; no data where all is held by nobody known.

    What was entered by hand comes first, because the records need not name everyone.
    """

    indicator: str
    names: Different

    def covers(self, code: str, catalogue: Catalogue) -> bool:
        return True

    def verdict(self, answers: Answers, of: str) -> Verdict:
        entered = by_hand(answers, self.indicator, of)
        if entered is not None:
            return Verdict(entered.value, basis=entered.basis)
        named = answers.different(self.names, of) + kept(answers, self.indicator, of)
        return Verdict(named) if named or not answers.tally(_OCCASIONS, "all", of).records else NODATA

    def records(self, answers: Answers, of: str) -> tuple[RecordRef, ...]:
        entered = by_hand(answers, self.indicator, of)
        if entered is not None:
            return (entered.record,)
        return answers.ones_behind(self.names, of) + kept_records(answers, self.indicator, of)


class _Minutes(Struct, frozen=True):
    """The volunteer minutes of one service, on what basis, and what they come from: a measure of the logged hours, or a figure by hand."""

    minutes: int
    basis: Basis
    measure: str = "logged"
    entered: Stated | None = None


class Hours:
    """Volunteer hours, service by service; `all` is the sum of the services that are known, on the weakest basis among them.

    With a sampled month: the minutes logged in sampled months ÷ the occasions in them × the occasions of the period, to the whole minute.
    Else what was logged; else the estimate entered by hand; else 0 where nothing was held, and no data where something was.
    An occasion is a meeting or an activity of ours that was held.
    """

    indicator = "volunteers.hours"

    def covers(self, code: str, catalogue: Catalogue) -> bool:
        return True

    def verdict(self, answers: Answers, of: str) -> Verdict:
        known = list(self._parts(answers, of).values())
        if not known:
            return NODATA if answers.tally(_OCCASIONS, "all", of).records else quotient(0, 60)
        return quotient(sum(part.minutes for part in known), 60, weakest(part.basis for part in known))

    def records(self, answers: Answers, of: str) -> tuple[RecordRef, ...]:
        """The hours that were used: all that were logged, those of sampled months, or the estimate."""
        found: list[RecordRef] = []
        for service, part in self._parts(answers, of).items():
            found += answers.behind(_HOURS, part.measure, service) if part.entered is None else [part.entered.record]
        return tuple(found)

    def _parts(self, answers: Answers, of: str) -> dict[str, _Minutes]:
        """What is known of a service, or of every service; an estimate for all serves only where no service is known by itself."""
        services = answers.codes(By.SERVICE) if of == ALL else (of,)
        found = {service: part for service in services if (part := self._of_service(answers, service)) is not None}
        entered = by_hand(answers, self.indicator, ALL) if of == ALL and not found else None
        return found if entered is None else {ALL: _Minutes(60 * entered.value, entered.basis, entered=entered)}

    def _of_service(self, answers: Answers, service: str) -> _Minutes | None:
        sampled_services = answers.once(_SAMPLED_SERVICES, lambda: {row[0] for row in answers.rows(_SAMPLED_SERVICES)})
        logged = answers.tally(_HOURS, "logged", service)
        if service in sampled_services:
            stood_for = answers.tally(_OCCASIONS, "sampled", service).records
            if stood_for:
                minutes = answers.tally(_HOURS, "sampled", service).amount * answers.tally(_OCCASIONS, "all", service).records
                return _Minutes(_rounded(minutes, stood_for), Basis.SAMPLE, "sampled")
        elif logged.records:
            return _Minutes(logged.amount, Basis.COLLECTED)
        entered = by_hand(answers, self.indicator, service)
        return None if entered is None else _Minutes(60 * entered.value, entered.basis, entered=entered)


def _rounded(numerator: int, denominator: int) -> int:
    """The ratio to the nearest whole number, half up."""
    return (2 * numerator + denominator) // (2 * denominator)


WORKERS = (Workers("counsellors.active", _COUNSELLORS), Workers("volunteers.active", _VOLUNTEERS))
COMPUTATIONS: dict[str, Computation] = {
    **{each.indicator: each for each in WORKERS},
    "partners.active": Ones(_PARTNERS),
    "volunteers.hours": Hours(),
}
