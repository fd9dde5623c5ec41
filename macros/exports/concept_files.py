"""The files for the schuleigenes Konzept: one per school, one per Schulform, one for all."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from macros.exports.concept_content import concept
from macros.exports.concept_facts import Blick
from macros.exports.concept_markdown import concept_markdown
from macros.exports.concept_word import MOST, concept_word
from macros.exports.word.region import region_base
from macros.model.records import Konzeptabschnitt, Schule

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from macros.exports.concept_content import Textstellen
    from macros.model.bestand import Bestand
    from macros.model.records import Schulform
    from macros.model.records.region import Fassung

ORDNER: Final = "service/muster/konzept"
LEER: Final = "leer"


@dataclass(frozen=True)
class Muster:
    """A file to fill in, as Word and as Markdown.

    Attributes:
        name: file name without ending.
        schule: the school it is for; None: any.
        schulform: the Schulform it is for; None: any.
    """

    name: str
    schule: Schule | None = None
    schulform: Schulform | None = None

    def pfad(self, endung: str) -> str:
        """Return where the file with this ending stands in the site."""
        return f"{ORDNER}/{self.name}.{endung}"


def school_name(schule: Schule) -> str:
    """Return the file name of a school without ending: its number, else its id."""
    return schule.schulnummer or schule.id


def all_muster(bestand: Bestand) -> tuple[Muster, ...]:
    """Return the files a site offers; none when there are no sections to write."""
    if not bestand.alle(Konzeptabschnitt):
        return ()
    schools = bestand.alle(Schule)
    forms = {schule.schulform.id: schule.schulform.ziel for schule in schools}
    return (
        Muster(LEER),
        *(Muster(form.id, schulform=form) for form in forms.values()),
        *(school_muster(s) for s in schools if len(schools) <= MOST),
    )


def school_muster(schule: Schule) -> Muster:
    """Return the file of a school."""
    return Muster(school_name(schule), schule, schule.schulform.ziel)


def places(bestand: Bestand) -> Iterator[str]:
    """Yield the places in chapters whose text the files hold."""
    for section in bestand.alle(Konzeptabschnitt):
        yield from section.bausteine
        if section.leitfragen:
            yield section.leitfragen


def concept_files(
    bestand: Bestand,
    fassung: Fassung | None,
    texte: Textstellen,
    muster: Iterable[Muster] | None = None,
) -> Mapping[str, bytes]:
    """Return the files, content by path below the site's root.

    Args:
        bestand: the region's data.
        fassung: the Fassung whose wording goes in; None: the draft.
        texte: the passages of the chapters.
        muster: which files; all that a site offers without.
    """
    base = region_base(bestand)
    found: dict[str, bytes] = {}
    for one in all_muster(bestand) if muster is None else muster:
        dokument = concept(Blick(bestand, fassung, one.schule, one.schulform), texte)
        found[one.pfad("docx")] = concept_word(dokument, base)
        found[one.pfad("md")] = concept_markdown(dokument)
    return found
