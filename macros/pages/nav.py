"""The menu: docs/nav.yml, read strictly and compared with the pages there are."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, Final

from macros.model.findings import Befund, Ort
from macros.model.nearest import nearest
from macros.model.yaml_load import Mapping, Scalar, Sequence, load_yaml
from macros.pages import rules as r

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterator
    from pathlib import Path

    from macros.model.yaml_load import Node

NAV_NAME: Final = "nav.yml"


@dataclass
class Menue:
    """The menu as it stands in the file.

    Attributes:
        nav: in the form mkdocs takes: a list of ``{title: page}`` and ``{title: [...]}``.
        seiten: each page with the place of its entry.
        befunde: what is wrong with the file.
    """

    nav: list[Any] = field(default_factory=list)
    seiten: dict[str, Ort] = field(default_factory=dict)
    befunde: list[Befund] = field(default_factory=list)


def read_nav(docs: Path, folder: str) -> Menue:
    """Read the menu.

    Args:
        docs: folder of the pages.
        folder: its path for messages.
    """
    menue = Menue()
    file = f"{folder}/{NAV_NAME}"
    try:
        data = (docs / NAV_NAME).read_bytes()
    except OSError:
        menue.befunde.append(
            r.MENUE_FORM.befund(
                Ort(file),
                "Die Datei docs/nav.yml fehlt oder lässt sich nicht lesen.",
                "- Start: index.md",
            )
        )
        return menue
    return menu_of(data, file)


def menu_of(data: bytes, file: str) -> Menue:
    """Return the menu that a file holds.

    Args:
        data: its bytes.
        file: its path for messages.
    """
    menue = Menue()
    node, befunde = load_yaml(data, file)
    menue.befunde.extend(befunde)
    if node is not None:
        menue.nav = _list(node, file, menue)
    return menue


def check_nav(menue: Menue, seiten: Collection[str], folder: str) -> Iterator[Befund]:
    """Compare the menu with the pages.

    Args:
        menue: the menu as read.
        seiten: paths of all written pages below ``docs``.
        folder: path of ``docs`` for messages.
    """
    for uri, ort in menue.seiten.items():
        if uri not in seiten:
            guess = nearest(uri, seiten)
            question = f" Meinten Sie „{guess}“?" if guess else ""
            yield r.MENUE_OHNE_SEITE.befund(
                ort,
                f"Die Seite „{uri}“ gibt es nicht.{question}",
                guess or "Den Eintrag löschen oder die Seite anlegen",
            )
    for uri in sorted(seiten):
        if uri not in menue.seiten:
            yield r.NICHT_IM_MENUE.befund(
                Ort(f"{folder}/{uri}"),
                "Diese Seite steht nicht im Menü.",
                f"In {folder}/{NAV_NAME}: - Titel der Seite: {uri}",
            )


def turn_nav(menue: Menue, page_for: Callable[[str], str | None]) -> None:
    """Change where the entries of a menu lead; entries without a page go, and empty groups.

    Args:
        menue: the menu as read, changed in place.
        page_for: tells for each page which one takes its place, itself or another; None: none.
    """
    found: dict[str, str] = {}
    menue.nav = _turned(menue.nav, page_for, found)
    menue.seiten = {new: menue.seiten[old] for new, old in found.items()}


def _turned(
    entries: list[Any], page_for: Callable[[str], str | None], found: dict[str, str]
) -> list[Any]:
    turned: list[Any] = []
    for entry in entries:
        title, value = next(iter(entry.items()))
        if isinstance(value, list):
            if below := _turned(value, page_for, found):
                turned.append({title: below})
        elif (page := page_for(value)) is not None and page not in found:
            found[page] = value
            turned.append({title: page})
    return turned


def _list(node: Node, file: str, menue: Menue) -> list[Any]:
    if not isinstance(node, Sequence):
        menue.befunde.append(_wrong(node, file))
        return []
    return [entry for item in node.items if (entry := _entry(item, file, menue)) is not None]


def _entry(node: Node, file: str, menue: Menue) -> Any:
    if not isinstance(node, Mapping) or len(node.entries) != 1:
        menue.befunde.append(_wrong(node, file))
        return None
    title, value = node.entries[0]
    if "{" in title.text or "<" in title.text:
        menue.befunde.append(
            r.MENUE_FORM.befund(
                Ort(file, title.line, title.column),
                "Ein Name im Menü ist einfacher Text ohne Klammern { und <.",
            )
        )
        return None
    if not isinstance(value, Scalar):
        return {title.text: _list(value, file, menue)}
    ort = Ort(file, value.line, value.column)
    if value.text in menue.seiten:
        first = menue.seiten[value.text].line
        menue.befunde.append(
            r.MENUE_FORM.befund(
                ort,
                f"Die Seite „{value.text}“ steht schon in Zeile {first} im Menü.",
                "Einen der beiden Einträge löschen",
            )
        )
        return None
    menue.seiten[value.text] = ort
    return {title.text: value.text}


def _wrong(node: Node, file: str) -> Befund:
    return r.MENUE_FORM.befund(
        Ort(file, node.line, node.column),
        "Hier wird ein Name mit einer Seite erwartet oder ein Name mit einer Liste darunter.",
    )
