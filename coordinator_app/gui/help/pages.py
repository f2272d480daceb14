"""The pages of the help as they stand in `resources/help`, one per screen and language."""

from collections.abc import Iterable
from dataclasses import dataclass

from coordinator_app import paths
from coordinator_app.core.texts import matches
from coordinator_app.i18n import Language

# In the order in which a newcomer would read them. A page is named after its screen.
ORDER = (
    *("begin", "first-start", "unlock", "home", "groups", "attendance", "people", "activities"),
    *("calendar", "quarter", "printing", "importing", "settings", "searching", "shortcuts"),
)


@dataclass(frozen=True, slots=True)
class Page:
    """A page: its name, its heading, and its whole text in Markdown."""

    name: str
    title: str
    text: str


def read(language: Language) -> tuple[Page, ...]:
    """Every page in a language."""
    return tuple(_page(name, language) for name in ORDER)


def found(pages: Iterable[Page], typed: str) -> list[Page]:
    """The pages in which every word typed begins a word, those with it in the heading first; all when nothing is typed."""
    hits = [page for page in pages if matches(typed, (page.title, page.text))]
    return sorted(hits, key=lambda page: not matches(typed, (page.title,)))


def _page(name: str, language: Language) -> Page:
    text = paths.resource("help", str(language), f"{name}.md").read_text("utf-8")
    return Page(name, text.partition("\n")[0].removeprefix("#").strip(), text)
