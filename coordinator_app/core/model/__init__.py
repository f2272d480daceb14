"""Every table of the book."""

from coordinator_app.core.model.activities import (
    Activity,
    ActivityOrganisation,
    ActivityPerson,
    Enquiry,
    FeedbackTally,
    Referral,
    SampledMonth,
    Series,
    StatedFigure,
    SupportTalk,
    VolunteerHours,
)
from coordinator_app.core.model.book import Draft, HistoryEntry, HistoryRow, Imported, Preference, PutOff, Setting
from coordinator_app.core.model.groups import Group, Member, Pause, Place, Slot, SlotDate
from coordinator_app.core.model.meetings import Attendance, Meeting, MeetingCounsellor
from coordinator_app.core.model.people import Consent, Contact, MergedPerson, NotSame, Organisation, Person, ReviewAnswer, Role
from coordinator_app.core.model.posters import Hanging, Picture, Printed
from coordinator_app.core.model.reporting import CheckAnswer, KeptCount, OfficeKey, Quarter, SentSummary, SigningKey, TakenIn
from coordinator_app.core.model.table import Table

__all__ = [
    "Activity",
    "ActivityOrganisation",
    "ActivityPerson",
    "Attendance",
    "CheckAnswer",
    "Consent",
    "Contact",
    "Draft",
    "Enquiry",
    "FeedbackTally",
    "Group",
    "Hanging",
    "HistoryEntry",
    "HistoryRow",
    "Imported",
    "KeptCount",
    "Meeting",
    "MeetingCounsellor",
    "Member",
    "MergedPerson",
    "NotSame",
    "OfficeKey",
    "Organisation",
    "Pause",
    "Person",
    "Picture",
    "Place",
    "Preference",
    "Printed",
    "PutOff",
    "Quarter",
    "Referral",
    "ReviewAnswer",
    "Role",
    "SampledMonth",
    "SentSummary",
    "Series",
    "Setting",
    "SigningKey",
    "Slot",
    "SlotDate",
    "StatedFigure",
    "SupportTalk",
    "Table",
    "TakenIn",
    "VolunteerHours",
]
