"""All files that a site offers beside its pages, as bytes by path."""

from __future__ import annotations

from typing import TYPE_CHECKING

from macros.exports.agreements.files import agreement_files, agreement_paths
from macros.exports.calendars import calendar_files, calendar_paths
from macros.exports.feed import FEED, feed
from macros.exports.legal_files import legal_files
from macros.exports.open_data import open_data, open_data_paths
from macros.exports.vcards import vcard_paths, vcards

if TYPE_CHECKING:
    from macros.model.bestand import Bestand


def export_files(bestand: Bestand) -> dict[str, bytes]:
    """Return open data, address cards, calendars, forms and the files of the legal pages.

    Args:
        bestand: the checked records of a region.

    Returns:
        Content by path below the site's root.
    """
    return {
        **open_data(bestand),
        **vcards(bestand),
        **legal_files(bestand),
        **calendar_files(bestand),
        **feed(bestand),
        **agreement_files(bestand),
    }


def export_paths(bestand: Bestand) -> frozenset[str]:
    """Return the paths that pages may link without a page having made them.

    The legal pages link their own files by the macros that make them.
    """
    paths = open_data_paths() | vcard_paths(bestand) | calendar_paths(bestand) | {FEED}
    return frozenset(paths | agreement_paths(bestand))
