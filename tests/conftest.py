"""What all tests share: the project's root, and the switch that rewrites golden files."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption(
        "--golden-schreiben",
        action="store_true",
        help="write golden files anew instead of comparing (same as GOLDEN_SCHREIBEN=1)",
    )


def pytest_configure(config: pytest.Config) -> None:
    if config.getoption("--golden-schreiben"):
        os.environ["GOLDEN_SCHREIBEN"] = "1"


@pytest.fixture(scope="session")
def root() -> Path:
    """The project's root folder."""
    return ROOT
