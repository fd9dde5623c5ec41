"""Checks all pages of the site: the one entry for the command line and for the build."""

from __future__ import annotations

import posixpath
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final

from markupsafe import Markup

from macros.exports.catalog import DATENSAETZE
from macros.model.findings import Befund, Ort, sorted_befunde
from macros.pages import rules as r
from macros.pages.calls import take_apart
from macros.pages.links import check_links
from macros.pages.nav import NAV_NAME, Menue, check_nav, read_nav
from macros.pages.outline import check_outline, outline
from macros.pages.prose import check_prose
from macros.pages.renderer import render
from macros.pages.reuse import Vorrat, key_of
from macros.pages.run import Makrolauf
from macros.pages.source import Seite, read_page
from macros.pages.towns import town_pages
from macros.views.errors import MakroFehler
from macros.views.registry import Fragment

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from macros.model.bestand import Bestand
    from macros.pages.calls import Aufruf
    from macros.pages.outline import Umriss
    from macros.pages.renderer import Gerendert

DOCS: Final = "docs"
_ALLOWED: Final = (".png", ".jpg", ".jpeg", ".webp", ".pdf")
_FAILED: Final = Fragment(Markup(""), inline=True)


@dataclass
class Geprueft:
    """All pages of a site after the check.

    Attributes:
        seiten: written and generated pages by path below ``docs``.
        erzeugt: the generated ones among them.
        menue: the menu.
        lauf: the macro calls, carried out.
        vorrat: the rendered pages, for the build to take over.
        befunde: all findings, sorted.
    """

    lauf: Makrolauf
    vorrat: Vorrat = field(default_factory=dict)
    seiten: dict[str, Seite] = field(default_factory=dict)
    erzeugt: list[Seite] = field(default_factory=list)
    menue: Menue = field(default_factory=Menue)
    befunde: list[Befund] = field(default_factory=list)


def check_pages(root: Path, bestand: Bestand) -> list[Befund]:
    """Return all findings about the pages of a site, sorted.

    Args:
        root: the project's root folder, in which ``docs`` lies.
        bestand: the region's data, without Fehler.
    """
    return check_site(root, bestand).befunde


def check_site(root: Path, bestand: Bestand) -> Geprueft:
    """Check all pages and keep what has been read; arguments as in :func:`check_pages`."""
    docs = root / DOCS
    result = Geprueft(Makrolauf(bestand))
    result.menue = read_nav(docs, DOCS)
    befunde = result.befunde
    befunde.extend(result.menue.befunde)
    others = {d.pfad(ending) for d in DATENSAETZE for ending in ("csv", "json", "schema.json")}
    for path in _files(docs):
        uri = path.relative_to(docs).as_posix()
        if path.suffix == ".md":
            result.seiten[uri] = read_page(path, uri, f"{DOCS}/{uri}")
        elif path.suffix.lower() in _ALLOWED and path.is_file() and not path.is_symlink():
            others.add(uri)
        elif uri != NAV_NAME:
            befunde.append(
                r.FREMDE_DATEI.befund(
                    Ort(f"{DOCS}/{uri}"),
                    f"Die Datei {posixpath.basename(uri)} wird hier nicht erwartet.",
                    f"Erlaubt sind .md, {', '.join(_ALLOWED)}",
                )
            )
    if not result.menue.befunde:
        befunde.extend(check_nav(result.menue, set(result.seiten), DOCS))
    result.erzeugt = town_pages(bestand)
    result.seiten |= {seite.uri: seite for seite in result.erzeugt}
    for seite in result.seiten.values():
        befunde.extend(seite.befunde)
        befunde.extend(check_page(seite, result.lauf, result.vorrat))
    befunde.extend(check_links(result.seiten, others))
    result.befunde = sorted_befunde(befunde)
    return result


def _files(docs: Path) -> Iterator[Path]:
    for path in sorted(docs.rglob("*")):
        hidden = any(part.startswith(".") for part in path.relative_to(docs).parts)
        if not hidden and (path.is_symlink() or not path.is_dir()):
            yield path


def check_page(seite: Seite, lauf: Makrolauf, vorrat: Vorrat | None = None) -> Iterator[Befund]:
    """Check one page; afterwards its ids and links are known.

    Args:
        seite: the page as read.
        lauf: carries out the macro calls.
        vorrat: takes the rendered page, where it is wanted again.
    """
    zerlegt = take_apart(seite)
    yield from zerlegt.befunde
    seitenlauf = lauf.seite(seite.uri)
    fragments: list[Fragment] = []
    for aufruf in zerlegt.aufrufe:
        try:
            fragments.append(seitenlauf.call(aufruf.name, aufruf.args, aufruf.kwargs))
        except MakroFehler as error:
            fragments.append(_FAILED)
            yield r.MAKRO_AUFRUF.befund(aufruf.ort, error.message, error.remedy)
    gerendert = render(zerlegt.markdown)
    if vorrat is not None and gerendert.halbfertig is not None:
        vorrat[key_of(zerlegt.markdown)] = gerendert.halbfertig
    for verstoss in gerendert.verstoesse:
        yield verstoss.regel.befund(seite.stellen.finde(*verstoss.spuren), verstoss.message)
    umriss = outline(gerendert.root)
    yield from _check_marks(zerlegt.aufrufe, fragments, umriss)
    yield from check_outline(seite, umriss)
    for image in umriss.images:
        seite.links.append((image.get("src", ""), seite.stellen.finde(image.get("src", ""))))
    yield from check_prose(seite, gerendert.root)
    yield from _check_anchors(seite, umriss, fragments, gerendert)


def _check_marks(
    aufrufe: list[Aufruf], fragments: list[Fragment], umriss: Umriss
) -> Iterator[Befund]:
    for number, (aufruf, fragment) in enumerate(zip(aufrufe, fragments, strict=True)):
        if fragment is _FAILED:
            continue
        if number in umriss.im_link:
            if "<a " in fragment.html or not fragment.inline:
                yield r.MAKRO_ORT.befund(
                    aufruf.ort,
                    "Dieses Makro bringt eigene Links mit und kann nicht in einem Linktext stehen.",
                    aufruf.text + " außerhalb des Links",
                )
        elif number not in umriss.allein | umriss.im_text:
            yield r.MAKRO_ORT.befund(
                aufruf.ort,
                "An dieser Stelle kann kein Makro erscheinen: in Überschriften, "
                "Adressen, Bildtexten und Code.",
                f"Als Beispiel gezeigt: {{% raw %}}{aufruf.text}{{% endraw %}}",
            )
        elif number in umriss.im_text and not fragment.inline:
            yield r.MAKRO_ORT.befund(
                aufruf.ort,
                f"„{aufruf.name}“ steht allein in seiner Zeile, nicht im Satz.",
                f"Leere Zeile, {aufruf.text}, leere Zeile",
            )


def _check_anchors(
    seite: Seite, umriss: Umriss, fragments: list[Fragment], gerendert: Gerendert
) -> Iterator[Befund]:
    from_macros = {anker for fragment in fragments for anker in fragment.anker}
    seen: set[str] = set()
    for anker in umriss.anker:
        if anker in seen or anker in from_macros:
            spuren = (f"#{anker} ", f"#{anker}}}", anker)
            if anker in seen:
                seite.stellen.finde(*spuren)  # the first one is not the one to mend
            yield r.DOPPELTER_ANKER.befund(
                seite.stellen.finde(*spuren),
                f"Den Anker „{anker}“ gibt es auf der Seite schon.",
                f"{{ #{anker}-2 }} hinter der Überschrift",
            )
        seen.add(anker)
    seite.anker = seen | from_macros
