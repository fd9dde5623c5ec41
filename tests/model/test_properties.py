"""Whatever stands in a file: no traceback, no endless run, findings a person can act on."""

from __future__ import annotations

import random
import re
import shutil
import time
from pathlib import Path
from typing import TYPE_CHECKING, Final

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from macros.model.findings import REGISTER, Stufe, has_fehler
from macros.model.load_region import load_region
from macros.model.nearest import nearest
from macros.model.records import RECORD_TYPES
from tests.stichtag import STICHTAG

from .golden_region import REGION, SLUG, place_of

if TYPE_CHECKING:
    from macros.model.findings import Befund

LONGEST: Final = 2.0
SETTINGS: Final = settings(
    max_examples=220,
    derandomize=True,
    deadline=None,  # each example is timed below, with the whole load in it
    database=None,
    suppress_health_check=list(HealthCheck),
)

FILES: Final = sorted(typ.datei.name for typ in RECORD_TYPES if any(REGION.rglob(typ.datei.name)))
KEYS: Final = [
    *sorted({name for typ in RECORD_TYPES for name in typ.model_fields}),
    *("vzae", "schule", "orte", "themen", "breite", "am", "grund", "schema", "standards", "thema"),
    *("<<", "", "telfon", "Name", "name ", "?", "- id", "id:", "\u0430rt", "null", "a" * 300),
]
VALUES: Final = [
    *(
        "gs-am-see",
        "kreis-probe",
        "koordination",
        "ja",
        "NO",
        "besetzt",
        "2026-09-01",
        "2026-02-30",
    ),
    *(
        "030 23125-100",
        "++49 (0) 30",
        "110",
        "0" * 90,
        "09911",
        "０９９１１",
        "1_000",
        ".inf",
        "0,5",
    ),
    *("info@example.org", "a@b@c", "https://example.org/", "http://[::1", "https://exa mple.org"),
    *("https://example.org:99999999/", "javascript:alert(1)", "{{ x }}", "<b>", "§ 5 TMG", "§"),
    *("~", "NULL", "", " ", "-", "=", "„x“", "'", '"', '"\\u202e"', "'It's'", "x" * 1200),
    *("Ã¼", "ä\u0308", "\u202e", "\ufeff", "\u00a0", "\u2028", "\U0001f468\u200d\U0001f469"),
    *("\ud7ff", "\ufffd", "\U000e0041", "\u0301" * 9, "ß" * 61, "1e400", "9" * 30, "%", "@", "`"),
]
SIGNS: Final = [
    *(": ", ":", "- ", "-", "\n", "\n  ", "\n    ", "\n\t", "\n ", "  ", " #", "#", "|\n", ">\n"),
    *("[", "]", "{", "}", ",", "&a ", "*a", "!!int ", "!", "? ", "---\n", "...\n", "%YAML 1.2\n"),
    *("<<: *a", "<<<<<<< HEAD\n", "=======\n", ">>>>>>> x\n", "\r", "\r\n", "\x00", "\x1b", "\x85"),
]

pytestmark = pytest.mark.filterwarnings("ignore:Generating overly large repr")

token = st.one_of(st.sampled_from(KEYS), st.sampled_from(VALUES), st.sampled_from(SIGNS))
soup = st.lists(token, max_size=40).map("".join)
scalar = st.one_of(
    st.sampled_from(VALUES),
    st.sampled_from(VALUES).map(lambda text: '"' + text.replace('"', "") + '"'),
    st.text(max_size=20),
)


def _block(inner: st.SearchStrategy[str]) -> st.SearchStrategy[str]:
    entry = st.tuples(st.sampled_from(KEYS), inner)
    mapping = st.lists(entry, min_size=1, max_size=6).map(
        lambda pairs: "".join(f"\n{key}: {_indent(value)}" for key, value in pairs)
    )
    sequence = st.lists(inner, min_size=1, max_size=5).map(
        lambda items: "".join(f"\n- {_indent(item).lstrip(chr(10) + ' ')}" for item in items)
    )
    flow = st.lists(inner.filter(lambda text: "\n" not in text), max_size=4).map(
        lambda items: f"[{', '.join(items)}]"
    )
    return st.one_of(mapping, sequence, flow)


def _indent(value: str) -> str:
    return value.replace("\n", "\n  ")


tree = st.recursive(scalar, _block, max_leaves=25).map(lambda text: text.lstrip("\n") + "\n")
catalogue = st.tuples(st.sampled_from(["standards", "themen", "glossar", "schulformen"]), tree).map(
    lambda pair: f'schema: "1"\n{pair[0]}:\n  ' + _indent(pair[1])
)
document = st.one_of(soup, tree, catalogue).map(lambda text: text.encode("utf-8", "surrogatepass"))


@pytest.fixture(scope="module")
def copy(tmp_path_factory: pytest.TempPathFactory) -> Path:
    root = tmp_path_factory.mktemp("region")
    shutil.copytree(REGION, root, dirs_exist_ok=True)
    return root


def befunde_with(copy: Path, name: str, data: bytes) -> list[Befund]:
    path = place_of(copy, name)
    before = path.read_bytes()
    path.write_bytes(data)
    started = time.process_time()
    try:
        geladen = load_region(copy, SLUG, STICHTAG)
    finally:
        path.write_bytes(before)
    assert time.process_time() - started < LONGEST
    assert (geladen.bestand is None) == has_fehler(geladen.befunde)
    return geladen.befunde


def check(befunde: list[Befund], name: str, data: bytes, copy: Path) -> None:
    lines = re.split(r"\r\n|\r|\n", data.decode("utf-8", "replace"))
    for befund in befunde:
        assert befund.rule in REGISTER.regeln
        assert befund.stufe in Stufe
        assert befund.message.strip()
        assert befund.remedy.strip()
        assert befund.line >= 1
        assert befund.column >= 1
        assert not befund.file.startswith("/")
        assert str(copy) not in befund.message + befund.remedy + befund.file
        assert not re.search(
            r"\b(expected|could not|while (parsing|scanning)|should be|Input|Value error|must)\b",
            befund.message,
        ), befund.message
        assert len(befund.message) < 1500
        assert len(befund.remedy) < 1500
        if befund.file.endswith(f"/{name}"):
            assert befund.line <= len(lines)
            # One beyond the end for what is missing there; composed letters can only move it left.
            assert befund.column <= len(lines[befund.line - 1]) + 2


@SETTINGS
@given(name=st.sampled_from(FILES), data=document)
@example(name="kontakte.yml", data=b"")
@example(name="programme.yml", data=b"[" * 20_000)
@example(name="programme.yml", data=b"a: " * 20_000)
@example(name="programme.yml", data=b"- " * 60_000)
@example(name="programme.yml", data=b"\n".join(b" " * n + b"a:" for n in range(500)))
@example(name="programme.yml", data=b"- id: x\n   name: y\n" * 6_000)
@example(name="programme.yml", data=b"- id: x\n  name: 'y\n" * 6_000)
@example(name="schulen.yml", data=b"- " + b"{" * 200 + b"}" * 200)
@example(name="gemeinden.yml", data=b"\n\t")
@example(name="glossar.yml", data=b"\xff\xfe- \x00i\x00d\x00")
@example(name="schulen.yml", data=b"".join(b"- id: a%d\n" % n for n in range(2_000)))
@example(
    name="schulen.yml",
    data=b"".join(
        b"- id: a%d\n  gemeinde: b%d\n  name: x\n  schulform: grundschule\n" % (n, n)
        for n in range(2_000)
    ),
)
@example(
    name="schulen.yml", data=b"- id: a\n" + b"".join(b"  feld%d: x\n" % n for n in range(15_000))
)
@example(name="kontakte.yml", data=b"- id: a\n  funktion: " + b"x" * 250_000)
@example(name="kontakte.yml", data=b"- id: a\n  funktion: " + "Ã¼".encode() * 60_000)
@example(name="kontakte.yml", data=b"- id: a\n  funktion: " + b" " * 250_000 + b"x: y")
@example(name="kontakte.yml", data=b"- id: a\n  funktion:\t" + b" \t" * 120_000 + b"x: y")
@example(name="kontakte.yml", data=b'- id: a\n  funktion: "' + b" " * 250_000 + b"x")
@example(name="kontakte.yml", data=b"- id: a\n  telefon: " + b"0 1/" * 60_000)
@example(name="kontakte.yml", data=b"- id: a\n  email: " + b"a@" * 120_000)
@example(name="kontakte.yml", data=b"- id: a\n  email: " + b" (at" * 60_000)
@example(name="kontakte.yml", data=b"- id: a\n  funktion: " + b"<script>" * 30_000)
@example(name="organisationen.yml", data=b"- id: a\n  website: https://a.de/?" + b"token" * 50_000)
@example(name="region.yml", data=b"<<<<<<< HEAD\n" * 15_000)
@example(name="kontakte.yml", data=("- id: a\n  funktion: " + "a\u0430" * 60_000).encode())
@example(name="kontakte.yml", data=b"- id: a\n" + b"  funktion: x\n" * 15_000)
@example(name="kontakte.yml", data=b"- id: a\n  x: &a [" + b"*a, " * 60_000 + b"]")
@example(name="kennzahlen.yml", data=b"- id: a\n  wert: " + b"1" * 250_000)
@example(name="kennzahlen.yml", data=b"- id: a\n  stand: " + b"1." * 100_000)
@example(
    name="glossar.yml",
    data=b'schema: "1"\nglossar:\n'
    + b"".join(
        b"  - id: a%d\n    begriff: x\n    definition: x\n    siehe: [a%d]\n" % (n, n + 1)
        for n in range(1_900)
    ),
)
def test_any_document(copy: Path, name: str, data: bytes) -> None:
    check(befunde_with(copy, name, data), name, data, copy)


@SETTINGS
@given(
    name=st.sampled_from(FILES),
    seed=st.integers(min_value=0, max_value=10**6),
    kind=st.sampled_from(["flip", "cut", "insert", "shuffle", "repeat"]),
)
def test_noise_in_the_bytes_of_a_valid_file(copy: Path, name: str, seed: int, kind: str) -> None:
    data = noisy(place_of(copy, name).read_bytes(), random.Random(seed), kind)
    check(befunde_with(copy, name, data), name, data, copy)


def noisy(data: bytes, rng: random.Random, kind: str) -> bytes:
    spoiled = bytearray(data)
    for _ in range(rng.randint(1, 6)):
        at = rng.randrange(len(spoiled) or 1)
        if kind == "flip" and spoiled:
            spoiled[at] ^= 1 << rng.randrange(8)
        elif kind == "cut":
            del spoiled[at : at + rng.randint(1, 30)]
        elif kind == "insert":
            spoiled[at:at] = rng.choice(SIGNS + VALUES).encode("utf-8", "surrogatepass")
        elif kind == "repeat":
            spoiled[at:at] = spoiled[at : at + rng.randint(1, 200)]
        else:
            rows = bytes(spoiled).split(b"\n")
            rng.shuffle(rows)
            spoiled = bytearray(b"\n".join(rows))
    return bytes(spoiled)


@SETTINGS
@given(word=st.text(max_size=250), known=st.lists(st.text(max_size=30), max_size=10))
def test_nearest_is_one_of_the_known_words(word: str, known: list[str]) -> None:
    assert nearest(word, known) in {None, *known}
