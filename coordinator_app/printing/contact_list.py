"""The contact list: counsellors and partners, for the contact man himself."""

from collections.abc import Sequence
from typing import Any

from coordinator_app.core.contact_list import ContactList, Reachable
from coordinator_app.i18n import N_, Language
from coordinator_app.printing.issuer import Issuer
from coordinator_app.printing.marks import document_code
from coordinator_app.printing.omissions import Omission
from coordinator_app.printing.tongues import Tongues
from coordinator_app.printing.typst import Manuscript


def contact_list(listed: ContactList, issuer: Issuer, languages: Sequence[Language]) -> Manuscript:
    """The list's manuscript, of as many pages as it takes."""
    tongues = Tongues(languages)
    sections = (
        (tongues(N_("Counsellors")), tongues(N_("Groups")), [(each, each.groups) for each in listed.counsellors]),
        (tongues(N_("Partners, persons")), tongues(N_("Address")), [(each, _lines(each.address)) for each in listed.partners]),
        (tongues(N_("Partners, organisations")), tongues(N_("Address")), [(each, _lines(each.address)) for each in listed.organisations]),
    )
    facts = {
        **issuer.head(tongues.main),
        "title": tongues(N_("Contact list")),
        "confidential": tongues(N_("Confidential")),
        "columns": [tongues(N_("Name")), tongues(N_("Telephone")), tongues(N_("E-mail"))],
        "sections": [{"heading": heading, "last": last, "rows": [_row(*row) for row in rows]} for heading, last, rows in sections if rows],
        "nothing": [] if any(rows for _, _, rows in sections) else tongues(N_("No counsellors or partners yet.")),
        "keep": tongues(N_("For the contact man’s own use. Do not copy or leave it lying; shred the old one when you print a new one.")),
    }
    code = document_code("K", facts)
    values = facts | {"updated": tongues(N_("Printed on {day}"), day=issuer.made), "page": tongues(N_("Page")), "code": code}
    return Manuscript("contact_list", languages[0], values, tuple(_unreachable(listed)), code)


def _row(each: Reachable, last: Sequence[str]) -> dict[str, Any]:
    under, phones, emails = list(each.belongs), list(each.phones), list(each.emails)
    return {"name": each.name, "under": under, "phones": phones, "emails": emails, "last": list(last)}


def _lines(address: str) -> list[str]:
    return [line for line in address.splitlines() if line.strip()]


def _unreachable(listed: ContactList) -> list[Omission]:
    message = N_("{name}: neither a telephone number nor an e-mail address is in the book.")
    everyone = (*listed.counsellors, *listed.partners, *listed.organisations)
    return [Omission(message, {"name": each.name}) for each in everyone if not (each.phones or each.emails)]
