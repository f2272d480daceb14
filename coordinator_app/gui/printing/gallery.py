"""The documents as pictures: the first page of each with its name, one of them chosen."""

from collections.abc import Callable

from PySide6.QtCore import QRect, QRectF, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QColor, QImage, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QButtonGroup, QSizePolicy, QVBoxLayout, QWidget

from coordinator_app.bootstrap.documents import KINDS, TEXT, Kind, Part
from coordinator_app.gui.kit.actions import Action, button
from coordinator_app.gui.kit.flow import Flow
from coordinator_app.gui.kit.icons import Icon
from coordinator_app.gui.kit.kit import Kit
from coordinator_app.gui.kit.layout import scrolled, text_label
from coordinator_app.gui.kit.voice import Labels
from coordinator_app.i18n import N_, Words

WIDTH, HEIGHT, EDGE, NAME_HEIGHT = 166, 258, 12, 44
_MOST_OF_PICTURE = 1.25
_SIGN = 40
_TEXT_PAGE = QSize(298, 421)


class DocumentButton(QAbstractButton):
    """One document: its first page, small, and its name under it."""

    def __init__(self, kit: Kit) -> None:
        super().__init__()
        self._kit = kit
        self._picture = QImage()
        self._lacks_groups = False
        self.setCheckable(True)
        self.setAutoExclusive(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        kit.theme.changed.connect(self.updateGeometry)

    def show_picture(self, picture: QImage) -> None:
        """Shows a page, drawn smaller as needed."""
        self._picture, self._lacks_groups = picture, False
        self.update()

    def show_lacking(self) -> None:
        """Shows a blank page with the sign of the groups: it tells of groups, and there are none yet."""
        self._picture, self._lacks_groups = QImage(), True
        self.update()

    def has_picture(self) -> bool:
        return not self._picture.isNull()

    def sizeHint(self) -> QSize:
        # A name grows with the text; of a page that did the same little would fit on a small screen.
        picture = HEIGHT - NAME_HEIGHT
        high = min(self._kit.theme.px(picture), round(picture * _MOST_OF_PICTURE))
        return QSize(self._kit.theme.px(WIDTH), high + self._kit.theme.px(NAME_HEIGHT))

    def paintEvent(self, event: QPaintEvent) -> None:
        px, colours = self._kit.theme.px, self._kit.theme.colours
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self.isChecked() or self.underMouse():
            painter.setPen(QPen(colours.colour("primary"), 2) if self.isChecked() else Qt.PenStyle.NoPen)
            painter.setBrush(colours.colour("tint" if self.isChecked() else "hover"))
            painter.drawRoundedRect(self.rect().adjusted(1, 1, -1, -1), px(8), px(8))
        edge = px(EDGE)
        name = QRect(edge // 2, self.height() - px(NAME_HEIGHT), self.width() - edge, px(NAME_HEIGHT))
        self._draw_page(painter, QRectF(edge, edge, self.width() - 2 * edge, name.top() - edge - px(4)))
        painter.setPen(colours.colour("primary" if self.isChecked() else "text"))
        painter.setFont(self._kit.theme.font(strong=self.isChecked()))
        painter.drawText(name, Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap, self.text())
        painter.end()

    def _draw_page(self, painter: QPainter, room: QRectF) -> None:
        page = QRectF(QRectF(0, 0, 210, 297) if self._picture.isNull() else QRectF(self._picture.rect()))
        share = min(room.width() / page.width(), room.height() / page.height())
        width, height = page.width() * share, page.height() * share
        place = QRectF(room.center().x() - width / 2, room.center().y() - height / 2, width, height)
        # Paper is white by day and by night.
        painter.fillRect(place, QColor("white"))
        if self.has_picture():
            # Scaled by the picture's own method: the painter's leaves the letters of a much smaller page ragged.
            size, mode = place.size().toSize() * self.devicePixelRatioF(), Qt.TransformationMode.SmoothTransformation
            painter.drawImage(place, self._picture.scaled(size, Qt.AspectRatioMode.IgnoreAspectRatio, mode))
        if self._lacks_groups:
            side = self._kit.theme.px(_SIGN)
            sign = QRect(0, 0, side, side)
            sign.moveCenter(place.center().toPoint())
            self._kit.icons.icon(Icon.GROUPS, "quiet").paint(painter, sign)
        painter.setPen(self._kit.theme.colours.colour("line"))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRect(place)


class Gallery(QWidget):
    """All documents by what they are for, under the way to where they hang; the arrow keys choose, Tab leaves.

    `opened` tells that one was clicked, or chosen by Space.
    """

    opened = Signal()

    def __init__(self, kit: Kit, chosen: Callable[[Kind], object]) -> None:
        """`chosen` is called with the document."""
        super().__init__()
        self._kit = kit
        self._labels = Labels(kit.voice.words)
        self._group = QButtonGroup(self)
        self.buttons: dict[Kind, DocumentButton] = {}
        self.whereabouts = button(kit.icons, Action(N_("Where the posters hang"), lambda: None, Icon.PLACE), "place")
        self.whereabouts.setCheckable(True)
        self._labels.put(self.whereabouts.setText, N_("Where the posters hang"))
        self._group.addButton(self.whereabouts)
        inside = QWidget()
        parts = QVBoxLayout(inside)
        parts.setContentsMargins(0, 0, 0, 0)
        for part in Part:
            of_part = [kind for kind in KINDS if kind.part is part]
            if of_part:
                heading = text_label("label")
                self._labels.put(heading.setText, part)
                parts.addWidget(heading)
                flow = Flow()
                for kind in of_part:
                    flow.addWidget(self._button(kind, chosen))
                parts.addLayout(flow)
        parts.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.whereabouts)
        self._area = scrolled(inside)
        column.addWidget(self._area)

    def choose(self, kind: Kind) -> None:
        """Marks a document, which tells `chosen` if it was another one before."""
        self.buttons[kind].setChecked(True)
        self.setFocusProxy(self.buttons[kind])

    def _toggled(self, kind: Kind, chosen: Callable[[Kind], object]) -> None:
        # Which one is chosen is seen however it was chosen, and once it is laid out.
        QTimer.singleShot(0, self, lambda: self._area.ensureWidgetVisible(self.buttons[kind]))
        chosen(kind)

    def show_text(self, text: str) -> None:
        """Shows the beginning of a text as the picture of the text document."""
        self.buttons[TEXT].show_picture(_text_picture(text, self._kit))

    def say(self, words: Words) -> None:
        """Speaks this language."""
        self._labels.say(words)

    def _button(self, kind: Kind, chosen: Callable[[Kind], object]) -> DocumentButton:
        made = DocumentButton(self._kit)
        made.toggled.connect(lambda on: self._toggled(kind, chosen) if on else None)
        made.clicked.connect(lambda _: self.opened.emit())
        self._labels.put(made.setText, kind.name)
        self._labels.put(made.setAccessibleName, kind.name)
        self._group.addButton(made)
        self.buttons[kind] = made
        return made


def _text_picture(text: str, kit: Kit) -> QImage:
    picture = QImage(_TEXT_PAGE, QImage.Format.Format_RGB32)
    picture.fill(QColor("white"))
    font = kit.theme.font()
    font.setPixelSize(11)
    painter = QPainter(picture)
    painter.setFont(font)
    painter.setPen(QColor("#1C2321"))
    painter.drawText(picture.rect().adjusted(24, 26, -24, -20), Qt.TextFlag.TextWordWrap, text)
    painter.end()
    return picture
