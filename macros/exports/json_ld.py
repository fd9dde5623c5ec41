"""Schools, offices and services for search engines: schema.org as JSON-LD, never a person.

The vocabulary is named in the file itself, so that reading it needs no other one.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from macros.exports.catalog import ORDNER
from macros.exports.csv_files import VORFUEHRUNG
from macros.exports.json_files import encoded
from macros.exports.public import public_value
from macros.model.bestand import einmal
from macros.model.records import Kontakt, Organisation, Schule
from macros.model.records.organisation import Organisationsart as Art
from macros.model.records.region import Regionsstatus

if TYPE_CHECKING:
    from collections.abc import Iterable

    from macros.model.bestand import Bestand

DATEI: Final = f"{ORDNER}/institutionen.jsonld"
_CONTEXT: Final = {
    "@vocab": "https://schema.org/",
    "url": {"@type": "@id"},
    "parentOrganization": {"@type": "@id"},
}
_PUBLIC: Final = frozenset(
    {Art.KOMMUNE, Art.ZWECKVERBAND, Art.LAND, Art.SCHULAUFSICHT, Art.JUGENDAMT, Art.POLIZEI}
)
_NUMBER: Final = "Schulnummer"


@einmal
def institutions(bestand: Bestand) -> bytes:
    """Return all schools and organisations with the functions one can reach there.

    Args:
        bestand: the checked records of a region.
    """
    region = bestand.region
    base = f"{region.adresse.rstrip('/')}/"
    demonstration = region.status is Regionsstatus.VORFUEHRUNG
    contacts: dict[str, list[Kontakt]] = {}
    for kontakt in bestand.alle(Kontakt):
        if not kontakt.aufgehoben(bestand.stichtag):
            contacts.setdefault(kontakt.organisation.id, []).append(kontakt)
    found = [
        *(_school(schule, base) for schule in bestand.alle(Schule)),
        *(_body(o, contacts.get(o.id, ()), base) for o in bestand.alle(Organisation)),
    ]
    if demonstration:
        for entry in found:
            entry["disambiguatingDescription"] = VORFUEHRUNG
    return encoded({"@context": _CONTEXT, "@graph": found})


def _school(schule: Schule, base: str) -> dict[str, Any]:
    place = schule.koordinaten
    return _without_empty(
        {
            "@id": f"{base}service/gemeinden/{schule.gemeinde.id}/#{schule.id}",
            "@type": "School",
            "name": schule.name,
            "identifier": schule.schulnummer
            and {"@type": "PropertyValue", "propertyID": _NUMBER, "value": str(schule.schulnummer)},
            "parentOrganization": schule.schultraeger and _id(schule.schultraeger.ziel, base),
            **_reach(schule),
            "geo": place
            and {
                "@type": "GeoCoordinates",
                "latitude": str(place.breite),
                "longitude": str(place.laenge),
            },
        }
    )


def _body(organisation: Organisation, contacts: Iterable[Kontakt], base: str) -> dict[str, Any]:
    areas = (area for z in organisation.zustaendigkeit for area in z.orte)
    return _without_empty(
        {
            "@id": _id(organisation, base),
            "@type": "GovernmentOrganization" if organisation.art in _PUBLIC else "Organization",
            "name": organisation.name,
            "parentOrganization": organisation.teil_von and _id(organisation.teil_von.ziel, base),
            **_reach(organisation),
            "areaServed": list(dict.fromkeys(ort.ziel.name for ort in areas)),
            "contactPoint": [_contact(kontakt, base) for kontakt in contacts],
        }
    )


def _contact(kontakt: Kontakt, base: str) -> dict[str, Any]:
    area = kontakt.zustaendig
    return _without_empty(
        {
            "@id": f"{base}service/kontakte/#{kontakt.id}",
            "@type": "ContactPoint",
            "contactType": kontakt.funktion,
            "telephone": kontakt.telefon and kontakt.telefon.uri,
            "email": kontakt.email and str(kontakt.email),
            "description": kontakt.sprechzeiten,
            "areaServed": [ort.ziel.name for ort in area.orte] if area else [],
        }
    )


def _reach(record: Schule | Organisation) -> dict[str, Any]:
    values = {name: public_value(record, name) for name in ("strasse", "plz", "ort")}
    address = _without_empty(
        {
            "streetAddress": values["strasse"],
            "postalCode": values["plz"] and str(values["plz"]),
            "addressLocality": values["ort"],
        }
    )
    return {
        "address": {"@type": "PostalAddress", **address, "addressCountry": "DE"}
        if address
        else None,
        "telephone": record.telefon and record.telefon.uri,
        "email": record.email and str(record.email),
        "url": record.website and str(record.website),
    }


def _id(organisation: Organisation, base: str) -> str:
    return f"{base}service/netzwerk/#{organisation.id}"


def _without_empty(values: dict[str, Any]) -> dict[str, Any]:
    return {key: value for key, value in values.items() if value not in (None, "", [])}
