"""Rules about the register of the schools' concepts."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from macros.model.findings import Befund, Stufe, regel
from macros.model.german import date_text
from macros.model.nearest import nearest
from macros.model.records import Konzept
from macros.model.records.konzept import Konzeptstatus
from macros.model.rules.check import per_record, whole

if TYPE_CHECKING:
    from collections.abc import Iterable

    from macros.model.bestand import Bestand
    from macros.model.records.region import Fassung

_YEARS: Final = 3

FASSUNG_UNBEKANNT = regel(
    "R-480",
    Stufe.FEHLER,
    "Ein Konzept beruht auf einer Fassung, die es gibt",
    "Sonst weiß niemand, welcher Text gemeint ist.",
    'fassung: "2026.9"',
    'fassung: "2026.1"',
)
ZU_FRUEH = regel(
    "R-481",
    Stufe.FEHLER,
    "Eine Schule beschließt ihr Konzept nach der Fassung, auf der es beruht",
    "Vor ihrem Beschluss konnte niemand sich auf die Fassung stützen; meist ist das Jahr vertippt.",
    'fassung: "2026.1" mit beschlossen_am: "2025-05-12"',
    'fassung: "2026.1" mit beschlossen_am: "2026-09-21"',
)
ANGABEN_FEHLEN = regel(
    "R-482",
    Stufe.FEHLER,
    "Ein beschlossenes Konzept nennt Fassung und Datum, eines in Arbeit kein Datum",
    "Fassung und Datum sind das, was die Schule meldet.",
    "status: beschlossen, ohne beschlossen_am",
    'status: beschlossen mit fassung und beschlossen_am: "2026-09-21"',
)
SCHULE_ZWEIMAL = regel(
    "R-483",
    Stufe.FEHLER,
    "Jede Schule hat höchstens einen Eintrag zu ihrem Konzept",
    "Ein neuer Beschluss ersetzt den alten Eintrag.",
    "zwei Einträge mit schule: gs-am-see",
    "ein Eintrag mit dem neuen Datum",
)
WIEDERVORLAGE_FRUEH = regel(
    "R-484",
    Stufe.FEHLER,
    "Die Wiedervorlage liegt nach dem Beschluss",
    "Meist sind zwei Daten vertauscht.",
    'beschlossen_am: "2026-05-12", wiedervorlage: "2025-05-12"',
    'beschlossen_am: "2026-05-12", wiedervorlage: "2029-05-12"',
)
WIEDERVORLAGE_SPAET = regel(
    "R-485",
    Stufe.HINWEIS,
    "Ein Konzept kommt nach höchstens drei Jahren wieder auf den Tisch",
    "So steht es im Kapitel „Prüfliste und Beschlussweg“.",
    'beschlossen_am: "2026-05-12", wiedervorlage: "2031-05-12"',
    'beschlossen_am: "2026-05-12", wiedervorlage: "2029-05-12"',
)
ZUKUNFT = regel(
    "R-486",
    Stufe.FEHLER,
    "Beschlossen wurde ein Konzept in der Vergangenheit",
    "Ein Datum in der Zukunft ist vertippt, oder das Konzept ist noch in Arbeit.",
    'beschlossen_am: "2062-05-12"',
    'beschlossen_am: "2026-05-12", oder status: in-arbeit',
)


@per_record(Konzept)
def complete(konzept: Konzept, bestand: Bestand) -> Iterable[Befund]:
    """Find decided concepts without Fassung or date, and dates where nothing is decided."""
    if konzept.status is Konzeptstatus.IN_ARBEIT:
        if konzept.beschlossen_am is not None:
            yield ANGABEN_FEHLEN.befund(
                bestand.ort(konzept, "beschlossen_am"),
                "Das Konzept ist in Arbeit, hat aber ein Datum des Beschlusses.",
                "status: beschlossen, oder das Datum löschen",
                path=f"{konzept.id}.beschlossen_am",
            )
        return
    for name, example in (
        ("fassung", f'fassung: "{_newest(bestand)}"'),
        ("beschlossen_am", f'beschlossen_am: "{bestand.stichtag.isoformat()}"'),
    ):
        if getattr(konzept, name) is None:
            yield ANGABEN_FEHLEN.befund(
                bestand.ort(konzept),
                f"Zum beschlossenen Konzept „{konzept.id}“ fehlt „{name}“.",
                f"{example}, oder status: in-arbeit",
                path=f"{konzept.id}.{name}",
            )


@per_record(Konzept)
def follows_a_fassung(konzept: Konzept, bestand: Bestand) -> Iterable[Befund]:
    """Find unknown Fassungen, and concepts decided before theirs."""
    if konzept.fassung is None:
        return
    found = {fassung.name: fassung for fassung in bestand.region.fassungen}
    fassung = found.get(konzept.fassung)
    if fassung is None:
        guess = nearest(konzept.fassung, found)
        names = ", ".join(found) or "noch keine"
        yield FASSUNG_UNBEKANNT.befund(
            bestand.ort(konzept, "fassung"),
            f"Die Fassung {konzept.fassung} steht nicht in region.yml. Es gibt: {names}.",
            f'fassung: "{guess or _newest(bestand)}"',
            path=f"{konzept.id}.fassung",
        )
    elif konzept.beschlossen_am is not None and konzept.beschlossen_am < fassung.beschlossen_am:
        yield ZU_FRUEH.befund(
            bestand.ort(konzept, "beschlossen_am"),
            f"Das Konzept ist vom {date_text(konzept.beschlossen_am)}, die Fassung {fassung.name} "
            f"wurde erst am {date_text(fassung.beschlossen_am)} beschlossen.",
            _better(konzept, bestand, fassung),
            path=f"{konzept.id}.beschlossen_am",
        )


@per_record(Konzept)
def days_in_order(konzept: Konzept, bestand: Bestand) -> Iterable[Befund]:
    """Find decisions in the future, and reviews before the decision or long after it."""
    decided, review = konzept.beschlossen_am, konzept.wiedervorlage
    if decided is None:
        return
    if decided > bestand.stichtag:
        yield ZUKUNFT.befund(
            bestand.ort(konzept, "beschlossen_am"),
            f"Das Datum {date_text(decided)} liegt in der Zukunft.",
            "status: in-arbeit, oder das Datum richtigstellen",
            path=f"{konzept.id}.beschlossen_am",
        )
    latest = decided.replace(year=decided.year + _YEARS, day=min(decided.day, 28))
    if review is not None and review <= decided:
        yield WIEDERVORLAGE_FRUEH.befund(
            bestand.ort(konzept, "wiedervorlage"),
            f"Die Wiedervorlage am {date_text(review)} liegt nicht nach dem Beschluss am "
            f"{date_text(decided)}.",
            f'wiedervorlage: "{latest.isoformat()}"',
            path=f"{konzept.id}.wiedervorlage",
        )
    elif review is not None and (review.year, review.month) > (latest.year, latest.month):
        yield WIEDERVORLAGE_SPAET.befund(
            bestand.ort(konzept, "wiedervorlage"),
            f"Zwischen Beschluss und Wiedervorlage am {date_text(review)} liegen mehr als drei "
            "Jahre.",
            f'wiedervorlage: "{latest.isoformat()}"',
            path=f"{konzept.id}.wiedervorlage",
        )


@whole
def one_per_school(bestand: Bestand) -> Iterable[Befund]:
    """Find schools with two entries."""
    first: dict[str, Konzept] = {}
    for konzept in bestand.alle(Konzept):
        other = first.setdefault(konzept.schule.id, konzept)
        if other is not konzept:
            yield SCHULE_ZWEIMAL.befund(
                bestand.ort(konzept, "schule"),
                f"Zur Schule „{konzept.schule.id}“ gibt es schon den Eintrag „{other.id}“ "
                f"(Zeile {bestand.ort(other).line}).",
                "Den älteren der beiden Einträge löschen",
                path=f"{konzept.id}.schule",
            )


def _newest(bestand: Bestand) -> str:
    found = bestand.region.fassungen
    return found[-1].name if found else f"{bestand.stichtag.year}.1"


def _better(konzept: Konzept, bestand: Bestand, fassung: Fassung) -> str:
    """Return the Fassung that was in force when the school decided, or ask for the day."""
    day = konzept.beschlossen_am
    older = [f for f in bestand.region.fassungen if day and f.beschlossen_am <= day]
    if older:
        return f'fassung: "{older[-1].name}", oder das Datum richtigstellen'
    return f"Ein Datum ab dem {date_text(fassung.beschlossen_am)}"
