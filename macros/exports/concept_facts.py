"""What the register knows of a school, as tables for its concept; never a person."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING

from macros.exports.concept_document import (
    NICHT_GEMELDET,
    Absatz,
    Tabelle,
    ergaenzen,
)
from macros.model.agreements import BESTEHT, status_von
from macros.model.german import date_text, number_text
from macros.model.records import Kontakt, Thema, Vereinbarung
from macros.model.records.stelle import Stellenstatus
from macros.model.responsibility import covers, responsible

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from macros.exports.concept_document import Teil
    from macros.exports.word.elements import Text
    from macros.model.bestand import Bestand
    from macros.model.records import Organisation, Schule, Schulform, Stelle
    from macros.model.records.region import Fassung
    from macros.model.records.stelle import Einsatz

NOTRUF = (("Polizei, wenn ein Kind jetzt in Gefahr ist", "110"), ("Rettungsdienst", "112"))


@dataclass(frozen=True)
class Blick:
    """For whom a file is made.

    Attributes:
        bestand: the region's data.
        fassung: the Fassung whose wording goes in; None: the draft.
        schule: the school; None: any.
        schulform: the Schulform, of the school or for a file without one; None: any.
    """

    bestand: Bestand
    fassung: Fassung | None
    schule: Schule | None = None
    schulform: Schulform | None = None

    @property
    def einsaetze(self) -> tuple[tuple[Stelle, Einsatz], ...]:
        """The posts at the school, each with its part here."""
        if self.schule is None:
            return ()
        return tuple(
            (stelle, einsatz)
            for stelle in self.bestand.stellen_an(self.schule)
            for einsatz in stelle.einsatz
            if einsatz.schule.id == self.schule.id
        )

    @property
    def traeger(self) -> tuple[Organisation, ...]:
        """The employers of those who work at the school, each once."""
        found = {s.anstellungstraeger.id: s.anstellungstraeger.ziel for s, _ in self.einsaetze}
        return tuple(found.values())


def known(value: str | None, was: str) -> Text:
    """Return a fact, or the mark for what the school puts in."""
    return value or ergaenzen(was)


def facts(titel: str, rows: Iterable[tuple[Text, Text]]) -> Tabelle:
    """Return a table with one fact in each row."""
    return Tabelle(titel, ("Angabe", "Eintrag"), tuple(rows), (3, 7), zeilenkopf=True)


def school_rows(blick: Blick) -> Iterator[tuple[Text, Text]]:
    """Yield name, number and address of the school."""
    schule = blick.schule
    yield "Schule", known(schule.name if schule else None, "Name der Schule")
    yield "Schulnummer", known(schule.schulnummer if schule else None, "Schulnummer")
    yield "Schulform", known(blick.schulform.name if blick.schulform else None, "Schulform")
    yield "Anschrift", known(_address(schule) if schule else None, "Anschrift")
    body = schule.schultraeger.ziel.name if schule and schule.schultraeger else None
    yield "Schulträger", known(body, "Schulträger")
    names = ", ".join(traeger.name for traeger in blick.traeger)
    missing: Text = NICHT_GEMELDET if schule else ergaenzen("Anstellungsträger")
    yield "Anstellungsträger", names or missing


def _address(schule: Schule) -> str:
    town = "\u00a0".join(part for part in (schule.plz, schule.ort) if part)
    return ", ".join(part for part in (schule.strasse, town) if part)


def decided(fassung: Fassung | None) -> str:
    """Return from which wording a file is derived, as it stands on the cover."""
    if fassung is None:
        return "Entwurf der nächsten Fassung, noch nicht beschlossen"
    return f"Fassung {fassung.name}, beschlossen am {date_text(fassung.beschlossen_am)}"


def posts(blick: Blick) -> tuple[Teil, ...]:
    """Return the posts at the school, a column for each."""
    found = blick.einsaetze
    if not found:
        words: Text = (
            f"Zu dieser Schule ist im Verzeichnis {NICHT_GEMELDET}, ob es eine Stelle gibt."
            if blick.schule
            else ("Stellen: ", ergaenzen("Stellen an Ihrer Schule"))
        )
        return (Absatz(words), _post_table((_empty_post(),)))
    total = sum((einsatz.vzae for _, einsatz in found), Decimal(0))
    many = "einer Stelle" if len(found) == 1 else f"{len(found)} Stellen"
    return (
        Absatz(f"Zusammen {number_text(total)} VZÄ auf {many}."),
        *(
            _post_table([_post(s, e) for s, e in found[i : i + 3]], i)
            for i in range(0, len(found), 3)
        ),
    )


_POST_ROWS = (
    "Anstellungsträger",
    "Umfang an unserer Schule",
    "Besetzung",
    "Befristung",
    "Programm",
    "Präsenz",
    "Erreichbar über",
    "Vertretung",
    "Angaben geprüft",
)


def _post_table(columns: Sequence[tuple[Text, ...]], before: int = 0) -> Tabelle:
    head = ("Frage", *(f"Stelle {before + n}" for n in range(1, len(columns) + 1)))
    rows = tuple(
        (name, *(column[number] for column in columns)) for number, name in enumerate(_POST_ROWS)
    )
    shares = (3, *((7 // len(columns) or 1,) * len(columns)))
    return Tabelle("Stellen der Schulsozialarbeit an der Schule", head, rows, shares, True)


def _empty_post() -> tuple[Text, ...]:
    return tuple(ergaenzen(name) for name in _POST_ROWS)


def _post(stelle: Stelle, einsatz: Einsatz) -> tuple[Text, ...]:
    return (
        stelle.anstellungstraeger.ziel.name,
        f"{number_text(einsatz.vzae)} VZÄ",
        _status(stelle),
        f"bis {date_text(stelle.befristet_bis)}" if stelle.befristet_bis else "keine gemeldet",
        stelle.programm.ziel.name if stelle.programm else NICHT_GEMELDET,
        known(einsatz.praesenz, "Präsenzzeiten"),
        reached(stelle.kontakt.ziel) if stelle.kontakt else ergaenzen("Ansprechstelle"),
        reached(stelle.vertretung.ziel) if stelle.vertretung else ergaenzen("Vertretung"),
        f"am {date_text(stelle.geprueft_am)}" if stelle.geprueft_am else "nicht bekannt",
    )


def _status(stelle: Stelle) -> str:
    since = stelle.unbesetzt_seit
    if stelle.status is Stellenstatus.UNBESETZT and since:
        return f"{stelle.status.label} seit {date_text(since)}"
    return stelle.status.label


def reached(stelle: Kontakt | Organisation) -> str:
    """Return the name of a function or body with its number."""
    name = stelle.funktion if isinstance(stelle, Kontakt) else stelle.name
    return f"{name}, {stelle.telefon.text}" if stelle.telefon else name


def supervision(blick: Blick) -> tuple[Teil, ...]:
    """Return who supervises: known to the employers, so each has its column to fill in."""
    names = [traeger.name for traeger in blick.traeger] or [""]
    rows = []
    for name in names:
        rows.append(
            (
                name or ergaenzen("Anstellungsträger"),
                *(ergaenzen() for _ in range(3)),
            )
        )
    head = ("Anstellungsträger", "Dienstaufsicht", "Fachaufsicht", "Weg im Kinderschutz")
    return (Tabelle("Aufsicht je Anstellungsträger", head, tuple(rows), zeilenkopf=True),)


def offices(blick: Blick) -> tuple[Teil, ...]:
    """Return who is responsible at the school's place, each office with its topics."""
    if blick.schule is None:
        topics = tuple(
            (thema.name, ergaenzen(), ergaenzen()) for thema in blick.bestand.alle(Thema)
        )
        head = ("Thema", "Zuständig", "Telefon")
        return (Tabelle("Zuständige Stellen an Ihrem Ort", head, topics, (4, 4, 2), True),)
    place = blick.schule.gemeinde.ziel
    found: dict[tuple[str, str], list[str]] = {}
    for thema in blick.bestand.alle(Thema):
        for one in responsible(blick.bestand, thema, place):
            forms = {form.id for form in one.schulformen}
            if not forms or (blick.schulform and blick.schulform.id in forms):
                found.setdefault(_office(one.stelle), []).append(thema.name)
    if not found:
        return (Absatz(f"Für diesen Ort ist {NICHT_GEMELDET}, wer zuständig ist."),)
    rows = tuple((*office, ", ".join(dict.fromkeys(topics))) for office, topics in found.items())
    head = ("Zuständig", "Telefon", "Themen")
    return (Tabelle(f"Zuständige Stellen in {place.name}", head, rows, (6, 2, 4), True),)


def _office(stelle: Kontakt | Organisation) -> tuple[str, str]:
    if isinstance(stelle, Kontakt):
        name = f"{stelle.funktion} ({stelle.organisation.ziel.name})"
    else:
        name = stelle.name
    return name, stelle.telefon.text if stelle.telefon else "keine Nummer gemeldet"


def protection(blick: Blick) -> tuple[Teil, ...]:
    """Return whom to call when a child may be in danger."""
    rows: list[tuple[Text, ...]] = [(who, number, "rund um die Uhr") for who, number in NOTRUF]
    rows += [
        (
            f"{kontakt.funktion} ({kontakt.organisation.ziel.name})",
            kontakt.telefon.text if kontakt.telefon else "keine Nummer gemeldet",
            kontakt.sprechzeiten or "nicht gemeldet",
        )
        for kontakt in child_protection(blick)
    ]
    rows += [
        ("Federführend an unserer Schule", ergaenzen("Funktion"), ergaenzen("wann erreichbar")),
        ("Vertretung", ergaenzen("Funktion"), ergaenzen("wann erreichbar")),
    ]
    head = ("Wer", "Telefon oder Funktion", "Erreichbar")
    return (Tabelle("Wer im Kinderschutz hilft", head, tuple(rows), (5, 3, 3), True),)


def child_protection(blick: Blick) -> tuple[Kontakt, ...]:
    """Return the functions of child protection that are responsible at the school's place."""
    place = blick.schule.gemeinde.ziel if blick.schule else None
    return tuple(
        kontakt
        for verweis in blick.bestand.region.kinderschutz
        if not (kontakt := verweis.ziel).aufgehoben(blick.bestand.stichtag)
        and (place is None or kontakt.zustaendig is None or covers(kontakt.zustaendig.orte, place))
    )


def agreements(blick: Blick) -> tuple[Teil, ...]:
    """Return one row per employer for its agreement with the school."""
    empty: tuple[Text, ...] = (ergaenzen("Anstellungsträger"), *(ergaenzen() for _ in range(3)))
    known_ones = [(t.name, *_agreed(blick, t)) for t in blick.traeger]
    rows: tuple[tuple[Text, ...], ...] = tuple(known_ones) or (empty,)
    head = ("Anstellungsträger", "Unterschrieben am", "Beruht auf Fassung", "Nächste Überprüfung")
    return (Tabelle("Kooperationsvereinbarungen", head, rows, zeilenkopf=True),)


def _agreed(blick: Blick, traeger: Organisation) -> tuple[Text, Text, Text]:
    """Return when an employer's agreement for the school was signed, its Fassung and review."""
    found = [
        vereinbarung
        for vereinbarung in blick.bestand.alle(Vereinbarung)
        if vereinbarung.unterzeichnet
        and any(blick.schule and v.id == blick.schule.id for v in vereinbarung.schulen)
        and any(p.organisation and p.organisation.id == traeger.id for p in vereinbarung.parteien)
        and status_von(vereinbarung, blick.bestand.stichtag) in BESTEHT
    ]
    if not found:
        return ergaenzen(), ergaenzen(), ergaenzen()
    latest = max(found, key=lambda v: (v.unterzeichnet_am or date.min, v.id))
    signed, review = latest.unterzeichnet_am, latest.naechste_pruefung
    return (
        date_text(signed) if signed else ergaenzen(),
        latest.fassung or ergaenzen(),
        date_text(review) if review else ergaenzen(),
    )


def notice(blick: Blick) -> tuple[Teil, ...]:
    """Return the notice with the hours, to be printed."""
    times = [e.praesenz for _, e in blick.einsaetze if e.praesenz]
    emergency = [f"{k.funktion}: {k.telefon.text}" for k in child_protection(blick) if k.telefon]
    schule = blick.schule
    phone = schule.telefon.text if schule and schule.telefon else None
    return (
        facts(
            "Aushang der Schulsozialarbeit",
            (
                ("Schulsozialarbeit", known(schule.name if schule else None, "Name der Schule")),
                ("Wo", ergaenzen("Gebäude, Raum und Weg dorthin")),
                ("Jemand ist da", known("; ".join(times), "Präsenzzeiten")),
                ("Ohne Termin", ergaenzen("Sprechzeit für Kinder und Jugendliche")),
                ("Für Eltern", ergaenzen("Sprechzeit für Eltern")),
                ("Telefon", ergaenzen("dienstliche Nummer der Schulsozialarbeit")),
                ("Sekretariat", known(phone, "Nummer des Sekretariats")),
                ("Wenn niemand da ist", ergaenzen("Vertretung mit Nummer")),
                ("Im Notfall", "; ".join(["Polizei: 110", *emergency])),
            ),
        ),
    )
