"""What this site does with data of persons (Art. 30 DSGVO): one text for the page and the file."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from macros.model.accessibility import landesrecht
from macros.model.german import date_text

if TYPE_CHECKING:
    from macros.model.bestand import Bestand

_MASSNAHMEN: Final = (
    "Die Website setzt keine Cookies, speichert nichts auf dem Gerät und fragt keine anderen "
    "Server. Eine strenge Inhaltsrichtlinie (CSP) verhindert fremde Skripte. Jede Veröffentlichung "
    "wird vorher geprüft. [Verschlüsselung, Zugriffsrechte und Sicherung beim Betrieb ergänzen.]"
)
_KEIN_DRITTLAND: Final = "findet nicht statt"


@dataclass(frozen=True)
class Verarbeitung:
    """An entry of the register of processing activities.

    Attributes:
        titel: name of the activity.
        angaben: what Art. 30 asks for, with the answer.
    """

    titel: str
    angaben: tuple[tuple[str, str], ...]


def processing(bestand: Bestand) -> tuple[Verarbeitung, ...]:
    """Return the entries of the register: visitors, listed persons, people who write."""
    region, recht = bestand.region, landesrecht(bestand)
    data = region.datenschutz
    vertrag = f", Vertrag vom {date_text(data.vertrag_vom)}" if data.vertrag_vom else ""
    betrieb = f"Technischer Betrieb: {data.hoster}{vertrag}"
    drittland = data.drittland or _KEIN_DRITTLAND
    grundlage = (
        f"Art.\u00a06 Abs.\u00a01 Buchst.\u00a0e und Abs.\u00a03 DSGVO mit {recht.datenschutz.text}"
    )
    plattform = data.plattform or "[Entwicklungsplattform eintragen]"
    return (
        _entry(
            "Bereitstellung der Website",
            "Das Rahmenkonzept und die Kontakte öffentlich zugänglich machen, den Betrieb sichern",
            grundlage,
            "Besucherinnen und Besucher",
            data.protokolle,
            betrieb,
            drittland,
            "wie bei den Daten beschrieben [Frist mit dem Betrieb abgleichen]",
        ),
        _entry(
            "Veröffentlichung dienstlicher Kontaktdaten",
            "Schulen, Eltern und Fachkräften zeigen, wer wofür zuständig ist",
            f"{grundlage}, dazu {recht.kontaktdaten.text}; sonst Einwilligung oder Vereinbarung "
            "mit dem Anstellungsträger",
            "Fachkräfte und Beschäftigte mit Aufgaben nach außen",
            "Name, Funktion, Dienststelle, dienstliche Telefonnummer und E-Mail-Adresse, Tag der "
            "Information und der letzten Prüfung. Keine Fotos, keine privaten Angaben.",
            f"Öffentlichkeit. {betrieb}",
            "Die Seiten sind weltweit abrufbar."
            if drittland == _KEIN_DRITTLAND
            else f"Die Seiten sind weltweit abrufbar. {drittland}",
            "Bis zum Ende der Aufgabe, zum Widerspruch oder zum Widerruf. Der Name verschwindet "
            "mit der nächsten Veröffentlichung aus allen Fassungen.",
        ),
        _entry(
            "Vorschläge, Fragen und Meldungen von Barrieren",
            "Anliegen bearbeiten, Texte und Daten verbessern",
            grundlage,
            "Menschen, die schreiben oder einen Vorschlag einreichen",
            "Name, Adresse und Inhalt der Nachricht; bei Vorschlägen auf der "
            "Entwicklungsplattform auch der dort hinterlegte Name und die E-Mail-Adresse",
            f"Koordinierungsstelle; bei Vorschlägen: {plattform}, dort öffentlich",
            drittland,
            "Nachrichten werden gelöscht, wenn das Anliegen erledigt ist und keine Frist zur "
            "Aufbewahrung gilt. Name und Adresse eines Vorschlags bleiben dauerhaft in der "
            "Geschichte der Dateien.",
        ),
    )


def _entry(
    titel: str,
    zweck: str,
    grundlage: str,
    betroffene: str,
    daten: str,
    empfaenger: str,
    drittland: str,
    fristen: str,
) -> Verarbeitung:
    return Verarbeitung(
        titel,
        (
            ("Zweck", zweck),
            ("Rechtsgrundlage", grundlage),
            ("Betroffene Personen", betroffene),
            ("Daten", daten),
            ("Empfänger", empfaenger),
            ("Übermittlung in Drittländer", drittland),
            ("Löschung", fristen),
            ("Technische und organisatorische Maßnahmen", _MASSNAHMEN),
        ),
    )
