"""Rules about the catalogue: standards, terms, figures."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from macros.model import figure_ids
from macros.model.findings import Befund, Stufe, regel
from macros.model.nearest import fold
from macros.model.records import Begriff, Kennzahl, Standard
from macros.model.records.katalog import Dimension
from macros.model.rules.check import per_record, whole

if TYPE_CHECKING:
    from collections.abc import Iterable

    from macros.model.bestand import Bestand

_ID: Final = re.compile(r"^qs-([spe])-\d{2}$")
_LETTER: Final = {"s": Dimension.STRUKTUR, "p": Dimension.PROZESS, "e": Dimension.ERGEBNIS}

STANDARD_KENNUNG = regel(
    "R-360",
    Stufe.FEHLER,
    "Standards heißen qs-s-01, qs-p-01 oder qs-e-01",
    "Die Nummer ist dauerhaft. Ihr Buchstabe nennt die Dimension: Struktur, Prozess, Ergebnis.",
    "id: qs-s-01\n  dimension: prozess",
    "id: qs-s-01\n  dimension: struktur",
)
OHNE_NACHWEIS = regel(
    "R-361",
    Stufe.WARNUNG,
    "Standards nennen Nachweise",
    "Ohne Nachweis kann eine Schule nicht zeigen, dass sie den Standard erfüllt.",
    "- id: qs-s-01 (ohne nachweise)",
    "nachweise:\n  - Vereinbarung liegt vor",
)
BEGRIFF_DOPPELT = regel(
    "R-362",
    Stufe.FEHLER,
    "Jeder Begriff ist einmal erklärt",
    "Zwei Erklärungen für dasselbe Wort widersprechen sich früher oder später.",
    "begriff: Fachaufsicht (zweimal)",
    "begriff: Fachaufsicht (einmal)",
)
KENNZAHL_BERECHNET = regel(
    "R-363",
    Stufe.FEHLER,
    "Berechnete Kennzahlen werden nicht von Hand eingetragen",
    "Die Seite zählt selbst; eine eingetragene Zahl würde bald abweichen.",
    "- id: anzahl-schulen",
    "- id: anzahl-schulen-laut-ministerium",
)


@per_record(Standard)
def standard_id(standard: Standard, bestand: Bestand) -> Iterable[Befund]:
    """Find standards whose number has another form or contradicts the dimension."""
    found = _ID.match(standard.id)
    if found is None:
        yield STANDARD_KENNUNG.befund(
            bestand.ort(standard, "id"),
            f"„{standard.id}“ ist keine Nummer eines Standards.",
            "id: qs-s-01",
            path=standard.id,
        )
    elif _LETTER[found.group(1)] is not standard.dimension:
        right = _LETTER[found.group(1)]
        yield STANDARD_KENNUNG.befund(
            bestand.ort(standard, "dimension"),
            f"„{standard.id}“ gehört zur Dimension „{right.value}“, "
            f"nicht zu „{standard.dimension.value}“.",
            f"dimension: {right.value}",
            path=f"{standard.id}.dimension",
        )


@per_record(Standard)
def has_evidence(standard: Standard, bestand: Bestand) -> Iterable[Befund]:
    """Find standards nobody can prove."""
    if not standard.nachweise and standard.zurueckgezogen is None:
        yield OHNE_NACHWEIS.befund(
            bestand.ort(standard),
            f"Der Standard {standard.nummer} nennt keinen Nachweis.",
            path=standard.id,
        )


@whole
def terms_once(bestand: Bestand) -> Iterable[Befund]:
    """Find a term explained twice."""
    first: dict[str, Begriff] = {}
    for begriff in bestand.alle(Begriff):
        key = fold(begriff.begriff)
        if key in first:
            yield BEGRIFF_DOPPELT.befund(
                bestand.ort(begriff, "begriff"),
                f"Der Begriff „{begriff.begriff}“ ist schon erklärt "
                f"(Zeile {bestand.ort(first[key]).line}).",
                "Die beiden Erklärungen zusammenführen",
                path=begriff.id,
            )
        first.setdefault(key, begriff)


@per_record(Kennzahl)
def computed_stays_computed(kennzahl: Kennzahl, bestand: Bestand) -> Iterable[Befund]:
    """Find a hand-made figure under the name of a computed one."""
    if kennzahl.id in figure_ids.COMPUTED:
        yield KENNZAHL_BERECHNET.befund(
            bestand.ort(kennzahl, "id"),
            f"„{kennzahl.id}“ wird aus den Daten berechnet.",
            "Den Eintrag löschen oder ihm eine andere Kennung geben",
            path=kennzahl.id,
        )
