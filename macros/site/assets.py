"""The theme's files as they are published: one style sheet, and nothing of Material we do not load.

Each style sheet of its own would be a request of its own before the page can be shown.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from mkdocs.structure.files import File

if TYPE_CHECKING:
    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.structure.files import Files

    from macros.site.design import Logo

STYLESHEET: Final = "assets/css/rahmenkonzept.css"
_FOLDER: Final = "assets/css/"
_FIRST: Final = "tokens"
_LAST: Final = "print"
# The order decides where two rules weigh the same. Sheets that are not named here come before the
# one for paper.
SHEETS: Final = (
    *(_FIRST, "base", "frame", "start", "versions", "navigation", "cards", "components"),
    *("blocks", "filter", "pictures", "begriffe", "standards", "tables", "search"),
)
# Of Material we load the search worker and the German word stems it fetches.
_MATERIAL: Final = ("assets/javascripts/", "assets/stylesheets/", "assets/images/")
_KEPT: Final = (
    "assets/javascripts/workers/search.",
    "assets/javascripts/lunr/min/lunr.stemmer.support.min.js",
    "assets/javascripts/lunr/min/lunr.de.min.js",
)


def drop_unused(files: Files, config: MkDocsConfig) -> None:
    """Take Material's files that no page loads from the build.

    Args:
        files: all files of the site; pictures of authors below the same folders stay.
        config: mkdocs' settings.
    """
    docs = config.docs_dir
    for file in list(files):
        from_theme = not (file.abs_src_path or docs).startswith(docs)
        unused = file.src_uri.startswith(_MATERIAL) and not file.src_uri.startswith(_KEPT)
        if from_theme and (unused or file.src_uri.endswith(".map")):
            files.remove(file)


def join_styles(files: Files, config: MkDocsConfig, colours: str) -> None:
    """Put the theme's style sheets and the region's colours into one file.

    Args:
        files: all files of the site.
        config: mkdocs' settings.
        colours: the region's own colours; they follow the tokens they replace.
    """
    if files.get_file_from_path(f"{_FOLDER}{_FIRST}.css") is None:
        return  # another theme
    own = {
        file.src_uri.removeprefix(_FOLDER).removesuffix(".css"): file
        for file in files
        if file.src_uri.startswith(_FOLDER) and file.src_uri.endswith(".css")
    }
    others = sorted(set(own) - {*SHEETS, _LAST})
    parts: list[str] = []
    for name in (*SHEETS, *others, _LAST):
        if name not in own:
            continue
        parts.append(own[name].content_string)
        if name == _FIRST and colours:
            parts.append(f"/* The region's own colours */\n\n{colours}")
        files.remove(own[name])
    files.append(File.generated(config, STYLESHEET, content="\n".join(parts)))


def add_logo(files: Files, config: MkDocsConfig, logo: Logo) -> None:
    """Publish the region's logo."""
    files.append(File.generated(config, logo.pfad, content=logo.inhalt))
