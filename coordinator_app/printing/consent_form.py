"""The consent form: one line and two boxes for each purpose, so that a man can agree to one thing and not to another."""

from collections.abc import Sequence

from coordinator_app.core.kinds import ConsentPurpose, NamesKept
from coordinator_app.i18n import N_, Language
from coordinator_app.printing.issuer import Issuer
from coordinator_app.printing.marks import document_code
from coordinator_app.printing.omissions import Omission
from coordinator_app.printing.privacy_notice import PrivateGroup
from coordinator_app.printing.tongues import Said, Tongues
from coordinator_app.printing.typst import Manuscript

_PURPOSES = {
    ConsentPurpose.NAME_IN_GROUP: N_("My name may be on the group’s list, and it may be marked when I am there."),
    ConsentPurpose.GROUP_MAIL: N_("I may be sent messages about the group’s meetings."),
    ConsentPurpose.NEWSLETTER: N_("I may be sent news of the association’s activities."),
    ConsentPurpose.NAME_IN_PRINT: N_("Counsellors only: my name and number may be printed in the group’s schedule."),
}
_FIRST_NAME = N_("My first name may be on the group’s list, and it may be marked when I am there.")


def consent_form(groups: Sequence[PrivateGroup], issuer: Issuer, languages: Sequence[Language]) -> Manuscript:
    """The form's manuscript: a page for each group, or one without a group's name. In one language, or in two beside each other."""
    tongues = Tongues(languages)
    words = tongues.main
    facts = {
        **issuer.head(words),
        "title": tongues(N_("Consent")),
        "forms": [
            {"group": _named(group, tongues), "purposes": [tongues(each) for each in _purposes(group)]} for group in groups or (None,)
        ],
        "lead": tongues(N_("Data about you are kept only if you agree. Answer each line by itself.")),
        "free": tongues(
            N_("You may come to the group whatever you answer, and change your answer at any time: a word to the contact man is enough.")
        ),
        "yes": tongues(N_("I agree")),
        "no": tongues(N_("I do not agree")),
        "read": tongues(N_("I have been given the privacy notice.")),
        "fields": [
            tongues(each) for each in (N_("Name"), N_("Telephone or e-mail, if you want messages"), N_("Day and place"), N_("Signature"))
        ],
        "reached": issuer.reached(),
        "contact": tongues(N_("Contact man")),
        "keep": tongues(N_("The contact man keeps this form locked away, and destroys it when the consent ends.")),
    }
    code = document_code("S", facts)
    values = facts | {"updated": words("Printed on {day}", day=words.date(issuer.made)), "code": code}
    left_out = [each for each in map(_left_out, groups) if each]
    return Manuscript("consent_form", languages[0], values, (*issuer.lacks(), *left_out), code, paged="forms")


def _named(group: PrivateGroup | None, tongues: Tongues) -> Said:
    return tongues.name(group.name) if group else tongues(N_("Peer groups for men"))


def _purposes(group: PrivateGroup | None) -> list[str]:
    """What can be agreed to in a group: no names where only headcounts are kept, no group mail where none may learn of another."""
    purposes = dict(_PURPOSES)
    if group and group.names_kept is NamesKept.HEADCOUNT:
        del purposes[ConsentPurpose.NAME_IN_GROUP]
    elif group and group.names_kept is NamesKept.FIRST_NAMES:
        purposes[ConsentPurpose.NAME_IN_GROUP] = _FIRST_NAME
    if group and group.sensitive:
        del purposes[ConsentPurpose.GROUP_MAIL]
    return list(purposes.values())


def _left_out(group: PrivateGroup) -> Omission | None:
    said = {"group": group.name.own}
    if group.names_kept is NamesKept.HEADCOUNT:
        return Omission(N_("{group}: the form does not ask for the name, because the group keeps headcounts only."), said)
    if group.sensitive:
        return Omission(N_("{group}: the form does not ask about messages to the group, which are never sent in this service."), said)
    return None
