"""What is said of people on the people screen: reasons, roles of many, and who somebody is; every text is marked with `N_`."""

from collections.abc import Mapping

from coordinator_app.core.duplicates import Candidate, Why
from coordinator_app.core.kinds import PersonRole
from coordinator_app.core.people.said import roles_said
from coordinator_app.i18n import N_, Words

REASONS: Mapping[Why, str] = {
    Why.PHONE: N_("the same phone"),
    Why.EMAIL: N_("the same e-mail"),
    Why.SAME_NAME: N_("the same name"),
    Why.LIKE_NAME: N_("nearly the same name"),
}


ROLES_OF_MANY = {
    PersonRole.PARTICIPANT: N_("Participants"),
    PersonRole.COUNSELLOR: N_("Counsellors"),
    PersonRole.VOLUNTEER: N_("Volunteers"),
    PersonRole.CONTACT_MAN: N_("Contact men"),
    PersonRole.PARTNER: N_("Partners"),
    PersonRole.JOURNALIST: N_("Journalists"),
    PersonRole.PROFESSIONAL: N_("Professionals"),
}


def who_said(candidate: Candidate, words: Words) -> str:
    """What tells somebody apart from others of his name: what he is, how he is reached, his groups, and since when he is known."""
    who = candidate.who
    # A number that goes on in the next line is hard to compare with another.
    phone = (who.phone or "").replace(" ", "\u00a0")
    known = [roles_said(who.roles, words), *(words.put(each) for each in (who.title, who.organisation, phone, who.email) if each)]
    past = [words(N_("In the book since {day}"), day=who.added_on)]
    if groups := candidate.groups:
        past.insert(0, words.count("Group: {names}", "Groups: {names}", len(groups), names=words.listing(groups)))
    return "\n".join(" · ".join(filter(None, line)) for line in (known, past) if any(line))
