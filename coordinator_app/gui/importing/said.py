"""What fates, kinds of rows and choices are called on the import screen, and the icon of each fate."""

from collections.abc import Mapping

from coordinator_app.core.importing import Action, Choice, Fate, Imported, PreviewRow, Subject
from coordinator_app.gui.kit.icons import Icon
from coordinator_app.i18n import N_, Words

FATES: Mapping[Fate, str] = {
    Fate.NEW: N_("new"),
    Fate.CHANGED: N_("changes"),
    Fate.UNCHANGED: N_("as in the book"),
    Fate.LOOKS_LIKE: N_("looks like one in the book"),
    Fate.CONFLICT: N_("the book says otherwise"),
    Fate.REPEATED: N_("twice in the file"),
    Fate.IMPOSSIBLE: N_("cannot be taken in"),
}
LOOKS: Mapping[Fate, tuple[Icon, str]] = {
    Fate.NEW: (Icon.ADD, "good"),
    Fate.CHANGED: (Icon.EDIT, "primary"),
    Fate.UNCHANGED: (Icon.CHECK, "quiet"),
    Fate.LOOKS_LIKE: (Icon.HELP, "amber"),
    Fate.CONFLICT: (Icon.WARNING, "amber"),
    Fate.REPEATED: (Icon.COPY, "quiet"),
    Fate.IMPOSSIBLE: (Icon.CANCELLED, "danger"),
}
SUBJECTS: Mapping[Subject, str] = {
    Subject.PERSON: N_("people"),
    Subject.GROUP: N_("groups"),
    Subject.ORGANISATION: N_("organisations"),
    Subject.ATTENDANCE: N_("headcounts"),
}


def total_said(fate: Fate, n: int, words: Words) -> str:
    """How many rows meet a fate."""
    match fate:
        case Fate.NEW:
            return words.count("{n} new", "{n} new", n)
        case Fate.CHANGED:
            return words.count("{n} changes", "{n} change", n)
        case Fate.UNCHANGED:
            return words.count("{n} as in the book", "{n} as in the book", n)
        case Fate.LOOKS_LIKE:
            return words.count("{n} looks like one in the book", "{n} look like one in the book", n)
        case Fate.CONFLICT:
            return words.count("{n} differs from the book", "{n} differ from the book", n)
        case Fate.REPEATED:
            return words.count("{n} twice in the file", "{n} twice in the file", n)
        case Fate.IMPOSSIBLE:
            return words.count("{n} cannot be taken in", "{n} cannot be taken in", n)


def choice_said(row: PreviewRow, choice: Choice, words: Words) -> str:
    """What a choice means for a row."""
    if choice.action is Action.SAME_AS:
        name = next((each.name for each in row.like if each.id == choice.existing), row.name)
        return words(N_("the same as {name}"), name=name)
    if choice.action is Action.ADD:
        return words(N_("add once more"))
    if choice.action is Action.SKIP:
        return words(N_("keep what the book says")) if row.fate is Fate.CONFLICT else words(N_("leave out"))
    if row.fate is Fate.LOOKS_LIKE:
        return words(N_("add as new"))
    if row.fate is Fate.CONFLICT:
        return words(N_("take what the file says"))
    return words(N_("take the changes")) if row.fate is Fate.CHANGED else words(N_("take in"))


def result_said(imported: Imported, words: Words) -> str:
    """What taking in has done, in one line."""
    added, changed, same, left = (
        sum(counts.values()) for counts in (imported.added, imported.changed, imported.unchanged, imported.left_out)
    )
    parts = [
        words.count("{n} added", "{n} added", added) if added else "",
        words.count("{n} changed", "{n} changed", changed) if changed else "",
        words.count("{n} was as in the book", "{n} were as in the book", same) if same else "",
        words.count("{n} left out", "{n} left out", left) if left else "",
    ]
    return words(N_("Taken in: {counts}."), counts=", ".join(part for part in parts if part) or "0")
