"""What is said of enquiries, talks and guidings onward, as values that cross layers."""

import datetime as dt
from typing import TypedDict

from msgspec import Struct


class EnquiryRow(Struct, frozen=True):
    """One matter, counted once. `channel` is a code of the catalogue; `talks` and `referrals` are how many came of it."""

    id: int
    on: dt.date
    service: str
    channel: str
    person: int | None
    person_name: str | None
    note: str | None
    talks: int
    referrals: int


class TalkRow(Struct, frozen=True):
    """A talk one to one about the man's own situation; `minutes` is 15 or more."""

    id: int
    on: dt.date
    service: str
    minutes: int
    enquiry: int | None
    person: int | None
    person_name: str | None
    note: str | None


class ReferralRow(Struct, frozen=True):
    """A guiding onward to another service."""

    id: int
    on: dt.date
    service: str
    enquiry: int | None
    talk: int | None
    organisation: int | None
    organisation_name: str | None


class EnquiryFields(TypedDict, total=False):
    """The fields of an enquiry that can be corrected one by one. A blank text is no text."""

    on: dt.date
    channel: str
    service: str
    person: int | None
    note: str | None


class TalkFields(TypedDict, total=False):
    """The fields of a support talk that can be corrected one by one. A blank text is no text."""

    on: dt.date
    minutes: int
    service: str
    person: int | None
    note: str | None
