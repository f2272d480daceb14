"""Names that become numbers when their time is over, while the people stay in the book.

Unlike forgetting these can be undone, for as long as the history keeps its images.
"""

import datetime as dt

from sqlalchemy import select, update
from sqlalchemy.orm import Session

from coordinator_app.core.catalogue import Catalogue
from coordinator_app.core.erasure.counts import keeping_figures, names_go
from coordinator_app.core.model import Attendance, Enquiry, Meeting, SupportTalk


def drop_attendance(session: Session, *, until: dt.date, today: dt.date, catalogue: Catalogue) -> int:
    """Takes the names off all meetings held up to a day; headcounts and counts of different men stay. How many names went.

    The day is the last of a year: within one year the same man is to be known again.
    """
    old = Attendance.meeting_id.in_(select(Meeting.id).where(Meeting.held_on <= until))
    people = session.scalars(select(Attendance.person_id).where(old).distinct()).all()
    with keeping_figures(session, people=people, today=today, catalogue=catalogue):
        return names_go(session, old)


def drop_enquiries(session: Session, *, until: dt.date, today: dt.date, catalogue: Catalogue) -> int:
    """Takes the names off enquiries and support talks up to a day, and with them what was noted of named ones; how many went."""
    talks = (SupportTalk.on <= until) & SupportTalk.person_id.is_not(None)
    enquiries = (Enquiry.on <= until) & Enquiry.person_id.is_not(None)
    people = [person for person in session.scalars(select(SupportTalk.person_id).where(talks).distinct()) if person is not None]
    with keeping_figures(session, people=people, today=today, catalogue=catalogue):
        gone = session.execute(
            update(SupportTalk).where(talks).values(person_id=None, forgotten=True, note=None).returning(SupportTalk.id)
        ).all()
        return len(gone) + len(
            session.execute(update(Enquiry).where(enquiries).values(person_id=None, note=None).returning(Enquiry.id)).all()
        )
