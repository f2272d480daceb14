"""How a page of the help is set: our own Markdown in the type, sizes and colours of the theme."""

from collections.abc import Iterator

from PySide6.QtGui import QFont, QTextBlock, QTextBlockFormat, QTextCharFormat, QTextCursor, QTextDocument, QTextFragment

from coordinator_app.gui.kit.theme import Theme

# As titles and sections are set on the screens.
_SIZES = {1: 1.7, 2: 1.25}
_LINE_HEIGHT = 125


def write(document: QTextDocument, markdown: str, theme: Theme) -> None:
    """Fills the document with a page; Markdown's own notion of headings, strong words and keys gives way to the house's."""
    document.setDefaultFont(theme.font())
    document.setMarkdown(markdown, QTextDocument.MarkdownFeature.MarkdownDialectGitHub)
    document.setDocumentMargin(theme.px(12))
    document.setIndentWidth(theme.px(22))
    for block in _blocks(document):
        level = block.blockFormat().headingLevel()
        _space(block, level, theme)
        for fragment in list(_fragments(block)):
            _dress(document, fragment, level, theme)


def _blocks(document: QTextDocument) -> Iterator[QTextBlock]:
    block = document.begin()
    while block.isValid():
        yield block
        block = block.next()


def _fragments(block: QTextBlock) -> Iterator[QTextFragment]:
    at = block.begin()
    while not at.atEnd():
        yield at.fragment()
        at += 1


def _space(block: QTextBlock, level: int, theme: Theme) -> None:
    look = QTextBlockFormat()
    look.setLineHeight(_LINE_HEIGHT, QTextBlockFormat.LineHeightTypes.ProportionalHeight.value)
    look.setTopMargin(theme.px(16 if level > 1 else 0))
    look.setBottomMargin(theme.px(8))
    QTextCursor(block).mergeBlockFormat(look)


def _dress(document: QTextDocument, fragment: QTextFragment, level: int, theme: Theme) -> None:
    given = fragment.charFormat()
    look = QTextCharFormat()
    if level:
        look.setFont(theme.font(_SIZES.get(level, 1.0), strong=True))
    elif given.fontFixedPitch():
        look.setFont(theme.font(strong=True))
        look.setBackground(theme.colours.colour("tint"))
    elif given.fontWeight() > QFont.Weight.Normal:
        look.setFont(theme.font(strong=True))
    else:
        return
    cursor = QTextCursor(document)
    cursor.setPosition(fragment.position())
    cursor.setPosition(fragment.position() + fragment.length(), QTextCursor.MoveMode.KeepAnchor)
    cursor.mergeCharFormat(look)
