"""The chapters of a Fassung for the book: in the order of its menu, macros run, no contacts.

What of a chapter is of today would be stale on the day after printing. In its place stands the
address where it is kept up to date.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final

from markupsafe import Markup

from macros.model.bestand import Bestand
from macros.model.page_path import address_for
from macros.model.records import Region
from macros.pages import urls
from macros.pages.calls import take_apart
from macros.pages.foot import foot_of
from macros.pages.links import target_of
from macros.pages.nav import menu_of
from macros.pages.neighbours import is_live_page
from macros.pages.placeholders import insert
from macros.pages.region_texts import text_html
from macros.pages.renderer import render
from macros.pages.source import parse_page
from macros.publish.book.templating import fragment
from macros.publish.wording_of import frozen_catalogue
from macros.views.ansicht import Ansicht, Baum
from macros.views.registry import REGISTRY, call

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from datetime import date

    from macros.model.records.region import Fassung
    from macros.pages.calls import Aufruf
    from macros.pages.source import Seite
    from macros.views.registry import Fragment

_DOCS: Final = "docs/"
_MENU: Final = f"{_DOCS}nav.yml"
# Where each kind of today's data is shown; everything else is found from the directories.
_PLACES: Final = {
    "kontakt": "service/kontakte/",
    "kontakt_zeile": "service/kontakte/",
    "kontakte": "service/kontakte/",
    "kinderschutz": "service/kinderschutz/",
    "organisation": "service/netzwerk/",
    "organisationen": "service/netzwerk/",
    "schulen": "service/schulen/",
    "stellen": "service/schulen/",
    "gemeinden": "service/schulen/",
    "zustaendige": "service/wer-ist-zustaendig/",
    "zustaendigkeiten": "service/wer-ist-zustaendig/",
}
_DIRECTORIES: Final = "service/verzeichnisse/"
# A book has its day on the cover.
_LEFT_OUT: Final = frozenset({"stand_heute"})


@dataclass(frozen=True)
class Kapitel:
    """A chapter of the book.

    Attributes:
        uri: path of its page below ``docs``.
        titel: its title.
        nummer: its number in the outline; older Fassungen have none.
        bindung: how binding it is: verbindlich, anzupassen, information, or empty.
        html: its text; addresses inside the site are seen from the site's root.
    """

    uri: str
    titel: str
    nummer: str
    bindung: str
    html: Markup


@dataclass(frozen=True)
class Teil:
    """A part of the book, as the menu groups the chapters.

    Attributes:
        titel: name of the group; empty for chapters outside any group.
        kapitel: its chapters.
    """

    titel: str
    kapitel: tuple[Kapitel, ...]


def parts_of(
    files: Mapping[str, bytes], region: Region, fassung: Fassung | None, stichtag: date
) -> list[Teil]:
    """Return the chapters of a Fassung or of the draft, in parts.

    Args:
        files: the frozen part by path relative to the project's root.
        region: the region; its name and Land stand in the text.
        fassung: the Fassung; None: the draft.
        stichtag: the day for which the draft is made; a Fassung is always of its first day.

    Raises:
        WordingError: the catalogue has a Fehler.
        MakroFehler: a chapter calls what its catalogue does not hold.
    """
    day = fassung.gueltig_ab if fassung else stichtag
    katalog, _ = frozen_catalogue(files, day)
    bestand = Bestand(day, {**katalog.tables, Region: {region.id: region}}, texte=katalog.texte)
    ansicht = Ansicht(bestand, "", baum=Baum(fassung, abgeloest=False, weg=str), markdown=text_html)
    seiten = {
        uri: parse_page(data, uri, path)
        for path, data in files.items()
        if path.endswith(".md")
        and (uri := path.removeprefix(_DOCS)) != path
        and not is_live_page(uri)
    }
    parts = []
    rest = dict(seiten)
    for titel, uris in _groups(files.get(_MENU, b"")):
        kapitel = tuple(_kapitel(rest.pop(uri), ansicht) for uri in uris if uri in rest)
        if kapitel:
            parts.append(Teil(titel, kapitel))
    if rest:
        parts.append(Teil("", tuple(_kapitel(seite, ansicht) for seite in rest.values())))
    return parts


def _groups(menu: bytes) -> Iterator[tuple[str, list[str]]]:
    """Yield the groups of a menu with their pages; a page outside is a group without a name."""
    for entry in menu_of(menu, _MENU).nav:
        title, value = next(iter(entry.items()))
        yield (title, list(_pages(value))) if isinstance(value, list) else ("", [value])


def _pages(entries: list[Any]) -> Iterator[str]:
    for entry in entries:
        value = next(iter(entry.values()))
        if isinstance(value, list):
            yield from _pages(value)
        else:
            yield value


def _kapitel(seite: Seite, ansicht: Ansicht) -> Kapitel:
    zerlegt = take_apart(seite)
    fragments: list[Fragment] = []
    for aufruf in zerlegt.aufrufe:
        fragments.append(_piece(aufruf, ansicht))
        ansicht = ansicht.nach(fragments[-1].anker)

    def turned(href: str) -> str | None:
        """Lead a link to its place below the site's root."""
        if not urls.is_internal(href) or href.startswith("#"):
            return None
        href = urls.decoded(href)
        target, anchor = target_of(seite.uri, href), href.partition("#")[2]
        place = (address_for(target) or "./") if target.endswith(".md") else target
        return f"{place}#{anchor}" if anchor else place

    body = insert(render(zerlegt.markdown, umlenkung=turned).html, fragments)
    foot = foot_of(seite, ansicht, {})
    return Kapitel(
        seite.uri,
        seite.kopf.get("title", ""),
        seite.kopf.get("kapitel", ""),
        seite.kopf.get("bindung", ""),
        # Both come from the renderer and the templates that escape; see SafeMarkdown.
        Markup(body) + (foot.html if foot else ""),
    )


def _piece(aufruf: Aufruf, ansicht: Ansicht) -> Fragment:
    """Return what a call gives in the book."""
    makro = REGISTRY[aufruf.name]
    if not makro.live:
        return call(ansicht, aufruf.name, aufruf.args, aufruf.kwargs)
    if aufruf.name in ("region", "fassung"):
        found = call(ansicht, aufruf.name, aufruf.args, aufruf.kwargs)
        if found.zeitlos:
            return found
    if aufruf.name in _LEFT_OUT:
        return fragment("nichts", inline=True)
    return fragment(
        "aktuell",
        inline=makro.inline,
        seite=_PLACES.get(aufruf.name, _DIRECTORIES),
        adresse=ansicht.bestand.region.adresse.rstrip("/"),
    )
