"""Sixty texts that somebody might type, or have in a file, and that some part of a program might take for more than letters."""

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
)
"""What loses its controls before it is kept on one line, and what is left of it."""
