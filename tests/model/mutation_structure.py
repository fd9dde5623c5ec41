"""Spoiled lines, fields and signs of YAML: what people and merges do to a file's structure."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .mutation import (
    Mutation,
    between_words,
    changed,
    head_of,
    in_quotes,
    is_scalar,
    like,
    operator,
    raw_value,
    transposed,
    with_value,
)

if TYPE_CHECKING:
    from random import Random

    from .mutation_places import Datafile, Place


@operator
def pflichtzeile_loeschen(file: Datafile, place: Place, rng: Random) -> Mutation | None:
    if not place.required:
        return None
    return changed(file, place, at={place.number, place.block})


@operator
def zeile_loeschen(file: Datafile, place: Place, rng: Random) -> Mutation | None:
    return changed(file, place, at={place.number, place.block})


@operator
def zeile_verdoppeln(file: Datafile, place: Place, rng: Random) -> Mutation | None:
    return changed(file, place, place.text, place.text)


@operator
def eintrag_verdoppeln(file: Datafile, place: Place, rng: Random) -> Mutation | None:
    if place.key != "id" or not place.opens:
        return None
    lines = file.text.split("\n")
    end = next(
        (
            n
            for n in range(place.number, len(lines))
            if not lines[n].startswith(" " * (place.indent + 1))
        ),
        len(lines),
    )
    record = lines[place.number - 1 : end]
    lines[end:end] = record
    return Mutation("\n".join(lines).encode(), frozenset({end + 1}), "\n".join(record))


@operator
def feldnamen_tauschen(file: Datafile, place: Place, rng: Random) -> Mutation | None:
    follower = next((p for p in file.places if p.number == place.number + 1), None)
    if follower is None or not (is_scalar(place) and is_scalar(follower)):
        return None
    if place.item or follower.item or follower.opens or place.block != follower.block:
        return None
    lines = file.text.split("\n")
    for one, other in ((place, follower), (follower, place)):
        lines[one.number - 1] = one.text.replace(f"{one.key}:", f"{other.key}:", 1)
    after = "\n".join(lines[place.number - 1 : follower.number])
    return Mutation("\n".join(lines).encode(), frozenset({place.number, follower.number}), after)


@operator
def bindestrich_loeschen(file: Datafile, place: Place, rng: Random) -> Mutation | None:
    if not place.opens:
        return None
    return changed(file, place, place.text.replace("- ", "  ", 1))


@operator
def konfliktmarke(file: Datafile, place: Place, rng: Random) -> Mutation | None:
    new = ["<<<<<<< HEAD", place.text, "=======", place.text, ">>>>>>> vorschlag"]
    return changed(file, place, *new, at={place.number})


@operator
def zweites_dokument(file: Datafile, place: Place, rng: Random) -> Mutation | None:
    if place.key != "id" or place.number == 1:
        return None
    first = next(p.number for p in file.places)
    return (
        changed(file, place, "---", place.text, at={place.number}) if place.number > first else None
    )


@operator
def zeile_umbrechen(file: Datafile, place: Place, rng: Random) -> Mutation | None:
    at = between_words(raw_value(place), rng) if place.kind == "text" else None
    if at is None:
        return None
    at += len(head_of(place))
    indent = rng.choice(["", " " * place.indent, " " * (place.indent + 2)])
    return changed(file, place, place.text[:at], indent + place.text[at + 1 :])


def _renamed(file: Datafile, place: Place, name: str | None) -> Mutation | None:
    if name is None or place.item:
        return None
    return changed(file, place, place.text.replace(f"{place.key}:", f"{name}:", 1))


@operator
def feldname_verdrehen(file: Datafile, place: Place, rng: Random) -> Mutation | None:
    return _renamed(file, place, transposed(place.key, rng))


@operator
def feldname_grossschreiben(file: Datafile, place: Place, rng: Random) -> Mutation | None:
    return _renamed(file, place, place.key.capitalize())


@operator
def feldname_kuerzen(file: Datafile, place: Place, rng: Random) -> Mutation | None:
    spot = rng.randrange(len(place.key))
    return _renamed(file, place, place.key[:spot] + place.key[spot + 1 :])


@operator
def einrueckung_verschieben(file: Datafile, place: Place, rng: Random) -> Mutation | None:
    step = rng.choice([1, -1]) if place.indent else 1
    return changed(file, place, " " * (place.indent + step) + place.text[place.indent :])


@operator
def leerzeichen_fehlt(file: Datafile, place: Place, rng: Random) -> Mutation | None:
    if place.item or ": " not in place.text:
        return None
    return changed(file, place, place.text.replace(": ", ":", 1))


@operator
def doppelpunkt_fehlt(file: Datafile, place: Place, rng: Random) -> Mutation | None:
    if place.item or ": " not in place.text:
        return None
    return changed(file, place, place.text.replace(": ", " ", 1))


@operator
def doppelpunkt_im_text(file: Datafile, place: Place, rng: Random) -> Mutation | None:
    at = between_words(place.value, rng) if place.kind == "text" and not in_quotes(place) else None
    if at is None:
        return None
    return with_value(file, place, place.value[:at] + ":" + place.value[at:])


@operator
def raute_im_text(file: Datafile, place: Place, rng: Random) -> Mutation | None:
    at = between_words(place.value, rng) if place.kind == "text" and not in_quotes(place) else None
    if at is None:
        return None
    return with_value(file, place, place.value[:at] + " #" + place.value[at + 1 :])


@operator
def anker_alias_tag(file: Datafile, place: Place, rng: Random) -> Mutation | None:
    if not is_scalar(place):
        return None
    raw = raw_value(place)
    return with_value(file, place, rng.choice([f"&a {raw}", "*a", f"!!str {raw}", f"*{raw}"]))


@operator
def anfuehrung_typografisch(file: Datafile, place: Place, rng: Random) -> Mutation | None:
    if not is_scalar(place) or not in_quotes(place):
        return None
    left, right = rng.choice([("„", "“"), ("“", "”"), ("‚", "‘")])
    return with_value(file, place, f"{left}{place.value}{right}")


@operator
def html_einfuegen(file: Datafile, place: Place, rng: Random) -> Mutation | None:
    if place.kind != "text" or not place.value:
        return None
    at = rng.randint(0, len(place.value))
    markup = rng.choice(
        ["<b>", "<script>alert(1)</script>", "<img src=x onerror=alert(1)>", "</p>"]
    )
    value = place.value[:at] + markup + place.value[at:]
    return with_value(file, place, like(place, value))
