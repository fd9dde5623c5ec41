"""What a record type consists of, read from its pydantic fields: the basis of every export."""

from __future__ import annotations

import types
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum
from functools import cache
from typing import Annotated, Any, Union, get_args, get_origin

from pydantic import BaseModel

from macros.model.record import Bestandssatz, Record
from macros.model.values import Auswahl
from macros.model.verweis import Verweis


class Art(StrEnum):
    """What a field holds."""

    TEXT = "text"
    ZAHL = "zahl"
    GANZZAHL = "ganzzahl"
    JA_NEIN = "ja-nein"
    DATUM = "datum"
    AUSWAHL = "auswahl"
    VERWEIS = "verweis"
    TEIL = "teil"


@dataclass(frozen=True)
class Feld:
    """A field of a record type.

    Attributes:
        name: key in YAML and JSON.
        titel: label for people.
        beschreibung: explanation, may be empty.
        art: what it holds, or what each item of the list holds.
        typ: the Python type of that.
        liste: whether it is a list.
        leer: whether it may have no value.
    """

    name: str
    titel: str
    beschreibung: str
    art: Art
    typ: type[Any]
    liste: bool
    leer: bool


@cache
def felder(typ: type[BaseModel]) -> tuple[Feld, ...]:
    """Return the fields of a record type; what every record of the Bestand has comes last.

    A field added to the model is found here without a change.
    """
    shared = set(Bestandssatz.model_fields) - set(Record.model_fields)
    names = sorted(typ.model_fields, key=lambda name: name in shared)
    return tuple(_feld(typ, name) for name in names)


def _feld(typ: type[BaseModel], name: str) -> Feld:
    info = typ.model_fields[name]
    inner, liste, leer = _unwrapped(info.annotation)
    art, inner_type = _art(inner)
    return Feld(name, info.title or name, info.description or "", art, inner_type, liste, leer)


def _unwrapped(annotation: Any) -> tuple[Any, bool, bool]:
    """Return the innermost type, whether it is in a list, and whether it may be None."""
    liste = leer = False
    while True:
        origin, args = get_origin(annotation), get_args(annotation)
        if origin is Annotated:
            annotation = args[0]
        elif origin in {Union, types.UnionType}:
            leer = leer or type(None) in args
            (annotation,) = [arg for arg in args if arg is not type(None)]
        elif origin is tuple:
            liste, annotation = True, args[0]
        else:
            return annotation, liste, leer


def _art(annotation: Any) -> tuple[Art, type[Any]]:
    if get_origin(annotation) is Verweis:
        (ziel,) = get_args(annotation)
        return Art.VERWEIS, ziel
    # bool before int, because it is one.
    for base, art in (
        (Auswahl, Art.AUSWAHL),
        (BaseModel, Art.TEIL),
        (bool, Art.JA_NEIN),
        (int, Art.GANZZAHL),
        (Decimal, Art.ZAHL),
        (date, Art.DATUM),
    ):
        if issubclass(annotation, base):
            return art, annotation
    return Art.TEXT, annotation


def anzeigename(record: Record) -> str:
    """Return what a record is called: the first of its fields that names it."""
    for name in ("name", "funktion", "titel", "betreff", "begriff"):
        if name in type(record).model_fields:
            return str(getattr(record, name))
    return record.id
