"""Different men: from names where all are known by name, else as entered by hand, never partial."""

from msgspec import Struct
from sqlalchemy import and_, case, func, select

from coordinator_app.core.catalogue import Catalogue
from coordinator_app.core.indicators.answers import Answers, RecordRef
from coordinator_app.core.indicators.computation import Computation
from coordinator_app.core.indicators.kept import kept
from coordinator_app.core.indicators.meetings import WAS_HELD, of_meetings
from coordinator_app.core.indicators.scopes import Column, Different, Measure, Scope
from coordinator_app.core.indicators.stated import by_hand
from coordinator_app.core.indicators.verdict import NODATA, Verdict
from coordinator_app.core.indicators.window import SINCE, UNTIL, YEAR_SINCE
from coordinator_app.core.model import Attendance, Meeting, Person, SupportTalk

_NAMES = select(func.count()).where(Attendance.meeting_id == Meeting.id).correlate(Meeting).scalar_subquery()
_NAMED = case((and_(Meeting.headcount.is_not(None), Meeting.headcount == _NAMES + Meeting.forgotten), 1), else_=0)


class Persons(Struct, frozen=True):
    """Different persons: from names where every occasion that was counted is named in full, else by hand, else no data; no occasion is 0.

    The scope's measure `named` has a said amount for an occasion that was counted, and adds to `asked` one that is named in full.
    """

    indicator: str
    scope: Scope
    names: Different

    def covers(self, code: str, catalogue: Catalogue) -> bool:
        return True

    def verdict(self, answers: Answers, of: str) -> Verdict:
        occasions = answers.tally(self.scope, "named", of)
        if not occasions.records:
            return Verdict(0)
        if occasions.said and occasions.asked == occasions.said:
            return Verdict(answers.different(self.names, of) + kept(answers, self.indicator, of))
        entered = by_hand(answers, self.indicator, of)
        return NODATA if entered is None else Verdict(entered.value, basis=entered.basis)

    def records(self, answers: Answers, of: str) -> tuple[RecordRef, ...]:
        """The occasions, with how many were there; the figure entered by hand where that serves."""
        occasions = answers.tally(self.scope, "named", of)
        entered = by_hand(answers, self.indicator, of)
        from_names = not occasions.records or (occasions.said and occasions.asked == occasions.said)
        return answers.behind(self.scope, "named", of) if from_names or entered is None else (entered.record,)


def _in_groups(indicator: str, since: Column) -> Persons:
    held = WAS_HELD & Meeting.held_on.between(since, UNTIL)
    occasions = of_meetings(held, {"named": Measure(amount=Meeting.headcount, asked=_NAMED)})
    names = Different(
        kind="person",
        rows=Meeting.__table__.join(Attendance.__table__),
        listed=Meeting.__table__.join(Attendance.__table__).join(Person.__table__),
        id=Attendance.person_id,
        on=Meeting.held_on,
        title=Person.name,
        of=Meeting.service,
        where=held,
    )
    return Persons(indicator, occasions, names)


_TALKS = SupportTalk.on.between(SINCE, UNTIL)
_IN_TALKS = Persons(
    "support.men",
    Scope(
        kind="support_talk",
        rows=SupportTalk.__table__,
        id=SupportTalk.id,
        on=SupportTalk.on,
        title=SupportTalk.service,
        of=SupportTalk.service,
        where=_TALKS,
        measures={
            "named": Measure(
                amount=case((SupportTalk.id.is_not(None), 1)),
                asked=case((SupportTalk.person_id.is_not(None) | SupportTalk.forgotten, 1), else_=0),
            )
        },
    ),
    Different(
        kind="person",
        rows=SupportTalk.__table__,
        listed=SupportTalk.__table__.join(Person.__table__),
        id=SupportTalk.person_id,
        on=SupportTalk.on,
        title=Person.name,
        of=SupportTalk.service,
        where=_TALKS,
    ),
)

PERSONS = (_in_groups("men.group", SINCE), _in_groups("men.group.year", YEAR_SINCE), _IN_TALKS)
COMPUTATIONS: dict[str, Computation] = {each.indicator: each for each in PERSONS}
