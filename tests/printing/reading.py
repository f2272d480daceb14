"""Reads a finished document back with the tools a stranger would use."""

import dataclasses
import html
import re
import shutil
import subprocess
import unicodedata
from dataclasses import dataclass
from pathlib import Path

import page
import pytest

from coordinator_app.printing.typst import Document

# What the font takes above the line and above and below it, in ems.
_ASCENT_EMS, _BOX_EMS = 1.024, 1.424


def tool(name: str, *arguments: str | Path) -> str:
    """What a command-line tool says; the test is skipped where it is not installed."""
    if shutil.which(name) is None:
        pytest.skip(f"{name} is not installed")
    done = subprocess.run([name, *map(str, arguments)], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


def text_of(document: Document, folder: Path, *options: str) -> str:
    """The text in reading order."""
    file = folder / "read.pdf"
    file.write_bytes(document.pdf)
    return tool("pdftotext", *options, file, "-")


def squeezed(text: str) -> str:
    """Text without spaces and invisible signs, so that a line broken on paper compares equal to a whole one."""
    return "".join(each for each in text if not each.isspace() and unicodedata.category(each) != "Cf")


def missing(names: list[str], text: str) -> list[str]:
    # A letter that the font sets in parts, as a mark by itself, may come back in parts.
    found = squeezed(unicodedata.normalize("NFKC", text))
    return [name for name in names if squeezed(unicodedata.normalize("NFKC", name)) not in found]


def failures(document: Document) -> list[str]:
    """What a PDF/UA-1 and PDF/A-2a checker finds wrong.

    One finding is left to `qpdf --check`: where a stream's last byte happens to be a carriage return, the checker takes it
    for a part of the line end that follows, and calls the right length wrong.
    """
    return [
        f"{profile}: {each.rule_id} {each.message}"
        for profile in ("ua1", "2a")
        for each in page.validate_pdf_bytes(document.pdf, profile=profile).failures
        if not (each.rule_id == "PDFA2A-STREAM-LENGTH-001" and b"\r\nendstream" in document.pdf)
    ]


def assert_sound(document: Document, folder: Path) -> None:
    """No failure of either standard, no broken object, every font embedded, no blank page."""
    assert failures(document) == []
    file = folder / "sound.pdf"
    file.write_bytes(document.pdf)
    assert "No syntax or stream encoding errors" in tool("qpdf", "--check", file)
    fonts = tool("pdffonts", file).splitlines()[2:]
    assert fonts and all(re.search(r"\s(yes)\s+(yes|no)\s+yes\s", line) for line in fonts)
    pages = tool("pdftotext", file, "-").split("\f")[:-1]
    assert len(pages) == document.pages
    assert all(len(each.split()) > 3 for each in pages)


def scanned(picture: bytes, folder: Path) -> str:
    """What a QR reader sees in a picture of the page."""
    file = folder / "scan.png"
    file.write_bytes(picture)
    return tool("zbarimg", "--quiet", "--raw", file).strip()


def outside(document: Document, folder: Path) -> list[str]:
    """The words of a document that stick out of their page by more than a point, which a box of a word may without its ink."""
    boxes = text_of(document, folder, "-bbox")
    out, width, height = [], 0.0, 0.0
    for line in boxes.splitlines():
        numbers = [float(each) for each in re.findall(r'"(-?[\d.]+)"', line)]
        if "<page" in line:
            width, height = numbers
        elif "<word" in line:
            left, top, right, bottom = numbers
            if left < -1 or top < -1 or right > width + 1 or bottom > height + 1:
                out.append(line.strip())
    return out


@dataclass(frozen=True, slots=True)
class Word:
    """A word where it stands on its page, in points from the upper left; its box reaches from the font's ascent to its descent."""

    page: int
    left: float
    top: float
    right: float
    bottom: float
    text: str

    @property
    def baseline(self) -> float:
        """Where its letters stand, if it stands upright."""
        return self.top + _ASCENT_EMS * self.size

    @property
    def size(self) -> float:
        """The size of its type, if it stands upright."""
        return (self.bottom - self.top) / _BOX_EMS


def words_of(document: Document, folder: Path) -> list[Word]:
    """Every word of a document, in reading order."""
    words, page = [], 0
    for line in text_of(document, folder, "-bbox").splitlines():
        page += "<page" in line
        if "<word" in line:
            box = [float(each) for each in re.findall(r'"(-?[\d.]+)"', line)]
            left, top, right, bottom = box
            words.append(Word(page, left, top, right, bottom, html.unescape(re.sub("<[^>]*>", "", line)).strip()))
    return words


def smallest(document: Document, folder: Path) -> float:
    """The size of the smallest type, in points."""
    return round(min(word.size for word in words_of(document, folder)), 1)


def overlapping(document: Document, folder: Path) -> list[tuple[str, str]]:
    """Words whose letters stand on each other; of each box only the middle counts, for lines may share ascent and descent."""
    found = []
    cores = [_core(word) for word in words_of(document, folder)]
    cores.sort(key=lambda word: (word.page, word.top))
    for at, one in enumerate(cores):
        for other in cores[at + 1 :]:
            if other.page != one.page or other.top >= one.bottom:
                break
            if min(one.right, other.right) - max(one.left, other.left) > 1:
                found.append((one.text, other.text))
    return found


def _core(word: Word) -> Word:
    middle, reach = (word.top + word.bottom) / 2, 0.2 * (word.bottom - word.top)
    return dataclasses.replace(word, top=middle - reach, bottom=middle + reach)
