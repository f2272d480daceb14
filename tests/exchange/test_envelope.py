"""The envelope lets through what was signed, and nothing else; other programs read it too."""

import base64
import hmac
import json
import os
import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path
from typing import Any

import msgspec
import pytest
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from hypothesis import given
from hypothesis import strategies as st
from joserfc import jws
from jwcrypto import jwk
from jwcrypto.jws import JWS, InvalidJWSSignature

from coordinator_app.core.errors import BadFile, Refused
from coordinator_app.exchange import envelope, strict_json
from coordinator_app.exchange.envelope import FileType
from coordinator_app.exchange.keys import PublicKey, SigningKey, as_jwk
from tests.exchange.summaries import LOCAL_KEY, OTHER_KEY

NODE = Path(__file__).parents[1] / "node"
PAYLOAD = b'{"n":1}'
SIGNED = envelope.sign(PAYLOAD, FileType.SUMMARY, LOCAL_KEY)


def encoded(data: bytes) -> str:
    return base64.urlsafe_b64encode(data).rstrip(b"=").decode()


def header(**changed: Any) -> dict[str, Any]:
    plain = {"alg": "Ed25519", "jwk": as_jwk(LOCAL_KEY.public), "kid": LOCAL_KEY.public.kid, "typ": "coordinator-summary+json"}
    return {name: value for name, value in (plain | changed).items() if value is not None}


def compact(value: object) -> bytes:
    return json.dumps(value, separators=(",", ":"), sort_keys=True).encode()


def forged(protected: bytes, payload: str = encoded(PAYLOAD), key: SigningKey = LOCAL_KEY, **extra: Any) -> bytes:
    """An envelope around any header, with a signature that is right for it."""
    signature = Ed25519PrivateKey.from_private_bytes(key.private).sign(f"{encoded(protected)}.{payload}".encode())
    return compact({"payload": payload, "protected": encoded(protected), "signature": encoded(signature)} | extra)


def read(data: bytes) -> envelope.Envelope:
    return envelope.read(data, name="turku.summary")


def test_what_was_signed_comes_out_with_the_key_that_signed_it() -> None:
    found = read(SIGNED)
    assert (found.payload, found.type, found.signer) == (PAYLOAD, FileType.SUMMARY, LOCAL_KEY.public)


def test_the_forger_of_these_tests_can_write_a_true_one() -> None:
    assert forged(compact(header())) == SIGNED


@given(st.binary(max_size=300), st.sampled_from(FileType))
def test_any_payload_comes_out_as_it_went_in(payload: bytes, kind: FileType) -> None:
    found = envelope.read(envelope.sign(payload, kind, OTHER_KEY), name="x", expected=kind)
    assert (found.payload, found.signer) == (payload, OTHER_KEY.public)


def test_a_long_payload_is_signed_and_read() -> None:
    payload = b"x" * 2_900_000
    assert read(envelope.sign(payload, FileType.NETWORK, LOCAL_KEY)).payload == payload


def test_every_flipped_bit_is_noticed() -> None:
    for place in range(len(SIGNED) * 8):
        flipped = bytearray(SIGNED)
        flipped[place // 8] ^= 1 << place % 8
        with pytest.raises(BadFile, match=r"turku\.summary"):
            read(bytes(flipped))


def test_every_shortening_and_lengthening_is_noticed() -> None:
    for data in [SIGNED[:length] for length in range(len(SIGNED))] + [SIGNED + more for more in (b" ", b"\n", b"\0", b"}", SIGNED)]:
        with pytest.raises(BadFile):
            read(data)


def hmac_signed() -> bytes:
    protected = encoded(compact(header(alg="HS256")))
    mac = hmac.digest(LOCAL_KEY.public.public, f"{protected}.{encoded(PAYLOAD)}".encode(), "sha256")
    return compact({"payload": encoded(PAYLOAD), "protected": protected, "signature": encoded(mac)})


def last_sign_changed() -> bytes:
    """64 bytes leave four bits over in the last sign: `A` and `B` would mean the same bytes."""
    parts = json.loads(SIGNED)
    alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_"
    last = parts["signature"][-1]
    parts["signature"] = parts["signature"][:-1] + alphabet[alphabet.index(last) + 1]
    assert base64.urlsafe_b64decode(parts["signature"] + "==") == base64.urlsafe_b64decode(json.loads(SIGNED)["signature"] + "==")
    return compact(parts)


JWK = as_jwk(LOCAL_KEY.public)
FORGERIES: dict[str, Callable[[], bytes]] = {
    "no algorithm": lambda: forged(compact(header(alg="none"))),
    "no algorithm and no signature": lambda: compact(
        {"payload": encoded(PAYLOAD), "protected": encoded(compact(header(alg="none"))), "signature": ""}
    ),
    "the public key as a shared secret": hmac_signed,
    "the older name of the algorithm": lambda: forged(compact(header(alg="EdDSA"))),
    "signed by another key than it says": lambda: forged(compact(header()), key=OTHER_KEY),
    "another key's fingerprint": lambda: forged(compact(header(kid=OTHER_KEY.public.kid))),
    "another key under the known fingerprint": lambda: forged(compact(header(jwk=as_jwk(OTHER_KEY.public))), key=OTHER_KEY),
    "no key in it": lambda: forged(compact(header(jwk=None))),
    "no fingerprint": lambda: forged(compact(header(kid=None))),
    "no type": lambda: forged(compact(header(typ=None))),
    "an unknown type": lambda: forged(compact(header(typ="JWT"))),
    "a private key in the header": lambda: forged(compact(header(jwk=JWK | {"d": encoded(bytes(32))}))),
    "another curve": lambda: forged(compact(header(jwk=JWK | {"crv": "Ed448"}))),
    "another kind of key": lambda: forged(compact(header(jwk=JWK | {"kty": "EC"}))),
    "a key of 31 bytes": lambda: forged(compact(header(jwk=JWK | {"x": encoded(bytes(31))}))),
    "a key fetched from an address": lambda: forged(compact(header(jku="https://example.org/keys"))),
    "a critical extension": lambda: forged(compact(header(crit=["exp"], exp=1))),
    "an unencoded payload": lambda: forged(compact(header(b64=False, crit=["b64"]))),
    "a zipped payload": lambda: forged(compact(header(zip="DEF"))),
    "an unprotected header": lambda: forged(compact(header()), header={"kid": "x"}),
    "a second list of signatures": lambda: forged(compact(header()), signatures=[]),
    "a member twice in the header": lambda: forged(compact(header()).replace(b'{"alg"', b'{"alg":"none","alg"')),
    "the algorithm twice, the good one first": lambda: forged(compact(header())[:-1] + b',"alg":"none"}'),
    "spaces in the header": lambda: forged(json.dumps(header(), sort_keys=True).encode()),
    "the header in another order": lambda: forged(json.dumps(dict(reversed(header().items())), separators=(",", ":")).encode()),
    "the payload twice": lambda: SIGNED[:-1] + b',"payload":"' + encoded(PAYLOAD).encode() + b'"}',
    "the payload twice, another first": lambda: b'{"payload":"e30",' + SIGNED[1:],
    "spaces in the envelope": lambda: json.dumps(json.loads(SIGNED)).encode(),
    "an escaped letter": lambda: SIGNED.replace(b'"payload"', b'"p\\u0061yload"'),
    "a byte order mark": lambda: b"\xef\xbb\xbf" + SIGNED,
    "two bytes a letter": lambda: SIGNED.decode().encode("utf-16"),
    "padding": lambda: forged(compact(header()), payload=encoded(b"ab") + "="),
    "bits left over in the payload": lambda: forged(compact(header()), payload="YWJ"),
    "bits left over in the signature": last_sign_changed,
    "a sign outside the alphabet": lambda: forged(compact(header()), payload=encoded(PAYLOAD) + "+/"),
    "a line break in the payload": lambda: forged(compact(header()), payload=encoded(PAYLOAD) + "\n"),
    "one sign too many": lambda: forged(compact(header()), payload="YWJjZ"),
    "the compact form": lambda: b".".join(json.loads(SIGNED)[part].encode() for part in ("protected", "payload", "signature")),
    "a list": lambda: b"[" + SIGNED + b"]",
    "a number for the payload": lambda: compact(json.loads(SIGNED) | {"payload": 1}),
    "nothing": lambda: b"",
    "depth": lambda: b"[" * 100_000,
    "depth in the header": lambda: forged(b'{"alg":' * 50_000),
    "not UTF-8": lambda: SIGNED.replace(b"payload", b"paylo\xff\xfe"),
    "a half character": lambda: compact(json.loads(SIGNED) | {"payload": "\ud800"}),
}


@pytest.mark.parametrize("made", FORGERIES.values(), ids=FORGERIES.keys())
def test_a_forgery_is_refused_with_a_sentence_that_names_the_file(made: Callable[[], bytes]) -> None:
    data = made()
    assert data != SIGNED
    with pytest.raises(BadFile) as refused:
        read(data)
    said = str(refused.value)
    assert said.startswith("turku.summary ") and said.endswith(".") and "{" not in said


def test_a_sleeping_signature_check_would_let_the_forgeries_in(monkeypatch: pytest.MonkeyPatch) -> None:
    """The control: without the check, a file signed by another key than it says passes."""
    forgery = FORGERIES["signed by another key than it says"]()
    monkeypatch.setattr(jws, "deserialize_json", lambda *_, **__: None)
    assert read(forgery).signer == LOCAL_KEY.public


def test_without_the_one_form_a_file_could_say_two_things(monkeypatch: pytest.MonkeyPatch) -> None:
    """The control: JSON readers disagree about members that stand twice, so a true signature alone is not enough."""
    twice = FORGERIES["the payload twice, another first"]()
    monkeypatch.setattr(strict_json, "decode", lambda data, shape: msgspec.json.decode(data, type=shape))
    assert read(twice).payload == PAYLOAD


def test_more_than_four_mebibytes_are_refused_before_anything_else() -> None:
    with pytest.raises(BadFile, match="larger than 4 MB"):
        read(b"\xff" * (envelope.LARGEST + 1))


def test_another_kind_of_file_is_told_apart() -> None:
    with pytest.raises(BadFile, match="another kind of file"):
        envelope.read(SIGNED, name="x", expected=FileType.NETWORK)


def test_a_file_that_is_missing_or_huge_is_refused_when_loaded(tmp_path: Path) -> None:
    with pytest.raises(BadFile, match="could not be read"):
        envelope.load(tmp_path / "missing.summary")
    with pytest.raises(BadFile, match="could not be read"):
        envelope.load(tmp_path)
    with (tmp_path / "huge.summary").open("wb") as file:
        os.truncate(file.fileno(), 5_000_000_000)
    with pytest.raises(BadFile, match="larger than 4 MB"):
        envelope.load(tmp_path / "huge.summary")


def test_jwcrypto_verifies_it_with_the_key_it_names() -> None:
    other = JWS()
    other.allowed_algs = ["Ed25519"]
    other.deserialize(SIGNED.decode())
    other.verify(jwk.JWK(**JWK))
    assert other.payload == PAYLOAD
    assert jwk.JWK(**JWK).thumbprint() == LOCAL_KEY.public.kid


def test_jwcrypto_refuses_it_with_another_key() -> None:
    other = JWS()
    other.allowed_algs = ["Ed25519"]
    other.deserialize(SIGNED.decode())
    with pytest.raises(InvalidJWSSignature):
        other.verify(jwk.JWK(**as_jwk(OTHER_KEY.public)))


@pytest.mark.skipif(
    shutil.which("node") is None or not (NODE / "node_modules" / "jose").is_dir(), reason="node or tests/node is not installed"
)
def test_jose_verifies_it(tmp_path: Path) -> None:
    good, bad = tmp_path / "good.summary", tmp_path / "bad.summary"
    good.write_bytes(SIGNED)
    bad.write_bytes(FORGERIES["signed by another key than it says"]())
    told = subprocess.run(["node", "verify.mjs", good], cwd=NODE, capture_output=True, check=False, timeout=60)
    assert (told.returncode, told.stdout) == (0, PAYLOAD), told.stderr.decode()
    assert subprocess.run(["node", "verify.mjs", bad], cwd=NODE, capture_output=True, check=False, timeout=60).returncode != 0


def test_six_words_tell_keys_apart_and_are_always_the_same() -> None:
    keys = [SigningKey.new().public for _ in range(200)]
    assert len({key.words for key in keys}) == 200
    assert all(len(key.words.split()) == 6 for key in keys)
    assert PublicKey(LOCAL_KEY.public.public).words == LOCAL_KEY.public.words


SMALL = [0, 1, 2**255 - 20, 2**255 - 19, 2**255 - 18]


@pytest.mark.parametrize("height", SMALL)
@pytest.mark.parametrize("sign", [0, 2**255])
def test_a_key_that_anyone_could_sign_for_is_not_enrolled(height: int, sign: int) -> None:
    with pytest.raises(Refused, match="not safe"):
        PublicKey((height | sign).to_bytes(32, "little")).check_enrollable()


def test_the_points_of_order_eight_are_refused_too() -> None:
    """Their height solves d·y⁴ + 2y² − 1 = 0, the condition that doubling twice gives the point of order two."""
    prime = 2**255 - 19
    d = -121665 * pow(121666, -1, prime) % prime
    found = []
    for root in (1, -1):
        squared = (-1 + root * square_root((1 + d) % prime, prime)) * pow(d, -1, prime) % prime
        if pow(squared, (prime - 1) // 2, prime) == 1:
            height = square_root(squared, prime)
            found += [height, prime - height]
    assert len(found) == 2
    for height in found:
        with pytest.raises(Refused):
            PublicKey(height.to_bytes(32, "little")).check_enrollable()


def square_root(square: int, prime: int) -> int:
    root = pow(square, (prime + 3) // 8, prime)
    return root if root * root % prime == square else root * pow(2, (prime - 1) // 4, prime) % prime


def test_an_ordinary_key_is_enrolled_and_a_private_one_is_never_printed() -> None:
    LOCAL_KEY.public.check_enrollable()
    assert repr(LOCAL_KEY.private) not in repr(LOCAL_KEY)
