"""The feedback form: the office's questions, answered by a tick, without a name."""

from collections.abc import Sequence

from coordinator_app.core.catalogue import Choice
from coordinator_app.core.schedule import Localised
from coordinator_app.i18n import N_, Language
from coordinator_app.printing.issuer import Issuer
from coordinator_app.printing.marks import document_code
from coordinator_app.printing.omissions import Omission
from coordinator_app.printing.tongues import Said, Tongues
from coordinator_app.printing.typst import Manuscript


def feedback_form(
    questions: Sequence[Choice], groups: Sequence[Localised], issuer: Issuer, languages: Sequence[Language], *, unnamed: bool = False
) -> Manuscript:
    """The form's manuscript: one for each of the groups, or one without a group's name. In one language, or in two beside each other.

    `unnamed` says that a chosen group is not named because of its service.
    """
    tongues = Tongues(languages)
    words = tongues.main
    facts = {
        **issuer.head(words),
        "title": tongues(N_("How has it been?")),
        "groups": [tongues.name(group) for group in groups] or [[]],
        "lead": tongues(N_("Please answer by a tick. Do not write your name: nobody can tell who has answered what.")),
        "questions": [_asked(each, tongues) for each in questions],
        "agree": tongues(N_("Agree")),
        "disagree": tongues(N_("Disagree")),
        "free": tongues(N_("What else would you like to say? Please do not write names here.")),
        "thanks": tongues(N_("Thank you! Fold the form and give it to the counsellor.")),
        "skip": tongues(N_("You may leave a question unanswered.")),
        "nothing": "" if questions else words("The central office has no questions at present."),
    }
    code = document_code("F", facts)
    values = facts | {"updated": words("Printed on {day}", day=words.date(issuer.made)), "code": code}
    message = N_("The form does not name a group of a sensitive service. Keep the answered forms of each group apart.")
    return Manuscript("feedback_form", languages[0], values, (Omission(message),) if unnamed else (), code, paged="groups")


def _asked(question: Choice, tongues: Tongues) -> Said:
    return tongues.each(lambda words: question.name.said(words.language))
