"""What is left out is told: every group by name, remarks alike in brief."""

from coordinator_app.i18n import N_, Language, Words
from coordinator_app.printing.omissions import Omission, said_briefly

REMARK = N_("{name}: no contact.")
GONE = N_("{name} is left out.")


def test_every_group_left_out_is_named_and_remarks_alike_are_counted() -> None:
    remarks = [Omission(REMARK, {"name": f"group {n}"}) for n in range(50)]
    gone = [Omission(GONE, {"name": f"gone {n}"}, left_out=True) for n in range(9)]
    said = said_briefly([*remarks, *gone], Words(Language.EN))
    assert [line for line in said if "left out" in line] == [f"gone {n} is left out." for n in range(9)]
    assert sum("no contact" in line for line in said) == 3
    assert said[-1] == "47 more remarks like these."
