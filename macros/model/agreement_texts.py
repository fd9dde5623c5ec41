"""The full texts of agreements: Markdown files beside the records, each named like its record."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from macros.model import reading_rules as r
from macros.model.findings import Befund, Ort
from macros.model.kennung import is_kennung, kennung_from

if TYPE_CHECKING:
    from collections.abc import Iterable

FOLDER: Final = "vereinbarungen"


@dataclass(frozen=True)
class Vereinbarungstext:
    """The full text of an agreement.

    Attributes:
        id: the agreement's id, the file's name without its ending.
        file: path for messages.
        data: the bytes of the file; pages are read strictly later on.
    """

    id: str
    file: str
    data: bytes


def read_agreement_texts(
    files: Iterable[tuple[str, bytes | Befund]],
) -> tuple[dict[str, Vereinbarungstext], list[Befund]]:
    """Return the texts by id, and what is wrong with the names of their files.

    Args:
        files: path and content of each file in the folder; a finding for what is no file.
    """
    befunde: list[Befund] = []
    texts: dict[str, Vereinbarungstext] = {}
    for file, data in files:
        name = file.rpartition("/")[2]
        id = name.removesuffix(".md")
        if isinstance(data, Befund):
            befunde.append(data)
        elif not name.endswith(".md") or not is_kennung(id):
            befunde.append(
                r.DATEINAME.befund(
                    Ort(file),
                    f"Die Datei {name} wird hier nicht erwartet. Der Text einer Vereinbarung heißt "
                    "wie ihre Kennung, mit der Endung .md.",
                    f"{kennung_from(name.rpartition('.')[0] or name)}.md",
                )
            )
        else:
            texts[id] = Vereinbarungstext(id, file, data)
    return texts, befunde
