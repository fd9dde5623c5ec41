"""The region that ships with the project, published with all its Fassungen."""

from __future__ import annotations

import json

import pytest

from macros.exports.kinderschutz_file import DATEI as PHONE
from macros.publish.publish import Ergebnis

from .project import public
from .shipped import Shipped

FASSUNGEN = ("2025.1", "2025.2", "2026.1", "2026.2")


@pytest.fixture(scope="module")
def published(shipped: Shipped) -> tuple[Ergebnis, dict[str, bytes]]:
    return shipped.ergebnis, public(shipped.ziel)


def test_all_fassungen_and_the_draft_are_published(
    published: tuple[Ergebnis, dict[str, bytes]],
) -> None:
    done, files = published
    assert done.fassungen == ("entwurf", *reversed(FASSUNGEN))
    assert not [b for b in done.befunde if b.rule.startswith("R-8")]
    versions = json.loads(files["versions.json"])
    assert [v["version"] for v in versions] == list(done.fassungen)
    for name in done.fassungen:
        assert f"{name}/index.html" in files


def test_live_pages_exist_once_and_in_the_draft(
    published: tuple[Ergebnis, dict[str, bytes]],
) -> None:
    _, files = published
    page = "service/kontakte/index.html"
    for name in (*FASSUNGEN[:-1], "aktuell"):
        assert b'http-equiv="refresh"' in files[f"{name}/{page}"]
    for name in (FASSUNGEN[-1], "entwurf"):
        assert b'http-equiv="refresh"' not in files[f"{name}/{page}"]


def test_the_file_for_the_phone_lies_wherever_it_was_linked_and_is_of_today(
    published: tuple[Ergebnis, dict[str, bytes]],
) -> None:
    _, files = published
    found = [files[f"{name}{PHONE}"] for name in ("", "aktuell/", *(f"{n}/" for n in FASSUNGEN))]
    assert len(set(found)) == 1
    assert b"sha256-" in found[0]


def test_a_chapter_renamed_between_fassungen_leads_on(
    published: tuple[Ergebnis, dict[str, bytes]],
) -> None:
    _, files = published
    assert b'http-equiv="refresh"' not in files["2025.2/schulkonzept/index.html"]
    # Renamed twice: each Fassung knows the name of its time.
    assert b"konzept-schreiben/" in files["2026.1/schulkonzept/index.html"]
    assert b"2026.2/konzept/weg/" in files["schulkonzept/index.html"]
    assert b"2026.2/konzept/weg/" in files["aktuell/schulkonzept/index.html"]


def test_the_wording_differs_and_the_theme_does_not(
    published: tuple[Ergebnis, dict[str, bytes]],
) -> None:
    _, files = published
    standards = {files[f"{name}/standards/index.html"] for name in FASSUNGEN}
    assert len(standards) == len(FASSUNGEN)
    styles = {files[f"{name}/assets/css/rahmenkonzept.css"] for name in FASSUNGEN}
    assert len(styles) == 1


def test_comparisons_stand_beside_the_live_pages_and_know_the_draft(
    published: tuple[Ergebnis, dict[str, bytes]],
) -> None:
    _, files = published
    for name in (FASSUNGEN[-1], "entwurf"):
        assert "verschärft" in files[f"{name}/service/fassungen/2025.2-2026.1/index.html"].decode()
        draft = json.loads(files[f"{name}/service/fassungen/2026.2-entwurf.json"])
        assert (draft["von"], draft["nach"]) == ("2026.2", "entwurf")
        assert files[f"{name}/service/muster/synopse/2026.2-entwurf.docx"].startswith(b"PK")
    old = files["2026.1/service/fassungen/2025.2-2026.1/index.html"]
    assert b'http-equiv="refresh"' in old
