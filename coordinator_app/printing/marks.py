"""The small marks of a printed sheet: its document code and its QR code."""

import hashlib
import io
import json
from collections.abc import Mapping
from typing import Any

from coordinator_app.core.schedule import ScheduleContact

_CODE_LETTERS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"


def document_code(letter: str, values: Mapping[str, Any]) -> str:
    """A short code of what a sheet says, as `P-7K3Q`: the same facts give the same code, changed facts another.

    Four of Crockford's base 32 digits (without I, L, O and U), which are the first 20 bits of a SHA-256.
    """
    said = json.dumps(values, ensure_ascii=False, sort_keys=True).encode()
    number = int.from_bytes(hashlib.sha256(said).digest()[:3], "big") >> 4
    return f"{letter}-" + "".join(_CODE_LETTERS[number >> shift & 31] for shift in (15, 10, 5, 0))


def qr_svg(content: str) -> str:
    """A QR code as an SVG picture, with its quiet zone, one unit a module."""
    import segno

    picture = io.BytesIO()
    segno.make_qr(content, error="m").save(picture, kind="svg", border=4, light="#fff", xmldecl=False, nl=False)
    return picture.getvalue().decode()


def opening(web: str, contact: ScheduleContact | None) -> str:
    """What a QR code opens: the web address, else a call; "" if there is neither."""
    if web:
        return web if "://" in web else f"https://{web}"
    if contact and contact.phone:
        return "tel:" + "".join(each for each in contact.phone if each.isdigit() or each == "+")
    return ""
