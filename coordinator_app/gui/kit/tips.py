"""Tips that show what a user typed. Qt takes a tip for rich text when it looks like it, so it is given as rich text that is plain."""

import html


def plain_tip(text: str) -> str:
    """The tip for a text of one or several lines, whatever letters are in it."""
    return f"<qt>{html.escape(text).replace(chr(10), '<br>')}</qt>" if text else ""
