"""Files that come from data: pages of municipalities, open data. Nothing is written to docs."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from mkdocs.structure.files import File

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.structure.files import Files

    from macros.pages.source import Seite

_NO_PAGE: Final = ".datei"


def add_pages(files: Files, config: MkDocsConfig, seiten: Iterable[Seite]) -> None:
    """Add the generated pages; their text is read in ``on_page_read_source``."""
    for seite in seiten:
        files.append(File.generated(config, seite.uri, content=seite.text))


def add_exports(files: Files, config: MkDocsConfig, exports: Mapping[str, str | bytes]) -> None:
    """Add files that are published as they are.

    Args:
        files: the files of the site.
        config: mkdocs' settings.
        exports: content by path below the site's root.
    """
    for uri, content in exports.items():
        # Under its own name mkdocs would take a Markdown file for download as a page.
        file = File.generated(config, f"{uri}{_NO_PAGE}", content=content)
        file.dest_uri = uri
        files.append(file)
