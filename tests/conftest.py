"""What all tests share: the project's root, and the switch that rewrites golden files."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Final

import pytest

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Playwright

_ARGS: Final = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    # axe makes millions of short-lived objects; with room for them less time goes into clearing.
    "--js-flags=--min-semi-space-size=64 --max-semi-space-size=128",
)
ROOT = Path(__file__).resolve().parent.parent

# What takes a quarter of a minute and more begins first; short files fill the gaps at the end, when
# one processor would otherwise wait for the other.
_LONGEST_FIRST: Final = (
    "browser/test_views_wide.py",
    "browser/test_views_middle.py",
    "browser/test_views_narrow.py",
    "release/test_erase.py",
    "publish/test_faults.py",
    "site/test_site_build.py",
    "model/test_mutations.py",
    "publish/",
    "site/",
    "browser/",
    "fork/",
    "cli/",
    "sicherheit/test_chromium.py",
    "release/",
)


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption(
        "--golden-schreiben",
        action="store_true",
        help="write golden files anew instead of comparing (same as GOLDEN_SCHREIBEN=1)",
    )


def pytest_configure(config: pytest.Config) -> None:
    if config.getoption("--golden-schreiben"):
        os.environ["GOLDEN_SCHREIBEN"] = "1"


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    items.sort(key=lambda item: _place_in_line(item.path))


def _place_in_line(path: Path) -> int:
    name = path.relative_to(ROOT / "tests").as_posix()
    return next(
        (n for n, start in enumerate(_LONGEST_FIRST) if name.startswith(start)),
        len(_LONGEST_FIRST),
    )


@pytest.fixture(scope="session")
def root() -> Path:
    """The project's root folder."""
    return ROOT


@pytest.fixture(scope="session")
def shared(tmp_path_factory: pytest.TempPathFactory, worker_id: str) -> Path:
    """Return the folder in which all test processes keep the sites they have built."""
    own = tmp_path_factory.getbasetemp()
    return own if worker_id == "master" else own.parent


def launch() -> Browser:
    """Start a Chromium of its own; it ends with the process."""
    # Imported here, because most tests need no browser.
    from playwright.sync_api import sync_playwright

    return _start(sync_playwright().start())


def _start(playwright: Playwright) -> Browser:
    # Debian's shell is the same browser without the windows around its pages, and twice as fast.
    program = shutil.which("chromium-headless-shell") or "/usr/bin/chromium"
    return playwright.chromium.launch(executable_path=program, args=[*_ARGS])


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """Start Chromium once for each test process: Playwright allows one at a time."""
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        chromium = _start(playwright)
        yield chromium
        chromium.close()
