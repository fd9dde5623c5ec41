"""From a region's folder to its Bestand and to all findings about it: the way into the model."""

from __future__ import annotations

import os
import re
import stat
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Final

from macros.model import agreement_texts, reference_rules, value_rules
from macros.model import reading_rules as r
from macros.model.bestand import Bestand
from macros.model.departed import is_about_departed, without_departed
from macros.model.findings import Ort, Stufe, has_fehler, sorted_befunde
from macros.model.kennung import is_kennung, kennung_from
from macros.model.link import link
from macros.model.nearest import nearest
from macros.model.record import Ordner
from macros.model.records import RECORD_TYPES, Person
from macros.model.region_texts import TEXT_FOLDER, read_texts, text_files
from macros.model.rules import agreements, clauses, judge
from macros.model.schema_steps import upgraded
from macros.model.template_file import read_template
from macros.model.validate import Gelesen, read_records
from macros.model.yaml_load import load_yaml

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from macros.model.agreement_texts import Vereinbarungstext
    from macros.model.findings import Befund
    from macros.model.record import Record
    from macros.model.region_texts import Regionaltext
    from macros.model.validate import Herkunft
    from macros.model.yaml_tree import Node

OVERLAY_NAME: Final = "personen.yml (RAHMEN_PERSONEN)"
_REASONS: Final[dict[type[OSError], str]] = {
    PermissionError: "Sie dürfen sie nicht lesen",
    FileNotFoundError: "es gibt sie nicht",
}
_KATALOG: Final = "data/katalog/"
_LOSES_RECORDS: Final = frozenset({r.EINTRAG_BEGINNT.nummer, r.ANKER.nummer})
_PART: Final = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")


@dataclass(frozen=True)
class Geladen:
    """What loading a region gave.

    Attributes:
        bestand: all records; None when any finding is a Fehler.
        befunde: all findings, sorted.
    """

    bestand: Bestand | None
    befunde: list[Befund]


def load_region(
    root: Path,
    slug: str,
    stichtag: date,
    personen: Path | None = None,
    *,
    katalog_gefroren: bool = False,
) -> Geladen:
    """Load, validate, link and judge all data of a region.

    Args:
        root: the project's root folder.
        slug: the region's folder name below ``data/regionen``.
        stichtag: the day for which dates are judged.
        personen: file with persons outside the repository; without it the region's own
            ``personen.yml`` is read if it exists.
        katalog_gefroren: the catalogue was decided with a Fassung: it may have the form of then,
            and rules about its content (R-3xx) are a matter for the next one.
    """
    if not is_kennung(slug) or slug not in region_slugs(root):
        return Geladen(None, [_unknown_region(root, slug)])
    loader = _Loader(root, root / "data" / "regionen" / slug, personen, katalog_gefroren)
    loader.read_all()
    bestand = Bestand(
        stichtag,
        loader.tables,
        loader.herkunft,
        loader.texte,
        muster=read_template(loader.region),
        vereinbarungstexte=loader.vereinbarungstexte,
    )
    linked = link(bestand, loader.known, loader.unsicher)
    if katalog_gefroren:
        linked = [befund for befund in linked if not is_about_departed(befund)]
        without_departed(loader.tables)
    befunde = loader.befunde + _news(loader.befunde, linked)
    befunde += _news(befunde, judge(bestand, slug, vollstaendig=not has_fehler(befunde)))
    if katalog_gefroren:
        befunde = [b for b in befunde if not _was_decided(b)]
    befunde = sorted_befunde(befunde)
    return Geladen(None if has_fehler(befunde) else bestand, befunde)


def _was_decided(befund: Befund) -> bool:
    """Tell whether a finding judges the content of what was decided with a Fassung."""
    if befund.file.startswith(_KATALOG):
        return befund.rule[2] == "3" or befund.rule in clauses.NUMMERN
    return "/wortlaut/" in befund.file and befund.rule in agreements.NUMMERN


def _news(befunde: list[Befund], more: list[Befund]) -> list[Befund]:
    """Return those findings of a later step that no Fehler on the same line has caused."""
    told = {(b.file, b.line) for b in befunde if b.stufe is Stufe.FEHLER}
    return [b for b in more if (b.file, b.line) not in told]


def read_file(data: bytes, name: str, typ: type[Record]) -> Gelesen:
    """Return what the bytes of one file give: valid records, ids, findings.

    Args:
        data: the file's bytes.
        name: path for messages.
        typ: the record type the file holds.
    """
    node, befunde = load_yaml(data, name)
    return _gelesen(node, befunde, name, typ)


def read_frozen_file(data: bytes, name: str, typ: type[Record]) -> Gelesen:
    """Return the same for a file of a Fassung's catalogue, which may have a form of then."""
    node, befunde = load_yaml(data, name)
    return _gelesen(None if node is None else upgraded(node, typ), befunde, name, typ)


def _gelesen(node: Node | None, befunde: list[Befund], name: str, typ: type[Record]) -> Gelesen:
    if node is None:
        return Gelesen(befunde=befunde, vollstaendig=False)
    gelesen = read_records(node, typ, name)
    # A line that cannot be read right gives no sensible value: the first message is enough.
    unread = {b.line for b in befunde if b.stufe is Stufe.FEHLER}
    gelesen.befunde = [b for b in gelesen.befunde if b.line not in unread]
    # A Fehler about a value says more than the Warnung about its quotes.
    told = {b.line for b in gelesen.befunde if b.stufe is Stufe.FEHLER}
    gelesen.befunde += [
        b for b in befunde if not (b.rule == r.TYPOGRAFISCH.nummer and b.line in told)
    ]
    if any(b.rule in _LOSES_RECORDS for b in befunde):
        gelesen.vollstaendig = False
    return gelesen


def region_slugs(root: Path) -> list[str]:
    """Return the folder names of all regions, sorted."""
    return sorted(path.parent.name for path in (root / "data" / "regionen").glob("*/region.yml"))


def _unknown_region(root: Path, slug: str) -> Befund:
    slugs = region_slugs(root)
    shown = slug[:60]
    ort = Ort(f"data/regionen/{shown}/region.yml")
    if is_kennung(slug) and (root / "data" / "regionen" / slug).is_dir():
        return r.FEHLT.befund(
            ort, f"Im Ordner „{shown}“ fehlt die Datei region.yml.", f"{ort.file} anlegen"
        )
    guess = nearest(slug, slugs)
    question = f" Meinten Sie „{guess}“?" if guess else ""
    return r.FEHLT.befund(
        ort,
        f"Die Region „{shown}“ gibt es nicht.{question}",
        f"Vorhandene Regionen: {', '.join(slugs)}",
    )


class _Loader:
    """Collects the records of all files."""

    def __init__(self, root: Path, folder: Path, personen: Path | None, gefroren: bool) -> None:
        self.root = root
        self.gefroren = gefroren
        self.personen = personen
        self.region = folder
        self.folders = {
            Ordner.KATALOG: root / "data" / "katalog",
            Ordner.REGION: folder,
            Ordner.WORTLAUT: folder / "wortlaut",
            Ordner.BESTAND: folder / "bestand",
        }
        self.tables: dict[type[Record], dict[str, Record]] = {}
        self.herkunft: dict[tuple[type[Record], str], Herkunft] = {}
        self.known: dict[type[Record], set[str]] = {}
        self.unsicher: set[type[Record]] = set()
        self.texte: dict[str, Regionaltext] = {}
        self.vereinbarungstexte: dict[str, Vereinbarungstext] = {}
        self.befunde: list[Befund] = []

    def read_all(self) -> None:
        """Read every record type, then look for files nobody knows."""
        used: set[Path] = set()
        for typ in RECORD_TYPES:
            files = list(self._files(typ))
            used.update(path for path, _ in files)
            self._read_type(typ, files)
        self.befunde.extend(self._strays(used))
        own, defaults = (
            text_files(folder, self._name(folder))
            for folder in (
                self.folders[Ordner.WORTLAUT] / TEXT_FOLDER,
                self.folders[Ordner.KATALOG] / TEXT_FOLDER,
            )
        )
        self.texte, befunde = read_texts(own, defaults)
        self.befunde.extend(befunde)
        folder = self.folders[Ordner.WORTLAUT] / agreement_texts.FOLDER
        self.vereinbarungstexte, befunde = agreement_texts.read_agreement_texts(
            text_files(folder, self._name(folder))
        )
        self.befunde.extend(befunde)

    def _files(self, typ: type[Record]) -> Iterator[tuple[Path, str]]:
        if typ is Person and self.personen is not None:
            yield self.personen, OVERLAY_NAME
            return
        folder = self.folders[typ.datei.ordner]
        stem = Path(typ.datei.name).stem
        paths = sorted(
            (
                path
                for path in (folder.iterdir() if folder.is_dir() else ())
                if path.name == typ.datei.name
                or (path.suffix == ".yml" and _is_part(path.stem, stem))
            ),
            key=lambda path: (path.name != typ.datei.name, path.name),
        )
        if not paths and typ.datei.pflicht:
            name = self._name(folder / typ.datei.name)
            self.unsicher.add(typ)
            self.befunde.append(
                r.FEHLT.befund(Ort(name), f"Die Datei {typ.datei.name} fehlt.", f"{name} anlegen")
            )
        for path in paths:
            yield path, self._name(path)

    def _name(self, path: Path) -> str:
        return path.relative_to(self.root).as_posix()

    def _read_type(self, typ: type[Record], files: list[tuple[Path, str]]) -> None:
        table: dict[str, Record] = {}
        first: dict[str, Ort] = {}
        self.tables[typ] = table
        self.known[typ] = set()
        for path, name in files:
            gelesen = self._read_file(path, name, typ)
            self.befunde.extend(gelesen.befunde)
            if not gelesen.vollstaendig:
                self.unsicher.add(typ)
            for id, ort in gelesen.ids:
                self.known[typ].add(id)
                if id.lower() in first:
                    twice = _duplicate(id, ort, first[id.lower()])
                    # That „GS-Nord“ is no id either would only propose the one that is taken.
                    self.befunde = [b for b in self.befunde if not _is_about(b, ort)] + [twice]
                first.setdefault(id.lower(), ort)
            for record, herkunft in gelesen.records:
                if record.id not in table:
                    table[record.id] = record
                    self.herkunft[typ, record.id] = herkunft

    def _read_file(self, path: Path, name: str, typ: type[Record]) -> Gelesen:
        try:
            status = os.lstat(path)
            if stat.S_ISREG(status.st_mode):
                frozen = self.gefroren and typ.datei.ordner is Ordner.KATALOG
                return (read_frozen_file if frozen else read_file)(path.read_bytes(), name, typ)
            what = "eine Verknüpfung" if stat.S_ISLNK(status.st_mode) else "keine Datei"
            befund = r.UNLESBAR.befund(Ort(name), f"{path.name} ist {what}.")
        except OSError as error:
            reason = _REASONS.get(type(error), "sie ist gesperrt")
            befund = r.UNLESBAR.befund(
                Ort(name),
                f"Die Datei lässt sich nicht lesen: {reason}.",
                "Den Pfad und die Rechte der Datei prüfen",
            )
        return Gelesen(befunde=[befund], vollstaendig=False)

    def _strays(self, used: set[Path]) -> Iterator[Befund]:
        for ordner, folder in self.folders.items():
            names = [typ.datei.name for typ in RECORD_TYPES if typ.datei.ordner is ordner]
            for path in sorted(folder.iterdir()) if folder.is_dir() else ():
                expected = path.is_dir() and (
                    ordner in (Ordner.REGION, Ordner.WORTLAUT) or path.name == TEXT_FOLDER
                )
                hidden = path.name.startswith(".")
                if path in used or expected or hidden or _holds_persons(path):
                    continue
                guess = _meant_name(path, names)
                question = f" Meinten Sie „{guess}“?" if guess else ""
                yield r.DATEINAME.befund(
                    Ort(self._name(path)),
                    f"Die Datei {path.name} wird hier nicht erwartet.{question}",
                    f"Erlaubt: {', '.join(names)}; ein Teil einer Datei heißt zum Beispiel "
                    f"{names[-1].removesuffix('.yml')}-nord.yml",
                )


def _meant_name(path: Path, names: list[str]) -> str | None:
    stem = kennung_from(path.stem)
    if any(_is_part(stem, name.removesuffix(".yml")) for name in names):
        return f"{stem}.yml"
    return nearest(path.name, names)


def _is_part(name: str, stem: str) -> bool:
    """Tell whether a file such as ``schulen-nord`` holds a part of the records of ``schulen``."""
    return name.startswith(f"{stem}-") and bool(_PART.fullmatch(name))


def _holds_persons(path: Path) -> bool:
    """Tell whether a file is one of those that the overlay takes the place of."""
    return path.suffix == ".yml" and (path.stem == "personen" or _is_part(path.stem, "personen"))


def _is_about(befund: Befund, ort: Ort) -> bool:
    place = Ort(befund.file, befund.line, befund.column)
    return befund.rule == value_rules.KENNUNG.nummer and place == ort


def _duplicate(id: str, ort: Ort, first: Ort) -> Befund:
    where = f"Zeile {first.line}" if first.file == ort.file else f"{first.file}, Zeile {first.line}"
    return reference_rules.DOPPELTE_KENNUNG.befund(
        ort,
        f"Die Kennung „{id}“ gibt es schon: {where}.",
        f"id: {id}-2".lower(),
        path=id,
    )
