"""The menu in mkdocs' form; pages from data stay out of it but are built."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pathspec

from macros.pages.nav import NAV_NAME
from macros.pages.towns import FOLDER

if TYPE_CHECKING:
    from mkdocs.config.defaults import MkDocsConfig

    from macros.pages.nav import Menue


def apply_nav(config: MkDocsConfig, menue: Menue) -> None:
    """Set the menu of the site.

    Args:
        config: mkdocs' settings.
        menue: the menu as read from ``docs/nav.yml``.
    """
    config.nav = menue.nav
    # 1,000 generated pages in the menu make a build five times slower; they are linked instead.
    config.not_in_nav = pathspec.GitIgnoreSpec.from_lines([f"/{FOLDER}/*"])
    config.exclude_docs = pathspec.GitIgnoreSpec.from_lines([f"/{NAV_NAME}"])
