"""The same finished pages with the theme as Material ships it: what our frame is compared with."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

from macros.model.bestand import Bestand
from macros.pages.check import Geprueft
from tests.leistung.plain_site import write_plain_site

VERSION = "2026.1"


def write_stock_project(root: Path, folder: Path, bestand: Bestand, pages: Geprueft) -> None:
    """Write a mkdocs project with Material's own theme, as its manual sets it up.

    Args:
        root: the project whose pages are used.
        folder: empty folder for the project.
        bestand: the region's data.
        pages: the checked pages of the region.
    """
    write_plain_site(root, folder, bestand, pages)
    config = json.loads((folder / "mkdocs.yml").read_text(encoding="utf-8"))
    config["theme"] = {
        "name": "material",
        "language": "de",
        "palette": [
            {"scheme": "default", "toggle": {"icon": "material/weather-sunny", "name": "Dunkel"}},
            {"scheme": "slate", "toggle": {"icon": "material/weather-night", "name": "Hell"}},
        ],
    }
    # The list of versions as mike and Material do it together.
    config["extra"] = {"version": {"provider": "mike"}}
    del config["hooks"]
    (folder / "mkdocs.yml").write_text(json.dumps(config), encoding="utf-8")


def as_version(site: Path, served: Path) -> None:
    """Put a built site where mike would: in the folder of its version, the list beside it.

    Args:
        site: the built site.
        served: empty folder that a server shows.
    """
    shutil.copytree(site, served / VERSION)
    versions = [{"version": VERSION, "title": VERSION, "aliases": ["aktuell"]}]
    (served / "versions.json").write_text(json.dumps(versions), encoding="utf-8")
