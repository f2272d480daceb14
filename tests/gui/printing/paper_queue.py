"""A real printer queue: a CUPS server of the test's own, reached through a socket file, whose printer writes PDF files."""

import ctypes
import os
import re
import shutil
import subprocess
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from tests.printing.reading import tool

NAME = "coordinator-app-test"
PATIENCE = 30
_PPD = Path("/usr/share/ppd/cups-pdf/CUPS-PDF_opt.ppd")
_BACKEND = Path("/usr/lib/cups/backend/cups-pdf")
# The backend reads its settings from here and nowhere else.
_BACKEND_SETTINGS = Path(f"/etc/cups/cups-pdf-{NAME}.conf")
_DUPLEX = """
*OpenUI *Duplex/Both sides: PickOne
*OrderDependency: 20 AnySetup *Duplex
*DefaultDuplex: None
*Duplex None/Off: "<</Duplex false>>setpagedevice"
*Duplex DuplexNoTumble/Long edge: "<</Duplex true /Tumble false>>setpagedevice"
*Duplex DuplexTumble/Short edge: "<</Duplex true /Tumble true>>setpagedevice"
*CloseUI: *Duplex
"""


def what_is_missing() -> str:
    """Why there can be no queue on this computer; empty if there can."""
    if os.name != "posix" or os.geteuid() != 0:
        return "only root may start a printer queue"
    missing = [name for name in ("cupsd", "lpadmin") if shutil.which(name, path=f"{os.environ['PATH']}:/usr/sbin") is None]
    missing += [str(path) for path in (_PPD, _BACKEND) if not path.exists()]
    return f"not installed: {', '.join(missing)}" if missing else ""


class Queue:
    """One printer. Its files appear in `out` in the order in which the jobs end."""

    def __init__(self, folder: Path) -> None:
        self.folder, self.out = folder, folder / "out"

    def papers(self, count: int) -> list[Path]:
        """The first files that came out, in the order of the jobs, waiting for so many."""
        until = time.monotonic() + PATIENCE
        while len(self._done()) < count:
            assert time.monotonic() < until, (self.folder / "error_log").read_text()[-2000:]
            time.sleep(0.05)
        return sorted(self.out.glob("*.pdf"), key=lambda file: int(re.findall(r"\d+", file.stem)[-1]))

    def _done(self) -> list[str]:
        said = tool("lpstat", "-W", "completed", "-o", NAME)
        return said.split("\n")[:-1]

    def asked(self) -> list[str]:
        """What the jobs asked for, as the server notes it: how many pages, on which paper, on which sides."""
        return (self.folder / "page_log").read_text().splitlines()


@contextmanager
def running() -> Iterator[Queue]:
    """A server with one printer, for as long as the context lasts. The address is a file of its own, so that no other is disturbed."""
    with tempfile.TemporaryDirectory() as place:
        # What turns a page into another format runs as a user without rights, and must come to its files.
        Path(place).chmod(0o755)
        with _served(Path(place)) as queue:
            yield queue


@contextmanager
def _served(folder: Path) -> Iterator[Queue]:
    for name in ("root", "cache", "state", "spool/tmp", "out", "pdf_spool"):
        (folder / name).mkdir(parents=True)
    (folder / "page_log").touch()
    socket = folder / "cups.sock"
    files = folder / "files.conf"
    files.write_text(
        f"ServerRoot {folder}/root\nCacheDir {folder}/cache\nStateDir {folder}/state\nRequestRoot {folder}/spool\n"
        f"TempDir {folder}/spool/tmp\nAccessLog {folder}/access_log\nErrorLog {folder}/error_log\nPageLog {folder}/page_log\n"
        "SystemGroup root\n"
    )
    settings = folder / "cupsd.conf"
    everyone = "Order deny,allow\nAllow all\n"
    settings.write_text(
        f"Listen {socket}\nLogLevel debug\nBrowsing No\nWebInterface No\n<Location />\n{everyone}</Location>\n"
        f"<Policy default>\n<Limit All>\n{everyone}</Limit>\n</Policy>\n"
    )
    _BACKEND_SETTINGS.write_text(f"Out {folder}/out\nAnonDirName {folder}/out\nSpool {folder}/pdf_spool\nLog {folder}\nLabel 2\nGrp root\n")
    program = shutil.which("cupsd", path="/usr/sbin:/usr/bin") or "cupsd"
    server = subprocess.Popen([program, "-f", "-c", settings, "-s", files])
    try:
        until = time.monotonic() + PATIENCE
        while not socket.exists():
            assert server.poll() is None and time.monotonic() < until
            time.sleep(0.02)
        with _reached(socket):
            ppd = folder / "printer.ppd"
            ppd.write_bytes(_PPD.read_bytes().replace(b"*OpenUI *PageSize", _DUPLEX.encode() + b"\n*OpenUI *PageSize", 1))
            tool("lpadmin", "-p", NAME, "-E", "-v", f"cups-pdf:/{NAME}", "-P", ppd, "-o", "printer-is-shared=false")
            tool("lpadmin", "-d", NAME)
            yield Queue(folder)
    finally:
        server.terminate()
        server.wait(PATIENCE)
        _BACKEND_SETTINGS.unlink(missing_ok=True)


@contextmanager
def _reached(socket: Path) -> Iterator[None]:
    """What prints in this process finds the server: threads to come by the environment, this one by being told."""
    before = os.environ.get("CUPS_SERVER")
    os.environ["CUPS_SERVER"] = str(socket)
    library = ctypes.CDLL("libcups.so.2")
    library.cupsSetServer(str(socket).encode())
    try:
        yield
    finally:
        if before is None:
            del os.environ["CUPS_SERVER"]
        else:
            os.environ["CUPS_SERVER"] = before
        library.cupsSetServer(None)
