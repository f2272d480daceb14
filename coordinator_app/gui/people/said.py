"""What reasons and roles of many are called on the people screen; every text is marked with `N_`."""

from collections.abc import Mapping

from coordinator_app.core.duplicates import Why
from coordinator_app.core.kinds import PersonRole
from coordinator_app.i18n import N_

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
