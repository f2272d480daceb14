"""The options of each document as the window remembers them between runs, apart for each book."""

from coordinator_app.bootstrap.documents import BY_CODE, MEETINGS, POSTER, Kind, Switch, Wanted
from coordinator_app.core.errors import Refused
from coordinator_app.core.periods import Period
from coordinator_app.gui.kit.memory import Memory
from coordinator_app.gui.printing.reading import Offered
from coordinator_app.i18n import Language
from coordinator_app.printing.handouts import CARDS
from coordinator_app.printing.poster import STRIPS
from coordinator_app.printing.typst import Paper

_ALL = "all"
# What belongs to one occasion, or is nobody's to find in a file of settings.
NEVER_KEPT = (Switch.SENSITIVE_ADDRESSES, Switch.ACTIVITY, Switch.NAMES)


class Remembered:
    """Keeps and recalls. The addresses of sensitive groups are asked for each time anew, and names are never kept."""

    def __init__(self, memory: Memory, offered: Offered) -> None:
        self._memory, self._offered = memory, offered

    def kind(self) -> Kind:
        """The document that was chosen last."""
        return BY_CODE.get(self._memory.text(self._key("last")), POSTER)

    def keep_kind(self, kind: Kind) -> None:
        self._memory.keep(self._key("last"), kind.code)

    def wanted(self, kind: Kind) -> Wanted:
        """A document with the options it had last, as far as they still make sense."""
        kept = {switch: self._memory.text(self._key(f"{kind.code}/{switch}")) for switch in kind.switches}
        asked = (Switch.PAPER, Switch.STRIPS, Switch.CARDS, Switch.MEETINGS)
        paper, strips, cards, meetings = (kept.get(switch, "") for switch in asked)
        return Wanted(
            kind,
            self._languages(kept.get(Switch.LANGUAGES, "")),
            self._period(kept.get(Switch.PERIOD, "")),
            paper=Paper(paper) if paper in set(Paper) else Paper.A4,
            strips=int(strips) if strips in {str(each) for each in STRIPS} else 0,
            cards=int(cards) if cards in {str(each) for each in CARDS} else CARDS[0],
            next_term=kept.get(Switch.NEXT_TERM, "") == str(self._offered.next_term.first),
            groups=self._groups(kept.get(Switch.GROUPS, "")),
            public=kept.get(Switch.PUBLIC, "") == str(True),
            meetings=int(meetings) if meetings in {str(each) for each in MEETINGS} else MEETINGS[0],
            activity=next((each.id for each in self._offered.trainings), None),
        )

    def keep(self, wanted: Wanted) -> None:
        """Keeps the options of a document."""
        for switch in wanted.kind.switches:
            if switch not in NEVER_KEPT:
                self._memory.keep(self._key(f"{wanted.kind.code}/{switch}"), self._said(wanted, switch))

    def _key(self, name: str) -> str:
        return f"print/{self._offered.book_id}/{name}"

    def _said(self, wanted: Wanted, switch: Switch) -> str:
        if switch is Switch.NEXT_TERM:
            # The term is kept by its day: what is next today is this one when the day has come.
            return str(self._offered.next_term.first) if wanted.next_term else ""
        if switch is Switch.GROUPS:
            return _ALL if wanted.groups is None else " ".join(str(each) for each in sorted(wanted.groups))
        if switch is Switch.PERIOD:
            # With the quarter in which it was chosen: in the next one the quarter that has just ended is wanted.
            return f"{wanted.period} {self._offered.periods[0]}"
        if switch is Switch.LANGUAGES:
            return " ".join(wanted.languages)
        return str(getattr(wanted, switch))

    def _languages(self, kept: str) -> tuple[Language, ...]:
        chosen = tuple(Language(each) for each in kept.split() if each in set(Language))
        return chosen or (self._offered.language,)

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
