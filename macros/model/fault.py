"""The error that carries a rule and a German message from a field type through pydantic."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pydantic_core import PydanticCustomError

if TYPE_CHECKING:
    from macros.model.findings import Regel


def fault(regel: Regel, message: str, remedy: str = "", *, rat: str = "") -> PydanticCustomError:
    """Return the error that carries a rule's number and a German message through pydantic.

    Args:
        regel: the rule that the value breaks.
        message: what is wrong with this value.
        remedy: the mended value as it would stand in the file; the rule's example where empty.
        rat: what to do, in words, where no value can be proposed.
    """
    # The type parameter of PydanticCustomError wants a literal; a rule number is one by contract.
    return PydanticCustomError(
        regel.nummer, "{message}", {"message": message, "remedy": remedy, "rat": rat}
    )


def shown(text: str) -> str:
    """Return a value in quotes for a message, short enough to be read."""
    return f"„{text}“" if len(text) <= 60 else f"„{text[:60]}…“"
