"""Rules about agreements: dates in order, sides that exist, nothing that ends unnoticed."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from macros.model.agreements import (
    BESTEHT,
    Vereinbarungsstatus,
    ende_von,
    fehlende_klauseln,
    status_von,
)
from macros.model.findings import Befund, Ort, Stufe, regel
from macros.model.german import count_text, date_text, times_text
from macros.model.nearest import nearest
from macros.model.person_names import names_a_person
from macros.model.records import Vereinbarung
from macros.model.records.klausel import Vereinbarungstyp
from macros.model.records.vereinbarung import Laufzeitende
from macros.model.rules.check import per_record, when_complete

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from macros.model.bestand import Bestand

ENDE = regel(
    "R-490",
    Stufe.FEHLER,
    "Das Ende einer Vereinbarung passt zu ihrer Laufzeit",
    "„befristet“ braucht den letzten Tag. Bei „unbefristet“ und „nicht-bekannt“ gibt es keinen.",
    "ende: befristet (ohne gueltig_bis)",
    'ende: befristet\n  gueltig_bis: "2027-07-31"',
)
REIHENFOLGE = regel(
    "R-491",
    Stufe.FEHLER,
    "Die Daten einer Vereinbarung stehen in der richtigen Reihenfolge",
    "Eine Vereinbarung endet nicht, bevor sie beginnt. Ein Entwurf hat noch keinen Tag der "
    "Unterschrift.",
    'gueltig_ab: "2027-08-01", gueltig_bis: "2026-07-31"',
    'gueltig_ab: "2025-08-01", gueltig_bis: "2026-07-31"',
)
PARTEI = regel(
    "R-492",
    Stufe.FEHLER,
    "Zusagen nennen zwei Parteien der Vereinbarung",
    "Wer wem etwas gewährt, steht mit dem Kürzel der Partei da. Jedes Kürzel gibt es einmal.",
    "von: stad, an: land",
    "von: stadt, an: land",
)
LAEUFT_AUS = regel(
    "R-493",
    Stufe.WARNUNG,
    "Vor dem Ende einer Vereinbarung bleibt ein halbes Jahr",
    "Wer früh fragt, kann in Ruhe auswerten und verlängern. Die Website bleibt trotzdem nutzbar.",
    'gueltig_bis: "2026-12-31" (am 22. November 2026)',
    'gueltig_bis: "2028-07-31"',
)
AUSGELAUFEN = regel(
    "R-494",
    Stufe.HINWEIS,
    "Eine ausgelaufene Vereinbarung hat eine Nachfolgerin",
    "Nach dem Ende gelten die Zusagen nicht mehr. Die neue nennt die alte als „vorgaengerin“.",
    'gueltig_bis: "2025-07-31" (ohne Nachfolgerin)',
    "vorgaengerin: leistung-alt (bei der neuen Vereinbarung)",
)
KLAUSEL_FEHLT = regel(
    "R-495",
    Stufe.HINWEIS,
    "Eine Vereinbarung hat die Klauseln ihres Typs",
    "Was nicht geregelt ist, fällt meist erst im Streit auf. Klauseln mit „kann“ zählen nicht.",
    "klauseln: [] (Typ B)",
    "klauseln:\n  - klausel: raeume\n    abschnitt: § 6",
)
FORUM = regel(
    "R-496",
    Stufe.WARNUNG,
    "Die Parteien einer Steuerung treffen sich zweimal im Jahr",
    "Eine Vereinbarung zwischen Land und Kommune lebt davon, dass beide regelmäßig nachsteuern.",
    'mindestens_im_jahr: "1"',
    'mindestens_im_jahr: "2"',
)
UEBERPRUEFUNG = regel(
    "R-497",
    Stufe.WARNUNG,
    "Die Überprüfung einer Vereinbarung ist nicht überfällig",
    "Nach der Überprüfung steht bei „naechste_pruefung“ der nächste Termin.",
    'naechste_pruefung: "2026-03-01" (am 22. November 2026)',
    'naechste_pruefung: "2027-03-01"',
)
NUR_FUNKTIONEN = regel(
    "R-498",
    Stufe.FEHLER,
    "Vereinbarungen nennen Funktionen und keine Personen",
    "Namen gehören nicht in den Wortlaut: Sie stünden für immer in jeder Fassung.",
    "unterschrieben_von: [Frau Muster]",
    "unterschrieben_von: [Dezernatsleitung Jugend und Bildung]",
)
TEXT_OHNE_EINTRAG = regel(
    "R-499",
    Stufe.FEHLER,
    "Der Text einer Vereinbarung gehört zu einem Eintrag",
    "Ein Text in wortlaut/vereinbarungen heißt wie die Kennung in vereinbarungen.yml.",
    "wortlaut/vereinbarungen/standort-seehausn.md",
    "wortlaut/vereinbarungen/standort-seehausen.md",
)
KLAUSEL_DOPPELT = regel(
    "R-524",
    Stufe.FEHLER,
    "Jede Klausel steht einmal bei einer Vereinbarung",
    "Steht sie in zwei Abschnitten, nennt ein Eintrag beide.",
    "- klausel: raeume (zweimal)",
    "- klausel: raeume\n  abschnitt: §§ 6 und 7",
)
FASSUNG = regel(
    "R-526",
    Stufe.WARNUNG,
    "Die Fassung einer Vereinbarung gibt es",
    "Wer nachlesen will, worauf sich beide Seiten berufen, braucht eine Fassung aus region.yml.",
    'fassung: "2019.1"',
    'fassung: "2026.1"',
)
NUMMERN: Final = frozenset(
    r.nummer
    for r in (
        ENDE, REIHENFOLGE, PARTEI, LAEUFT_AUS, AUSGELAUFEN, KLAUSEL_FEHLT, FORUM, UEBERPRUEFUNG,
        NUR_FUNKTIONEN, TEXT_OHNE_EINTRAG, KLAUSEL_DOPPELT, FASSUNG,
    )
)  # fmt: skip
"""The rules that judge an agreement; one that was decided with a Fassung is judged no more."""

_FORUM_MINDESTENS: Final = 2
_SHOWN: Final = 4


@per_record(Vereinbarung)
def term_fits(v: Vereinbarung, bestand: Bestand) -> Iterable[Befund]:
    """Find a term without its end, or with an end it cannot have."""
    limited = v.ende is Laufzeitende.BEFRISTET
    if limited and v.gueltig_bis is None:
        yield ENDE.befund(
            bestand.ort(v, "ende"),
            f"„{v.titel}“ ist befristet, aber „gueltig_bis“ fehlt.",
            'gueltig_bis: "2027-07-31", oder ende: nicht-bekannt',
            path=f"{v.id}.gueltig_bis",
        )
    elif not limited and v.gueltig_bis is not None:
        yield ENDE.befund(
            bestand.ort(v, "gueltig_bis"),
            f"„{v.titel}“ ist nicht befristet, hat aber einen letzten Tag.",
            "ende: befristet",
            path=f"{v.id}.ende",
        )


@per_record(Vereinbarung)
def dates_in_order(v: Vereinbarung, bestand: Bestand) -> Iterable[Befund]:
    """Find an end before the beginning, a signature on a draft or in the future."""
    for name in ("gueltig_bis", "gekuendigt_zum"):
        end = getattr(v, name)
        if end is None:
            continue
        for start_name in ("gueltig_ab", "unterzeichnet_am"):
            start = getattr(v, start_name)
            if start is not None and start > end:
                yield REIHENFOLGE.befund(
                    bestand.ort(v, name),
                    f"„{name}“ ({date_text(end)}) liegt vor „{start_name}“ ({date_text(start)}).",
                    "Die beiden Daten prüfen, vielleicht sind sie vertauscht",
                    path=f"{v.id}.{name}",
                )
                break
    signed = v.unterzeichnet_am
    if signed is not None and not v.unterzeichnet:
        yield REIHENFOLGE.befund(
            bestand.ort(v, "unterzeichnet_am"),
            "Ein Entwurf hat noch keinen Tag der Unterschrift.",
            "unterzeichnet: ja, oder die Zeile unterzeichnet_am löschen",
            path=f"{v.id}.unterzeichnet_am",
        )
    elif signed is not None and signed > bestand.stichtag:
        yield REIHENFOLGE.befund(
            bestand.ort(v, "unterzeichnet_am"),
            f"Der Tag der Unterschrift ({date_text(signed)}) liegt in der Zukunft.",
            "unterzeichnet: nein, und die Zeile unterzeichnet_am löschen",
            path=f"{v.id}.unterzeichnet_am",
        )


@per_record(Vereinbarung)
def sides_exist(v: Vereinbarung, bestand: Bestand) -> Iterable[Befund]:
    """Find short names of parties that are there twice, or that no party has."""
    known = [partei.kurz for partei in v.parteien]
    for number, kurz in enumerate(known):
        if kurz in known[:number]:
            yield PARTEI.befund(
                bestand.ort(v, "parteien", number, "kurz"),
                f"Das Kürzel „{kurz}“ hat schon eine andere Partei.",
                f"kurz: {kurz}-2",
                path=f"{v.id}.parteien",
            )
    for number, zusage in enumerate(v.zusagen):
        for name in ("von", "an"):
            kurz = getattr(zusage, name)
            if kurz not in known:
                guess = nearest(kurz, known)
                question = f" Meinten Sie „{guess}“?" if guess else ""
                yield PARTEI.befund(
                    bestand.ort(v, "zusagen", number, name),
                    f"Eine Partei „{kurz}“ hat diese Vereinbarung nicht.{question}",
                    f"{name}: {guess}" if guess else f"Vorhanden: {', '.join(known)}",
                    path=f"{v.id}.zusagen",
                )
        if zusage.von == zusage.an:
            yield PARTEI.befund(
                bestand.ort(v, "zusagen", number, "an"),
                f"Die Partei „{zusage.von}“ gewährt sich selbst etwas.",
                "Bei „an“ die andere Partei nennen, oder den Satz unter „gemeinsam“ schreiben",
                path=f"{v.id}.zusagen",
            )


@per_record(Vereinbarung)
def no_end_unnoticed(v: Vereinbarung, bestand: Bestand) -> Iterable[Befund]:
    """Find agreements that end soon, have ended without a successor, or wait for their review."""
    status, end = status_von(v, bestand.stichtag), ende_von(v)
    name = "gekuendigt_zum" if end is not None and end == v.gekuendigt_zum else "gueltig_bis"
    if status is Vereinbarungsstatus.LAEUFT_AUS and end is not None:
        left = count_text((end - bestand.stichtag).days, "Tag", "Tagen")
        yield LAEUFT_AUS.befund(
            bestand.ort(v, name),
            f"„{v.titel}“ läuft am {date_text(end)} aus, in {left}.",
            "Auswerten und verlängern, oder die Nachfolgerin eintragen",
            path=f"{v.id}.{name}",
        )
    replaced = any(
        other.vorgaengerin is not None and other.vorgaengerin.id == v.id
        for other in bestand.alle(Vereinbarung)
    )
    never_was = v.gueltig_ab is not None and end is not None and v.gueltig_ab > end
    gone = status is Vereinbarungsstatus.AUSGELAUFEN and not (replaced or never_was)
    if gone and end is not None:
        yield AUSGELAUFEN.befund(
            bestand.ort(v, name),
            f"„{v.titel}“ ist am {date_text(end)} ausgelaufen und hat keine Nachfolgerin.",
            f"Bei der neuen Vereinbarung eintragen: vorgaengerin: {v.id}",
            path=f"{v.id}.{name}",
        )
    if (review := v.naechste_pruefung) and review < bestand.stichtag and status in BESTEHT:
        yield UEBERPRUEFUNG.befund(
            bestand.ort(v, "naechste_pruefung"),
            f"„{v.titel}“ sollte am {date_text(review)} überprüft werden.",
            "Überprüfen, dann bei naechste_pruefung den nächsten Termin eintragen",
            path=f"{v.id}.naechste_pruefung",
        )


@when_complete
def clauses_are_there(bestand: Bestand) -> Iterable[Befund]:
    """Find agreements without clauses that belong to their type, or with one named twice."""
    for v in bestand.alle(Vereinbarung):
        ids = [nachweis.klausel.id for nachweis in v.klauseln]
        for number, id in enumerate(ids):
            if id in ids[:number]:
                yield KLAUSEL_DOPPELT.befund(
                    bestand.ort(v, "klauseln", number, "klausel"),
                    f"Die Klausel „{id}“ steht schon bei „{v.titel}“.",
                    "Den zweiten Eintrag löschen, beide Abschnitte beim ersten nennen",
                    path=f"{v.id}.klauseln",
                )
        missing = fehlende_klauseln(bestand, v)
        over = status_von(v, bestand.stichtag) is Vereinbarungsstatus.AUSGELAUFEN
        if missing and not over:
            shown = ", ".join(f"„{klausel.titel}“" for klausel in missing[:_SHOWN])
            more = f" und {len(missing) - _SHOWN} weitere" if len(missing) > _SHOWN else ""
            yield KLAUSEL_FEHLT.befund(
                bestand.ort(v),
                f"„{v.titel}“ fehlen Klauseln ihres Typs: {shown}{more}.",
                f"klauseln:\n  - klausel: {missing[0].id}\n    abschnitt: …",
                path=f"{v.id}.klauseln",
            )


@per_record(Vereinbarung)
def forum_meets(v: Vereinbarung, bestand: Bestand) -> Iterable[Befund]:
    """Find a steering agreement whose parties meet too seldom or have no place to meet."""
    if v.typ is not Vereinbarungstyp.A:
        return
    if v.forum is None:
        if v.wortlaut_bekannt:
            yield FORUM.befund(
                bestand.ort(v),
                f"„{v.titel}“ hat kein Steuerungsforum.",
                'forum:\n  name: Steuerungsrunde\n  mindestens_im_jahr: "2"\n  rollen: […]',
                path=f"{v.id}.forum",
            )
    elif v.forum.mindestens_im_jahr < _FORUM_MINDESTENS:
        yield FORUM.befund(
            bestand.ort(v, "forum", "mindestens_im_jahr"),
            f"Das Steuerungsforum von „{v.titel}“ trifft sich zu selten: mindestens "
            f"{times_text(v.forum.mindestens_im_jahr)} im Jahr.",
            path=f"{v.id}.forum",
        )


@per_record(Vereinbarung)
def functions_only(v: Vereinbarung, bestand: Bestand) -> Iterable[Befund]:
    """Find names of persons where functions belong."""
    for path, text in _functions(v):
        if names_a_person(text):
            yield NUR_FUNKTIONEN.befund(
                bestand.ort(v, *path),
                "Hier steht wohl der Name einer Person.",
                path=f"{v.id}.{path[0]}",
            )


def _functions(v: Vereinbarung) -> Iterator[tuple[tuple[str | int, ...], str]]:
    for number, partei in enumerate(v.parteien):
        for place, text in enumerate(partei.unterschrieben_von):
            yield ("parteien", number, "unterschrieben_von", place), text
    for place, text in enumerate(v.mitgewirkt):
        yield ("mitgewirkt", place), text
    for place, text in enumerate(v.forum.rollen if v.forum else ()):
        yield ("forum", "rollen", place), text


@when_complete
def texts_have_records(bestand: Bestand) -> Iterable[Befund]:
    """Find texts that belong to no agreement, and Fassungen that the region does not have."""
    ids = [v.id for v in bestand.alle(Vereinbarung)]
    for id, text in bestand.vereinbarungstexte.items():
        if id not in ids:
            guess = nearest(id, ids)
            question = f" Meinten Sie „{guess}.md“?" if guess else ""
            yield TEXT_OHNE_EINTRAG.befund(
                Ort(text.file),
                f"Eine Vereinbarung „{id}“ gibt es in vereinbarungen.yml nicht.{question}",
                f"{guess}.md" if guess else f"In vereinbarungen.yml: - id: {id}",
            )
    names = [fassung.name for fassung in bestand.region.fassungen]
    for v in bestand.alle(Vereinbarung):
        if v.fassung is not None and v.fassung not in names:
            yield FASSUNG.befund(
                bestand.ort(v, "fassung"),
                f"Eine Fassung {v.fassung} steht nicht in region.yml.",
                f'fassung: "{names[-1]}"' if names else "Die Zeile fassung löschen",
                path=f"{v.id}.fassung",
            )
