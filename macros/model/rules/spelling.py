"""Rules about texts: words too long for a phone, laws that no longer exist."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any, Final, get_args

from pydantic import BaseModel, WithJsonSchema

from macros.model import value_rules as r
from macros.model.examples import part_in
from macros.model.findings import Befund, Stufe, regel
from macros.model.records import Person
from macros.model.rules.check import whole
from macros.model.values import ZEILE_GUT, ZEILE_MAX

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from pydantic.fields import FieldInfo

    from macros.model.bestand import Bestand
    from macros.model.validate import Path

LONGEST_WORD: Final = 60

AUFGEHOBENES_GESETZ = regel(
    "R-370",
    Stufe.FEHLER,
    "Keine aufgehobenen Gesetze zitieren",
    "Das Telemediengesetz ist durch das DDG ersetzt, das TTDSG heißt TDDDG, der "
    "Rundfunkstaatsvertrag ist der Medienstaatsvertrag (Stand Mai 2024).",
    "§ 5 TMG",
    "§ 5 DDG",
)
PARAGRAF_OHNE_GESETZ = regel(
    "R-371",
    Stufe.WARNUNG,
    "Ein Paragraf nennt sein Gesetz",
    "„§ 8a“ allein sagt nicht, in welchem Gesetz er steht.",
    "Verfahren nach § 8a",
    "Verfahren nach § 8a SGB VIII",
)
_REPEALED: Final = re.compile(r"\b(TMG|Telemediengesetz\w*|TTDSG|RStV)\b")
_REPLACEMENT: Final = {"TMG": "DDG", "TTDSG": "TDDDG", "RStV": "MStV"}
_PARAGRAPH: Final = re.compile(r"(?P<number>§§?\s*\d+\s?[a-z]?)\b(?P<rest>.*)", re.DOTALL)
_LAW: Final = re.compile(
    r"\b([A-ZÄÖÜ]\w*[A-ZÄÖÜ]\w*|\w*([Gg]esetz|[Vv]ertrag|[Oo]rdnung|[Bb]uch)\w*)"
)


def repealed_laws(text: str) -> Iterator[tuple[int, str, str]]:
    """Yield each law in a text that no longer holds: its place, what is wrong, how to mend it."""
    for found in _REPEALED.finditer(text):
        law = found.group()
        new = _REPLACEMENT.get(law, "DDG")
        yield (
            found.start(),
            f"„{law}“ gilt nicht mehr. Gemeint ist wohl: {new}.",
            f"„{law}“ durch „{new}“ ersetzen und den Paragrafen dort nachsehen",
        )


def texts(record: BaseModel) -> Iterator[tuple[Path, str]]:
    """Yield every free text inside a record with its path."""
    for name, value in record.__dict__.items():
        yield from _texts_in(value, (name,))


def _texts_in(value: Any, path: Path) -> Iterator[tuple[Path, str]]:
    if type(value) is str:
        yield path, value
    elif isinstance(value, tuple):
        for number, item in enumerate(value):
            yield from _texts_in(item, (*path, number))
    elif isinstance(value, BaseModel):
        for name, item in value.__dict__.items():
            yield from _texts_in(item, (*path, name))


@whole
def readable_texts(bestand: Bestand) -> Iterable[Befund]:
    """Find very long words, repealed laws, and paragraphs without a law."""
    for typ, table in bestand.tables.items():
        for record in table.values():
            for path, text in texts(record):
                where = "" if typ is Person else f"{record.id}.{path[0]}"
                yield from _judge_text(text, bestand, record, path, where)


def _is_line(model: type[BaseModel], path: Path) -> bool:
    """Tell whether the field at a path is a one-line text."""
    field: FieldInfo | None = None
    for part in path:
        if isinstance(part, str):
            field = model.model_fields[part]
            model = part_in(field.annotation) or model
    return field is not None and any(
        isinstance(mark, WithJsonSchema) and (mark.json_schema or {}).get("maxLength") == ZEILE_MAX
        for mark in (*field.metadata, *_marks(field.annotation))
    )


def _marks(annotation: Any) -> Iterator[Any]:
    yield from getattr(annotation, "__metadata__", ())
    for part in get_args(annotation):
        yield from _marks(part)


def _judge_text(
    text: str, bestand: Bestand, record: Any, path: Path, where: str
) -> Iterator[Befund]:
    if "://" not in text and "@" not in text:
        longest = max(text.split(), key=len, default="")
        if len(longest) > LONGEST_WORD:
            yield r.LANGES_WORT.befund(
                bestand.ort(record, *path),
                f"Das Wort „{longest[:30]}…“ hat {len(longest)} Zeichen; "
                f"mehr als {LONGEST_WORD} passen auf kein Handy.",
                "Das Wort teilen oder einen Bindestrich setzen",
                path=where,
            )
    if len(text) > ZEILE_GUT and _is_line(type(record), path):
        yield r.LANGE_ZEILE.befund(
            bestand.ort(record, *path),
            f"Der Text ist {len(text)} Zeichen lang; mehr als {ZEILE_GUT} sind schwer zu lesen.",
            "Den Text kürzen",
            path=where,
        )
    for _, message, remedy in repealed_laws(text):
        yield AUFGEHOBENES_GESETZ.befund(bestand.ort(record, *path), message, remedy, path=where)
    paragraph = _PARAGRAPH.search(text)
    # A section of an agreement has no law behind its number.
    if paragraph and path[-1] != "abschnitt" and not _LAW.search(paragraph.group("rest")):
        yield PARAGRAF_OHNE_GESETZ.befund(
            bestand.ort(record, *path),
            f"Bei „{paragraph['number']}“ fehlt das Gesetz.",
            f"Das Gesetz dahinter nennen, zum Beispiel {paragraph['number']} SGB\u00a0VIII",
            path=where,
        )
