"""A picture chosen for the papers, PNG or SVG, checked and made one SVG, which is what the papers draw."""

import base64
import re
import struct
import zlib
from pathlib import Path
from xml.etree.ElementTree import Element, ParseError, fromstring

from coordinator_app.core.errors import BadFile
from coordinator_app.i18n import N_

MOST_BYTES = 1_000_000
_MOST_PIXELS = 4000
_PNG = b"\x89PNG\r\n\x1a\n"
_SVG = "{http://www.w3.org/2000/svg}"
_HEAD = struct.Struct(">IIBBBBB")
_CHANNELS = {0: 1, 2: 3, 3: 1, 4: 2, 6: 4}
_DRAWN = ("path", "rect", "circle", "ellipse", "line", "polygon", "polyline", "image", "use")
_INSIDE = re.compile(r"#|data:image/(png|jpeg);base64,")
_ELSEWHERE = re.compile(r"url\((?!\s*['\"]?#)|@import", re.IGNORECASE)


def read(path: Path) -> str:
    """The picture as SVG. Raises `BadFile` with what is wrong and what to do."""
    try:
        with path.open("rb") as opened:
            data = opened.read(MOST_BYTES + 1)
    except OSError as wrong:
        raise BadFile(N_("{file} could not be read. See that it is still there, or choose another picture."), file=path.name) from wrong
    if len(data) > MOST_BYTES:
        raise BadFile(N_("{file} is too large for a mark on a paper: at most one megabyte. Save it smaller."), file=path.name)
    if data.startswith(_PNG):
        return _of_png(data, path.name)
    if b"<svg" in data[:2000].lower():
        return _of_svg(data, path.name)
    raise BadFile(N_("{file} is neither a PNG nor an SVG picture. Choose a picture of one of these kinds."), file=path.name)


def _of_png(data: bytes, file: str) -> str:
    """The picture in an SVG of its size."""
    try:
        width, height = _checked(data)
    except (ValueError, struct.error, zlib.error, KeyError) as wrong:
        raise BadFile(N_("{file} is damaged. Save the picture anew and choose it again."), file=file) from wrong
    if not (0 < width <= _MOST_PIXELS and 0 < height <= _MOST_PIXELS):
        raise BadFile(
            N_("{file} is too large for a mark on a paper: at most {n} pixels a side. Save it smaller."), file=file, n=_MOST_PIXELS
        )
    inside = f'<image width="{width}" height="{height}" href="data:image/png;base64,{base64.b64encode(data).decode()}"/>'
    return f'<svg xmlns="http://www.w3.org/2000/svg" width="{width}" height="{height}" viewBox="0 0 {width} {height}">{inside}</svg>'


def _checked(data: bytes) -> tuple[int, int]:
    """Width and height of a PNG whose parts are whole; its pixels are unpacked no further than they may be many."""
    parts: list[tuple[bytes, bytes]] = []
    at = len(_PNG)
    while not parts or parts[-1][0] != b"IEND":
        (length,) = struct.unpack_from(">I", data, at)
        kind, body = data[at + 4 : at + 8], data[at + 8 : at + 8 + length]
        (sum_kept,) = struct.unpack_from(">I", data, at + 8 + length)
        if zlib.crc32(kind + body) != sum_kept:
            raise ValueError("a part is damaged")
        parts.append((kind, body))
        at += 12 + length
    if parts[0][0] != b"IHDR":
        raise ValueError("no head")
    width, height, depth, colour, *_ = _HEAD.unpack(parts[0][1])
    if width > _MOST_PIXELS or height > _MOST_PIXELS:
        return width, height
    most = height * (8 + width * depth * _CHANNELS[colour] // 8 + 1) * 2
    unpacker = zlib.decompressobj()
    unpacked = unpacker.decompress(b"".join(body for kind, body in parts if kind == b"IDAT"), most)
    if not unpacker.eof or len(unpacked) < height * (width * depth * _CHANNELS[colour] // 8):
        raise ValueError("pixels are missing")
    return width, height


def _of_svg(data: bytes, file: str) -> str:
    """The picture itself, if it is whole and needs nothing from elsewhere."""
    damaged = BadFile(N_("{file} is damaged. Save the picture anew and choose it again."), file=file)
    if b"<!ENTITY" in data or b"<!entity" in data:
        raise damaged
    try:
        text = data.decode("utf-8-sig")
        root = fromstring(text)
    except (UnicodeDecodeError, ParseError) as wrong:
        raise damaged from wrong
    if root.tag != f"{_SVG}svg":
        raise damaged
    names = {each.tag.removeprefix(_SVG) for each in root.iter()}
    if "text" in names:
        raise BadFile(N_("{file} has words in a font of its own, which papers lack. Save its words as outlines, or as PNG."), file=file)
    if names & {"script", "foreignObject"} or _reaches_out(root, text):
        raise BadFile(N_("{file} takes parts of itself from elsewhere. Save it with all of them inside, or as PNG."), file=file)
    if not names & set(_DRAWN):
        raise BadFile(N_("{file} shows nothing. Choose another picture."), file=file)
    return text


def _reaches_out(root: Element, text: str) -> bool:
    links = (value for each in root.iter() for name, value in each.attrib.items() if name.rpartition("}")[2] == "href")
    return any(not _INSIDE.match(link.strip()) for link in links) or bool(_ELSEWHERE.search(text))
