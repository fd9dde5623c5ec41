"""What the theme's templates know about the region: one object, ``config.extra.rahmen``."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from macros.model.german import date_text
from macros.model.page_path import address_for
from macros.model.records.region import Regionsstatus
from macros.pages.neighbours import Nachbar, is_live_page, nearest_page
from macros.site import csp
from macros.site.corrected import corrections_of, last_corrections
from macros.site.order import Art, book_name
from macros.views.formats import dateigroesse

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date

    from macros.model.bestand import Bestand
    from macros.model.records import Berichtigung, Kontakt, Region
    from macros.model.records.region import Datenquelle, Fassung
    from macros.site.design import Logo
    from macros.site.order import Bauauftrag, Fassungslink


@dataclass(frozen=True)
class Eintrag:
    """One line of the list „Fassungen“.

    Attributes:
        name: „Fassung 2026.1“ or „Entwurf“.
        zusatz: whether it is in force and when it was decided.
        adresse: way from this tree's root to the page.
        diese: whether it is the tree being built.
        gleich: whether it is the same page; otherwise the nearest one.
        buch: way to the PDF with all its chapters; empty where there is none.
        buch_groesse: how large that file is.
    """

    name: str
    zusatz: str
    adresse: str
    diese: bool
    gleich: bool
    buch: str = ""
    buch_groesse: str = ""


@dataclass(frozen=True)
class Rahmen:
    """The region as the theme sees it.

    Attributes:
        region: the region's record.
        fassung: the Fassung of this site; None: everything is a draft.
        art: whether its wording is in force, superseded, or a draft.
        auftrag: what this build was ordered to become; None in an ordinary build.
        seiten: paths of all pages of this site below ``docs``.
        stichtag: the day for which the site is built.
        vorfuehrung: whether this is a demonstration.
        koordination: the office that publishes.
        kinderschutz: contacts that stand on every page.
        quellen: sources whose licence demands a line.
        vorschau: whether the site is being served for authors.
        logo: the region's logo; None where it has none.
        policy: the Content-Security-Policy of every page.
        berichtigungen: corrections of the Fassung being built, the earliest first.
        zuletzt_berichtigt: day of the last correction by name of the Fassung.
    """

    region: Region
    fassung: Fassung | None
    art: Art
    auftrag: Bauauftrag | None
    seiten: frozenset[str]
    stichtag: date
    vorfuehrung: bool
    koordination: Kontakt
    kinderschutz: tuple[Kontakt, ...]
    quellen: tuple[Datenquelle, ...]
    vorschau: bool
    logo: Logo | None = None
    policy: str = csp.PAGE
    berichtigungen: tuple[Berichtigung, ...] = ()
    zuletzt_berichtigt: Mapping[str, date] = field(default_factory=dict)

    @property
    def fassungen(self) -> tuple[Fassungslink, ...]:
        """All published trees; empty in an ordinary build."""
        return self.auftrag.fassungen if self.auftrag else ()

    def gibt_es(self, uri: str) -> bool:
        """Tell whether a page is in this tree, or among the live pages that it leads to."""
        live = self.auftrag.aktuelle if self.auftrag and self.auftrag.live else None
        return uri in self.seiten or (live is not None and uri in live.seiten)

    def liste(self, uri: str | None) -> list[Eintrag]:
        """Return the list „Fassungen“ for a page.

        Args:
            uri: the page; None for the error page, which leads to the start pages.
        """
        return [self._eintrag(link, uri or "index.md") for link in self.fassungen]

    @property
    def buch(self) -> Eintrag | None:
        """This tree, if there is a PDF with all its chapters."""
        own = self.auftrag.eigene if self.auftrag else None
        return self._eintrag(own, "index.md") if own and own.buch else None

    def aktuell(self, uri: str | None) -> Eintrag | None:
        """Return where a page is in the Fassung in force; None where there is no other."""
        link = self.auftrag.aktuelle if self.auftrag else None
        if link is None or not link.adresse_relativ:
            return None
        return self._eintrag(link, uri or "index.md")

    def berichtigt(self, uri: str) -> list[Berichtigung]:
        """Return the corrections after which a page reads differently."""
        return [b for b in self.berichtigungen if any(s.seite == uri for s in b.seiten)]

    def kanonisch(self, uri: str, eigene: str | None) -> str | None:
        """Return the address under which search engines shall know a page.

        Args:
            uri: the page.
            eigene: its own address.
        """
        if self.auftrag is None or self.art is not Art.ABGELOEST or not self.auftrag.aktuelle:
            return eigene
        link = self.auftrag.aktuelle
        return self.auftrag.adresse_von(link) + address_for(self._nachbar(link, uri).uri)

    def _eintrag(self, link: Fassungslink, uri: str) -> Eintrag:
        found = self._nachbar(link, uri)
        decided = link.beschlossen_am and f"beschlossen am {date_text(link.beschlossen_am)}"
        if corrected := self.zuletzt_berichtigt.get(link.name):
            decided = f"{decided}, berichtigt am {date_text(corrected)}"
        words = {Art.AKTUELL: f"aktuell, {decided}", Art.ABGELOEST: f"abgelöst, {decided}"}
        return Eintrag(
            name="Entwurf" if link.art is Art.ENTWURF else f"Fassung {link.name}",
            zusatz=words.get(link.art, "noch nicht beschlossen"),
            adresse=f"{link.adresse_relativ}{address_for(found.uri)}",
            diese=not link.adresse_relativ,
            gleich=found.gleich,
            buch=f"{link.adresse_relativ}{book_name(link.name)}" if link.buch else "",
            buch_groesse=dateigroesse(link.buch),
        )

    def _nachbar(self, link: Fassungslink, uri: str) -> Nachbar:
        everywhere = is_live_page(uri) and link.art is not Art.ABGELOEST
        if everywhere or not link.adresse_relativ or self.auftrag is None:
            return Nachbar(uri, gleich=True)
        return nearest_page(uri, link.seiten, self.auftrag.umbenannt)


def rahmen_for(
    bestand: Bestand,
    *,
    vorschau: bool,
    auftrag: Bauauftrag | None = None,
    seiten: frozenset[str] = frozenset(),
    logo: Logo | None = None,
) -> Rahmen:
    """Return the theme's view of a region; the arguments are attributes of :class:`Rahmen`."""
    region = bestand.region
    if auftrag is None:
        fassung = bestand.fassung()
        art = Art.ENTWURF if fassung is None else Art.AKTUELL
    else:
        fassung = next((f for f in region.fassungen if f.name == auftrag.fassung), None)
        art = auftrag.art
    return Rahmen(
        region=region,
        fassung=fassung,
        art=art,
        auftrag=auftrag,
        seiten=seiten,
        stichtag=bestand.stichtag,
        vorfuehrung=region.status is Regionsstatus.VORFUEHRUNG,
        koordination=region.koordinierungsstelle.ziel,
        kinderschutz=tuple(verweis.ziel for verweis in region.kinderschutz),
        quellen=region.quellen,
        vorschau=vorschau,
        logo=logo,
        berichtigungen=corrections_of(bestand, auftrag.fassung or "") if auftrag else (),
        zuletzt_berichtigt=last_corrections(bestand) if auftrag else {},
    )
