"""All papers to fill in that do not belong to one school: where they are, what for, their bytes."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from macros.exports.forms.decision_word import (
    LISTEN,
    completeness_list,
    cover_letter,
    review_sheet,
)
from macros.exports.forms.head import head_of
from macros.exports.forms.self_evaluation import sheets
from macros.exports.forms.self_evaluation_excel import workbook
from macros.exports.forms.self_evaluation_word import sheet_word
from macros.exports.word.region import region_base

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from macros.exports.concept_document import Teil
    from macros.model.bestand import Bestand
    from macros.model.records.region import Fassung

ORDNER: Final = "service/muster/beschluss"
WORD: Final = "Word"
EXCEL: Final = "Excel"
STELLEN: Final = tuple(LISTEN)
"""The places in chapters whose text the papers hold."""


@dataclass(frozen=True)
class Formular:
    """A paper to fill in.

    Attributes:
        pfad: where it stands in the site.
        titel: what it is called.
        art: its type as a reader knows it.
        wofuer: what it is for, one German sentence.
    """

    pfad: str
    titel: str
    art: str
    wofuer: str


ANSCHREIBEN: Final = Formular(
    f"{ORDNER}/anschreiben.docx",
    "Anschreiben zum Konzept",
    WORD,
    "Damit meldet die Schule Fassung, Beschluss und nächste Überprüfung.",
)
PRUEFLISTE: Final = Formular(
    f"{ORDNER}/pruefliste.docx",
    "Prüfliste vor dem Beschluss",
    WORD,
    "Damit prüft die Schule, ob etwas fehlt.",
)
RUECKMELDUNG: Final = Formular(
    f"{ORDNER}/rueckmeldung.docx",
    "Rückmeldung zum Konzept",
    WORD,
    "Damit antwortet die Koordinierungsstelle auf den Entwurf einer Schule.",
)
BESCHLUSS: Final = (PRUEFLISTE, RUECKMELDUNG, ANSCHREIBEN)


def self_evaluation_forms(bestand: Bestand) -> tuple[Formular, ...]:
    """Return the sheets of the Selbstevaluation, each role's as workbook and as Word file."""
    return tuple(
        Formular(
            sheet.pfad(ending),
            f"{sheet.titel} als {kind}-Datei",
            kind,
            f"Für die Rolle {sheet.rolle.label}, einmal im Jahr.",
        )
        for sheet in sheets(bestand)
        for ending, kind in (("xlsx", EXCEL), ("docx", WORD))
    )


def form_files(
    bestand: Bestand, fassung: Fassung | None, teile: Mapping[str, Sequence[Teil]]
) -> dict[str, bytes]:
    """Return all papers, content by path below the site's root.

    Args:
        bestand: the region's data.
        fassung: the Fassung whose wording goes in; None: the draft.
        teile: the text of the chapters by place; see :data:`STELLEN`.
    """
    kopf, base = head_of(bestand, fassung), region_base(bestand)
    office = bestand.region.koordinierungsstelle.ziel
    found = {
        ANSCHREIBEN.pfad: cover_letter(kopf, office, base),
        RUECKMELDUNG.pfad: review_sheet(bestand, kopf, base),
    }
    if (checklist := completeness_list(kopf, teile, base)) is not None:
        found[PRUEFLISTE.pfad] = checklist
    for sheet in sheets(bestand):
        found[sheet.pfad("xlsx")] = workbook(sheet, kopf)
        found[sheet.pfad("docx")] = sheet_word(sheet, kopf, base)
    return found
