"""What the made-up town has arranged for the weeks to come: who runs which evening, who waits for a place, who may be written to."""

import datetime as dt
from collections.abc import Sequence

from sqlalchemy import insert
from sqlalchemy.orm import Session

from coordinator_app.core import groups, rota
from coordinator_app.core.kinds import ConsentPurpose, ConsentWay, MemberRole
from coordinator_app.core.model import Consent
from coordinator_app.core.planning import Frame
from coordinator_app.core.sample.meetings import SampleGroup
from coordinator_app.core.sample.people import Crowd

_SHARED_OUT = (dt.timedelta(days=70), dt.timedelta(days=21))
_WAIT = (dt.timedelta(days=40), dt.timedelta(days=26), dt.timedelta(days=5))


def add(session: Session, crowd: Crowd, made: Sequence[SampleGroup], frame: Frame) -> None:
    """The first groups share out their evenings, the second of them not for long; one that keeps names has a waiting list."""
    for group, ahead in zip(made, _SHARED_OUT, strict=False):
        rota.share_out(session, group=group.id, today=frame.today, until=frame.today + ahead)
    named = next(group for group in made if group.stays)
    come = {stay.person for stay in named.stays}
    waiting = [man for man in reversed(crowd.participants) if man not in come][: len(_WAIT)]
    for man, ago in zip(waiting, _WAIT, strict=True):
        groups.add_member(session, group=named.id, person=man, role=MemberRole.WAITING, since=frame.today - ago)
    agreed = {"purpose": ConsentPurpose.GROUP_MAIL, "way": ConsentWay.SPOKEN, "given_on": frame.records_begin}
    session.execute(insert(Consent), [{"person_id": man, **agreed} for man in crowd.participants[::2]])
