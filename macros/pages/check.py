"""Checks all pages of the site: the one entry for the command line and for the build."""

from __future__ import annotations

import posixpath
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final

from markupsafe import Markup

from macros.exports.files import export_paths
from macros.model.findings import Befund, Ort, sorted_befunde
from macros.pages import rules as r
from macros.pages.agreements import agreement_pages, check_agreement
from macros.pages.calls import take_apart
from macros.pages.chapters import check_chapter, check_neighbours, check_numbers, check_standards
from macros.pages.comparisons import comparison_pages
from macros.pages.concept_check import check_concept
from macros.pages.easy import check_easy
from macros.pages.frozen_rules import still_counts
from macros.pages.language import check_language
from macros.pages.links import check_links
from macros.pages.nav import NAV_NAME, Menue, check_nav, read_nav, turn_nav
from macros.pages.neighbours import is_live_page
from macros.pages.outline import check_outline, outline
from macros.pages.page_references import check_page_references
from macros.pages.prose import check_prose
from macros.pages.region_texts import check_text
from macros.pages.renderer import render
from macros.pages.repetition import check_repetition
from macros.pages.reuse import Vorrat, key_of
from macros.pages.run import Makrolauf
from macros.pages.source import Seite, read_page
from macros.pages.terms import GLOSSARY, wants_links
from macros.pages.towns import town_pages
from macros.pages.tree import Wege, Zielbaum
from macros.views.ansicht import Baum
from macros.views.errors import MakroFehler
from macros.views.registry import Fragment

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator
    from pathlib import Path

    from macros.model.bestand import Bestand
    from macros.pages.calls import Aufruf
    from macros.pages.outline import Umriss
    from macros.pages.renderer import Gerendert

DOCS: Final = "docs"
RENAMED_NAME: Final = "umbenannt.yml"
_ALLOWED: Final = (".png", ".jpg", ".jpeg", ".webp", ".pdf")
_FAILED: Final = Fragment(Markup(""), inline=True)


@dataclass
class Geprueft:
    """All pages of a site after the check.

    Attributes:
        seiten: written and generated pages by path below ``docs``.
        erzeugt: the generated ones among them.
        menue: the menu; in a frozen tree with today's pages for the live ones.
        lauf: the macro calls, carried out.
        vorrat: the rendered pages, for the build to take over.
        befunde: all findings, sorted.
        wege: finds the way to other pages from inside a frozen tree; else None.
        titel: title of every page by path, of the live ones in another tree, too.
    """

    lauf: Makrolauf
    vorrat: Vorrat = field(default_factory=dict)
    seiten: dict[str, Seite] = field(default_factory=dict)
    erzeugt: list[Seite] = field(default_factory=list)
    menue: Menue = field(default_factory=Menue)
    befunde: list[Befund] = field(default_factory=list)
    wege: Wege | None = None
    titel: dict[str, str] = field(default_factory=dict)


def check_pages(root: Path, bestand: Bestand) -> list[Befund]:
    """Return all findings about the pages of a site, sorted.

    Args:
        root: the project's root folder, in which ``docs`` lies.
        bestand: the region's data, without Fehler.
    """
    return check_site(root, bestand).befunde


def check_site(root: Path, bestand: Bestand, baum: Zielbaum | None = None) -> Geprueft:
    """Check all pages and keep what has been read; arguments as in :func:`check_pages`.

    Args:
        root: the project's root folder.
        bestand: the region's data.
        baum: the published tree that the pages go into; None: an ordinary build. Of a frozen
            page only findings count that say it does not render, does not link or is not safe.
    """
    docs = root / DOCS
    ordered, baum = baum is not None, baum or Zielbaum(None)
    result = Geprueft(Makrolauf(bestand), menue=read_nav(docs, DOCS))
    befunde = list(result.menue.befunde)
    fern: dict[str, Seite] = {}
    others = _read_docs(docs, baum, result, fern, befunde)
    result.erzeugt = agreement_pages(bestand)
    if not baum.abgeloest:
        result.erzeugt += [*town_pages(bestand), *comparison_pages(bestand)]
        others |= export_paths(bestand)
    written = set(result.seiten)
    result.seiten |= {seite.uri: seite for seite in result.erzeugt}
    if baum.fassung is not None:
        _freeze(result, baum, bestand, fern)
    elif ordered:
        result.lauf = Makrolauf(bestand, Baum(None, abgeloest=False, weg=lambda adresse: adresse))
    if not result.menue.befunde:
        elsewhere = baum.live_seiten if baum.abgeloest else frozenset[str]()
        missing = check_nav(result.menue, written | elsewhere, DOCS)
        befunde.extend(missing if baum.fassung is None else still_counts(missing))
    for seite in result.seiten.values():
        own = [
            *seite.befunde,
            *check_page(seite, result.lauf, result.vorrat),
            *check_chapter(seite, bestand),
            *check_language(seite, result.lauf.woerter),
            *check_easy(seite),
            *check_agreement(seite),
        ]
        befunde.extend(still_counts(own) if baum.gefroren(seite.uri) else own)
    texte = []
    for text in bestand.texte.values():
        seite, own = check_text(text)
        texte.append(seite)
        befunde.extend(still_counts(own) if baum.fassung is not None else own)
    befunde.extend(_check_together(result, baum, bestand))
    result.titel = {
        s.uri: s.kopf.get("title", s.uri) for s in (*fern.values(), *result.seiten.values())
    }
    wege = result.wege
    befunde.extend(
        check_links(
            result.seiten,
            others,
            lambda uri, to: wege is not None and wege.umgelenkt(uri, to),
            weitere=texte,
        )
    )
    result.befunde = sorted_befunde(befunde)
    return result


def _check_together(result: Geprueft, baum: Zielbaum, bestand: Bestand) -> Iterator[Befund]:
    """Judge what holds among pages; what was decided cannot be mended any more."""
    own = {uri: seite for uri, seite in result.seiten.items() if not baum.gefroren(uri)}
    yield from check_neighbours(own, [*result.seiten, *baum.live_seiten])
    if baum.fassung is None:
        yield from check_numbers(own)
        yield from check_repetition(own)
        yield from check_standards(
            {uri: seite for uri, seite in own.items() if not is_live_page(uri)}, bestand
        )
        yield from check_concept(result.seiten, result.lauf, bestand)
        yield from check_page_references({*result.seiten, *baum.live_seiten}, bestand)


def _read_docs(
    docs: Path, baum: Zielbaum, result: Geprueft, fern: dict[str, Seite], befunde: list[Befund]
) -> set[str]:
    """Read all pages and return the paths of all other files; pages of another tree are apart."""
    others = set()
    for path in _files(docs):
        uri = path.relative_to(docs).as_posix()
        if path.suffix == ".md":
            pages = result.seiten if baum.hier(uri) else fern
            pages[uri] = read_page(path, uri, f"{DOCS}/{uri}")
        elif path.suffix.lower() in _ALLOWED and path.is_file() and not path.is_symlink():
            others.add(uri)
        elif uri not in (NAV_NAME, RENAMED_NAME):
            befunde.append(
                r.FREMDE_DATEI.befund(
                    Ort(f"{DOCS}/{uri}"),
                    f"Die Datei {posixpath.basename(uri)} wird hier nicht erwartet.",
                    f"Erlaubt sind .md, {', '.join(_ALLOWED)}",
                )
            )
    return others


def _freeze(result: Geprueft, baum: Zielbaum, bestand: Bestand, fern: dict[str, Seite]) -> None:
    """Lead macros, menu and links of a frozen tree to where the live pages are today."""
    apart, known = Makrolauf(bestand), set[str]()

    def anker(uri: str) -> Collection[str] | None:
        seite = result.seiten.get(uri) or fern.get(uri)
        if uri in fern and uri not in known:
            # Only the ids of a page of another tree are wanted; it is checked where it is built.
            known.add(uri)
            list(check_page(fern[uri], apart))
        return seite.anker if seite is not None else None

    wege = result.wege = Wege(baum, result.seiten, anker)
    result.lauf = Makrolauf(bestand, Baum(baum.fassung, baum.abgeloest, wege.weg), baum.gefroren)
    turn_nav(result.menue, lambda uri: wege.seite(uri) if is_live_page(uri) else uri)


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
    seite.aufrufe = tuple(zerlegt.aufrufe)
    own_terms = [str(a.args[0]) for a in zerlegt.aufrufe if a.name == "begriff" and a.args]
    linked: list[str] = []
    gerendert = render(
        zerlegt.markdown,
        verlinkt=(lambda root: linked.extend(lauf.begriffe.link(root, own_terms)))
        if wants_links(seite)
        else None,
    )
    seite.begriffe = (*linked, *dict.fromkeys(own_terms)) if seite.uri != GLOSSARY else ()
    seite.root = gerendert.root
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
