"""Chapters as plain text: Markdown without its marks, cut into sections and blocks.

A full Markdown run over all Fassungen would take seconds at every build. A comparison needs no
HTML, only what stands in a paragraph, a list item, a row; the pages have been checked before, so
their Markdown is of the known kind.
"""

from __future__ import annotations

import html
import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final

from macros.model.wordings import Abschnitt

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    Einsetzer = Callable[[str, tuple[str, ...]], str]

_HEADING: Final = re.compile(r"^(#{1,6})\s+(.*?)\s*#*\s*$")
_ATTRIBUTES: Final = re.compile(r"\s*\{:?\s*(?:[#.][\w-]+\s*)+\}\s*$")
_ITEM: Final = re.compile(r"^\s*(?:[-*+]|\d+[.)])\s+")
_DEFINITION: Final = re.compile(r"^:\s+")
_NOTE: Final = re.compile(r'^!!!\s+\w+(?:\s+"(.*)")?\s*$')
_FENCE: Final = re.compile(r"^\s*(?:```|~~~)")
_RULE: Final = re.compile(r"^\s*(?:[-*_]\s*){3,}$")
_TABLE_RULE: Final = re.compile(r"^\s*\|?[\s:|-]+\|?\s*$")
_CALL: Final = re.compile(r'\{\{-?\s*(\w+)\(((?:[^"\'}]|"[^"]*"|\'[^\']*\')*)\)\s*-?\}\}')
_ARGUMENT: Final = re.compile(r'"([^"]*)"|\'([^\']*)\'')
_RAW: Final = re.compile(r"\{%-?\s*(?:end)?raw\s*-?%\}")
_IMAGE: Final = re.compile(r"!\[([^\]]*)\]\([^)]*\)")
_LINK: Final = re.compile(r"\[([^\]]*)\]\((?:[^()]|\([^)]*\))*\)")
_FOOTNOTE: Final = re.compile(r"\[\^[^\]]+\](?!:)")
_AUTOLINK: Final = re.compile(r"<((?:https?|mailto|tel):[^>\s]+)>")
_STRONG: Final = re.compile(r"(\*\*|__)(?=\S)(.+?)(?<=\S)\1")
_EMPHASIS: Final = re.compile(r"(?<![\w*])([*_])(?=\S)([^*_]+?)(?<=\S)\1(?![\w*])")
_MARKED: Final = re.compile(r"[\\`*_\[\]<>&{}]")
_SPACES: Final = re.compile(r"[ \t\n]+")
_MAIN: Final = 2
_CODE: Final = re.compile(r"`+([^`]+)`+")
_ESCAPED: Final = re.compile(r"\\([\\`*_{}\[\]()#+.!|~:<>=^-])")


def sections(markdown: str, insert: Einsetzer) -> tuple[Abschnitt, ...]:
    """Return the sections of a page's Markdown; the page's own title is none.

    Args:
        markdown: the body of a page.
        insert: gives the text for a macro call by name and arguments; empty where the call shows
            something of its own that is no wording.
    """
    cutter = _Cutter()
    for line in _with_calls(markdown, insert).split("\n"):
        cutter.take(line)
    return cutter.finished()


def _with_calls(markdown: str, insert: Einsetzer) -> str:
    def put(found: re.Match[str]) -> str:
        args = tuple(a or b for a, b in _ARGUMENT.findall(found[2]))
        return insert(found[1], args)

    return _CALL.sub(put, _RAW.sub("", markdown))


def plain(text: str) -> str:
    """Return the text of some inline Markdown as a reader sees it."""
    if not _MARKED.search(text):
        return _SPACES.sub(" ", text).strip()
    text = _IMAGE.sub(r"\1", _ATTRIBUTES.sub("", text))
    for _ in range(2):  # a link in bold, bold in a link
        text = _LINK.sub(r"\1", text)
        text = _STRONG.sub(r"\2", text)
    text = _EMPHASIS.sub(r"\2", _FOOTNOTE.sub("", text))
    text = _CODE.sub(r"\1", _AUTOLINK.sub(r"\1", text))
    return _SPACES.sub(" ", html.unescape(_ESCAPED.sub(r"\1", text))).strip()


@dataclass
class _Cutter:
    """Takes a page line by line and cuts it where a heading, an item, a row, a blank line is."""

    found: list[Abschnitt] = field(default_factory=list)
    titel: str = ""
    ebene: int = 1
    bloecke: list[str] = field(default_factory=list)
    lines: list[str] = field(default_factory=list)
    fenced: bool = False

    def take(self, line: str) -> None:
        """Take the next line."""
        if _FENCE.match(line):
            self._end_block()
            self.fenced = not self.fenced
        elif self.fenced:
            self.lines.append(line)
        elif heading := _HEADING.match(line):
            self._end_section()
            # The title of the page stands in its head as well.
            self.titel = "" if len(heading[1]) == 1 else plain(heading[2])
            self.ebene = len(heading[1])
        else:
            self._running(line)

    def _running(self, line: str) -> None:
        text = line.strip().removeprefix(">").strip()
        note = _NOTE.match(text)
        if not text or _RULE.match(text):
            self._end_block()
        elif note:
            self._end_block()
            self._add(note[1] or "")
        elif text.startswith("|"):
            self._end_block()
            if not _TABLE_RULE.match(text):
                self._add(_row(text))
        elif _DEFINITION.match(text) and self.lines:
            self.lines = [f"{' '.join(self.lines)}:", _DEFINITION.sub("", text)]
        elif _ITEM.match(text):
            self._end_block()
            self.lines.append(_ITEM.sub("", text))
        else:
            self.lines.append(text)

    def finished(self) -> tuple[Abschnitt, ...]:
        """Return all sections."""
        self._end_section()
        return tuple(self.found)

    def _end_section(self) -> None:
        self._end_block()
        # A heading with nothing but smaller ones below it is a part of the outline all the same.
        if self.bloecke or self.ebene == _MAIN:
            self.found.append(Abschnitt(self.titel, tuple(self.bloecke), self.ebene))
        self.bloecke = []

    def _end_block(self) -> None:
        if self.lines:
            self._add(" ".join(self.lines))
        self.lines = []

    def _add(self, text: str) -> None:
        if shown := plain(text):
            self.bloecke.append(shown)


def _row(line: str) -> str:
    cells = re.split(r"(?<!\\)\|", line.strip().strip("|"))
    return " | ".join(text for cell in cells if (text := cell.strip()))


def menu_order(nav: str) -> Iterator[str]:
    """Yield the pages that a menu file names, in its order."""
    for line in nav.split("\n"):
        if found := re.search(r":\s*([\w./-]+\.md)\s*$", line):
            yield found[1]
