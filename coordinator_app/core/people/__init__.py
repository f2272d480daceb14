"""People: who they are, how to reach them, what they are to the work, and which of them are one."""

from coordinator_app.core.people.cards import Card, cards
from coordinator_app.core.people.contacts import contacts_of, normal_email, normal_phone, set_contacts
from coordinator_app.core.people.listing import by_name, detail, listing, names, occasions
from coordinator_app.core.people.merging import Merged, merge, not_same
from coordinator_app.core.people.names import first_names, split_name
from coordinator_app.core.people.values import (
    ConsentRow,
    ContactRow,
    GivenContact,
    Occasion,
    PersonDetail,
    PersonFields,
    PersonGroup,
    PersonMore,
    PersonRow,
    RoleRow,
)
from coordinator_app.core.people.writing import add, change, drop_role, end_role, remove, roles_of, set_role

__all__ = [
    "Card",
    "ConsentRow",
    "ContactRow",
    "GivenContact",
    "Merged",
    "Occasion",
    "PersonDetail",
    "PersonFields",
    "PersonGroup",
    "PersonMore",
    "PersonRow",
    "RoleRow",
    "add",
    "by_name",
    "cards",
    "change",
    "contacts_of",
    "detail",
    "drop_role",
    "end_role",
    "first_names",
    "listing",
    "merge",
    "names",
    "normal_email",
    "normal_phone",
    "not_same",
    "occasions",
    "remove",
    "roles_of",
    "set_contacts",
    "set_role",
    "split_name",
]
