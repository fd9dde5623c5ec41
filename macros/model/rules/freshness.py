"""Rules about time: what was verified when, and dates that cannot be."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, Final

from macros.model.findings import Befund, Stufe, regel
from macros.model.freshness import DUE_AFTER, STALE_AFTER
from macros.model.german import date_text
from macros.model.records import Kennzahl, Kontakt, Organisation, Person, Region, Stelle
from macros.model.rules.accessibility import past_days
from macros.model.rules.check import whole

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from datetime import date

    from macros.model.bestand import Bestand
    from macros.model.record import Bestandssatz, Record

VERALTET = regel(
    "R-350",
    Stufe.WARNUNG,
    "Angaben sind in den letzten 400 Tagen geprüft",
    "Alte Nummern kosten in einer Krise Zeit.",
    'geprueft_am: "2024-01-15"',
    'geprueft_am: "2026-09-01"',
)
FAELLIG = regel(
    "R-351",
    Stufe.HINWEIS,
    "Angaben werden alle 200 Tage geprüft",
    "Zweimal im Jahr nachfragen genügt: nach den Sommerferien und zum Halbjahr.",
    'geprueft_am: "2026-03-01"',
    'geprueft_am: "2026-09-01"',
)
NIE_GEPRUEFT = regel(
    "R-352",
    Stufe.HINWEIS,
    "Angaben nennen den Tag der letzten Prüfung",
    "Ohne Datum weiß niemand, ob die Angabe noch stimmt.",
    "- id: jugendamt (ohne geprueft_am)",
    'geprueft_am: "2026-09-01"',
)
ZUKUNFT = regel(
    "R-353",
    Stufe.FEHLER,
    "Geprüft und informiert wurde in der Vergangenheit",
    "Ein Datum in der Zukunft ist vertippt.",
    'geprueft_am: "2062-09-01"',
    'geprueft_am: "2026-09-01"',
)

_VERIFIED: Final[tuple[type[Bestandssatz], ...]] = (
    Kontakt,
    Organisation,
    Stelle,
)


@whole
def verified_lately(bestand: Bestand) -> Iterable[Befund]:
    """Find records whose last verification is long ago; those never verified are counted."""
    never: Counter[str] = Counter()
    first: dict[str, Record] = {}
    for typ in _VERIFIED:
        for record in bestand.alle(typ):
            day = record.geprueft_am
            if day is None:
                if record.quelle is None:
                    never[typ.datei.mehrzahl] += 1
                    first.setdefault(typ.datei.mehrzahl, record)
                continue
            age = bestand.stichtag - day
            rule = VERALTET if age > STALE_AFTER else FAELLIG if age > DUE_AFTER else None
            if rule:
                yield rule.befund(
                    bestand.ort(record, "geprueft_am"),
                    f"„{record.id}“ wurde zuletzt am {date_text(day)} geprüft, "
                    f"vor {age.days} Tagen.",
                    f'Nachfragen, dann geprueft_am: "{bestand.stichtag.isoformat()}"',
                    path=f"{record.id}.geprueft_am",
                )
    for plural, count in never.items():
        example = first[plural]
        yield NIE_GEPRUEFT.befund(
            bestand.ort(example),
            f"{plural} ohne „geprueft_am“ und ohne „quelle“: {count}, zuerst „{example.id}“.",
        )


@whole
def not_in_the_future(bestand: Bestand) -> Iterable[Befund]:
    """Find verification, information and decision dates after the Stichtag."""
    for record, path, day in _past_dates(bestand):
        if day > bestand.stichtag:
            yield ZUKUNFT.befund(
                bestand.ort(record, *path),
                f"Das Datum {date_text(day)} liegt in der Zukunft.",
                f'{path[-1]}: "{bestand.stichtag.isoformat()}"',
                path=f"{record.id}.{path[-1]}",
            )


def _past_dates(bestand: Bestand) -> Iterator[tuple[Record, tuple[str | int, ...], date]]:
    for table in bestand.tables.values():
        for record in table.values():
            day = getattr(record, "geprueft_am", None)
            if day is not None:
                yield record, ("geprueft_am",), day
    for person in bestand.alle(Person):
        yield person, ("informiert_am",), person.informiert_am
    for kennzahl in bestand.alle(Kennzahl):
        if kennzahl.stand is not None:
            yield kennzahl, ("stand",), kennzahl.stand
    for stelle in bestand.alle(Stelle):
        if stelle.unbesetzt_seit is not None:
            yield stelle, ("unbesetzt_seit",), stelle.unbesetzt_seit
    for record, name, day in past_days(bestand):
        yield record, (name,), day
    for region in bestand.alle(Region):
        for field in ("stand", "erstellt_am", "letzte_pruefung"):
            told = getattr(region.barrierefreiheit, field)
            if told is not None:
                yield region, ("barrierefreiheit", field), told
        for number, fassung in enumerate(region.fassungen):
            yield region, ("fassungen", number, "beschlossen_am"), fassung.beschlossen_am
