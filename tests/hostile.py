"""Sixty texts that somebody might type, or have in a file, and that some part of a program might take for more than letters."""

import re
from collections import Counter
from dataclasses import dataclass

TEXTS = (
    # HTML and rich text.
    "<b>lihava</b>", "<img src=x onerror=alert(1)>", '<img src="file:///etc/passwd">', "<a href='http://esimerkki.fi'>linkki</a>",
    "<script>alert(1)</script>", "<qt>rikas</qt>", "<table><tr><td>solu", "<!-- huomautus -->", "&lt;nimi&gt;", "&amp;nbsp;", "&#x41;&#66;",
    "Leivo & Pojat", "&Avaa", "&&kaksi", "<p style='font-size:99px'>iso", "<svg/onload=1>", "<font color=red>puna", "<br><hr>rivi",
    # Formulas.
    "=cmd|' /C calc'!A0", "=1+1", "+358 40 1", "-2+3", "@SUMMA(A1)", '=HYPERLINK("http://esimerkki.fi")', "'=1+1", "|tuo",
    # Formats and templates.
    "{0}", "{name}", "{name!r:>99}", "{{kaksi}}", "%s", "%(name)s", "%n%n%n", "$HOME", "${jndi:ldap://x}", "`id`", "$(id)", "\\n\\t",
    # Typst and TeX.
    '#eval("1+1")', "#sys.version", "#import \"x.typ\": *", "*lihava* _vino_", "$ x^2 $", "#set page(width: 1pt)", "@viite <nimi>",
    "\\textbf{x}",
    "= Otsikko", "```koodi```",
    # Markdown, links and the sign of an unsaved window.
    "# Otsikko", "**lihava** [linkki](http://x)", "- kohta", "javascript:alert(1)", "mailto:x@esimerkki.fi?bcc=y@esimerkki.fi",
    "[*]tähti", '" onmouseover="x', "a<b>c",
    # The terminal and other languages of commands.
    "[bold red]puna[/bold red]", "[/]", "[link=http://x]y[/link]", "'; DROP TABLE person; --", '"lainaus"', "../../etc/passwd",
    "C:\\Temp\\x",
    # Letters that play tricks.
    "Åke Öström", "šekki 🙂 👨‍👩‍👦", "العربية עברית", "ﬁ ǅ ß İ", "Z̵̢a̵l̸g̶o̷", "x" * 300,
)  # fmt: skip

CLEANED = (
    ("ylä\nala", "ylä ala"),
    ("sarkain\tväli", "sarkain väli"),
    ("nolla\0merkki", "nollamerkki"),
    ("kello\x07\x1b[31mpuna\x1b[0m", "kello[31mpuna[0m"),
    ("pois\x08\x7f", "pois"),
    ("pari\ud800ton", "pariton"),
    ("sivun\x0cvaihto", "sivun vaihto"),
    ("rivin\u2028vaihto", "rivin vaihto"),
    ("\u202eattelakio", "attelakio"),
    ("\u2067takaperin\u2069", "takaperin"),
    ("\u200foikealta", "oikealta"),
    ("nolla\u200bleveä", "nollaleveä"),
    ("\ufeffalku", "alku"),
    ("pehmeä\xadtavu", "pehmeätavu"),
)
"""What loses its signs that cannot be seen before it is kept on one line, and what is left of it."""

_MARK = "q{:02}q"
MARK = re.compile(r"q(\d\d)q")
"""What ends each text of `MARKED`, so that a text is known again whatever was made of it."""


@dataclass(frozen=True, slots=True)
class Marked:
    """A text as somebody types it, and as it is kept and shown."""

    typed: str
    kept: str


MARKED = tuple(
    Marked(f"{typed} {_MARK.format(at)}", f"{kept} {_MARK.format(at)}")
    for at, (typed, kept) in enumerate((*((typed, typed) for typed in TEXTS), *CLEANED))
)


def mangled(shown: str) -> list[str]:
    """The marks in what is shown without their whole text before them."""
    line = " ".join(shown.split())
    marks = Counter(MARK.findall(line))
    return [mark for mark, times in marks.items() if line.count(MARKED[int(mark)].kept) < times]
