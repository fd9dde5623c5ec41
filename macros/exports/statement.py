"""The statement on accessibility for programs: the same facts as the page, with a schema."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from macros.exports.json_files import encoded
from macros.exports.schema_files import DIALECT
from macros.model.accessibility import accessibility, landesrecht
from macros.model.records.rechtliches import Bewertungsart, Mangelgrund, Mangelquelle, Vereinbarkeit
from macros.model.records.region import Regionsstatus

if TYPE_CHECKING:
    from datetime import date

    from macros.model.accessibility import Sprachfassung
    from macros.model.bestand import Bestand
    from macros.model.records import Pruefbericht
    from macros.model.records.rechtliches import Mangel

NAME: Final = "service/barrierefreiheit.json"
SCHEMA_NAME: Final = "service/barrierefreiheit.schema.json"
# A fault that the build itself names, because the Land demands what is missing.
LAND: Final = "land"
NORM: Final = "EN 301 549 V3.2.1 (WCAG 2.1, Stufen A und AA)"


def statement(bestand: Bestand) -> bytes:
    """Return the statement as JSON."""
    region, known, recht = bestand.region, accessibility(bestand), landesrecht(bestand)
    form, own = region.barrierefreiheit, region.barrierefreiheit.durchsetzung is not None
    return encoded(
        {
            "schema": SCHEMA_NAME.rpartition("/")[2],
            "vorfuehrung": region.status is Regionsstatus.VORFUEHRUNG,
            "anbieter": region.anbieter.name,
            "adresse": region.adresse,
            "land": region.land.value,
            "rechtsgrundlage": recht.barrierefreiheit.text,
            "norm": NORM,
            "ausgenommen": list(form.ausgenommen),
            "vereinbarkeit": known.vereinbarkeit.value if known.vereinbarkeit else None,
            "maengel": [*map(_gap, known.luecken), *map(_fault, known.maengel)],
            "erstellt_am": _day(form.erstellt_am),
            "stand": _day(form.stand),
            "letzte_pruefung": _day(form.zuletzt_geprueft),
            "bewertung": form.bewertung.value if form.bewertung else None,
            "geprueft_durch": form.geprueft_durch,
            "methode": form.methode,
            "pruefbericht": _report(known.bericht),
            "selbstbewertung": {
                "schritte": known.schritte,
                "geprueft": known.geprueft,
                "beanstandet": known.beanstandet,
            },
            "sprachfassungen": [
                {
                    "sprache": sprache.name,
                    "pflicht": sprache.pflicht,
                    "vorhanden": sorted(sprache.teile),
                    "fehlt": list(sprache.fehlt),
                }
                for sprache in known.sprachen
            ],
            "rueckmeldung": {
                "stelle": form.stelle or region.anbieter.name,
                "email": form.email,
                "telefon": form.telefon.text if form.telefon else None,
                "formular": form.formular,
                "antwortfrist": form.antwortfrist,
            },
            "durchsetzung": {
                "verfahren": recht.verfahren.name,
                "stelle": form.durchsetzung or recht.durchsetzung.name,
                "email": None if own else recht.durchsetzung.email,
                "website": form.durchsetzung_website if own else recht.durchsetzung.website,
            },
        }
    )


def _day(day: date | None) -> str | None:
    return day.isoformat() if day else None


def _gap(sprache: Sprachfassung) -> dict[str, Any]:
    return {
        "id": sprache.kennung,
        "was": f"Auf der Startseite fehlen {sprache.im_satz}: {', '.join(sprache.fehlt)}",
        "kriterium": sprache.grundlage,
        "grund": Mangelgrund.UNVEREINBAR.value,
        "begruendung": None,
        "alternative": None,
        "behebung_bis": None,
        "quelle": LAND,
    }


def _fault(mangel: Mangel) -> dict[str, Any]:
    return {
        "id": mangel.id,
        "was": mangel.was,
        "kriterium": mangel.kriterium,
        "grund": mangel.grund.value,
        "begruendung": mangel.begruendung,
        "alternative": mangel.alternative,
        "behebung_bis": _day(mangel.behebung_bis),
        "quelle": mangel.quelle.value,
    }


def _report(bericht: Pruefbericht | None) -> dict[str, Any] | None:
    if bericht is None:
        return None
    return {"datum": _day(bericht.datum), "seiten": bericht.seiten, "befunde": bericht.offen}


_TEXT: Final = {"type": "string"}
_NUMBER: Final = {"type": "integer", "minimum": 0}
_DATE: Final = {"type": "string", "format": "date"}
_FLAG: Final = {"type": "boolean"}
_TEXTS: Final = {"type": "array", "items": _TEXT}


def _or_null(kind: dict[str, Any]) -> dict[str, Any]:
    return {"anyOf": [kind, {"type": "null"}]}


def _one_of(words: type[Vereinbarkeit | Bewertungsart | Mangelgrund]) -> Any:
    return {"type": "string", "enum": [word.value for word in words]}


def _object(properties: dict[str, tuple[str, Any]]) -> dict[str, Any]:
    return {
        "type": "object",
        "properties": {name: {"title": title} | kind for name, (title, kind) in properties.items()},
        "required": list(properties),
        "additionalProperties": False,
    }


def statement_schema() -> bytes:
    """Return the JSON Schema of the statement; its titles say what each field means."""
    mangel = {
        "id": ("Kennung", _TEXT),
        "was": ("Was nicht barrierefrei ist", _TEXT),
        "kriterium": ("Kriterium oder Vorschrift", _TEXT),
        "grund": ("Grund", _one_of(Mangelgrund)),
        "begruendung": ("Begründung", _or_null(_TEXT)),
        "alternative": ("Barrierefreie Alternative", _or_null(_TEXT)),
        "behebung_bis": ("Behebung geplant bis", _or_null(_DATE)),
        "quelle": (
            "Gefunden durch; land: vom Land verlangt und nicht vorhanden",
            {"type": "string", "enum": [*(q.value for q in Mangelquelle), LAND]},
        ),
    }
    bericht = {
        "datum": ("Tag der Prüfung", _DATE),
        "seiten": ("Geprüfte Seiten", _NUMBER),
        "befunde": ("Offene Befunde", _NUMBER),
    }
    bewertung = {
        "schritte": ("Prüfschritte mal Seitentypen", _NUMBER),
        "geprueft": ("Davon von Menschen bewertet", _NUMBER),
        "beanstandet": ("Davon nicht oder nur teilweise erfüllt", _NUMBER),
    }
    sprache = {
        "sprache": ("Sprache", _TEXT),
        "pflicht": ("Vom Land verlangt", _FLAG),
        "vorhanden": ("Vorhandene Teile", _TEXTS),
        "fehlt": ("Fehlende Teile", _TEXTS),
    }
    meldung = {
        "stelle": ("Zuständige Stelle", _TEXT),
        "email": ("E-Mail", _TEXT),
        "telefon": ("Telefon", _or_null(_TEXT)),
        "formular": ("Kontaktformular", _or_null(_TEXT)),
        "antwortfrist": ("Antwortfrist", _or_null(_TEXT)),
    }
    durchsetzung = {
        "verfahren": ("Verfahren", _TEXT),
        "stelle": ("Durchsetzungsstelle", _TEXT),
        "email": ("E-Mail", _or_null(_TEXT)),
        "website": ("Website", _or_null(_TEXT)),
    }
    document = _object(
        {
            "schema": ("Dieses Schema", {"const": SCHEMA_NAME.rpartition("/")[2]}),
            "vorfuehrung": ("Vorführung, keine amtliche Erklärung", _FLAG),
            "anbieter": ("Öffentliche Stelle", _TEXT),
            "adresse": ("Adresse der Website", _TEXT),
            "land": ("Land", _TEXT),
            "rechtsgrundlage": ("Rechtsgrundlage", _TEXT),
            "norm": ("Norm", _TEXT),
            "ausgenommen": ("Wofür die Erklärung nicht gilt", _TEXTS),
            "vereinbarkeit": (
                "Vereinbarkeit mit der Norm; null: noch nicht bewertet",
                _or_null(_one_of(Vereinbarkeit)),
            ),
            "maengel": ("Nicht barrierefreie Inhalte", {"type": "array", "items": _object(mangel)}),
            "erstellt_am": ("Erstmals erstellt am", _or_null(_DATE)),
            "stand": ("Stand der Erklärung", _DATE),
            "letzte_pruefung": ("Zuletzt überprüft am", _DATE),
            "bewertung": ("Art der Bewertung", _or_null(_one_of(Bewertungsart))),
            "geprueft_durch": ("Geprüft durch", _or_null(_TEXT)),
            "methode": ("Prüfmethode", _TEXT),
            "pruefbericht": ("Neuester Prüfbericht", _or_null(_object(bericht))),
            "selbstbewertung": ("Selbstbewertung durch Menschen", _object(bewertung)),
            "sprachfassungen": (
                "Leichte Sprache und Gebärdensprache auf der Startseite",
                {"type": "array", "items": _object(sprache)},
            ),
            "rueckmeldung": ("Barrieren melden", _object(meldung)),
            "durchsetzung": ("Durchsetzung", _object(durchsetzung)),
        }
    )
    head = {"$schema": DIALECT, "title": "Erklärung zur Barrierefreiheit"}
    return encoded(head | document)
