"""Who is marked present on a sheet and how many were there, before it is stored."""

from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from typing import Self

from coordinator_app.core.attendance import Line, RosterLine, Sheet
from coordinator_app.core.errors import Refused
from coordinator_app.i18n import N_

Men = frozenset[int]
_NOBODY: Men = frozenset()


@dataclass(frozen=True, slots=True)
class Marks:
    """`headcount` is all who were there, the named and the visitors; missing until something is said. Ids are of persons."""

    headcount: int | None = None
    present: Men = _NOBODY
    new: Men = _NOBODY
    remote: Men = _NOBODY
    _was_blank: bool = field(default=True, compare=False)

    @classmethod
    def of(cls, sheet: Sheet) -> Self:
        """The marks as they are stored."""
        there = [line for line in sheet.roster if line.present]
        return cls(
            headcount=sheet.meeting.headcount,
            present=frozenset(line.person for line in there),
            new=frozenset(line.person for line in there if line.newcomer),
            remote=frozenset(line.person for line in there if line.remote),
            _was_blank=sheet.meeting.headcount is None,
        )

    @property
    def visitors(self) -> int:
        """Those who were there without being marked by name."""
        return (self.headcount or 0) - len(self.present)

    def toggled(self, person: int) -> Self:
        """He was there, or he was not after all; the visitors stay as many as they were."""
        return self._with(self.present ^ {person}, self.visitors)

    def everyone(self, people: Iterable[int]) -> Self:
        """All were there; or, when all are marked already, nobody."""
        all_of_them = frozenset(people)
        return self._with(_NOBODY if all_of_them <= self.present else self.present | all_of_them, self.visitors)

    def visitor(self) -> Self:
        """One more without a name."""
        return self._with(self.present, self.visitors + 1)

    def counted(self, headcount: int | None) -> Self:
        """So many were there in all. Raises `Refused` when more are marked by name."""
        if (headcount or 0) < len(self.present):
            raise Refused(N_("Marked by name: {names}. Take marks off first, or count at least as many."), names=len(self.present))
        return replace(self, headcount=headcount)

    def by_line(self, line: Line, roster: Iterable[RosterLine]) -> Self:
        """What a typed line says, in place of what was marked before."""
        if line.rows is None:
            return replace(self, headcount=line.headcount, present=_NOBODY, new=_NOBODY, remote=_NOBODY)
        rows = set(line.rows)
        return self._with(frozenset(man.person for man in roster if man.row in rows), line.visitors)

    def new_toggled(self, person: int) -> Self:
        """It was his first time, or it was not; who is marked so was there."""
        there = self if person in self.present else self.toggled(person)
        return replace(there, new=there.new ^ {person})

    def remote_toggled(self, person: int) -> Self:
        """He took part remotely, or he did not; who is marked so was there."""
        there = self if person in self.present else self.toggled(person)
        return replace(there, remote=there.remote ^ {person})

    def _with(self, present: Men, visitors: int) -> Self:
        # A sheet on which every mark was taken back again says nothing; an evening with nobody there is written as 0.
        headcount = len(present) + visitors or (None if self._was_blank else 0)
        return replace(self, headcount=headcount, present=present, new=self.new & present, remote=self.remote & present)
