"""Entries of the search for records that share a page: schools, contacts, standards, terms."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from macros.exports.public import public_value
from macros.model.records import Begriff, Kontakt, Organisation, Schule, Standard
from macros.search.dated import dated_entries
from macros.search.eintrag import Eintrag, joined
from macros.search.kinds import Treffer

if TYPE_CHECKING:
    from collections.abc import Iterator

    from macros.model.bestand import Bestand
    from macros.model.contact_values import Telefonnummer

_STANDARDS: Final = "standards/{}.md"


def entries(bestand: Bestand) -> Iterator[Eintrag]:
    """Yield an entry for each published record; names of persons are in none.

    Args:
        bestand: the region's data.
    """
    for standard in bestand.alle(Standard):
        yield _standard(standard)
    for schule in bestand.alle(Schule):
        yield _schule(schule, bestand.schulname(schule))
    for kontakt in bestand.alle(Kontakt):
        if not kontakt.aufgehoben(bestand.stichtag):
            yield _kontakt(kontakt)
    for organisation in bestand.alle(Organisation):
        yield _organisation(organisation)
    for begriff in bestand.alle(Begriff):
        yield _begriff(begriff)
    yield from dated_entries(bestand)


def _standard(s: Standard) -> Eintrag:
    return Eintrag(
        _STANDARDS.format(s.dimension.value),
        s.id,
        f"{s.nummer} {s.titel}",
        joined(s.anforderung, s.leitfrage),
        Treffer.STANDARD,
    )


def _schule(s: Schule, name: str) -> Eintrag:
    return Eintrag(
        f"service/gemeinden/{s.gemeinde.id}.md",
        s.id,
        name,
        joined(s.schulform.ziel.name, s.gemeinde.ziel.name, s.strasse, _phone(s.telefon), s.email),
        Treffer.SCHULE,
        _words(s.schulnummer, s.kurzname),
    )


def _kontakt(k: Kontakt) -> Eintrag:
    duty = k.zustaendig
    return Eintrag(
        "service/kontakte.md",
        k.id,
        k.funktion,
        joined(
            k.organisation.ziel.name,
            _phone(k.telefon),
            public_value(k, "mobil"),
            k.email,
            *(thema.ziel.name for thema in (duty.themen if duty else ())),
            *(ort.ziel.name for ort in (duty.orte if duty else ())),
        ),
        Treffer.KONTAKT,
    )


def _organisation(o: Organisation) -> Eintrag:
    return Eintrag(
        "service/netzwerk.md",
        o.id,
        o.name,
        joined(
            o.art.label,
            public_value(o, "ort"),
            _phone(o.telefon),
            o.email,
            *(angebot.name for angebot in o.angebote),
        ),
        Treffer.ORGANISATION,
    )


def _begriff(b: Begriff) -> Eintrag:
    titel = f"{b.begriff} ({b.abkuerzung})" if b.abkuerzung else b.begriff
    return Eintrag("glossar.md", b.id, titel, b.definition, Treffer.GLOSSAR, b.formen)


def _phone(number: Telefonnummer | None) -> str:
    return f"Telefon {number}" if number else ""


def _words(*parts: str | None) -> tuple[str, ...]:
    return tuple(part for part in parts if part)
