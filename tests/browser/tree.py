"""The accessibility tree of a page as text: role, name and order, without the running text.

What a chapter says changes every week; which parts a page has, how they are called and in which
order they come must not change unseen. So names of headings, links, controls and regions stay, the
words of paragraphs and cells go, and of many rows or entries two stand for all.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import groupby
from typing import Final

_LINE: Final = re.compile(r"^(?P<indent> *)- (?P<rest>.*)$")
_NODE: Final = re.compile(
    r"""^'?(?P<role>[a-z]+)(?:\ "(?P<name>(?:[^"\\]|\\.)*)")?(?P<states>(?:\ \[[^\]]*\])*)""", re.X
)
# Their name is what they contain, or they have none: only the role counts.
_NAMELESS: Final = frozenset(
    {"paragraph", "cell", "gridcell", "row", "listitem", "term", "definition"}
)
# Parts of a sentence.
_DROPPED: Final = frozenset({"text", "strong", "emphasis", "code", "time", "mark", "caption"})
# Of these two stand for all.
_MANY: Final = frozenset({"row", "listitem", "paragraph", "option", "term", "definition"})
_SHOWN: Final = 2


@dataclass
class Knoten:
    """A part of the page.

    Attributes:
        role: as assistive technology hears it.
        name: its accessible name, empty where only the role counts.
        states: level, expanded and the like.
        children: its parts, in order.
    """

    role: str
    name: str = ""
    states: str = ""
    children: list[Knoten] = field(default_factory=list)


def condensed(snapshot: str) -> str:
    """Return the condensed tree of an aria snapshot, a line for each part."""
    root = Knoten("page")
    parents = [(-1, root)]
    for line in snapshot.splitlines():
        found = _LINE.match(line)
        if found is None or found["rest"].lstrip("'").startswith("/"):
            continue
        node = _node(found["rest"])
        if node.role in _DROPPED:
            continue
        depth = len(found["indent"])
        while parents[-1][0] >= depth:
            parents.pop()
        parents[-1][1].children.append(node)
        parents.append((depth, node))
    return "".join(f"{line}\n" for child in root.children for line in _lines(child, 0))


def _node(rest: str) -> Knoten:
    found = _NODE.match(rest)
    if found is None:
        return Knoten(rest)
    role = found["role"]
    name = "" if role in _NAMELESS else (found["name"] or "")
    return Knoten(role, name, found["states"])


def _lines(node: Knoten, depth: int, *, way: bool = False) -> Iterator[str]:
    """Write a part and what it holds.

    Args:
        node: the part.
        depth: how far it is indented.
        way: whether it lies in a navigation, where every entry counts.
    """
    name = f' "{node.name}"' if node.name else ""
    yield f"{'  ' * depth}{node.role}{name}{node.states}"
    way = way or node.role == "navigation"
    for (role, _), same in groupby(node.children, key=_alike):
        siblings = list(same)
        many = role in _MANY and not way and not _alike(siblings[0])[1]
        few = siblings[:_SHOWN] if many else siblings
        for child in few:
            yield from _lines(child, depth + 1, way=way)
        if len(siblings) > len(few):
            yield f"{'  ' * (depth + 1)}… {len(siblings) - len(few)} × {role}"


def _alike(node: Knoten) -> tuple[str, bool]:
    """Return what neighbours must share to stand for one another."""
    return node.role, node.role == "paragraph" and bool(node.children)
