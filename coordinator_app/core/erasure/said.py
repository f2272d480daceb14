"""What forgetting does, in words, for those who decide."""

from collections.abc import Iterator

from coordinator_app.core.erasure.texts import Mention
from coordinator_app.core.erasure.traces import Traces
from coordinator_app.i18n import N_, Words

_MOST_MENTIONS = 5
_KINDS = {
    "activity": N_("the activity {name}"),
    "enquiry": N_("an enquiry"),
    "grp": N_("the group {name}"),
    "meeting": N_("the meeting {name}"),
    "organisation": N_("the organisation {name}"),
    "place": N_("the place {name}"),
    "support_talk": N_("a support talk"),
}
_OTHER = N_("a note")


def said(traces: Traces, words: Words) -> tuple[str, ...]:
    """What goes, what stays, and where else the names are taken out; a sentence each."""
    return tuple(_sentences(traces, words))


def _sentences(traces: Traces, words: Words) -> Iterator[str]:
    goes = [
        words.count("{n} phone number or address", "{n} phone numbers or addresses", traces.contacts),
        words.count("{n} place in a group", "{n} places in groups", traces.groups),
        words.count("the name at {n} occasion", "the name at {n} occasions", traces.occasions),
        words.count("the notes of {n} enquiry or talk", "the notes of {n} enquiries and talks", traces.matters),
        words.count("{n} unfinished entry", "{n} unfinished entries", traces.drafts),
    ]
    numbers = (traces.contacts, traces.groups, traces.occasions, traces.matters, traces.drafts)
    told = [part for part, number in zip(goes, numbers, strict=True) if number]
    always = [words(each) for each in (N_("names") if len(traces.names) > 1 else N_("name"), N_("roles"), N_("consents"), N_("notes"))]
    yield words(N_("What goes: {parts}."), parts=words.listing([*always, *told]))
    yield words(N_("What stays: headcounts and all other figures, without names."))
    if traces.mentions:
        shown = [_mention(each, words) for each in traces.mentions[:_MOST_MENTIONS]]
        more = len(traces.mentions) - len(shown)
        shown += [words.count("{n} other place", "{n} other places", more)] if more else []
        yield words(N_("The name or number is also taken out of the text here: {places}."), places=words.listing(shown))


def _mention(mention: Mention, words: Words) -> str:
    place = mention.name if mention.kind == "person" else words(_KINDS.get(mention.kind, _OTHER), name=mention.name)
    return words(N_("{name}, {day}"), name=place, day=words.date(mention.day)) if mention.day else place
