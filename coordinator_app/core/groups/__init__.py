"""Groups: what they are, the rules they meet by, their breaks and members, their beginning and end."""

from coordinator_app.core.groups.listing import by_name, detail, listing, names, pauses
from coordinator_app.core.groups.members import add_member, add_person, admit, no_longer_waits, remove_member
from coordinator_app.core.groups.slots import add_pause, add_slot, change_slot, end_slot, remove_pause, remove_slot
from coordinator_app.core.groups.values import (
    GroupCard,
    GroupDetail,
    GroupFields,
    MemberRow,
    NamedGroup,
    NextMeeting,
    OtherFields,
    PauseRow,
    SlotForm,
    SlotRow,
)
from coordinator_app.core.groups.writing import add, change, end, names_allowed, remove, reopen

__all__ = [
    "GroupCard",
    "GroupDetail",
    "GroupFields",
    "MemberRow",
    "NamedGroup",
    "NextMeeting",
    "OtherFields",
    "PauseRow",
    "SlotForm",
    "SlotRow",
    "add",
    "add_member",
    "add_pause",
    "add_person",
    "add_slot",
    "admit",
    "by_name",
    "change",
    "change_slot",
    "detail",
    "end",
    "end_slot",
    "listing",
    "names",
    "names_allowed",
    "no_longer_waits",
    "pauses",
    "remove",
    "remove_member",
    "remove_pause",
    "remove_slot",
    "reopen",
]
