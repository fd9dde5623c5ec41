"""The Selbstevaluation: a sheet per role with the standards it answers for, and the four steps."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from macros.model.records import Standard
from macros.model.records.katalog import Dimension, Rolle

if TYPE_CHECKING:
    from macros.model.bestand import Bestand

ORDNER: Final = "service/muster/selbstevaluation"


@dataclass(frozen=True)
class Stufe:
    """A step of the scale.

    Attributes:
        name: what people choose.
        bedeutung: what it means, one sentence.
    """

    name: str
    bedeutung: str


STUFEN: Final = (
    Stufe("erfüllt", "Alle Nachweise liegen vor."),
    Stufe("überwiegend", "Ein Nachweis fehlt, der Alltag leidet kaum."),
    Stufe("teilweise", "Es gibt einen Anfang, aber junge Menschen merken die Lücke."),
    Stufe("nicht erfüllt", "Es fehlt das Wesentliche."),
)
"""The scale as the chapter on Selbstevaluation sets it; a test compares both."""
KEINE: Final = Stufe("trifft nicht zu", "Nur mit Grund: Schreiben Sie ihn unter Nachweis.")
_FUER: Final = {
    Rolle.FACHKRAFT: "die Fachkraft",
    Rolle.SCHULE: "die Schule",
    Rolle.TRAEGER: "den Anstellungsträger",
    Rolle.KOORDINATION: "die Koordinierungsstelle",
}
ROLLEN: Final = tuple(_FUER)
ANLEITUNG: Final = (
    "Füllen Sie diesen Bogen für sich aus, ohne die anderen Seiten. Planen Sie eine Stunde ein.",
    "Wählen Sie zu jedem Standard eine Stufe und nennen Sie, worauf Sie sich stützen: ein "
    "Dokument, eine Zahl, eine Beobachtung.",
    "Wo etwas fehlt, schreiben Sie eine Maßnahme auf, wer zuständig ist und bis wann.",
    "Legen Sie danach alle Bögen nebeneinander und wählen Sie gemeinsam höchstens drei "
    "Verbesserungen aus. Eine davon liegt nie bei der Fachkraft allein.",
    "An die Koordinierungsstelle geht nur die Liste der Verbesserungen. Die Bögen bleiben vor Ort.",
    "Angaben zu jungen Menschen, Familien oder einzelnen Beschäftigten gehören nicht hinein.",
)
VERBESSERUNGEN: Final = 3


@dataclass(frozen=True)
class Bogen:
    """The sheet of a role.

    Attributes:
        rolle: who fills it in.
        titel: its name.
        gruppen: its standards by dimension, in the catalogue's order; retired ones are left out.
    """

    rolle: Rolle
    titel: str
    gruppen: tuple[tuple[Dimension, tuple[Standard, ...]], ...]

    @property
    def standards(self) -> tuple[Standard, ...]:
        """All its standards."""
        return tuple(standard for _, members in self.gruppen for standard in members)

    def pfad(self, endung: str) -> str:
        """Return where the file with this ending stands in the site."""
        return f"{ORDNER}/{self.rolle.value}.{endung}"


def sheet_of(bestand: Bestand, rolle: Rolle) -> Bogen:
    """Return the sheet of a role.

    Args:
        bestand: the data with the standards.
        rolle: who fills it in.
    """
    own = [
        standard
        for standard in bestand.alle(Standard)
        if rolle in standard.verantwortlich and standard.zurueckgezogen is None
    ]
    groups = tuple(
        (dimension, members)
        for dimension in Dimension
        if (members := tuple(s for s in own if s.dimension is dimension))
    )
    return Bogen(rolle, f"Selbstevaluation: Bogen für {_FUER[rolle]}", groups)


def sheets(bestand: Bestand) -> tuple[Bogen, ...]:
    """Return the sheets of all roles that answer for a standard."""
    found = (sheet_of(bestand, rolle) for rolle in ROLLEN)
    return tuple(sheet for sheet in found if sheet.gruppen)
