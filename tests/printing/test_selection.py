"""Which groups are printed, and which are left out for what reason."""

from msgspec import structs

from coordinator_app.i18n import Language, Words
from coordinator_app.printing.selection import Choice, select
from tests.printing import samples


def test_a_group_whose_every_meeting_to_come_is_cancelled_is_left_out() -> None:
    schedule = samples.schedule(samples.group(0), samples.group(1))
    called_off = tuple(structs.replace(each, cancelled=each.cancelled or each.group == 1) for each in schedule.meetings)
    chosen = select(structs.replace(schedule, meetings=called_off), Choice())
    assert [group.id for group in chosen.groups] == [2]
    assert [each.said(Words(Language.EN)) for each in chosen.omissions if each.left_out] == [
        "Isäryhmä is left out: all its meetings to come in this schedule are cancelled."
    ]


def test_a_group_that_has_a_break_to_the_end_of_the_term_is_still_printed() -> None:
    schedule = samples.schedule(samples.group(0), samples.group(1))
    without = tuple(each for each in schedule.meetings if each.group != 1)
    assert [group.id for group in select(structs.replace(schedule, meetings=without), Choice()).groups] == [1, 2]
