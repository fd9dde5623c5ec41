"""What pydantic reports, said in German at the place in the file, with the mended line."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final

from macros.model import reading_rules, reference_rules
from macros.model import value_rules as r
from macros.model.examples import example_field, example_part, is_list, part_in
from macros.model.findings import REGISTER, Ort
from macros.model.nearest import nearest
from macros.model.yaml_values import quoted

if TYPE_CHECKING:
    from pydantic import BaseModel

    from macros.model.findings import Befund, Regel
    from macros.model.record import Record
    from macros.model.validate import Herkunft, Path

_TYPOGRAPHIC: Final = re.compile(r"^[„“”‚‘»«](.*)[“”‘’«»\"']$")
_MANY: Final = 50
_LINE: Final = re.compile(r"^(?:- )?([a-z_]+): (\S.*)$")


@dataclass(frozen=True)
class Place:
    """The record that is being validated.

    Attributes:
        typ: its type.
        herkunft: where it stands.
        name: its id, empty if it has none.
    """

    typ: type[Record]
    herkunft: Herkunft
    name: str

    def path(self, loc: Path) -> str:
        """Return record and field for a finding: ``st-001.einsatz.0.vzae``."""
        return ".".join(str(part) for part in (self.name, *loc) if part != "")

    def model(self, loc: Path) -> type[BaseModel]:
        """Return the model that holds the field at a path of names and list positions."""
        current: type[BaseModel] = self.typ
        for part in loc:
            if isinstance(part, str) and part in current.model_fields:
                current = part_in(current.model_fields[part].annotation) or current
        return current

    def in_list(self, loc: Path) -> bool:
        """Tell whether the value is an item of a list that has a line of its own."""
        if not loc or not isinstance(loc[-1], int):
            return False
        key = (*loc[:-2], f"~{loc[-2]}") if len(loc) > 1 else ()
        places = self.herkunft.places
        return key in places and loc in places and places[key][0] != places[loc][0]


def to_befunde(details: list[dict[str, Any]], place: Place) -> list[Befund]:
    """Return the findings for what pydantic reports about one record.

    Args:
        details: pydantic's errors.
        place: the record.
    """
    befunde: dict[Befund, None] = {}
    guessed: set[tuple[Path, str | None]] = set()
    extra = [detail for detail in details if detail["type"] == "extra_forbidden"]
    for detail in extra[:_MANY]:
        befund, guess = _extra(tuple(detail["loc"]), place, detail.get("input"))
        befunde[befund] = None
        guessed.add((tuple(detail["loc"][:-1]), guess))
    if len(extra) > _MANY:
        befunde[_more(len(extra) - _MANY, tuple(extra[_MANY]["loc"]), place)] = None
    for detail in details:
        loc: Path = tuple(detail["loc"])
        if detail["type"] == "extra_forbidden":
            continue
        if detail["type"] == "missing" and (loc[:-1], loc[-1]) in guessed:
            continue  # the misspelled field above is the one that is missing
        if detail["type"] == "too_short" and any(_inside(d["loc"], loc) for d in details):
            continue  # the list is not empty; its entries have faults of their own
        befunde[_befund(detail, loc, place)] = None
    return list(befunde)


def _inside(inner: tuple[str | int, ...], outer: Path) -> bool:
    return len(inner) > len(outer) and tuple(inner[: len(outer)]) == outer


def unknown_field(
    ort: Ort, key: str, known: list[str], path: str, value: Any = None
) -> tuple[Befund, str | None]:
    """Return the finding for an unknown field, and the field that was probably meant.

    Args:
        ort: where the field stands.
        key: its name.
        known: the fields that would be possible here.
        path: record and field.
        value: what stands in the field; a text is repeated in the remedy.
    """
    guess = nearest(key, known)
    if guess:
        message = f"Das Feld „{key[:60]}“ ist nicht bekannt. Meinten Sie „{guess}“?"
        remedy = f"{guess}: {value if isinstance(value, str) and 0 < len(value) < 200 else '…'}"
    else:
        message = f"Das Feld „{key[:60]}“ ist hier nicht bekannt."
        remedy = f"Noch möglich sind: {', '.join(known)}"
    return r.UNBEKANNT.befund(ort, message, remedy, path=path), guess


def _more(count: int, loc: Path, place: Place) -> Befund:
    line, column = place.herkunft.places[(*loc[:-1], f"~{loc[-1]}")]
    return r.UNBEKANNT.befund(
        Ort(place.herkunft.file, line, column),
        f"Von hier an sind noch {count} Felder dieses Eintrags nicht bekannt.",
        "Prüfen, ob diese Zeilen in eine andere Datei gehören",
        path=place.path(loc[:-1]),
    )


def _extra(loc: Path, place: Place, value: Any) -> tuple[Befund, str | None]:
    parent = place.model(loc[:-1])
    places = place.herkunft.places
    known = [f for f in parent.model_fields if (*loc[:-1], f) not in places]
    line, column = places[(*loc[:-1], f"~{loc[-1]}")]
    ort = Ort(place.herkunft.file, line, column)
    known = known or list(parent.model_fields)
    return unknown_field(ort, str(loc[-1]), known, place.path(loc), value)


def _befund(detail: dict[str, Any], loc: Path, place: Place) -> Befund:
    kind: str = detail["type"]
    if kind in REGISTER.regeln:
        return _own_message(detail, REGISTER.regeln[kind], loc, place)
    if kind == "missing":
        return _missing(loc, place)
    if kind == "too_short":
        key = _last_name(loc)
        return r.LEER.befund(
            place.herkunft.ort(loc),
            f"Die Liste „{key}“ braucht mindestens einen Eintrag.",
            example_field(place.model(loc[:-1]), key),
            path=place.path(loc),
        )
    return _wrong_type(detail, loc, place)


def _own_message(detail: dict[str, Any], regel: Regel, loc: Path, place: Place) -> Befund:
    message: str = detail["ctx"]["message"]
    remedy: str = detail["ctx"]["remedy"]
    rat: str = detail["ctx"]["rat"]
    value = detail.get("input")
    typographic = _TYPOGRAPHIC.match(value) if isinstance(value, str) else None
    if typographic and not remedy:
        message = "Um diesen Wert stehen typografische Anführungszeichen; nötig sind gerade."
        remedy = f'"{typographic[1]}"'
    if regel is r.LEER:
        rat = _fill(loc, place)
    if remedy:
        rat = _as_line(remedy, loc, place)
    elif not rat:
        example = _as_line(regel.richtig, loc, place)
        rat = example if "\n" in example else f"zum Beispiel {example}"
    return regel.befund(place.herkunft.ort(loc), message, rat, path=place.path(loc))


def _fill(loc: Path, place: Place) -> str:
    key = _last_name(loc)
    field = place.model(loc[:-1]).model_fields.get(key)
    if loc and isinstance(loc[-1], int):
        return "Einen Wert eintragen oder den Bindestrich löschen"
    if field is None or field.is_required():
        return f"Einen Wert eintragen: {key}: …"
    return f"Einen Wert eintragen oder die Zeile „{key}:“ löschen"


def _as_line(remedy: str, loc: Path, place: Place) -> str:
    """Return a remedy as the line that would stand in this file: with this key, or as an item."""
    key = _last_name(loc)
    if "\n" in remedy or not key or len(remedy) > 300:
        return remedy
    line = _LINE.match(remedy)
    value = line[2] if line else remedy
    if place.in_list(loc):
        return f"- {value}"
    return f"{key}: {value}" if loc and isinstance(loc[-1], str) else value


def _last_name(loc: Path) -> str:
    return next((str(part) for part in reversed(loc) if isinstance(part, str)), "")


def _missing(loc: Path, place: Place) -> Befund:
    parent = place.model(loc[:-1])
    key = str(loc[-1])
    title = parent.model_fields[key].title or key
    own = reference_rules.FEHLENDE_GRUNDLAGE if key in ("grundlage", "informiert_am") else r.PFLICHT
    where = f" bei „{place.name[:60]}“" if place.name else ""
    return own.befund(
        place.herkunft.ort(loc[:-1]),
        f"Das Pflichtfeld „{key}“ ({title}) fehlt{where}.",
        _add(example_field(parent, key)),
        path=place.path(loc),
    )


def _add(example: str) -> str:
    return example if "\n" in example else f"Die Zeile ergänzen: {example}"


def _wrong_type(detail: dict[str, Any], loc: Path, place: Place) -> Befund:
    key, value, kind = _last_name(loc), detail.get("input"), detail["type"]
    ort, path = place.herkunft.ort(loc), place.path(loc)
    if value in ("", {}):
        return r.LEER.befund(ort, f"Das Feld „{key}“ ist leer.", _fill(loc, place), path=path)
    model = place.model(loc[:-1])
    if isinstance(value, dict) and len(value) == 1 and isinstance(loc[-1], int):
        ((before, after),) = value.items()
        if isinstance(after, str):
            return reading_rules.DOPPELPUNKT.befund(
                ort,
                "Text mit Doppelpunkt bitte in Anführungszeichen setzen.",
                f"- {quoted(f'{before}: {after}'.strip())}",
                path=path,
            )
    if kind == "tuple_type":
        message = f"„{key}“ muss eine Liste sein; hier steht {_what(value)}."
        remedy = _as_list(key, value, model)
    elif kind in ("model_type", "model_attributes_type", "dict_type"):
        message = (
            f"„{key}“ braucht eigene Felder, eingerückt in den Zeilen darunter; "
            f"hier steht {_what(value)}."
        )
        remedy = (
            example_field(model, key) if key in model.model_fields else example_part(model, key)
        )
    else:
        message = f"„{key}“ muss ein einzelner Wert sein; hier steht {_what(value)}."
        inner = list(value.values()) if isinstance(value, dict) else list(value or ())
        single = inner[0] if inner and isinstance(inner[0], str) else "…"
        remedy = f"{key}: {single[:200]}"
    return r.FORM.befund(ort, message, remedy, path=path)


def _as_list(key: str, value: Any, model: type[BaseModel]) -> str:
    field = model.model_fields.get(key)
    if field is not None and part_in(field.annotation) is not None and is_list(field.annotation):
        return example_field(model, key)
    if not isinstance(value, str) or len(value) > 60:
        return f"{key}: […]"
    return f"{key}: [{value.strip('[] ')}]"


def _what(value: Any) -> str:
    if isinstance(value, tuple):
        return "eine Liste"
    return "ein Block mit Feldern" if isinstance(value, dict) else "ein einzelner Wert"
