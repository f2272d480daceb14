"""Enquiries, support talks of 15 minutes or more, and guidings onward."""

import datetime as dt

import pytest
from msgspec.structs import replace

from coordinator_app.core import enquiries, history, people
from coordinator_app.core.errors import NotFound, Refused
from coordinator_app.core.periods import Span
from coordinator_app.i18n import Language, Words
from coordinator_app.storage.database import Database

TODAY = dt.date(2026, 10, 20)
YEAR = Span(dt.date(2026, 1, 1), dt.date(2026, 12, 31))


@pytest.fixture
def call(book: Database) -> enquiries.EnquiryRow:
    return book.write(enquiries.log, on=TODAY, today=TODAY, channel="phone", service="divorce", note=" Soittaa uudestaan ").result


def test_a_matter_is_logged_once(book: Database, call: enquiries.EnquiryRow) -> None:
    assert (call.channel, call.service, call.note, call.talks, call.referrals) == ("phone", "divorce", "Soittaa uudestaan", 0, 0)
    assert book.read(enquiries.within, span=YEAR) == (call,)


def test_a_talk_and_a_guiding_onward_come_of_it(book: Database, call: enquiries.EnquiryRow) -> None:
    talk = book.write(enquiries.talk, on=TODAY, today=TODAY, minutes=15, enquiry=call.id).result
    onward = book.write(enquiries.refer, on=TODAY, today=TODAY, talk=talk.id, enquiry=call.id).result
    now = book.read(enquiries.one, enquiry=call.id)
    assert (now.talks, now.referrals) == (1, 1)
    assert book.read(enquiries.talks_within, span=YEAR) == (talk,)
    assert book.read(enquiries.referrals_within, span=YEAR) == (onward,)
    with pytest.raises(Refused):
        book.write(enquiries.remove, enquiry=call.id)
    with pytest.raises(Refused):
        book.write(enquiries.remove_talk, talk=talk.id)
    book.write(enquiries.remove_referral, referral=onward.id)
    book.write(enquiries.remove_talk, talk=talk.id)
    book.write(enquiries.remove, enquiry=call.id)
    assert book.read(enquiries.within, span=YEAR) == ()


def test_a_short_talk_is_an_enquiry_and_the_sentence_says_so(book: Database) -> None:
    with pytest.raises(Refused) as refused:
        book.write(enquiries.talk, on=TODAY, today=TODAY, minutes=14)
    assert refused.value.said(Words(Language.EN)) == (
        "A support talk lasts at least 15 minutes; this one took 14. Log it as an enquiry alone."
    )


def test_one_field_is_corrected_and_the_others_stay(book: Database, call: enquiries.EnquiryRow) -> None:
    corrected = book.write(enquiries.change, enquiry=call.id, today=TODAY, channel="email").result
    assert corrected == replace(call, channel="email")
    assert book.write(enquiries.change, enquiry=call.id, today=TODAY, note=" ").result.note is None
    with pytest.raises(NotFound):
        book.write(enquiries.change, enquiry=99, today=TODAY, channel="email")
    with pytest.raises(Refused):
        book.write(enquiries.change, enquiry=call.id, today=TODAY, on=TODAY + dt.timedelta(days=1))


def test_what_came_of_an_enquiry_follows_it_to_another_service_and_person(book: Database, call: enquiries.EnquiryRow) -> None:
    matti = book.write(people.add, name="Matti", today=TODAY).result
    talk = book.write(enquiries.talk, on=TODAY, today=TODAY, minutes=30, service="divorce", enquiry=call.id).result
    onward = book.write(enquiries.refer, on=TODAY, today=TODAY, service="divorce", enquiry=call.id).result
    book.write(enquiries.change, enquiry=call.id, today=TODAY, service="fatherhood", person=matti)
    assert book.read(enquiries.talks_within, span=YEAR) == (replace(talk, service="fatherhood", person=matti, person_name="Matti"),)
    assert book.read(enquiries.referrals_within, span=YEAR) == (replace(onward, service="fatherhood"),)
    book.undo()
    assert book.read(enquiries.talks_within, span=YEAR) == (talk,)


def test_a_talk_is_corrected_and_named_in_the_history(book: Database) -> None:
    matti = book.write(people.add, name="Matti", today=TODAY).result
    talk = book.write(enquiries.talk, on=TODAY, today=TODAY, minutes=30, person=matti).result
    onward = book.write(enquiries.refer, on=TODAY, today=TODAY, talk=talk.id).result
    corrected = book.write(enquiries.change_talk, talk=talk.id, today=TODAY, minutes=45, service="divorce").result
    assert corrected == replace(talk, minutes=45, service="divorce")
    assert book.read(enquiries.referrals_within, span=YEAR) == (replace(onward, service="divorce"),)
    assert book.read(history.lines, most=1)[0].said(Words(Language.EN)).startswith("correct a support talk")
    with pytest.raises(Refused, match="at least"):
        book.write(enquiries.change_talk, talk=talk.id, today=TODAY, minutes=5)
    with pytest.raises(NotFound):
        book.write(enquiries.change_talk, talk=99, today=TODAY, minutes=45)
    book.undo()
    assert book.read(enquiries.talks_within, span=YEAR) == (talk,)


def test_a_service_that_keeps_headcounts_only_never_gets_a_name(book: Database) -> None:
    matti = book.write(people.add, name="Matti", today=TODAY).result
    named = book.write(enquiries.log, on=TODAY, today=TODAY, channel="phone", person=matti).result
    assert named.person == matti
    assert book.write(enquiries.change, enquiry=named.id, today=TODAY, service="violence_used").result.person is None
    assert book.write(enquiries.change, enquiry=named.id, today=TODAY, person=matti).result.person is None
    talk = book.write(enquiries.talk, on=TODAY, today=TODAY, minutes=30, service="violence_used", person=matti).result
    assert talk.person is None
    again = book.write(enquiries.log, on=TODAY, today=TODAY, channel="phone", service="violence_used", person=matti).result
    assert again.person is None


def test_what_cannot_be(book: Database) -> None:
    tomorrow = TODAY + dt.timedelta(days=1)
    with pytest.raises(Refused):
        book.write(enquiries.log, on=tomorrow, today=TODAY, channel="phone")
    with pytest.raises(Refused):
        book.write(enquiries.log, on=TODAY, today=TODAY, channel=" ")
    with pytest.raises(Refused):
        book.write(enquiries.log, on=TODAY, today=TODAY, channel="phone", service="")
    with pytest.raises(Refused):
        book.write(enquiries.talk, on=tomorrow, today=TODAY, minutes=30)
    with pytest.raises(Refused):
        book.write(enquiries.refer, on=tomorrow, today=TODAY)
