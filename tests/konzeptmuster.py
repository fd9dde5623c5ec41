"""The files for the schuleigenes Konzept of Musterkreis, made once for each test process."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from macros.exports.concept_files import concept_files
from macros.pages.check import check_site
from macros.pages.passages import Passagen, concept_texts

from .musterkreis import ROOT, musterkreis

if TYPE_CHECKING:
    from collections.abc import Mapping

    from macros.exports.concept_content import Textstellen
    from macros.pages.check import Geprueft


@cache
def pages() -> Geprueft:
    """Return the checked pages."""
    return check_site(ROOT, musterkreis())


@cache
def texts() -> Textstellen:
    """Return the passages that the files hold."""
    checked = pages()
    return concept_texts(Passagen(checked.seiten, checked.lauf), musterkreis())


@cache
def files() -> Mapping[str, bytes]:
    """Return all files by path."""
    bestand = musterkreis()
    return concept_files(bestand, bestand.fassung(), texts())
