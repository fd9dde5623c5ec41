"""Reads a page strictly: clean UTF-8, a front matter of known keys, positions kept."""

from __future__ import annotations

import stat
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final

from macros.model import reading_rules, value_rules
from macros.model.findings import Befund, Ort
from macros.model.nearest import nearest
from macros.model.raw_text import read_text
from macros.model.yaml_load import Mapping, Scalar, load_yaml
from macros.pages import rules as r
from macros.pages.limits import check_load, check_size
from macros.pages.places import Fundstellen

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

KOPFFELDER: Final = ("title", "description", "art")
ARTEN: Final = ("wortlaut", "live")
_MAX_TITLE: Final = 120
_MAX_DESCRIPTION: Final = 300
# These findings speak of YAML's structure; in running text the characters do no harm.
_NUR_YAML: Final = frozenset({reading_rules.GESCHUETZT.nummer})


@dataclass
class Seite:
    """A page as it stands in the file.

    Attributes:
        uri: path below ``docs``, with forward slashes.
        file: path for messages.
        text: the body; the lines of the front matter are blank, so line numbers stay true.
        kopf: the front matter.
        first_line: line on which the body begins.
        befunde: what is wrong with the file as such.
        anker: ids on the page, known once it has been rendered.
        links: internal addresses on the page with their places, known once rendered.
    """

    uri: str
    file: str
    text: str = ""
    kopf: dict[str, str] = field(default_factory=dict)
    first_line: int = 1
    befunde: list[Befund] = field(default_factory=list)
    anker: set[str] = field(default_factory=set)
    links: list[tuple[str, Ort]] = field(default_factory=list)

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
    kopf: dict[str, str] = {}
    if node is not None or not yaml_befunde:
        befunde.extend(_check_head(node, file, kopf))
    body = "\n".join([""] * (end + 1) + lines[end + 1 :])
    start = next((n for n, line in enumerate(lines[end + 1 :], end + 2) if line.strip()), 1)
    return Seite(uri, file, body, kopf, start, befunde)


def _for_text(befunde: list[Befund], head_end: int) -> list[Befund]:
    return [b for b in befunde if b.rule not in _NUR_YAML or b.line <= head_end]


def _check_head(node: object, file: str, kopf: dict[str, str]) -> Iterator[Befund]:
    if not isinstance(node, Mapping):
        yield r.KOPF_FEHLT.befund(Ort(file, 2), "Der Kopf der Seite ist keine Liste von Feldern.")
        return
    for key, value in node.entries:
        ort = Ort(file, key.line, key.column)
        if key.text not in KOPFFELDER:
            guess = nearest(key.text, KOPFFELDER)
            question = f" Meinten Sie „{guess}“?" if guess else ""
            yield r.KOPF_UNBEKANNT.befund(
                ort,
                f"Das Feld „{key.text}“ ist im Kopf einer Seite nicht erlaubt.{question}",
                "Die Zeile löschen; erlaubt sind title, description und art",
            )
        elif not isinstance(value, Scalar):
            yield r.KOPF_FELD.befund(ort, f"„{key.text}“ braucht einen einfachen Text.")
        else:
            kopf[key.text] = value.text
            yield from _check_value(key.text, value, file)
    for name in KOPFFELDER:
        if not any(key.text == name for key, _ in node.entries):
            yield r.KOPF_FELD.befund(
                Ort(file, node.line), f"Im Kopf der Seite fehlt „{name}“.", _example(name)
            )


def _check_value(name: str, value: Scalar, file: str) -> Iterator[Befund]:
    ort, text = Ort(file, value.line, value.column), value.text
    maximum = _MAX_TITLE if name == "title" else _MAX_DESCRIPTION
    if not text.strip():
        yield r.KOPF_FELD.befund(ort, f"„{name}“ ist leer.", _example(name))
    elif any(braces in text for braces in ("{{", "{%", "}}", "%}", "{#")):
        yield value_rules.KLAMMERN.befund(
            ort, "Im Kopf einer Seite sind Makros nicht erlaubt.", _example(name)
        )
    elif "<" in text or ">" in text or "\n" in text.strip():
        yield r.HTML.befund(
            ort,
            f"„{name}“ ist einfacher Text in einer Zeile, ohne spitze Klammern.",
            _example(name),
        )
    elif len(text) > maximum:
        yield value_rules.LAENGE.befund(
            ort,
            f"„{name}“ hat {len(text)} Zeichen; höchstens {maximum} sind erlaubt.",
            "Kürzer fassen",
        )
    elif name == "art" and text not in ARTEN:
        guess = nearest(text, ARTEN) or "wortlaut"
        yield r.KOPF_FELD.befund(
            ort,
            f"„{text}“ ist keine Art einer Seite. Erlaubt sind wortlaut und live.",
            f"art: {guess}",
        )


def _example(name: str) -> str:
    return {
        "title": "title: Kinderschutz",
        "description": "description: Wen Sie bei Sorge um ein Kind anrufen.",
        "art": "art: wortlaut",
    }[name]
