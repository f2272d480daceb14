"""The one door to the files that ship with the program."""

from pathlib import Path

_PACKAGE = Path(__file__).resolve().parent


def resource(*parts: str) -> Path:
    """The path of a shipped file or folder, as `resource("typst", "poster.typ")`.

    An installed program carries `resources/` inside the package; a checkout has it at the top.
    """
    inside = _PACKAGE / "resources"
    return (inside if inside.is_dir() else _PACKAGE.parent / "resources").joinpath(*parts)
