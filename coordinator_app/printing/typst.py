"""The one engine of everything printed: Typst templates that are given values, never text as code."""

import datetime as dt
import functools
import json
import re
import unicodedata
from collections.abc import Mapping, Sequence, Set
from enum import StrEnum
from importlib import resources
from typing import TYPE_CHECKING, Any

from msgspec import Struct, field

from coordinator_app import paths
from coordinator_app.i18n import N_, Language
from coordinator_app.printing.omissions import Omission

if TYPE_CHECKING:
    import typst

PREVIEW_PPI = 144
PRINTER_PPI = 600
_FONT_PACKAGE = "fontpkg_source_sans_3"
_STAND_IN = "□"
_SIGNS = "signs"
_UNSEEN = frozenset({"Cc", "Cf", "Co", "Cs", "Cn"})
_MARKS = frozenset({"Mn", "Me"})
_NO_SIGN = re.compile(r'the text `?"((?:[^"\\]|\\.)*)"`? could not be displayed')
_ESCAPED = re.compile(r"\\u\{([0-9a-fA-F]+)\}|\\(.)")


class Paper(StrEnum):
    """The sheet that is in the printer."""

    A4 = "a4"
    A3 = "a3"


class Document(Struct, frozen=True):
    """A finished document: its PDF, its number of pages, the layout it was set in and what it leaves out.

    `offers` names other ways to print it that would do better, as a larger sheet; `code` is printed on it.
    """

    pdf: bytes
    pages: int
    layout: str
    omissions: tuple[Omission, ...] = ()
    offers: tuple[str, ...] = ()
    code: str = ""


class Manuscript(Struct, frozen=True):
    """What a template is given: its name in `resources/typst`, its language and its values, fit for JSON.

    Where each of many things has pages of its own, `paged` names the value that lists them. `paper_rows` are the men of attendance
    sheets, by the meeting, which the book remembers once the sheets are printed.
    """

    template: str
    language: Language
    values: Mapping[str, Any]
    omissions: tuple[Omission, ...] = ()
    code: str = ""
    paged: str = ""
    paper_rows: Mapping[int, tuple[int, ...]] = field(default_factory=dict)


class Typesetter:
    """Sets manuscripts into pages. It reads the font once and remembers what it has set; make one and keep it.

    Not for use from two threads at once.
    """

    def __init__(self) -> None:
        self._made: typst.Compiler | None = None

    def document(self, manuscript: Manuscript, *, made: dt.datetime | None = None) -> Document:
        """The manuscript as a tagged PDF (PDF/UA-1 and PDF/A-2a). `made` is the moment its metadata names."""
        pdf, _, lacking = self._set(manuscript, made)
        fit = json.loads(self._compiler().query("<fit>", field="value", one=True))
        remarks = tuple(_remark(each) for each in fit.get("remarks", ()))
        return Document(
            pdf=pdf,
            pages=fit["pages"],
            layout=fit["layout"],
            omissions=(*remarks, *manuscript.omissions, *lacking),
            offers=tuple(fit.get("offers", ())),
            code=manuscript.code,
        )

    def pictures(self, manuscript: Manuscript, *, ppi: float = PREVIEW_PPI) -> list[bytes]:
        """The same pages as PNG pictures."""
        _, values, _ = self._set(manuscript, None)
        return self._drawn(manuscript.template, values, ppi)

    def first_picture(self, manuscript: Manuscript, *, ppi: float) -> bytes:
        """The first page to be glanced at: the other pages are not set where they need not be, and a sign the font lacks may be a gap."""
        values, paged = manuscript.values, manuscript.paged
        first = {**values, paged: values[paged][:1]} if paged else values
        return self._drawn(manuscript.template, _inputs(_said(manuscript.language, first)), ppi)[0]

    def _drawn(self, template: str, inputs: dict[str, str], ppi: float) -> list[bytes]:
        pages = self._compiler().compile(_path(template), format="png", ppi=ppi, sys_inputs=inputs)
        assert pages is not None
        return [pages] if isinstance(pages, bytes) else pages

    def _set(self, manuscript: Manuscript, made: dt.datetime | None) -> tuple[bytes, dict[str, str], tuple[Omission, ...]]:
        """The PDF, the values it was made of, and the signs the font lacks, for which a box stands."""
        import typst

        said = _said(manuscript.language, manuscript.values)
        lacking: list[str] = []
        template = manuscript.template
        while True:
            try:
                pdf, values = self._compile(template, said, made)
            except typst.TypstError as error:
                found = [_unescaped(sign) for sign in dict.fromkeys(_NO_SIGN.findall(str(error)))]
                boxed = _without(said, found)
                if boxed == said:
                    raise
                said = boxed
                lacking += found
                # Only one sign is named at a time, and the document itself may take long to set.
                template = _SIGNS
            else:
                if template == manuscript.template:
                    return pdf, values, (_without_sign(lacking),) if lacking else ()
                template = manuscript.template

    def _compile(self, template: str, said: Any, made: dt.datetime | None) -> tuple[bytes, dict[str, str]]:
        values = _inputs(said)
        # Typst takes whole seconds, and no zone whose offset changes over the year.
        fixed = None if made is None else made.replace(microsecond=0, tzinfo=dt.timezone(made.utcoffset() or dt.timedelta()))
        pdf, warnings = self._compiler().compile_with_warnings(
            _path(template), format="pdf", sys_inputs=values, pdf_standards=["ua-1", "a-2a"], timestamp=fixed
        )
        if warnings:
            raise RuntimeError(f"{template}: {warnings[0]}")
        assert isinstance(pdf, bytes)
        return pdf, values

    def _compiler(self) -> "typst.Compiler":
        if self._made is None:
            import typst

            fonts = typst.Fonts(
                include_system_fonts=False,
                include_embedded_fonts=False,
                font_paths=[str(resources.files(_FONT_PACKAGE) / "files")],
            )
            self._made = typst.Compiler(root=str(paths.resource("typst")), font_paths=fonts, ignore_system_fonts=True)
        return self._made


def _path(template: str) -> str:
    return str(paths.resource("typst", f"{template}.typ"))


def _said(language: Language, values: Mapping[str, Any]) -> Any:
    return _printable({"language": language, **values})


def _inputs(said: Any) -> dict[str, str]:
    return {"values": json.dumps(said, ensure_ascii=False)}


def _printable(value: Any, without: Set[str] = _UNSEEN) -> Any:
    """The values with their letters composed, and without the signs of these categories: those that cannot be seen, which no font has."""
    if isinstance(value, str):
        return "".join(each for each in unicodedata.normalize("NFC", value) if unicodedata.category(each) not in without)
    if isinstance(value, Mapping):
        return {name: _printable(each, without) for name, each in value.items()}
    if isinstance(value, list | tuple):
        return [_printable(each, without) for each in value]
    return value


def _without(said: Any, found: Sequence[str]) -> Any:
    """The values without what could not be displayed; the same if there is no way to do without."""
    boxed = _boxed(said, [sign for sign in found if not sign.isascii()])
    if boxed == said:
        boxed = _boxed(said, [each for each in "".join(found) if not each.isascii()])
    # What is named may stand under a mark that no font has: a letter of ours, or the box itself.
    return _printable(said, _UNSEEN | _MARKS) if boxed == said else boxed


def _boxed(value: Any, signs: Sequence[str]) -> Any:
    """The values with a box for each of the signs; a sign may be a letter together with its marks."""
    if isinstance(value, str):
        return functools.reduce(lambda text, sign: text.replace(sign, _STAND_IN), signs, value)
    if isinstance(value, dict):
        return {name: _boxed(each, signs) for name, each in value.items()}
    return [_boxed(each, signs) for each in value] if isinstance(value, list) else value


def _without_sign(lacking: Sequence[str]) -> Omission:
    return Omission(N_("The font has no sign for {signs}; a box stands in its place."), {"signs": " ".join(dict.fromkeys(lacking))})


def _unescaped(found: str) -> str:
    return _ESCAPED.sub(lambda match: chr(int(match[1], 16)) if match[1] else match[2], found)


_REMARKS = {
    "strip_lines": N_("The tear-off strips have no room for: {lines}."),
    "no_strips": N_("There is no room for tear-off strips."),
    "fewer_alike": N_("Not everything fits in that size in readable type, so there are {n} alike on a sheet."),
    "fewer_cards": N_("Not every card fits in that size in readable type; there are fewer on a sheet, at least {n}."),
    "second_side": N_("The groups are on the second side: print on both sides, flipped on the long edge."),
    "both_sides": N_("Print on both sides, flipped on the long edge. The second side is upside down here; on paper it comes out right."),
}


def _remark(said: Mapping[str, Any]) -> Omission:
    """What a template found out while measuring, as a remark."""
    return Omission(_REMARKS[said["code"]], said.get("values", {}))
