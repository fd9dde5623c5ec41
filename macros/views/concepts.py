"""Macros for a concept's way: dates and papers up to the decision, the register, the sheets."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, Final

from macros.exports.forms.files import BESCHLUSS, self_evaluation_forms
from macros.exports.forms.self_evaluation import KEINE, ORDNER, STUFEN, sheet_of
from macros.model.concepts_due import Lage, end_of_school_year, konzeptlagen
from macros.model.records import Konzept
from macros.model.records.katalog import Rolle
from macros.views.filters import feld, filter_for
from macros.views.formats import sort_key
from macros.views.lookup import choice
from macros.views.pictures import Bild, Teil
from macros.views.registry import makro
from macros.views.templating import Fragment, block

if TYPE_CHECKING:
    from datetime import date

    from macros.model.concepts_due import Konzeptlage
    from macros.views.ansicht import Ansicht

_WAY: Final = "beschlussweg"
_LAST_MONTH: Final = 5  # later than May no body decides before the summer holidays
_FIRST_MONTH: Final = 8


@makro(inline=False, beispiel="beschlussweg()", live=True)
def beschlussweg(ansicht: Ansicht) -> Fragment:
    """Zeigt den Weg eines Konzepts durch die Konferenzen, mit Monaten des laufenden Schuljahres.

    Ab Juni gelten die Monate für das nächste Schuljahr.

    Args:
        ansicht: die Seite.
    """
    anker = ansicht.frei((f"bild-{_WAY}-titel", f"bild-{_WAY}-text"))
    return block("bild_weg_zum_konzept", anker, bild=_way(ansicht.stichtag), id=_WAY)


def decision_year(stichtag: date) -> int:
    """Return the calendar year in which a concept that is being written can be decided."""
    late = _LAST_MONTH < stichtag.month < _FIRST_MONTH
    return end_of_school_year(stichtag).year + late


def _way(stichtag: date) -> Bild:
    year = decision_year(stichtag)
    return Bild(
        "Vom Entwurf zum Beschluss",
        "Ein Weg in Kehren von oben nach unten mit sieben nummerierten Stationen.",
        f"Der Weg im Schuljahr {year - 1}/{year % 100:02}. Die Monate sind ein Vorschlag; die "
        "Konferenzen legen ihre Termine selbst fest.",
        (
            Teil("Entwurf vorlegen", f"Ende Februar {year}"),
            Teil("Träger liest", f"März {year}, vier Wochen"),
            Teil("Koordinierungsstelle liest", f"März {year}, vier Wochen"),
            Teil("Kinder und Eltern fragen", f"bis April {year}"),
            Teil("Lehrerkonferenz berät", f"April {year}"),
            Teil("Schulkonferenz beschließt", f"Mai {year}"),
            Teil("Ablegen und melden", f"zwei Wochen danach, bis Juni {year}"),
        ),
    )


@makro(
    inline=False,
    beispiel="beschlussunterlagen()",
    seite="service/konzept-beschliessen/",
    live=True,
    dateien=True,
)
def beschlussunterlagen(ansicht: Ansicht) -> Fragment:
    """Listet die Dateien für Prüfung, Rückmeldung und Meldung eines Konzepts.

    Args:
        ansicht: die Seite.
    """
    found = [form for form in BESCHLUSS if form.pfad in ansicht.dateien or not ansicht.dateien]
    return block("formulare", ansicht=ansicht, formulare=found, groessen=ansicht.dateien)


@makro(
    inline=False,
    beispiel='selbstevaluation("fachkraft")',
    seite="service/selbstevaluation/",
    live=True,
    dateien=True,
)
def selbstevaluation(ansicht: Ansicht, rolle: str) -> Fragment:
    """Zeigt den Bogen einer Rolle zur Selbstevaluation, darüber die Dateien dazu.

    Args:
        ansicht: die Seite.
        rolle: Wer ihn ausfüllt: fachkraft, schule, traeger oder koordination.
    """
    wanted = choice(Rolle, rolle) or Rolle.FACHKRAFT
    start = f"{ORDNER}/{wanted.value}."
    forms = [f for f in self_evaluation_forms(ansicht.bestand) if f.pfad.startswith(start)]
    return block(
        "selbstevaluation",
        ansicht=ansicht,
        bogen=sheet_of(ansicht.bestand, wanted),
        stufen=(*STUFEN, KEINE),
        formulare=forms,
        groessen=ansicht.dateien,
    )


@makro(inline=False, beispiel="stufen()", seite="service/selbstevaluation/", live=True)
def stufen(ansicht: Ansicht) -> Fragment:
    """Erklärt die Stufen der Selbstevaluation.

    Args:
        ansicht: die Seite.
    """
    return block("stufen", ansicht=ansicht, stufen=(*STUFEN, KEINE))


@makro(inline=False, beispiel="konzepte()", seite="service/konzepte/", live=True)
def konzepte(ansicht: Ansicht) -> Fragment:
    """Zeigt, was die Schulen zu ihrem Konzept gemeldet haben, nach Gemeinde und Name.

    Eine Rangfolge gibt es nicht. Eine Schule ohne Meldung steht mit „noch nicht gemeldet“ da.

    Args:
        ansicht: die Seite.
    """
    rows = sorted(
        konzeptlagen(ansicht.bestand),
        key=lambda row: (sort_key(row.schule.gemeinde.ziel.name), sort_key(row.schule.name)),
    )
    told = bool(ansicht.bestand.alle(Konzept))
    above = filter_for(
        ansicht,
        len(rows) if told else 0,
        "konzepte",
        "Schulen",
        feld("ort", "Gemeinde", (row.schule.gemeinde.ziel.name for row in rows)),
        feld("lage", "Stand", (row.lage.label for row in rows)),
    )
    counted = Counter(row.lage for row in rows)
    return block(
        "konzepte",
        above.anker if above else frozenset(),
        ansicht=ansicht,
        zeilen=rows,
        gemeldet=told,
        zaehlung=[(lage, counted[lage]) for lage in Lage if counted[lage]],
        filter=above,
        was=_what,
    )


def _what(row: Konzeptlage) -> str:
    """Return what is to do, as it stands before a date; empty where there is no date."""
    return {
        Lage.AELTER: "anpassen bis",
        Lage.ANPASSEN: "war anzupassen bis",
        Lage.UEBERPRUEFEN: "war zu überprüfen bis",
    }.get(row.lage, "")
