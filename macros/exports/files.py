"""All files that a site offers beside its pages, as bytes by path."""

from __future__ import annotations

from typing import TYPE_CHECKING

from macros.exports.agreements.files import agreement_files, agreement_paths
from macros.exports.calendars import calendar_files, calendar_paths
from macros.exports.comparison_files import comparison_files, comparison_paths
from macros.exports.dcat import DATEI as KATALOG
from macros.exports.dcat import catalogue
from macros.exports.feed import FEED, feed
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
    """Return all files beside the pages, such as open data, cards, calendars and forms.

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
        **calendar_files(bestand),
        **feed(bestand),
        **agreement_files(bestand),
        **comparison_files(bestand),
    }


def export_paths(bestand: Bestand) -> frozenset[str]:
    """Return the paths that pages may link without a page having made them.

    The legal pages link their own files by the macros that make them.
    """
    single = {KATALOG, INSTITUTIONEN, KINDERSCHUTZ, FEED}
    many = open_data_paths() | vcard_paths(bestand) | calendar_paths(bestand)
    more = agreement_paths(bestand) | comparison_paths(bestand)
    return frozenset(many | more | single)
