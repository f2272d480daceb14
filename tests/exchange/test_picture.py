"""A picture for the papers: what is taken, and one clear sentence for what is not."""

import struct
import zlib
from pathlib import Path

import pytest

from coordinator_app.core.errors import BadFile
from coordinator_app.exchange import picture

SVG = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 20 10">{}</svg>'
BOX = '<rect width="20" height="10" fill="#1F5C6B"/>'


def png(width: int = 4, height: int = 3, pixels: bytes | None = None) -> bytes:
    """A grey picture."""
    raw = b"".join(b"\0" + b"\x80" * width for _ in range(height)) if pixels is None else pixels

    def part(kind: bytes, body: bytes) -> bytes:
        return struct.pack(">I", len(body)) + kind + body + struct.pack(">I", zlib.crc32(kind + body))

    head = struct.pack(">IIBBBBB", width, height, 8, 0, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + part(b"IHDR", head) + part(b"IDAT", zlib.compress(raw)) + part(b"IEND", b"")


def read(folder: Path, data: bytes | str, name: str = "logo.svg") -> str:
    file = folder / name
    file.write_bytes(data.encode() if isinstance(data, str) else data)
    return picture.read(file)


def test_a_png_becomes_a_picture_of_its_size(tmp_path: Path) -> None:
    svg = read(tmp_path, png(40, 30), "logo.png")
    assert 'viewBox="0 0 40 30"' in svg and "data:image/png;base64," in svg


@pytest.mark.parametrize(
    "inside",
    [
        BOX,
        f'<defs><linearGradient id="a"/></defs><g fill="url(#a)">{BOX}</g>',
        f"<g fill=\"url( '#a' )\">{BOX}</g>",
        '<g id="b"><path d="M0 0h9v9z"/></g><use href="#b"/>',
    ],
)
def test_an_svg_stays_as_it_is(tmp_path: Path, inside: str) -> None:
    assert read(tmp_path, SVG.format(inside)) == SVG.format(inside)
    assert read(tmp_path, '<?xml version="1.0" encoding="UTF-8"?>\n' + SVG.format(inside))


REFUSED = {
    "a text": ("Hei!", "neither a PNG nor an SVG"),
    "a PDF": ("%PDF-1.7", "neither a PNG nor an SVG"),
    "nothing": ("", "neither a PNG nor an SVG"),
    "too large": (SVG.format(BOX + " " * picture.MOST_BYTES), "one megabyte"),
    "broken": (SVG.format("<rect"), "damaged"),
    "no namespace": ("<svg><rect/></svg>", "damaged"),
    "another root": (f'<a xmlns="http://www.w3.org/2000/svg"><svg>{BOX}</svg></a>', "damaged"),
    "entities": (f'<!DOCTYPE svg [<!ENTITY a "aaaa">]>{SVG.format("&a;" + BOX)}', "damaged"),
    "empty": (SVG.format("<g/>"), "shows nothing"),
    "letters": (SVG.format(f"{BOX}<text>Miehet</text>"), "outlines"),
    "script": (SVG.format(f"{BOX}<script>1</script>"), "from elsewhere"),
    "a web page": (SVG.format(f"{BOX}<foreignObject/>"), "from elsewhere"),
    "an address": (SVG.format('<image href="https://example.org/a.png"/>'), "from elsewhere"),
    "a file": (SVG.format('<image xmlns:xlink="http://www.w3.org/1999/xlink" xlink:href="file:///etc/passwd"/>'), "from elsewhere"),
    "a style": (SVG.format(f"<style>rect {{ fill: url(https://example.org/a) }}</style>{BOX}"), "from elsewhere"),
    "an import": (SVG.format(f'<style>@import "a.css";</style>{BOX}'), "from elsewhere"),
    "cut off": (png()[:-20], "damaged"),
    "a flipped bit": (png().replace(b"IDAT", b"IDAU"), "damaged"),
    "only a head": (b"\x89PNG\r\n\x1a\n", "damaged"),
    "pixels missing": (png(4, 3, b"\0\x80"), "damaged"),
    "a bomb": (png(30, 30, b"\0" * 5_000_000), "damaged"),
    "too wide": (png(9000, 1), "4000 pixels"),
}


@pytest.mark.parametrize(("data", "said"), REFUSED.values(), ids=REFUSED)
def test_what_papers_cannot_carry_is_refused_in_a_sentence(tmp_path: Path, data: bytes | str, said: str) -> None:
    with pytest.raises(BadFile) as refused:
        read(tmp_path, data, "the logo")
    assert said in str(refused.value).replace("\u00a0", "") and str(refused.value).startswith("the logo")


def test_a_file_that_is_gone_is_said(tmp_path: Path) -> None:
    with pytest.raises(BadFile, match=r"^gone\.png could not be read"):
        picture.read(tmp_path / "gone.png")
