"""The association's logo and the funder's mark: read from a file, drawn, and put on a document."""

from pathlib import Path
from typing import TYPE_CHECKING

from msgspec import structs

from coordinator_app.core import pictures, settings
from coordinator_app.core.errors import BadFile
from coordinator_app.core.kinds import Mark
from coordinator_app.exchange import picture
from coordinator_app.i18n import N_, Language, Words
from coordinator_app.printing.typst import Manuscript, Typesetter

if TYPE_CHECKING:
    from sqlalchemy.orm import Session

_PREVIEW_PPI = 144


def read(path: Path) -> str:
    """A picture for the papers, as the book keeps it. Raises `BadFile` for one that papers could not carry."""
    svg = picture.read(path)
    try:
        drawn(svg)
    except RuntimeError as error:
        raise BadFile(N_("{file} cannot be drawn on a paper. Save it as PNG and choose that."), file=path.name) from error
    return svg


def drawn(svg: str) -> bytes:
    """A picture as PNG, as large as papers carry it."""
    values = {str(Mark.LOGO): _value(svg, "–")}
    return Typesetter().pictures(Manuscript("picture", Language.EN, values), ppi=_PREVIEW_PPI)[0]


def marked(session: "Session", manuscript: Manuscript) -> Manuscript:
    """A document with the marks that the book keeps. Its code stays the same: they are no facts."""
    kept = pictures.all_kept(session)
    if not kept:
        return manuscript
    words, issuer = Words(manuscript.language), settings.read(session).issuer
    said = {Mark.LOGO: words("Logo: {name}", name=issuer) if issuer else words("Logo"), Mark.FUNDER: words("The funder’s mark")}
    values = {**manuscript.values, **{str(mark): _value(svg, said[mark]) for mark, svg in kept.items()}}
    return structs.replace(manuscript, values=values)


def _value(svg: str, alt: str) -> dict[str, str]:
    """As `house.typ` draws it."""
    return {"format": "svg", "data": svg, "alt": alt}
