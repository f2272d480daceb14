"""What a file of the network is, whether it is what was signed, and what it says: for `coordinator show` and the window."""

from collections.abc import Sequence
from enum import StrEnum

from msgspec import Struct

from coordinator_app.core.errors import BadFile
from coordinator_app.core.figures import Summary
from coordinator_app.core.network import Network
from coordinator_app.core.receipts import Receipt
from coordinator_app.exchange import envelope, network_file, receipt_file, sealing, summary_file
from coordinator_app.exchange.envelope import FileType
from coordinator_app.exchange.keys import PublicKey


class FileKind(StrEnum):
    """What a file turned out to be; `SEALED` when it can only be told that it is sealed for somebody."""

    SUMMARY = "summary"
    NETWORK = "network"
    RECEIPT = "receipt"
    SEALED = "sealed"
    UNKNOWN = "unknown"


class Shown(Struct, frozen=True):
    """A file, looked at. When `verified`, `content` is what `signer` signed; whose key it is, its six `signer.words` must tell.

    When not, `problem` says why, and there is no content: nothing unverified is shown.
    """

    name: str
    kind: FileKind
    sealed: bool
    size: int
    signer: PublicKey | None = None
    content: Summary | Network | Receipt | None = None
    problem: BadFile | None = None

    @property
    def verified(self) -> bool:
        return self.content is not None


def look(data: bytes, *, name: str, identities: Sequence[str] = ()) -> Shown:
    """Verifies and reads any file of the network; never raises for what is in the file."""
    sealed = sealing.is_sealed(data)
    try:
        opened = sealing.unseal(data, identities, name=name) if sealed else data
    except BadFile as problem:
        return Shown(name, FileKind.SEALED, sealed, len(data), problem=problem)
    kind, signer = FileKind.UNKNOWN, None
    try:
        found = envelope.read(opened, name=name)
        kind, signer = _KINDS[found.type], found.signer
        return Shown(name, kind, sealed, len(data), signer, _content(opened, found.type, name))
    except BadFile as problem:
        return Shown(name, kind, sealed, len(data), signer, problem=problem)


_KINDS = {FileType.SUMMARY: FileKind.SUMMARY, FileType.NETWORK: FileKind.NETWORK, FileType.RECEIPT: FileKind.RECEIPT}


def _content(opened: bytes, kind: FileType, name: str) -> Summary | Network | Receipt:
    match kind:
        case FileType.SUMMARY:
            return summary_file.read(opened, name=name).summary
        case FileType.NETWORK:
            return network_file.read(opened, name=name).network
        case FileType.RECEIPT:
            return receipt_file.read(opened, name=name).receipt
