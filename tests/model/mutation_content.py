"""Spoiled values and characters: what people, spreadsheets and copying do to a file's content."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from .mutation import (
    Mutation,
    changed,
    head_of,
    insert,
    is_scalar,
    like,
    operator,
    raw_value,
    transposed,
    with_value,
)
from .mutation_places import FIXED_FORM

if TYPE_CHECKING:
    from random import Random

    from .mutation_places import Datafile, Place


@operator
def anfuehrung_abschneiden(file: Datafile, place: Place, rng: Random) -> Mutation | None:
    if not is_scalar(place) or not place.text.endswith('"'):
        return None
    return changed(file, place, place.text[:-1])


@operator
def wert_abschneiden(file: Datafile, place: Place, rng: Random) -> Mutation | None:
    if not is_scalar(place) or place.kind not in FIXED_FORM:
        return None
    return with_value(file, place, like(place, place.value[: len(place.value) // 2]))


@operator
def wert_leeren(file: Datafile, place: Place, rng: Random) -> Mutation | None:
    return changed(file, place, head_of(place).rstrip()) if is_scalar(place) else None


@operator
def klammer_offen(file: Datafile, place: Place, rng: Random) -> Mutation | None:
    return changed(file, place, place.text[:-1]) if place.text.endswith("]") else None


@operator
def ziffer_weglassen(file: Datafile, place: Place, rng: Random) -> Mutation | None:
    if place.kind not in ("datum", "zahl") or not re.fullmatch(r"[\d-]{5,}", place.value):
        return None
    spot = rng.choice([n for n, sign in enumerate(place.value) if sign.isdigit()])
    return with_value(file, place, like(place, place.value[:spot] + place.value[spot + 1 :]))


@operator
def text_statt_form(file: Datafile, place: Place, rng: Random) -> Mutation | None:
    if not is_scalar(place) or place.kind not in FIXED_FORM:
        return None
    return with_value(file, place, rng.choice(["unbekannt", "siehe oben", "k. A.", "folgt"]))


@operator
def liste_statt_wert(file: Datafile, place: Place, rng: Random) -> Mutation | None:
    if not is_scalar(place):
        return None
    return with_value(file, place, f"[{like(place, place.value)}]")


@operator
def wert_statt_liste(file: Datafile, place: Place, rng: Random) -> Mutation | None:
    value = raw_value(place) if place.kind == "liste" else ""
    if not value.startswith("["):
        return None
    return with_value(file, place, value.strip("[]").replace('"', ""))


@operator
def datum_unmoeglich(file: Datafile, place: Place, rng: Random) -> Mutation | None:
    if place.kind != "datum":
        return None
    year = place.value[:4]
    return with_value(
        file, place, rng.choice([f'"{year}-02-30"', f'"{year}-13-01"', f'"{year}-06-31"', "1.9.26"])
    )


@operator
def buchstabe_in_zahl(file: Datafile, place: Place, rng: Random) -> Mutation | None:
    if place.kind not in ("datum", "zahl", "telefon"):
        return None
    spot = rng.choice([n for n, sign in enumerate(place.value) if sign.isdigit()])
    letter = {"0": "O", "1": "l"}.get(place.value[spot], "x")
    return with_value(
        file, place, like(place, place.value[:spot] + letter + place.value[spot + 1 :])
    )


@operator
def auswahl_vertippen(file: Datafile, place: Place, rng: Random) -> Mutation | None:
    if place.kind != "auswahl" or not place.value:
        return None
    spot = rng.randrange(len(place.value))
    return with_value(file, place, place.value[:spot] + place.value[spot + 1 :])


@operator
def mail_verstuemmeln(file: Datafile, place: Place, rng: Random) -> Mutation | None:
    if place.kind != "mail":
        return None
    local, _, domain = place.value.partition("@")
    spoiled = [f"{local}(at){domain}", f"{local} @{domain}", f"{local}@{domain},", f"{local}@"]
    spoiled += [f"{local}.{domain}", f"ü{place.value}", f"{local}@{domain.replace('.', ',')}"]
    return with_value(file, place, rng.choice(spoiled))


@operator
def webadresse_verstuemmeln(file: Datafile, place: Place, rng: Random) -> Mutation | None:
    if place.kind != "web":
        return None
    rest = place.value.removeprefix("https://")
    spoiled = [f"javascript:alert('{rest}')", f"https//{rest}", f"https:/{rest}", f"//{rest}", rest]
    spoiled += [f"https: //{rest}", f"https://redaktion:geheim@{rest}", f"file:///{rest}"]
    return with_value(file, place, rng.choice(spoiled))


@operator
def verweis_vertippen(file: Datafile, place: Place, rng: Random) -> Mutation | None:
    if place.kind == "verweis":
        wrong = transposed(place.value, rng)
        return with_value(file, place, wrong) if wrong else None
    ids = re.findall(r"[a-z0-9-]+", raw_value(place)) if _is_flow_of_ids(place) else []
    if not ids:
        return None
    number = rng.randrange(len(ids))
    ids[number] = transposed(ids[number], rng) or f"{ids[number]}-x"
    return with_value(file, place, f"[{', '.join(ids)}]")


def _is_flow_of_ids(place: Place) -> bool:
    names = {"themen", "siehe", "kontakte", "stellen", "orte", "schulformen", "stufen"}
    return place.kind == "liste" and place.key in names and raw_value(place).startswith("[")


@operator
def kennung_vertippen(file: Datafile, place: Place, rng: Random) -> Mutation | None:
    wrong = transposed(place.value, rng) if place.kind == "kennung" else None
    return with_value(file, place, wrong) if wrong else None


@operator
def latin_1(file: Datafile, place: Place, rng: Random) -> Mutation | None:
    raw = place.text.encode("cp1252")
    if raw.isascii():
        return None
    lines = file.text.encode().split(b"\n")
    lines[place.number - 1] = raw
    return Mutation(b"\n".join(lines), frozenset({place.number}), repr(raw))


@operator
def tabulator_einrueckung(file: Datafile, place: Place, rng: Random) -> Mutation | None:
    if not place.indent:
        return None
    return changed(file, place, "\t" * (place.indent // 2) + place.text[place.indent :])


@operator
def nbsp_einrueckung(file: Datafile, place: Place, rng: Random) -> Mutation | None:
    if not place.indent:
        return None
    spot = rng.randrange(place.indent)
    return changed(file, place, place.text[:spot] + "\u00a0" + place.text[spot + 1 :])


@operator
def nbsp_nach_doppelpunkt(file: Datafile, place: Place, rng: Random) -> Mutation | None:
    if ": " not in place.text or place.item:
        return None
    return changed(file, place, place.text.replace(": ", ":\u00a0", 1))


@operator
def unsichtbares_zeichen(file: Datafile, place: Place, rng: Random) -> Mutation | None:
    return insert(file, place, "\u200b\u00ad\ufeff\u2060\u200d", rng)


@operator
def umdreher(file: Datafile, place: Place, rng: Random) -> Mutation | None:
    return insert(file, place, "\u202e\u202d\u2066\u2067\u200f", rng)


@operator
def steuerzeichen(file: Datafile, place: Place, rng: Random) -> Mutation | None:
    return insert(file, place, "\x00\x07\x08\x1b\x7f\x85", rng)


@operator
def fremder_buchstabe(file: Datafile, place: Place, rng: Random) -> Mutation | None:
    look = dict(zip("aeocpxyAEOCPHKMT", "аеосрхуАЕОСРНКМТ", strict=True))
    spots = [
        n
        for found in re.finditer(r"[^\W\d_]{2,}", place.text)
        for n in range(*found.span())
        if place.text[n] in look
    ]
    if not spots:
        return None
    n = rng.choice(spots)
    return changed(file, place, place.text[:n] + look[place.text[n]] + place.text[n + 1 :])
