"""Applies corrections to the frozen source; tag and archive stay as they are."""

from __future__ import annotations

from typing import TYPE_CHECKING

from macros.model.load_region import read_file
from macros.model.records import Berichtigung
from macros.publish import release_rules as r
from macros.publish.archive import corrections_name

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping
    from pathlib import Path

    from macros.model.findings import Befund, Ort
    from macros.model.validate import Herkunft


class Berichtigungen:
    """A region's corrections.

    Attributes:
        befunde: what is wrong with the file.
    """

    def __init__(self, root: Path, slug: str) -> None:
        """Read the corrections of today; a region without the file has none."""
        self._saetze: list[tuple[Berichtigung, Herkunft]] = []
        self.befunde: list[Befund] = []
        name = corrections_name(slug)
        if (root / name).is_file():
            gelesen = read_file((root / name).read_bytes(), name, Berichtigung)
            self.befunde = gelesen.befunde
            self._saetze = [(s, h) for s, h in gelesen.records if isinstance(s, Berichtigung)]

    def fuer(self, fassung: str) -> list[Berichtigung]:
        """Return the corrections of a Fassung in file order."""
        return [satz for satz, _ in self._saetze if satz.fassung == fassung]

    def ort(self, berichtigung: Berichtigung, *path: str | int) -> Ort:
        """Return where a correction or one of its fields stands."""
        return next(h for s, h in self._saetze if s.id == berichtigung.id).ort(path)

    def pruefsummen(self, fassung: str) -> dict[str, str]:
        """Return the hash each corrected page of a Fassung has to have; the last entry holds."""
        return {s.seite: s.pruefsumme for b in self.fuer(fassung) for s in b.seiten}

    def unbekannte(self, fassungen: Iterable[str]) -> list[Befund]:
        """Return a finding for each correction of a Fassung that does not exist."""
        known = set(fassungen)
        return [
            r.BERICHTIGUNG.befund(
                self.ort(satz, "fassung"),
                f"Die Fassung {satz.fassung} gibt es in dieser Region nicht.",
                f"fassung: „{'“ oder „'.join(sorted(known))}“" if known else "Eintrag löschen",
                path=satz.id,
            )
            for satz, _ in self._saetze
            if satz.fassung not in known
        ]

    def anwenden(
        self, fassung: str, files: Mapping[str, bytes]
    ) -> tuple[dict[str, bytes], list[Befund]]:
        """Return the frozen files with all corrections, and what could not be applied.

        Args:
            fassung: name of the Fassung.
            files: its frozen part by path.
        """
        befunde: list[Befund] = []
        known = [satz for satz in self.fuer(fassung) if satz.quelle in files]
        texts = {satz.quelle: _text(files[satz.quelle]) for satz in known}
        # Line numbers count in the original, so lines go first.
        lines = {name: text.split("\n") for name, text in texts.items()}
        for satz in known:
            befunde.extend(self._lines(satz, lines[satz.quelle]))
        texts = {name: "\n".join(parts) for name, parts in lines.items()}
        for satz in known:
            befunde.extend(self._passages(satz, texts))
        befunde.extend(
            r.BERICHTIGUNG.befund(
                self.ort(satz, "quelle"),
                f"Die Datei „{satz.quelle}“ gehört nicht zum Wortlaut der Fassung {fassung}.",
                "quelle: docs/glossar.md",
                path=satz.id,
            )
            for satz in self.fuer(fassung)
            if satz.quelle not in files
        )
        changed = {name: text.encode("utf-8", "surrogateescape") for name, text in texts.items()}
        return {**files, **changed}, befunde

    def _lines(self, satz: Berichtigung, lines: list[str]) -> Iterator[Befund]:
        for number, ersetzung in enumerate(satz.ersetzungen):
            place = self.ort(satz, "ersetzungen", number)
            if (ersetzung.alt is None) == (ersetzung.zeile is None):
                yield r.BERICHTIGUNG.befund(
                    place, "Eine Ersetzung braucht entweder alt oder zeile.", path=satz.id
                )
            elif ersetzung.zeile is not None and not 1 <= ersetzung.zeile <= len(lines):
                yield r.BERICHTIGUNG.befund(
                    place,
                    f"Die Datei „{satz.quelle}“ hat nur {len(lines)} Zeilen.",
                    "Die Zeile in der Datei des Archivs nachsehen",
                    path=satz.id,
                )
            elif ersetzung.zeile is not None:
                # Still one element, even where the new text has several lines.
                lines[ersetzung.zeile - 1] = ersetzung.neu or ""

    def _passages(self, satz: Berichtigung, texts: dict[str, str]) -> Iterator[Befund]:
        for number, ersetzung in enumerate(satz.ersetzungen):
            if ersetzung.alt is None or ersetzung.zeile is not None:
                continue
            if ersetzung.alt not in texts[satz.quelle]:
                yield r.BERICHTIGUNG.befund(
                    self.ort(satz, "ersetzungen", number),
                    f"Der alte Text kommt in „{satz.quelle}“ nicht vor.",
                    "alt genau so schreiben, wie es in der Datei steht, oder zeile verwenden",
                    path=satz.id,
                )
            texts[satz.quelle] = texts[satz.quelle].replace(ersetzung.alt, ersetzung.neu or "")


def _text(data: bytes) -> str:
    return data.decode("utf-8", "surrogateescape")
