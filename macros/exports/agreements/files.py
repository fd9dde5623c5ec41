"""Which forms there are, and where they stand in the site."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from macros.exports.agreements.forms import agreement_form, other_form
from macros.exports.agreements.parties import for_agreement, for_type
from macros.model.agreements import Vereinbarungsstatus, status_von
from macros.model.records import Klausel, Mustertext, Vereinbarung
from macros.model.records.klausel import Vereinbarungstyp

if TYPE_CHECKING:
    from macros.model.bestand import Bestand

ORDNER: Final = "service/muster"


@dataclass(frozen=True)
class Musterdatei:
    """A form for download.

    Attributes:
        pfad: where it stands in the site.
        titel: what it is called.
        inhalt: its bytes.
    """

    pfad: str
    titel: str
    inhalt: bytes

    @property
    def groesse(self) -> int:
        """Its size in bytes."""
        return len(self.inhalt)


def muster_for(bestand: Bestand, vereinbarung: Vereinbarung) -> Musterdatei | None:
    """Return the form with the parties of an agreement; None without a catalogue of clauses."""
    if not bestand.alle(Klausel):
        return None
    titel = f"Vereinbarung: {vereinbarung.titel}"
    return Musterdatei(
        f"{ORDNER}/vereinbarung/fuer-{vereinbarung.id}.docx",
        titel,
        agreement_form(bestand, titel, for_agreement(bestand, vereinbarung)),
    )


def muster_for_type(bestand: Bestand, typ: Vereinbarungstyp) -> Musterdatei:
    """Return the form for any agreement of a type."""
    titel = f"Vereinbarung Typ {typ.value}: {typ.label} ({typ.zwischen})"
    return Musterdatei(
        f"{ORDNER}/vereinbarung/{typ.value.lower()}.docx",
        titel,
        agreement_form(bestand, titel, for_type(bestand, typ)),
    )


def muster_files(bestand: Bestand) -> list[tuple[str, list[Musterdatei]]]:
    """Return all forms in groups with their headings; a Fassung without clauses has none."""
    groups: list[tuple[str, list[Musterdatei]]] = []
    if bestand.alle(Klausel):
        types = [muster_for_type(bestand, typ) for typ in Vereinbarungstyp]
        groups.append(("Neue Vereinbarung, je Typ", types))
        again = [
            muster
            for v in bestand.alle(Vereinbarung)
            if status_von(v, bestand.stichtag) is not Vereinbarungsstatus.AUSGELAUFEN
            and (muster := muster_for(bestand, v)) is not None
        ]
        groups.append(("Mit den Parteien einer Vereinbarung, zum Erneuern", again))
    others = [
        Musterdatei(f"{ORDNER}/{muster.id}.docx", muster.titel, other_form(bestand, muster))
        for muster in bestand.alle(Mustertext)
    ]
    groups.append(("Weitere Vordrucke", others))
    return [(titel, dateien) for titel, dateien in groups if dateien]


def agreement_files(bestand: Bestand) -> dict[str, bytes]:
    """Return all forms, content by path below the site's root."""
    files = {m.pfad: m.inhalt for _, group in muster_files(bestand) for m in group}
    # The page of an agreement that has ended offers its form, too: it may be revived.
    for v in bestand.alle(Vereinbarung):
        if (muster := muster_for(bestand, v)) is not None:
            files.setdefault(muster.pfad, muster.inhalt)
    return files


def agreement_paths(bestand: Bestand) -> set[str]:
    """Return the paths of :func:`agreement_files`, without making the files."""
    paths = {f"{ORDNER}/{muster.id}.docx" for muster in bestand.alle(Mustertext)}
    if bestand.alle(Klausel):
        paths |= {f"{ORDNER}/vereinbarung/{typ.value.lower()}.docx" for typ in Vereinbarungstyp}
        paths |= {f"{ORDNER}/vereinbarung/fuer-{v.id}.docx" for v in bestand.alle(Vereinbarung)}
    return paths
