"""The Schulgrunddaten of Nordrhein-Westfalen become schools; what is left out is said."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final

from macros.importers import rules
from macros.importers.columns import Spalte, find_columns
from macros.importers.coordinates import LageError, position
from macros.importers.delimited import Zelle, records
from macros.importers.official_names import join_name
from macros.importers.source_values import phone, place, school_mail, website
from macros.model.findings import Ort, Stufe
from macros.model.records.schule import Rechtsform, Schulbetrieb

if TYPE_CHECKING:
    from collections.abc import Mapping

    from macros.importers.delimited import Tabelle
    from macros.model.findings import Befund, Regel

SPALTEN: Final = (
    Spalte("nummer", ("Schulnummer", "SchulNr", "Schul-Nr."), pflicht=True),
    Spalte("schulform", ("Schulform", "Schulformschluessel", "SF"), pflicht=True),
    Spalte("name1", ("Schulbezeichnung_1", "Schulbezeichnung", "ABez1"), pflicht=True),
    Spalte("name2", ("Schulbezeichnung_2", "ABez2")),
    Spalte("name3", ("Schulbezeichnung_3", "ABez3")),
    Spalte("kurzname", ("Kurzbezeichnung", "KurzBez"), fuer="Der Kurzname"),
    Spalte("plz", ("PLZ", "Postleitzahl"), fuer="Die Postleitzahl"),
    Spalte("ort", ("Ort",), fuer="Der Ort"),
    Spalte("strasse", ("Strasse", "Straße_Hausnummer", "Anschrift"), fuer="Die Straße"),
    Spalte("vorwahl", ("Telefonvorwahl", "TelVorw", "Vorwahl")),
    Spalte("telefon", ("Telefon", "Telefonnummer", "TelNr"), fuer="Das Telefon"),
    Spalte("email", ("E-Mail", "Mailadresse", "E-Mail-Adresse"), fuer="Die E-Mail-Adresse"),
    Spalte("website", ("Homepage", "Website", "Internet", "Webseite"), fuer="Die Website"),
    Spalte("rechtsform", ("Rechtsform", "Rechtsformschluessel", "OeffPri"), pflicht=True),
    Spalte("traeger", ("Traegernummer", "Schultraegernummer", "SchultraegerNr"), pflicht=True),
    Spalte("gemeinde", ("Gemeindeschluessel", "AGS", "Gemeindekennziffer"), pflicht=True),
    Spalte("betrieb", ("Schulbetriebsschluessel", "SchBetrSchl", "Schulbetrieb"), pflicht=True),
    Spalte("epsg", ("EPSG", "Koordinatensystem")),
    Spalte("rechtswert", ("UTMRechtswert", "KoRe", "Rechtswert"), fuer="Die Lage"),
    Spalte("hochwert", ("UTMHochwert", "KoHo", "Hochwert"), fuer="Die Lage"),
)

_RECHTSFORM: Final = {"1": Rechtsform.OEFFENTLICH, "2": Rechtsform.PRIVAT}
_BETRIEB: Final = {
    "1": Schulbetrieb.AKTIV,
    "6": Schulbetrieb.AKTIV,
    "0": Schulbetrieb.LAEUFT_AUS,
    "2": Schulbetrieb.LAEUFT_AUS,
    "3": Schulbetrieb.BEGINNT,
    "4": Schulbetrieb.RUHT,
}
_AUFGELOEST: Final = frozenset({"5", "9"})
_SCHULAUFSICHT: Final = "0A"
# Fields of the record → the columns they come from; a field without its column is never touched.
_AUS: Final = {
    "kurzname": ("kurzname",),
    "strasse": ("strasse",),
    "plz": ("plz",),
    "ort": ("ort",),
    "telefon": ("telefon",),
    "email": ("email",),
    "website": ("website",),
    "koordinaten.breite": ("rechtswert", "hochwert"),
    "koordinaten.laenge": ("rechtswert", "hochwert"),
}


@dataclass(frozen=True)
class Schulzeile:
    """A school of the source.

    Attributes:
        nummer: Schulnummer.
        felder: field of the record → value; ``gemeinde`` holds the Gemeindeschlüssel and
            ``schultraeger`` the Trägernummer until they are resolved.
        orte: field → where it stands in the source; the empty name is the row.
    """

    nummer: str
    felder: dict[str, str]
    orte: dict[str, Ort]


@dataclass
class Schulquelle:
    """What the source says about a region.

    Attributes:
        zeilen: rows of the whole file.
        zeilen_region: rows of the region.
        schulen: the schools, in the file's order.
        ausgelassen: Schulnummer → why it was left out, of rows that are no longer or never a
            school.
        anderswo: Schulnummer → Gemeindeschlüssel, of rows outside the region.
        unlesbar: Schulnummern that the source holds but whose row could not be used.
        felder: fields for which the source has a column.
        befunde: findings.
    """

    zeilen: int = 0
    zeilen_region: int = 0
    schulen: list[Schulzeile] = field(default_factory=list)
    ausgelassen: dict[str, str] = field(default_factory=dict)
    anderswo: dict[str, str] = field(default_factory=dict)
    unlesbar: set[str] = field(default_factory=set)
    felder: frozenset[str] = frozenset()
    befunde: list[Befund] = field(default_factory=list)


def read_schools(tabelle: Tabelle, ags: str, schulformen: Mapping[str, str]) -> Schulquelle:
    """Return the schools of a region.

    Args:
        tabelle: the ministry's table.
        ags: the region's official key; rows whose Gemeindeschlüssel starts with it belong.
        schulformen: key of the Schulform → id of its record.
    """
    columns, befunde = find_columns(tabelle, SPALTEN)
    if any(b.stufe is Stufe.FEHLER for b in befunde):
        return Schulquelle(befunde=befunde)
    quelle = Schulquelle(zeilen=len(tabelle.zeilen), befunde=befunde)
    quelle.felder = frozenset(
        {"schulnummer", "name", "schulform", "rechtsform", "schulbetrieb", "gemeinde"}
        | {name for name, needed in _AUS.items() if all(n in columns for n in needed)}
    )
    reader = _Reader(tabelle.file, schulformen, quelle)
    for row, cells in records(tabelle, columns):
        key = cells["gemeinde"]
        if key.text.startswith(ags):
            quelle.zeilen_region += 1
            reader.read(row.line, cells)
            continue
        quelle.anderswo[cells["nummer"].text] = key.text
        if len(key.text) == 7 and f"0{key.text}".startswith(ags):
            quelle.befunde.append(_lost_zero(tabelle.file, key))
            return quelle
    for damaged in tabelle.beschaedigt:
        quelle.unlesbar.update(c.text for c in damaged.zellen if re.fullmatch(r"\d{5,6}", c.text))
    reader.finish()
    return quelle


def _lost_zero(file: str, cell: Zelle) -> Befund:
    return rules.NULLEN.befund(
        place(file, cell),
        f"Dem Gemeindeschlüssel „{cell.text}“ fehlt die führende Null. Die Datei wurde "
        "vermutlich mit einem Tabellenprogramm gespeichert.",
        "Laden Sie die Datei neu herunter und lesen Sie sie ein, ohne sie vorher zu öffnen.",
    )


class _Reader:
    """Reads row after row and collects what it finds."""

    def __init__(self, file: str, schulformen: Mapping[str, str], quelle: Schulquelle) -> None:
        self.file = file
        self.schulformen = schulformen
        self.quelle = quelle
        self.seen: dict[str, int] = {}
        self.assumed: list[tuple[str, Ort]] = []

    def read(self, line: int, cells: dict[str, Zelle]) -> None:
        """Read one row of the region."""
        number = cells["nummer"].text
        name = join_name(cells[key].text for key in ("name1", "name2", "name3") if key in cells)
        if not self._number_fits(cells["nummer"], line):
            return
        reason = self._no_school(cells)
        if reason:
            self.quelle.ausgelassen[number] = reason
            self._say(
                rules.KEINE_SCHULE,
                cells["schulform"],
                f"{number} {name} {reason}. Die Zeile wird ausgelassen.",
            )
            return
        keys = self._keys(cells, name)
        if keys is None:
            self.quelle.unlesbar.add(number)
            return
        felder = {"schulnummer": number, "name": name, **keys}
        felder["gemeinde"] = cells["gemeinde"].text
        felder["schultraeger"] = cells["traeger"].text
        for key in ("kurzname", "strasse", "plz", "ort"):
            felder[key] = cells[key].text if key in cells else ""
        felder["telefon"], faults = phone(cells, self.file, name)
        self.quelle.befunde += faults
        if "email" in cells:
            felder["email"], faults = school_mail(cells["email"], number, self.file, name)
            self.quelle.befunde += faults
        if "website" in cells:
            felder["website"], faults = website(cells["website"], self.file, name)
            self.quelle.befunde += faults
        felder |= self._position(cells, name, number)
        felder = {key: value for key, value in felder.items() if value}
        orte = {name: place(self.file, cell) for name, cell in cells.items()}
        orte |= {"": orte["nummer"], "name": orte["name1"], "schultraeger": orte["traeger"]}
        self.quelle.schulen.append(Schulzeile(number, felder, orte))

    def finish(self) -> None:
        """Say once for all schools where a coordinate system was assumed."""
        if not self.assumed:
            return
        numbers = ", ".join(number for number, _ in self.assumed[:10])
        more = f" und {len(self.assumed) - 10} weitere" if len(self.assumed) > 10 else ""
        who = "einer Schule" if len(self.assumed) == 1 else f"{len(self.assumed)} Schulen"
        self.quelle.befunde.append(
            rules.KOORDINATEN.befund(
                self.assumed[0][1],
                f"Bei {who} nennt die Quelle kein Koordinatensystem ({numbers}{more}). "
                "Angenommen wird UTM-Zone 32, das amtliche System des Landes; die Lage wurde "
                "darauf geprüft, dass sie in Nordrhein-Westfalen liegt.",
                "Prüfen Sie die Lage dieser Schulen auf der Karte.",
                stufe=Stufe.HINWEIS,
            )
        )

    def _number_fits(self, cell: Zelle, line: int) -> bool:
        if not re.fullmatch(r"\d{5,6}", cell.text, re.ASCII):
            self._say(
                rules.SCHULNUMMER,
                cell,
                f"„{cell.text}“ ist keine Schulnummer (sechs Ziffern).",
                "Berichtigen Sie die Nummer in der Datei oder laden Sie die Datei neu.",
            )
            return False
        if cell.text in self.seen:
            self._say(
                rules.SCHULNUMMER,
                cell,
                f"Die Schulnummer {cell.text} steht schon in Zeile {self.seen[cell.text]}.",
                "Löschen Sie eine der beiden Zeilen.",
            )
            return False
        self.seen[cell.text] = line
        return True

    def _no_school(self, cells: dict[str, Zelle]) -> str:
        """Return why a row is left out, or an empty text."""
        form = cells["schulform"].text.upper()
        if form == _SCHULAUFSICHT:
            return "ist Schulaufsicht und keine Schule (Schulform 0A)"
        if re.fullmatch(r"5[0-8]", form):
            return f"ist ein Seminar und keine Schule (Schulform {form})"
        if cells["betrieb"].text in _AUFGELOEST:
            return f"ist aufgelöst (Schulbetrieb {cells['betrieb'].text})"
        return ""

    def _keys(self, cells: dict[str, Zelle], name: str) -> dict[str, str] | None:
        """Return the three coded fields, or None if a key is unknown."""
        betrieb = {key: value.value for key, value in _BETRIEB.items()}
        rechtsform = {key: value.value for key, value in _RECHTSFORM.items()}
        found: dict[str, str] = {}
        for field_name, column, title, known in (
            ("schulform", "schulform", "Schulform", self.schulformen),
            ("rechtsform", "rechtsform", "Rechtsform", rechtsform),
            ("schulbetrieb", "betrieb", "Schulbetrieb", betrieb),
        ):
            key = cells[column].text.upper()
            value = known.get(key.zfill(2) if field_name == "schulform" else key)
            if value is not None:
                found[field_name] = value
                continue
            remedy = (
                "Tragen Sie den Schlüssel in data/katalog/schulformen.yml bei der passenden "
                f'Schulform ein: schluessel_nw: ["{key}"]'
                if field_name == "schulform"
                else f"Bekannt sind: {', '.join(sorted(known))}. Prüfen Sie, ob die Datei neue "
                "Schlüssel benutzt."
            )
            what = f"Der Schlüssel „{key}“" if key else "Der leere Schlüssel"
            message = f"{name}: {what} für {title} ist nicht bekannt. Die Schule wird ausgelassen."
            self._say(rules.SCHLUESSEL, cells[column], message, remedy)
        return found if len(found) == 3 else None

    def _position(self, cells: dict[str, Zelle], name: str, number: str) -> dict[str, str]:
        if "rechtswert" not in cells or "hochwert" not in cells:
            return {}
        epsg = cells["epsg"].text if "epsg" in cells else ""
        try:
            lage = position(epsg, cells["rechtswert"].text, cells["hochwert"].text)
        except LageError as error:
            self._say(
                rules.KOORDINATEN,
                cells["rechtswert"],
                f"Lage von {name}: {error} Die Lage wird nicht übernommen.",
                "Tragen Sie die Lage von Hand ein (koordinaten: breite, laenge); das Einlesen "
                "lässt sie stehen.",
            )
            return {}
        if lage is None:
            return {}
        if lage.ergaenzt:
            cell = cells.get("epsg", cells["rechtswert"])
            self.assumed.append((number, place(self.file, cell)))
        return {"koordinaten.breite": lage.breite, "koordinaten.laenge": lage.laenge}

    def _say(self, regel: Regel, cell: Zelle, message: str, remedy: str = "") -> None:
        remedy = remedy or "Hier ist nichts zu tun."
        self.quelle.befunde.append(regel.befund(place(self.file, cell), message, remedy))
