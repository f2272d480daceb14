"""Everything the book holds of one person, as a letter to him or as plain text."""

import datetime as dt
from collections.abc import Iterator, Sequence

from msgspec import Struct

from coordinator_app.core.catalogue import Catalogue, Listing
from coordinator_app.core.kinds import ContactKind
from coordinator_app.core.own_data import BLACK, OwnData
from coordinator_app.core.people import PersonDetail
from coordinator_app.core.people.said import LANGUAGES, MEMBERS, PURPOSES, ROLES, WAYS
from coordinator_app.core.volunteering import TASKS
from coordinator_app.i18n import N_, Language, Words
from coordinator_app.printing.letter import Letterhead, Section, letter
from coordinator_app.printing.typst import Manuscript

_WAYS = {ContactKind.PHONE: N_("Phone"), ContactKind.EMAIL: N_("E-mail")}


class OwnPaper(Struct, frozen=True):
    """What is said of the paper itself, beside the data."""

    association: str
    locality: str
    made: dt.date
    catalogue: Catalogue


def own_letter(data: OwnData, paper: OwnPaper, language: Language) -> Manuscript:
    """The letter's manuscript."""
    words = Words(language)
    return letter(_head(data, paper, words), _sections(data, paper, words), language)


def own_text(data: OwnData, paper: OwnPaper, language: Language) -> str:
    """The same as plain text."""
    words = Words(language)
    head = _head(data, paper, words)
    lines = [head.title, f"{head.about}, {words.date(paper.made)}", ""]
    for section in _sections(data, paper, words):
        lines += [*([section.heading.upper()] if section.heading else []), *section.texts, *(f"- {point}" for point in section.points)]
        lines += [": ".join(cell for cell in row if cell) for row in section.rows] + [""]
    return "\n".join([*lines, head.foot, ""])


def _head(data: OwnData, paper: OwnPaper, words: Words) -> Letterhead:
    return Letterhead(
        association=paper.association,
        title=words("What we hold of you"),
        about=", ".join(part for part in (data.detail.name, paper.locality) if part),
        made=paper.made,
        foot=words("For the person himself only"),
    )


def _sections(data: OwnData, paper: OwnPaper, words: Words) -> list[Section]:
    return [
        Section(
            texts=[
                words("This is all that the local contact man’s book holds of you on this day."),
                words("What tells of other people is blacked out: {sign}.", sign=BLACK),
            ]
        ),
        *_of_himself(data.detail, words),
        *_of_meetings(data, words),
        *_of_matters(data, paper, words),
        Section(
            words("Your rights"),
            points=[
                words("You may ask for mistakes to be corrected and for your data to be erased."),
                words("You may take back a consent at any time; you can still come to the group."),
                words("The association is the controller of the data. You can complain to the Data Protection Ombudsman (tietosuoja.fi)."),
            ],
        ),
    ]


def _of_himself(detail: PersonDetail, words: Words) -> Iterator[Section]:
    said: Sequence[tuple[str, str | None]] = [
        (words("Name"), detail.name),
        *((each.label or words(_WAYS[each.kind]), each.value) for each in detail.contacts),
        (words("Address"), detail.address),
        (words("Organisation"), detail.organisation_name),
        (words("Title"), detail.title),
        (words("Web page"), detail.web),
        (words("Language"), words(LANGUAGES[detail.language]) if detail.language and detail.language in LANGUAGES else detail.language),
        (words("Note"), detail.note),
        (words("Criminal-record extract checked on"), _day(detail.extract_checked_on, words)),
        (words("In the book since"), words.date(detail.added_on)),
    ]
    yield Section(words("You"), rows=[(name, value) for name, value in said if value])
    if detail.roles:
        rows = [(words(ROLES[each.role]), _span(each.since, each.until, words)) for each in detail.roles]
        yield Section(words("Roles"), rows=rows)
    if detail.consents:
        told = [
            (
                words(PURPOSES[each.purpose]),
                words("given {day}, {way}", day=words.date(each.given_on), way=words(WAYS[each.way])),
                words("withdrawn {day}", day=words.date(each.withdrawn_on)) if each.withdrawn_on else "",
            )
            for each in detail.consents
        ]
        yield Section(words("Consents"), rows=told)


def _of_meetings(data: OwnData, words: Words) -> Iterator[Section]:
    if data.detail.groups:
        rows = [(each.name, words(MEMBERS[each.role]), _span(each.since, each.until, words)) for each in data.detail.groups]
        yield Section(words("Groups"), rows=rows)
    if data.occasions:
        told = [
            (words.date(each.held_on), words("{group}, ran it", group=each.group_name) if each.counsellor else each.group_name)
            for each in data.occasions
        ]
        yield Section(words("Meetings you were at by name"), rows=told)
    if data.activities:
        yield Section(words("Activities you helped in"), rows=[(words.date(day), name) for name, day in data.activities])


def _of_matters(data: OwnData, paper: OwnPaper, words: Words) -> Iterator[Section]:
    if data.matters:
        rows = [
            (
                words.date(each.on),
                words("Support talk, {n} min", n=each.minutes) if each.minutes else words("Enquiry"),
                paper.catalogue.name(Listing.SERVICE, each.service, words.language),
                each.note or "",
            )
            for each in data.matters
        ]
        yield Section(words("Enquiries and support talks"), rows=rows)
    if data.work:
        done = [(words.date(each.on), words(TASKS[each.task]), words("{n} min", n=each.minutes)) for each in data.work]
        yield Section(words("Volunteer work"), rows=done)
    if data.elsewhere:
        spoken = [(", ".join(part for part in (each.name, _day(each.day, words)) if part), each.text) for each in data.elsewhere]
        yield Section(words("Where else you are spoken of"), rows=spoken)
    if data.unfinished:
        about = words("An attendance sheet on which you are marked, or your consent")
        yield Section(words("Begun and not finished"), rows=[(words.date(each.day), each.text or about) for each in data.unfinished])


def _day(day: dt.date | None, words: Words) -> str:
    return words.date(day) if day else ""


def _span(since: dt.date | None, until: dt.date | None, words: Words) -> str:
    return f"{_day(since, words)}–{_day(until, words)}" if since or until else ""
