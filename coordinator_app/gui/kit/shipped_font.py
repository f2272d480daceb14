"""The font that ships with the program, for pictures and tests: the same letters on every machine."""

import atexit
import os
import shutil
import tempfile
from importlib.util import find_spec
from pathlib import Path

FAMILY = "Source Sans 3"


def use_alone() -> None:
    """Makes the shipped font the only one that Qt finds. To be called before the application is made, on Linux.

    The font is one file with all weights. Loaded by `QFontDatabase` only its thinnest weight is known; through fontconfig all are.
    """
    spec = find_spec("fontpkg_source_sans_3")
    if spec is None or spec.origin is None:
        raise FileNotFoundError("fontpkg_source_sans_3")
    folder = Path(tempfile.mkdtemp(prefix="coordinator-fonts-"))
    atexit.register(shutil.rmtree, folder, ignore_errors=True)
    settings = folder / "fonts.conf"
    files = Path(spec.origin).parent / "files"
    settings.write_text(
        f'<?xml version="1.0"?><fontconfig><dir>{files}</dir><cachedir>{folder}</cachedir></fontconfig>',
        "utf-8",
    )
    os.environ["FONTCONFIG_FILE"] = str(settings)
