"""The ids of the figures that are computed; apart, so that rules and figures share them."""

from __future__ import annotations

from typing import Final

ANZAHL_GEMEINDEN: Final = "anzahl-gemeinden"
ANZAHL_SCHULEN: Final = "anzahl-schulen"
ANZAHL_SCHULEN_MIT_STELLE: Final = "anzahl-schulen-mit-stelle"
ANZAHL_STELLEN: Final = "anzahl-stellen"
ANZAHL_STELLEN_UNBESETZT: Final = "anzahl-stellen-unbesetzt"
SUMME_VZAE: Final = "summe-vzae"
ANZAHL_ANSTELLUNGSTRAEGER: Final = "anzahl-anstellungstraeger"
ANZAHL_SCHULEN_OHNE_STELLE: Final = "anzahl-schulen-ohne-stelle"
ANZAHL_PROGRAMME: Final = "anzahl-programme"
SUMME_VZAE_UNBESETZT: Final = "summe-vzae-unbesetzt"

COMPUTED: Final = frozenset(
    {
        ANZAHL_GEMEINDEN,
        ANZAHL_SCHULEN,
        ANZAHL_SCHULEN_MIT_STELLE,
        ANZAHL_STELLEN,
        ANZAHL_STELLEN_UNBESETZT,
        SUMME_VZAE,
        ANZAHL_ANSTELLUNGSTRAEGER,
        ANZAHL_SCHULEN_OHNE_STELLE,
        ANZAHL_PROGRAMME,
        SUMME_VZAE_UNBESETZT,
    }
)
