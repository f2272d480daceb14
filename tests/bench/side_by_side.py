"""Measures two ways to do one thing, in turns, so that a busy machine slows both alike."""

import statistics
import time
from collections.abc import Callable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Pair:
    """Our way and the bare way to the same answer. Each is called with a number that is new each time."""

    name: str
    against: str
    ours: Callable[[int], object]
    bare: Callable[[int], object]


@dataclass(frozen=True, slots=True)
class Row:
    """A line of the table: what was measured, and the most it may be. `figures` are ratios, or, with a unit, absolute.

    `instead` is said of a ratio that may be missed, because the thing itself is too quick for anyone to see.
    """

    name: str
    against: str
    figures: tuple[float, ...]
    limit: float
    unit: str = ""
    instead: str = ""

    @property
    def figure(self) -> float:
        """The median of ratios; of absolute figures the least, which is what the machine can do when nobody else uses it."""
        return min(self.figures) if self.unit else statistics.median(self.figures)

    @property
    def passed(self) -> bool:
        return self.figure <= self.limit or bool(self.instead)

    def cells(self) -> tuple[str, ...]:
        """The line in words."""
        spread = f"{min(self.figures):.2f}–{max(self.figures):.2f}"
        verdict = " ".join(("pass" if self.passed else "FAIL", self.instead if self.figure > self.limit else "")).strip()
        return self.name, self.against, f"{self.figure:.2f}{self.unit}", spread, f"{self.limit:g}{self.unit}", verdict


def alternate(pair: Pair, turns: int) -> tuple[tuple[float, ...], tuple[float, ...]]:
    """The seconds each way took, turn by turn, after one turn that warms both and is not counted.

    Who begins changes with each turn, because the second finds the machine's caches filled by the first.
    """
    ours: list[float] = []
    bare: list[float] = []
    for turn in range(turns + 1):
        both = [(ours, pair.ours), (bare, pair.bare)]
        for seconds, way in both if turn % 2 else reversed(both):
            begun = time.perf_counter()
            way(turn)
            seconds.append(time.perf_counter() - begun)
    return tuple(ours[1:]), tuple(bare[1:])


def compared(pair: Pair, limit: float, turns: int) -> tuple[Row, tuple[float, ...]]:
    """The ratio of the two ways, and the seconds of ours."""
    ours, bare = alternate(pair, turns)
    return Row(pair.name, pair.against, tuple(one / other for one, other in zip(ours, bare, strict=True)), limit), ours


def table(rows: list[Row]) -> str:
    """The rows as plain text, columns aligned."""
    lines = [("what", "against", "figure", "from–to", "at most", ""), *(row.cells() for row in rows)]
    widths = [max(map(len, column)) for column in zip(*lines, strict=True)]
    return "\n".join("  ".join(cell.ljust(width) for cell, width in zip(line, widths, strict=True)).rstrip() for line in lines)
