"""The list of Schulträger in Nordrhein-Westfalen becomes organisations."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from macros.importers.columns import Spalte, find_columns
from macros.importers.delimited import Zelle, records
from macros.importers.official_names import join_name
from macros.importers.source_values import phone, place
from macros.model.records.organisation import Organisationsart as Art

if TYPE_CHECKING:
    from macros.importers.delimited import Tabelle
    from macros.model.findings import Befund, Ort

SPALTEN: Final = (
    Spalte("nummer", ("SchulNr", "Traegernummer", "Schultraegernummer", "TraegerNr"), pflicht=True),
    Spalte("name1", ("ABez1", "Traegerbezeichnung_1", "Bezeichnung_1"), pflicht=True),
    Spalte("name2", ("ABez2", "Traegerbezeichnung_2", "Bezeichnung_2")),
    Spalte("name3", ("ABez3", "Traegerbezeichnung_3", "Bezeichnung_3")),
    Spalte("strasse", ("Strasse", "Str")),
    Spalte("plz", ("PLZ", "Postleitzahl")),
    Spalte("ort", ("Ort",)),
    Spalte("vorwahl", ("TelVorw", "Telefonvorwahl", "Vorwahl")),
    Spalte("telefon", ("Telefon", "TelNr")),
    Spalte("rechtsform", ("OeffPri", "Rechtsform")),
    Spalte("art", ("ArtDerTraegerschaft",)),
)

# What the keys of „ArtDerTraegerschaft“ mean is read from who carries them in the list of
# December 2022: 02 the Land, 03 kreisfreie Städte, 04 Kreise, 06 towns and municipalities,
# 08 Zweckverbände, 09 the two Landschaftsverbände; 41/42 Protestant Church and its Kreise, 51/52
# dioceses and parishes, 53 orders; 43 Diakonie, 54 Caritas; 32–37, 44, 55, 60 and 99 associations,
# companies and foundations that run private schools.
_ARTEN: Final = {
    "02": Art.LAND,
    **dict.fromkeys(("03", "04", "06", "09"), Art.KOMMUNE),
    "08": Art.ZWECKVERBAND,
    **dict.fromkeys(("41", "42", "51", "52", "53"), Art.KIRCHE),
    **dict.fromkeys(("43", "54"), Art.FREIER_TRAEGER),
    **dict.fromkeys(("32", "35", "36", "37", "44", "55", "60", "99"), Art.PRIVATER_SCHULTRAEGER),
}
# Some bodies carry the key of another kind; a name that says what the body is comes first.
_NAMEN: Final = (
    (re.compile(r"^Land [A-ZÄÖÜ]"), Art.LAND),
    (re.compile(r"zweckverband|schulverband", re.IGNORECASE), Art.ZWECKVERBAND),
    (
        re.compile(r"\b(e\. V\.|g?GmbH|mbH|UG|AG|eG|Trägerverein|Schulverein)(?=\W|$)"),
        Art.PRIVATER_SCHULTRAEGER,
    ),
)
_NAMEN_OHNE_SCHLUESSEL: Final = (
    (
        re.compile(
            r"^(Stadt|Gemeinde|Kreis|Städteregion|StädteRegion|Landeshauptstadt|Landschaftsverband|"
            r"Bundesstadt|Markt|Hansestadt)\b|^\S*kreis\b|-Kreis\b",
        ),
        Art.KOMMUNE,
    ),
    (re.compile(r"bistum|kirche|orden|abtei", re.IGNORECASE), Art.KIRCHE),
)


@dataclass(frozen=True)
class Traeger:
    """A Schulträger of the source.

    Attributes:
        nummer: its official number.
        felder: field name of the Organisation record → value.
        orte: field → where it stands in the source; the empty name is the row.
    """

    nummer: str
    felder: dict[str, str]
    orte: dict[str, Ort]


def read_traeger(tabelle: Tabelle, numbers: set[str]) -> tuple[dict[str, Traeger], list[Befund]]:
    """Return the Schulträger that are wanted.

    Args:
        tabelle: the list.
        numbers: the official numbers that the region's schools name.
    """
    columns, befunde = find_columns(tabelle, SPALTEN)
    found: dict[str, Traeger] = {}
    if "nummer" not in columns or "name1" not in columns:
        return found, befunde
    for _, cells in records(tabelle, columns):
        number = cells["nummer"].text
        if number not in numbers or number in found:
            continue
        orte = {name: place(tabelle.file, cell) for name, cell in cells.items()}
        orte |= {"": orte["nummer"], "name": orte["name1"]}
        felder, faults = _fields(cells, tabelle.file)
        befunde += faults
        found[number] = Traeger(number, felder, orte)
    return found, befunde


def art_of(name: str, key: str, rechtsform: str) -> Art:
    """Return what kind of body a Schulträger is.

    A name that says so decides, then the key of the list, then weaker signs in the name; a
    private body of no known kind is a private Schulträger, a public one a „Weitere Stelle“.

    Args:
        name: the joined name.
        key: „ArtDerTraegerschaft“, may be empty.
        rechtsform: ``1`` public, ``2`` private, may be empty.
    """
    known = _ARTEN.get(key.zfill(2)) if key else None
    if known is None or known in (Art.KOMMUNE, Art.KIRCHE):
        for pattern, art in _NAMEN:
            if pattern.search(name):
                return art
    if known:
        return known
    for pattern, art in _NAMEN_OHNE_SCHLUESSEL:
        if pattern.search(name):
            return art
    return Art.SONSTIGE if rechtsform == "1" else Art.PRIVATER_SCHULTRAEGER


def _fields(cells: dict[str, Zelle], file: str) -> tuple[dict[str, str], list[Befund]]:
    def value(name: str) -> str:
        return cells[name].text if name in cells else ""

    # The published list puts „[Name entfernt]“ where a person was named.
    parts = (part for part in map(value, ("name1", "name2", "name3")) if "[" not in part)
    name = join_name(parts, commas=False)
    felder = {
        "name": name,
        "art": art_of(name, value("art"), value("rechtsform")).value,
        "strasse": value("strasse"),
        "plz": value("plz"),
        "ort": value("ort"),
    }
    number, befunde = phone(cells, file, name)
    felder["telefon"] = number
    felder["traegernummer"] = value("nummer")
    return {key: text for key, text in felder.items() if text}, befunde
