"""What came to the contact man himself: enquiries, support talks, and the ways onward he showed."""

from coordinator_app.core.enquiries.listing import one, one_talk, referrals_within, talks_within, within
from coordinator_app.core.enquiries.values import EnquiryRow, ReferralRow, TalkRow
from coordinator_app.core.enquiries.writing import change, change_talk, log, refer, remove, remove_referral, remove_talk, talk

__all__ = [
    "EnquiryRow",
    "ReferralRow",
    "TalkRow",
    "change",
    "change_talk",
    "log",
    "one",
    "one_talk",
    "refer",
    "referrals_within",
    "remove",
    "remove_referral",
    "remove_talk",
    "talk",
    "talks_within",
    "within",
]
