"""Money for social work at schools: how much in which year, from whom, for what, until when."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Annotated, ClassVar

from pydantic import Field

from macros.model.contact_values import Webadresse
from macros.model.money import Euro
from macros.model.record import Bestandssatz, Datei, Ordner, Teil
from macros.model.records.beschluss import Beschlussvorlage
from macros.model.records.organisation import Organisation
from macros.model.records.stelle import Programm
from macros.model.values import Absatz, Datum, Ganzzahl, Zahl, Zeile
from macros.model.verweis import Verweis


class Jahresbetrag(Teil):
    """What there is in one year."""

    jahr: Annotated[Ganzzahl, Field(title="Jahr", description="vier Ziffern")]
    betrag: Annotated[Euro, Field(title="Betrag (Euro)", description="mit dem Eigenanteil")]
    eigenanteil: Annotated[
        Euro | None,
        Field(title="Davon Eigenanteil (Euro)", description="ohne Angabe nicht bekannt"),
    ] = None


class Verteilkriterium(Teil):
    """Something that decides how the money or the posts are spread over schools."""

    kriterium: Annotated[Zeile, Field(title="Kriterium")]
    gewicht: Annotated[
        Zahl | None, Field(title="Gewicht (Prozent)", description="zusammen 100; sonst weglassen")
    ] = None
    erklaerung: Annotated[Zeile | None, Field(title="Erklärung")] = None


class Foerderung(Bestandssatz):
    """Money for a period; totals are computed from the years."""

    datei: ClassVar[Datei] = Datei(Ordner.BESTAND, "foerderungen.yml", "Förderung", "Förderungen")

    titel: Annotated[Zeile, Field(title="Titel")]
    geldgeber: Annotated[Verweis[Organisation] | None, Field(title="Geldgeber")] = None
    geldgeber_name: Annotated[
        Zeile | None,
        Field(title="Name des Geldgebers", description="wenn er nicht im Register steht"),
    ] = None
    empfaenger: Annotated[Zeile | None, Field(title="Wer das Geld bekommt")] = None
    programm: Annotated[
        Verweis[Programm] | None,
        Field(title="Programm", description="Programm, aus dem Stellen bezahlt werden"),
    ] = None
    ab: Annotated[Datum | None, Field(title="Beginn")] = None
    bis: Annotated[
        Datum | None, Field(title="Ende", description="letzter Tag; ohne Angabe nicht bekannt")
    ] = None
    jahre: Annotated[
        tuple[Jahresbetrag, ...],
        Field(title="Beträge je Jahr", description="leer, wenn kein Betrag bekannt ist"),
    ] = ()
    gesamt: Annotated[
        Euro | None,
        Field(title="Genannte Summe (Euro)", description="wie im Bescheid; wird nachgerechnet"),
    ] = None
    eigenanteil_hinweis: Annotated[
        Zeile | None,
        Field(title="Zum Eigenanteil", description="etwa: enthalten, Höhe nicht bekannt"),
    ] = None
    zwecke: Annotated[tuple[Zeile, ...], Field(title="Zwecke")] = ()
    stellen: Annotated[Ganzzahl | None, Field(title="Stellen")] = None
    vzae: Annotated[Zahl | None, Field(title="Umfang (VZÄ)")] = None
    verteilung: Annotated[
        tuple[Verteilkriterium, ...], Field(title="Kriterien der Verteilung")
    ] = ()
    vorlage: Annotated[Verweis[Beschlussvorlage] | None, Field(title="Vorlage")] = None
    adresse: Annotated[Webadresse | None, Field(title="Adresse")] = None
    nachfolge: Annotated[
        Zeile | None, Field(title="Wie es weitergeht", description="nach dem Ende")
    ] = None
    hinweis: Annotated[Absatz | None, Field(title="Hinweis")] = None

    @property
    def von(self) -> str:
        """Who gives the money; empty where nobody is named."""
        return self.geldgeber.ziel.name if self.geldgeber else self.geldgeber_name or ""

    @property
    def summe(self) -> Decimal | None:
        """The sum of all years; None where no year is known."""
        return sum((j.betrag for j in self.jahre), Decimal(0)) if self.jahre else None

    @property
    def eigenanteil(self) -> Decimal | None:
        """The sum of the own shares; None unless it is known for every year."""
        shares = [j.eigenanteil for j in self.jahre if j.eigenanteil is not None]
        known = bool(shares) and len(shares) == len(self.jahre)
        return sum(shares, Decimal(0)) if known else None

    def ausgelaufen(self, stichtag: date) -> bool:
        """Tell whether the money has ended before a day."""
        return self.bis is not None and self.bis < stichtag
