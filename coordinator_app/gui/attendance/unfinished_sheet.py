"""A sheet that was not done: who was marked on it, and what was typed beside them."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import Any

from coordinator_app.core.attendance import Sheet
from coordinator_app.core.drafts import PEOPLE
from coordinator_app.gui.attendance.marks import Marks
from coordinator_app.gui.attendance.new_man import NewMan
from coordinator_app.gui.attendance.numbers import Numbers
from coordinator_app.gui.kit.kit import Kit
from coordinator_app.gui.kit.unfinished import Fields, UnfinishedLine, type_into, typed_in


class UnfinishedSheet(UnfinishedLine):
    """`marks()` are the marks shown, `mark(marks)` shows others; `afresh()` shows the meeting as it is stored."""

    def __init__(
        self,
        kit: Kit,
        numbers: Numbers,
        man: NewMan,
        marks: Callable[[], Marks],
        mark: Callable[[Marks], None],
        afresh: Callable[[], object],
    ) -> None:
        super().__init__(kit, self._written, self._write, afresh)
        self._forms, self._man, self._marks, self._mark = (numbers.top, numbers.reader, numbers.rest), man, marks, mark
        self._known: frozenset[int] = frozenset()
        for form in self._forms:
            form.edited.connect(self.edited)
        man.box.textEdited.connect(self.edited)

    def begin_sheet(self, sheet: Sheet) -> None:
        """A meeting as it is stored. What was typed before it was recorded otherwise is of no use any more and is not found."""
        self._known = frozenset(line.person for line in sheet.roster)
        row = sheet.meeting
        self.begin(f"attendance/{row.id}/{row.state}/{row.headcount}")

    def _written(self) -> Fields:
        marks = self._marks()
        people = {"present": sorted(marks.present), "new": sorted(marks.new), "remote": sorted(marks.remote)}
        return typed_in(*self._forms) | {PEOPLE: people, "counted": marks.headcount, "man": self._man.box.text()}

    def _write(self, fields: Mapping[str, Any]) -> None:
        """Who is no longer on the sheet is a visitor."""
        present, new, remote = (self._known.intersection(fields[PEOPLE][said]) for said in ("present", "new", "remote"))
        self._mark(replace(self._marks(), headcount=fields["counted"], present=present, new=new, remote=remote))
        type_into(fields, *self._forms)
        self._man.box.setText(fields["man"])
