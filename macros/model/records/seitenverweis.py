"""A link from data to a page of this website, with the words that stand in the link."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from macros.model.record import Teil
from macros.model.records.katalog import Seitenpfad
from macros.model.values import Zeile


class Seitenverweis(Teil):
    """A page of this website; macros do not know its title, so the link brings its words."""

    titel: Annotated[Zeile, Field(title="Titel")]
    seite: Annotated[
        Seitenpfad, Field(title="Seite", description="ohne Endung, etwa auftrag/leitbild-und-ziele")
    ]
