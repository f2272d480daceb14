"""The catalogue that ships is whole: every code of the work, in three languages, with its rules."""

import copy
import datetime as dt
from typing import Any

import pytest
from msgspec.structs import replace

from coordinator_app.core import catalogue
from coordinator_app.core.catalogue import Adding, Family, Listing
from coordinator_app.core.periods import Period
from coordinator_app.i18n import Language

SHIPPED = catalogue.shipped()

# The table of indicators, by hand: code, places, time, breakdown, by.
TABLE = """
groups.active + – + service
groups.open + last + service
groups.started + + + service
groups.ended + + + service
meetings.due + + + service
meetings.counted + + + service
meetings.uncounted + + + service
meetings.cancelled + + + service
meetings.unrecorded + + + service
meetings.extra + + + service
visits.group + + + service
visits.group.new + + + service
visits.group.remote + + + service
visits.group.children + + + service
men.group – – – service
men.group.year – last – service
size.mean ÷ ÷ ÷ service
hours.group + + + service
content.exercise + + + service
content.culture + + + service
enquiries + + + service
support.talks + + + service
referrals + + + service
support.men – – – service
activities.held + + + kind
activities.cancelled + + + kind
visits.activity + + + kind
visits.activity.new + + + kind
visits.activity.remote + + + kind
visits.activity.children + + + kind
professionals + + + kind
professionals.women + + + kind
programme.enrolled + + + none
programme.completed + + + none
counsellors.trained + + + none
counsellors.active – – – service
volunteers.active – – – service
partners.active – – – service
volunteers.hours + + + service
outreach.actions + + + service
outreach.reach + + + service
advocacy.actions + + + service
feedback.asked + + + question
feedback.answers + + + question
feedback.agree ÷ ÷ ÷ question
localities.active + – – none
"""


def test_every_indicator_is_there_with_its_three_rules() -> None:
    shipped = [(each.code, each.places, each.time, each.breakdown, each.by) for each in SHIPPED.indicators]
    assert shipped == [tuple(row.split()) for row in TABLE.split("\n") if row]
    assert [each.code for each in SHIPPED.indicators if each.office] == ["localities.active"]


def test_what_may_not_be_added_is_never_a_ratio_or_a_sum_along_another_axis_by_mistake() -> None:
    for each in SHIPPED.indicators:
        assert (each.places is Adding.RATIO) == (each.time is Adding.RATIO) == (each.breakdown is Adding.RATIO)


@pytest.mark.parametrize("listing", Listing)
@pytest.mark.parametrize("language", Language)
def test_everything_has_a_name_of_its_own_in_every_language(listing: Listing, language: Language) -> None:
    codes = [each.code for each in getattr(SHIPPED, listing.value)]
    names = [SHIPPED.name(listing, code, language) for code in codes]
    assert len(set(names)) == len(codes) > 3
    assert not set(names) & set(codes)
    assert all(name == name.strip() and name[0].isupper() for name in names)


def test_an_unknown_code_is_shown_as_it_is() -> None:
    assert SHIPPED.name(Listing.SERVICE, "brand_new", Language.FI) == "brand_new"
    assert SHIPPED.family("brand_new") is None
    assert SHIPPED.grant("brand_new") is None


def test_sensitive_are_all_services_but_three_and_whatever_is_unknown() -> None:
    assert {each.code for each in SHIPPED.services if not each.sensitive} == {"peer", "fatherhood", "training"}
    assert SHIPPED.is_sensitive("brand_new")
    assert [each.code for each in SHIPPED.services if SHIPPED.is_counts_only(each.code)] == ["violence_used"]


def test_kinds_are_counted_among_men_professionals_or_apart() -> None:
    assert SHIPPED.kinds_of(Family.MEN) == ("exercise", "culture", "social", "forum", "conference", "other")
    assert SHIPPED.kinds_of(Family.PROFESSIONAL) == (
        "professional_session",
        "professional_intervention",
        "professional_programme",
        "seminar",
    )
    assert (SHIPPED.kinds_of(Family.OUTREACH), SHIPPED.kinds_of(Family.ADVOCACY)) == (("outreach",), ("advocacy",))
    assert len(SHIPPED.kinds) == 17


def test_every_service_and_kind_has_one_grant_that_exists() -> None:
    for service in SHIPPED.services:
        for kind in [None, "brand_new", *(each.code for each in SHIPPED.kinds)]:
            assert SHIPPED.knows(Listing.GRANT, SHIPPED.grant(service.code, kind) or "")
    assert (SHIPPED.grant("peer"), SHIPPED.grant("peer", "seminar")) == ("men", "training")


def test_an_indicator_holds_from_its_day_to_its_day() -> None:
    old = replace(SHIPPED.indicators[0], valid_until=dt.date(2026, 6, 30))
    new = replace(SHIPPED.indicators[0], definition=2, valid_from=dt.date(2026, 7, 1))
    changed = replace(SHIPPED, indicators=(old, new))
    assert [each.definition for each in changed.indicators_of(Period(2026, 2))] == [1]
    assert [each.definition for each in changed.indicators_of(Period(2026, 3))] == [2]
    assert len(SHIPPED.indicators_of(Period(2026, 3))) == 46


def test_a_catalogue_comes_back_as_it_was() -> None:
    assert catalogue.from_plain(catalogue.to_plain(SHIPPED)) == SHIPPED


@pytest.mark.parametrize("listing", Listing)
def test_a_catalogue_with_a_fault_is_refused(listing: Listing) -> None:
    good: dict[str, Any] = catalogue.to_plain(SHIPPED)
    for fault in ("drop", "twice", "no name", "number", "extra"):
        plain = copy.deepcopy(good)
        rows = plain[listing.value]
        match fault:
            case "drop":
                del plain[listing.value]
            case "twice":
                rows.append(rows[0])
            case "no name":
                del rows[0]["fi"]
            case "number":
                rows[0]["code"] = 1
            case "extra":
                rows[0]["extra"] = 1
        with pytest.raises(ValueError, match="not a catalogue"):
            catalogue.from_plain(plain)
