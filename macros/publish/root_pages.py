"""What lies beside the trees: start page, error page, redirects, sitemap."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from macros.exports.comparison_files import ORDNER as COMPARISONS
from macros.model.german import date_text
from macros.model.records.region import Regionsstatus
from macros.publish.names import CURRENT, sort_key
from macros.publish.redirects import live_files, main_tree, redirects
from macros.site import csp
from macros.site.corrected import last_corrections
from macros.site.order import Art, book_name
from macros.views.formats import dateigroesse

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from macros.model.bestand import Bestand
    from macros.publish.assemble import Baum

_TEMPLATES: Final = Path(__file__).parent / "templates"
_STYLES: Final = ("assets/css/rahmenkonzept.css",)
_FILES: Final = ("start.css", "weiterleitung.css", "weiterleitung.js")
_ICON: Final = "assets/favicon.svg"
_CHILD_PROTECTION: Final = "service/kinderschutz/"
_LEGAL: Final = (
    ("Barriere melden", "service/barriere-melden/"),
    ("Barrierefreiheit", "service/barrierefreiheit/"),
    ("Datenschutz", "service/datenschutz/"),
    ("Impressum", "service/impressum/"),
)


def _environment() -> Environment:
    environment = Environment(
        loader=FileSystemLoader(_TEMPLATES),
        autoescape=True,
        undefined=StrictUndefined,
        keep_trailing_newline=True,
    )
    environment.filters["datum"] = date_text
    environment.globals["csp"] = csp
    return environment


ENVIRONMENT: Final = _environment()


def root_pages(
    bestand: Bestand, baeume: Sequence[Baum], adresse: str, umbenannt: Mapping[str, str]
) -> dict[str, bytes]:
    """Return all files that do not belong to a single tree, by path below the root.

    Args:
        bestand: the region's data of today.
        baeume: all trees of the publication.
        adresse: address of the publication, with a slash at its end.
        umbenannt: new page for each renamed one, paths below ``docs``.
    """
    main = main_tree(baeume)
    trees = {f"{b.name}/{path}" for b in baeume for path in b.dateien}
    files = {
        f"{address}index.html": _render("weiterleitung.html.j2", href=_way(address, target))
        for address, target in redirects(baeume, umbenannt).items()
        if f"{address}index.html" not in trees
    }
    files |= {path: data for path, data in live_files(baeume).items() if path not in trees}
    indexed: list[str] = []
    if main.art is Art.AKTUELL and bestand.region.status is not Regionsstatus.VORFUEHRUNG:
        # Comparisons quote what is no longer, or not yet, in force.
        pages = sorted(a for a in main.adressen if not a.startswith(f"{COMPARISONS}/"))
        indexed = [adresse, *(f"{adresse}{main.name}/{page}" for page in pages)]
    return files | {
        "index.html": _start_page(bestand, baeume, adresse),
        "404.html": main.fehlerseite,
        **{name: (_TEMPLATES / name).read_bytes() for name in _FILES},
        "robots.txt": _render("robots.txt.j2", adresse=adresse if indexed else ""),
        # The address stays, even where search engines shall not take up a single page.
        "sitemap.xml": _render("sitemap.xml.j2", adressen=indexed),
    }


def _way(address: str, target: str) -> str:
    """Return the relative way from one address to another, by way of the root."""
    return "../" * address.count("/") + target


def _start_page(bestand: Bestand, baeume: Sequence[Baum], adresse: str) -> bytes:
    main, region = main_tree(baeume), bestand.region
    by_name = {fassung.name: fassung for fassung in region.fassungen}
    published = {b.name: b.art for b in baeume}
    old = [name for name, art in published.items() if art is Art.ABGELOEST]
    future = [name for name in by_name if name not in published]
    folder = CURRENT if main.art is Art.AKTUELL else main.name

    def link(page: str) -> str:
        return f"{folder}/{page}" if page in main.adressen else ""

    return _render(
        "start.html.j2",
        titel=f"Rahmenkonzept Schulsozialarbeit {region.im_satz}",
        adresse=adresse,
        stichtag=bestand.stichtag,
        vorfuehrung=region.status is Regionsstatus.VORFUEHRUNG,
        aktuell=by_name[main.name] if main.art is Art.AKTUELL else None,
        aeltere=[by_name[name] for name in sorted(old, key=sort_key, reverse=True)],
        berichtigt=last_corrections(bestand),
        kuenftige=[by_name[name] for name in sorted(future, key=sort_key)],
        buecher={
            b.name: (
                f"{b.name}/{book_name(b.name)}",
                dateigroesse(len(b.dateien[book_name(b.name)])),
            )
            for b in baeume
            if book_name(b.name) in b.dateien
        },
        kinderschutz=link(_CHILD_PROTECTION),
        rechtliches=[(name, link(page)) for name, page in _LEGAL if link(page)],
        blaetter=[f"{main.name}/{path}" for path in _STYLES if path in main.dateien],
        symbol=f"{main.name}/{_ICON}" if _ICON in main.dateien else "",
    )


def _render(template: str, **values: Any) -> bytes:
    return ENVIRONMENT.get_template(template).render(values).encode()
