"""All files that a site offers beside its pages, as bytes by path."""

from __future__ import annotations

from typing import TYPE_CHECKING

from macros.exports.comparison_files import comparison_files, comparison_paths
from macros.exports.legal_files import legal_files
from macros.exports.open_data import open_data, open_data_paths
from macros.exports.vcards import vcard_paths, vcards

if TYPE_CHECKING:
    from macros.model.bestand import Bestand


def export_files(bestand: Bestand) -> dict[str, bytes]:
    """Return the open data, the address cards, the files of legal pages and of comparisons.

    Args:
        bestand: the checked records of a region.

    Returns:
        Content by path below the site's root.
    """
    return {
        **open_data(bestand),
        **vcards(bestand),
        **legal_files(bestand),
        **comparison_files(bestand),
    }


def export_paths(bestand: Bestand) -> frozenset[str]:
    """Return the paths that pages may link without a page having made them.

    The legal pages link their own files by the macros that make them.
    """
    return frozenset(open_data_paths() | vcard_paths(bestand) | comparison_paths(bestand))
