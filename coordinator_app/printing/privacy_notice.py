"""The privacy notice a man is given on his first evening: who keeps what of him, why, how long, and what he may ask for."""

from collections.abc import Sequence
from typing import Any

from msgspec import Struct

from coordinator_app.core.kinds import NamesKept
from coordinator_app.core.schedule import Localised
from coordinator_app.i18n import Language, Words
from coordinator_app.printing.issuer import Issuer
from coordinator_app.printing.marks import document_code
from coordinator_app.printing.omissions import ON_THE_BACK
from coordinator_app.printing.typst import Manuscript


class PrivateGroup(Struct, frozen=True):
    """A group as its privacy papers name it. `sensitive` guards its men from group mail."""

    name: Localised
    names_kept: NamesKept
    sensitive: bool = False


def privacy_notice(groups: Sequence[PrivateGroup], issuer: Issuer, languages: Sequence[Language]) -> Manuscript:
    """The notice's manuscript: a page for each group and language; without groups one that speaks of all the groups.

    In two languages the second stands on the back of the first.
    """
    pages = [_page(group, issuer, Words(language)) for group in (groups or (None,)) for language in languages]
    words = Words(languages[0])
    facts = {**issuer.head(words), "title": words("Privacy notice"), "pages": pages}
    code = document_code("T", facts)
    backed = (ON_THE_BACK,) if len(languages) > 1 else ()
    values = facts | {"updated": words("Printed on {day}", day=words.date(issuer.made)), "code": code}
    return Manuscript("privacy_notice", languages[0], values, (*backed, *issuer.lacks()), code, paged="pages")


def _page(group: PrivateGroup | None, issuer: Issuer, words: Words) -> dict[str, Any]:
    reached = issuer.reached()
    controller = words("The controller of the data is {association}.", association=issuer.named(words))
    by = words("The locality’s contact man keeps them on its behalf and by its instructions.")
    sections = [
        (words("Who keeps your data"), [f"{controller} {by}", words("Contact man: {reached}", reached=reached) if reached else ""]),
        (words("What is kept of you"), _kept(group, words)),
    ]
    if group is None or group.names_kept is not NamesKept.HEADCOUNT:
        sections += _of_names(words)
    sections.append((words("Your rights"), _rights(words)))
    return {
        "language": words.language,
        "title": words("Privacy notice"),
        "under": group.name.said(words.language) if group else words("Peer groups for men"),
        "lead": words("You may come without telling your name. We keep as little as we can, and you decide about it yourself."),
        "sections": [{"heading": heading, "said": [each for each in said if each]} for heading, said in sections],
    }


def _kept(group: PrivateGroup | None, words: Words) -> list[str]:
    headcount = words("Of each meeting the number of participants is written down. It tells nothing of any one man.")
    never = words("What you tell in the group is never written down.")
    if group is None:
        named = words("If you agree, a group may also keep your name, the meetings you were at, and how to reach you.")
    elif group.names_kept is NamesKept.NAMED:
        named = words(
            "If you agree, also your name, the meetings you were at, and how to reach you if you tell it. Otherwise you are only counted."
        )
    elif group.names_kept is NamesKept.FIRST_NAMES:
        named = words("If you agree, also your first name and the meetings you were at. Otherwise you are only counted.")
    else:
        named = words("This group keeps no names.")
    return [headcount, named, never]


def _of_names(words: Words) -> list[tuple[str, list[str]]]:
    return [
        (
            words("Why, and on what ground"),
            [
                words("So that the counsellors know who comes and can tell you of changes."),
                words(
                    "The ground is your explicit consent (GDPR, Articles 6(1)(a) and 9(2)(a)): coming to a group may tell of your health."
                ),
                words("Consent is never a condition of coming. You are as welcome without it."),
            ],
        ),
        (
            words("Who sees them"),
            [
                words("The contact man and the counsellors of your group. The central office gets numbers, never names."),
                words(
                    "Nothing is handed to others or taken out of the European Union. The data lie encrypted on the contact man’s computer."
                ),
            ],
        ),
        (
            words("How long"),
            [
                words("Your name on an attendance sheet becomes a number about three months after the year’s last summary has been sent."),
                words("Everything else is erased 12 months after your last visit, or as soon as you ask; from backups within 12 months."),
            ],
        ),
    ]


def _rights(words: Words) -> list[str]:
    return [
        words("You may take your consent back at any time, without a reason; a word to the contact man is enough."),
        words("You may see what is kept of you, have a copy, and have it corrected, restricted or erased."),
        words("No decisions are made about you automatically."),
        words("If you think your data are not handled rightly, you may complain to the Data Protection Ombudsman: tietosuoja.fi."),
    ]
