"""Macros for the office that publishes: what is still to be done, and texts to take over."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from macros.exports.legal_files import letter, register, statement_file
from macros.exports.processing import processing
from macros.model.accessibility import accessibility, landesrecht
from macros.model.german import date_text
from macros.model.records.landesrecht import Pruefstand
from macros.model.records.region import Regionsstatus
from macros.model.rules.legal import missing_fields, statements
from macros.views.legal import legal_page
from macros.views.registry import makro

if TYPE_CHECKING:
    from datetime import date

    from macros.model.bestand import Bestand
    from macros.views.ansicht import Ansicht
    from macros.views.templating import Fragment


@dataclass(frozen=True)
class Punkt:
    """A line of the checklist.

    Attributes:
        was: what is to be done.
        grundlage: the law behind it, may be empty.
        stand: what the data say about it.
        erledigt: whether the data show that it is done; what only people know is never done.
    """

    was: str
    grundlage: str
    stand: str
    erledigt: bool


@makro(
    inline=False,
    beispiel="checkliste()",
    seite="service/hilfe/veroeffentlichen-checkliste/",
    live=True,
)
def checkliste(ansicht: Ansicht) -> Fragment:
    """Zeigt, was vor einer amtlichen Veröffentlichung zu tun ist und was davon erledigt ist.

    Args:
        ansicht: die Seite.
    """
    bestand = ansicht.bestand
    law = list(statements(landesrecht(bestand)))
    return legal_page(
        "checkliste",
        ansicht,
        punkte=_points(bestand),
        aussagen=law,
        offen=sum(proof.pruefstand is Pruefstand.ZU_PRUEFEN for _, _, proof in law),
        dateien=(letter(bestand), register(bestand), statement_file(bestand)),
    )


@makro(
    inline=False,
    beispiel="verarbeitungsverzeichnis()",
    seite="service/hilfe/veroeffentlichen-checkliste/",
    live=True,
)
def verarbeitungsverzeichnis(ansicht: Ansicht) -> Fragment:
    """Zeigt den Text für das Verzeichnis von Verarbeitungstätigkeiten (Art. 30 DSGVO).

    Args:
        ansicht: die Seite.
    """
    return legal_page("verarbeitungsverzeichnis", ansicht, eintraege=processing(ansicht.bestand))


def _points(bestand: Bestand) -> tuple[Punkt, ...]:
    region, recht, known = bestand.region, landesrecht(bestand), accessibility(bestand)
    data, form = region.datenschutz, region.barrierefreiheit
    missing = [title for _, _, title, _, _ in missing_fields(region)]
    gaps = [sprache.name for sprache in known.luecken]
    return (
        Punkt(
            "Alle Pflichtangaben in region.yml eintragen",
            "DDG, MStV, DSGVO, EU-Beschluss 2018/1523",
            f"noch ohne Angabe: {', '.join(missing)}" if missing else "vollständig",
            not missing,
        ),
        _dated("Personalrat beteiligen", recht.beteiligung.text, data.personalrat_beteiligt_am),
        _dated(
            "Die Verarbeitung in das Verzeichnis eintragen",
            "Art.\u00a030 DSGVO",
            data.verzeichnis_vom,
        ),
        _by_people(
            "Datenschutzbeauftragte Stelle beteiligen",
            "Art.\u00a038 DSGVO",
            data.beauftragte_stelle,
        ),
        _by_people(
            "Alle genannten Personen mit dem Brief informieren, Widersprüche beachten",
            "Art.\u00a014, 21 DSGVO",
            "je Person im Feld informiert_am",
        ),
        _by_people(
            "Vertrag mit dem technischen Betrieb schließen, wenn es ein anderer ist",
            "Art.\u00a028 DSGVO",
            data.hoster,
        ),
        Punkt(
            "Alle Seiten automatisch prüfen (make pruefung-voll)",
            recht.erklaerung.text,
            f"Befunde: {known.bericht.offen}" if known.bericht else "noch kein Prüfbericht",
            known.bericht is not None and not known.bericht.offen,
        ),
        Punkt(
            "Den Bewertungsbogen ausfüllen",
            recht.erklaerung.text,
            f"{known.geprueft} von {known.schritte} bewertet",
            known.geprueft == known.schritte,
        ),
        Punkt(
            "Leichte Sprache und Gebärdensprache auf die Startseite bringen",
            recht.leichte_sprache.grundlage,
            f"unvollständig: {', '.join(gaps)}" if gaps else "vollständig oder nicht verlangt",
            not gaps,
        ),
        _dated("Die Erklärung zur Barrierefreiheit überprüfen", recht.erklaerung.text, form.stand),
        _dated(
            f"Die Erklärung anzeigen: {recht.ueberwachung.name}",
            recht.anzeige.grundlage,
            form.angezeigt_am,
        )
        if recht.anzeige.pflicht
        else _by_people(
            "Fragen, ob die Erklärung anzuzeigen ist", recht.anzeige.grundlage, "zu prüfen"
        ),
        Punkt(
            "In region.yml status: amtlich setzen",
            "",
            region.status.label,
            region.status is Regionsstatus.AMTLICH,
        ),
    )


def _dated(what: str, law: str, day: date | None) -> Punkt:
    return Punkt(what, law, date_text(day) if day else "kein Datum eingetragen", day is not None)


def _by_people(what: str, law: str, stand: str) -> Punkt:
    return Punkt(what, law, stand, erledigt=False)
