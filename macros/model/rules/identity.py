"""Rules about ids and numbers that must be unique or end somewhere."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, TypeVar

from macros.model import reference_rules as r
from macros.model.findings import Befund, Ort, Stufe, regel
from macros.model.link import references
from macros.model.records import Begriff, Gemeinde, Kontakt, Organisation, Programm, Region, Schule
from macros.model.records.region import Land
from macros.model.rules.check import per_record, when_complete, whole

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from macros.model.bestand import Bestand
    from macros.model.record import Record
    from macros.model.verweis import Verweis

R = TypeVar("R", bound="Record")

ORDNERNAME = regel(
    "R-301",
    Stufe.FEHLER,
    "Die Kennung der Region ist ihr Ordnername",
    "Befehle und Adressen benutzen den Ordnernamen.",
    "data/regionen/musterkreis/region.yml mit id: muster",
    "id: musterkreis",
)
SCHULNUMMER_DOPPELT = regel(
    "R-302",
    Stufe.FEHLER,
    "Jede Schulnummer gibt es nur einmal",
    "Die Schulnummer ist amtlich; zweimal dieselbe heißt, eine Schule steht doppelt.",
    'schulnummer: "190012" (zweimal)',
    'schulnummer: "190013"',
)
SCHULNUMMER_LAND = regel(
    "R-303",
    Stufe.FEHLER,
    "Die Schulnummer hat so viele Ziffern wie im Land üblich",
    "In Nordrhein-Westfalen sind es sechs, in Niedersachsen fünf. Eine Ziffer zu wenig fällt sonst "
    "erst auf, wenn der Abgleich mit der amtlichen Schulliste scheitert.",
    'schulnummer: "19012" (in Nordrhein-Westfalen)',
    'schulnummer: "190012"',
)
SCHLUESSEL_FREMD = regel(
    "R-304",
    Stufe.FEHLER,
    "Der Gemeindeschlüssel beginnt mit dem Schlüssel der Region",
    "Sonst gehörte die Gemeinde zu einem anderen Kreis; meist sind zwei Ziffern vertauscht.",
    'gemeindeschluessel: "05947040" (Region 05974)',
    'gemeindeschluessel: "05974040"',
)
_SCHULNUMMER_ZIFFERN: Final = {Land.NW: 6, Land.NI: 5}


def region_matches_folder(bestand: Bestand, slug: str) -> list[Befund]:
    """Find a region whose id is not its folder name."""
    return [
        ORDNERNAME.befund(
            bestand.ort(region, "id"),
            f"Die Kennung „{region.id}“ passt nicht zum Ordner „{slug}“.",
            f"id: {slug}",
            path=region.id,
        )
        for region in bestand.alle(Region)
        if region.id != slug
    ]


@whole
def unique_school_numbers(bestand: Bestand) -> Iterable[Befund]:
    """Find two schools with one official number."""
    first: dict[str, Schule] = {}
    for schule in bestand.alle(Schule):
        number = schule.schulnummer
        if number is None:
            continue
        if number in first:
            other = first[number]
            yield SCHULNUMMER_DOPPELT.befund(
                bestand.ort(schule, "schulnummer"),
                f"Die Schulnummer {number} steht schon bei „{other.id}“ "
                f"(Zeile {bestand.ort(other).line}).",
                "Einen der beiden Einträge löschen oder die Nummer berichtigen",
                path=f"{schule.id}.schulnummer",
            )
        first.setdefault(number, schule)


@per_record(Schule)
def school_number_fits_land(schule: Schule, bestand: Bestand) -> Iterable[Befund]:
    """Find school numbers with fewer or more digits than the Land gives."""
    land = bestand.region.land
    wanted = _SCHULNUMMER_ZIFFERN[land]
    if schule.schulnummer is not None and len(schule.schulnummer) != wanted:
        yield SCHULNUMMER_LAND.befund(
            bestand.ort(schule, "schulnummer"),
            f"Die Schulnummer {schule.schulnummer} hat {len(schule.schulnummer)} Ziffern; in "
            f"{land.label} sind es {wanted}.",
            "Die Nummer in der amtlichen Schulliste nachsehen und berichtigen",
            path=f"{schule.id}.schulnummer",
        )


@per_record(Gemeinde)
def municipality_in_region(gemeinde: Gemeinde, bestand: Bestand) -> Iterable[Befund]:
    """Find municipalities whose official key belongs to another region."""
    ags, key = bestand.region.ags, gemeinde.gemeindeschluessel
    if ags is not None and key is not None and not key.startswith(ags):
        yield SCHLUESSEL_FREMD.befund(
            bestand.ort(gemeinde, "gemeindeschluessel"),
            f"Der Gemeindeschlüssel {key} gehört nicht zur Region; er muss mit {ags} beginnen.",
            f'gemeindeschluessel: "{ags}{key[len(ags) :]}"',
            path=f"{gemeinde.id}.gemeindeschluessel",
        )


@per_record(Organisation)
def no_circle_of_parents(organisation: Organisation, bestand: Bestand) -> Iterable[Befund]:
    """Find an organisation that belongs to itself, directly or through others."""
    return circle(organisation, "teil_von", lambda o: o.teil_von, bestand)


@per_record(Kontakt)
def no_circle_of_successors(kontakt: Kontakt, bestand: Bestand) -> Iterable[Befund]:
    """Find a retired function whose successors lead back to it."""
    return circle(kontakt, "nachfolge", lambda k: k.nachfolge, bestand)


def circle(
    start: R, key: str, step: Callable[[R], Verweis[R] | None], bestand: Bestand
) -> Iterable[Befund]:
    """Find a record that a chain of references leads back to.

    Args:
        start: the record.
        key: the field with the reference.
        step: returns that reference of a record.
        bestand: the region's records.
    """
    seen = {start.id}
    following = step(start)
    while following is not None:
        if following.id == start.id:
            yield r.SELBSTVERWEIS.befund(
                bestand.ort(start, key),
                f"„{start.id}“ führt über „{key}“ auf sich selbst zurück.",
                f"Die Zeile „{key}:“ berichtigen oder löschen",
                path=f"{start.id}.{key}",
            )
        if following.id in seen:
            return
        seen.add(following.id)
        following = step(following.ziel)


@per_record(Begriff)
def no_term_refers_to_itself(begriff: Begriff, bestand: Bestand) -> Iterable[Befund]:
    """Find a term that names itself under „siehe“."""
    for number, verweis in enumerate(begriff.siehe):
        if verweis.id == begriff.id:
            yield r.SELBSTVERWEIS.befund(
                bestand.ort(begriff, "siehe", number),
                f"Der Begriff „{begriff.begriff}“ verweist unter „siehe“ auf sich selbst.",
                "Diesen Eintrag aus der Liste „siehe“ löschen",
                path=f"{begriff.id}.siehe",
            )


@when_complete
def everything_is_used(bestand: Bestand) -> Iterable[Befund]:
    """Find programmes nobody names and organisations that offer nothing and are named nowhere."""
    used = {
        (verweis.typ, verweis.id)
        for table in bestand.tables.values()
        for record in table.values()
        for _, verweis in references(record)
        if verweis.id != record.id
    }
    for programm in bestand.alle(Programm):
        if (Programm, programm.id) not in used:
            yield _orphan(programm, programm.name, bestand.ort(programm))
    for organisation in bestand.alle(Organisation):
        if (Organisation, organisation.id) in used or organisation.angebote:
            continue
        if organisation.anstellungstraeger or organisation.zustaendigkeit:
            continue
        if not (organisation.telefon or organisation.email):
            yield _orphan(organisation, organisation.name, bestand.ort(organisation))


def _orphan(record: Record, name: str, ort: Ort) -> Befund:
    return r.VERWAIST.befund(
        ort,
        f"Auf „{name}“ verweist kein anderer Eintrag.",
        "Den Eintrag löschen oder dort nennen, wo er gebraucht wird",
        path=record.id,
    )
