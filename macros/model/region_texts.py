"""Texts that a region words itself: a default in the catalogue, an own file takes its place."""

from __future__ import annotations

import os
import stat
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from macros.model import reading_rules as r
from macros.model import reference_rules
from macros.model.findings import Befund, Ort
from macros.model.kennung import is_kennung, kennung_from
from macros.model.nearest import nearest
from macros.model.raw_text import read_text

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping
    from pathlib import Path

TEXT_FOLDER: Final = "texte"


@dataclass(frozen=True)
class Regionaltext:
    """A text that stands in a chapter.

    Attributes:
        id: as the macro names it, the file's name without its ending.
        file: path for messages.
        text: Markdown.
    """

    id: str
    file: str
    text: str


def text_files(folder: Path, name: str) -> Iterator[tuple[str, bytes | Befund]]:
    """Yield path and content of each file in a folder of texts; a finding for what is none.

    Args:
        folder: where the texts are; it need not exist.
        name: its path for messages.
    """
    for path in sorted(folder.iterdir()) if folder.is_dir() else ():
        file = f"{name}/{path.name}"
        if path.name.startswith("."):
            continue
        try:
            regular = stat.S_ISREG(os.lstat(path).st_mode)
            yield file, path.read_bytes() if regular else _unreadable(file)
        except OSError:
            yield file, _unreadable(file)


def read_texts(
    own: Iterable[tuple[str, bytes | Befund]], defaults: Iterable[tuple[str, bytes | Befund]]
) -> tuple[dict[str, Regionaltext], list[Befund]]:
    """Return the texts of a region by id, and what is wrong with their files.

    Args:
        own: path and content of the region's files.
        defaults: path and content of the catalogue's files.
    """
    befunde: list[Befund] = []
    texts = dict(_read(defaults, befunde))
    for id, text in _read(own, befunde):
        if id not in texts:
            befunde.append(_nobody_asks(text, texts))
        texts[id] = text
    return texts, befunde


def _read(
    files: Iterable[tuple[str, bytes | Befund]], befunde: list[Befund]
) -> Iterator[tuple[str, Regionaltext]]:
    for file, data in files:
        if isinstance(data, Befund):
            befunde.append(data)
            continue
        name = file.rpartition("/")[2]
        id = name.removesuffix(".md")
        if not name.endswith(".md") or not is_kennung(id):
            befunde.append(
                r.DATEINAME.befund(
                    Ort(file),
                    f"Die Datei {name} wird hier nicht erwartet. Ein Text heißt wie seine Kennung, "
                    "mit der Endung .md.",
                    f"{kennung_from(name.rpartition('.')[0] or name)}.md",
                )
            )
            continue
        text, found = read_text(data, file)
        befunde.extend(befund for befund in found if befund.rule != r.GESCHUETZT.nummer)
        if text is None:
            continue
        if not text.strip():
            befunde.append(
                r.LEERE_DATEI.befund(Ort(file), f"Die Datei {name} ist leer.", "Die Datei löschen")
            )
            continue
        yield id, Regionaltext(id, file, text)


def _nobody_asks(text: Regionaltext, known: Mapping[str, Regionaltext]) -> Befund:
    guess = nearest(text.id, known)
    question = f" Meinten Sie „{guess}.md“?" if guess else ""
    return reference_rules.TEXT_OHNE_VORGABE.befund(
        Ort(text.file),
        f"Einen Text „{text.id}“ gibt es in data/katalog/{TEXT_FOLDER} nicht.{question}",
        f"{guess}.md" if guess else f"Vorhanden: {', '.join(sorted(known)[:8]) or 'keiner'}",
    )


def _unreadable(file: str) -> Befund:
    name = file.rpartition("/")[2]
    return r.UNLESBAR.befund(Ort(file), f"{name} ist keine lesbare Datei.")
