"""What portals need to know about the open data: a DCAT-AP.de catalogue as JSON-LD.

Vocabularies: DCAT (W3C), DCAT-AP.de with its lists of licences and of administrative districts,
the EU lists of themes, languages and file types. A contributorID is left out: portals assign it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from macros.exports.catalog import DATENSAETZE, ORDNER, SCHEMA_VERSION
from macros.exports.csv_files import VORFUEHRUNG
from macros.exports.json_files import encoded
from macros.model.bestand import einmal
from macros.model.german import listed
from macros.model.records.region import Regionsart, Regionsstatus

if TYPE_CHECKING:
    from collections.abc import Sequence

    from macros.exports.catalog import Datensatz
    from macros.model.bestand import Bestand
    from macros.model.records.region import Datenquelle

DATEI: Final = f"{ORDNER}/katalog.jsonld"
SEITE: Final = f"{ORDNER}/"
_EU: Final = "http://publications.europa.eu/resource/authority"
_DE: Final = "http://dcat-ap.de/def"
CC_BY: Final = f"{_DE}/licenses/cc-by/4.0"
_LICENCES: Final = {"https://www.govdata.de/dl-de/by-2-0": f"{_DE}/licenses/dl-by-de/2.0"}
_OTHER: Final = f"{_DE}/licenses/other-open"
_THEMES: Final = (f"{_EU}/data-theme/EDUC", f"{_EU}/data-theme/SOCI")
_IANA: Final = "https://www.iana.org/assignments/media-types"
_FORMATS: Final = (
    ("csv", "Tabelle (CSV)", f"{_IANA}/text/csv", f"{_EU}/file-type/CSV"),
    ("json", "Für Programme (JSON)", f"{_IANA}/application/json", f"{_EU}/file-type/JSON"),
)
_CONTEXT: Final = {
    "dcat": "http://www.w3.org/ns/dcat#",
    "dct": "http://purl.org/dc/terms/",
    "dcatde": "http://dcat-ap.de/def/dcatde/",
    "foaf": "http://xmlns.com/foaf/0.1/",
    "vcard": "http://www.w3.org/2006/vcard/ns#",
    "owl": "http://www.w3.org/2002/07/owl#",
    "xsd": "http://www.w3.org/2001/XMLSchema#",
}


@einmal
def catalogue(bestand: Bestand) -> bytes:
    """Return the catalogue of all open-data sets.

    Args:
        bestand: the checked records of a region.
    """
    region = bestand.region
    base = f"{region.adresse.rstrip('/')}/"
    demonstration = region.status is Regionsstatus.VORFUEHRUNG
    note = f" {VORFUEHRUNG}." if demonstration else ""
    publisher = {"@id": f"{base}{DATEI}#herausgeber"}
    catalog = {
        "@id": f"{base}{DATEI}",
        "@type": "dcat:Catalog",
        "dct:title": _de(f"Offene Daten: Schulsozialarbeit {region.im_satz}"),
        "dct:description": _de(
            f"{listed([d.titel for d in DATENSAETZE])} der Schulsozialarbeit, ohne Namen von "
            f"Personen.{note}"
        ),
        "dct:publisher": publisher,
        "dct:language": _ref(f"{_EU}/language/DEU"),
        "dct:license": _ref(CC_BY),
        "dct:modified": _day(bestand),
        "foaf:homepage": _ref(f"{base}{SEITE}"),
        "dcat:themeTaxonomy": _ref(f"{_EU}/data-theme"),
        "dcat:dataset": [_dataset(bestand, d, base, note) for d in DATENSAETZE],
    }
    body = {
        **publisher,
        "@type": "foaf:Organization",
        "foaf:name": _de(region.anbieter.name),
        "foaf:homepage": _ref(base),
    }
    return encoded({"@context": _CONTEXT, "@graph": [catalog, body]})


def _dataset(bestand: Bestand, datensatz: Datensatz, base: str, note: str) -> dict[str, Any]:
    region = bestand.region
    address = f"{base}{DATEI}#{datensatz.name}"
    contact = {
        "@id": f"{base}{DATEI}#kontakt",
        "@type": "vcard:Organization",
        "vcard:fn": region.anbieter.name,
        "vcard:hasEmail": _ref(f"mailto:{region.anbieter.email}"),
    }
    found = {
        "@id": address,
        "@type": "dcat:Dataset",
        "dct:identifier": address,
        "dct:title": _de(f"{datensatz.titel} der Schulsozialarbeit {region.im_satz}"),
        "dct:description": _de(f"{_sentence(datensatz.beschreibung)}{note}"),
        "dct:publisher": {"@id": f"{base}{DATEI}#herausgeber"},
        "dcat:contactPoint": contact,
        "dcat:theme": [_ref(theme) for theme in _THEMES],
        "dcat:keyword": [_de(word) for word in ("Schulsozialarbeit", datensatz.titel)],
        "dct:language": _ref(f"{_EU}/language/DEU"),
        "dct:modified": _day(bestand),
        "dcat:landingPage": _ref(f"{base}{SEITE}"),
        "owl:versionInfo": SCHEMA_VERSION,
        "dct:conformsTo": _ref(f"{base}{datensatz.pfad('schema.json')}"),
        "dcat:distribution": [_distribution(bestand, datensatz, base, *form) for form in _FORMATS],
    }
    return found | _district(bestand)


def _district(bestand: Bestand) -> dict[str, Any]:
    """Return which area the data are about, where the official key is on record."""
    key = bestand.region.ags or ""
    if len(key) != 5:
        return {}
    found = {"dcatde:politicalGeocodingURI": _ref(f"{_DE}/politicalGeocoding/districtKey/{key}")}
    if bestand.region.art is Regionsart.KREIS:
        level = f"{_DE}/politicalGeocoding/Level/administrativeDistrict"
        found["dcatde:politicalGeocodingLevelURI"] = _ref(level)
    return found


def _distribution(
    bestand: Bestand,
    datensatz: Datensatz,
    base: str,
    ending: str,
    title: str,
    media: str,
    form: str,
) -> dict[str, Any]:
    sources = () if datensatz.eigener_text else bestand.region.quellen
    found = {
        "@id": f"{base}{DATEI}#{datensatz.name}-{ending}",
        "@type": "dcat:Distribution",
        "dct:title": _de(f"{datensatz.titel}, {title}"),
        "dcat:accessURL": _ref(f"{base}{SEITE}"),
        "dcat:downloadURL": _ref(f"{base}{datensatz.pfad(ending)}"),
        "dcat:mediaType": _ref(media),
        "dct:format": _ref(form),
        "dct:license": _ref(licence(sources)),
        "dct:language": _ref(f"{_EU}/language/DEU"),
        "dct:modified": _day(bestand),
    }
    if sources:
        found["dcatde:licenseAttributionByText"] = _de(
            "; ".join(", ".join((s.herausgeber, s.name, s.stand, s.lizenz)) for s in sources)
        )
    return found


def licence(quellen: Sequence[Datenquelle]) -> str:
    """Return the one licence a portal may show.

    Own data are CC BY 4.0. Foreign data keep theirs if all have the same and the list of
    DCAT-AP.de knows it; several at once are named in the attribution and are „other, open“ here.
    """
    if not quellen:
        return CC_BY
    found = {_LICENCES.get(quelle.lizenz_website or "", _OTHER) for quelle in quellen}
    return found.pop() if len(found) == 1 else _OTHER


def _sentence(text: str) -> str:
    return f"{text[:1].upper()}{text[1:]}."


def _de(text: str) -> dict[str, str]:
    return {"@value": text, "@language": "de"}


def _ref(address: str) -> dict[str, str]:
    return {"@id": address}


def _day(bestand: Bestand) -> dict[str, str]:
    return {"@value": bestand.stichtag.isoformat(), "@type": "xsd:date"}
