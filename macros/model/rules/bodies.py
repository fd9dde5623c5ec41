"""Rules about bodies and series: enough dates, a mandate that runs, nobody reports to the gone."""

from __future__ import annotations

from typing import TYPE_CHECKING

from macros.model.agenda import dates_of, shortfall
from macros.model.findings import Befund, Stufe, regel
from macros.model.german import date_text
from macros.model.person_names import names_a_person
from macros.model.records import Fortbildung, Gremium, Terminreihe, Vereinbarung
from macros.model.records.vereinbarung import Zusageart
from macros.model.rules.check import per_record
from macros.model.rules.identity import circle

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from macros.model.bestand import Bestand
    from macros.model.records import Termin

ZU_WENIG_TERMINE = regel(
    "R-538",
    Stufe.WARNUNG,
    "Für das Schuljahr stehen genug Termine fest",
    "Wer viermal im Jahr tagen will, braucht vier Termine. Stehen sie früh fest, können sie alle "
    "freihalten.",
    "rhythmus: {mindestens: 4} (drei Termine im Schuljahr)",
    "Weitere Termine in termine.yml eintragen; ohne Tag mit status: geplant",
)
AUFGELOEST = regel(
    "R-539",
    Stufe.WARNUNG,
    "Aufgelöste Gremien haben keine Termine und keine Aufgaben mehr",
    "Sonst steht ein Termin im Kalender, zu dem niemand einlädt.",
    'aufgeloest_am: "2026-07-31" (Termin am 10. September 2026)',
    "Den Termin absagen oder einem anderen Gremium zuordnen",
)
MANDAT_ORDNUNG = regel(
    "R-541",
    Stufe.FEHLER,
    "Ein Auftrag endet nach seinem Anfang",
    "Ein Ende vor dem Anfang ist vertippt.",
    'auftrag_ab: "2026-08-01"\nauftrag_bis: "2025-07-31"',
    'auftrag_ab: "2025-08-01"\nauftrag_bis: "2026-07-31"',
)
MANDAT_ENDET = regel(
    "R-543",
    Stufe.HINWEIS,
    "Ausgelaufene Aufträge werden erneuert oder das Gremium wird aufgelöst",
    "Ein Gremium ohne Auftrag tagt, und niemand wartet auf das Ergebnis.",
    'auftrag_bis: "2026-07-31"',
    "Den Auftrag erneuern oder aufgeloest_am eintragen",
)
ZUGANG_UNKLAR = regel(
    "R-544",
    Stufe.WARNUNG,
    "Der Zugang zu einer Fortbildung steht in einer Vereinbarung",
    "Wer teilnehmen darf, leitet die Seite aus den Zusagen der Vereinbarung ab. Nennt „zugang“ "
    "eine, die es nicht gibt oder die keine Fortbildung zusagt, steht dort niemand.",
    "zugang:\n  - vereinbarung: koperation",
    "zugang:\n  - vereinbarung: kooperation",
)
NUR_FUNKTIONEN = regel(
    "R-545",
    Stufe.FEHLER,
    "Gremien nennen Gruppen und Funktionen, keine Personen",
    "Namen stehen nur in personen.yml. Dort lassen sie sich wieder entfernen.",
    "vorsitz: Frau Muster",
    "vorsitz: Leitung des Schulamts",
)


@per_record(Gremium)
def functions_only(gremium: Gremium, bestand: Bestand) -> Iterable[Befund]:
    """Find names of persons where functions belong."""
    texts: list[tuple[tuple[str | int, ...], str | None]] = [
        (("vorsitz",), gremium.vorsitz),
        (("koordination",), gremium.koordination),
    ]
    for number, member in enumerate(gremium.mitglieder):
        texts.append((("mitglieder", number, "gruppe"), member.gruppe))
        texts.append((("mitglieder", number, "funktion"), member.funktion))
    for path, text in texts:
        if text is not None and names_a_person(text):
            yield NUR_FUNKTIONEN.befund(
                bestand.ort(gremium, *path),
                "Hier steht wohl der Name einer Person.",
                path=".".join(str(part) for part in (gremium.id, *path)),
            )


@per_record(Gremium)
def enough_dates_of_body(gremium: Gremium, bestand: Bestand) -> Iterable[Befund]:
    """Find a body with fewer dates in the school year than it wants."""
    return _too_few(bestand, gremium, gremium.name)


@per_record(Terminreihe)
def enough_dates_of_series(reihe: Terminreihe, bestand: Bestand) -> Iterable[Befund]:
    """Find a running series with fewer dates in the school year than it wants."""
    return _too_few(bestand, reihe, reihe.titel)


def _too_few(bestand: Bestand, record: Gremium | Terminreihe, name: str) -> Iterator[Befund]:
    soll = shortfall(bestand, record)
    if soll is None:
        return
    planned = f", weitere ohne Tag: {soll.offen}" if soll.offen else ""
    said = f"„{name}“ soll im Schuljahr {soll.schuljahr} mindestens {soll.soll}-mal stattfinden; "
    said += f"mit Tag: {soll.fest}{planned}."
    if soll.fest >= soll.soll:
        said = f"„{name}“ hat im Schuljahr {soll.schuljahr} keinen Termin "
        said += f"von {' und von '.join(soll.luecken)}."
    light = soll.fest + soll.offen >= soll.soll
    yield ZU_WENIG_TERMINE.befund(
        bestand.ort(record, "rhythmus"),
        said,
        path=f"{record.id}.rhythmus",
        stufe=Stufe.HINWEIS if light else None,
    )


@per_record(Gremium)
def nothing_for_the_dissolved(gremium: Gremium, bestand: Bestand) -> Iterable[Befund]:
    """Find dates of a dissolved body, and bodies that report to one."""
    if gremium.aufgeloest_am is not None:
        yield from _dates_after(bestand, gremium, dates_of(bestand, gremium))
    for field in ("auftrag_von", "berichtet_an"):
        target_body: Gremium | None = getattr(gremium, field) and getattr(gremium, field).ziel
        gone = target_body is not None and target_body.aufgeloest(bestand.stichtag)
        if target_body is not None and gone and not gremium.aufgeloest(bestand.stichtag):
            yield AUFGELOEST.befund(
                bestand.ort(gremium, field),
                f"„{gremium.name}“ nennt unter „{field}“ das aufgelöste Gremium "
                f"„{target_body.name}“.",
                "Das Gremium eintragen, das jetzt zuständig ist, oder die Zeile löschen",
                path=f"{gremium.id}.{field}",
            )


def _dates_after(bestand: Bestand, gremium: Gremium, termine: Sequence[Termin]) -> Iterator[Befund]:
    end = gremium.aufgeloest_am
    for termin in termine:
        if end is not None and termin.datum and termin.datum > end and termin.findet_statt:
            yield AUFGELOEST.befund(
                bestand.ort(termin, "datum"),
                f"„{gremium.name}“ ist seit {date_text(end)} aufgelöst, der Termin "
                f"„{termin.id}“ ist am {date_text(termin.datum)}.",
                path=f"{termin.id}.datum",
            )


@per_record(Gremium)
def mandate(gremium: Gremium, bestand: Bestand) -> Iterable[Befund]:
    """Find a mandate that ends before it begins or has run out, and bodies in a circle."""
    begins, ends = gremium.auftrag_ab, gremium.auftrag_bis
    where, path = bestand.ort(gremium, "auftrag_bis"), f"{gremium.id}.auftrag_bis"
    if begins is not None and ends is not None and ends < begins:
        yield MANDAT_ORDNUNG.befund(
            where,
            f"Der Auftrag von „{gremium.id}“ endet ({date_text(ends)}) vor seinem Anfang "
            f"({date_text(begins)}).",
            "Die beiden Tage vergleichen und berichtigen",
            path=path,
        )
    elif ends is not None and ends < bestand.stichtag and gremium.aufgeloest_am is None:
        yield MANDAT_ENDET.befund(
            where,
            f"Der Auftrag von „{gremium.name}“ ist am {date_text(ends)} ausgelaufen.",
            path=path,
        )
    yield from circle(gremium, "berichtet_an", lambda g: g.berichtet_an, bestand)
    yield from circle(gremium, "auftrag_von", lambda g: g.auftrag_von, bestand)


@per_record(Fortbildung)
def access_by_agreement(fortbildung: Fortbildung, bestand: Bestand) -> Iterable[Befund]:
    """Find a training that refers to an agreement or a grant that does not exist."""
    for number, zugang in enumerate(fortbildung.zugang):
        agreement = bestand.finde(Vereinbarung, zugang.vereinbarung)
        granted = agreement is not None and any(
            zusage.art is Zusageart.FORTBILDUNG and zugang.von in (None, zusage.von)
            for zusage in agreement.zusagen
        )
        if granted:
            continue
        what = "gibt es in vereinbarungen.yml nicht"
        if agreement is not None:
            von = f" von „{zugang.von}“" if zugang.von else ""
            what = f"enthält keine Zusage{von} mit art: fortbildung"
        yield ZUGANG_UNKLAR.befund(
            bestand.ort(fortbildung, "zugang", number),
            f"Die Vereinbarung „{zugang.vereinbarung}“ {what}.",
            "Die Kennung vergleichen oder die Zusage in der Vereinbarung ergänzen",
            path=f"{fortbildung.id}.zugang.{number}",
        )
