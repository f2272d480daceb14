"""What kinds and reasons are called on the people screen; every text is marked with `N_`."""

from collections.abc import Mapping, Sequence

from coordinator_app.core.duplicates import Why
from coordinator_app.core.kinds import OrganisationKind, PersonRole
from coordinator_app.core.people.said import ROLES
from coordinator_app.i18n import N_, Words

KINDS: Mapping[OrganisationKind, str] = {
    OrganisationKind.SERVICE: N_("service for men"),
    OrganisationKind.MEDIA: N_("media"),
    OrganisationKind.PARTNER: N_("partner"),
    OrganisationKind.CLIENT: N_("client"),
    OrganisationKind.OTHER: N_("other"),
}
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


def beginning(text: str) -> str:
    """The text as it begins a line of its own, with a capital."""
    return text[:1].upper() + text[1:]


def roles_said(roles: Sequence[PersonRole], words: Words) -> str:
    """All the roles on one line."""
    return beginning(", ".join(words(ROLES[role]) for role in roles))
