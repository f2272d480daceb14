"""Ed25519 keys that sign files, and the six words by which two people compare one over the telephone."""

import base64
import hashlib
from dataclasses import dataclass, field
from itertools import product

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from joserfc.jwk import OKPKey

from coordinator_app.core.errors import Refused
from coordinator_app.i18n import N_

_PRIME = 2**255 - 19
_ORDER_8 = 0x05FC536D880238B13933C6D305ACDFD5F098EFF289F4C345B027B2C28F95E826
_SMALL_ORDER = frozenset({0, 1, _PRIME - 1, _ORDER_8, _PRIME - _ORDER_8})
"""The y coordinates of the points of order 1, 2, 4 and 8."""
_ILL_SOUNDING = frozenset(
    ["homo", "hora", "hore", "huru", "kike", "kulo", "kuse", "kusi", "kuso", "paki", "piru", "pisu", "rape", "seko", "sika", "tapa", "tapo"]
)


def _make_words() -> tuple[str, ...]:
    """2,048 words of two syllables that a Finn, a Swede and an Englishman can say and spell.

    No `n`, which is heard as `m`; no syllable twice; none that means something nobody wants to say aloud.
    """
    syllables = ["".join(pair) for pair in product("hjklmprstv", "aeiou")]
    words = (first + second for first, second in product(syllables, syllables) if first != second)
    return tuple(word for word in words if word not in _ILL_SOUNDING)[:2048]


_WORDS = _make_words()


@dataclass(frozen=True, slots=True)
class PublicKey:
    """An Ed25519 public key of 32 bytes. Its fingerprint `kid` is the JWK thumbprint (RFC 7638, SHA-256)."""

    public: bytes
    kid: str = field(init=False)

    def __post_init__(self) -> None:
        if len(self.public) != 32:
            raise ValueError("an Ed25519 public key has 32 bytes")
        object.__setattr__(self, "kid", _encode(hashlib.sha256(_thumbprint_input(self.public)).digest()))

    @property
    def words(self) -> str:
        """The first 66 bits of the fingerprint as six words of 11 bits each."""
        digest = base64.urlsafe_b64decode(self.kid + "=")
        bits = int.from_bytes(digest, "big") >> (256 - 66)
        return " ".join(_WORDS[bits >> (11 * place) & 2047] for place in reversed(range(6)))

    def check_enrollable(self) -> None:
        """Raises `Refused` for a key that anyone could sign for: one of small order, or no canonical point."""
        height = int.from_bytes(self.public, "little") & (2**255 - 1)
        if height >= _PRIME or height in _SMALL_ORDER:
            raise Refused(N_("The key {words} is not safe and was not accepted. Ask its owner to make a new one."), words=self.words)


@dataclass(frozen=True, slots=True)
class SigningKey:
    """An Ed25519 private key of 32 bytes; it is never shown."""

    private: bytes = field(repr=False)
    public: PublicKey = field(init=False)

    def __post_init__(self) -> None:
        public = Ed25519PrivateKey.from_private_bytes(self.private).public_key().public_bytes_raw()
        object.__setattr__(self, "public", PublicKey(public))

    @classmethod
    def new(cls) -> "SigningKey":
        """A fresh key from the system's random numbers."""
        return cls(Ed25519PrivateKey.generate().private_bytes_raw())

    def jwk(self) -> OKPKey:
        return OKPKey.import_key({**as_jwk(self.public), "d": _encode(self.private)})


def as_jwk(key: PublicKey) -> dict[str, str | list[str]]:
    """The key as a JWK (RFC 8037), its members in order."""
    return {"crv": "Ed25519", "kty": "OKP", "x": _encode(key.public)}


def _thumbprint_input(public: bytes) -> bytes:
    return b'{"crv":"Ed25519","kty":"OKP","x":"%s"}' % _encode(public).encode()


def _encode(data: bytes) -> str:
    return base64.urlsafe_b64encode(data).rstrip(b"=").decode()
