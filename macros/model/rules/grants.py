"""Rules about money: years in the period, sums that add up, what ends soon."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING, Final

from macros.model.findings import Befund, Stufe, regel
from macros.model.german import date_text, number_text
from macros.model.grants import auslaufende_foerderungen
from macros.model.money import euro_text
from macros.model.records import Foerderung
from macros.model.rules.check import per_record, whole

if TYPE_CHECKING:
    from collections.abc import Iterable

    from macros.model.bestand import Bestand

_ALL: Final = Decimal(100)

SUMME = regel(
    "R-573",
    Stufe.FEHLER,
    "Die Beträge der Jahre ergeben die genannte Summe",
    "Die Summe wird nachgerechnet, auf den Cent. Eine Abweichung ist vertippt oder ein Jahr fehlt.",
    'gesamt: "2.736.941,00" (die Jahre ergeben 2.736.941,70)',
    'gesamt: "2.736.941,70"',
)
ZEITRAUM = regel(
    "R-574",
    Stufe.FEHLER,
    "Eine Förderung endet nach ihrem Anfang",
    "Ein Ende vor dem Anfang ist vertippt.",
    'ab: "2025-01-01"\nbis: "2024-12-31"',
    'ab: "2025-01-01"\nbis: "2027-12-31"',
)
JAHR = regel(
    "R-575",
    Stufe.FEHLER,
    "Jedes Jahr steht einmal da und liegt im Zeitraum",
    "Ein Betrag für ein Jahr außerhalb des Zeitraums oder ein doppeltes Jahr verfälscht die Summe.",
    'bis: "2027-12-31"\njahre:\n  - jahr: "2028"',
    'bis: "2028-12-31"\njahre:\n  - jahr: "2028"',
)
EIGENANTEIL = regel(
    "R-576",
    Stufe.FEHLER,
    "Der Eigenanteil ist höchstens so hoch wie der Betrag",
    "Der Betrag enthält den Eigenanteil.",
    'betrag: "1.000,00"\neigenanteil: "2.000,00"',
    'betrag: "2.000,00"\neigenanteil: "1.000,00"',
)
GEWICHTE = regel(
    "R-577",
    Stufe.WARNUNG,
    "Die Gewichte der Kriterien ergeben 100 Prozent",
    "Sonst ist unklar, wie das Geld verteilt wird. Sind die Gewichte nicht bekannt, bleiben sie "
    "weg.",
    'gewicht: "60" und gewicht: "30"',
    'gewicht: "60" und gewicht: "40"',
)
LAEUFT_AUS = regel(
    "R-578",
    Stufe.HINWEIS,
    "Läuft eine Förderung aus, steht da, wie es weitergeht",
    "Ein Jahr vor dem Ende fragen Schulen, Träger und Fachkräfte nach. Haushalte werden ein Jahr "
    "vorher beraten.",
    'bis: "2027-07-31" (ohne nachfolge)',
    'bis: "2027-07-31"\nnachfolge: Der Kreistag berät im März über die Fortsetzung.',
)
_YEARS: Final = range(1990, 2101)


@per_record(Foerderung)
def sums_fit(foerderung: Foerderung, bestand: Bestand) -> Iterable[Befund]:
    """Find a stated total that is not the sum of the years."""
    total = foerderung.summe
    if foerderung.gesamt is not None and total is not None and foerderung.gesamt != total:
        apart = abs(foerderung.gesamt - total)
        yield SUMME.befund(
            bestand.ort(foerderung, "gesamt"),
            f"Genannt sind {euro_text(foerderung.gesamt)}, die Jahre ergeben {euro_text(total)}; "
            f"der Unterschied ist {euro_text(apart)}.",
            f'gesamt: "{number_text(total.quantize(Decimal("0.01")))}"',
            path=f"{foerderung.id}.gesamt",
        )


@per_record(Foerderung)
def period_fits(foerderung: Foerderung, bestand: Bestand) -> Iterable[Befund]:
    """Find a period that runs backwards, and years that are outside it or come twice."""
    ab, bis = foerderung.ab, foerderung.bis
    if ab is not None and bis is not None and bis < ab:
        yield ZEITRAUM.befund(
            bestand.ort(foerderung, "bis"),
            f"Das Ende {date_text(bis)} liegt vor dem Anfang {date_text(ab)}.",
            "Anfang und Ende vergleichen",
            path=f"{foerderung.id}.bis",
        )
        return
    seen: set[int] = set()
    for number, part in enumerate(foerderung.jahre):
        what = ""
        if part.jahr in seen:
            what = "steht zweimal da"
        elif (ab is not None and part.jahr < ab.year) or (bis is not None and part.jahr > bis.year):
            first = date_text(ab) if ab else "offen"
            last = date_text(bis) if bis else "offen"
            what = f"liegt nicht im Zeitraum (Beginn {first}, Ende {last})"
        elif part.jahr not in _YEARS:
            what = "ist kein Jahr mit vier Ziffern"
        seen.add(part.jahr)
        if what:
            yield JAHR.befund(
                bestand.ort(foerderung, "jahre", number, "jahr"),
                f"Das Jahr {part.jahr} {what}.",
                "Das Jahr oder den Zeitraum berichtigen",
                path=f"{foerderung.id}.jahre.{number}.jahr",
            )
        if part.eigenanteil is not None and part.eigenanteil > part.betrag:
            yield EIGENANTEIL.befund(
                bestand.ort(foerderung, "jahre", number, "eigenanteil"),
                f"Der Eigenanteil {euro_text(part.eigenanteil)} ist höher als der Betrag "
                f"{euro_text(part.betrag)}.",
                "Betrag und Eigenanteil vergleichen; der Betrag enthält den Eigenanteil",
                path=f"{foerderung.id}.jahre.{number}.eigenanteil",
            )


@per_record(Foerderung)
def weights_fit(foerderung: Foerderung, bestand: Bestand) -> Iterable[Befund]:
    """Find criteria whose weights do not make a whole."""
    weights = [k.gewicht for k in foerderung.verteilung if k.gewicht is not None]
    total = sum(weights, Decimal(0))
    if weights and total != _ALL:
        yield GEWICHTE.befund(
            bestand.ort(foerderung, "verteilung"),
            f"Die Gewichte ergeben zusammen {number_text(total)} Prozent.",
            "Die Gewichte berichtigen, bis sie 100 ergeben",
            path=f"{foerderung.id}.verteilung",
        )


@whole
def what_ends(bestand: Bestand) -> Iterable[Befund]:
    """Find money that ends soon while nobody says how it goes on."""
    for foerderung in auslaufende_foerderungen(bestand):
        if foerderung.nachfolge is None and foerderung.bis is not None:
            yield LAEUFT_AUS.befund(
                bestand.ort(foerderung, "bis"),
                f"„{foerderung.titel}“ läuft am {date_text(foerderung.bis)} aus.",
                "Unter nachfolge eintragen, wie es weitergeht",
                path=f"{foerderung.id}.bis",
            )
