"""Chapters as plain text, and wordings from archives without any tag."""

from __future__ import annotations

import shutil
import subprocess
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from macros.compare.blocks import plain, sections
from macros.compare.comparison import compare, pairs
from macros.history.wordings import read_wordings
from macros.model.bestand import Bestand
from macros.model.load_region import load_region
from macros.model.wordings import ENTWURF, Wortlaut, Wortlaute
from macros.publish.archive import archive_name, build_archive, read_archive
from tests.stichtag import STICHTAG

ROOT = Path(__file__).resolve().parents[2]
SLUG = "musterkreis"
FASSUNGEN = ["2025.1", "2025.2", "2026.1", "2026.2"]


@pytest.mark.parametrize(
    ("markdown", "text"),
    [
        ("Ein **fetter** und ein *schräger* Text", "Ein fetter und ein schräger Text"),
        ("[Ziel](a.md#b) und [**fett**](x)", "Ziel und fett"),
        ("![Ein Bild](b.png) davor", "Ein Bild davor"),
        ("`code` und [QS-S-01](#qs-s-01)", "code und QS-S-01"),
        ("2 * 3 * 4 bleibt, a_b_c auch", "2 * 3 * 4 bleibt, a_b_c auch"),
        ("Fußnote[^1] fort", "Fußnote fort"),
        ("&amp; &lt;b&gt; \\*", "& <b> *"),
        ("Wege { .wege }", "Wege"),
        ("§\u00a08a bleibt", "§\u00a08a bleibt"),
    ],
)
def test_inline_markup_goes(markdown: str, text: str) -> None:
    assert plain(markdown) == text


def test_a_page_is_cut_where_a_reader_would_cut_it() -> None:
    markdown = """
# Titel

Erster Satz.
Noch derselbe Absatz.

## Liste { #liste }

- eins
  geht weiter
- zwei

Begriff
:   Erklärung

!!! note "Kasten"

    Inhalt

> **Beispiel:** Zitat

| A | B |
| --- | --- |
| 1 | 2 |

```
# keine Überschrift
```

{{ standard("qs-s-01") }}

### Klein

{{ begriff("asd", "dem ASD") }} hilft.
"""
    found = sections(markdown, lambda name, args: args[-1] if name == "begriff" else "")
    assert [(a.titel, a.ebene) for a in found] == [("", 1), ("Liste", 2), ("Klein", 3)]
    assert found[0].bloecke == ("Erster Satz. Noch derselbe Absatz.",)
    assert found[1].bloecke == (
        "eins geht weiter", "zwei", "Begriff: Erklärung", "Kasten", "Inhalt", "Beispiel: Zitat",
        "A | B", "1 | 2", "# keine Überschrift",
    )  # fmt: skip
    assert found[2].bloecke == ("dem ASD hilft.",)


@pytest.fixture(scope="module")
def bestand() -> Bestand:
    found = load_region(ROOT, SLUG, STICHTAG).bestand
    assert found is not None
    return found


@pytest.fixture
def clone(tmp_path: Path) -> Path:
    """What a shallow clone holds: files, no repository, no tag."""
    for part in ("docs", "data/katalog", f"data/regionen/{SLUG}/wortlaut"):
        shutil.copytree(ROOT / part, tmp_path / part)
    return tmp_path


def test_all_fassungen_are_read_from_their_archives(clone: Path, bestand: Bestand) -> None:
    found = read_wordings(clone, bestand)
    assert [w.name for w in found.staende] == [*FASSUNGEN, ENTWURF]
    assert found.umbenannt["schulkonzept.md"] == "konzept-schreiben.md"
    assert all(w.standards and w.begriffe and w.kapitel for w in found.staende)


def test_what_does_not_hold_yet_is_only_read_on_demand(clone: Path, bestand: Bestand) -> None:
    early = replace(bestand, stichtag=date(2026, 7, 1))
    assert [w.name for w in read_wordings(clone, early).fassungen] == FASSUNGEN[:2]
    assert [w.name for w in read_wordings(clone, early, alle=True).fassungen] == FASSUNGEN


def test_a_broken_archive_leaves_the_others(clone: Path, bestand: Bestand) -> None:
    (clone / archive_name(SLUG, "2025.2")).write_bytes(b"kaputt")
    names = [w.name for w in read_wordings(clone, bestand).fassungen]
    assert names == ["2025.1", "2026.1", "2026.2"]


def test_a_fassung_without_archive_is_read_from_its_tag(clone: Path, bestand: Bestand) -> None:
    archive = clone / archive_name(SLUG, "2025.1")
    files = read_archive(archive.read_bytes(), SLUG)
    archive.unlink()
    old = clone.parent / "alt"
    for name, data in files.items():
        (old / name).parent.mkdir(parents=True, exist_ok=True)
        (old / name).write_bytes(data)

    def git(*args: str) -> None:
        subprocess.run(["git", "-C", str(old), *args], check=True, capture_output=True)

    git("init", "-q")
    git("add", ".")
    git("-c", "user.name=x", "-c", "user.email=x@example.org", "commit", "-qm", "alt")
    git("tag", "fassung-2025.1")
    shutil.move(str(old / ".git"), str(clone / ".git"))
    assert [w.name for w in read_wordings(clone, bestand).fassungen] == FASSUNGEN


def test_corrections_hold_in_comparisons_as_well(clone: Path, bestand: Bestand) -> None:
    secret = "Was Schulsozialarbeit ist"
    (clone / f"data/regionen/{SLUG}/wortlaut/berichtigungen.yml").write_text(
        '- id: eins\n  fassung: "2025.1"\n  quelle: docs/was-schulsozialarbeit-ist.md\n'
        f'  datum: "2026-11-20"\n  grund: Ein Name war zu viel.\n  ersetzungen:\n'
        f"    - alt: {secret}\n      neu: Etwas anderes\n",
        encoding="utf-8",
    )
    found = read_wordings(clone, bestand).finde("2025.1")
    assert found is not None
    assert found.kapitel["was-schulsozialarbeit-ist.md"].titel == "Etwas anderes"


def test_the_draft_of_a_publication_comes_with_it(clone: Path, bestand: Bestand) -> None:
    files = {"docs/neu.md": b'---\ntitle: "Neu"\n---\n\nNeu ist das.\n'}
    (clone / archive_name(SLUG, ENTWURF)).write_bytes(build_archive(files))
    draft = read_wordings(clone, bestand).finde(ENTWURF)
    assert draft is not None
    assert list(draft.kapitel) == ["neu.md"]


def test_one_changed_sentence_of_a_chapter_is_exactly_one_change(
    clone: Path, bestand: Bestand
) -> None:
    """Whoever changes one sentence finds one change, with just its words marked."""
    file = clone / "docs/rahmenbedingungen/raeume-und-ausstattung.md"
    before = read_wordings(clone, bestand)
    text = file.read_text(encoding="utf-8")
    kapitel = before.staende[-1].kapitel["rahmenbedingungen/raeume-und-ausstattung.md"]
    sentence = kapitel.abschnitte[1].bloecke[0].split(". ")[0]
    assert text.count(sentence) == 1
    file.write_text(text.replace(sentence, f"{sentence} und noch mehr"), encoding="utf-8")
    after = read_wordings(clone, bestand)
    told = compare(after, "2026.2", ENTWURF).aenderungen
    known = compare(before, "2026.2", ENTWURF).aenderungen
    new = [a for a in told if a not in known]
    assert len(new) == 1
    assert [s.text for s in new[0].stellen[0].stuecke[1] if s.anders] == ["und noch mehr"]


def _empty(*names: str) -> Wortlaute:
    return Wortlaute(tuple(Wortlaut(name, {}, {}, {}) for name in names))


def test_any_two_fassungen_are_compared_and_each_with_the_draft() -> None:
    assert pairs(_empty("2025.1", "2025.2", "2026.1", ENTWURF)) == [
        ("2025.1", "2025.2"), ("2025.1", "2026.1"), ("2025.2", "2026.1"),
        ("2025.1", ENTWURF), ("2025.2", ENTWURF), ("2026.1", ENTWURF),
    ]  # fmt: skip
    assert pairs(_empty(ENTWURF)) == []


def test_a_new_fassung_takes_no_comparison_away() -> None:
    names = [f"20{n}.1" for n in range(10, 20)]
    before, after = (set(pairs(_empty(*names[:count], ENTWURF))) for count in (9, 10))
    assert before < after
