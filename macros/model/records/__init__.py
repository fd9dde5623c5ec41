"""All record types; a new one is added to RECORD_TYPES and nowhere else."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from macros.model.record import Ordner
from macros.model.records.aufgabe import Aufgabe
from macros.model.records.berichtigung import Berichtigung
from macros.model.records.beschluss import Beschlussvorlage, Beteiligung
from macros.model.records.bitv import Pruefschritt, Selbstbewertung
from macros.model.records.foerderung import Foerderung
from macros.model.records.fortbildung import Fortbildung
from macros.model.records.gemeinde import Gemeinde
from macros.model.records.grabstein import Grabstein
from macros.model.records.gremium import Gremium
from macros.model.records.hilfenummer import Hilfenummer
from macros.model.records.katalog import Begriff, Schulform, Standard, Thema, Wortwahl
from macros.model.records.kennzahl import Kennzahl
from macros.model.records.klausel import Klausel, Mustertext
from macros.model.records.kontakt import Kontakt
from macros.model.records.konzept import Konzept
from macros.model.records.konzeptabschnitt import Konzeptabschnitt
from macros.model.records.landesrecht import Landesrecht
from macros.model.records.meldung import Meldung, Schwerpunkt
from macros.model.records.organisation import Organisation
from macros.model.records.person import Person
from macros.model.records.pruefbericht import Pruefbericht
from macros.model.records.quelle import Quelle
from macros.model.records.rechtsgrundlage import Rechtsgrundlage
from macros.model.records.region import Region
from macros.model.records.schule import Schule
from macros.model.records.schuljahr import Schuljahresaufgabe
from macros.model.records.stelle import Programm, Stelle
from macros.model.records.termin import Termin, Terminreihe
from macros.model.records.umfrage import Umfrage
from macros.model.records.vereinbarung import Vereinbarung
from macros.model.records.vorhaben import Vorhaben

if TYPE_CHECKING:
    from macros.model.record import Record

RECORD_TYPES: Final[tuple[type[Record], ...]] = (
    Region,
    Landesrecht,
    Schulform,
    Thema,
    Hilfenummer,
    Quelle,
    Rechtsgrundlage,
    Standard,
    Begriff,
    Wortwahl,
    Schuljahresaufgabe,
    Konzeptabschnitt,
    Gemeinde,
    Organisation,
    Schule,
    Programm,
    Kontakt,
    Stelle,
    Konzept,
    Person,
    Grabstein,
    Kennzahl,
    Berichtigung,
    Pruefbericht,
    Pruefschritt,
    Selbstbewertung,
    Klausel,
    Mustertext,
    Vereinbarung,
    Gremium,
    Terminreihe,
    Termin,
    Fortbildung,
    Meldung,
    Schwerpunkt,
    Beschlussvorlage,
    Beteiligung,
    Foerderung,
    Vorhaben,
    Umfrage,
    Aufgabe,
)
# Stems of the catalogue's files that are of today even in an old Fassung: contacts of today name
# topics of today, and legal pages quote the law of today.
LIVE_LISTS: Final = frozenset(
    typ.datei.name.removesuffix(".yml")
    for typ in RECORD_TYPES
    if typ.datei.ordner is Ordner.KATALOG and typ.datei.live
)

__all__ = [
    "LIVE_LISTS",
    "RECORD_TYPES",
    "Aufgabe",
    "Begriff",
    "Berichtigung",
    "Beschlussvorlage",
    "Beteiligung",
    "Foerderung",
    "Fortbildung",
    "Gemeinde",
    "Grabstein",
    "Gremium",
    "Hilfenummer",
    "Kennzahl",
    "Klausel",
    "Kontakt",
    "Konzept",
    "Konzeptabschnitt",
    "Landesrecht",
    "Meldung",
    "Mustertext",
    "Organisation",
    "Person",
    "Programm",
    "Pruefbericht",
    "Pruefschritt",
    "Quelle",
    "Rechtsgrundlage",
    "Region",
    "Schule",
    "Schulform",
    "Schuljahresaufgabe",
    "Schwerpunkt",
    "Selbstbewertung",
    "Standard",
    "Stelle",
    "Termin",
    "Terminreihe",
    "Thema",
    "Umfrage",
    "Vereinbarung",
    "Vorhaben",
    "Wortwahl",
]
