"""The certificate of a training: for counsellors, and for professionals who work with men."""

from collections.abc import Sequence
from typing import Any

from msgspec import Struct

from coordinator_app.core.periods import Span
from coordinator_app.i18n import N_, Language, Words, days_between
from coordinator_app.printing.issuer import Issuer
from coordinator_app.printing.marks import document_code
from coordinator_app.printing.omissions import ON_THE_BACK, Omission
from coordinator_app.printing.typst import Manuscript


class Training(Struct, frozen=True):
    """What was attended. `minutes` in all, missing where nobody wrote them down; `of_counsellors` says for whom it was."""

    name: str
    days: Span
    theme: str = ""
    place: str = ""
    minutes: int | None = None
    of_counsellors: bool = False


def certificate(training: Training | None, names: Sequence[str], issuer: Issuer, languages: Sequence[Language]) -> Manuscript:
    """The certificates' manuscript: a page for each name and language, so that in two languages the second stands on the back.

    What is not known is a line to write on; without names there is one blank.
    """
    main = Words(languages[0])
    pages = [_page(training, name, issuer, Words(language)) for name in (names or ("",)) for language in languages]
    facts = {"association": issuer.association, "title": main(N_("Certificate")), "pages": pages}
    code = document_code("C", facts)
    omissions = [ON_THE_BACK] if len(languages) > 1 else []
    if training is None:
        omissions.append(Omission(N_("No training is chosen: the certificate has lines to write on.")))
    elif training.minutes is None:
        omissions.append(
            Omission(N_("{training}: its length is not in the book, so the hours are left open."), {"training": training.name})
        )
    if not names:
        omissions.append(Omission(N_("No name is written: the certificate has a line for it.")))
    # The day is written by hand where it is signed.
    return Manuscript("certificate", languages[0], facts | {"updated": "", "code": code}, tuple(omissions), code, paged="pages")


def _page(training: Training | None, name: str, issuer: Issuer, words: Words) -> dict[str, Any]:
    counsellors = training is not None and training.of_counsellors
    return {
        "language": words.language,
        "title": words("Certificate"),
        "locality": issuer.place(words),
        "name": name,
        "name_label": words("Name"),
        "attended": words("has completed the training for counsellors of men’s peer groups")
        if counsellors
        else words("has taken part in the training"),
        "training": training.name if training else "",
        "facts": _facts(training, words),
        "signed": [words("Day and place"), _signs(issuer, words), words("Trainer")],
    }


def _signs(issuer: Issuer, words: Words) -> str:
    name = issuer.contact.name if issuer.contact else ""
    return words("{name}, for the association", name=name) if name else words("For the association")


def _facts(training: Training | None, words: Words) -> list[tuple[str, str]]:
    """Label and value; an empty value is a line to write on."""
    if training is None:
        return [(words("Time"), ""), (words("Extent"), "")]
    hours = "" if training.minutes is None else _hours(training.minutes, words)
    facts = [
        (words("Theme"), training.theme or None),
        (words("Time"), days_between(training.days.first, training.days.last, words, year=True)),
        (words("Extent"), hours),
        (words("Place"), training.place or None),
    ]
    return [(label, value) for label, value in facts if value is not None]


def _hours(minutes: int, words: Words) -> str:
    return words.count("{n} hour", "{n} hours", minutes // 60) if minutes % 60 == 0 else words("{n} hours", n=words.number(minutes / 60, 1))
