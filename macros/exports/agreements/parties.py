"""What a form knows before anybody fills it in: the parties, the schools, the Fassung, the term."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final

from macros.model.german import date_text, listed
from macros.model.placeholders import LUECKE
from macros.model.records import Organisation
from macros.model.records.klausel import Vereinbarungstyp
from macros.model.records.organisation import Organisationsart
from macros.model.records.vereinbarung import Laufzeitende

if TYPE_CHECKING:
    from collections.abc import Mapping

    from macros.model.bestand import Bestand
    from macros.model.records import Vereinbarung


@dataclass(frozen=True)
class Parteizeile:
    """A party as the form names it.

    Attributes:
        name: its name, or a gap.
        rolle: what it is in the agreement.
        funktionen: who signs for it, or a gap.
    """

    name: str
    rolle: str
    funktionen: str = LUECKE


@dataclass(frozen=True)
class Zusagezeile:
    """What one party grants another, in words."""

    von: str
    an: str
    was: str


@dataclass(frozen=True)
class Vorbelegung:
    """Everything a form of an agreement is filled with.

    Attributes:
        typ: type of the agreement.
        parteien: the parties.
        zusagen: what they grant each other; empty lines where nothing is known.
        werte: values of the placeholders in the text blocks.
    """

    typ: Vereinbarungstyp
    parteien: tuple[Parteizeile, ...]
    zusagen: tuple[Zusagezeile, ...]
    werte: Mapping[str, str] = field(default_factory=dict)


_ROLES: Final = {
    Vereinbarungstyp.A: ("Kommune", "Land"),
    Vereinbarungstyp.B: ("Anstellungsträger", "Schule"),
    Vereinbarungstyp.C: ("Kreis", "Gemeinde"),
    Vereinbarungstyp.D: ("freier Träger", "Kommune"),
    Vereinbarungstyp.E: ("Träger", "Jugendamt"),
}
# Which of the two is the office that publishes the site; at a school it is neither.
_OWN: Final = {Vereinbarungstyp.A: 0, Vereinbarungstyp.C: 0, Vereinbarungstyp.D: 1}
_KNOWN: Final = {
    (Vereinbarungstyp.A, 1): Organisationsart.LAND,
    (Vereinbarungstyp.E, 1): Organisationsart.JUGENDAMT,
}
_NO_GRANTS: Final = (Zusagezeile(LUECKE, LUECKE, LUECKE),) * 3


def for_type(bestand: Bestand, typ: Vereinbarungstyp) -> Vorbelegung:
    """Return what is known of any agreement of a type in this region."""
    names = [_name(bestand, typ, place) for place in (0, 1)]
    parties = tuple(Parteizeile(name, role) for name, role in zip(names, _ROLES[typ], strict=True))
    return Vorbelegung(typ, parties, _NO_GRANTS, _values(bestand, parties))


def for_agreement(bestand: Bestand, vereinbarung: Vereinbarung) -> Vorbelegung:
    """Return what is known of an agreement, so that it can be renewed."""
    parties = tuple(
        Parteizeile(
            partei.name, partei.rolle or LUECKE, ", ".join(partei.unterschrieben_von) or LUECKE
        )
        for partei in vereinbarung.parteien
    )
    names = {partei.kurz: partei.name for partei in vereinbarung.parteien}
    grants = tuple(
        Zusagezeile(
            names.get(zusage.von, LUECKE),
            names.get(zusage.an, LUECKE),
            f"{zusage.was} (für: {zusage.fuer})" if zusage.fuer else zusage.was,
        )
        for zusage in vereinbarung.zusagen
    )
    values = _values(bestand, parties)
    if vereinbarung.typ is Vereinbarungstyp.C:
        values["Partei 2"] = listed([partei.name for partei in parties[1:]])
    values["Schulen"] = ", ".join(v.ziel.name for v in vereinbarung.schulen) or (
        vereinbarung.geltungsbereich or ""
    )
    if not vereinbarung.unterzeichnet:
        # Of a draft the term is what is being agreed; what has run its course needs a new one.
        begin, end = vereinbarung.gueltig_ab, vereinbarung.gueltig_bis
        values["Beginn"] = date_text(begin) if begin else ""
        values["Ende"] = date_text(end) if end else ""
    if vereinbarung.ende is Laufzeitende.UNBEFRISTET:
        values["Ende"] = "auf unbestimmte Zeit"
    return Vorbelegung(vereinbarung.typ, parties, grants or _NO_GRANTS, values)


def _values(bestand: Bestand, parties: tuple[Parteizeile, ...]) -> dict[str, str]:
    fassung = bestand.fassung()
    return {
        "Partei 1": parties[0].name,
        "Partei 2": parties[1].name,
        "Fassung": fassung.name if fassung else "",
    }


def _name(bestand: Bestand, typ: Vereinbarungstyp, place: int) -> str:
    if _OWN.get(typ) == place:
        return bestand.region.anbieter.name
    wanted = _KNOWN.get((typ, place))
    found = [o.name for o in bestand.alle(Organisation) if o.art is wanted]
    return found[0] if len(found) == 1 else LUECKE
