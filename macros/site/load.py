"""Everything a build needs, loaded and checked before mkdocs begins: data, pages, open data."""

from __future__ import annotations

import os
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

import macros.rule_book  # noqa: F401 - registers every rule, for the help page
from macros.exports.concept_files import concept_files
from macros.exports.files import export_files
from macros.exports.forms.files import STELLEN, form_files
from macros.exports.word.region import judge_template
from macros.history.wordings import read_wordings
from macros.model.clock import stichtag_today
from macros.model.findings import Ort, sorted_befunde
from macros.model.load_region import load_region
from macros.pages.check import check_site
from macros.pages.passages import Passagen, concept_texts
from macros.site import rules as r
from macros.site.order import VARIABLE, Art, AuftragFehler, Bauauftrag
from macros.site.tree import target_tree

if TYPE_CHECKING:
    from macros.model.bestand import Bestand
    from macros.model.findings import Befund
    from macros.pages.check import Geprueft

DEFAULT_REGION = "musterkreis"


@dataclass(frozen=True)
class Stoff:
    """What a build is made of.

    Attributes:
        bestand: the region's data; None when it has a Fehler.
        pages: the checked pages; None when there is no data.
        exports: content of the files for download by path.
        befunde: all findings, sorted.
        auftrag: what the build was ordered to become; None: an ordinary build.
    """

    bestand: Bestand | None
    pages: Geprueft | None
    exports: dict[str, bytes]
    befunde: list[Befund]
    auftrag: Bauauftrag | None = None


def load(root: Path, region: str = "") -> Stoff:
    """Load and check a region and all pages, for an order if the environment names one.

    Args:
        root: the project's root folder.
        region: folder name of the region; else ``REGION``, else musterkreis.
    """
    slug = region or os.environ.get("REGION") or DEFAULT_REGION
    try:
        stichtag = stichtag_today()
    except ValueError:
        befund = r.UMGEBUNG.befund(
            Ort("RAHMEN_STICHTAG"), "RAHMEN_STICHTAG oder SOURCE_DATE_EPOCH enthält kein Datum."
        )
        return Stoff(None, None, {}, [befund])
    try:
        auftrag = Bauauftrag.from_env()
    except AuftragFehler as fehler:
        return Stoff(None, None, {}, [r.AUFTRAG.befund(Ort(VARIABLE), str(fehler))])
    overlay = os.environ.get("RAHMEN_PERSONEN")
    geladen = load_region(
        root,
        slug,
        stichtag,
        Path(overlay) if overlay else None,
        katalog_gefroren=auftrag is not None and auftrag.fassung is not None,
    )
    bestand = geladen.bestand
    if bestand is None:
        return Stoff(None, None, {}, geladen.befunde, auftrag)
    if auftrag is None or auftrag.art is not Art.ABGELOEST:
        renamed = auftrag.umbenannt if auftrag else None
        bestand = replace(bestand, wortlaute=read_wordings(root, bestand, renamed))
    try:
        baum = target_tree(auftrag, bestand) if auftrag else None
    except AuftragFehler as fehler:
        return Stoff(None, None, {}, [r.AUFTRAG.befund(Ort(VARIABLE), str(fehler))])
    exports = {} if baum is not None and baum.abgeloest else export_files(bestand)
    pages = check_site(root, bestand, baum)
    if baum is None or not baum.abgeloest:
        fassung = baum.fassung if baum else bestand.fassung()
        passagen = Passagen(pages.seiten, pages.lauf)
        exports |= concept_files(bestand, fassung, concept_texts(passagen, bestand))
        exports |= form_files(bestand, fassung, passagen.hole(STELLEN))
        pages.lauf.offer({path: len(data) for path, data in exports.items()})
    befunde = sorted_befunde([*geladen.befunde, *judge_template(bestand), *pages.befunde])
    return Stoff(bestand, pages, exports, befunde, auftrag)
