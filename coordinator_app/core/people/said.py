"""What roles, places in groups, consents, languages and kinds of organisations are called; every text is marked with `N_`."""

from collections.abc import Mapping, Sequence

from coordinator_app.core.kinds import ConsentPurpose, ConsentWay, MemberRole, OrganisationKind, PersonRole
from coordinator_app.core.texts import beginning
from coordinator_app.i18n import N_, Words

ROLES: Mapping[PersonRole, str] = {
    PersonRole.PARTICIPANT: N_("participant"),
    PersonRole.COUNSELLOR: N_("counsellor"),
    PersonRole.VOLUNTEER: N_("volunteer"),
    PersonRole.CONTACT_MAN: N_("contact man"),
    PersonRole.PARTNER: N_("partner"),
    PersonRole.JOURNALIST: N_("journalist"),
    PersonRole.PROFESSIONAL: N_("professional"),
}
MEMBERS: Mapping[MemberRole, str] = {
    MemberRole.MEMBER: N_("comes to the group"),
    MemberRole.COUNSELLOR: N_("runs the group"),
    MemberRole.WAITING: N_("waits for a place"),
}
PURPOSES: Mapping[ConsentPurpose, str] = {
    ConsentPurpose.NAME_IN_GROUP: N_("Name kept in the group’s list"),
    ConsentPurpose.GROUP_MAIL: N_("Mail to the group"),
    ConsentPurpose.NEWSLETTER: N_("Newsletter"),
    ConsentPurpose.NAME_IN_PRINT: N_("Name on printed pages"),
}
WAYS: Mapping[ConsentWay, str] = {
    ConsentWay.SIGNED: N_("in writing"),
    ConsentWay.SPOKEN: N_("by word of mouth"),
    ConsentWay.MESSAGE: N_("by message"),
}
LANGUAGES: Mapping[str, str] = {
    "fi": N_("Finnish"),
    "sv": N_("Swedish"),
    "en": N_("English"),
    "se": N_("Northern Sámi"),
    "ru": N_("Russian"),
    "uk": N_("Ukrainian"),
    "et": N_("Estonian"),
    "ar": N_("Arabic"),
    "so": N_("Somali"),
    "fa": N_("Persian"),
}
KINDS: Mapping[OrganisationKind, str] = {
    OrganisationKind.SERVICE: N_("service for men"),
    OrganisationKind.MEDIA: N_("media"),
    OrganisationKind.PARTNER: N_("partner"),
    OrganisationKind.CLIENT: N_("client"),
    OrganisationKind.OTHER: N_("other"),
}


def roles_said(roles: Sequence[PersonRole], words: Words) -> str:
    """All the roles on one line."""
    return beginning(", ".join(words(ROLES[role]) for role in roles))
