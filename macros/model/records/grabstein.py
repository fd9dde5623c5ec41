"""What stays of a removed person: the id, so that nobody gets it again, and the day."""

from __future__ import annotations

from typing import Annotated, ClassVar

from pydantic import Field

from macros.model.record import Datei, Ordner, Record
from macros.model.values import Datum


class Grabstein(Record):
    """A removed person; holds nothing that says who it was."""

    datei: ClassVar[Datei] = Datei(Ordner.BESTAND, "grabsteine.yml", "Grabstein", "Grabsteine")

    entfernt_am: Annotated[Datum, Field(title="Entfernt am")]
