"""Where a statement comes from: a named source, or the honest word that it is our proposal."""

from __future__ import annotations

import re
from enum import unique
from typing import Annotated, Any, ClassVar

from pydantic import BeforeValidator, Field, WithJsonSchema

from macros.model import value_rules as r
from macros.model.contact_values import Webadresse
from macros.model.fault import fault, shown
from macros.model.record import Datei, Ordner, Record
from macros.model.values import Auswahl, Datum, Zeile


def _jahr(value: Any) -> Any:
    if not isinstance(value, str) or re.fullmatch(r"(19|20)\d\d", value, re.ASCII):
        return value
    raise fault(r.DATUM, f"{shown(value)} ist kein Jahr. Erwartet werden vier Ziffern.")


Jahr = Annotated[
    str,
    BeforeValidator(_jahr),
    WithJsonSchema({"type": "string", "pattern": r"^(19|20)\d\d$"}),
]


@unique
class Quellenart(Auswahl):
    """What kind of source it is; it says how much a statement weighs."""

    GESETZ = "gesetz", "Gesetz"
    ERLASS = "erlass", "Erlass oder Richtlinie"
    KONZEPT = "konzept", "Konzept"
    FACHTEXT = "fachtext", "Fachtext"
    BESCHLUSS = "beschluss", "Beschluss"
    STUDIE = "studie", "Studie oder Erhebung"
    VORSCHLAG = "vorschlag", "Vorschlag"


class Quelle(Record):
    """A source that chapters, standards and norms name."""

    datei: ClassVar[Datei] = Datei(Ordner.KATALOG, "quellen.yml", "Quelle", "Quellen", "quellen")

    titel: Annotated[Zeile, Field(title="Titel")]
    herausgeber: Annotated[Zeile, Field(title="Herausgeber")]
    jahr: Annotated[Jahr | None, Field(title="Jahr", description="Entweder Jahr oder Datum")] = None
    datum: Annotated[Datum | None, Field(title="Datum", description="Entweder Jahr oder Datum")] = (
        None
    )
    adresse: Annotated[Webadresse | None, Field(title="Adresse")] = None
    abgerufen_am: Annotated[
        Datum | None,
        Field(title="Abgerufen am", description="Tag, an dem die Adresse zuletzt gelesen wurde"),
    ] = None
    art: Annotated[Quellenart, Field(title="Art")]
    hinweis: Annotated[Zeile | None, Field(title="Hinweis")] = None
