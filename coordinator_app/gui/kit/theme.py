"""How the window looks: colours by role, type, spacing, all from `resources/theme/` and changeable while it runs."""

import json
import re
from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from weakref import WeakSet

from PySide6.QtCore import SIGNAL, QObject, Qt, Signal
from PySide6.QtGui import QColor, QFont, QFontDatabase, QPalette
from PySide6.QtWidgets import QApplication, QWidget
from shiboken6 import isValid

from coordinator_app import paths

BASE_POINTS = 11
SMALLEST, LARGEST = 100, 200
ONE_PANE_ABOVE = 150


class Mode(StrEnum):
    """Which colours are used: the system's choice, or always one."""

    SYSTEM = "system"
    LIGHT = "light"
    DARK = "dark"


@dataclass(frozen=True, slots=True)
class Colours:
    """One colour per role, as `#RRGGBB`. `edge` outlines controls (3:1), `line` only separates."""

    ground: str
    surface: str
    raised: str
    line: str
    edge: str
    text: str
    quiet: str
    primary: str
    primary_strong: str
    on_primary: str
    tint: str
    hover: str
    amber: str
    amber_tint: str
    danger: str
    danger_tint: str
    good: str
    good_tint: str
    focus: str

    @classmethod
    def of(cls, mode: Mode) -> "Colours":
        """The shipped colours of the light or the dark theme."""
        return cls(**json.loads(paths.resource("theme", f"{mode}.json").read_text("utf-8")))

    def colour(self, role: str) -> QColor:
        """The colour of a role, as `colour("primary")`."""
        return QColor(_colour(str(getattr(self, role))))


class Theme(QObject):
    """The one look of the program. `changed` is emitted after colours or sizes changed and the application wears them.

    `family` replaces the system's font (pictures and tests are made with the shipped one).
    """

    changed = Signal()

    def __init__(self, app: QApplication, *, mode: Mode = Mode.SYSTEM, percent: int = 100, family: str | None = None) -> None:
        super().__init__(app)
        self._app = app
        self._sheet = re.sub(r"/\*.*?\*/", "", paths.resource("theme", "window.qss").read_text("utf-8"), flags=re.DOTALL)
        self._family = family or QFontDatabase.systemFont(QFontDatabase.SystemFont.GeneralFont).family()
        self._mode, self._percent, self._narrow = mode, _bounded(percent), False
        self.colours = Colours.of(self._effective())
        self._fonts: dict[tuple[float, bool], QFont] = {}
        self._windows: WeakSet[QWidget] = WeakSet()
        app.styleHints().colorSchemeChanged.connect(self._system_changed)
        self._wear()

    @property
    def mode(self) -> Mode:
        return self._mode

    @property
    def percent(self) -> int:
        """The size of text, 100 to 200."""
        return self._percent

    @property
    def dark(self) -> bool:
        return self._effective() is Mode.DARK

    @property
    def one_pane(self) -> bool:
        """Whether the text is so large, or the window so narrow, that list and form no longer stand side by side."""
        return self._percent > ONE_PANE_ABOVE or self._narrow

    def set_mode(self, mode: Mode) -> None:
        self._mode = mode
        self._wear()

    def set_percent(self, percent: int) -> None:
        self._percent = _bounded(percent)
        self._wear()

    def set_narrow(self, narrow: bool) -> None:
        """Told by the window when it becomes too narrow for list and form side by side, or wide enough again."""
        if narrow is not self._narrow:
            self._narrow = narrow
            self.changed.emit()

    def follow(self, widget: QWidget, dress: Callable[[], object]) -> None:
        """Calls `dress` now and whenever the look changes, as long as the widget lives. For what is no method of the widget itself:
        a plain connection would outlive it.
        """
        QObject.connect(self, SIGNAL("changed()"), widget, dress)
        dress()

    def px(self, length: float) -> int:
        """Screen pixels of a length that is given for text at 100 %."""
        return _pixels(length, self._percent)

    def font(self, size: float = 1.0, *, strong: bool = False) -> QFont:
        """The font at a multiple of the base size, for what is painted by hand; figures are of even width."""
        made = self._fonts.get((size, strong))
        if made is None:
            made = self._fonts[size, strong] = QFont(self._family)
            made.setPointSizeF(_points(size, self._percent))
            made.setWeight(QFont.Weight.DemiBold if strong else QFont.Weight.Normal)
            made.setFeature(QFont.Tag("tnum"), 1)
        return QFont(made)

    def _effective(self) -> Mode:
        if self._mode is not Mode.SYSTEM:
            return self._mode
        return Mode.DARK if self._app.styleHints().colorScheme() is Qt.ColorScheme.Dark else Mode.LIGHT

    def _system_changed(self) -> None:
        if self._mode is Mode.SYSTEM:
            self._wear()

    def _wear(self) -> None:
        self.colours = Colours.of(self._effective())
        self._fonts.clear()
        self._app.setFont(self.font())
        self._app.setPalette(_palette(self.colours))
        self._worn = _filled_in(self._sheet, self.colours, self._effective(), self._percent)
        for window in self._windows:
            if isValid(window):
                window.setStyleSheet(self._worn)
        self.changed.emit()

    def dress(self, window: QWidget) -> None:
        """Gives a window the look, from now on.

        Were it the application's, every part would be styled again each time that it is put into another while a screen is made.
        """
        self._windows.add(window)
        window.setStyleSheet(self._worn)


def set_role(widget: QWidget, role: str) -> None:
    """Gives a widget its role in `window.qss`, also one that is shown already."""
    widget.setProperty("role", role)
    if widget.testAttribute(Qt.WidgetAttribute.WA_WState_Polished):
        widget.style().unpolish(widget)
        widget.style().polish(widget)


def _filled_in(sheet: str, colours: Colours, mode: Mode, percent: int) -> str:
    """The style sheet with its pictures, colours and lengths."""

    def picture(found: re.Match[str]) -> str:
        return f"url({paths.resource('theme', f'{found[1]}-{mode}.svg').as_posix()})"

    sheet = re.sub(r"@picture\((\w+)\)", picture, sheet)
    sheet = re.sub(r"@(\w+)", lambda found: str(getattr(colours, found[1])), sheet)
    sheet = re.sub(r"\b(\d+)u\b", lambda found: f"{_pixels(int(found[1]), percent)}px", sheet)
    return re.sub(r"\b([\d.]+)em\b", lambda found: f"{_points(float(found[1]), percent):.1f}pt", sheet)


@cache
def _colour(code: str) -> QColor:
    """Read once: what is painted by hand asks for a few of them hundreds of times."""
    return QColor(code)


def _pixels(length: float, percent: int) -> int:
    return round(length * percent / 100)


def _points(size: float, percent: int) -> float:
    return BASE_POINTS * size * percent / 100


def _bounded(percent: int) -> int:
    return min(max(percent, SMALLEST), LARGEST)


def _palette(colours: Colours) -> QPalette:
    palette = QPalette()
    roles = QPalette.ColorRole
    for role, name in (
        (roles.Window, "ground"),
        (roles.WindowText, "text"),
        (roles.Base, "surface"),
        (roles.AlternateBase, "ground"),
        (roles.Text, "text"),
        (roles.Button, "raised"),
        (roles.ButtonText, "text"),
        (roles.ToolTipBase, "raised"),
        (roles.ToolTipText, "text"),
        (roles.PlaceholderText, "quiet"),
        (roles.Highlight, "primary"),
        (roles.HighlightedText, "on_primary"),
        (roles.Link, "primary"),
        (roles.Mid, "line"),
        (roles.Accent, "primary"),
    ):
        palette.setColor(role, colours.colour(name))
    for role in (roles.WindowText, roles.Text, roles.ButtonText):
        palette.setColor(QPalette.ColorGroup.Disabled, role, colours.colour("quiet"))
    return palette
