"""Seeded mutations of the shipped data: slips are told at the line they were made in.

A mutation counts as told if a Fehler blocks (exit code 1) and a finding that the unspoiled data do
not have stands at the mutated line of the mutated file. For a deleted line that is the line now
standing in its place, or the first line of the record, block or list it was taken from; for two
swapped field names either of the two lines; for a copied record its first line.

Places are drawn from all lines an operator applies to, in the order of a hash of operator, file,
record and line: nobody chooses, and a change elsewhere in the data draws no other places. What is
not told stands in ``harmlose_mutationen.yml`` with the reason; after a change of data or rules
``RAHMEN_VOLL=1 … --golden-schreiben`` brings the list up to date; the reasons of new entries are
to be filled in.
"""

from __future__ import annotations

import hashlib
import os
import shutil
from collections import Counter
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from random import Random
from typing import TYPE_CHECKING, Any, Final

import pytest
import yaml

from macros.model import load_region as loading
from macros.model.findings import has_fehler
from macros.model.link import references
from tests.stichtag import STICHTAG

from . import mutation_content, mutation_structure
from .mutation import OPERATORS, Mutation
from .mutation_places import REGION, Datafile, Place, shipped_files

if TYPE_CHECKING:
    from collections.abc import Iterator

    from macros.model.findings import Befund
    from macros.model.verweis import Verweis

EVERYTHING: Final = 2000
# The full check (make pruefung-voll) tries them all; every day a quarter of each operator's.
WANTED: Final = EVERYTHING if os.environ.get("RAHMEN_VOLL") else 500
VARIANTS: Final = 12
SEED: Final = "2026-11-22"
HARMLESS: Final = Path(__file__).parent / "harmlose_mutationen.yml"
LEAST_RATE: Final = 0.95
HEAD: Final = """\
# Mutationen der mitgelieferten Daten, die keine Prüfung an ihrer Zeile meldet, jede mit dem Grund,
# warum sie harmlos ist. Was hier nicht steht, lässt tests/model/test_mutations.py scheitern.
"""
MODULES: Final = (mutation_structure, mutation_content)  # they register the operators


@dataclass(frozen=True)
class Case:
    """An operator at a place."""

    operator: str
    file: Datafile
    place: Place
    mutation: Mutation

    def entry(self) -> dict[str, str]:
        """Return what identifies the case in the list of harmless ones."""
        return {
            "operator": self.operator,
            "datei": self.file.name,
            "eintrag": self.place.record,
            "zeile": self.place.text.strip(),
            "wird": self.mutation.after.strip(),
        }


def cases(files: list[Datafile]) -> Iterator[Case]:
    """Yield as many cases as are wanted, equally many of each operator."""
    each = -(-WANTED // len(OPERATORS))
    for name, operator in OPERATORS.items():
        seen: set[tuple[str, int, bytes]] = set()
        for digest, place, file in _drawn(name, files):
            mutation = operator(file, place, Random(digest))
            key = (file.name, place.number, mutation.data if mutation else b"")
            if mutation is not None and key not in seen:
                seen.add(key)
                yield Case(name, file, place, mutation)
            if len(seen) == each:
                break
        assert len(seen) == each, f"{name} applies to {len(seen)} places only"


def _drawn(operator: str, files: list[Datafile]) -> Iterator[tuple[str, Place, Datafile]]:
    """Yield all places in the order of a hash; then again with other dice, for rare operators."""
    for variant in range(VARIANTS):
        yield from sorted(
            (_digest(operator, place, variant), place, file)
            for file in files
            for place in file.places
        )


def _digest(operator: str, place: Place, variant: int) -> str:
    parts = (SEED, operator, place.file, place.record, place.text, place.occurrence, variant)
    return hashlib.sha256("\0".join(map(str, parts)).encode()).hexdigest()


class Bench:
    """A copy of the shipped data in which one file at a time is spoiled."""

    def __init__(self, root: Path, copy: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        shutil.copytree(root / "data" / "katalog", copy / "data" / "katalog")
        region = Path("data") / "regionen" / REGION
        shutil.copytree(root / region, copy / region)
        self.copy = copy
        original = loading.read_file

        @cache
        def read(data: bytes, name: str, typ: Any) -> tuple[Any, list[Verweis[Any]]]:
            gelesen = original(data, name, typ)
            return gelesen, [v for record, _ in gelesen.records for _, v in references(record)]

        def read_afresh(data: bytes, name: str, typ: Any) -> Any:
            gelesen, bound = read(data, name, typ)
            for verweis in bound:
                verweis.bind(None)
            return gelesen

        monkeypatch.setattr(loading, "read_file", read_afresh)
        self.usual = set(self.findings())

    def findings(self) -> list[Befund]:
        return loading.load_region(self.copy, REGION, STICHTAG).befunde

    def is_told(self, case: Case) -> bool:
        path = self.copy / case.file.name
        path.write_bytes(case.mutation.data)
        befunde = self.findings()
        path.write_text(case.file.text, encoding="utf-8")
        return has_fehler(befunde) and any(
            b.file == case.file.name and b.line in case.mutation.lines and b not in self.usual
            for b in befunde
        )


def test_mutations_are_told_at_their_line(
    root: Path,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    bench = Bench(root, tmp_path, monkeypatch)
    tried: Counter[str] = Counter()
    untold: list[Case] = []
    seen = set()
    for case in cases(shipped_files(root)):
        tried[case.operator] += 1
        seen.add(_key(case.entry()))
        if not bench.is_told(case):
            untold.append(case)
    missed = Counter(case.operator for case in untold)
    table = "\n".join(
        f"{name:26} {tried[name] - missed[name]:3} von {tried[name]}" for name in OPERATORS
    )
    rate = 1 - len(untold) / tried.total()
    with capsys.disabled():
        print(f"\n{table}\n{tried.total()} Mutationen, {rate:.1%} gemeldet")
    listed = _listed(untold)
    unlisted = [case.entry() for case in untold if _key(case.entry()) not in listed]
    assert not unlisted, yaml.safe_dump(unlisted, allow_unicode=True, sort_keys=False, width=1000)
    without_reason = [entry for entry in listed.values() if len(entry.get("grund") or "") < 20]
    assert not without_reason, without_reason
    stale = (listed.keys() & seen) - {_key(case.entry()) for case in untold}
    if WANTED == EVERYTHING:
        stale |= listed.keys() - seen
    assert not stale, f"told by now, take out of the list: {sorted(stale)}"
    assert tried.total() >= WANTED
    assert len(OPERATORS) >= 12
    assert rate >= LEAST_RATE


def _key(entry: dict[str, str]) -> tuple[str, ...]:
    return tuple(entry[part] for part in ("operator", "datei", "eintrag", "zeile", "wird"))


def _listed(untold: list[Case]) -> dict[tuple[str, ...], dict[str, str]]:
    entries = yaml.safe_load(HARMLESS.read_text(encoding="utf-8")) if HARMLESS.exists() else []
    listed = {_key(entry): entry for entry in entries}
    if os.environ.get("GOLDEN_SCHREIBEN") and WANTED == EVERYTHING:
        listed = {
            _key(case.entry()): listed.get(_key(case.entry()), {**case.entry(), "grund": ""})
            for case in untold
        }
        text = yaml.safe_dump(
            list(listed.values()), allow_unicode=True, sort_keys=False, width=1000
        )
        HARMLESS.write_text(HEAD + text, encoding="utf-8")
    return listed
