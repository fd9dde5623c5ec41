"""The macro that lists the open-data files of the site."""

from __future__ import annotations

from typing import TYPE_CHECKING

from macros.exports.catalog import DATENSAETZE
from macros.exports.dcat import DATEI as KATALOG
from macros.exports.dcat import catalogue
from macros.exports.json_ld import DATEI as INSTITUTIONEN
from macros.exports.json_ld import institutions
from macros.exports.open_data import open_data
from macros.exports.vcards import ALLE, vcards
from macros.views.registry import makro
from macros.views.templating import Fragment, block

if TYPE_CHECKING:
    from macros.views.ansicht import Ansicht


@makro(inline=False, beispiel="downloads()", live=True)
def downloads(ansicht: Ansicht) -> Fragment:
    """Listet die offenen Daten zum Herunterladen: für die Tabellenkalkulation und für Programme.

    Args:
        ansicht: die Seite.
    """
    files = {
        **open_data(ansicht.bestand),
        ALLE: vcards(ansicht.bestand)[ALLE],
        KATALOG: catalogue(ansicht.bestand),
        INSTITUTIONEN: institutions(ansicht.bestand),
    }
    return block(
        "downloads",
        ansicht=ansicht,
        datensaetze=DATENSAETZE,
        adressbuch=ALLE,
        katalog=KATALOG,
        institutionen=INSTITUTIONEN,
        groessen={path: len(content) for path, content in files.items()},
    )
