"""Rules across records (R-3xx): small, named, numbered; each module holds those of one topic."""

from __future__ import annotations

from typing import TYPE_CHECKING

from macros.model.rules import (
    accessibility,
    agreements,
    bodies,
    branches,
    catalogue,
    clauses,
    concepts,
    contacts,
    dates,
    decisions,
    design,
    fassungen,
    freshness,
    grants,
    identity,
    law,
    legal,
    mailboxes,
    persons,
    placeholders,
    posts,
    projects,
    removed,
    responsibility,
    spelling,
    standards,
    transitions,
)
from macros.model.rules.check import CHECKS

if TYPE_CHECKING:
    from macros.model.bestand import Bestand
    from macros.model.findings import Befund

__all__ = [
    "accessibility",
    "agreements",
    "bodies",
    "branches",
    "catalogue",
    "clauses",
    "concepts",
    "contacts",
    "dates",
    "decisions",
    "design",
    "fassungen",
    "freshness",
    "grants",
    "identity",
    "judge",
    "law",
    "legal",
    "mailboxes",
    "persons",
    "placeholders",
    "posts",
    "projects",
    "removed",
    "responsibility",
    "spelling",
    "standards",
    "transitions",
]


def judge(bestand: Bestand, slug: str, *, vollstaendig: bool = True) -> list[Befund]:
    """Return the findings of all rules.

    Args:
        bestand: linked records; some may be missing or hold open references, because their files
            have faults of their own. Rules pass over what they cannot see.
        slug: the region's folder name.
        vollstaendig: whether all records of all files are valid.
    """
    befunde = identity.region_matches_folder(bestand, slug)
    for check in CHECKS:
        if check.braucht_alle and not vollstaendig:
            continue
        befunde.extend(check.run(bestand))
    return befunde
