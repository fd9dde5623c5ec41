"""Which Schulträger become organisations, and which organisations already are one."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final

from macros.importers import rules
from macros.importers.difference import Eintrag, Feld, Unterschied, compare
from macros.importers.official_names import kennung_for
from macros.importers.resolve import usable_fields
from macros.importers.stand import QUELLE_TRAEGER, stand_key
from macros.model.nearest import fold
from macros.model.records import Organisation

if TYPE_CHECKING:
    from collections.abc import Mapping

    from macros.importers.nrw_traeger import Traeger
    from macros.importers.own_files import Eigene
    from macros.importers.yaml_edit import Satz
    from macros.model.findings import Befund

FELDER: Final[tuple[str, ...]] = (
    "id", "name", "art", "teil_von", "seit", "anstellungstraeger", "strasse", "plz", "ort",
    "adresse_geheim", "telefon", "email", "website", "oeffnungszeiten", "angebote",
    "zustaendigkeit", "traegernummer", "quelle",
)  # fmt: skip


@dataclass
class Organisationsplan:
    """What the list of Schulträger means for the organisations.

    Attributes:
        ids: Trägernummer → id of the organisation, existing and new.
        unterschied: the difference.
        befunde: findings.
    """

    ids: dict[str, str] = field(default_factory=dict)
    unterschied: Unterschied = field(default_factory=Unterschied)
    befunde: list[Befund] = field(default_factory=list)


def plan_organisations(
    files: list[Eigene[Organisation]], found: Mapping[str, Traeger], quelle: str
) -> Organisationsplan:
    """Compare the Schulträger with the organisations and edit their texts.

    An organisation that people wrote stays as it is; at most it gets the Trägernummer it lacks.
    One that came from this list is brought up to date when the list is a newer one: the list is
    published seldom, so a correction by hand is usually fresher than the same list read again.

    Args:
        files: the region's organisations.
        found: Trägernummer → Schulträger of the source, those the region's schools name.
        quelle: what new records name as their source.
    """
    plan = Organisationsplan()
    known, plan.befunde = _known(files)
    plan.ids = {number: organisation.id for number, (_, organisation) in known.items()}
    taken = {id for own in files for id in own.records}
    new: list[tuple[str, Traeger, dict[str, str]]] = []
    changed: list[Eintrag] = []
    stays: list[Eintrag] = []
    same = 0
    for number, traeger in found.items():
        own = known.get(number) or _namesake(files, traeger.felder["name"])
        if own is None:
            felder, faults = usable_fields(Organisation, traeger.felder, traeger.orte)
            plan.befunde += faults
            if felder is not None:
                id = kennung_for(felder["name"], number, taken)
                plan.ids[number] = id
                new.append((id, traeger, felder | {"quelle": quelle}))
            continue
        file, organisation = own
        plan.ids[number] = organisation.id
        change, stay = _update(file, organisation, traeger, quelle)
        entry = Eintrag(number, organisation.id, organisation.name)
        if change:
            changed.append(_with(entry, change))
        if stay:
            stays.append(_with(entry, stay))
        same += not change
    new.sort(key=lambda item: fold(item[2]["name"]))
    for id, _, felder in new:
        file, anchor = _anchor(files, felder["name"])
        ordered = {name: felder[name] for name in FELDER if name in felder}
        file.satzdatei.insert(anchor, {"id": id, **ordered})
    plan.unterschied = Unterschied(
        neu=tuple(Eintrag(t.nummer, id, felder["name"]) for id, t, felder in new),
        geaendert=tuple(changed),
        bleibt=tuple(stays),
        gleich=same,
    )
    return plan


def _known(
    files: list[Eigene[Organisation]],
) -> tuple[dict[str, tuple[Eigene[Organisation], Organisation]], list[Befund]]:
    known: dict[str, tuple[Eigene[Organisation], Organisation]] = {}
    befunde: list[Befund] = []
    for file in files:
        for organisation in file.records.values():
            number = organisation.traegernummer
            if not number:
                continue
            if number in known:
                other = known[number][1]
                befunde.append(
                    rules.BESTAND.befund(
                        file.ort(organisation.id, "traegernummer"),
                        f"Die Trägernummer {number} steht schon bei „{other.name}“ ({other.id}).",
                        "Lassen Sie die Trägernummer nur bei einer Organisation stehen.",
                    )
                )
            known.setdefault(number, (file, organisation))
    return known, befunde


def _namesake(
    files: list[Eigene[Organisation]], name: str
) -> tuple[Eigene[Organisation], Organisation] | None:
    """Return the organisation of that name that has no Trägernummer yet."""
    for file in files:
        for organisation in file.records.values():
            if not organisation.traegernummer and fold(organisation.name) == fold(name):
                return file, organisation
    return None


def _update(
    file: Eigene[Organisation], organisation: Organisation, traeger: Traeger, quelle: str
) -> tuple[list[Feld], list[Feld]]:
    satz = file.satz(organisation.id)
    if not organisation.traegernummer:
        file.satzdatei.set(satz, "traegernummer", traeger.nummer, FELDER)
        return [Feld("traegernummer", "", traeger.nummer)], []
    stand = stand_key(organisation.quelle or "", QUELLE_TRAEGER)
    if stand is None:
        return [], []
    values, _ = usable_fields(Organisation, traeger.felder, traeger.orte)
    own = {name: wert.text for name, wert in satz.felder.items()}
    change, _ = compare(own, values or {}, (), ())
    if stand >= (stand_key(quelle, QUELLE_TRAEGER) or stand):
        return [], change
    for difference in [*change, Feld("quelle", "", quelle)]:
        file.satzdatei.set(satz, difference.name, difference.neu, FELDER)
    return [*change, Feld("quelle", organisation.quelle or "", quelle)], []


def _with(entry: Eintrag, felder: list[Feld]) -> Eintrag:
    return Eintrag(entry.nummer, entry.id, entry.titel, tuple(felder))


def _anchor(
    files: list[Eigene[Organisation]], name: str
) -> tuple[Eigene[Organisation], Satz | None]:
    """Return the file and the record a new organisation follows.

    New Schulträger stand among the imported ones by name; the first import puts them at the end.
    """
    for file in files:
        saetze = file.satzdatei.saetze
        imported = [s for s in saetze if (s.get("quelle") or "").startswith(QUELLE_TRAEGER)]
        smaller = [s for s in imported if fold(s.get("name") or "") < fold(name)]
        if smaller:
            return file, smaller[-1]
        if imported:
            index = saetze.index(imported[0])
            return file, saetze[index - 1] if index else None
    last = files[0].satzdatei.saetze
    return files[0], last[-1] if last else None
