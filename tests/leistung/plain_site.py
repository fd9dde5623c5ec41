"""The same finished pages as plain Markdown: what building costs without macros and data.

Each macro call is replaced by its finished output, and a plain mkdocs with the same theme, the
same search and the same Markdown extensions builds the result.
"""

from __future__ import annotations

import json
import re
from datetime import date
from pathlib import Path
from typing import Any

from pydantic import BaseModel

from macros.model.bestand import Bestand
from macros.model.contact_values import Telefonnummer
from macros.model.german import date_text
from macros.model.verweis import Verweis
from macros.pages.calls import take_apart
from macros.pages.check import Geprueft
from macros.pages.placeholders import insert
from macros.pages.renderer import EXTENSION_CONFIGS, EXTENSIONS
from macros.site.context import rahmen_for

_HOOK = '''"""Gives the theme the values it shows, as plain texts."""
import json
from pathlib import Path
from types import SimpleNamespace

def on_config(config):
    text = (Path(config.config_file_path).parent / "rahmen.json").read_text(encoding="utf-8")
    config.extra["rahmen"] = json.loads(text, object_hook=lambda d: SimpleNamespace(**d))

def on_env(env, config, files):
    env.filters["datum"] = str
    env.filters["weg"] = str
'''


def write_plain_site(root: Path, folder: Path, bestand: Bestand, pages: Geprueft) -> None:
    """Write a plain mkdocs project that builds the same pages.

    Args:
        root: the project whose theme is used.
        folder: empty folder for the plain project.
        bestand: the region's data.
        pages: the checked pages of the region.
    """
    docs = folder / "docs"
    for uri, seite in pages.seiten.items():
        zerlegt = take_apart(seite)
        lauf = pages.lauf.seite(uri)
        fragments = [lauf.call(a.name, a.args, a.kwargs) for a in zerlegt.aufrufe]
        text = insert(zerlegt.markdown, fragments)
        target = docs / uri
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text(_head(seite.kopf) + _without_blank_lines_in_html(text), encoding="utf-8")
    settings = {
        "site_name": f"Rahmenkonzept Schulsozialarbeit {bestand.region.im_satz}",
        "site_url": f"{bestand.region.adresse.rstrip('/')}/",
        "theme": {
            "name": "material",
            "custom_dir": str(root / "overrides"),
            "language": "de",
            "font": False,
            "features": [],
        },
        "plugins": [{"search": {"lang": "de"}}],
        "hooks": ["hook.py"],
        "markdown_extensions": [{name: _plain_config(name)} for name in EXTENSIONS],
        "extra": {"generator": False},
    }
    (folder / "mkdocs.yml").write_text(json.dumps(settings), encoding="utf-8")
    (folder / "hook.py").write_text(_HOOK, encoding="utf-8")
    rahmen = _plain(vars(rahmen_for(bestand, vorschau=False)))
    (folder / "rahmen.json").write_text(json.dumps(rahmen), encoding="utf-8")


def _plain_config(extension: str) -> dict[str, Any]:
    """Return an extension's settings without functions, which no YAML file can hold."""
    settings = EXTENSION_CONFIGS.get(extension, {})
    return {key: value for key, value in settings.items() if not callable(value)}


def _head(kopf: Any) -> str:
    return "---\n" + "".join(f"{k}: {json.dumps(str(v))}\n" for k, v in kopf.items()) + "---\n\n"


def _without_blank_lines_in_html(text: str) -> str:
    return re.sub(r"(?<=>)\s*\n\s*(?=<)", "", text)


def _plain(value: Any) -> Any:
    if isinstance(value, Verweis):
        return _plain(value.ziel)
    if isinstance(value, Telefonnummer):
        return {"text": value.text, "uri": value.uri}
    if isinstance(value, BaseModel):
        return {key: _plain(part) for key, part in value.__dict__.items()}
    if isinstance(value, dict):
        return {key: _plain(part) for key, part in value.items()}
    if isinstance(value, (tuple, list)):
        return [_plain(part) for part in value]
    if isinstance(value, date):
        return date_text(value)
    return value if isinstance(value, (bool, int, str, type(None))) else str(value)
