"""The look of a region's documents: from its own Word file, else the shipped one in its colour."""

from __future__ import annotations

from typing import TYPE_CHECKING

from macros.exports.word.base import base_for
from macros.exports.word.rules import MUSTER_BILD, MUSTER_FORMATE, MUSTER_UNLESBAR
from macros.exports.word.style_xml import AKZENT
from macros.exports.word.template import BrokenTemplateError, missing_styles, mute_pictures
from macros.model.findings import Befund, Ort
from macros.model.template_file import TEMPLATE

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from macros.exports.word.base import Grundlage
    from macros.exports.word.styles import Formatvorlage
    from macros.model.bestand import Bestand
    from macros.model.records import Region


def region_base(bestand: Bestand) -> Grundlage:
    """Return the base for a region's documents; a broken own file leaves the shipped look."""
    akzent = accent(bestand.region)
    try:
        return base_for(bestand.muster, akzent)
    except BrokenTemplateError:
        return base_for(None, akzent)


def accent(region: Region) -> str:
    """Return the region's colour."""
    design = region.gestaltung
    return design.akzent.lower() if design is not None and design.akzent else AKZENT


def judge_template(bestand: Bestand) -> list[Befund]:
    """Return what is wrong with a region's own Word file."""
    if bestand.muster is None:
        return []
    ort = Ort(f"data/regionen/{bestand.region.id}/{TEMPLATE}")
    try:
        base_for(bestand.muster, accent(bestand.region))
        return [
            *_judge_styles(missing_styles(bestand.muster), ort),
            *_judge_pictures(mute_pictures(bestand.muster), ort),
        ]
    except BrokenTemplateError:
        return [
            MUSTER_UNLESBAR.befund(
                ort,
                "Die Vorlage für Word-Dateien lässt sich nicht verwenden: Sie ist kein "
                "Word-Dokument, oder ihr fehlen Formatvorlagen und Listen.",
                f"Neu beginnen: rahmen muster vorlage --ziel {ort.file}",
            )
        ]


def _judge_styles(missing: Sequence[Formatvorlage], ort: Ort) -> Iterator[Befund]:
    if missing:
        names = ", ".join(f"„{vorlage.anzeige}“" for vorlage in missing)
        one = len(missing) == 1
        yield MUSTER_FORMATE.befund(
            ort,
            f"In der Vorlage {'fehlt die Formatvorlage' if one else 'fehlen die Formatvorlagen'} "
            f"{names}; die Dateien nehmen dafür das mitgelieferte Aussehen.",
            f"In Word {'eine Formatvorlage' if one else 'Formatvorlagen'} mit "
            f"{'diesem Namen' if one else 'diesen Namen'} anlegen",
        )


def _judge_pictures(mute: int, ort: Ort) -> Iterator[Befund]:
    if mute:
        yield MUSTER_BILD.befund(
            ort,
            "In Kopf- oder Fußzeile der Vorlage steht ein Bild ohne Alternativtext."
            if mute == 1
            else f"In Kopf- und Fußzeilen der Vorlage stehen {mute} Bilder ohne Alternativtext.",
        )
