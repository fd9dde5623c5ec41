"""The region's own files as the import needs them: checked records, and the text to edit."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Generic, TypeVar

from macros.importers import rules
from macros.importers.yaml_edit import Satzdatei, UnlesbarError
from macros.model.findings import Ort, Stufe, has_fehler
from macros.model.record import Ordner, Record
from macros.model.records import Gemeinde, Organisation, Region, Schule, Schulform
from macros.model.validate import Gelesen, read_records
from macros.model.yaml_load import load_yaml

if TYPE_CHECKING:
    from pathlib import Path

    from macros.importers.yaml_edit import Satz
    from macros.model.findings import Befund

R = TypeVar("R", bound=Record)


@dataclass
class Eigene(Generic[R]):
    """A file of the region: its records and its text.

    Attributes:
        path: where it is.
        file: how it is called in messages.
        daten: its bytes, None if it does not exist yet.
        records: the checked records by id.
        satzdatei: the text to edit.
    """

    path: Path
    file: str
    daten: bytes | None
    records: dict[str, R]
    satzdatei: Satzdatei

    def satz(self, id: str) -> Satz:
        """Return where the record with an id stands."""
        return next(satz for satz in self.satzdatei.saetze if satz.get("id") == id)

    def ort(self, id: str, field_name: str = "id") -> Ort:
        """Return where a record or one of its fields stands."""
        satz = self.satz(id)
        wert = satz.felder.get(field_name)
        line, column = self.satzdatei.line_and_column(wert.start if wert else satz.start)
        return Ort(self.file, line, column)


@dataclass
class Eigenes:
    """What the import needs of a region; None and empty where a file is missing."""

    region: Region | None = None
    gemeinden: list[Gemeinde] = field(default_factory=list)
    schulformen: list[Schulform] = field(default_factory=list)
    schulen: list[Eigene[Schule]] = field(default_factory=list)
    organisationen: list[Eigene[Organisation]] = field(default_factory=list)
    befunde: list[Befund] = field(default_factory=list)


def region_folder(root: Path, slug: str) -> Path:
    """Return the folder of a region."""
    return root / "data" / "regionen" / slug


def load_own(root: Path, slug: str) -> Eigenes:
    """Read what the import needs of a region; all findings that block are passed on.

    Args:
        root: the project's root folder.
        slug: the region's folder name.
    """
    own = Eigenes()
    folder = region_folder(root, slug)
    if not (folder / "region.yml").is_file():
        own.befunde.append(
            rules.BESTAND.befund(
                Ort(f"data/regionen/{slug}/region.yml"),
                f"Die Region „{slug}“ gibt es nicht.",
                "--region mit dem Namen eines Ordners unter data/regionen angeben",
            )
        )
        return own
    reader = _Reader(root, folder, own.befunde)
    regions = reader.records(Region)
    own.region = regions[0] if regions else None
    own.gemeinden = reader.records(Gemeinde)
    own.schulformen = reader.records(Schulform)
    own.schulen = reader.editable(Schule)
    own.organisationen = reader.editable(Organisation)
    return own


def check_text(typ: type[Record], text: str, file: str) -> list[Befund]:
    """Return what keeps a new text of a file from being loaded; nothing when all is well."""
    node, befunde = load_yaml(text.encode(), file)
    if node is not None:
        befunde += read_records(node, typ, file).befunde
    return [b for b in befunde if b.stufe is Stufe.FEHLER]


class _Reader:
    def __init__(self, root: Path, folder: Path, befunde: list[Befund]) -> None:
        self.root = root
        self.folder = folder
        self.befunde = befunde

    def records(self, typ: type[R]) -> list[R]:
        """Return the valid records of all files of one type."""
        found: list[R] = []
        for path in self._paths(typ):
            data = self._bytes(path)
            if data is not None:
                found += self._read(typ, data, self._name(path)).values()
        return found

    def editable(self, typ: type[R]) -> list[Eigene[R]]:
        """Return all files of one type with their texts; the main file first, even if new."""
        files = []
        for path in self._paths(typ) or [self._main(typ)]:
            name, data = self._name(path), self._bytes(path)
            records = self._read(typ, data, name) if data is not None else {}
            text = data.decode("utf-8", errors="replace") if data is not None else ""
            try:
                satzdatei = Satzdatei(text)
            except UnlesbarError as error:
                satzdatei = Satzdatei("")
                if not has_fehler(self.befunde):
                    message = f"Die Datei lässt sich nicht fortschreiben: Sie enthält {error}."
                    remedy = "Schreiben Sie die Einträge untereinander, jeden ab „- id:“."
                    self.befunde.append(rules.BESTAND.befund(Ort(name), message, remedy))
            files.append(Eigene(path, name, data, records, satzdatei))
        return files

    def _main(self, typ: type[Record]) -> Path:
        folders = {
            Ordner.KATALOG: self.root / "data" / "katalog",
            Ordner.REGION: self.folder,
            Ordner.BESTAND: self.folder / "bestand",
        }
        return folders[typ.datei.ordner] / typ.datei.name

    def _paths(self, typ: type[Record]) -> list[Path]:
        main = self._main(typ)
        more = sorted(main.parent.glob(f"{main.stem}-*.yml"))
        return [path for path in (main, *more) if path.is_file()]

    def _name(self, path: Path) -> str:
        return path.relative_to(self.root).as_posix()

    def _bytes(self, path: Path) -> bytes | None:
        try:
            return path.read_bytes()
        except FileNotFoundError:
            return None
        except OSError:
            name = self._name(path)
            message = "Die Datei lässt sich nicht lesen."
            remedy = "Den Pfad und die Rechte der Datei prüfen"
            self.befunde.append(rules.BESTAND.befund(Ort(name), message, remedy))
            return None

    def _read(self, typ: type[R], data: bytes, name: str) -> dict[str, R]:
        if _only_comments(data):  # no fault here: the import fills it
            return {}
        node, befunde = load_yaml(data, name)
        gelesen = read_records(node, typ, name) if node is not None else Gelesen()
        self.befunde += [b for b in befunde + gelesen.befunde if b.stufe is Stufe.FEHLER]
        found: dict[str, R] = {}
        for record, _ in gelesen.records:
            if isinstance(record, typ):
                found.setdefault(record.id, record)
        return found


def _only_comments(data: bytes) -> bool:
    lines = data.decode("utf-8", errors="replace").splitlines()
    return all(not line.strip() or line.lstrip().startswith("#") for line in lines)
