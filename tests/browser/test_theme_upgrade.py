"""An upgrade of Material that changes what we override must be looked at by a person."""

from __future__ import annotations

import hashlib
import json
from pathlib import Path
from typing import Final

import material
import pytest

from .built_site import ROOT

OVERRIDES: Final = ROOT / "overrides"
ORIGINALS: Final = Path(material.__file__).parent / "templates"
KNOWN: Final[dict[str, str]] = json.loads(
    Path(__file__).with_name("material_templates.json").read_text(encoding="utf-8")
)
TEMPLATES: Final = sorted(p.relative_to(OVERRIDES).as_posix() for p in OVERRIDES.rglob("*.html"))


def test_every_overridden_template_is_known() -> None:
    assert sorted(t for t in TEMPLATES if (ORIGINALS / t).exists()) == sorted(KNOWN)


@pytest.mark.parametrize("template", sorted(KNOWN))
def test_the_original_has_not_changed(template: str) -> None:
    found = hashlib.sha256((ORIGINALS / template).read_bytes()).hexdigest()
    assert found == KNOWN[template], (
        f"Material hat {template} geändert. Vergleichen Sie das Original mit overrides/{template}, "
        "übernehmen Sie, was nötig ist, und tragen Sie dann die neue Prüfsumme in "
        "tests/browser/material_templates.json ein."
    )


@pytest.mark.parametrize("template", TEMPLATES)
def test_every_override_says_why(template: str) -> None:
    text = (OVERRIDES / template).read_text(encoding="utf-8")
    assert text.startswith("{#-")
    assert "Warum" in text[: text.index("#}")]


def test_the_named_search_worker_is_the_one_material_ships() -> None:
    workers = [p.name for p in (ORIGINALS / "assets/javascripts/workers").glob("*.js")]
    search = (OVERRIDES / "partials/search.html").read_text(encoding="utf-8")
    assert [name for name in workers if f"workers/{name}'" in search] == workers
