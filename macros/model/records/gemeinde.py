"""A municipality of the region."""

from __future__ import annotations

from typing import Annotated, ClassVar

from pydantic import Field

from macros.model.record import Bestandssatz, Datei, Ordner
from macros.model.values import Gemeindeschluessel, Plz, Zeile


class Gemeinde(Bestandssatz):
    """A town or municipality; in a kreisfreie Stadt the only one is the Stadt itself."""

    datei: ClassVar[Datei] = Datei(
        Ordner.BESTAND, "gemeinden.yml", "Gemeinde", "Gemeinden", pflicht=True
    )

    name: Annotated[Zeile, Field(title="Name")]
    gemeindeschluessel: Annotated[
        Gemeindeschluessel | None,
        Field(title="Gemeindeschlüssel", description="Amtlicher Schlüssel mit acht Ziffern"),
    ] = None
    plz: Annotated[
        tuple[Plz, ...],
        Field(title="Postleitzahlen", description="Alle Postleitzahlen der Gemeinde"),
    ] = ()
