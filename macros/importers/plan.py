"""The school import as a plan: read, compare, and the new texts; nothing is written here."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from macros.importers import rules
from macros.importers.delimited import Tabelle, read_table
from macros.importers.difference import Unterschied
from macros.importers.nrw_schools import Schulquelle, read_schools
from macros.importers.nrw_traeger import Traeger, read_traeger
from macros.importers.own_files import Eigene, check_text, load_own, region_folder
from macros.importers.plan_organisations import plan_organisations
from macros.importers.plan_schools import plan_schools
from macros.importers.resolve import resolve_schools
from macros.importers.stand import QUELLE_SCHULEN, QUELLE_TRAEGER, stand_key, stand_of
from macros.model.findings import Befund, Ort, has_fehler, sorted_befunde
from macros.model.records import Organisation, Schule

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from macros.model.record import Record


@dataclass(frozen=True)
class NeuerText:
    """A file that would be written.

    Attributes:
        path: where it goes.
        file: the same, relative to the project's root.
        alt: the bytes the plan was made from; None if the file is new.
        neu: the bytes it would hold.
    """

    path: Path
    file: str
    alt: bytes | None
    neu: bytes


@dataclass(frozen=True)
class Importplan:
    """What an import would do.

    Attributes:
        region: the region's name.
        quelle: the source with its Stand; empty if it could not be read.
        gelesen: how the source was read, for the report.
        zeilen: rows of the whole source.
        zeilen_region: rows of the region.
        ausgelassen: rows that are no schools or dissolved ones.
        schulen: the difference of the schools.
        traeger: the difference of the organisations.
        texte: the files that would be written, in the order of writing.
        befunde: all findings, sorted.
    """

    region: str
    quelle: str = ""
    gelesen: str = ""
    zeilen: int = 0
    zeilen_region: int = 0
    ausgelassen: int = 0
    schulen: Unterschied = field(default_factory=Unterschied)
    traeger: Unterschied = field(default_factory=Unterschied)
    texte: tuple[NeuerText, ...] = ()
    befunde: tuple[Befund, ...] = ()

    @property
    def schreibbar(self) -> bool:
        """Whether the plan may be written: no finding blocks."""
        return not has_fehler(list(self.befunde))


def plan_school_import(
    root: Path,
    slug: str,
    schools_file: Path,
    traeger_file: Path | None = None,
    *,
    stand: str | None = None,
    traeger_stand: str | None = None,
) -> Importplan:
    """Compare the ministry's school list with a region.

    Args:
        root: the project's root folder.
        slug: the region's folder name below ``data/regionen``.
        schools_file: the Schulgrunddaten (CSV).
        traeger_file: the list of Schulträger (CSV); without it only Schulträger that are already
            among the organisations are joined.
        stand: year and month of the school list (``2026-04``); its file name says it otherwise.
        traeger_stand: the same for the list of Schulträger.

    Returns:
        The plan. It holds findings for everything that is wrong and never raises for bad input.
    """
    own = load_own(root, slug)
    if own.region is None or has_fehler(own.befunde):
        return _refused(slug, own.befunde)
    befunde = list(own.befunde)
    if not own.region.ags:
        message = "Ohne amtlichen Schlüssel (ags) ist unklar, welche Schulen zur Region gehören."
        where = Ort(f"data/regionen/{slug}/region.yml")
        return _refused(slug, [rules.BESTAND.befund(where, message, 'ags: "05974"')])
    tabelle, faults = read_table(schools_file, schools_file.name)
    stand_text, stand_faults = stand_of(stand, schools_file.name, "--stand")
    befunde += faults + (stand_faults if tabelle else [])
    traeger_tabelle, traeger_quelle = None, ""
    if traeger_file is not None:
        traeger_tabelle, faults = read_table(traeger_file, traeger_file.name)
        text, stand_faults = stand_of(traeger_stand, traeger_file.name, "--traeger-stand")
        befunde += faults + stand_faults
        traeger_quelle = f"{QUELLE_TRAEGER} {text}"
    if tabelle is None or has_fehler(befunde):
        return _refused(own.region.name, befunde)

    schluessel = {key: form.id for form in own.schulformen for key in form.schluessel_nw}
    quelle = read_schools(tabelle, own.region.ags, schluessel)
    befunde += quelle.befunde
    quelle_text = f"{QUELLE_SCHULEN} {stand_text}"
    if quelle.felder and not quelle.zeilen_region and not has_fehler(befunde):
        befunde.append(_wrong_region(tabelle, own.region.ags, own.region.name))
    if has_fehler(befunde) and not quelle.schulen:
        return _refused(own.region.name, befunde)

    numbers = {s.felder["schultraeger"] for s in quelle.schulen if "schultraeger" in s.felder}
    found: dict[str, Traeger] = {}
    if traeger_tabelle is not None:
        found, faults = read_traeger(traeger_tabelle, numbers)
        befunde += faults
    organisations = plan_organisations(own.organisationen, found, traeger_quelle)
    befunde += organisations.befunde
    befunde += _unknown_traeger(quelle, organisations.ids, traeger_file)

    schools, unusable, faults = resolve_schools(
        quelle.schulen, own.gemeinden, organisations.ids, quelle_text
    )
    befunde += faults
    quelle.unlesbar |= unusable
    school_plan = plan_schools(
        own.schulen, own.gemeinden, schools, quelle, root, region_folder(root, slug)
    )
    befunde += school_plan.befunde + _too_old(own.schulen, quelle_text, tabelle.file)
    texte, faults = _texts(own.organisationen, own.schulen)
    befunde += faults
    return Importplan(
        region=own.region.name,
        quelle=quelle_text,
        gelesen=f"{tabelle.zeichensatz}, Trennzeichen {_shown(tabelle.trennzeichen)}",
        zeilen=quelle.zeilen,
        zeilen_region=quelle.zeilen_region,
        ausgelassen=len(quelle.ausgelassen),
        schulen=school_plan.unterschied,
        traeger=organisations.unterschied,
        texte=texte,
        befunde=tuple(sorted_befunde(befunde)),
    )


def _refused(region: str, befunde: Iterable[Befund]) -> Importplan:
    return Importplan(region=region, befunde=tuple(sorted_befunde(list(befunde))))


def _shown(delimiter: str) -> str:
    return "Tabulator" if delimiter == "\t" else f"„{delimiter}“"


def _wrong_region(tabelle: Tabelle, ags: str, region: str) -> Befund:
    return rules.UMFANG.befund(
        Ort(tabelle.file, tabelle.kopf[0].line),
        f"Die Datei enthält keine Zeile für {region}: Kein Gemeindeschlüssel beginnt mit {ags}.",
        "Prüfen Sie, ob es die richtige Datei ist und ob ags in region.yml stimmt.",
    )


def _unknown_traeger(
    quelle: Schulquelle, ids: dict[str, str], traeger_file: Path | None
) -> list[Befund]:
    """Return one finding per Schulträger that is neither in the list nor in the region."""
    missing: dict[str, list[str]] = {}
    where: dict[str, Ort] = {}
    for school in quelle.schulen:
        number = school.felder.get("schultraeger", "")
        if number not in ids:
            missing.setdefault(number, []).append(school.nummer)
            where.setdefault(number, school.orte["schultraeger"])
    remedy = (
        "Legen Sie den Träger in bestand/organisationen.yml mit dieser traegernummer an."
        if traeger_file
        else "Geben Sie die Trägerliste an: --traeger schultraeger_2022-12.csv"
    )
    return [
        rules.TRAEGER.befund(
            where[number],
            f"{f'Der Schulträger {number} ist nicht bekannt' if number else 'Es fehlt der Träger'} "
            f"(Schulen: {', '.join(schools)}). Das Feld Schulträger bleibt unverändert.",
            remedy,
        )
        for number, schools in sorted(missing.items())
    ]


def _too_old(schulen: list[Eigene[Schule]], quelle: str, file: str) -> list[Befund]:
    """Return a finding if the region already holds a newer Stand than the source."""
    stand = stand_key(quelle, QUELLE_SCHULEN) or (0, 0)
    records = [record for own in schulen for record in own.records.values()]
    newer = {
        record.quelle
        for record in records
        if record.quelle and (stand_key(record.quelle, QUELLE_SCHULEN) or stand) > stand
    }
    return [
        rules.AELTER.befund(
            Ort(file),
            f"Die Datei ist älter ({quelle}) als das, was schon eingelesen ist ({text}).",
            "Lesen Sie die neueste Datei ein.",
        )
        for text in sorted(newer)[:1]
    ]


def _texts(
    organisationen: list[Eigene[Organisation]], schulen: list[Eigene[Schule]]
) -> tuple[tuple[NeuerText, ...], list[Befund]]:
    """Return the files that would change; organisations first, since schools refer to them."""
    texts: list[NeuerText] = []
    befunde: list[Befund] = []
    files: list[tuple[type[Record], Eigene[Organisation] | Eigene[Schule]]] = [
        *((Organisation, e) for e in organisationen),
        *((Schule, e) for e in schulen),
    ]
    for typ, own in files:
        new = own.satzdatei.result().encode()
        if new == own.daten or (own.daten is None and not new):
            continue
        if not (own.daten or b"").strip():
            new = _head(typ).encode() + new
        befunde += check_text(typ, new.decode(), own.file)
        texts.append(NeuerText(own.path, own.file, own.daten, new))
    return tuple(texts), befunde


def _head(typ: type[Record]) -> str:
    lines = (
        f"yaml-language-server: $schema=../../../schema/{typ.datei.name[:-4]}.schema.json",
        f"{typ.datei.mehrzahl}, eingelesen mit „rahmen einlesen schulen“ aus den Schulgrunddaten",
        "des Ministeriums für Schule und Bildung NRW (Auszug, geändert; Lizenz: region.yml).",
        "Eigene Felder, Kommentare und die Reihenfolge bleiben beim nächsten Einlesen erhalten.",
    )
    return "".join(f"# {line}\n" for line in lines) + "\n"
