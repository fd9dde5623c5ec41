"""When a list gets a filter, and what one may choose in it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from macros.views.formats import sort_key

if TYPE_CHECKING:
    from collections.abc import Iterable

WORTH_FILTERING: Final = 8
"""A shorter list is read faster than a form."""


def values(found: Iterable[str]) -> list[str]:
    """Return each value once, in German order."""
    return sorted(set(found), key=sort_key)
