"""The envelope of every file of the network: a JWS in flattened JSON (RFC 7515), signed with Ed25519 (RFC 9864)."""

from enum import StrEnum
from pathlib import Path

import msgspec
from joserfc import jws
from joserfc.errors import JoseError
from joserfc.jwk import OKPKey
from msgspec import Struct

from coordinator_app.core.errors import BadFile
from coordinator_app.exchange import strict_json
from coordinator_app.exchange.keys import PublicKey, SigningKey, as_jwk
from coordinator_app.exchange.strict_json import NotStrictError
from coordinator_app.i18n import N_

LARGEST = 4 * 1024 * 1024
"""No file of the network is larger, in bytes."""

ALGORITHM = "Ed25519"

TOO_LARGE = N_("{name} is larger than 4 MB, which no file of the network is. Nothing was taken in; ask the sender for it again.")
NOT_OURS = N_("{name} is not a summary, an update file or a receipt. Nothing was taken in; choose another file.")
DAMAGED = N_("{name} was damaged or changed on the way. Nothing was taken in; ask the sender to send it again.")
OTHER_ALGORITHM = N_("{name} is signed in a way that this program does not accept. Nothing was taken in; ask the sender for a new file.")
OTHER_KIND = N_("{name} is another kind of file than is expected here. Nothing was taken in; choose another file.")


NOT_THERE = N_("{name} could not be read. Check that it is there and that you may open it.")


class FileType(StrEnum):
    """What an envelope holds, as its `typ` says."""

    SUMMARY = "coordinator-summary+json"
    NETWORK = "coordinator-network+json"
    RECEIPT = "coordinator-receipt+json"


class Envelope(Struct, frozen=True):
    """What was signed, and the key that signed it. Whose key it is, the envelope cannot say: it must be known, or compared by its words."""

    type: FileType
    signer: PublicKey
    payload: bytes


class _Flattened(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    payload: str
    protected: str
    signature: str


class _Jwk(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    crv: str
    kty: str
    x: str


class _Header(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    alg: str
    jwk: _Jwk
    kid: str
    typ: str


class _Algorithm(msgspec.Struct, frozen=True):
    """Only the algorithm, so that a file signed otherwise is told apart from a damaged one."""

    alg: str


def sign(payload: bytes, type: FileType, key: SigningKey) -> bytes:  # noqa: A002 - the domain's word
    """The payload in its envelope, as the bytes of a file. The same payload and key give the same bytes."""
    header = {"alg": ALGORITHM, "jwk": as_jwk(key.public), "kid": key.public.kid, "typ": type.value}
    signed = jws.serialize_json({"protected": header}, payload, key.jwk(), registry=_registry())
    return strict_json.encode(dict(signed))


def read(data: bytes, *, name: str, expected: FileType | None = None) -> Envelope:
    """Opens an envelope and verifies its signature by the key it carries.

    Raises `BadFile` naming the file for anything but the very bytes that `sign` made.
    """
    check_size(data, name)
    try:
        outer = strict_json.decode(data, _Flattened)
    except NotStrictError as wrong:
        raise BadFile(DAMAGED if data.lstrip()[:1] == b"{" else NOT_OURS, name=name) from wrong
    try:
        header = _header(strict_json.bytes_of(outer.protected), name)
        envelope = Envelope(FileType(header.typ), PublicKey(strict_json.bytes_of(header.jwk.x)), strict_json.bytes_of(outer.payload))
        strict_json.bytes_of(outer.signature)
        _verify(outer, header, envelope.signer)
    except (ValueError, JoseError) as wrong:
        raise BadFile(DAMAGED, name=name) from wrong
    if expected not in (None, envelope.type):
        raise BadFile(OTHER_KIND, name=name)
    return envelope


def load(path: Path) -> bytes:
    """The bytes of a file, at most 4 MiB of them. Raises `BadFile` naming the file if there are more, or it cannot be read."""
    try:
        with path.open("rb") as file:
            data = file.read(LARGEST + 1)
    except OSError as wrong:
        raise BadFile(NOT_THERE, name=path.name) from wrong
    check_size(data, path.name)
    return data


def check_size(data: bytes, name: str) -> None:
    """Raises `BadFile` for more than 4 MiB, before anything looks at them."""
    if len(data) > LARGEST:
        raise BadFile(TOO_LARGE, name=name)


def _header(protected: bytes, name: str) -> _Header:
    try:
        if msgspec.json.decode(protected, type=_Algorithm).alg != ALGORITHM:
            raise BadFile(OTHER_ALGORITHM, name=name)
    except msgspec.MsgspecError as wrong:
        raise NotStrictError(str(wrong)) from wrong
    return strict_json.decode(protected, _Header)


def _verify(outer: _Flattened, header: _Header, signer: PublicKey) -> None:
    if header.jwk.crv != "Ed25519" or header.jwk.kty != "OKP" or header.kid != signer.kid:
        raise NotStrictError("the key is not the one that is named")
    signed: jws.FlattenedJSONSerialization = {
        "payload": outer.payload,
        "protected": outer.protected,
        "signature": outer.signature,
    }
    jws.deserialize_json(signed, OKPKey.import_key(as_jwk(signer)), registry=_registry())


def _registry() -> jws.JWSRegistry:
    registry = jws.JWSRegistry(algorithms=[ALGORITHM])
    registry.max_payload_length = LARGEST
    return registry
