"""The menu in mkdocs' form; pages from data stay out of it but are built."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

import pathspec

from macros.model.page_path import address_for
from macros.pages.check import RENAMED_NAME
from macros.pages.comparisons import FOLDER as COMPARISONS
from macros.pages.nav import NAV_NAME
from macros.pages.neighbours import LIVE_FOLDER, is_live_page
from macros.pages.towns import FOLDER
from macros.site.order import Art
from macros.views.agreements import FOLDER as AGREEMENTS

if TYPE_CHECKING:
    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.structure.nav import Navigation

    from macros.pages.check import Geprueft
    from macros.site.order import Bauauftrag


def apply_nav(config: MkDocsConfig, pages: Geprueft, auftrag: Bauauftrag | None) -> None:
    """Set the menu of the site, and which files are no pages of it.

    Args:
        config: mkdocs' settings.
        pages: the checked pages with their menu.
        auftrag: what the build was ordered to become.
    """
    config.nav = pages.menue.nav
    # 1,000 generated pages in the menu make a build five times slower; they are linked instead.
    hidden = [f"/{folder}/*" for folder in (FOLDER, AGREEMENTS, COMPARISONS)]
    excluded = [f"/{NAV_NAME}", f"/{RENAMED_NAME}"]
    if auftrag is not None and auftrag.fassung is not None:
        # The menu was decided with the Fassung; live pages have come since then.
        written = pages.seiten.keys() - {seite.uri for seite in pages.erzeugt}
        hidden += [f"/{_quoted(uri)}" for uri in sorted(written - pages.menue.seiten.keys())]
    if auftrag is not None and auftrag.art is Art.ABGELOEST:
        excluded.append(f"/{LIVE_FOLDER}")
        config.nav = _with_addresses(pages.menue.nav, _live_address(auftrag))
    config.not_in_nav = pathspec.GitIgnoreSpec.from_lines(hidden)
    config.exclude_docs = pathspec.GitIgnoreSpec.from_lines(excluded)


def make_relative(nav: Navigation, auftrag: Bauauftrag) -> None:
    """Make the menu's addresses of live pages relative, so that the site can move.

    mkdocs calls a relative address that leads out of its tree an error, but takes full ones.

    Args:
        nav: the menu as mkdocs has built it.
        auftrag: what the build was ordered to become.
    """
    full = _live_address(auftrag)
    items: list[Any] = list(nav.items)
    while items:
        item = items.pop()
        items.extend(item.children or ())
        if item.is_link and item.url.startswith(full):
            item.url = auftrag.live + item.url.removeprefix(full)


def _with_addresses(entries: list[Any], live: str) -> list[Any]:
    turned: list[Any] = []
    for entry in entries:
        title, value = next(iter(entry.items()))
        if isinstance(value, list):
            turned.append({title: _with_addresses(value, live)})
        else:
            turned.append({title: live + address_for(value) if is_live_page(value) else value})
    return turned


def _live_address(auftrag: Bauauftrag) -> str:
    return auftrag.adresse_von(auftrag.aktuelle) if auftrag.aktuelle else auftrag.adresse


def _quoted(uri: str) -> str:
    return re.sub(r"([\\*?\[\]!# ])", r"\\\1", uri)
