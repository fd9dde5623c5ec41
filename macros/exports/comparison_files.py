"""The files of all comparisons a site shows: Markdown, JSON, and the Synopse in Word."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from macros.compare.comparison import compare, pairs
from macros.compare.report import Bericht
from macros.exports.comparison_json import SCHEMA_NAME, comparison_json, comparison_schema
from macros.exports.comparison_markdown import comparison_markdown
from macros.exports.comparison_word import synopse
from macros.exports.word.region import region_base
from macros.model.records.region import Regionsstatus

if TYPE_CHECKING:
    from macros.model.bestand import Bestand
    from macros.model.records import Region

ORDNER: Final = "service/fassungen"
SYNOPSEN: Final = "service/muster/synopse"


def shown_pairs(bestand: Bestand) -> list[tuple[str, str]]:
    """Return the comparisons of a region's site, each from older to newer; none without data."""
    return pairs(bestand.wortlaute)


def report(bestand: Bestand, alt: str, neu: str) -> Bericht:
    """Return a comparison, ready to be told.

    Args:
        bestand: the region's data with its wordings.
        alt: name of the older wording.
        neu: name of the newer one.

    Raises:
        LookupError: there is no wording of that name.
    """
    decided = next((f for f in bestand.region.fassungen if f.name == neu), None)
    return Bericht(compare(bestand.wortlaute, alt, neu), decided, bestand.fassung())


def file_path(alt: str, neu: str, endung: str) -> str:
    """Return where a file of a comparison stands in the site.

    Args:
        alt: name of the older wording.
        neu: name of the newer one.
        endung: ``md``, ``json`` or ``docx``.
    """
    return f"{SYNOPSEN if endung == 'docx' else ORDNER}/{alt}-{neu}.{endung}"


def endings(bestand: Bestand, alt: str, neu: str) -> tuple[str, ...]:
    """Return in which forms a site offers a comparison.

    A Synopse is made for what a body decides: a Fassung after the one before it, and the draft.

    Args:
        bestand: the region's data with its wordings.
        alt: name of the older wording.
        neu: name of the newer one.
    """
    names = [w.name for w in bestand.wortlaute.fassungen]
    decided = neu not in names or names.index(neu) == names.index(alt) + 1
    return ("docx", "md", "json") if decided else ("md", "json")


def comparison_files(bestand: Bestand) -> dict[str, bytes]:
    """Return the files of all comparisons by path below the site's root."""
    files = {
        file_path(alt, neu, endung): comparison_file(bestand, alt, neu, endung)
        for alt, neu in shown_pairs(bestand)
        for endung in endings(bestand, alt, neu)
    }
    return files | ({f"{ORDNER}/{SCHEMA_NAME}": comparison_schema()} if files else {})


def comparison_paths(bestand: Bestand) -> set[str]:
    """Return the paths of the above without making them."""
    found = {
        file_path(alt, neu, endung)
        for alt, neu in shown_pairs(bestand)
        for endung in endings(bestand, alt, neu)
    }
    return found | ({f"{ORDNER}/{SCHEMA_NAME}"} if found else set())


def comparison_file(bestand: Bestand, alt: str, neu: str, endung: str) -> bytes:
    """Return one file of a comparison.

    Args:
        bestand: the region's data with its wordings.
        alt: name of the older wording.
        neu: name of the newer one.
        endung: ``md``, ``json`` or ``docx``.

    Raises:
        LookupError: there is no wording of that name.
    """
    bericht = report(bestand, alt, neu)
    if endung == "json":
        return comparison_json(bericht, bestand.region)
    if endung == "md":
        return comparison_markdown(bericht, _origin(bestand.region))
    return synopse(bericht, bestand.region, region_base(bestand))


def _origin(region: Region) -> str:
    demo = region.status is Regionsstatus.VORFUEHRUNG
    return (
        f"{region.anbieter.name}: Rahmenkonzept Schulsozialarbeit {region.im_satz}. "
        f"{region.adresse}{' Vorführung, kein amtliches Dokument.' if demo else ''}"
    )
