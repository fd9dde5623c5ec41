"""What the check has rendered is not rendered again: the build takes over the walked tree.

Markdown is most of what a page costs. The check needs every page's tree before mkdocs begins; when
mkdocs then renders the same text, it starts from a copy of that tree, taken right after the walk
that makes it harmless. A text that was not checked is rendered from its beginning.
"""

from __future__ import annotations

from copy import deepcopy
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final

from markdown.preprocessors import Preprocessor
from markdown.treeprocessors import Treeprocessor

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

    from markdown import Markdown

# Everything up to and with the walk has already happened to the tree.
_DONE: Final = ("footnote", "inline", "footnote-duplicate", "prettify", "attr_list", "rahmen_walk")
_BEFORE_ALL: Final = 1000


@dataclass(frozen=True)
class Halbfertig:
    """A page between the walk and Markdown's last steps.

    Attributes:
        root: the harmless tree.
        stash: finished code blocks, for which the tree holds marks.
    """

    root: Element
    stash: tuple[Any, ...]


Vorrat = dict[str, Halbfertig]


def key_of(text: str) -> str:
    """Return what two texts have in common that Markdown renders alike."""
    return text.strip("\n")


class TakeOver(Preprocessor):
    """Looks whether the page has been rendered, and if so puts its tree in place."""

    def __init__(self, md: Markdown, vorrat: Vorrat) -> None:
        super().__init__(md)
        self._vorrat = vorrat

    def register(self) -> None:
        """Come before every other step."""
        self.md.preprocessors.register(self, "rahmen_take_over", _BEFORE_ALL)

    def run(self, lines: list[str]) -> list[str]:
        """Return the lines, or none when there is nothing left to read."""
        found = self._vorrat.get(key_of("\n".join(lines)))
        if found is None:
            return lines
        for name in _DONE:
            self.md.treeprocessors.deregister(name, strict=False)
        self.md.treeprocessors.register(_Given(deepcopy(found.root)), "rahmen_given", _BEFORE_ALL)
        self.md.htmlStash.rawHtmlBlocks = list(found.stash)
        self.md.htmlStash.html_counter = len(found.stash)
        return []


class _Given(Treeprocessor):
    """Replaces the empty tree."""

    def __init__(self, root: Element) -> None:
        super().__init__()
        self._root = root

    def run(self, root: Element) -> Element:
        return self._root
