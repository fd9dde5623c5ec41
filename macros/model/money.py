"""Amounts in Euro: exact to the cent, and written as German readers write them."""

from __future__ import annotations

from decimal import Decimal
from typing import Annotated, Any

from pydantic import AfterValidator

from macros.model import value_rules as r
from macros.model.fault import fault, shown
from macros.model.german import number_text
from macros.model.values import Zahl


def _betrag(value: Any) -> Any:
    """Refuse amounts that no cash desk could take: negative, or with parts of a cent."""
    if isinstance(value, Decimal) and (value < 0 or int(value.as_tuple().exponent) < -2):
        raise fault(
            r.ZAHL,
            f"{shown(str(value).replace('.', ','))} ist kein Betrag in Euro mit höchstens zwei "
            "Nachkommastellen.",
            rat="Den Betrag in Euro schreiben, etwa 45,00",
        )
    return value


Euro = Annotated[Zahl, AfterValidator(_betrag)]


def euro_text(amount: Decimal) -> str:
    """Return an amount for reading, ``2.736.941,70 €``; always with cents, never rounded."""
    return f"{number_text(amount.quantize(Decimal('0.01')))}\u00a0€"
