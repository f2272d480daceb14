"""What `kit.go` is given beside a screen, where a screen shows more than one kind of thing: each as one number."""

from dataclasses import dataclass
from typing import Literal

CaseKind = Literal["enquiry", "talk"]


@dataclass(frozen=True, slots=True)
class CaseSubject:
    """An enquiry, or a support talk by itself, on the screen `activities`, where an activity's own id is never below zero."""

    kind: CaseKind
    id: int

    @property
    def subject(self) -> int:
        return -(2 * self.id + (self.kind == "talk"))


def case_of(subject: int) -> CaseSubject | None:
    """The enquiry or talk a subject of `activities` means; nothing if it is an activity's id."""
    return CaseSubject("talk" if -subject % 2 else "enquiry", -subject // 2) if subject < 0 else None


def organisation(id_: int) -> int:
    """An organisation on the screen `people`, where a person is told by his own id."""
    return -id_
