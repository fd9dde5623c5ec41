"""Rules about papers and consultations: steps in order, decisions that can be, no names."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING, Final

from macros.model.decisions import decision, fassung_of, steps
from macros.model.findings import Befund, Stufe, regel
from macros.model.german import date_text
from macros.model.person_names import names_a_person
from macros.model.records import Beschlussvorlage, Beteiligung
from macros.model.records.beschluss import (
    Beratungsergebnis,
    Beratungsrolle,
    Oeffentlichkeit,
    Umgang,
)
from macros.model.rules.check import per_record

if TYPE_CHECKING:
    from collections.abc import Iterable

    from macros.model.bestand import Bestand

_PATIENCE: Final = timedelta(days=30)
_PREPARING: Final = frozenset(
    {Beratungsrolle.VORBERATUNG, Beratungsrolle.ANHOERUNG, Beratungsrolle.EMPFEHLUNG}
)
_ONLY_DECIDED: Final = frozenset({Beratungsergebnis.BESCHLOSSEN, Beratungsergebnis.GEAENDERT})

ERGEBNIS_VORAB = regel(
    "R-561",
    Stufe.FEHLER,
    "Ein Ergebnis hat einen Tag, der schon war",
    "Was noch nicht beraten ist, hat kein Ergebnis. Sonst gilt etwas als beschlossen, das noch "
    "offen ist.",
    'datum: "2027-03-04"\nergebnis: beschlossen',
    'datum: "2027-03-04"',
)
NICHT_SORTIERT = regel(
    "R-562",
    Stufe.HINWEIS,
    "Die Beratungsfolge steht in der Reihenfolge der Sitzungen",
    "Die Seite ordnet die Stationen selbst nach dem Datum. In der Datei findet man sich leichter "
    "zurecht, wenn sie genauso stehen.",
    '- datum: "2026-06-18"\n- datum: "2026-05-07"',
    '- datum: "2026-05-07"\n- datum: "2026-06-18"',
)
ZU_FRUEH = regel(
    "R-563",
    Stufe.WARNUNG,
    "Vorberatungen kommen vor der Entscheidung",
    "Wer nach der Entscheidung berät, kann nichts mehr empfehlen. Meist ist ein Datum vertippt.",
    'rolle: entscheidung, datum: "2026-05-07"\nrolle: vorberatung, datum: "2026-06-18"',
    'rolle: vorberatung, datum: "2026-05-07"\nrolle: entscheidung, datum: "2026-06-18"',
)
OHNE_GREMIUM = regel(
    "R-564",
    Stufe.FEHLER,
    "Jede Station nennt genau ein Gremium",
    "Ohne Gremium weiß niemand, wer beraten hat; bei zweien weiß niemand, welches.",
    "- rolle: entscheidung",
    "- gremium: jugendhilfeausschuss\n  rolle: entscheidung",
)
FASSUNG_PASST = regel(
    "R-565",
    Stufe.WARNUNG,
    "Vorlage und Fassung nennen denselben Beschluss",
    "In region.yml steht, wann eine Fassung beschlossen wurde. Die Vorlage dazu sagt dasselbe; "
    "weichen sie ab, stimmt eines von beiden nicht.",
    'fassung: "2026.1" (Entscheidung am 11. Juni, laut region.yml am 18. Juni)',
    'fassung: "2026.1" (Entscheidung am 18. Juni, laut region.yml am 18. Juni)',
)
ERGEBNIS_FEHLT = regel(
    "R-566",
    Stufe.HINWEIS,
    "Nach der Sitzung wird das Ergebnis eingetragen",
    "Sonst steht eine Vorlage für immer „im Verfahren“.",
    'datum: "2026-06-18" (ohne Ergebnis, vor mehr als 30 Tagen)',
    'datum: "2026-06-18"\nergebnis: beschlossen',
)
KEINE_NAMEN = regel(
    "R-567",
    Stufe.FEHLER,
    "Vorlagen und Beteiligungen nennen Funktionen, keine Personen",
    "Namen stehen nur in personen.yml. Dort lassen sie sich wieder entfernen.",
    "federfuehrung: Frau Muster",
    "federfuehrung: Fachbereich Jugend",
)
ROLLE_PASST = regel(
    "R-568",
    Stufe.WARNUNG,
    "Nur wer entscheidet, beschließt",
    "Der Status einer Vorlage entsteht aus den Stationen mit der Rolle Entscheidung. Ein Beschluss "
    "an anderer Stelle zählt nicht mit.",
    "rolle: vorberatung\nergebnis: beschlossen",
    "rolle: vorberatung\nergebnis: empfohlen",
)
NICHTOEFFENTLICH = regel(
    "R-569",
    Stufe.FEHLER,
    "Nichtöffentliche Vorlagen stehen ohne Inhalt da",
    "Diese Website ist öffentlich. Von einer nichtöffentlichen Beratung darf nur dastehen, dass es "
    "sie gibt.",
    "oeffentlichkeit: nichtoeffentlich\ninhalt: …",
    "oeffentlichkeit: nichtoeffentlich",
)
FRIST_ORDNUNG = regel(
    "R-570",
    Stufe.FEHLER,
    "Eine Beteiligung endet nach ihrem Anfang",
    "Ein Ende vor dem Anfang ist vertippt.",
    'ab: "2026-09-01"\nbis: "2026-08-31"',
    'ab: "2026-08-01"\nbis: "2026-09-01"',
)
OHNE_ANTWORT = regel(
    "R-571",
    Stufe.HINWEIS,
    "Nach der Frist bekommt jede Rückmeldung eine Antwort",
    "Wer sich die Mühe macht, soll erfahren, was daraus geworden ist.",
    "umgang: offen (die Frist ist vorbei)",
    "umgang: uebernommen\nantwort: Steht jetzt im Kapitel „Übergänge“.",
)
FASSUNG_UNBEKANNT = regel(
    "R-572",
    Stufe.FEHLER,
    "Vorlagen und Beteiligungen nennen nur Fassungen, die es gibt",
    "Die Angabe führt auf die Fassung in region.yml.",
    'fassung: "2025.9"',
    'fassung: "2026.1"',
)


@per_record(Beschlussvorlage)
def steps_that_can_be(vorlage: Beschlussvorlage, bestand: Bestand) -> Iterable[Befund]:
    """Find steps without a body, results of meetings to come, and results that are missing."""
    day = bestand.stichtag
    for number, step in enumerate(vorlage.beratungsfolge):
        place = bestand.ort(vorlage, "beratungsfolge", number)
        path = f"{vorlage.id}.beratungsfolge.{number}"
        if (step.gremium is None) == (step.gremium_name is None):
            what = "kein Gremium" if step.gremium is None else "gremium und gremium_name zugleich"
            yield OHNE_GREMIUM.befund(
                place,
                f"Station {number + 1} nennt {what}.",
                "gremium mit einer Kennung aus gremien.yml oder gremium_name, nicht beides",
                path=path,
            )
        if step.ergebnis is None:
            if step.datum is not None and day - step.datum > _PATIENCE:
                said = f"Station {number + 1} war am {date_text(step.datum)}; ein Ergebnis fehlt."
                yield ERGEBNIS_FEHLT.befund(
                    place, said, "ergebnis ergänzen, etwa ergebnis: zur-kenntnis", path=path
                )
            continue
        if step.datum is None or step.datum > day:
            when = f"am {date_text(step.datum)}" if step.datum else "an einem Tag, der noch fehlt"
            yield ERGEBNIS_VORAB.befund(
                bestand.ort(vorlage, "beratungsfolge", number, "ergebnis"),
                f"Station {number + 1} ist erst {when}, hat aber schon das Ergebnis "
                f"„{step.ergebnis.label}“.",
                "Das Datum berichtigen oder das Ergebnis löschen",
                path=f"{path}.ergebnis",
            )
        if step.ergebnis in _ONLY_DECIDED and step.rolle is not Beratungsrolle.ENTSCHEIDUNG:
            yield ROLLE_PASST.befund(
                bestand.ort(vorlage, "beratungsfolge", number, "ergebnis"),
                f"Station {number + 1} hat die Rolle „{step.rolle.label}“ und das Ergebnis "
                f"„{step.ergebnis.label}“.",
                "rolle: entscheidung oder ergebnis: empfohlen",
                path=f"{path}.ergebnis",
            )


@per_record(Beschlussvorlage)
def steps_in_order(vorlage: Beschlussvorlage, bestand: Bestand) -> Iterable[Befund]:
    """Find a Beratungsfolge that jumps, and a decision before its preparation."""
    rows = vorlage.beratungsfolge
    if tuple(rows) != steps(vorlage):
        yield NICHT_SORTIERT.befund(
            bestand.ort(vorlage, "beratungsfolge"),
            f"Die Stationen der Vorlage {vorlage.nummer} stehen nicht nach dem Datum.",
            "Die Stationen nach dem Datum ordnen, ohne Datum zuletzt",
            path=f"{vorlage.id}.beratungsfolge",
        )
    decided = [r.datum for r in rows if r.rolle is Beratungsrolle.ENTSCHEIDUNG and r.datum]
    for number, step in enumerate(rows):
        if step.rolle in _PREPARING and step.datum and decided and step.datum > max(decided):
            yield ZU_FRUEH.befund(
                bestand.ort(vorlage, "beratungsfolge", number, "datum"),
                f"„{step.rolle.label}“ ist am {date_text(step.datum)}, entschieden wird schon am "
                f"{date_text(max(decided))}.",
                "Die Daten vergleichen und das falsche berichtigen",
                path=f"{vorlage.id}.beratungsfolge.{number}.datum",
            )


@per_record(Beschlussvorlage)
def same_decision_as_region(vorlage: Beschlussvorlage, bestand: Bestand) -> Iterable[Befund]:
    """Find a paper whose decision is not that of its Fassung."""
    if vorlage.fassung is None:
        return
    fassung, step = fassung_of(bestand, vorlage.fassung), decision(vorlage)
    if fassung is None:
        yield _unknown_fassung(bestand, vorlage, vorlage.fassung)
    elif step is not None and step.datum != fassung.beschlossen_am:
        yield FASSUNG_PASST.befund(
            bestand.ort(vorlage, "fassung"),
            f"Die Fassung {fassung.name} ist laut region.yml am "
            f"{date_text(fassung.beschlossen_am)} beschlossen, laut dieser Vorlage "
            + (f"am {date_text(step.datum)}." if step.datum else "an einem anderen Tag."),
            "Das Datum hier oder in region.yml berichtigen",
            path=f"{vorlage.id}.fassung",
        )


def _unknown_fassung(bestand: Bestand, record: Beschlussvorlage | Beteiligung, name: str) -> Befund:
    known = ", ".join(f.name for f in bestand.region.fassungen) or "noch keine"
    return FASSUNG_UNBEKANNT.befund(
        bestand.ort(record, "fassung"),
        f"Die Fassung „{name}“ steht nicht in region.yml. Es gibt: {known}.",
        "Die Fassung zuerst in region.yml eintragen oder die Zeile löschen",
        path=f"{record.id}.fassung",
    )


@per_record(Beschlussvorlage)
def functions_in_papers(vorlage: Beschlussvorlage, bestand: Bestand) -> Iterable[Befund]:
    """Find names of persons where functions belong, and what the public may not read."""
    secret = vorlage.oeffentlichkeit is Oeffentlichkeit.NICHTOEFFENTLICH
    for name in ("inhalt", "ziele", "anlagen"):
        if secret and getattr(vorlage, name):
            yield NICHTOEFFENTLICH.befund(
                bestand.ort(vorlage, name),
                f"Die Vorlage {vorlage.nummer} ist nichtöffentlich, nennt aber {name}.",
                f"Das Feld {name} löschen",
                path=f"{vorlage.id}.{name}",
            )
    for name in ("federfuehrung", "bearbeitung", "gezeichnet", "inhalt"):
        text = getattr(vorlage, name)
        if text is not None and names_a_person(text):
            yield _named(bestand, vorlage, name)


@per_record(Beteiligung)
def consultation_that_can_be(beteiligung: Beteiligung, bestand: Bestand) -> Iterable[Befund]:
    """Find a deadline before its beginning, an unknown Fassung, answers that never came."""
    ab, bis = beteiligung.ab, beteiligung.bis
    if ab is not None and bis is not None and bis < ab:
        yield FRIST_ORDNUNG.befund(
            bestand.ort(beteiligung, "bis"),
            f"Die Frist {date_text(bis)} liegt vor dem Beginn {date_text(ab)}.",
            "Beginn und Frist vergleichen",
            path=f"{beteiligung.id}.bis",
        )
    if beteiligung.fassung is not None and fassung_of(bestand, beteiligung.fassung) is None:
        yield _unknown_fassung(bestand, beteiligung, beteiligung.fassung)
    over = bis is not None and bestand.stichtag - bis > _PATIENCE
    for number, part in enumerate(beteiligung.rueckmeldungen):
        if over and part.umgang is Umgang.OFFEN:
            yield OHNE_ANTWORT.befund(
                bestand.ort(beteiligung, "rueckmeldungen", number),
                f"Rückmeldung {number + 1} ist noch ohne Antwort.",
                "umgang und antwort ergänzen",
                path=f"{beteiligung.id}.rueckmeldungen.{number}",
            )
        for name in ("von", "text", "antwort"):
            text = getattr(part, name)
            if text is not None and names_a_person(text):
                yield _named(bestand, beteiligung, "rueckmeldungen", number, name)


def _named(bestand: Bestand, record: Beschlussvorlage | Beteiligung, *path: str | int) -> Befund:
    return KEINE_NAMEN.befund(
        bestand.ort(record, *path),
        "Hier steht wohl der Name einer Person.",
        "Die Funktion oder das Amt nennen",
        path=".".join(str(part) for part in (record.id, *path)),
    )
