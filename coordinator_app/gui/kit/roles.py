"""What the roles of people are called, wherever they are shown or chosen; every text is marked with `N_`."""

from collections.abc import Mapping

from coordinator_app.core.kinds import PersonRole
from coordinator_app.i18n import N_

ROLES: Mapping[PersonRole, str] = {
    PersonRole.PARTICIPANT: N_("participant"),
    PersonRole.COUNSELLOR: N_("counsellor"),
    PersonRole.VOLUNTEER: N_("volunteer"),
    PersonRole.CONTACT_MAN: N_("contact man"),
    PersonRole.PARTNER: N_("partner"),
    PersonRole.JOURNALIST: N_("journalist"),
    PersonRole.PROFESSIONAL: N_("professional"),
}
