"""What is left out is told: every group by name, a remark that holds for several in one sentence."""

from coordinator_app.i18n import N_, Language, Words
from coordinator_app.printing.omissions import Omission, said_briefly

REMARK = N_("{group}: only its first dates are printed.")
GONE = N_("{group} is left out: it is not public.")
SHEET = N_("There is no QR code: neither a web address nor a telephone number is known.")


def test_every_group_left_out_has_its_sentence_and_remarks_alike_are_one_with_all_names() -> None:
    remarks = [Omission(REMARK, {"group": f"group {n}"}, n) for n in range(50)]
    gone = [Omission(GONE, {"group": f"gone {n}"}, left_out=True) for n in range(9)]
    said = said_briefly([remarks[0], Omission(SHEET), *remarks[1:], *gone], Words(Language.EN))
    names = ", ".join(f"group {n}" for n in range(49))
    assert said == [
        f"{names} and group 49: only its first dates are printed.",
        "There is no QR code: neither a web address nor a telephone number is known.",
        *(f"gone {n} is left out: it is not public." for n in range(9)),
    ]


def test_a_remark_about_one_group_is_said_as_it_is() -> None:
    remark = Omission(REMARK, {"group": "Isäryhmä"}, 1)
    assert said_briefly([remark], Words(Language.EN)) == ["Isäryhmä: only its first dates are printed."]
