"""What the activities' screen asks the book, each answer in one read."""

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from coordinator_app.bootstrap.office_files import catalogue_in_force
from coordinator_app.core import activities, enquiries, feedback, groups, organisations, places, settings, volunteering
from coordinator_app.core.activities import ActivityRow
from coordinator_app.core.catalogue import Catalogue
from coordinator_app.core.enquiries import EnquiryRow, ReferralRow, TalkRow
from coordinator_app.core.feedback import TallyRow
from coordinator_app.core.organisations import OrganisationRow
from coordinator_app.core.periods import Period, Span
from coordinator_app.core.volunteering import HoursRow, SampledMonthRow
from coordinator_app.gui.kit.known_people import KnownPeople, known_people

Named = tuple[int, str]


@dataclass(frozen=True, slots=True)
class Year:
    """The activities of one year, and what their forms offer."""

    rows: tuple[ActivityRow, ...]
    today: dt.date
    records_begin: dt.date
    catalogue: Catalogue
    places: tuple[str, ...]
    series: tuple[str, ...]
    organisations: tuple[OrganisationRow, ...]


@dataclass(frozen=True, slots=True)
class Shown:
    """One activity, with who led it and which partners took part: ids and names."""

    activity: ActivityRow
    people: tuple[Named, ...]
    partners: tuple[Named, ...]


@dataclass(frozen=True, slots=True)
class Case:
    """An enquiry with what came of it, or a support talk by itself."""

    enquiry: EnquiryRow | None
    talks: tuple[TalkRow, ...]
    referrals: tuple[ReferralRow, ...]

    @property
    def key(self) -> tuple[str, int]:
        return ("enquiry", self.enquiry.id) if self.enquiry is not None else ("talk", self.talks[0].id)

    @property
    def on(self) -> dt.date:
        return self.enquiry.on if self.enquiry is not None else self.talks[0].on

    @property
    def service(self) -> str:
        return self.enquiry.service if self.enquiry is not None else self.talks[0].service

    @property
    def person_name(self) -> str | None:
        return self.enquiry.person_name if self.enquiry is not None else self.talks[0].person_name


@dataclass(frozen=True, slots=True)
class Cases:
    """What came to the contact man in a period, newest first, and what the form offers."""

    rows: tuple[Case, ...]
    enquiries: int
    talks: int
    referrals: int
    catalogue: Catalogue
    people: KnownPeople
    organisations: tuple[OrganisationRow, ...]


@dataclass(frozen=True, slots=True)
class Occasion:
    """A group or an activity that hours or feedback can belong to; `code` is as `group:5`."""

    code: str
    name: str
    service: str
    on: dt.date | None = None


@dataclass(frozen=True, slots=True)
class Hours:
    """The volunteer hours of a period, the sampled months, and what the form offers."""

    rows: tuple[HoursRow, ...]
    sampled: tuple[SampledMonthRow, ...]
    catalogue: Catalogue
    people: KnownPeople
    occasions: tuple[Occasion, ...]


@dataclass(frozen=True, slots=True)
class Feedback:
    """The feedback of a period, and what the form offers."""

    rows: tuple[TallyRow, ...]
    catalogue: Catalogue
    occasions: tuple[Occasion, ...]


def year(session: Any, *, year: int, today: dt.date) -> Year:
    """The activities of a calendar year, by day."""
    return Year(
        activities.within(session, span=Span(dt.date(year, 1, 1), dt.date(year, 12, 31))),
        today,
        settings.read(session).records_begin,
        catalogue_in_force(session),
        tuple(dict.fromkeys(place.name for place in places.listing(session))),
        tuple(row.name for row in activities.series(session)),
        organisations.listing(session, today=today),
    )


def shown(session: Any, *, activity: int) -> Shown:
    """One activity. Raises `NotFound`."""
    return Shown(
        activities.one(session, activity=activity),
        activities.people_of(session, activity=activity),
        activities.partners_of(session, activity=activity),
    )


def cases(session: Any, *, period: Period, today: dt.date) -> Cases:
    """The enquiries of a period and the support talks that came of none."""
    span = period.span
    asked, talks = enquiries.within(session, span=span), enquiries.talks_within(session, span=span)
    referrals = enquiries.referrals_within(session, span=span)
    known = {row.id for row in asked}
    rows = [
        Case(
            row,
            tuple(each for each in talks if each.enquiry == row.id),
            tuple(each for each in referrals if each.enquiry == row.id),
        )
        for row in asked
    ]
    rows += [Case(None, (talk,), tuple(each for each in referrals if each.talk == talk.id)) for talk in talks if talk.enquiry not in known]
    rows.sort(key=lambda case: (case.on, case.key), reverse=True)
    return Cases(
        tuple(rows),
        len(asked),
        len(talks),
        len(referrals),
        catalogue_in_force(session),
        known_people(session, today=today),
        organisations.listing(session, today=today),
    )


def hours(session: Any, *, period: Period, today: dt.date) -> Hours:
    """The volunteer hours of a period, newest first."""
    span = period.span
    return Hours(
        volunteering.within(session, span=span),
        volunteering.sampled(session, span=span),
        catalogue_in_force(session),
        known_people(session, today=today),
        _occasions(session, span, today),
    )


def tallies(session: Any, *, period: Period, today: dt.date) -> Feedback:
    """The feedback of a period, newest first."""
    return Feedback(feedback.within(session, span=period.span), catalogue_in_force(session), _occasions(session, period.span, today))


def _occasions(session: Any, span: Span, today: dt.date) -> tuple[Occasion, ...]:
    """The groups of today, and our own activities of the span that have been held by today."""
    begin = settings.read(session).records_begin
    cards = groups.listing(session, today=today, records_begin=begin)
    held = [row for row in activities.within(session, span=span) if row.held_on <= today and row.organiser in activities.OURS]
    named: Sequence[Occasion] = [Occasion(f"group:{card.id}", card.name, card.service) for card in cards]
    return (*named, *(Occasion(f"activity:{row.id}", row.name, row.service, row.held_on) for row in held))
