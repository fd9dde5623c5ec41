"""A publication as a whole: real git, real mike, real mkdocs on a small project."""

from __future__ import annotations

import shutil
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from macros.publish.faults import PublishFaultError
from macros.publish.switch import current, releases

from .project import (
    REGION,
    STICHTAG,
    change,
    commit,
    git,
    public,
    publish_to,
    text,
    write,
)

if TYPE_CHECKING:
    from macros.model.findings import Befund

pytestmark = pytest.mark.usefixtures("kept_builds")
KONTAKTE = f"data/regionen/{REGION}/bestand/kontakte.yml"
REGION_FILE = f"data/regionen/{REGION}/region.yml"
PERSONEN = f"data/regionen/{REGION}/bestand/personen.yml"


def rules(befunde: object) -> list[str]:
    assert isinstance(befunde, list)
    return [b.rule for b in befunde if b.stufe == "Fehler"]


def chapters(befunde: list[Befund]) -> set[str]:
    """Return the pages with errors, but for comparisons: they repeat what a chapter says."""
    named = {b.file for b in befunde if b.stufe == "Fehler"}
    compared = ("/service/fassungen/", "/service/muster/synopse/")
    return {name for name in named if not any(part in name for part in compared)}


def test_a_change_of_persons_alone_brings_another_time(project: Path, published: Path) -> None:
    """A web server tells pages apart by size and time; no commit tells of a person."""
    first = current(published)
    change(project, PERSONEN, "Otto Normal", "Otto Nomral")
    second = publish_to(project, published).release
    assert first is not None
    assert second is not None
    page = "2026.1/service/schulen/index.html"
    old, new = ((r.ordner / page).stat() for r in (first, second))
    assert old.st_size == new.st_size
    assert new.st_mtime == old.st_mtime + 1


def test_a_changed_number_is_new_everywhere_and_old_nowhere(project: Path, published: Path) -> None:
    old = public(published)
    change(project, KONTAKTE, "030 23125-100", "030 23125-999")
    commit(project)
    done = publish_to(project, published)
    assert done.neu, done.befunde
    files = public(published)
    for name in ("2025.1/index.html", "2026.1/index.html", "entwurf/index.html"):
        assert "030 23125-100" in text(old, name)
        assert "030 23125-999" in text(files, name)
    assert not [name for name, data in files.items() if b"23125-100" in data]


def test_the_same_state_is_not_published_twice(project: Path, published: Path) -> None:
    public = current(published)
    again = publish_to(project, published)
    assert not again.neu
    assert again.release == public
    assert len(releases(published)) == 1


def test_unsaved_changes_are_refused_persons_excepted(project: Path, ziel: Path) -> None:
    change(project, "docs/konzept.md", "Sprechen", "Reden")
    write(project, {"docs/neu.md": "x"})
    change(project, PERSONEN, "Otto Normal", "Otto Anders")
    done = publish_to(project, ziel)
    assert done.release is None
    unsaved = [b for b in done.befunde if b.rule == "R-801"]
    assert [b.file for b in unsaved] == ["docs/konzept.md", "docs/neu.md"]
    (project / "docs/neu.md").unlink()
    done = publish_to(project, ziel, unfertig=True)
    assert done.release is not None, done.befunde
    files = public(ziel)
    assert "Reden" in text(files, "entwurf/konzept/index.html")
    assert "Otto Anders" in text(files, "2026.1/service/schulen/index.html")
    assert done.release.vermerk()["unfertig"] == "ja"


def test_files_that_git_ignores_are_not_published(project: Path, ziel: Path) -> None:
    write(project, {".gitignore": "docs/geheim.md\n"})
    commit(project)
    write(project, {"docs/geheim.md": "# Geheim"})
    assert publish_to(project, ziel).release is not None
    assert not [name for name in public(ziel) if "geheim" in name]


def test_a_removed_person_is_nowhere_and_cannot_hide_in_a_text(
    project: Path, published: Path
) -> None:
    assert any(b"Erika Musterfrau" in data for data in public(published).values())
    before = (project / PERSONEN).read_text(encoding="utf-8")
    (project / PERSONEN).write_text(before[before.index("- id: p-002") :], encoding="utf-8")
    change(project, "docs/konzept.md", "Sprechen Sie", "Frau Erika Musterfrau rät: Sprechen Sie")
    commit(project)
    old = current(published)
    refused = publish_to(project, published)
    assert set(rules(refused.befunde)) == {"R-806"}
    assert chapters(refused.befunde) == {"entwurf/konzept/index.html"}
    assert "Erika" not in " ".join(b.message for b in refused.befunde)
    assert current(published) == old
    change(project, "docs/konzept.md", "Frau Erika Musterfrau rät: ", "")
    commit(project)
    assert publish_to(project, published).neu
    files = public(published)
    assert not [n for n, data in files.items() if b"Musterfrau" in data or b"23125-101" in data]


def test_a_person_whose_term_has_ended_is_found_in_a_chapter(project: Path, ziel: Path) -> None:
    change(project, "docs/konzept.md", "Sprechen Sie", "Kim Abgelaufen rät: Sprechen Sie")
    commit(project)
    done = publish_to(project, ziel)
    assert done.release is None
    assert set(rules(done.befunde)) == {"R-806"}
    assert chapters(done.befunde) == {"entwurf/konzept/index.html"}
    assert not (ziel / "oeffentlich").exists()


def test_a_renamed_page_leads_on_if_the_new_name_is_told(project: Path, ziel: Path) -> None:
    write(project, {"docs/anhang.md": _page("Anhang")})
    change(project, "docs/nav.yml", "- Service:", "- Anhang: anhang.md\n- Service:")
    commit(project)
    publish_to(project, ziel)
    git(project, "mv", "docs/anhang.md", "docs/beilagen.md")
    change(project, "docs/nav.yml", "anhang.md", "beilagen.md")
    commit(project)
    old = current(ziel)
    refused = publish_to(project, ziel)
    assert [(b.rule, b.remedy) for b in refused.befunde if b.stufe == "Fehler"] == [
        ("R-807", "anhang.md: neue-seite.md")
    ]
    assert current(ziel) == old
    write(project, {"docs/umbenannt.yml": "anhang.md: beilagen.md\n"})
    commit(project)
    done = publish_to(project, ziel)
    assert done.neu, done.befunde
    files = public(ziel)
    assert "url=../../entwurf/beilagen/" in text(files, "entwurf/anhang/index.html")
    assert not [name for name in files if "umbenannt" in name]


def test_a_renamed_live_page_leads_on_in_every_fassung(project: Path, ziel: Path) -> None:
    write(project, {"docs/service/fragen.md": _page("Fragen").replace("wortlaut", "live")})
    change(
        project, "docs/nav.yml", "    - Netzwerk", "    - Fragen: service/fragen.md\n    - Netzwerk"
    )
    commit(project)
    publish_to(project, ziel)
    git(project, "mv", "docs/service/fragen.md", "docs/service/antworten.md")
    change(project, "docs/nav.yml", "service/fragen.md", "service/antworten.md")
    write(project, {"docs/umbenannt.yml": "service/fragen.md: service/antworten.md\n"})
    commit(project)
    done = publish_to(project, ziel)
    assert done.neu, done.befunde
    files = public(ziel)
    for folder in ("", "aktuell/", "2025.1/", "2026.1/"):
        page = text(files, f"{folder}service/fragen/index.html")
        assert "2026.1/service/antworten/" in page
    assert "entwurf/service/antworten/" in text(files, "entwurf/service/fragen/index.html")


def test_faults_of_all_fassungen_come_in_one_run(project: Path, ziel: Path) -> None:
    change(project, "docs/index.md", "konzept.md#erste-schritte", "fehlt.md")
    git(project, "tag", "-d", "fassung-2025.1")
    (project / f"data/regionen/{REGION}/wortlaut/archiv/2025.1.tar").unlink()
    commit(project)
    done = publish_to(project, ziel)
    assert done.release is None
    found = {(b.rule, b.file) for b in done.befunde if b.stufe == "Fehler"}
    assert ("R-802", f"data/regionen/{REGION}/region.yml") in found
    assert "docs/index.md" in {file for _, file in found}


def test_a_changed_archive_is_refused(project: Path, ziel: Path) -> None:
    name = f"data/regionen/{REGION}/wortlaut/archiv/2025.1.tar"
    data = (project / name).read_bytes()
    (project / name).write_bytes(data.replace(b"allen Beteiligten", b"allen Unbeteiligt"))
    commit(project)
    done = publish_to(project, ziel)
    assert done.release is None
    assert "R-860" in rules(done.befunde)


def test_a_clone_without_tags_and_history_gives_the_same_tree(
    project: Path, ziel: Path, tmp_path: Path
) -> None:
    first = publish_to(project, ziel)
    bare, clone = tmp_path / "nackt.git", tmp_path / "klon"
    git(project, "clone", "-q", "--bare", str(project), str(bare))
    git(project, "clone", "-q", "--depth", "1", "--no-tags", f"file://{bare}", str(clone))
    assert git(clone, "tag", "--list") == ""
    second = publish_to(clone, tmp_path / "anderswo")
    assert second.baum == first.baum
    assert public(tmp_path / "anderswo") == public(ziel)


def test_without_a_fassung_there_is_only_the_draft(project: Path, ziel: Path) -> None:
    change(project, REGION_FILE, 'gueltig_ab: "2025-08-01"', 'gueltig_ab: "2026-12-01"')
    change(project, REGION_FILE, 'gueltig_bis: "2026-07-31"', 'gueltig_bis: "2027-07-31"')
    change(project, REGION_FILE, 'gueltig_ab: "2026-08-01"', 'gueltig_ab: "2027-08-01"')
    commit(project)
    done = publish_to(project, ziel)
    assert done.release is not None, done.befunde
    assert [b.rule for b in done.befunde].count("R-812") == 2
    files = public(ziel)
    assert done.fassungen == ("entwurf",)
    assert not [name for name in files if name.startswith(("2025.1/", "aktuell/"))]
    start = text(files, "index.html")
    assert "noch nicht beschlossen" in start
    assert "gilt ab" in start
    assert "entwurf/konzept/" in text(files, "konzept/index.html")


def test_a_new_fassung_keeps_all_addresses_of_the_one_before(project: Path, ziel: Path) -> None:
    change(project, REGION_FILE, 'gueltig_ab: "2026-08-01"', 'gueltig_ab: "2026-12-01"')
    commit(project)
    publish_to(project, ziel)
    before = public(ziel)
    assert "2025.1/service/kontakte/index.html" in before
    assert "2026.1/index.html" not in before
    change(project, REGION_FILE, 'gueltig_ab: "2026-12-01"', 'gueltig_ab: "2026-08-01"')
    commit(project)
    done = publish_to(project, ziel)
    assert done.neu, done.befunde
    assert not [b for b in done.befunde if b.rule in ("R-807", "R-808")]
    assert set(before) - set(public(ziel)) == set()


def test_a_damaged_previous_release_is_told_and_replaced(project: Path, published: Path) -> None:
    for damage in ("versions.json fehlt", "versions.json kaputt", "pruefsummen.txt fehlt"):
        old = current(published)
        assert old is not None
        path = old.ordner / damage.split()[0]
        path.unlink()
        if damage.endswith("kaputt"):
            path.write_text("[{", encoding="utf-8")
        done = publish_to(project, published)
        assert [b.rule for b in done.befunde if b.rule.startswith("R-8")] == ["R-811"], damage
        assert done.neu
        assert current(published) != old
        assert not [b for b in publish_to(project, published).befunde if b.rule.startswith("R-8")]


@pytest.mark.parametrize("place", ["", "docs/site", "data", ".git/x"])
def test_a_target_among_the_sources_is_refused(place: str, project: Path) -> None:
    with pytest.raises(PublishFaultError, match="gehört zu den Quellen"):
        publish_to(project, project / place)


def test_outside_of_git_the_way_in_is_told(project: Path, ziel: Path) -> None:
    shutil.rmtree(project / ".git")
    with pytest.raises(PublishFaultError, match="nicht von Git verwaltet"):
        publish_to(project, ziel)


def test_a_link_among_the_pages_is_refused_in_german(project: Path, ziel: Path) -> None:
    (project / "docs/verweis.md").symlink_to("/etc/passwd")
    commit(project)
    with pytest.raises(PublishFaultError, match=r"docs/verweis\.md.*Verknüpfung"):
        publish_to(project, ziel)
    assert not (ziel / "oeffentlich").exists()


def test_texts_of_an_earlier_state_come_with_todays_contacts(project: Path, ziel: Path) -> None:
    then = git(project, "rev-parse", "HEAD").strip()
    change(project, "docs/konzept.md", "Sprechen Sie früh", "Schweigen Sie")
    change(project, KONTAKTE, "030 23125-100", "030 23125-999")
    commit(project)
    done = publish_to(project, ziel, texte=then)
    assert done.release is not None, done.befunde
    files = public(ziel)
    assert "Sprechen Sie früh" in text(files, "entwurf/konzept/index.html")
    assert "030 23125-999" in text(files, "entwurf/index.html")
    assert done.release.vermerk()["texte"] == then
    assert done.release.vermerk()["stichtag"] == STICHTAG.isoformat()


def _page(title: str) -> str:
    return f"---\ntitle: {title}\ndescription: {title}.\nart: wortlaut\n---\n\n# {title}\n\nText.\n"
