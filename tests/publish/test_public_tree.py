"""The public tree as a web server shows it: Fassungen, short addresses, root pages, downloads."""

from __future__ import annotations

import json
import os
import re
import stat
from pathlib import Path

import pytest

from macros.publish.switch import current

from .project import REGION, change, commit, public, publish_to, text, tree

pytestmark = pytest.mark.usefixtures("kept_builds")
REGION_FILE = f"data/regionen/{REGION}/region.yml"


def test_each_fassung_has_its_own_wording_and_all_have_todays_contacts(first: Path) -> None:
    ziel = first / "ziel"
    files = public(ziel)
    assert "mit allen Beteiligten." in text(files, "2025.1/konzept/index.html")
    assert "mit allen Beteiligten der Schule." in text(files, "2026.1/konzept/index.html")
    assert "Sprechen Sie früh" in text(files, "entwurf/konzept/index.html")
    assert "Sprechen Sie früh" not in text(files, "2026.1/konzept/index.html")
    for name in ("2025.1", "2026.1", "entwurf"):
        assert "030 23125-100" in text(files, f"{name}/index.html")
    versions = json.loads(files["versions.json"])
    assert [(v["version"], v["aliases"]) for v in versions] == [
        ("entwurf", []),
        ("2026.1", ["aktuell"]),
        ("2025.1", []),
    ]
    assert [p.name for p in ziel.iterdir() if p.name.startswith(".")] == [".sperre"]


def test_older_fassungen_hold_chapters_and_lead_on_to_live_pages(first: Path) -> None:
    files = public(first / "ziel")
    assert "../../2026.1/service/kontakte/" in text(files, "2025.1/konzept/index.html")
    redirect = text(files, "2025.1/service/kontakte/index.html")
    assert 'content="0; url=../../../2026.1/service/kontakte/"' in redirect
    assert "030 23125-100" not in redirect


@pytest.mark.parametrize(
    ("name", "target"),
    [
        ("aktuell/index.html", "../2026.1/"),
        ("aktuell/konzept/index.html", "../../2026.1/konzept/"),
        ("konzept/index.html", "../2026.1/konzept/"),
        ("service/kontakte/index.html", "../../2026.1/service/kontakte/"),
    ],
)
def test_short_addresses_lead_on_without_scripts(name: str, target: str, first: Path) -> None:
    page = text(public(first / "ziel"), name)
    root = "../" * target.count("../")
    assert '<html lang="de">' in page
    assert f'<meta http-equiv="refresh" content="0; url={target}">' in page
    assert f'<script src="{root}weiterleitung.js" data-ziel="{target}"></script>' in page
    assert f'<a href="{target}">' in page
    # The script stands first: it keeps the anchor before the browser leads on without it.
    assert page.index("<script") < page.index('http-equiv="refresh"')


def test_root_pages_work_below_a_path(first: Path) -> None:
    files = public(first / "ziel")
    assert 'href="/konzept/2026.1/assets/css/base.css"' in text(files, "404.html")
    assert "2026.1/404.html" not in files
    start = text(files, "index.html")
    assert 'href="2026.1/"' in start
    assert 'href="2025.1/"' in start
    assert 'href="entwurf/"' in start
    assert "18.\u00a0Juni\u00a02026" in start
    assert "<script" not in start
    assert not [name for name in files if name.endswith(".gz")]


def test_search_engines_learn_of_the_fassung_in_force_and_of_no_demonstration(
    project: Path, published: Path
) -> None:
    files = public(published)
    assert text(files, "robots.txt") == "User-agent: *\nAllow: /\n"
    assert "<loc>" not in text(files, "sitemap.xml")
    assert 'name="robots" content="noindex"' in text(files, "index.html")
    change(project, REGION_FILE, "status: vorfuehrung", "status: amtlich")
    change(project, REGION_FILE, "example.org", "example.test")
    commit(project)
    done = publish_to(project, published)
    assert done.neu, done.befunde
    files = public(published)
    assert 'content="noindex"' not in text(files, "index.html")
    root = "https://kleinkreis.example.test/konzept/"
    assert f"\nSitemap: {root}sitemap.xml\n" in text(files, "robots.txt")
    found = re.findall("<loc>(.*?)</loc>", text(files, "sitemap.xml"))
    live = (
        "kinderschutz",
        "kontakte",
        "netzwerk",
        "neu-im-rahmen",
        "schulen",
        "schulwechsel",
        "traeger",
    )
    pages = ["", "konzept/", *(f"service/{name}/" for name in live)]
    assert [loc for loc in found if "/gemeinden/" not in loc] == [
        root,
        *(f"{root}2026.1/{page}" for page in pages),
    ]
    assert not re.search("2025.1|entwurf|lastmod", text(files, "sitemap.xml"))


def test_downloads_answer_at_every_address_they_ever_had(first: Path) -> None:
    files = public(first / "ziel")
    name = "service/daten/kontakte.csv"
    assert files[name] == files[f"aktuell/{name}"] == files[f"2026.1/{name}"]
    assert files[name] == files[f"2025.1/{name}"]


def test_all_files_are_listed_and_readable_for_a_web_server(project: Path, ziel: Path) -> None:
    before = os.umask(0o077)
    try:
        publish_to(project, ziel)
    finally:
        os.umask(before)
    release = current(ziel)
    assert release is not None
    listed = [
        line.split("  ", 1)[1]
        for line in (release.ordner / "pruefsummen.txt").read_text().splitlines()
    ]
    assert listed == sorted(set(tree(release.ordner)) - {"pruefsummen.txt"})
    modes = {stat.filemode(p.lstat().st_mode) for p in (release.ordner, *release.ordner.rglob("*"))}
    assert modes == {"drwxr-xr-x", "-rw-r--r--"}
    times = {int(p.stat().st_mtime) for p in (release.ordner, *release.ordner.rglob("*"))}
    assert len(times) == 1
