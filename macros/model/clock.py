"""The only module that reads the clock; everything else is given a Stichtag."""

from __future__ import annotations

import os
from datetime import UTC, date, datetime
from zoneinfo import ZoneInfo

_BERLIN = ZoneInfo("Europe/Berlin")


def stichtag_today() -> date:
    """Return the day for which dates are judged when none is given.

    ``RAHMEN_STICHTAG`` (ISO date) wins, then ``SOURCE_DATE_EPOCH`` (seconds), then the clock; so
    that a build can be repeated to the byte.

    Raises:
        ValueError: one of the two variables does not hold a date.
    """
    fixed = os.environ.get("RAHMEN_STICHTAG")
    if fixed:
        return date.fromisoformat(fixed)
    epoch = os.environ.get("SOURCE_DATE_EPOCH")
    if epoch:
        return datetime.fromtimestamp(int(epoch), tz=UTC).astimezone(_BERLIN).date()
    return datetime.now(tz=_BERLIN).date()
