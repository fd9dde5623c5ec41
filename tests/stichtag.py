"""The day on which the tests look at the shipped regions.

What is newer would lie in the future for them, and the check refuses that: who enters a newer
result or date into a shipped region moves the day and writes the golden files anew.
"""

from __future__ import annotations

from datetime import date
from typing import Final

STICHTAG: Final = date(2026, 11, 23)
