"""Macros for agreements: one with all its facts, all at a glance, and along time."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from macros.exports.agreements.files import muster_files, muster_for
from macros.model.agreements import (
    VORWARNUNG,
    Klauselstand,
    Vereinbarungsstatus,
    ende_von,
    klauseln_in_ordnung,
    klauselstand,
    nachweis_von,
    status_von,
)
from macros.model.page_path import address_for
from macros.model.records import Vereinbarung
from macros.model.records.klausel import Vereinbarungstyp
from macros.views.law import SEITEN
from macros.views.lookup import choice, record
from macros.views.registry import makro
from macros.views.templating import Fragment, block

if TYPE_CHECKING:
    from datetime import date

    from macros.model.records.klausel import Klausel
    from macros.model.records.vereinbarung import Klauselnachweis, Partei, Zusage
    from macros.views.ansicht import Ansicht

FOLDER: Final = "vereinbarungen"
_SEITE: Final = "service/vereinbarungen/"
_MARK: Final = {
    Vereinbarungsstatus.IN_KRAFT: "besetzt",
    Vereinbarungsstatus.LAEUFT_AUS: "offen",
    Vereinbarungsstatus.NICHT_BEKANNT: "offen",
    Vereinbarungsstatus.BEGINNT: "offen",
    Vereinbarungsstatus.ENTWURF: "offen",
    Vereinbarungsstatus.AUSGELAUFEN: "unbesetzt",
}


@dataclass(frozen=True)
class Vereinbarungszeile:
    """An agreement as it stands on a day.

    Attributes:
        v: the agreement.
        status: how it stands.
        ende: its last day, where one is known.
        tage: days until then; None without an end or after it.
    """

    v: Vereinbarung
    status: Vereinbarungsstatus
    ende: date | None
    tage: int | None

    @property
    def marke(self) -> str:
        """The look of the status; the words say it, too."""
        return _MARK[self.status]

    @property
    def adresse(self) -> str:
        """Where its page is."""
        return address_for(page_of(self.v))


@dataclass(frozen=True)
class Parteiseite:
    """One party with what it grants and what it gets.

    Attributes:
        partei: the party.
        gewaehrt: what it grants, each with the party that gets it.
        erhaelt: what it gets, each with the party that grants it.
    """

    partei: Partei
    gewaehrt: tuple[tuple[Zusage, Partei], ...]
    erhaelt: tuple[tuple[Zusage, Partei], ...]


@dataclass(frozen=True)
class Klauselzeile:
    """A clause as one agreement has it."""

    klausel: Klausel
    stand: Klauselstand
    nachweis: Klauselnachweis | None


def page_of(vereinbarung: Vereinbarung) -> str:
    """Return the path of an agreement's page below ``docs``."""
    return f"{FOLDER}/{vereinbarung.id}.md"


def zeile_von(vereinbarung: Vereinbarung, stichtag: date) -> Vereinbarungszeile:
    """Return an agreement as it stands on a day."""
    end = ende_von(vereinbarung)
    days = (end - stichtag).days if end is not None and end >= stichtag else None
    return Vereinbarungszeile(vereinbarung, status_von(vereinbarung, stichtag), end, days)


def seiten_von(vereinbarung: Vereinbarung) -> list[Parteiseite]:
    """Return the parties with what each grants and gets; a side that only takes is seen at once."""
    return [
        Parteiseite(
            partei,
            tuple(
                (z, other)
                for z in vereinbarung.zusagen
                if z.von == partei.kurz and (other := vereinbarung.partei(z.an)) is not None
            ),
            tuple(
                (z, other)
                for z in vereinbarung.zusagen
                if z.an == partei.kurz and (other := vereinbarung.partei(z.von)) is not None
            ),
        )
        for partei in vereinbarung.parteien
    ]


@makro(
    inline=False,
    beispiel='vereinbarung("steuerung-land-und-kreis")',
    seite=_SEITE,
    live=True,
    gegenstand="Vereinbarung",
)
def vereinbarung(ansicht: Ansicht, id: str) -> Fragment:
    """Zeigt alles zu einer Vereinbarung: Eckdaten, Zusagen, Forum, Schulen und Klauseln.

    Das Makro gehört in den Text der Vereinbarung, vor den Wortlaut.

    Args:
        ansicht: die Seite.
        id: Kennung der Vereinbarung aus vereinbarungen.yml.
    """
    v = record(ansicht, Vereinbarung, id)
    rows = [
        Klauselzeile(klausel, stand, nachweis_von(v, klausel))
        for klausel in klauseln_in_ordnung(ansicht.bestand)
        if (stand := klauselstand(v, klausel)) is not Klauselstand.GEHOERT_NICHT
    ]
    following = next(
        (
            other
            for other in ansicht.bestand.alle(Vereinbarung)
            if other.vorgaengerin is not None and other.vorgaengerin.id == v.id
        ),
        None,
    )
    return block(
        "vereinbarung",
        ansicht=ansicht,
        v=v,
        zeile=zeile_von(v, ansicht.stichtag),
        seiten=seiten_von(v),
        klauseln=rows,
        staende=Klauselstand,
        nachfolgerin=zeile_von(following, ansicht.stichtag) if following else None,
        vorgaengerin=zeile_von(v.vorgaengerin.ziel, ansicht.stichtag) if v.vorgaengerin else None,
        recht_seiten=SEITEN,
        muster=None if ansicht.abgeloest else muster_for(ansicht.bestand, v),
        mit_text=v.id in ansicht.bestand.vereinbarungstexte,
    )


@makro(inline=False, beispiel="vereinbarungen()", seite=_SEITE, live=True)
def vereinbarungen(ansicht: Ansicht, typ: str = "") -> Fragment:
    """Listet alle Vereinbarungen mit Parteien, Laufzeit und Status, geordnet nach Typ.

    Args:
        ansicht: die Seite.
        typ: Nur Vereinbarungen dieses Typs, A bis E.
    """
    wanted = choice(Vereinbarungstyp, typ)
    rows = [
        zeile_von(v, ansicht.stichtag)
        for v in ansicht.bestand.alle(Vereinbarung)
        if wanted is None or v.typ is wanted
    ]
    groups = [(t, [r for r in rows if r.v.typ is t]) for t in Vereinbarungstyp]
    counts = [(s, sum(r.status is s for r in rows)) for s in Vereinbarungsstatus]
    return block(
        "vereinbarungen",
        ansicht=ansicht,
        gruppen=[(t, members) for t, members in groups if members],
        zaehlung=[(s, n) for s, n in counts if n],
        vorwarnung=VORWARNUNG.days,
    )


@makro(inline=False, beispiel="vereinbarungszeit()", seite=_SEITE, live=True)
def vereinbarungszeit(ansicht: Ansicht) -> Fragment:
    """Zeigt, wann Vereinbarungen enden oder überprüft werden, das Nächste zuerst.

    Args:
        ansicht: die Seite.
    """
    rows = [zeile_von(v, ansicht.stichtag) for v in ansicht.bestand.alle(Vereinbarung)]
    today = ansicht.stichtag
    ahead = [(r.ende, "ende", r) for r in rows if r.ende is not None and r.ende >= today]
    ahead += [
        (v.naechste_pruefung, "pruefung", r)
        for r in rows
        if (v := r.v).naechste_pruefung is not None
        and v.naechste_pruefung >= today
        and r.status is not Vereinbarungsstatus.AUSGELAUFEN
    ]
    ahead += [
        (v.gueltig_ab, "beginn", r)
        for r in rows
        if (v := r.v).gueltig_ab is not None and v.gueltig_ab > today
    ]
    past = [(r.ende, "ende", r) for r in rows if r.ende is not None and r.ende < today]

    def order(entry: tuple[date, str, Vereinbarungszeile]) -> tuple[date, str, str]:
        return (entry[0], entry[1], entry[2].v.id)

    return block(
        "vereinbarungszeit",
        ansicht=ansicht,
        kommend=sorted(ahead, key=order),
        vorbei=sorted(past, key=order, reverse=True),
        ohne=[r for r in rows if r.ende is None],
    )


@makro(inline=False, beispiel="vereinbarungsmuster()", seite=_SEITE, live=True)
def vereinbarungsmuster(ansicht: Ansicht) -> Fragment:
    """Listet die Muster als Word-Dateien: je Typ, je Vereinbarung und die übrigen Vordrucke.

    Args:
        ansicht: die Seite.
    """
    return block("vereinbarungsmuster", ansicht=ansicht, gruppen=muster_files(ansicht.bestand))
