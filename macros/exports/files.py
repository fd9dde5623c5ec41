"""All files that a site offers beside its pages, as bytes by path."""

from __future__ import annotations

from typing import TYPE_CHECKING

from macros.exports.dcat import DATEI as KATALOG
from macros.exports.dcat import catalogue
from macros.exports.json_ld import DATEI as INSTITUTIONEN
from macros.exports.json_ld import institutions
from macros.exports.kinderschutz_file import DATEI as KINDERSCHUTZ
from macros.exports.kinderschutz_file import kinderschutz_file
from macros.exports.legal_files import legal_files
from macros.exports.open_data import open_data, open_data_paths
from macros.exports.vcards import vcard_paths, vcards

if TYPE_CHECKING:
    from macros.model.bestand import Bestand


def export_files(bestand: Bestand) -> dict[str, bytes]:
    """Return the open data, the address cards and the files of the legal pages.

    Args:
        bestand: the checked records of a region.

    Returns:
        Content by path below the site's root.
    """
    return {
        **open_data(bestand),
        KATALOG: catalogue(bestand),
        **vcards(bestand),
        **legal_files(bestand),
        INSTITUTIONEN: institutions(bestand),
        KINDERSCHUTZ: kinderschutz_file(bestand),
    }


def export_paths(bestand: Bestand) -> frozenset[str]:
    """Return the paths that pages may link without a page having made them.

    The legal pages link their own files by the macros that make them.
    """
    single = {KATALOG, INSTITUTIONEN, KINDERSCHUTZ}
    return frozenset(open_data_paths() | vcard_paths(bestand) | single)
