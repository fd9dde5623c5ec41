"""Which page of another Fassung a reader is led to."""

from __future__ import annotations

import pytest

from macros.model.page_path import address_for, uris_for
from macros.pages.neighbours import Nachbar, nearest_page

ALT = {"index.md", "konzept.md", "qualitaet.md", "teil/index.md", "teil/a.md"}
NEU = {"index.md", "konzept-schreiben.md", "standards/index.md", "standards/liste.md", "teil.md"}
UMBENANNT = {
    "konzept.md": "konzept-erarbeiten.md",
    "konzept-erarbeiten.md": "konzept-schreiben.md",
    "qualitaet.md": "standards/liste.md",
    "kreis-a.md": "kreis-b.md",
    "kreis-b.md": "kreis-a.md",
    "frueher.md": "weg/heute.md",
}

CASES = [
    # page, pages of the other tree, where the reader goes on, whether it is the same page
    ("index.md", NEU, "index.md", True),
    ("standards/index.md", NEU, "standards/index.md", True),
    ("konzept.md", NEU, "konzept-schreiben.md", True),
    ("konzept-schreiben.md", ALT, "konzept.md", True),
    ("konzept-erarbeiten.md", ALT, "konzept.md", True),
    ("qualitaet.md", NEU, "standards/liste.md", True),
    ("standards/liste.md", ALT, "qualitaet.md", True),
    ("standards/neu.md", NEU, "standards/index.md", False),
    ("standards/tief/er/neu.md", NEU, "standards/index.md", False),
    ("standards/index.md", ALT, "index.md", False),
    ("teil/b.md", ALT, "teil/index.md", False),
    ("teil/b.md", NEU, "teil.md", False),
    ("teil/index.md", NEU, "teil.md", False),
    ("frueher.md", NEU | {"weg/index.md"}, "weg/index.md", False),
    ("kreis-a.md", NEU, "index.md", False),
    ("kreis-a.md", {"index.md", "kreis-b.md"}, "kreis-b.md", True),
    ("teilweise.md", ALT, "index.md", False),
    ("gibt-es-nicht.md", NEU, "index.md", False),
]


@pytest.mark.parametrize(
    ("uri", "seiten", "ziel", "gleich"), CASES, ids=[str(number) for number in range(len(CASES))]
)
def test_nearest_page(uri: str, seiten: set[str], ziel: str, gleich: bool) -> None:
    assert nearest_page(uri, seiten, UMBENANNT) == Nachbar(ziel, gleich)


@pytest.mark.parametrize(
    ("uri", "address"),
    [
        ("index.md", ""),
        ("glossar.md", "glossar/"),
        ("standards/index.md", "standards/"),
        ("service/hilfe/makros.md", "service/hilfe/makros/"),
    ],
)
def test_address_and_back(uri: str, address: str) -> None:
    assert address_for(uri) == address
    assert uri in uris_for(address)
