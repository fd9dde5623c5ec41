"""What assistive technology hears of each page type equals a file that a person has read."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Final

import pytest
from playwright.sync_api import Browser

from .built_site import Site
from .tree import condensed
from .visit import visiting

GOLDEN: Final = Path(__file__).parent / "golden"


def _file(path: str, width: int) -> Path:
    name = path.strip("/").removesuffix(".html").replace("/", "-") or "start"
    return GOLDEN / f"{name}-{width}.txt"


@pytest.mark.parametrize("width", [1280, 320])
def test_the_tree_is_the_reviewed_one(browser: Browser, musterkreis: Site, width: int) -> None:
    different: dict[str, list[str]] = {}
    written = set()
    with visiting(browser, musterkreis, width=width) as visit:
        for path in musterkreis.page_types():
            visit.open(path)
            found = condensed(visit.page.locator("body").aria_snapshot())
            file = _file(path, width)
            written.add(file)
            if os.environ.get("GOLDEN_SCHREIBEN"):
                file.parent.mkdir(exist_ok=True)
                file.write_text(found, encoding="utf-8")
            if file.read_text(encoding="utf-8") != found:
                old = file.read_text(encoding="utf-8").splitlines()
                different[file.name] = [
                    f"neu: {line.strip()}" for line in found.splitlines() if line not in old
                ] + [f"fehlt: {line.strip()}" for line in old if line not in found.splitlines()]
    assert different == {}
    assert set(GOLDEN.glob(f"*-{width}.txt")) == written


def test_a_change_of_role_name_or_order_shows() -> None:
    lines = ["- main:", '  - heading "Hilfe" [level=1]', "  - paragraph: Text", '  - link "Mehr":']
    page = "\n".join([*lines, "    - /url: a"])
    tree = condensed(page)
    assert tree == 'main\n  heading "Hilfe" [level=1]\n  paragraph\n  link "Mehr"\n'
    assert condensed(page.replace("Text", "Anderer Text")) == tree
    for old, new in (("Hilfe", "Hilfen"), ("link", "button"), ("level=1", "level=2")):
        assert condensed(page.replace(old, new)) != tree


def test_equal_rows_stand_for_one_another() -> None:
    rows = "\n".join(f'  - row "Schule {n}":\n    - cell "a {n}"' for n in range(9))
    assert condensed(f'- table "Schulen":\n{rows}') == (
        'table "Schulen"\n  row\n    cell\n  row\n    cell\n  … 7 × row\n'
    )
