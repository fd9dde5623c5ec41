"""A comparison for programs: JSON with its schema."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from macros.compare.changes import Gegenstand
from macros.compare.kinds import ARTEN
from macros.exports.json_files import LIZENZ, encoded
from macros.exports.schema_files import DIALECT
from macros.model.records.region import Regionsstatus

if TYPE_CHECKING:
    from macros.compare.changes import Aenderung
    from macros.compare.report import Bericht
    from macros.model.records.region import Region

SCHEMA_NAME: Final = "vergleich.schema.json"
VERSION: Final = "1"
_KINDS: Final = [art.kennung for art in ARTEN]


def comparison_json(bericht: Bericht, region: Region) -> bytes:
    """Return a comparison as JSON; it names no day, so that it is the same on any.

    Args:
        bericht: the comparison.
        region: whose Rahmenkonzept it is about.
    """
    vergleich = bericht.vergleich
    return encoded(
        {
            "schema": SCHEMA_NAME,
            "version": VERSION,
            "titel": bericht.titel,
            "region": {"id": region.id, "name": region.name},
            "herausgeber": region.anbieter.name,
            "vorfuehrung": region.status is Regionsstatus.VORFUEHRUNG,
            "lizenz": LIZENZ,
            "von": vergleich.alt,
            "nach": vergleich.neu,
            "zusammenfassung": list(bericht.einleitung),
            "zahlen": {art.kennung: vergleich.zahlen.get(art, 0) for art in ARTEN},
            "aenderungen": [_change(a) for a in vergleich.aenderungen],
        }
    )


def _change(aenderung: Aenderung) -> dict[str, Any]:
    return {
        "gegenstand": aenderung.gegenstand.value,
        "kennung": aenderung.kennung,
        "titel": aenderung.titel,
        "kapitel": aenderung.kapitel,
        "art": aenderung.art.kennung,
        "grund": aenderung.grund,
        "zu_tun": aenderung.zu_tun,
        "handeln": aenderung.handeln,
        "begruendung": aenderung.begruendung,
        "teile": list(aenderung.teile),
        "stellen": [
            {
                "feld": stelle.feld,
                "alt": stelle.alt,
                "neu": stelle.neu,
                "art": stelle.art.kennung,
                "grund": stelle.grund,
                "von": stelle.von,
            }
            for stelle in aenderung.stellen
        ],
    }


def comparison_schema() -> bytes:
    """Return the JSON Schema of all comparisons."""
    kind = {"enum": _KINDS, "title": "Art der Änderung"}
    place = _object(
        feld=_text("Teil des Standards, etwa Anforderung; sonst leer"),
        alt=_text("Bisheriger Text; leer, wenn es keinen gab"),
        neu=_text("Neuer Text; leer, wenn es keinen mehr gibt"),
        art=kind,
        grund=_text("Woran die Art erkannt ist; kann leer sein"),
        von=_text("Wo der Text vorher stand; sonst leer"),
    )
    change = _object(
        gegenstand={"enum": [g.value for g in Gegenstand], "title": "Worum es geht"},
        kennung=_text("Kennung des Standards oder Begriffs, Pfad des Kapitels"),
        titel=_text("Nummer und Titel, Überschrift oder Begriff"),
        kapitel=_text("Kapitel, oder Name der Liste eines Eintrags; sonst leer"),
        art=kind,
        grund=_text("Was genau anders ist; kann leer sein"),
        zu_tun=_text("Was eine Schule tun muss"),
        handeln={"type": "boolean", "title": "Ob die Schule etwas tun muss"},
        begruendung=_text("Warum es beschlossen wurde, soweit bekannt"),
        teile={"type": "array", "items": {"type": "string"}, "title": "Abschnitte des Kapitels"},
        stellen={"type": "array", "items": place, "title": "Alter und neuer Text"},
    )
    whole = _object(
        schema={"const": SCHEMA_NAME},
        version={"const": VERSION, "title": "Nummer dieser Form"},
        titel=_text("Titel"),
        region=_object(id=_text("Kennung"), name=_text("Name")),
        herausgeber=_text("Herausgeber"),
        vorfuehrung={"type": "boolean", "title": "true: Vorführung, keine amtlichen Daten"},
        lizenz=_text("Lizenz"),
        von=_text("Ältere Fassung"),
        nach=_text("Neuere Fassung oder „entwurf“"),
        zusammenfassung={"type": "array", "items": {"type": "string"}, "title": "In Sätzen"},
        zahlen={"title": "Standards, Kapitel und Abschnitte nach Art"}
        | _object(**{name: {"type": "integer", "minimum": 0} for name in _KINDS}),
        aenderungen={"type": "array", "items": change, "title": "Alle Änderungen"},
    )
    return encoded({"$schema": DIALECT, "title": "Vergleich zweier Fassungen"} | whole)


def _text(title: str) -> dict[str, Any]:
    return {"type": "string", "title": title}


def _object(**properties: dict[str, Any]) -> dict[str, Any]:
    return {
        "type": "object",
        "properties": properties,
        "required": list(properties),
        "additionalProperties": False,
    }
