"""Reads a page strictly: clean UTF-8, a front matter of known keys, positions kept."""

from __future__ import annotations

import stat
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final

from macros.model import reading_rules
from macros.model.findings import Befund, Ort
from macros.model.raw_text import read_text
from macros.model.yaml_load import load_yaml
from macros.pages import rules as r
from macros.pages.head import Kopf, read_head
from macros.pages.limits import check_load, check_size
from macros.pages.places import Fundstellen

if TYPE_CHECKING:
    from pathlib import Path
    from xml.etree.ElementTree import Element

    from macros.pages.calls import Aufruf
    from macros.pages.head import Angabe

# These findings speak of YAML's structure; in running text the characters do no harm.
_NUR_YAML: Final = frozenset({reading_rules.GESCHUETZT.nummer})


@dataclass
class Seite:
    """A page as it stands in the file.

    Attributes:
        uri: path below ``docs``, with forward slashes.
        file: path for messages.
        text: the body; the lines of the front matter are blank, so line numbers stay true.
        kopf: the fields of the front matter with one value.
        first_line: line on which the body begins.
        befunde: what is wrong with the file as such.
        listen: the fields of the front matter with several values, each with its place.
        anker: ids on the page, known once it has been rendered.
        links: internal addresses on the page with their places, known once rendered.
        begriffe: ids of the terms that the page explains, known once rendered.
        aufrufe: the macro calls on the page, known once rendered.
        root: the page's tree, known once rendered.
    """

    uri: str
    file: str
    text: str = ""
    kopf: dict[str, str] = field(default_factory=dict)
    first_line: int = 1
    befunde: list[Befund] = field(default_factory=list)
    listen: dict[str, tuple[Angabe, ...]] = field(default_factory=dict)
    anker: set[str] = field(default_factory=set)
    links: list[tuple[str, Ort]] = field(default_factory=list)
    begriffe: tuple[str, ...] = ()
    aufrufe: tuple[Aufruf, ...] = ()
    root: Element | None = None

    @property
    def ist_kapitel(self) -> bool:
        """Whether the page is a chapter of the outline, for which the chapter rules hold."""
        return "kapitel" in self.kopf

    def __post_init__(self) -> None:
        self.stellen = Fundstellen(self.text, self.file, self.first_line)


def read_page(path: Path, uri: str, file: str) -> Seite:
    """Read and check one page.

    Args:
        path: where the file is.
        uri: its path below ``docs``.
        file: its path for messages.
    """
    try:
        if not stat.S_ISREG(path.lstat().st_mode):
            befund = reading_rules.UNLESBAR.befund(Ort(file), f"{path.name} ist keine Datei.")
            return Seite(uri, file, befunde=[befund])
        data = path.read_bytes()
    except OSError:
        befund = reading_rules.UNLESBAR.befund(
            Ort(file), "Die Datei lässt sich nicht lesen.", "Die Rechte der Datei prüfen"
        )
        return Seite(uri, file, befunde=[befund])
    return parse_page(data, uri, file)


def parse_page(data: bytes, uri: str, file: str) -> Seite:
    """Check the bytes of a page; see :func:`read_page`."""
    if too_big := check_size(data, file):
        return Seite(uri, file, befunde=too_big)
    text, befunde = read_text(data, file)
    if text is not None and (heavy := list(check_load(text, file))):
        return Seite(uri, file, befunde=[*befunde, *heavy])
    if text is None:
        return Seite(uri, file, befunde=befunde)
    lines = text.split("\n")
    if lines[0].rstrip() != "---":
        befunde.append(
            r.KOPF_FEHLT.befund(
                Ort(file), "Der Seite fehlt der Kopf mit title, description und art."
            )
        )
        return Seite(uri, file, text, befunde=_for_text(befunde, 0))
    end = next((n for n, line in enumerate(lines[1:], 1) if line.rstrip() in ("---", "...")), None)
    if end is None:
        befunde.append(
            r.KOPF_FEHLT.befund(
                Ort(file),
                "Der Kopf der Seite hat kein Ende.",
                "Unter die letzte Zeile des Kopfes eine Zeile mit --- setzen",
            )
        )
        return Seite(uri, file, befunde=_for_text(befunde, 0))
    head = "\n".join(["", *lines[1:end], ""])
    node, yaml_befunde = load_yaml(head.encode(), file)
    befunde = [*_for_text(befunde, end), *(b for b in yaml_befunde if b not in befunde)]
    kopf = Kopf()
    if node is not None or not yaml_befunde:
        befunde.extend(read_head(node, file, kopf))
    body = "\n".join([""] * (end + 1) + lines[end + 1 :])
    start = next((n for n, line in enumerate(lines[end + 1 :], end + 2) if line.strip()), 1)
    return Seite(uri, file, body, kopf.felder, start, befunde, kopf.listen)


def _for_text(befunde: list[Befund], head_end: int) -> list[Befund]:
    return [b for b in befunde if b.rule not in _NUR_YAML or b.line <= head_end]
