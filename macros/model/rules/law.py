"""Rules about norms and sources: what lapsed, what nobody has verified, what cannot be found."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING, Final

from macros.model.findings import Befund, Stufe, regel
from macros.model.german import date_text
from macros.model.records import Quelle, Rechtsgrundlage
from macros.model.records.quelle import Quellenart
from macros.model.records.rechtsgrundlage import Ebene, Pruefung
from macros.model.rules.check import per_record, whole

if TYPE_CHECKING:
    from collections.abc import Iterable

    from macros.model.bestand import Bestand

STALE_AFTER: Final = timedelta(days=400)

AUSGELAUFEN = regel(
    "R-372",
    Stufe.WARNUNG,
    "Ausgelaufene Vorschriften sind ersetzt",
    "Eine Vorschrift, deren Geltung geendet hat, bleibt mit einem Hinweis stehen. Auf sie kann "
    "sich niemand mehr berufen.",
    'gueltig_bis: "2024-12-31"',
    "nachfolger: erlass-ni-neu",
)
LAND_FEHLT = regel(
    "R-373",
    Stufe.FEHLER,
    "Landesrecht nennt sein Land, Bundesrecht keines",
    "Nach dem Land richtet sich, auf welchen Websites die Vorschrift erscheint.",
    "ebene: land",
    "ebene: land\nland: NW",
)
OHNE_FUNDORT = regel(
    "R-374",
    Stufe.FEHLER,
    "Jede Vorschrift nennt eine Quelle oder eine Adresse",
    "Wer nachlesen will, muss den Text finden.",
    "- id: sgb8-13a (ohne quelle und adresse)",
    "quelle: sgb8-gesetzestext",
)
LANGE_UNGEPRUEFT = regel(
    "R-375",
    Stufe.HINWEIS,
    "Vorschriften sind in den letzten 400 Tagen gelesen",
    "Gesetze ändern sich. Einmal im Jahr nachsehen genügt.",
    'geprueft_am: "2024-01-15"',
    'geprueft_am: "2026-11-22"',
)
GELTUNG = regel(
    "R-376",
    Stufe.FEHLER,
    "Eine Vorschrift endet nicht, bevor sie gilt",
    "Zwei Daten sind vertauscht oder vertippt.",
    'gueltig_ab: "2025-01-01"\n  gueltig_bis: "2024-12-31"',
    'gueltig_ab: "2020-01-01"\n  gueltig_bis: "2024-12-31"',
)
QUELLE_ZEIT = regel(
    "R-377",
    Stufe.FEHLER,
    "Eine Quelle nennt Jahr oder Datum",
    "Ohne Zeit weiß niemand, ob eine Aussage noch stimmt. Beides zugleich kann sich widersprechen. "
    "Nur ein eigener Vorschlag braucht keines.",
    "- id: studie (ohne jahr und datum)",
    'jahr: "2024"',
)
QUELLE_ABRUF = regel(
    "R-378",
    Stufe.WARNUNG,
    "Eine Adresse im Netz nennt den Tag des Abrufs",
    "Seiten im Netz ändern sich; der Tag sagt, welchen Stand jemand gelesen hat.",
    "adresse: https://www.example.org/konzept",
    'abgerufen_am: "2026-11-22"',
)
NACHFOLGER = regel(
    "R-379",
    Stufe.FEHLER,
    "Eine Vorschrift ist nicht ihr eigener Nachfolger",
    "Der Hinweis auf die Vorschrift, die jetzt gilt, führte im Kreis.",
    "- id: sgb8-13a\n  nachfolger: sgb8-13a",
    "- id: sgb8-13a\n  nachfolger: sgb8-13b",
)
ZU_PRUEFEN = regel(
    "R-389",
    Stufe.HINWEIS,
    "Vorschriften sind am Gesetzestext geprüft",
    "Was noch niemand mit dem Text verglichen hat, trägt auf der Seite die Marke „zu prüfen“.",
    "pruefung: zu-pruefen",
    "pruefung: geprueft",
)


@per_record(Rechtsgrundlage)
def lapsed(norm: Rechtsgrundlage, bestand: Bestand) -> Iterable[Befund]:
    """Find norms of Bund or of the region's Land that no longer hold."""
    ours = norm.land in (None, bestand.region.land)
    if ours and norm.gueltig_bis is not None and norm.ausgelaufen(bestand.stichtag):
        instead = f"Jetzt gilt „{norm.nachfolger.id}“. " if norm.nachfolger else ""
        yield AUSGELAUFEN.befund(
            bestand.ort(norm, "gueltig_bis"),
            f"„{norm.kurz}“ ist am {date_text(norm.gueltig_bis)} ausgelaufen.",
            f"{instead}Prüfen, ob Kapitel sich noch darauf berufen",
            path=f"{norm.id}.gueltig_bis",
        )


@per_record(Rechtsgrundlage)
def level_fits_land(norm: Rechtsgrundlage, bestand: Bestand) -> Iterable[Befund]:
    """Find norms of a Land without one, and norms of the Bund with one."""
    if norm.ebene is Ebene.LAND and norm.land is None:
        yield LAND_FEHLT.befund(
            bestand.ort(norm),
            f"Bei „{norm.kurz}“ fehlt, welches Land es ist.",
            path=f"{norm.id}.land",
        )
    elif norm.ebene is Ebene.BUND and norm.land is not None:
        yield LAND_FEHLT.befund(
            bestand.ort(norm, "land"),
            f"„{norm.kurz}“ ist Bundesrecht und gilt in allen Ländern.",
            "Die Zeile „land“ löschen",
            path=f"{norm.id}.land",
        )


@per_record(Rechtsgrundlage)
def can_be_found(norm: Rechtsgrundlage, bestand: Bestand) -> Iterable[Befund]:
    """Find norms that name no place to read them."""
    if norm.quelle is None and norm.adresse is None:
        yield OHNE_FUNDORT.befund(
            bestand.ort(norm),
            f"„{norm.kurz}“ nennt weder Quelle noch Adresse.",
            path=norm.id,
        )


@per_record(Rechtsgrundlage)
def read_lately(norm: Rechtsgrundlage, bestand: Bestand) -> Iterable[Befund]:
    """Find norms nobody has read for a long time."""
    age = bestand.stichtag - norm.geprueft_am
    if age > STALE_AFTER:
        yield LANGE_UNGEPRUEFT.befund(
            bestand.ort(norm, "geprueft_am"),
            f"„{norm.kurz}“ wurde zuletzt am {date_text(norm.geprueft_am)} gelesen, "
            f"vor {age.days} Tagen.",
            f'Den Text nachlesen, dann geprueft_am: "{bestand.stichtag.isoformat()}"',
            path=f"{norm.id}.geprueft_am",
        )


@per_record(Rechtsgrundlage)
def dates_in_order(norm: Rechtsgrundlage, bestand: Bestand) -> Iterable[Befund]:
    """Find norms that end before they begin."""
    if norm.gueltig_ab and norm.gueltig_bis and norm.gueltig_bis < norm.gueltig_ab:
        yield GELTUNG.befund(
            bestand.ort(norm, "gueltig_bis"),
            f"„{norm.kurz}“ gilt ab {date_text(norm.gueltig_ab)}, endet aber schon am "
            f"{date_text(norm.gueltig_bis)}.",
            "Die beiden Daten vertauschen oder berichtigen",
            path=f"{norm.id}.gueltig_bis",
        )


@per_record(Rechtsgrundlage)
def not_its_own_successor(norm: Rechtsgrundlage, bestand: Bestand) -> Iterable[Befund]:
    """Find norms that name themselves as what holds now."""
    if norm.nachfolger is not None and norm.nachfolger.id == norm.id:
        yield NACHFOLGER.befund(
            bestand.ort(norm, "nachfolger"),
            f"„{norm.kurz}“ nennt sich selbst als Nachfolger.",
            "Die Zeile „nachfolger“ löschen oder die neue Vorschrift nennen",
            path=f"{norm.id}.nachfolger",
        )


@whole
def not_verified(bestand: Bestand) -> Iterable[Befund]:
    """Count the norms whose text nobody has compared."""
    ours = (None, bestand.region.land)
    found = [
        norm
        for norm in bestand.alle(Rechtsgrundlage)
        if norm.pruefung is Pruefung.ZU_PRUEFEN and norm.land in ours
    ]
    if found:
        yield ZU_PRUEFEN.befund(
            bestand.ort(found[0], "pruefung"),
            f"Vorschriften mit „zu prüfen“: {len(found)}, zuerst „{found[0].kurz}“.",
            "Am Gesetzestext vergleichen, dann pruefung: geprueft",
            path=f"{found[0].id}.pruefung",
        )


@per_record(Quelle)
def source_has_a_time(quelle: Quelle, bestand: Bestand) -> Iterable[Befund]:
    """Find sources without a year or date, or with both."""
    given = (quelle.jahr is not None) + (quelle.datum is not None)
    if given == 2:
        yield QUELLE_ZEIT.befund(
            bestand.ort(quelle, "jahr"),
            f"Die Quelle „{quelle.id}“ nennt Jahr und Datum.",
            "Die Zeile „jahr“ löschen",
            path=f"{quelle.id}.jahr",
        )
    elif not given and quelle.art is not Quellenart.VORSCHLAG:
        yield QUELLE_ZEIT.befund(
            bestand.ort(quelle),
            f"Die Quelle „{quelle.id}“ nennt weder Jahr noch Datum.",
            path=quelle.id,
        )


@per_record(Quelle)
def address_was_read(quelle: Quelle, bestand: Bestand) -> Iterable[Befund]:
    """Find web addresses nobody says to have read."""
    if quelle.adresse is not None and quelle.abgerufen_am is None:
        yield QUELLE_ABRUF.befund(
            bestand.ort(quelle, "adresse"),
            f"Bei der Quelle „{quelle.id}“ fehlt der Tag, an dem jemand die Adresse gelesen hat.",
            f'abgerufen_am: "{bestand.stichtag.isoformat()}"',
            path=f"{quelle.id}.abgerufen_am",
        )
