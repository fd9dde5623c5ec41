"""Small parts: steps, checksums, renamed pages, faults of the machine, findings of a build."""

from __future__ import annotations

import errno
from datetime import date
from pathlib import Path

import pytest

from macros.model.findings import Befund, Stufe
from macros.model.report import format_text
from macros.publish import build, checksums, faults, names, renames, steps
from macros.publish.archive import archive_name, is_frozen, read_archive
from macros.publish.main_state import Stand
from macros.publish.order_files import Baumplan, Werkstatt, draft_plan, fassung_plan
from macros.site.order import Art


def test_only_named_steps_exist() -> None:
    with pytest.raises(ValueError, match="kein Schritt"), steps.step("irgendwas"):
        pass


@pytest.mark.parametrize("when", ["before", "after"])
def test_a_failpoint_stops_before_or_after_the_work(
    when: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv(steps.VARIABLE, f"bauen:{when}")
    done = []
    with steps.step("sperren"):
        done.append("sperren")
    with pytest.raises(steps.FailpointError), steps.step("bauen"):
        done.append("bauen")
    assert done == ["sperren"] + (["bauen"] if when == "after" else [])


def test_checksums_can_be_checked_with_sha256sum(tmp_path: Path) -> None:
    files = {"b/ü.html": b"b", "a.html": b"a"}
    text = checksums.checksums(files)
    assert [line.split("  ")[1] for line in text.decode().splitlines()] == ["a.html", "b/ü.html"]
    (tmp_path / "b").mkdir()
    for name, data in files.items():
        (tmp_path / name).write_bytes(data)
    (tmp_path / checksums.NAME).write_bytes(text)
    assert checksums.damaged(tmp_path) == []
    (tmp_path / "a.html").write_bytes(b"x")
    (tmp_path / "b/ü.html").unlink()
    assert checksums.damaged(tmp_path) == ["a.html", "b/ü.html"]
    (tmp_path / checksums.NAME).write_bytes(b"Unsinn")
    assert checksums.damaged(tmp_path) == [checksums.NAME]


def test_renamed_pages_are_followed_to_the_last_name() -> None:
    found, befunde = renames.read_renames(b"a.md: b.md\nb.md: ordner/c.md\n")
    assert found == {"a.md": "b.md", "b.md": "ordner/c.md"}
    assert befunde == []
    assert renames.read_renames(None) == ({}, [])


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("a.md: b.html", "Hinter „a.md“ wird der Pfad einer Seite erwartet."),
        ("a.html: b.md", "„a.html“ ist kein Pfad einer Seite."),
        ("../a.md: b.md", "„../a.md“ ist kein Pfad einer Seite."),
        ("- a.md", "Hier wird „alte Seite: neue Seite“ erwartet."),
        ("a.md: b.md\nb.md: a.md", "Die Umbenennung von „a.md“ führt im Kreis."),
        ("a.md: [b.md]", "Hinter „a.md“ wird der Pfad einer Seite erwartet."),
    ],
)
def test_a_wrong_list_of_renamed_pages_is_explained(text: str, message: str) -> None:
    _, befunde = renames.read_renames(text.encode())
    assert message in [b.message for b in befunde]
    assert {b.rule for b in befunde} <= {"R-804"}


def test_addresses_and_order_of_names() -> None:
    assert names.page_address("index.md") == ""
    assert names.page_address("standards/index.md") == "standards/"
    assert names.page_address("konzept.md") == "konzept/"
    assert sorted(["2026.10", "2026.9", "2025.1"], key=names.sort_key) == [
        "2025.1",
        "2026.9",
        "2026.10",
    ]
    befunde = names.taken_addresses(["entwurf.md", "2026.1/x.md", "konzept.md"], ["2026.1"])
    assert [b.file for b in befunde] == ["docs/2026.1/x.md", "docs/entwurf.md"]


@pytest.mark.parametrize(
    ("code", "words"),
    [
        (errno.ENOSPC, "Speicherplatz reicht nicht"),
        (errno.EDQUOT, "Speicherplatz reicht nicht"),
        (errno.EROFS, "erlaubt nur Lesen"),
        (errno.EACCES, "keine Rechte"),
        (errno.ENOTDIR, "ist kein Ordner"),
    ],
)
def test_faults_of_the_machine_are_german(code: int, words: str) -> None:
    with (
        pytest.raises(faults.PublishFaultError, match=words) as caught,
        faults.in_german(Path("/ziel")),
    ):
        raise OSError(code, "English")
    assert "English" not in str(caught.value)
    assert "unverändert" in str(caught.value)


def test_a_mistake_of_ours_stays_one() -> None:
    with pytest.raises(OSError, match="EBADF"), faults.in_german(Path("/ziel")):
        raise OSError(errno.EBADF, "EBADF")


def _werkstatt(name: str, art: Art) -> Werkstatt:
    plan = Baumplan(name, art, None, {})
    return Werkstatt(plan, Path("/arbeit") / name, Path("/arbeit/x.json"))


BEFUNDE = [
    Befund(Stufe.FEHLER, "docs/a.md", 3, 7, "", "R-401", "Eins.\nZwei.", "so: a\nund so"),
    Befund(Stufe.WARNUNG, "docs/b c.md", 1, 1, "", "R-402", "Drei, Zeile 4.", "anders"),
]


def test_findings_of_a_build_come_back_as_findings() -> None:
    said = f"INFO -  Start\n{format_text(BEFUNDE)}\nAborted with 2 warnings\n"
    assert build.parse_findings(said) == BEFUNDE
    found = build.findings_in(said, _werkstatt("2025.1", Art.ABGELOEST))
    assert [b.file for b in found] == ["Fassung 2025.1: docs/a.md", "Fassung 2025.1: docs/b c.md"]
    assert build.findings_in(said, _werkstatt("entwurf", Art.ENTWURF)) == BEFUNDE


@pytest.mark.parametrize(
    ("said", "message"),
    [
        ("WARNING -  Doc file x\n\nAborted with 1 warnings", "MkDocs meldet: Doc file x"),
        ("Error: Config\n", "MkDocs meldet: Error: Config"),
        ("Traceback\nKeyError: /arbeit/2025.1/x", "Der Bau ist misslungen: KeyError: /x"),
        ("", "Der Bau ist misslungen: keine Angabe"),
    ],
)
def test_whatever_a_build_says_becomes_a_finding(said: str, message: str) -> None:
    found = build.findings_in(said, _werkstatt("2025.1", Art.ABGELOEST))
    assert [b.message for b in found] == [message]
    assert found[0].rule == "R-803"


def test_a_fassung_keeps_its_catalogue_and_takes_the_law_of_today() -> None:
    law, standards = "data/katalog/laender.yml", "data/katalog/standards.yml"
    main = Stand({law: b"heute", standards: b"heute"}, "c", 0)
    frozen = {standards: b"damals"}
    plan = fassung_plan("2025.1", Art.ABGELOEST, date(2025, 6, 12), frozen, main, "probe")
    assert plan.dateien == {law: b"heute", standards: b"damals"}
    assert is_frozen(standards, "probe")
    assert not is_frozen(law, "probe")


@pytest.mark.parametrize(
    ("art", "own", "expected"),
    [
        (Art.AKTUELL, None, b"heute"),
        (Art.AKTUELL, b"damals", b"damals"),
        (Art.ABGELOEST, None, None),
    ],
)
def test_a_fassung_from_before_the_files_for_schools_gets_the_sections_of_today(
    art: Art, own: bytes | None, expected: bytes | None
) -> None:
    sections = "data/katalog/konzeptabschnitte.yml"
    main = Stand({sections: b"heute"}, "c", 0)
    frozen = {"docs/index.md": b"x"} | ({sections: own} if own else {})
    plan = fassung_plan("2025.1", art, date(2025, 6, 12), frozen, main, "probe")
    assert plan.dateien.get(sections) == expected


def test_only_the_tree_with_the_live_pages_gets_archives_and_the_draft() -> None:
    old, page = archive_name("probe", "2025.1"), "docs/index.md"
    main = Stand({page: b"Entwurf", old: b"tar", "docs/service/a.md": b"live"}, "c", 0)
    current = fassung_plan("2026.1", Art.AKTUELL, date(2026, 6, 18), {page: b"neu"}, main, "probe")
    assert current.dateien[old] == b"tar"
    assert current.dateien[page] == b"neu"
    draft = read_archive(current.dateien[archive_name("probe", "entwurf")], "probe")
    assert draft == {page: b"Entwurf"}
    assert draft_plan(main, "probe").dateien[old] == b"tar"
    gone = fassung_plan("2025.1", Art.ABGELOEST, date(2025, 6, 12), {page: b"alt"}, main, "probe")
    assert not any("archiv/" in path for path in gone.dateien)
