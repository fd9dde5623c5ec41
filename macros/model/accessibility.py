"""How accessible the site is by its own data: one answer for rules, pages and the JSON copy."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta
from typing import TYPE_CHECKING, Final

from macros.model.records import Landesrecht, Pruefbericht, Pruefschritt, Selbstbewertung
from macros.model.records.bitv import Schrittergebnis, Seitentyp
from macros.model.records.rechtliches import Startseitenteile, Vereinbarkeit

if TYPE_CHECKING:
    from macros.model.bestand import Bestand
    from macros.model.records.landesrecht import Pflicht
    from macros.model.records.rechtliches import Mangel

YEAR: Final = timedelta(days=365)
TEILE: Final = {
    "inhalte": "die wesentlichen Inhalte der Website",
    "navigation": "Hinweise zur Navigation",
    "erklaerung": "das Wesentliche dieser Erklärung",
    "weiteres": "Hinweise auf weitere solche Inhalte",
}
LEICHTE_SPRACHE: Final = ("leichte-sprache", "Leichte Sprache", "in Leichter Sprache")
GEBAERDENSPRACHE: Final = (
    "gebaerdensprache",
    "Deutsche Gebärdensprache",
    "in Deutscher Gebärdensprache",
)


@dataclass(frozen=True)
class Sprachfassung:
    """A language version of the home page.

    Attributes:
        kennung: id of the gap when parts are missing.
        name: Leichte Sprache or Deutsche Gebärdensprache.
        im_satz: as it reads in a sentence: „in Leichter Sprache“.
        pflicht: whether the Land demands it of municipalities.
        grundlage: where that stands.
        teile: the parts there are, by what they are about: path of the page.
        fehlt: what the missing parts are about.
    """

    kennung: str
    name: str
    im_satz: str
    pflicht: bool
    grundlage: str
    teile: dict[str, str]
    fehlt: tuple[str, ...]

    @property
    def luecke(self) -> bool:
        """Whether a part is missing that the Land demands."""
        return self.pflicht and bool(self.fehlt)


@dataclass(frozen=True)
class Zugaenglichkeit:
    """What is known about the accessibility of the site.

    Attributes:
        maengel: known faults that still stand.
        sprachen: both language versions.
        bericht: the newest report of the full check; None: there is none yet.
        urteil: what region.yml says; None: nobody has judged.
        geprueft: how many steps people have judged.
        schritte: how many there are to judge, over all kinds of pages.
        beanstandet: how many of them are not or only partly met.
        ueberfaellig: whether the yearly review of the statement is overdue (§ 4 Abs. 4 BITVNRW).
    """

    maengel: tuple[Mangel, ...]
    sprachen: tuple[Sprachfassung, ...]
    bericht: Pruefbericht | None
    urteil: Vereinbarkeit | None
    geprueft: int
    schritte: int
    beanstandet: int
    ueberfaellig: bool

    @property
    def luecken(self) -> tuple[Sprachfassung, ...]:
        """The language versions that the Land demands and that are not complete."""
        return tuple(sprache for sprache in self.sprachen if sprache.luecke)

    @property
    def gegen_voll(self) -> tuple[str, ...]:
        """Why nobody may say „vollständig vereinbar“; empty: nothing known stands against it."""
        reasons = []
        if self.bericht is None:
            reasons.append("es gibt noch keinen Prüfbericht")
        elif self.bericht.offen:
            reasons.append(f"offene Befunde im neuesten Prüfbericht: {self.bericht.offen}")
        if self.maengel:
            reasons.append(f"offene Mängel unter bekannte_maengel: {len(self.maengel)}")
        if self.beanstandet:
            reasons.append(f"beanstandete Prüfschritte in bitv.yml: {self.beanstandet}")
        reasons += [f"unvollständig auf der Startseite: {s.name}" for s in self.luecken]
        return tuple(reasons)

    @property
    def vereinbarkeit(self) -> Vereinbarkeit | None:
        """What the statement says: the human judgement, never better than what is known.

        None: nobody has judged and nothing is known to be wrong.
        """
        flawed = bool(self.maengel or self.luecken or self.beanstandet)
        if self.urteil is None:
            return Vereinbarkeit.TEILWEISE if flawed else None
        if self.urteil is Vereinbarkeit.VOLL and self.gegen_voll:
            return Vereinbarkeit.TEILWEISE
        return self.urteil


def landesrecht(bestand: Bestand) -> Landesrecht:
    """Return the law of the region's Land.

    Raises:
        LookupError: the list of Länder does not hold it.
    """
    recht = bestand.finde(Landesrecht, bestand.region.land.value.lower())
    if recht is None:
        raise LookupError(f"laender.yml kennt {bestand.region.land.value} nicht")
    return recht


def newest_report(bestand: Bestand) -> Pruefbericht | None:
    """Return the newest report of the full check, or None."""
    return max(bestand.alle(Pruefbericht), key=lambda bericht: bericht.datum, default=None)


def accessibility(bestand: Bestand) -> Zugaenglichkeit:
    """Return what is known about the accessibility of the site."""
    form, recht = bestand.region.barrierefreiheit, landesrecht(bestand)
    judged = [
        b for b in bestand.alle(Selbstbewertung) if b.ergebnis is not Schrittergebnis.NICHT_GEPRUEFT
    ]
    bad = {Schrittergebnis.TEILWEISE, Schrittergebnis.NICHT_ERFUELLT}
    return Zugaenglichkeit(
        maengel=tuple(mangel for mangel in form.bekannte_maengel if mangel.offen),
        sprachen=(
            _version(LEICHTE_SPRACHE, form.leichte_sprache, recht.leichte_sprache),
            _version(GEBAERDENSPRACHE, form.gebaerdensprache, recht.gebaerdensprache),
        ),
        bericht=newest_report(bestand),
        urteil=form.vereinbarkeit,
        geprueft=len({(b.schritt.id, b.seite) for b in judged}),
        schritte=len(bestand.alle(Pruefschritt)) * len(Seitentyp),
        beanstandet=sum(b.ergebnis in bad for b in judged),
        ueberfaellig=bestand.stichtag - form.zuletzt_geprueft > YEAR,
    )


def _version(
    words: tuple[str, str, str], parts: Startseitenteile | None, recht: Pflicht
) -> Sprachfassung:
    given = {key: getattr(parts, key) for key in TEILE} if parts else dict.fromkeys(TEILE)
    return Sprachfassung(
        *words,
        pflicht=recht.pflicht,
        grundlage=recht.grundlage,
        teile={TEILE[key]: page for key, page in given.items() if page},
        fehlt=tuple(TEILE[key] for key, page in given.items() if not page),
    )
