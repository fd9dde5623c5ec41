"""Rules about contacts: reachable, lawful numbers, retired functions, postcodes."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from macros.model import value_rules as r
from macros.model.contact_values import Telefonnummer
from macros.model.findings import Befund, Stufe, regel
from macros.model.nearest import fold
from macros.model.records import Gemeinde, Kontakt, Organisation, Person, Region, Schule
from macros.model.rules.check import per_record, whole

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from macros.model.bestand import Bestand
    from macros.model.record import Record

UNERREICHBAR = regel(
    "R-330",
    Stufe.WARNUNG,
    "Jeder Kontakt ist erreichbar",
    "Ein Kontakt ohne Telefon und E-Mail hilft niemandem.",
    "- id: koordination (ohne telefon und email)",
    "email: schulsozialarbeit@example.org",
)
OHNE_NACHFOLGE = regel(
    "R-331",
    Stufe.WARNUNG,
    "Aufgehobene Kontakte nennen die Nachfolge",
    "Ältere Fassungen rufen die Funktion weiter auf und zeigen dann, wer jetzt zuständig ist.",
    'aufgehoben_am: "2026-01-31"',
    'aufgehoben_am: "2026-01-31"\nnachfolge: koordination',
)
NACHFOLGE_OHNE_ENDE = regel(
    "R-332",
    Stufe.FEHLER,
    "Nur aufgehobene Kontakte haben eine Nachfolge",
    "Solange eine Funktion besteht, ist sie selbst zuständig.",
    "nachfolge: koordination",
    'aufgehoben_am: "2026-01-31"\nnachfolge: koordination',
)
AUFGEHOBEN_BENUTZT = regel(
    "R-333",
    Stufe.FEHLER,
    "Die Region nennt keine aufgehobenen Kontakte",
    "Koordinierungsstelle und Kinderschutz stehen auf jeder Seite und müssen erreichbar sein.",
    "koordinierungsstelle: alte-koordination",
    "koordinierungsstelle: koordination",
)
ALTER = regel(
    "R-334",
    Stufe.FEHLER,
    "Altersangaben beginnen mit dem kleineren Alter",
    "Meist sind die beiden Zahlen vertauscht.",
    'alter_von: "18"\nalter_bis: "6"',
    'alter_von: "6"\nalter_bis: "18"',
)
ZUSTAENDIG_DOPPELT = regel(
    "R-337",
    Stufe.FEHLER,
    "Eine Zuständigkeit ohne Orte steht allein",
    "Ohne „orte“ und „schulformen“ gilt sie für die ganze Region; eine zweite für dasselbe Thema "
    "widerspricht ihr oder wiederholt sie.",
    "- thema: sucht\n- thema: sucht\n  orte: [seehausen]",
    "- thema: sucht\n  orte: [seehausen]",
)
MOBIL_FEHLT = regel(
    "R-336",
    Stufe.FEHLER,
    "mobil_dienstlich steht nur bei einer Mobilnummer",
    "Ohne Nummer ist die Angabe ein Rest; vielleicht fehlt die Zeile davor.",
    "mobil_dienstlich: ja (ohne mobil)",
    "mobil: 0171 3920012\nmobil_dienstlich: ja",
)


@per_record(Kontakt)
def reachable(kontakt: Kontakt, bestand: Bestand) -> Iterable[Befund]:
    """Find a living function nobody can reach."""
    if kontakt.aufgehoben_am is None and not (kontakt.telefon or kontakt.mobil or kontakt.email):
        yield UNERREICHBAR.befund(
            bestand.ort(kontakt),
            f"„{kontakt.funktion}“ hat weder Telefon noch E-Mail.",
            "telefon: 030 23125-100 oder email: stelle@example.org ergänzen",
            path=kontakt.id,
        )


@per_record(Kontakt)
def successor(kontakt: Kontakt, bestand: Bestand) -> Iterable[Befund]:
    """Find a retired function without successor, or a living one with."""
    if kontakt.aufgehoben_am is not None and kontakt.nachfolge is None:
        yield OHNE_NACHFOLGE.befund(
            bestand.ort(kontakt, "aufgehoben_am"),
            f"„{kontakt.funktion}“ ist aufgehoben und nennt keine Nachfolge.",
            "nachfolge: koordination",
            path=kontakt.id,
        )
    if kontakt.aufgehoben_am is None and kontakt.nachfolge is not None:
        yield NACHFOLGE_OHNE_ENDE.befund(
            bestand.ort(kontakt, "nachfolge"),
            f"„{kontakt.funktion}“ hat eine Nachfolge, aber kein Datum der Aufhebung.",
            path=f"{kontakt.id}.nachfolge",
        )


@per_record(Region)
def region_names_living_contacts(region: Region, bestand: Bestand) -> Iterable[Befund]:
    """Find a retired function on every page."""
    places = [(region.koordinierungsstelle, ("koordinierungsstelle",))] + [
        (verweis, ("kinderschutz", number)) for number, verweis in enumerate(region.kinderschutz)
    ]
    for verweis, path in places:
        kontakt = bestand.finde(Kontakt, verweis.id)
        if kontakt and kontakt.aufgehoben_am and kontakt.aufgehoben_am <= bestand.stichtag:
            yield AUFGEHOBEN_BENUTZT.befund(
                bestand.ort(region, *path),
                f"Der Kontakt „{verweis.id}“ ist aufgehoben.",
                f"Die Nachfolge eintragen: {kontakt.nachfolge.id if kontakt.nachfolge else '…'}",
                path=f"{region.id}.{path[0]}",
            )


@per_record(Organisation)
def ages(organisation: Organisation, bestand: Bestand) -> Iterable[Befund]:
    """Find an offer for an age that ends before it begins."""
    for number, angebot in enumerate(organisation.angebote):
        low, high = angebot.alter_von, angebot.alter_bis
        if low is not None and high is not None and high < low:
            yield ALTER.befund(
                bestand.ort(organisation, "angebote", number, "alter_bis"),
                f"Das Angebot „{angebot.name}“ endet mit {high} Jahren "
                f"und beginnt mit {low} Jahren.",
                f'alter_von: "{high}"\nalter_bis: "{low}"',
                path=f"{organisation.id}.angebote",
            )


@per_record(Organisation)
def responsible_once(organisation: Organisation, bestand: Bestand) -> Iterable[Befund]:
    """Find a topic an organisation answers for everywhere and once more for some places."""
    everywhere: set[str] = set()
    named: set[str] = set()
    for number, part in enumerate(organisation.zustaendigkeit):
        topic = part.thema.id
        unlimited = not part.orte and not part.schulformen
        if topic in everywhere or (unlimited and topic in named):
            yield ZUSTAENDIG_DOPPELT.befund(
                bestand.ort(organisation, "zustaendigkeit", number, "thema"),
                f"„{topic}“ steht bei „{organisation.id}“ zweimal, einmal davon ohne Orte, also "
                "für die ganze Region.",
                "Die Orte ergänzen oder einen der beiden Einträge löschen",
                path=f"{organisation.id}.zustaendigkeit",
            )
        named.add(topic)
        if unlimited:
            everywhere.add(topic)


_WITH_NUMBERS: Final[tuple[type[Any], ...]] = (Kontakt, Organisation, Person, Schule)


@whole
def lawful_mobile_numbers(bestand: Bestand) -> Iterable[Befund]:
    """Find mobile numbers that are not said to be service numbers."""
    for record, key, number in _numbers(bestand):
        if not number.mobil:
            continue
        if key == "mobil" and record.mobil_dienstlich:
            continue
        yield r.MOBIL.befund(
            bestand.ort(record, key),
            f"„{key}“ enthält eine Mobilnummer, die nicht als dienstlich gekennzeichnet ist.",
            f"mobil: {number.text}\nmobil_dienstlich: ja (nur bei einem Diensthandy)",
            path=f"{record.id}.{key}",
        )


@whole
def service_mark_needs_number(bestand: Bestand) -> Iterable[Befund]:
    """Find the mark of a service number without the number."""
    records: list[Kontakt | Person] = [*bestand.alle(Kontakt), *bestand.alle(Person)]
    for record in records:
        if record.mobil_dienstlich and record.mobil is None:
            yield MOBIL_FEHLT.befund(
                bestand.ort(record, "mobil_dienstlich"),
                "„mobil_dienstlich“ ist angegeben, die Mobilnummer fehlt.",
                "Die Zeile „mobil: …“ ergänzen oder diese Zeile löschen",
                path=f"{record.id}.mobil_dienstlich",
            )


@whole
def usual_spelling(bestand: Bestand) -> Iterable[Befund]:
    """Hint at numbers that are shown in another spelling than the file's."""
    for record, key, number in _numbers(bestand):
        if number.roh != number.text:
            yield r.SCHREIBWEISE.befund(
                bestand.ort(record, key),
                f"Die Seite zeigt „{number.roh}“ als „{number.text}“.",
                f"{key}: {number.text}",
                path=f"{record.id}.{key}",
            )


def _numbers(bestand: Bestand) -> Iterator[tuple[Any, str, Telefonnummer]]:
    for typ in _WITH_NUMBERS:
        for record in bestand.alle(typ):
            for key in ("telefon", "mobil"):
                number = getattr(record, key, None)
                if isinstance(number, Telefonnummer):
                    yield record, key, number


@whole
def postcode_fits_place(bestand: Bestand) -> Iterable[Befund]:
    """Find postcodes that the municipality does not have."""
    by_name = {fold(gemeinde.name): gemeinde for gemeinde in bestand.alle(Gemeinde)}
    for schule in bestand.alle(Schule):
        gemeinde = bestand.finde(Gemeinde, schule.gemeinde.id)
        if gemeinde:
            yield from _postcode(schule, schule.plz, gemeinde, bestand)
    for organisation in bestand.alle(Organisation):
        gemeinde = by_name.get(fold(organisation.ort or ""))
        if gemeinde:
            yield from _postcode(organisation, organisation.plz, gemeinde, bestand)


def _postcode(
    record: Record, plz: str | None, gemeinde: Gemeinde, bestand: Bestand
) -> Iterable[Befund]:
    if plz is not None and gemeinde.plz and plz not in gemeinde.plz:
        yield r.PLZ_ORT.befund(
            bestand.ort(record, "plz"),
            f"Die Postleitzahl {plz} gehört nicht zu {gemeinde.name} ({', '.join(gemeinde.plz)}).",
            f'plz: "{gemeinde.plz[0]}"',
            path=f"{record.id}.plz",
        )
