"""What mkdocs-macros gets to call: functions that leave a mark on the page and keep the output."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from macros.pages.placeholders import mark
from macros.site.sandbox import as_macro
from macros.views.registry import REGISTRY

if TYPE_CHECKING:
    from collections.abc import Callable

    from macros.pages.run import Makrolauf, Seitenlauf


class Makroaufrufe:
    """The macro calls of one build.

    mkdocs-macros renders the pages one after another; each call leaves a mark in the Markdown,
    and its output waits here until Markdown has become HTML.
    """

    def __init__(self, lauf: Makrolauf) -> None:
        self._lauf = lauf
        self._seiten: dict[str, Seitenlauf] = {}

    def begin(self, uri: str) -> None:
        """Start a page."""
        self._seiten[uri] = self._lauf.seite(uri)

    def seite(self, uri: str) -> Seitenlauf:
        """Return the calls of a page."""
        return self._seiten[uri]

    def functions(self, current: Callable[[], str]) -> dict[str, Callable[..., str]]:
        """Return one function per registered macro.

        Args:
            current: tells which page is being rendered.
        """
        return {name: as_macro(self._function(name, current)) for name in REGISTRY}

    def _function(self, name: str, current: Callable[[], str]) -> Callable[..., str]:
        def macro(*args: Any, **kwargs: Any) -> str:
            seite = self.seite(current())
            seite.call(name, args, kwargs)
            return mark(len(seite.fragments) - 1)

        macro.__name__ = name
        macro.__doc__ = REGISTRY[name].zweck
        return macro
