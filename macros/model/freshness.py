"""How long what was verified may be relied on: the same days for rules, pages and lists."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from datetime import date

    from macros.model.record import Bestandssatz

DUE_AFTER: Final = timedelta(days=200)
STALE_AFTER: Final = timedelta(days=400)


def unconfirmed_since(satz: Bestandssatz, stichtag: date) -> date | None:
    """Return the day of the last verification if it is too long ago to be relied on.

    Args:
        satz: a record.
        stichtag: the day for which dates are judged.

    Returns:
        The day since which nobody has confirmed the record; None while it counts as verified,
        and where no day is on record.
    """
    day = satz.geprueft_am
    return day if day is not None and stichtag - day > STALE_AFTER else None
