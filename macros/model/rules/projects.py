"""Rules about projects and surveys: short names that exist, honest dates, figures that can be."""

from __future__ import annotations

from typing import TYPE_CHECKING

from macros.model.findings import Befund, Stufe, regel
from macros.model.nearest import nearest
from macros.model.projects import Meilensteinlage, answers, lage_of
from macros.model.records import Umfrage, Vorhaben
from macros.model.records.vorhaben import Vorhabenstand
from macros.model.rules.check import per_record

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator

    from macros.model.bestand import Bestand

KUERZEL = regel(
    "R-580",
    Stufe.FEHLER,
    "Kürzel führen auf ein Problem oder Ziel desselben Vorhabens",
    "Aus den Kürzeln entsteht die Tabelle, die zu jedem Problem die Maßnahmen nennt.",
    "probleme: [keine-raum]",
    "probleme: [kein-raum]",
)
KUERZEL_DOPPELT = regel(
    "R-581",
    Stufe.FEHLER,
    "Jedes Kürzel gibt es im Vorhaben nur einmal",
    "Sonst ist nicht klar, welches Problem oder Ziel gemeint ist.",
    "probleme:\n  - id: wechsel\n  - id: wechsel",
    "probleme:\n  - id: wechsel\n  - id: start",
)
OHNE_PLAN = regel(
    "R-582",
    Stufe.WARNUNG,
    "Ein Meilenstein hat einen geplanten Zeitpunkt",
    "Nur am Plan sieht man, ob etwas pünktlich war. War nichts geplant oder ist der Plan nicht "
    "bekannt, sagt ungeplant, warum.",
    'tatsaechlich: "2022-10"',
    'geplant: "2020"\ntatsaechlich: "2022-10"',
)
KUENFTIG_ERREICHT = regel(
    "R-583",
    Stufe.FEHLER,
    "Erreicht ist nur, was schon war",
    "Ein künftiger Tag gehört in geplant oder neu_geplant.",
    'tatsaechlich: "2027-06"',
    'neu_geplant: "2027-06"',
)
UEBERFAELLIG = regel(
    "R-584",
    Stufe.HINWEIS,
    "Verstrichene Termine bekommen einen neuen Plan oder ein Ergebnis",
    "Ein „Demnächst“, das nach zwei Jahren noch dasteht, glaubt niemand mehr.",
    'geplant: "2026-06" (nicht erreicht, kein neuer Plan)',
    'geplant: "2026-06"\nneu_geplant: "2027-03"\nhinweis: Zwei Träger stimmen noch ab.',
)
OHNE_GRUND = regel(
    "R-585",
    Stufe.WARNUNG,
    "Verschobenes und Aufgegebenes hat einen Grund",
    "Wer den Grund kennt, versteht die Verspätung und kann daraus lernen.",
    "stand: verschoben",
    "stand: verschoben\ngrund: Zwei Träger mussten ihren Vertrag ändern.",
)
OHNE_ANTWORT = regel(
    "R-586",
    Stufe.HINWEIS,
    "Zu jedem Problem gibt es eine Maßnahme",
    "Ein Problem ohne Antwort soll nicht unbemerkt stehen bleiben.",
    "probleme:\n  - id: kein-raum (keine Maßnahme nennt es)",
    "massnahmen:\n  - titel: Räume suchen\n    probleme: [kein-raum]",
)
RUECKLAUF = regel(
    "R-591",
    Stufe.FEHLER,
    "Es antworten höchstens so viele, wie gefragt wurden",
    "Ein Rücklauf über 100 Prozent ist vertippt.",
    'befragt: "38"\nruecklauf: "83"',
    'befragt: "83"\nruecklauf: "38"',
)
ANTWORTEN = regel(
    "R-592",
    Stufe.FEHLER,
    "Auf eine Frage kommen höchstens so viele Antworten wie Rückläufe",
    "Wer mehrere Antworten geben durfte, wird mit mehrfach: ja gekennzeichnet; dann gilt die "
    "Grenze für jede einzelne Antwort.",
    'ruecklauf: "38" (die Antworten ergeben 52)',
    'ruecklauf: "38"\nmehrfach: ja (keine Antwort öfter als 38-mal)',
)
UMFRAGE_ZEIT = regel(
    "R-593",
    Stufe.FEHLER,
    "Eine Umfrage endet nach ihrem Anfang",
    "Ein Ende vor dem Anfang ist vertippt.",
    'ab: "2026-05"\nbis: "2026-03"',
    'ab: "2026-03"\nbis: "2026-05"',
)


@per_record(Vorhaben)
def short_names(vorhaben: Vorhaben, bestand: Bestand) -> Iterable[Befund]:
    """Find short names that come twice or lead nowhere."""
    problems = [p.id for p in vorhaben.probleme]
    aims = [z.id for z in vorhaben.ziele]
    for name, ids in (("probleme", problems), ("ziele", aims)):
        for number, id in enumerate(ids):
            if id in ids[:number]:
                yield KUERZEL_DOPPELT.befund(
                    bestand.ort(vorhaben, name, number, "id"),
                    f"Das Kürzel „{id}“ steht unter {name} zweimal.",
                    "Ein anderes Kürzel wählen",
                    path=f"{vorhaben.id}.{name}.{number}.id",
                )
    for number, ziel in enumerate(vorhaben.ziele):
        place: tuple[str | int, ...] = ("ziele", number)
        yield from _known(bestand, vorhaben, (*place, "probleme"), ziel.probleme, problems)
        if ziel.oberziel is not None and ziel.oberziel not in {*aims} - {ziel.id}:
            yield _unknown(bestand, vorhaben, (*place, "oberziel"), ziel.oberziel, aims)
    for number, massnahme in enumerate(vorhaben.massnahmen):
        place = ("massnahmen", number)
        yield from _known(bestand, vorhaben, (*place, "probleme"), massnahme.probleme, problems)
        yield from _known(bestand, vorhaben, (*place, "ziele"), massnahme.ziele, aims)


def _known(
    bestand: Bestand,
    vorhaben: Vorhaben,
    path: tuple[str | int, ...],
    names: Iterable[str],
    known: Collection[str],
) -> Iterator[Befund]:
    for number, name in enumerate(names):
        if name not in known:
            yield _unknown(bestand, vorhaben, (*path, number), name, known)


def _unknown(
    bestand: Bestand,
    vorhaben: Vorhaben,
    path: tuple[str | int, ...],
    name: str,
    known: Collection[str],
) -> Befund:
    guess = nearest(name, known)
    question = f" Meinten Sie „{guess}“?" if guess else ""
    return KUERZEL.befund(
        bestand.ort(vorhaben, *path),
        f"Das Kürzel „{name}“ gibt es in diesem Vorhaben nicht.{question}",
        guess or "Das Kürzel unter probleme oder ziele anlegen",
        path=".".join(str(part) for part in (vorhaben.id, *path)),
    )


@per_record(Vorhaben)
def honest_milestones(vorhaben: Vorhaben, bestand: Bestand) -> Iterable[Befund]:
    """Find milestones reached in the future or without a plan, and plans that have passed."""
    for number, stein in enumerate(vorhaben.meilensteine):
        path = f"{vorhaben.id}.meilensteine.{number}"
        actual = stein.tatsaechlich
        if actual is not None and actual.erster_tag > bestand.stichtag:
            yield KUENFTIG_ERREICHT.befund(
                bestand.ort(vorhaben, "meilensteine", number, "tatsaechlich"),
                f"„{stein.titel}“ soll erst {actual} erreicht sein.",
                f'neu_geplant: "{actual.iso}"',
                path=f"{path}.tatsaechlich",
            )
        if stein.geplant is None and stein.ungeplant is None:
            yield OHNE_PLAN.befund(
                bestand.ort(vorhaben, "meilensteine", number),
                f"Für „{stein.titel}“ steht kein geplanter Zeitpunkt da.",
                "geplant eintragen oder unter ungeplant sagen, warum es keinen gibt",
                path=path,
            )
        if lage_of(stein, bestand.stichtag) is Meilensteinlage.UEBERFAELLIG:
            valid = stein.neu_geplant or stein.geplant
            yield UEBERFAELLIG.befund(
                bestand.ort(vorhaben, "meilensteine", number),
                f"„{stein.titel}“ war für {valid} geplant.",
                "tatsaechlich oder neu_geplant eintragen; weiß es niemand, ausgang_unbekannt",
                path=path,
            )


@per_record(Vorhaben)
def measures_with_reason(vorhaben: Vorhaben, bestand: Bestand) -> Iterable[Befund]:
    """Find measures put off without a reason, and problems that nothing answers."""
    stopped = {Vorhabenstand.VERSCHOBEN, Vorhabenstand.AUFGEGEBEN}
    for number, massnahme in enumerate(vorhaben.massnahmen):
        if massnahme.stand in stopped and massnahme.grund is None:
            yield OHNE_GRUND.befund(
                bestand.ort(vorhaben, "massnahmen", number, "stand"),
                f"„{massnahme.titel}“ hat keinen Grund.",
                "Eine Zeile grund ergänzen",
                path=f"{vorhaben.id}.massnahmen.{number}.stand",
            )
    for number, problem in enumerate(vorhaben.probleme):
        if not answers(vorhaben, problem):
            yield OHNE_ANTWORT.befund(
                bestand.ort(vorhaben, "probleme", number),
                f"Zu „{problem.text}“ gibt es keine Maßnahme.",
                "Das Kürzel bei einer Maßnahme nennen oder eine neue anlegen",
                path=f"{vorhaben.id}.probleme.{number}",
            )


@per_record(Umfrage)
def figures_that_can_be(umfrage: Umfrage, bestand: Bestand) -> Iterable[Befund]:
    """Find more answers than people, and an end before the beginning."""
    asked, back = umfrage.befragt, umfrage.ruecklauf
    if asked is not None and back is not None and back > asked:
        yield RUECKLAUF.befund(
            bestand.ort(umfrage, "ruecklauf"),
            f"Gefragt wurden {asked}, geantwortet haben sollen {back}.",
            "Die beiden Zahlen vergleichen",
            path=f"{umfrage.id}.ruecklauf",
        )
    if umfrage.ab and umfrage.bis and umfrage.bis.letzter_tag < umfrage.ab.erster_tag:
        yield UMFRAGE_ZEIT.befund(
            bestand.ort(umfrage, "bis"),
            f"Das Ende {umfrage.bis} liegt vor dem Anfang {umfrage.ab}.",
            "Anfang und Ende vergleichen",
            path=f"{umfrage.id}.bis",
        )
    if back is None:
        return
    for group, gruppe in enumerate(umfrage.gruppen):
        for number, frage in enumerate(gruppe.fragen):
            counts = [a.anzahl for a in frage.antworten]
            most = max(counts, default=0) if frage.mehrfach else sum(counts)
            if most > back:
                yield ANTWORTEN.befund(
                    bestand.ort(umfrage, "gruppen", group, "fragen", number),
                    f"„{frage.frage}“ hat {most} Antworten, zurückgekommen sind {back}.",
                    "Die Zahlen berichtigen oder mehrfach: ja ergänzen",
                    path=f"{umfrage.id}.gruppen.{group}.fragen.{number}",
                )
