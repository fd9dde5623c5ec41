"""A concept as Markdown, for those who write without Word."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING, Final

from macros.exports.concept_document import Absatz, Art, Liste, Tabelle, Ueberschrift
from macros.exports.word.elements import runs_of

if TYPE_CHECKING:
    from macros.exports.concept_document import Dokument, Teil
    from macros.exports.word.elements import Lauf, Text

_SIGNS: Final = re.compile(r"([\\`*_\[\]<>|])")
_QUOTED: Final = {
    Art.TEXT: "",
    Art.KENNZEICHNUNG: "",
    Art.BAUSTEIN: "> ",
    Art.HINWEIS: "> ",
}


def concept_markdown(dokument: Dokument) -> bytes:
    """Return a concept as Markdown.

    Args:
        dokument: what stands in it.
    """
    lines = [f"# {_text(dokument.titel)}", f"**{_text(dokument.untertitel)}**"]
    lines += [block for part in dokument.deckblatt if (block := _block(part))]
    lines += [block for part in dokument.teile if (block := _block(part))]
    lines.append(f"*{_text(dokument.fuss)}*")
    return ("\n\n".join(lines) + "\n").encode()


@lru_cache(maxsize=2000)
def _block(part: Teil) -> str:
    match part:
        case Ueberschrift():
            # The file's own title is the first level.
            return f"{'#' * (part.ebene + 1)} {_text(part.text)}"
        case Absatz():
            if part.art is Art.KENNZEICHNUNG:
                return f"**{_text(part.text)}**"
            hint = "*Hinweis zum Löschen:* " if part.art is Art.HINWEIS else ""
            return f"{_QUOTED[part.art]}{hint}{_text(part.text)}"
        case Liste():
            before = _QUOTED[part.art]
            return "\n".join(
                f"{before}{f'{number}.' if part.nummern else '-'} {_text(point)}"
                for number, point in enumerate(part.punkte, 1)
            )
        case Tabelle():
            rows = [part.kopf, tuple("---" for _ in part.kopf), *part.zeilen]
            return "\n".join(
                f"| {' | '.join(c if c == '---' else _text(c) for c in row)} |" for row in rows
            )
        case _:
            return ""


def _text(text: Text) -> str:
    return "".join(_run(run) for run in runs_of(text))


def _run(run: Lauf) -> str:
    words = _SIGNS.sub(r"\\\1", run.text)
    sign = "**" if run.fett or run.stil else "*" if run.kursiv else ""
    inner = words.strip()
    if not sign or not inner:
        return words
    before, after = words[: len(words) - len(words.lstrip())], words[len(words.rstrip()) :]
    return f"{before}{sign}{inner}{sign}{after}"
