"""Rows of the source become fields of records: keys become ids, every value is checked."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final

from pydantic import ValidationError

from macros.importers import rules
from macros.importers.yaml_text import block
from macros.model.findings import Stufe
from macros.model.kennung import kennung_from
from macros.model.records import Schule

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from macros.importers.nrw_schools import Schulzeile
    from macros.model.findings import Befund, Ort
    from macros.model.record import Record
    from macros.model.records import Gemeinde

# The fields of a school in the order in which they are written.
FELDER: Final[tuple[str, ...]] = (
    "id", "schulnummer", "name", "kurzname", "schulform", "rechtsform", "schultraeger",
    "schulbetrieb", "gemeinde", "strasse", "plz", "ort", "telefon", "email", "website",
    "koordinaten.breite", "koordinaten.laenge", "quelle",
)  # fmt: skip


@dataclass(frozen=True)
class Schulsatz:
    """A school, ready to be compared and written.

    Attributes:
        nummer: Schulnummer.
        felder: field of the record → value, without ``id``, in the order of :data:`FELDER`.
    """

    nummer: str
    felder: dict[str, str]


def resolve_schools(
    zeilen: Iterable[Schulzeile],
    gemeinden: Iterable[Gemeinde],
    traeger: Mapping[str, str],
    quelle: str,
) -> tuple[list[Schulsatz], set[str], list[Befund]]:
    """Return the schools with ids in place of official keys.

    Args:
        zeilen: the schools of the source.
        gemeinden: the region's municipalities.
        traeger: Trägernummer → id of the organisation.
        quelle: what the records name as their source.

    Returns:
        The schools, the Schulnummern that could not be used, and the findings.
    """
    by_key = {g.gemeindeschluessel: g.id for g in gemeinden if g.gemeindeschluessel}
    homeless: dict[str, list[Schulzeile]] = {}
    schools: list[Schulsatz] = []
    unusable: set[str] = set()
    befunde: list[Befund] = []
    for zeile in zeilen:
        key = zeile.felder["gemeinde"]
        if key not in by_key:
            homeless.setdefault(key, []).append(zeile)
            unusable.add(zeile.nummer)
            continue
        values = zeile.felder | {"gemeinde": by_key[key], "quelle": quelle}
        traegernummer = values.pop("schultraeger", "")
        if traegernummer in traeger:
            values["schultraeger"] = traeger[traegernummer]
        ordered = {name: values[name] for name in FELDER if name in values}
        usable, faults = usable_fields(Schule, ordered, zeile.orte)
        befunde += faults
        if usable is None:
            unusable.add(zeile.nummer)
        else:
            schools.append(Schulsatz(zeile.nummer, usable))
    befunde += [_missing_gemeinde(key, rows, quelle) for key, rows in sorted(homeless.items())]
    return schools, unusable, befunde


def usable_fields(
    typ: type[Record], felder: Mapping[str, str], orte: Mapping[str, Ort]
) -> tuple[dict[str, str] | None, list[Befund]]:
    """Return the fields the model accepts; what it refuses is left out and said.

    Args:
        typ: the record type.
        felder: path of a field → value.
        orte: field → where it stands in the source; the empty name is the row.

    Returns:
        The fields, or None if one of them is needed, and the findings.
    """
    found = dict(felder)
    befunde: list[Befund] = []
    try:
        typ.model_validate(_nested({"id": "x", **found}))
    except ValidationError as error:
        for fault in error.errors():
            path = ".".join(str(part) for part in fault["loc"])
            top = path.partition(".")[0]
            needed = typ.model_fields[top].is_required()
            effect = "Der Eintrag wird ausgelassen." if needed else "Die Angabe wird ausgelassen."
            title = typ.model_fields[top].title or top
            befunde.append(
                rules.WERT.befund(
                    orte.get(top, orte[""]),
                    f"{felder.get('name', top)}, Feld {title}: {_german(fault)} {effect}",
                    "Berichtigen Sie die Zeile der Quelle oder tragen Sie die Angabe von Hand ein.",
                    stufe=Stufe.FEHLER if needed else None,
                )
            )
            if needed:
                return None, befunde
            for name in [n for n in found if n.partition(".")[0] == top]:
                del found[name]
    return found, befunde


def _german(fault: Any) -> str:
    """Return a validation error's text; pydantic's own English ones mean a missing value here."""
    return str(fault["msg"]) if str(fault["type"]).startswith("R-") else "Hier fehlt ein Wert."


def _nested(felder: Mapping[str, str]) -> dict[str, Any]:
    nested: dict[str, Any] = {}
    for path, value in felder.items():
        outer, _, inner = path.partition(".")
        if inner:
            nested.setdefault(outer, {})[inner] = value
        else:
            nested[outer] = value
    return nested


def _missing_gemeinde(key: str, rows: list[Schulzeile], quelle: str) -> Befund:
    """Return the finding for a municipality that is not there, with the finished record."""
    places = Counter(row.felder.get("ort", "") for row in rows if row.felder.get("ort"))
    name = places.most_common(1)[0][0] if places else "NAME"
    codes = sorted({row.felder["plz"] for row in rows if row.felder.get("plz")})
    record = block({"id": kennung_from(name) or "kennung", "name": name, "gemeindeschluessel": key})
    record += [f"  plz: [{', '.join(f'{chr(34)}{code}{chr(34)}' for code in codes)}]"] * bool(codes)
    record += [f"  quelle: {quelle}"]
    count = "Eine Schule liegt" if len(rows) == 1 else f"{len(rows)} Schulen liegen"
    return rules.GEMEINDE.befund(
        rows[0].orte["gemeinde"],
        f"{count} in einer Gemeinde, die in bestand/gemeinden.yml fehlt (Gemeindeschlüssel {key}).",
        "Diesen Eintrag in bestand/gemeinden.yml ergänzen, den Namen prüfen, noch einmal "
        "einlesen:\n" + "\n".join(record),
    )
