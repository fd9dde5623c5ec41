"""The protocol of a removal: what was done, searched and found; it names nobody."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from macros.model.german import date_text
from macros.model.report import format_text

if TYPE_CHECKING:
    from datetime import date
    from pathlib import Path

    from macros.publish.erase import Entfernung
    from macros.publish.person_search import Fund, Spuren

_SHOWN: Final = 20
_HISTORY: Final = (
    "die Geschichte in Git: Frühere Commits enthalten die Personendatei. Was zu tun ist, steht in "
    "der Hilfe unter „Wenn ein Name öffentlich wurde“"
)
_REST: Final = (
    "Sicherungskopien und Zwischenspeicher des Webservers und der Geräte",
    "Suchmaschinen: dort die Löschung der alten Ansicht beantragen",
    "ausgedruckte und weitergegebene Fassungen",
)


def protocol(done: Entfernung, stichtag: date, ziel: Path) -> str:
    """Return the German protocol of a removal.

    Args:
        done: the removal.
        stichtag: its day.
        ziel: the target folder.
    """
    record = "war schon entfernt" if done.war_weg else "entfernt"
    stone = f"gesetzt (Commit {done.commit[:12]})" if done.commit else "steht"
    lines = [
        f"Protokoll: Person {done.id}, {date_text(stichtag)}",
        "",
        f"Gesucht nach:      {_terms(done.spuren)}",
        f"Personendatei:     Eintrag {record}",
        f"Grabstein:         {stone}",
        f"Veröffentlicht:    {done.release}",
        f"Frühere Stände:    {done.durchsucht} durchsucht, {done.geloescht} gelöscht",
        f"Zielordner:        {_count(done.ziel.treffer, done.ziel.dateien)}",
        f"Texte und Daten:   {_count(done.quellen.treffer, done.quellen.dateien)}",
    ]
    lines += _listed(f"Noch zu finden in {ziel.name}:", done.ziel.funde)
    lines += _listed("Noch zu finden im Repository:", done.quellen.funde)
    lines += _listed(
        "Nur der Nachname kommt vor; bitte ansehen, ob diese Person gemeint ist:",
        [*done.ziel.hinweise, *done.quellen.hinweise],
    )
    if done.ziel.unlesbar:
        lines += ["", "Nicht zu entpacken, nur roh durchsucht:"]
        lines += [f"  {name}" for name in done.ziel.unlesbar[:_SHOWN]]
    if done.befunde:
        lines += ["", format_text(done.befunde)]
    rest = list(_REST)
    if done.in_git:
        rest.insert(0, _HISTORY)
    lines += ["", "Das kann dieser Befehl nicht erledigen:", *(f"  - {text}" for text in rest)]
    return "\n".join(lines)


def _terms(spuren: Spuren | None) -> str:
    if spuren is None or not spuren.anzahl:
        return "nichts (mit --suche Name, Nummer und Adresse angeben)"
    parts = [
        _many(spuren.personen, "Name", "Namen"),
        _many(len(spuren.nummern), "Telefonnummer", "Telefonnummern"),
        _many(len(spuren.adressen), "E-Mail-Adresse", "E-Mail-Adressen"),
    ]
    return ", ".join(part for part in parts if part)


def _many(number: int, one: str, many: str) -> str:
    return f"{number} {one if number == 1 else many}" if number else ""


def _count(treffer: int, dateien: int) -> str:
    number = f"{dateien:,}".replace(",", ".")
    return f"{treffer} Treffer in {number} {'Datei' if dateien == 1 else 'Dateien'}"


def _listed(title: str, funde: list[Fund]) -> list[str]:
    if not funde:
        return []
    lines = ["", title, *(f"  {f.datei}: {', '.join(f.arten)}" for f in funde[:_SHOWN])]
    if len(funde) > _SHOWN:
        lines.append(f"  und {len(funde) - _SHOWN} weitere")
    return lines
