"""A summary comes back as it was sent, or not at all."""

import json
import shutil
import subprocess
from collections.abc import Callable
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from jwcrypto import jwk
from jwcrypto.jws import JWS
from msgspec.structs import replace

from coordinator_app.core.disclosure import without_sensitive
from coordinator_app.core.errors import BadFile, Refused
from coordinator_app.core.figures import CheckAnswer, Figure, Narrative, Summary
from coordinator_app.core.kinds import FigureStatus
from coordinator_app.exchange import envelope, summary_file, summary_payload
from coordinator_app.exchange.envelope import FileType
from coordinator_app.exchange.keys import as_jwk
from tests.exchange.summaries import CATALOGUE, IDENTITY, LOCAL_KEY, OTHER_KEY, RECIPIENT, SUMMARY, summaries

SEALED = summary_file.write(SUMMARY, key=LOCAL_KEY, catalogue=CATALOGUE, recipients=[RECIPIENT])
OPEN = summary_file.write(SUMMARY, key=LOCAL_KEY, catalogue=CATALOGUE, recipients=None)


def read(data: bytes) -> summary_file.SummaryRead:
    return summary_file.read(data, name="turku.summary", identities=[IDENTITY])


def signed(payload: object) -> bytes:
    data = (
        payload if isinstance(payload, bytes) else json.dumps(payload, separators=(",", ":"), sort_keys=True, ensure_ascii=False).encode()
    )
    return envelope.sign(data, FileType.SUMMARY, LOCAL_KEY)


def plain() -> dict[str, Any]:
    """The payload as any JSON reader gives it."""
    value: dict[str, Any] = json.loads(SEALED.payload)
    return value


def test_the_office_reads_what_was_sealed_exactly() -> None:
    found = read(SEALED.data)
    assert found.summary == SUMMARY
    assert (found.signer, found.sealed, found.payload, found.sha256) == (LOCAL_KEY.public, True, SEALED.payload, SEALED.sha256)


def test_names_tell_who_when_and_which_revision() -> None:
    assert (SEALED.name, OPEN.name) == ("turku_2026Q3_r2.summary.age", "turku_2026Q3_r2.summary")


@given(summaries)
def test_any_summary_comes_back_as_it_was(summary: Summary) -> None:
    payload = summary_payload.encode(summary)
    assert summary_payload.decode(payload) == summary
    assert summary_payload.encode(summary_payload.decode(payload)) == payload


@given(summaries)
def test_any_summary_travels_open_less_what_is_sensitive(summary: Summary) -> None:
    sent = summary_file.write(summary, key=LOCAL_KEY, catalogue=CATALOGUE, recipients=None)
    assert read(sent.data).summary == without_sensitive(summary, CATALOGUE)


def test_an_open_summary_withholds_sensitive_figures() -> None:
    found = read(OPEN.data)
    assert not found.sealed
    assert found.summary.figure("visits.group", "divorce") == Figure("visits.group", "divorce", None, status=FigureStatus.WITHHELD)
    assert (b'"value":32' in SEALED.payload, b'"value":32' in OPEN.payload) == (True, False)


def test_zero_missing_not_offered_and_withheld_stay_four_things() -> None:
    figures = (
        Figure("enquiries", "peer", 0),
        Figure("enquiries", "training", None, status=FigureStatus.NODATA),
        Figure("enquiries", "masi", None, status=FigureStatus.NA),
        Figure("enquiries", "other", None, status=FigureStatus.WITHHELD),
    )
    payload = summary_payload.encode(replace(SUMMARY, figures=figures))
    assert [(each["value"], each["status"]) for each in json.loads(payload)["figures"]] == [
        (0, "ok"),
        (None, "nodata"),
        (None, "na"),
        (None, "withheld"),
    ]
    assert summary_payload.decode(payload).figures == figures


def test_the_payload_is_what_the_format_says() -> None:
    value = plain()
    assert {"format", "period", "reporter", "file_id"} <= value.keys() and "escrow" not in value
    assert (value["format"], value["period"], value["practice"]) == ("coordinator-summary/1", "2026Q3", False)
    assert value["created"] == "2026-10-03T12:30:00+03:00"
    assert value["ledger"] == {"due": 30, "counted": 24, "uncounted": 2, "cancelled": 3, "unrecorded": 1, "extra": 1}
    assert value["figures"][9] == {
        "indicator": "size.mean", "of": "peer", "value": 7.5, "numerator": 180, "denominator": 24, "status": "ok", "basis": None,
    }  # fmt: skip
    assert value["directory"][1] == {
        "id": "g2", "name": "Eroryhmä", "service": "divorce", "rule": "joka tiistai", "weekday": 1, "time": "17:30", "status": "open",
    }  # fmt: skip


def test_sealing_again_is_still_the_same_revision() -> None:
    again = summary_file.write(SUMMARY, key=LOCAL_KEY, catalogue=CATALOGUE, recipients=[RECIPIENT])
    assert again.data != SEALED.data
    assert (again.payload, again.sha256) == (SEALED.payload, SEALED.sha256)


def test_every_flipped_bit_of_a_small_summary_is_noticed() -> None:
    small = replace(SUMMARY, figures=SUMMARY.figures[:1], checks=(), directory=(), narrative=Narrative())
    data = summary_file.write(small, key=LOCAL_KEY, catalogue=CATALOGUE, recipients=None).data
    for place in range(len(data) * 8):
        flipped = bytearray(data)
        flipped[place // 8] ^= 1 << place % 8
        with pytest.raises(BadFile):
            read(bytes(flipped))
    for length in range(len(data)):
        with pytest.raises(BadFile):
            read(data[:length])


@given(st.data())
def test_a_flipped_bit_or_a_cut_in_a_sealed_summary_is_noticed(data: st.DataObject) -> None:
    flipped = bytearray(SEALED.data)
    flipped[data.draw(st.integers(0, len(flipped) - 1))] ^= 1 << data.draw(st.integers(0, 7))
    for damaged in (bytes(flipped), SEALED.data[: data.draw(st.integers(0, len(flipped) - 1))]):
        with pytest.raises(BadFile):
            read(damaged)


def changed(*path: str | int, to: object = None, drop: bool = False) -> Callable[[], bytes]:
    """A payload that is signed as it should be, but says something else at one place."""

    def make() -> bytes:
        value: Any = plain()
        inner = value
        for step in path[:-1]:
            inner = inner[step]
        if drop:
            del inner[path[-1]]
        else:
            inner[path[-1]] = to
        return signed(value)

    return make


def raw(old: bytes, new: bytes) -> Callable[[], bytes]:
    """A payload that is signed as it should be, but written differently at one place."""
    assert old in SEALED.payload
    return lambda: signed(SEALED.payload.replace(old, new, 1))


WRONG: dict[str, Callable[[], bytes]] = {
    "another format": changed("format", to="coordinator-summary/2"),
    "no format": changed("format", drop=True),
    "an extra member": changed("extra", to=1),
    "an extra member inside": changed("ledger", "missing", to=1),
    "a missing member": changed("ledger", "due", drop=True),
    "a quarter that is none": changed("period", to="2026Q5"),
    "a quarter in small letters": changed("period", to="2026q3"),
    "a negative count": changed("ledger", "due", to=-1),
    "a count that is no whole number": changed("ledger", "due", to=1.5),
    "a count as text": changed("ledger", "due", to="30"),
    "a count as yes": changed("ledger", "due", to=True),
    "a huge count": changed("ledger", "due", to=10**30),
    "a count of ten thousand digits": raw(b'"due":30', b'"due":' + b"9" * 10_000),
    "a negative figure": changed("figures", 0, "value", to=-5),
    "a figure below nothing": raw(b'"value":180', b'"value":-0'),
    "a huge figure": raw(b'"value":180', b'"value":' + b"9" * 10_000),
    "a figure with an exponent": raw(b'"value":180', b'"value":1.8e2'),
    "a figure with an enormous exponent": raw(b'"value":180', b'"value":1E+999999999'),
    "a figure with a tiny exponent": raw(b'"value":180', b'"value":1E-999999999'),
    "a figure with zeros at its end": raw(b'"value":7.5', b'"value":7.50'),
    "a whole figure with a point": raw(b'"value":180', b'"value":180.0'),
    "a figure as text": raw(b'"value":180', b'"value":"180"'),
    "not a number": raw(b'"value":180', b'"value":NaN'),
    "not a number, as text": raw(b'"value":180', b'"value":"NaN"'),
    "without end": raw(b'"value":180', b'"value":Infinity'),
    "without end, as text": raw(b'"value":180', b'"value":"Infinity"'),
    "a value that was withheld": changed("figures", 0, "status", to="withheld"),
    "no value though it is ok": changed("figures", 0, "value", to=None),
    "a status that is none": changed("figures", 0, "status", to="fine"),
    "a basis that is none": changed("figures", 0, "basis", to="guessed"),
    "the same figure twice": lambda: signed(plain() | {"figures": plain()["figures"][:1] * 2}),
    "a member twice": raw(b'"due":30', b'"due":29,"due":30'),
    "a member twice, the true one first": raw(b'"due":30', b'"due":30,"due":29'),
    "an optional member that is null": changed("escrow", to=None),
    "spaces": raw(b'"due":30', b'"due": 30'),
    "an escaped letter": raw(b'"due"', b'"\\u0064ue"'),
    "a line break at the end": lambda: signed(SEALED.payload + b"\n"),
    "a byte order mark": lambda: signed(b"\xef\xbb\xbf" + SEALED.payload),
    "a half character": raw(b"Turku", b"\\ud800"),
    "bytes that are no text": raw(b"Turku", b"\xff\xfe"),
    "a code with a path in it": changed("reporter", "code", to="../turku"),
    "a code with a line break": changed("reporter", "code", to="turku\n"),
    "a name that steers the terminal": changed("reporter", "name", to="\x1b[2JTurku"),
    "a name that turns the writing round": changed("reporter", "name", to="Tu\u202erku"),
    "a name of two lines": changed("directory", 0, "name", to="Eka\nToka"),
    "a narrative that is too long": changed("narrative", "hard", to="x" * 2001),
    "a revision of nothing": changed("revision", to=0),
    "an identifier in capitals": raw(b"5a0f1f0e", b"5A0F1F0E"),
    "an identifier that is none": changed("file_id", to="1"),
    "a hash that is none": changed("replaces", "sha256", to="AB" * 32),
    "a time without its offset": changed("created", to="2026-10-03T12:30:00"),
    "a time with a space": changed("created", to="2026-10-03 12:30:00+03:00"),
    "a time with parts of a second": changed("created", to="2026-10-03T12:30:00.5+03:00"),
    "a day that is none": changed("created", to="2026-02-30T12:30:00+03:00"),
    "an eighth weekday": changed("directory", 0, "weekday", to=7),
    "a quarter past twenty-four": changed("directory", 0, "time", to="24:15"),
    "a time with seconds": changed("directory", 0, "time", to="18:00:00"),
    "escrow that is no base64": changed("escrow", to="%%%"),
    "escrow with bits left over": changed("escrow", to="YWJ="),
    "a list": lambda: signed([plain()]),
    "nothing": lambda: signed(b""),
    "depth": lambda: signed(b'{"format":' + b"[" * 50_000),
    "the payload of an update file": lambda: envelope.sign(SEALED.payload, FileType.NETWORK, LOCAL_KEY),
}


@pytest.mark.parametrize("made", WRONG.values(), ids=WRONG.keys())
def test_a_true_signature_does_not_let_a_wrong_payload_in(made: Callable[[], bytes]) -> None:
    with pytest.raises(BadFile, match=r"turku\.summary"):
        read(made())


def test_the_changes_of_these_tests_are_what_is_refused() -> None:
    """The control: signed in the same way without a change, it is read; with a harmless one too."""
    assert read(signed(SEALED.payload)).summary == SUMMARY
    assert read(changed("revision", to=3)()).summary == replace(SUMMARY, revision=3)


def test_what_somebody_else_signed_carries_his_words() -> None:
    """The file is whole, but his: only the six words tell."""
    forged = summary_file.write(SUMMARY, key=OTHER_KEY, catalogue=CATALOGUE, recipients=[RECIPIENT])
    assert read(forged.data).signer != LOCAL_KEY.public
    assert read(forged.data).signer.words != LOCAL_KEY.public.words


def test_what_cannot_be_seen_does_not_leave() -> None:
    odd = replace(SUMMARY, reporter=replace(SUMMARY.reporter, name="Tur\x1bku\u202e"), narrative=Narrative("eka\r\ntoka\x07", "", ""))
    sent = summary_file.write(odd, key=LOCAL_KEY, catalogue=CATALOGUE, recipients=[RECIPIENT])
    found = read(sent.data).summary
    assert (found.reporter.name, found.narrative.went_well) == ("Tur ku ", "eka\ntoka ")


@pytest.mark.parametrize(
    ("number", "written"),
    [
        (0, "0"),
        (Decimal("7.50"), "7.5"),
        (Decimal("20.00"), "20"),
        (Decimal(1) / 3, "0.333333"),
        (Decimal("1E+3"), "1000"),
        (Decimal("-0"), "0"),
    ],
)
def test_a_number_is_written_in_one_way(number: Decimal, written: str) -> None:
    payload = summary_payload.encode(replace(SUMMARY, figures=(Figure("hours.group", "peer", number),)))
    assert f'"value":{written}}}'.encode() in payload or f'"value":{written},'.encode() in payload
    assert summary_payload.encode(summary_payload.decode(payload)) == payload


def test_too_many_words_are_refused_before_anything_is_signed() -> None:
    long = replace(SUMMARY, narrative=Narrative("x" * 2001))
    with pytest.raises(Refused, match="2000 characters"):
        summary_file.write(long, key=LOCAL_KEY, catalogue=CATALOGUE, recipients=[RECIPIENT])


def test_more_than_four_mebibytes_do_not_leave() -> None:
    much = replace(SUMMARY, checks=tuple(CheckAnswer("unrecorded", f"g{n}", "other", "x" * 1000) for n in range(4200)))
    with pytest.raises(Refused, match="larger than 4 MB"):
        summary_file.write(much, key=LOCAL_KEY, catalogue=CATALOGUE, recipients=[RECIPIENT])


def test_without_the_key_a_sealed_summary_stays_closed() -> None:
    with pytest.raises(BadFile, match="sealed for somebody else"):
        summary_file.read(SEALED.data, name="x")


@pytest.mark.skipif(shutil.which("age") is None, reason="the age program is not installed")
def test_age_opens_it_and_another_library_verifies_what_comes_out(tmp_path: Path) -> None:
    (tmp_path / "office.key").write_text(IDENTITY + "\n", "ascii")
    (tmp_path / SEALED.name).write_bytes(SEALED.data)
    opened = subprocess.run(["age", "-d", "-i", "office.key", SEALED.name], cwd=tmp_path, capture_output=True, check=True, timeout=60)
    other = JWS()
    other.allowed_algs = ["Ed25519"]
    other.deserialize(opened.stdout.decode())
    other.verify(jwk.JWK(**as_jwk(LOCAL_KEY.public)))
    assert json.loads(other.payload)["figures"][3] == {
        "indicator": "visits.group", "of": "all", "value": 212, "status": "ok", "basis": "collected",
    }  # fmt: skip
