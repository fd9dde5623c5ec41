"""The front matter of a page: which fields there are, and what may stand in them."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from datetime import date
from typing import TYPE_CHECKING, Final

from macros.model import value_rules
from macros.model.findings import Befund, Ort
from macros.model.kennung import is_kennung, kennung_from
from macros.model.nearest import nearest
from macros.model.page_path import is_page
from macros.model.yaml_load import Mapping, Scalar, Sequence
from macros.pages import rules as r

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

PFLICHTFELDER: Final = ("title", "description", "art")
ARTEN: Final = ("wortlaut", "live")
BINDUNGEN: Final = ("verbindlich", "anzupassen", "information")
SPRACHEN: Final = ("leicht",)
LISTEN: Final = ("quellen", "siehe")
KOPFFELDER: Final = (*PFLICHTFELDER, "kapitel", "bindung", "stand", "sprache", *LISTEN)
_MAX_TITLE: Final = 120
_MAX_DESCRIPTION: Final = 300
_NUMBER: Final = re.compile(r"\d{1,2}(\.\d{1,2})?", re.ASCII)
_DATE: Final = re.compile(r"\d{4}-\d{2}-\d{2}", re.ASCII)


@dataclass(frozen=True)
class Angabe:
    """An entry of a list in the front matter.

    Attributes:
        text: what stands there.
        ort: where.
    """

    text: str
    ort: Ort


@dataclass
class Kopf:
    """A front matter as read.

    Attributes:
        felder: the fields with one value.
        listen: the fields with several.
        orte: where each field begins.
    """

    felder: dict[str, str] = field(default_factory=dict)
    listen: dict[str, tuple[Angabe, ...]] = field(default_factory=dict)
    orte: dict[str, Ort] = field(default_factory=dict)


def read_head(node: object, file: str, kopf: Kopf) -> Iterator[Befund]:
    """Read the fields of a front matter into ``kopf`` and yield what is wrong with them.

    Args:
        node: the YAML tree between the two lines.
        file: path for messages.
        kopf: what takes the fields.
    """
    if not isinstance(node, Mapping):
        yield r.KOPF_FEHLT.befund(Ort(file, 2), "Der Kopf der Seite ist keine Liste von Feldern.")
        return
    for key, value in node.entries:
        name, ort = key.text, Ort(file, key.line, key.column)
        kopf.orte[name] = ort
        if name not in KOPFFELDER:
            guess = nearest(name, KOPFFELDER)
            question = f" Meinten Sie „{guess}“?" if guess else ""
            yield r.KOPF_UNBEKANNT.befund(
                ort,
                f"Das Feld „{name}“ ist im Kopf einer Seite nicht erlaubt.{question}",
                f"Die Zeile löschen; erlaubt sind {', '.join(KOPFFELDER[:-1])} "
                f"und {KOPFFELDER[-1]}",
            )
        elif name in LISTEN:
            yield from _read_list(name, value, ort, kopf)
        elif not isinstance(value, Scalar):
            yield r.KOPF_FELD.befund(ort, f"„{name}“ braucht einen einfachen Text.", _EXAMPLE[name])
        else:
            kopf.felder[name] = value.text
            yield from _check_value(name, value.text, Ort(file, value.line, value.column))
    for name in PFLICHTFELDER:
        if name not in kopf.orte:
            yield r.KOPF_FELD.befund(
                Ort(file, node.line), f"Im Kopf der Seite fehlt „{name}“.", _EXAMPLE[name]
            )


def _read_list(name: str, value: object, ort: Ort, kopf: Kopf) -> Iterator[Befund]:
    entries = value.items if isinstance(value, Sequence) else ()
    if not isinstance(value, Sequence) or not all(isinstance(e, Scalar) for e in entries):
        yield r.KOPF_FELD.befund(
            ort, f"„{name}“ ist eine Liste in eckigen Klammern.", _EXAMPLE[name]
        )
        return
    found: list[Angabe] = []
    for entry in entries:
        if not isinstance(entry, Scalar):
            continue
        text, place = entry.text, Ort(ort.file, entry.line, entry.column)
        fits = is_kennung(text) if name == "quellen" else is_page(text)
        if not fits:
            what = "keine Kennung" if name == "quellen" else "kein Pfad einer Seite unter docs"
            proposal = kennung_from(text) if name == "quellen" else ""
            yield r.KOPF_FELD.befund(
                place, f"„{text[:60]}“ ist {what}.", proposal or _EXAMPLE[name]
            )
        elif any(text == other.text for other in found):
            yield r.KOPF_FELD.befund(
                place, f"„{text}“ steht zweimal bei „{name}“.", "Den zweiten Eintrag löschen"
            )
        else:
            found.append(Angabe(text, place))
    kopf.listen[name] = tuple(found)


def _check_value(name: str, text: str, ort: Ort) -> Iterator[Befund]:
    if not text.strip():
        yield r.KOPF_FELD.befund(ort, f"„{name}“ ist leer.", _EXAMPLE[name])
    elif any(braces in text for braces in ("{{", "{%", "}}", "%}", "{#")):
        yield value_rules.KLAMMERN.befund(
            ort, "Im Kopf einer Seite sind Makros nicht erlaubt.", _EXAMPLE[name]
        )
    elif "<" in text or ">" in text or "\n" in text.strip():
        yield r.HTML.befund(
            ort,
            f"„{name}“ ist einfacher Text in einer Zeile, ohne spitze Klammern.",
            _EXAMPLE[name],
        )
    else:
        yield from _CHECKS[name](name, text, ort)


def _length(name: str, text: str, ort: Ort) -> Iterator[Befund]:
    maximum = _MAX_TITLE if name == "title" else _MAX_DESCRIPTION
    if len(text) > maximum:
        yield value_rules.LAENGE.befund(
            ort,
            f"„{name}“ hat {len(text)} Zeichen; höchstens {maximum} sind erlaubt.",
            "Kürzer fassen",
        )


def _one_of(what: str, allowed: tuple[str, ...]) -> Callable[[str, str, Ort], Iterator[Befund]]:
    listed = " und ".join(filter(None, [", ".join(allowed[:-1]), allowed[-1]]))
    verb = "sind" if len(allowed) > 1 else "ist"

    def check(name: str, text: str, ort: Ort) -> Iterator[Befund]:
        if text not in allowed:
            yield r.KOPF_FELD.befund(
                ort,
                f"„{text}“ ist {what}. Erlaubt {verb} {listed}.",
                f"{name}: {nearest(text, allowed) or allowed[0]}",
            )

    return check


def _number(name: str, text: str, ort: Ort) -> Iterator[Befund]:
    if not _NUMBER.fullmatch(text):
        yield r.KOPF_FELD.befund(ort, f"„{text}“ ist keine Nummer eines Kapitels.", _EXAMPLE[name])


def _date(name: str, text: str, ort: Ort) -> Iterator[Befund]:
    if not _is_date(text):
        yield value_rules.DATUM.befund(
            ort, f"„{text}“ ist kein Datum. Erwartet wird Jahr-Monat-Tag.", _EXAMPLE[name]
        )


def _is_date(text: str) -> bool:
    try:
        return bool(_DATE.fullmatch(text)) and bool(date.fromisoformat(text))
    except ValueError:
        return False


_CHECKS: Final[dict[str, Callable[[str, str, Ort], Iterator[Befund]]]] = {
    "title": _length,
    "description": _length,
    "art": _one_of("keine Art einer Seite", ARTEN),
    "bindung": _one_of("keine Angabe zur Verbindlichkeit", BINDUNGEN),
    "sprache": _one_of("keine Angabe zur Sprache", SPRACHEN),
    "kapitel": _number,
    "stand": _date,
}
_EXAMPLE: Final = {
    "title": "title: Kinderschutz",
    "description": "description: Wen Sie bei Sorge um ein Kind anrufen.",
    "art": "art: wortlaut",
    "kapitel": 'kapitel: "3.1"',
    "bindung": "bindung: verbindlich",
    "stand": 'stand: "2026-11-22"',
    "sprache": "sprache: leicht",
    "quellen": "quellen: [projekt]",
    "siehe": "siehe: [rahmenbedingungen/arbeitszeit.md]",
}
