"""What the Koordinierungsstelle does in this region, and where one sees the result."""

from __future__ import annotations

from typing import Annotated, ClassVar

from pydantic import Field

from macros.model.record import Bestandssatz, Datei, Ordner
from macros.model.records.gremium import Gremium
from macros.model.records.seitenverweis import Seitenverweis
from macros.model.records.termin import Material
from macros.model.values import Absatz, Zeile
from macros.model.verweis import Verweis


class Aufgabe(Bestandssatz):
    """A task of the Koordinierungsstelle; the order of the file is the order of the page."""

    datei: ClassVar[Datei] = Datei(Ordner.BESTAND, "aufgaben.yml", "Aufgabe", "Aufgaben")

    titel: Annotated[Zeile, Field(title="Aufgabe")]
    text: Annotated[Absatz | None, Field(title="Erklärung")] = None
    ergebnis: Annotated[Zeile | None, Field(title="Was dabei herauskommt")] = None
    takt: Annotated[Zeile | None, Field(title="Wie oft")] = None
    seiten: Annotated[
        tuple[Seitenverweis, ...],
        Field(title="Seiten", description="wo man auf dieser Website sieht, was daraus wird"),
    ] = ()
    gremien: Annotated[tuple[Verweis[Gremium], ...], Field(title="Gremien")] = ()
    material: Annotated[tuple[Material, ...], Field(title="Material")] = ()
