"""Made-up contact cards in the shapes that phones and mail programs write."""

import quopri


def quoted(name: str, value: str, width: int = 60) -> str:
    """A line as old Android phones write it: quoted-printable, broken softly with no space before the rest."""
    letters = "".join(f"={byte:02X}" for byte in value.encode())
    cut = width - width % 3
    return f"{name};CHARSET=UTF-8;ENCODING=QUOTED-PRINTABLE:" + "=\r\n".join(letters[at : at + cut] for at in range(0, len(letters), cut))


def folded(line: str, width: int = 75) -> str:
    """A line as versions 3 and 4 fold it."""
    return "\r\n ".join(line[at : at + width] for at in range(0, len(line), width)) or line


def escaped(value: str) -> str:
    return value.replace("\\", "\\\\").replace("\n", "\\n").replace(";", "\\;").replace(",", "\\,")


def card(*lines: str, version: str = "3.0") -> str:
    return "\r\n".join(("BEGIN:VCARD", f"VERSION:{version}", *lines, "END:VCARD")) + "\r\n"


def soft(value: str) -> str:
    """Quoted-printable as Python's own encoder writes it."""
    return quopri.encodestring(value.encode(), quotetabs=True).decode().replace("\n", "\r\n")
