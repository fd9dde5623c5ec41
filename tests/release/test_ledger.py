"""Ledgers: whatever is tampered with is found, and a correction is the only way around."""

import gzip
import json
from collections.abc import Callable
from pathlib import Path

import pytest

from macros.model.findings import Befund
from macros.model.load_region import load_region
from macros.pages import wording as wording_module
from macros.publish import ledger as ledger_module
from macros.publish.archive import (
    archive_name,
    build_archive,
    corrections_name,
    ledger_name,
    read_archive,
    sha256,
)
from macros.publish.corrections import Berichtigungen
from macros.publish.ledger import check_ledgers
from tests.publish.project import (
    REGION,
    STICHTAG,
    change,
    commit,
    git,
    public,
    publish_to,
    write,
)
from tests.stichtag import STICHTAG as TODAY

FASSUNG = "2025.1"
ARCHIVE, LEDGER = archive_name(REGION, FASSUNG), ledger_name(REGION, FASSUNG)


@pytest.fixture
def root(project: Path) -> Path:
    """The project without tags: only archives and ledgers prove the wording."""
    for tag in git(project, "tag").split():
        git(project, "tag", "-d", tag)
    return project


def _check(root: Path) -> list[Befund]:
    bestand = load_region(root, REGION, STICHTAG).bestand
    assert bestand is not None
    return check_ledgers(root, REGION, bestand.region.fassungen, STICHTAG)


def _repack(root: Path, change_files: Callable[[dict[str, bytes]], None]) -> None:
    """Change the archive and its checksum, as somebody would who wants to hide it."""
    files = read_archive((root / ARCHIVE).read_bytes(), REGION)
    change_files(files)
    data = build_archive(files)
    (root / ARCHIVE).write_bytes(data)
    ledger = json.loads((root / LEDGER).read_text(encoding="utf-8"))
    ledger["archiv"] = sha256(data)
    (root / LEDGER).write_text(json.dumps(ledger), encoding="utf-8")


def _page(name: str, old: str, new: str) -> Callable[[Path], None]:
    def tamper(root: Path) -> None:
        def replace(files: dict[str, bytes]) -> None:
            assert old.encode() in files[name]
            files[name] = files[name].replace(old.encode(), new.encode())

        _repack(root, replace)

    return tamper


def _new_page(root: Path) -> None:
    _repack(root, lambda files: files.update({"docs/neu.md": files["docs/konzept.md"]}))


def _lost_page(root: Path) -> None:
    def drop(files: dict[str, bytes]) -> None:
        del files["docs/konzept.md"]

    _repack(root, drop)


def _other_bytes(root: Path) -> None:
    data = (root / ARCHIVE).read_bytes()
    (root / ARCHIVE).write_bytes(data.replace(b"Beteiligten", b"Beteiligtem"))


def _compressed(root: Path) -> None:
    (root / ARCHIVE).write_bytes(gzip.compress((root / ARCHIVE).read_bytes()))


def _delete(name: str) -> Callable[[Path], None]:
    return lambda root: (root / name).unlink()


def _text(name: str, text: str) -> Callable[[Path], None]:
    return lambda root: write(root, {name: text})


def _ledger(field: str, value: object) -> Callable[[Path], None]:
    def tamper(root: Path) -> None:
        ledger = json.loads((root / LEDGER).read_text(encoding="utf-8"))
        if value is None:
            del ledger[field]
        else:
            ledger[field] = value
        (root / LEDGER).write_text(json.dumps(ledger), encoding="utf-8")

    return tamper


def _unlisted(root: Path) -> None:
    file = root / f"data/regionen/{REGION}/region.yml"
    lines = file.read_text(encoding="utf-8").split("\n")
    at = next(n for n, line in enumerate(lines) if '"2025.1"' in line)
    end = next(n for n, line in enumerate(lines) if '"2026.1"' in line)
    file.write_text("\n".join(lines[:at] + lines[end:]), encoding="utf-8")


TAMPERED: dict[str, tuple[Callable[[Path], None], str, str]] = {
    "ein-wort": (_page("docs/konzept.md", "allen", "vielen"), "R-859", "„konzept.md“ liest sich"),
    "ein-titel": (_page("docs/konzept.md", "title: Konzept", "title: Konzepte"), "R-859", "liest"),
    "ein-link": (_page("docs/konzept.md", "kontakte.md", "netzwerk.md"), "R-859", "liest sich"),
    "ein-makro": (_page("docs/index.md", "koordination", "bereitschaft"), "R-859", "„index.md“"),
    "neue-seite": (_new_page, "R-859", "„neu.md“ ist dazugekommen"),
    "seite-fehlt": (_lost_page, "R-859", "„konzept.md“ fehlt"),
    "archiv-bytes": (_other_bytes, "R-860", "Prüfsumme des Archivs"),
    "archiv-gepackt": (_compressed, "R-860", "Prüfsumme des Archivs"),
    "archiv-fehlt": (_delete(ARCHIVE), "R-802", "weder den Tag"),
    "archiv-leer": (_text(ARCHIVE, ""), "R-860", "Prüfsumme des Archivs"),
    "pruefbuch-fehlt": (_delete(LEDGER), "R-858", "fehlt das Prüfbuch"),
    "pruefbuch-kaputt": (_text(LEDGER, "{"), "R-858", "nicht lesen"),
    "pruefbuch-tief": (_text(LEDGER, "[" * 100_000), "R-858", "nicht lesen"),
    "pruefbuch-liste": (_text(LEDGER, "[]"), "R-858", "nicht die erwartete Form"),
    "pruefbuch-schema": (_ledger("schema", "2"), "R-858", "nicht die erwartete Form"),
    "pruefbuch-feld": (_ledger("archiv", None), "R-858", "nicht die erwartete Form"),
    "pruefbuch-mehr": (_ledger("mehr", "1"), "R-858", "nicht die erwartete Form"),
    "pruefbuch-name": (_ledger("fassung", "2026.1"), "R-858", "die Fassung „2026.1“"),
    "pruefbuch-leer": (_ledger("seiten", {}), "R-859", "sind dazugekommen"),
    "pruefbuch-summe": (_ledger("seiten", {"index.md": "x"}), "R-858", "erwartete Form"),
    "eintrag-fehlt": (_unlisted, "R-858", "Die Fassung 2025.1 steht nicht in region.yml"),
    "fremdes-archiv": (_text(archive_name(REGION, "2024.1"), "x"), "R-858", "2024.1 steht nicht"),
}


def test_untouched_ledgers_are_fine(root: Path, original: Path) -> None:
    assert _check(root) == []
    assert _check(original) == []


@pytest.mark.parametrize("case", TAMPERED)
def test_tampering_is_found(case: str, root: Path) -> None:
    tamper, rule, message = TAMPERED[case]
    tamper(root)
    befunde = _check(root)
    assert any(b.rule == rule and message in b.message for b in befunde), befunde
    assert all(b.stufe == "Fehler" and b.remedy for b in befunde)


def test_a_tag_that_differs_from_the_archive_is_found(project: Path) -> None:
    git(project, "tag", "-f", "fassung-2025.1", "fassung-2026.1^{}")
    (befund,) = _check(project)
    assert befund.rule == "R-860"
    assert "docs/konzept.md" in befund.message


def test_white_space_and_line_ends_of_the_source_are_no_wording(root: Path) -> None:
    _page("docs/konzept.md", "mit allen ", "mit\nallen ")(root)
    assert _check(root) == []


def test_a_program_that_renders_otherwise_is_found(
    root: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    real = wording_module.wording
    monkeypatch.setattr(
        wording_module, "wording", lambda *a: real(*a).replace("Beteiligten", "Beteiligte")
    )
    befunde = _check(root)
    assert [b.rule for b in befunde] == ["R-859", "R-859"]


def _correction(root: Path, **fields: str) -> None:
    entry = {
        "id": "b-1",
        "fassung": f'"{FASSUNG}"',
        "quelle": "docs/konzept.md",
        "datum": '"2026-11-20"',
        "grund": "Schreibfehler",
        "ersetzungen": "\n    - alt: Beteiligten\n      neu: Beteiligten dort",
    } | fields
    text = "\n".join(f"  {key}: {value}" for key, value in entry.items() if value)
    write(root, {corrections_name(REGION): "-" + text[1:] + "\n"})


def test_a_correction_needs_the_sum_it_is_told(root: Path) -> None:
    _correction(root)
    (befund,) = _check(root)
    assert befund.rule == "R-861"
    assert "„konzept.md“ liest sich durch die Berichtigung anders" in befund.message
    told = befund.remedy.replace("\n", "\n  ")
    _correction(root, seiten=told.removeprefix("seiten:"))
    assert _check(root) == []
    # The sum holds for this text alone.
    change(root, corrections_name(REGION), "Beteiligten dort", "Beteiligten hier")
    (befund,) = _check(root)
    assert "eine andere Prüfsumme" in befund.message


def test_a_line_is_corrected_without_repeating_it(root: Path) -> None:
    files = read_archive((root / ARCHIVE).read_bytes(), REGION)
    lines = files["docs/konzept.md"].decode().split("\n")
    number = next(n for n, line in enumerate(lines, 1) if "Beteiligten" in line)
    _correction(root, ersetzungen=f'\n    - zeile: "{number}"\n      neu: Sprechen Sie.')
    corrected, befunde = Berichtigungen(root, REGION).anwenden(FASSUNG, files)
    assert befunde == []
    assert corrected["docs/konzept.md"].decode().split("\n") == [
        *lines[: number - 1],
        "Sprechen Sie.",
        *lines[number:],
    ]
    assert {n for n in files if files[n] != corrected[n]} == {"docs/konzept.md"}


def test_a_passage_goes_away_where_nothing_new_is_given(root: Path) -> None:
    files = read_archive((root / ARCHIVE).read_bytes(), REGION)
    _correction(root, ersetzungen="\n    - alt: Sprechen Sie mit allen Beteiligten.")
    corrected, befunde = Berichtigungen(root, REGION).anwenden(FASSUNG, files)
    assert befunde == []
    assert b"Sprechen" not in corrected["docs/konzept.md"]


WRONG: dict[str, tuple[dict[str, str], str]] = {
    "fremde-fassung": ({"fassung": '"2024.1"'}, "Die Fassung 2024.1 gibt es"),
    "fremde-datei": ({"quelle": "docs/service/kontakte.md"}, "gehört nicht zum Wortlaut"),
    "pfad-hinaus": ({"quelle": "../../etc/passwd"}, "gehört nicht zum Wortlaut"),
    "text-fehlt": ({"ersetzungen": "\n    - alt: Vertag"}, "kommt in „docs/konzept.md“ nicht vor"),
    "zeile-fehlt": ({"ersetzungen": '\n    - zeile: "999"'}, "hat nur"),
    "beides": ({"ersetzungen": '\n    - zeile: "1"\n      alt: x'}, "entweder alt oder zeile"),
    "keins": ({"ersetzungen": "\n    - neu: x"}, "entweder alt oder zeile"),
    "unnoetig": (
        {
            "ersetzungen": "\n    - alt: Sprechen Sie\n      neu: Sprechen Sie",
            "seiten": f"\n    - seite: konzept.md\n      pruefsumme: {'0' * 64}",
        },
        "liest sich aber wie beschlossen",
    ),
}


@pytest.mark.parametrize("case", WRONG)
def test_a_wrong_correction_is_told(case: str, root: Path) -> None:
    fields, message = WRONG[case]
    _correction(root, **fields)
    befunde = _check(root)
    assert any(b.rule == "R-861" and message in b.message for b in befunde), befunde
    assert all(b.file == corrections_name(REGION) for b in befunde)


def test_no_page_of_the_shipped_region_reads_otherwise() -> None:
    root = Path(__file__).parents[2]
    bestand = load_region(root, "musterkreis", TODAY).bestand
    assert bestand is not None
    fassungen = bestand.region.fassungen
    assert [f.name for f in fassungen] == ["2025.1", "2025.2", "2026.1", "2026.2"]
    assert check_ledgers(root, "musterkreis", fassungen, TODAY) == []


def test_the_shipped_fassungen_really_differ() -> None:
    root = Path(__file__).parents[2]
    first, second, third = (
        read_archive((root / archive_name("musterkreis", name)).read_bytes(), "musterkreis")
        for name in ("2025.1", "2025.2", "2026.1")
    )
    standards = "data/katalog/standards.yml"
    assert "docs/schulkonzept.md" not in first
    assert "docs/schulkonzept.md" in second
    assert "docs/schulkonzept.md" not in third
    assert "docs/konzept-schreiben.md" in third
    assert b"id: qs-p-14" not in first[standards]
    assert b"id: qs-p-14" in second[standards]
    assert "höchstens drei Schulen".encode() in second[standards]
    assert "höchstens zwei Schulen".encode() in third[standards]
    assert b"    zurueckgezogen:" not in second[standards]
    assert b"    zurueckgezogen:" in third[standards]
    renamed = (root / "docs" / "umbenannt.yml").read_text(encoding="utf-8")
    assert "schulkonzept.md: konzept-schreiben.md" in renamed


def test_ledger_files_are_written_as_they_are_read(root: Path) -> None:
    read = ledger_module.read_ledger(root, REGION, FASSUNG)
    assert ledger_module.ledger_text(read) == (root / LEDGER).read_bytes()


@pytest.mark.usefixtures("kept_builds")
def test_a_correction_is_published_and_nothing_else_changes(root: Path, tmp_path: Path) -> None:
    publish_to(root, tmp_path / "ziel")
    before = public(tmp_path / "ziel")
    archive = (root / ARCHIVE).read_bytes()
    _correction(root)
    commit(root)
    refused = publish_to(root, tmp_path / "ziel")
    assert refused.release is None
    (befund,) = [b for b in refused.befunde if b.rule == "R-861"]
    _correction(root, seiten=befund.remedy.replace("\n", "\n  ").removeprefix("seiten:"))
    commit(root)
    assert publish_to(root, tmp_path / "ziel").neu
    after = public(tmp_path / "ziel")
    changed = {name for name in after if after[name] != before[name]}
    # Comparisons are live: the trees that carry them show the corrected wording too.
    compared = {
        f"{tree}/service/fassungen/2025.1-{other}/index.html"
        for tree in ("2026.1", "entwurf")
        for other in ("2026.1", "entwurf")
    }
    assert {name for name in changed if name.endswith(".html")} == {
        "2025.1/konzept/index.html",
        "index.html",
        *compared,
    }
    said = ', berichtigt am <time datetime="2026-11-20">20.\u00a0November\u00a02026</time></li>'
    assert said in after["index.html"].decode()
    assert said not in before["index.html"].decode()
    assert b"mit allen Beteiligten dort." in after["2025.1/konzept/index.html"]
    assert (root / ARCHIVE).read_bytes() == archive
