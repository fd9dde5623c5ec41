"""Rules about persons: legal basis, term, workload."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING, Final

from macros.model.findings import Befund, Stufe, regel
from macros.model.german import date_text, number_text
from macros.model.records import Person
from macros.model.records.person import Grundlage
from macros.model.records.region import Land
from macros.model.records.stelle import Stellenstatus
from macros.model.rules.check import per_record

if TYPE_CHECKING:
    from collections.abc import Iterable

    from macros.model.bestand import Bestand

FULL_TIME: Final = Decimal(1)

VZAE_PERSON = regel(
    "R-310",
    Stufe.FEHLER,
    "Die Stellen einer Person ergeben höchstens 1,0 VZÄ",
    "Mehr als eine volle Stelle kann niemand besetzen; meist ist ein Anteil vertippt.",
    "Stellen einer Person: 0,75 + 0,5",
    "Stellen einer Person: 0,5 + 0,5",
)
ABGELAUFEN = regel(
    "R-311",
    Stufe.WARNUNG,
    "Die Veröffentlichung eines Namens ist nicht abgelaufen",
    "Nach diesem Tag zeigt die Seite die Funktion ohne Namen. Die Angaben müssen erneuert oder "
    "gelöscht werden.",
    'gueltig_bis: "2025-07-31"',
    'gueltig_bis: "2027-07-31"',
)
OHNE_FUNKTION = regel(
    "R-312",
    Stufe.WARNUNG,
    "Eine Person gehört zu einem Kontakt oder einer Stelle",
    "Ohne Zuordnung erscheint der Name nirgends; dann sollte er auch nicht gespeichert sein.",
    "- id: p-001 (ohne kontakte und stellen)",
    "kontakte: [koordination]",
)
GRUNDLAGE_LAND = regel(
    "R-313",
    Stufe.FEHLER,
    "Die Rechtsgrundlage gilt im Land der Region",
    "Das Informationsfreiheitsgesetz NRW gilt nur in Nordrhein-Westfalen.",
    "grundlage: ifg_nrw (in Niedersachsen)",
    "grundlage: einwilligung",
)
UNBESETZT_MIT_PERSON = regel(
    "R-314",
    Stufe.FEHLER,
    "Auf einer unbesetzten Stelle sitzt niemand",
    "Entweder ist die Stelle besetzt, oder die Zuordnung der Person ist veraltet.",
    "status: unbesetzt (mit Person)",
    "status: besetzt",
)


@per_record(Person)
def workload(person: Person, bestand: Bestand) -> Iterable[Befund]:
    """Find a person whose posts add up to more than full time."""
    total = sum((verweis.ziel.vzae for verweis in person.stellen), Decimal(0))
    if total > FULL_TIME:
        yield VZAE_PERSON.befund(
            bestand.ort(person, "stellen"),
            f"Die Stellen dieser Person ergeben {number_text(total)} VZÄ; "
            "höchstens 1,0 ist möglich.",
            "Die Anteile (vzae) der Stellen prüfen oder eine Stelle hier streichen",
            path=f"{person.id}.stellen",
        )


@per_record(Person)
def publication_expired(person: Person, bestand: Bestand) -> Iterable[Befund]:
    """Find a name whose publication has ended; it is hidden by itself."""
    end = person.gueltig_bis
    if end is not None and end < bestand.stichtag:
        yield ABGELAUFEN.befund(
            bestand.ort(person, "gueltig_bis"),
            f"Die Veröffentlichung ist am {date_text(end)} abgelaufen. "
            "Der Name wird nicht mehr gezeigt.",
            "Neu informieren und gueltig_bis erneuern, oder den Eintrag löschen",
            path=f"{person.id}.gueltig_bis",
        )


@per_record(Person)
def has_function(person: Person, bestand: Bestand) -> Iterable[Befund]:
    """Find a name that nothing on the site needs."""
    if not person.kontakte and not person.stellen:
        yield OHNE_FUNKTION.befund(
            bestand.ort(person),
            f"„{person.id}“ ist keinem Kontakt und keiner Stelle zugeordnet.",
            path=person.id,
        )


@per_record(Person)
def basis_fits_land(person: Person, bestand: Bestand) -> Iterable[Befund]:
    """Find the NRW basis outside NRW."""
    land = bestand.region.land
    if person.grundlage is Grundlage.IFG_NRW and land is not Land.NW:
        yield GRUNDLAGE_LAND.befund(
            bestand.ort(person, "grundlage"),
            f"„ifg_nrw“ gilt nicht in {land.label}.",
            path=f"{person.id}.grundlage",
        )


@per_record(Person)
def vacant_post_has_no_person(person: Person, bestand: Bestand) -> Iterable[Befund]:
    """Find a person on a post that is said to be vacant."""
    for number, verweis in enumerate(person.stellen):
        if verweis.ziel.status is Stellenstatus.UNBESETZT:
            yield UNBESETZT_MIT_PERSON.befund(
                bestand.ort(person, "stellen", number),
                f"Die Stelle „{verweis.id}“ ist als unbesetzt gemeldet, hat hier aber eine Person.",
                "Hier die Stelle streichen oder ihren status auf besetzt setzen",
                path=f"{person.id}.stellen",
            )
