"""A name behind a function or a post; kept in an overlay outside the repository."""

from __future__ import annotations

from enum import unique
from typing import Annotated, ClassVar

from pydantic import Field

from macros.model.contact_values import Mailadresse, Telefonnummer
from macros.model.record import Bestandssatz, Datei, Ordner
from macros.model.records.kontakt import Kontakt
from macros.model.records.stelle import Stelle
from macros.model.values import Auswahl, Datum, JaNein, Zeile
from macros.model.verweis import Verweis


@unique
class Grundlage(Auswahl):
    """The legal basis on which a name is published.

    Sources: §§ 9 Abs. 3, 12 IFG NRW; Art. 6 Abs. 1 Buchst. e und a DSGVO (zu prüfen).
    """

    IFG_NRW = "ifg_nrw", "§§ 9, 12 IFG NRW"
    ART6_1_E = "art6_1_e", "Art. 6 Abs. 1 Buchst. e DSGVO"
    EINWILLIGUNG = "einwilligung", "Einwilligung"
    TRAEGERVEREINBARUNG = "traegervereinbarung", "Vereinbarung mit dem Träger"


class Person(Bestandssatz):
    """A person who may be named, as long as the legal basis lasts."""

    datei: ClassVar[Datei] = Datei(Ordner.BESTAND, "personen.yml", "Person", "Personen")

    name: Annotated[Zeile, Field(title="Name")]
    geprueft_am: Annotated[Datum, Field(title="Geprüft am")]
    kontakte: Annotated[tuple[Verweis[Kontakt], ...], Field(title="Kontakte")] = ()
    stellen: Annotated[tuple[Verweis[Stelle], ...], Field(title="Stellen")] = ()
    grundlage: Annotated[Grundlage, Field(title="Rechtsgrundlage")]
    informiert_am: Annotated[Datum, Field(title="Informiert am")]
    gueltig_bis: Annotated[Datum | None, Field(title="Veröffentlichung bis")] = None
    telefon: Annotated[Telefonnummer | None, Field(title="Telefon")] = None
    mobil: Annotated[Telefonnummer | None, Field(title="Diensthandy")] = None
    mobil_dienstlich: Annotated[JaNein, Field(title="Mobilnummer dienstlich")] = False
    email: Annotated[Mailadresse | None, Field(title="E-Mail")] = None
