"""The options of each document as the window remembers them between runs, apart for each book."""

from coordinator_app.core.errors import Refused
from coordinator_app.core.periods import Period
from coordinator_app.gui.kit.memory import Memory
from coordinator_app.gui.printing.documents import SWITCHES, Kind, Wanted
from coordinator_app.gui.printing.reading import Offered
from coordinator_app.i18n import Language
from coordinator_app.printing.poster import STRIPS
from coordinator_app.printing.typst import Paper

_ALL = "all"


class Remembered:
    """Keeps and recalls. The addresses of sensitive groups are asked for each time anew, so they are never kept."""

    def __init__(self, memory: Memory, offered: Offered) -> None:
        self._memory, self._offered = memory, offered

    def kind(self) -> Kind:
        """The document that was chosen last."""
        kept = self._memory.text(self._key("last"))
        return Kind(kept) if kept in set(Kind) else Kind.POSTER

    def keep_kind(self, kind: Kind) -> None:
        self._memory.keep(self._key("last"), str(kind))

    def wanted(self, kind: Kind) -> Wanted:
        """A document with the options it had last, as far as they still make sense."""
        kept = {name: self._memory.text(self._key(f"{kind}/{name}")) for name in SWITCHES[kind]}
        language, paper, strips = kept.get("language", ""), kept.get("paper", ""), kept.get("strips", "")
        return Wanted(
            kind,
            Language(language) if language in set(Language) else self._offered.language,
            self._period(kept.get("period", "")),
            paper=Paper(paper) if paper in set(Paper) else Paper.A4,
            strips=int(strips) if strips in {str(each) for each in STRIPS} else 0,
            next_term=kept.get("next_term", "") == str(self._offered.next_term.first),
            groups=self._groups(kept.get("groups", "")),
            public=kept.get("public", "") == str(True),
        )

    def keep(self, wanted: Wanted) -> None:
        """Keeps the options of a document."""
        for name in SWITCHES[wanted.kind]:
            if name != "sensitive_addresses":
                self._memory.keep(self._key(f"{wanted.kind}/{name}"), self._said(wanted, name))

    def _key(self, name: str) -> str:
        return f"print/{self._offered.book_id}/{name}"

    def _said(self, wanted: Wanted, name: str) -> str:
        if name == "next_term":
            # The term is kept by its day: what is next today is this one when the day has come.
            return str(self._offered.next_term.first) if wanted.next_term else ""
        if name == "groups":
            return _ALL if wanted.groups is None else " ".join(str(each) for each in sorted(wanted.groups))
        if name == "period":
            # With the quarter in which it was chosen: in the next one the quarter that has just ended is wanted.
            return f"{wanted.period} {self._offered.periods[0]}"
        return str(getattr(wanted, name))

    def _period(self, kept: str) -> Period:
        chosen, _, when = kept.partition(" ")
        try:
            period = Period.parse(chosen)
        except Refused:
            return self._offered.usual_period
        return period if when == str(self._offered.periods[0]) and period in self._offered.periods else self._offered.usual_period

    def _groups(self, kept: str) -> frozenset[int] | None:
        known = {group.id for group in self._offered.groups}
        chosen = frozenset(int(each) for each in kept.split() if each.isdecimal()) & known
        return chosen or None
