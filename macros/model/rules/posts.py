"""Rules about posts: shares, terms, vacancies, schools without one."""

from __future__ import annotations

from collections import Counter
from datetime import timedelta
from decimal import Decimal
from typing import TYPE_CHECKING, Final

from macros.model.findings import Befund, Ort, Stufe, regel
from macros.model.german import date_text, number_text
from macros.model.records import Schule, Stelle
from macros.model.records.stelle import Stellenstatus
from macros.model.rules.check import per_record, when_complete

if TYPE_CHECKING:
    from collections.abc import Iterable

    from macros.model.bestand import Bestand

EXPIRY_WINDOW: Final = timedelta(days=180)

VZAE_STELLE = regel(
    "R-320",
    Stufe.FEHLER,
    "Eine Stelle hat höchstens 1,0 VZÄ",
    "Eine Stelle kann auf Schulen verteilt sein, aber nie größer werden als eine volle.",
    'vzae: "0,75" und vzae: "0,5"',
    'vzae: "0,5" und vzae: "0,5"',
)
SCHULE_DOPPELT = regel(
    "R-321",
    Stufe.FEHLER,
    "Jede Schule steht bei einer Stelle nur einmal",
    "Sonst würde der Anteil doppelt gezählt.",
    "einsatz: zweimal gs-am-see",
    'einsatz:\n  - schule: gs-am-see\n    vzae: "0,75"',
)
ENDE_VOR_ANFANG = regel(
    "R-322",
    Stufe.FEHLER,
    "Das Ende liegt nicht vor dem Anfang",
    "Meist sind zwei Daten vertauscht.",
    'befristet_ab: "2026-08-01"\nbefristet_bis: "2025-07-31"',
    'befristet_ab: "2026-08-01"\nbefristet_bis: "2027-07-31"',
)
BEFRISTUNG_VORBEI = regel(
    "R-323",
    Stufe.WARNUNG,
    "Befristete Stellen laufen noch",
    "Die Seite zeigt sonst eine Stelle, die es nicht mehr gibt.",
    'befristet_bis: "2025-07-31"',
    'befristet_bis: "2027-07-31"',
)
BEFRISTUNG_BALD = regel(
    "R-324",
    Stufe.HINWEIS,
    "Befristete Stellen enden in den nächsten 180 Tagen",
    "Zeit, über die Verlängerung zu sprechen.",
    'befristet_bis: "2027-01-31"',
    "Verlängerung klären, dann befristet_bis erneuern",
)
STATUS_PASST = regel(
    "R-325",
    Stufe.FEHLER,
    "Besetzung und Datum widersprechen sich nicht",
    "„unbesetzt_seit“ gehört nur zu einer unbesetzten Stelle.",
    'status: besetzt\nunbesetzt_seit: "2026-02-01"',
    'status: unbesetzt\nunbesetzt_seit: "2026-02-01"',
)
OHNE_VERTRETUNG = regel(
    "R-326",
    Stufe.WARNUNG,
    "Unbesetzte Stellen nennen eine Vertretung",
    "Die Schule braucht auch jetzt eine Nummer, die sie anrufen kann.",
    "status: unbesetzt",
    "status: unbesetzt\nvertretung: koordination",
)
VERTRETUNG_SELBST = regel(
    "R-327",
    Stufe.WARNUNG,
    "Niemand vertritt sich selbst",
    "Kontakt und Vertretung einer Stelle müssen verschieden sein.",
    "kontakt: sozialarbeit-nord\nvertretung: sozialarbeit-nord",
    "kontakt: sozialarbeit-nord\nvertretung: koordination",
)
SCHULEN_OHNE_STELLE = regel(
    "R-328",
    Stufe.HINWEIS,
    "Schulen ohne gemeldete Stelle",
    "Sie erscheinen als „noch nicht gemeldet“. Die Zahl zeigt, wo nachzufragen ist.",
    "12 Schulen, davon 3 ohne Stelle",
    "Die Stelle in stellen.yml eintragen",
)
OHNE_KONTAKT = regel(
    "R-329",
    Stufe.WARNUNG,
    "Jede Stelle nennt einen Kontakt",
    "Ohne Kontakt zeigt die Seite bei der Schule niemanden, den man anrufen kann.",
    "- id: st-001 (ohne kontakt)",
    "kontakt: koordination",
)


@per_record(Stelle)
def share_at_most_full(stelle: Stelle, bestand: Bestand) -> Iterable[Befund]:
    """Find a post larger than full time."""
    if stelle.vzae > Decimal(1):
        yield VZAE_STELLE.befund(
            bestand.ort(stelle, "einsatz", len(stelle.einsatz) - 1, "vzae"),
            f"Die Anteile der Stelle „{stelle.id}“ ergeben {number_text(stelle.vzae)} VZÄ; "
            "höchstens 1,0 ist möglich.",
            path=f"{stelle.id}.einsatz",
        )


@per_record(Stelle)
def each_school_once(stelle: Stelle, bestand: Bestand) -> Iterable[Befund]:
    """Find a school named twice in one post."""
    seen: Counter[str] = Counter()
    for number, einsatz in enumerate(stelle.einsatz):
        seen[einsatz.schule.id] += 1
        if seen[einsatz.schule.id] == 2:
            yield SCHULE_DOPPELT.befund(
                bestand.ort(stelle, "einsatz", number, "schule"),
                f"Die Schule „{einsatz.schule.id}“ steht bei „{stelle.id}“ zweimal.",
                path=f"{stelle.id}.einsatz",
            )


@per_record(Stelle)
def term(stelle: Stelle, bestand: Bestand) -> Iterable[Befund]:
    """Find a term that ends before it begins, has ended, or ends soon."""
    end = stelle.befristet_bis
    if end is None:
        return
    ort, path = bestand.ort(stelle, "befristet_bis"), f"{stelle.id}.befristet_bis"
    start = stelle.befristet_ab
    if start is not None and end < start:
        yield ENDE_VOR_ANFANG.befund(
            ort,
            f"Das Ende ({date_text(end)}) liegt vor dem Anfang ({date_text(start)}).",
            path=path,
        )
    if end < bestand.stichtag:
        yield BEFRISTUNG_VORBEI.befund(
            ort,
            f"Die Befristung ist am {date_text(end)} ausgelaufen.",
            "Das neue Ende eintragen oder die Stelle löschen",
            path=path,
        )
    elif end <= bestand.stichtag + EXPIRY_WINDOW:
        yield BEFRISTUNG_BALD.befund(ort, f"Die Befristung endet am {date_text(end)}.", path=path)


@per_record(Stelle)
def status_fits_date(stelle: Stelle, bestand: Bestand) -> Iterable[Befund]:
    """Find a filled post with a date of vacancy."""
    if stelle.unbesetzt_seit is not None and stelle.status is not Stellenstatus.UNBESETZT:
        yield STATUS_PASST.befund(
            bestand.ort(stelle, "unbesetzt_seit"),
            f"„unbesetzt_seit“ passt nicht zum Status „{stelle.status.label}“.",
            "Die Zeile unbesetzt_seit löschen oder status: unbesetzt eintragen",
            path=f"{stelle.id}.unbesetzt_seit",
        )


@per_record(Stelle)
def substitute(stelle: Stelle, bestand: Bestand) -> Iterable[Befund]:
    """Find a vacant post without a substitute, or one that stands in for itself."""
    if stelle.status is Stellenstatus.UNBESETZT and stelle.vertretung is None:
        yield OHNE_VERTRETUNG.befund(
            bestand.ort(stelle, "status"),
            f"Die Stelle „{stelle.id}“ ist unbesetzt und hat keine Vertretung.",
            "vertretung: koordination",
            path=f"{stelle.id}.status",
        )
    if stelle.vertretung is not None and stelle.kontakt == stelle.vertretung:
        yield VERTRETUNG_SELBST.befund(
            bestand.ort(stelle, "vertretung"),
            f"Bei „{stelle.id}“ sind Kontakt und Vertretung dieselbe Funktion.",
            "Bei „vertretung“ eine andere Funktion eintragen, etwa die Koordinierungsstelle",
            path=f"{stelle.id}.vertretung",
        )


@per_record(Stelle)
def has_contact(stelle: Stelle, bestand: Bestand) -> Iterable[Befund]:
    """Find a post that nobody can be reached for."""
    if stelle.kontakt is None and stelle.vertretung is None:
        yield OHNE_KONTAKT.befund(
            bestand.ort(stelle),
            f"Für die Stelle „{stelle.id}“ ist weder ein Kontakt noch eine Vertretung genannt.",
            path=stelle.id,
        )


@when_complete
def schools_without_post(bestand: Bestand) -> Iterable[Befund]:
    """Say once per region how many schools have no post on record."""
    schools = bestand.alle(Schule)
    without = [schule for schule in schools if not bestand.stellen_an(schule)]
    if without:
        first = bestand.ort(without[0])
        amount = "eine Schule hat" if len(without) == 1 else f"{len(without)} Schulen haben"
        yield SCHULEN_OHNE_STELLE.befund(
            Ort(first.file, first.line, first.column),
            f"Von {len(schools)}: {amount} keine gemeldete Stelle, zuerst „{without[0].name}“.",
        )
