"""Icons: glyphs of the Material Design Icons font, painted in a colour of the theme, and the program's own picture."""

from enum import StrEnum
from importlib.util import find_spec
from pathlib import Path

from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontDatabase, QIcon, QIconEngine, QPainter, QPixmap, QPixmapCache

from coordinator_app import paths
from coordinator_app.gui.kit.theme import Theme


class Icon(StrEnum):
    """The glyphs in use, by what they mean here; the value is the letter in the font."""

    HOME = "\U000f06a1"
    GROUPS = "\U000f0b58"
    ATTENDANCE = "\U000f08a8"
    PEOPLE = "\U000f000f"
    PERSON = "\U000f0013"
    ORGANISATION = "\U000f151f"
    ACTIVITIES = "\U000f1b53"
    ENQUIRY = "\U000f036a"
    HOURS = "\U000f157e"
    FEEDBACK = "\U000f0ea7"
    QUARTER = "\U000f041f"
    PRINT = "\U000f1786"
    SETTINGS = "\U000f08bb"
    LOCK = "\U000f0341"
    KEY = "\U000f0dd6"
    SHEET = "\U000f0432"
    PLANNED = "\U000f0766"
    HELD = "\U000f05e1"
    NOT_COUNTED = "\U000f1396"
    CANCELLED = "\U000f015a"
    MOVED = "\U000f0ce0"
    NOT_RECORDED = "\U000f05d6"
    WARNING = "\U000f002a"
    INFORMATION = "\U000f02fd"
    HELP = "\U000f0625"
    CHECK = "\U000f012c"
    CLOSE = "\U000f0156"
    ADD = "\U000f0415"
    TAKE_AWAY = "\U000f0374"
    EDIT = "\U000f0cb6"
    DELETE = "\U000f0a7a"
    COPY = "\U000f018f"
    SEARCH = "\U000f0349"
    FILTER = "\U000f0233"
    SHOW = "\U000f06d0"
    HIDE = "\U000f06d1"
    UNDO = "\U000f054d"
    REDO = "\U000f044f"
    HISTORY = "\U000f02da"
    BACK = "\U000f0141"
    FORWARD = "\U000f0142"
    DOWN = "\U000f0140"
    UP = "\U000f0143"
    CALENDAR = "\U000f0e18"
    HOLIDAY = "\U000f04d2"
    BREAK = "\U000f06ca"
    DEADLINE = "\U000f023d"
    CLOCK = "\U000f0150"
    PLACE = "\U000f07d9"
    PHONE = "\U000f0df0"
    EMAIL = "\U000f01f0"
    SEND = "\U000f1165"
    LINK = "\U000f0339"
    FOLDER = "\U000f0dcf"
    FILE = "\U000f09ee"
    PDF = "\U000f0226"
    BRING_IN = "\U000f0120"
    TAKE_OUT = "\U000f0207"
    BACKUP = "\U000f129f"
    BOOK = "\U000f1632"
    LANGUAGE = "\U000f05ca"
    TEXT_SIZE = "\U000f027f"
    THEME = "\U000f050e"
    CALM = "\U000f0e67"
    LATER = "\U000f03e6"
    MORE = "\U000f01d9"
    PRACTICE = "\U000f0405"


class Icons:
    """Makes icons that take their colour from the theme each time they are painted, so they follow it live."""

    def __init__(self, theme: Theme) -> None:
        self._theme = theme
        self._made: dict[tuple[Icon, str, bool], QIcon] = {}
        number = QFontDatabase.addApplicationFont(str(_font_file()))
        self._family = QFontDatabase.applicationFontFamilies(number)[0]

    def icon(self, icon: Icon, role: str = "text") -> QIcon:
        """An icon in the colour of a role of the theme (`text`, `quiet`, `primary`, `on_primary`, `amber`, `danger`, `good`)."""
        return self._icon(icon, role, beside_word=False)

    def beside_word(self, icon: Icon, role: str = "text") -> QIcon:
        """The same for a button with a word, drawn smaller at the left of its square, so that it stands off the word."""
        return self._icon(icon, role, beside_word=True)

    def pixmap(self, icon: Icon, role: str, size: int, ratio: float = 1.0) -> QPixmap:
        """A picture of `size` pixels at 100 % text; made anew by its user when the theme changes."""
        side = self._theme.px(size)
        return self.icon(icon, role).pixmap(QSize(side, side), ratio)

    def _icon(self, icon: Icon, role: str, *, beside_word: bool) -> QIcon:
        """Made once: lists ask for the same few each time they are painted."""
        key = (icon, role, beside_word)
        if key not in self._made:
            self._made[key] = QIcon(_Glyph(self._theme, self._family, str(icon), role, beside_word=beside_word))
        return self._made[key]


class _Glyph(QIconEngine):
    def __init__(self, theme: Theme, family: str, letter: str, role: str, *, beside_word: bool) -> None:
        super().__init__()
        self._theme, self._family, self._letter, self._role, self._beside_word = theme, family, letter, role, beside_word

    def paint(self, painter: QPainter, rect: QRect, mode: QIcon.Mode, state: QIcon.State) -> None:
        painter.drawPixmap(rect.topLeft(), self._picture(rect.size(), self._coloured(mode, state), painter.device().devicePixelRatio()))

    def pixmap(self, size: QSize, mode: QIcon.Mode, state: QIcon.State) -> QPixmap:
        return self._picture(size, self._coloured(mode, state), 1)

    def _coloured(self, mode: QIcon.Mode, state: QIcon.State) -> QColor:
        """The colour of the day, which is that of the word on the button."""
        role = "primary" if state is QIcon.State.On and self._role == "text" else self._role
        return self._theme.colours.colour("quiet" if mode is QIcon.Mode.Disabled else role)

    def _picture(self, size: QSize, colour: QColor, ratio: float) -> QPixmap:
        """Drawn once: lists show the same few many times, and setting a letter takes long."""
        key = f"{self._letter} {colour.rgba()} {size.width()} {size.height()} {ratio} {self._beside_word}"
        kept = QPixmap()
        if not QPixmapCache.find(key, kept):
            kept = self._draw(size * ratio, colour)
            kept.setDevicePixelRatio(ratio)
            QPixmapCache.insert(key, kept)
        return kept

    def _draw(self, size: QSize, colour: QColor) -> QPixmap:
        picture = QPixmap(size)
        picture.fill(Qt.GlobalColor.transparent)
        font = QFont(self._family)
        font.setPixelSize(max(round(size.height() * (0.8 if self._beside_word else 1)), 1))
        side = Qt.AlignmentFlag.AlignLeft if self._beside_word else Qt.AlignmentFlag.AlignHCenter
        painter = QPainter(picture)
        painter.setFont(font)
        painter.setPen(colour)
        painter.drawText(QRect(QPoint(0, 0), size), side | Qt.AlignmentFlag.AlignVCenter, self._letter)
        painter.end()
        return picture

    def clone(self) -> QIconEngine:
        return _Glyph(self._theme, self._family, self._letter, self._role, beside_word=self._beside_word)


def program_icon() -> QIcon:
    """The program's own picture: two figures under one roof line."""
    return QIcon(str(paths.resource("icons", "program.svg")))


def _font_file() -> Path:
    # The package holds a class of 7,000 names beside the font; only the file is wanted, so the package is found and not imported.
    spec = find_spec("fonticon_mdi7")
    if spec is None or spec.origin is None:
        raise FileNotFoundError("fonticon_mdi7")
    return Path(spec.origin).parent / "fonts" / "materialdesignicons-webfont.ttf"
