"""The small project of the publishing tests, and a target with several publications of it."""

import hashlib
import shutil
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

import pytest

from macros.model.findings import Befund
from macros.publish import publish as sequence
from macros.publish.order_files import Werkstatt
from macros.publish.person_search import search_tree, traces_of
from tests.publish.conftest import original, project
from tests.publish.copies import build_in_copies
from tests.publish.project import REGION, change, commit, publish_to

__all__ = ["original", "project"]

PERSONEN = f"data/regionen/{REGION}/bestand/personen.yml"


@pytest.fixture(scope="session")
def kept_builds(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """Let mkdocs build each tree once; the same tree is copied the next time.

    Where the file with persons lies says nothing: each removal makes its own.
    """
    kept = tmp_path_factory.mktemp("gebaut")

    def build_all(werkstaetten: Sequence[Werkstatt], umgebung: Mapping[str, str]) -> list[Befund]:
        keys = {w.name: kept / _key(w, umgebung) for w in werkstaetten}
        missing = [w for w in werkstaetten if not keys[w.name].exists()]
        befunde = build_in_copies(missing, umgebung)
        for werkstatt in werkstaetten:
            if keys[werkstatt.name].exists():
                shutil.copytree(keys[werkstatt.name], werkstatt.site)
            elif not befunde:
                shutil.copytree(werkstatt.site, keys[werkstatt.name])
        return befunde

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(sequence, "build_all", build_all)
        # Otherwise each commit would bring another time into every tree.
        patch.setenv("SOURCE_DATE_EPOCH", "1795305600")
        yield


def _key(werkstatt: Werkstatt, umgebung: Mapping[str, str]) -> str:
    digest = hashlib.sha256(werkstatt.auftrag.read_bytes())
    named = umgebung.get("RAHMEN_PERSONEN")
    digest.update(Path(named).read_bytes() if named else b"")
    digest.update(repr(sorted((k, v) for k, v in umgebung.items() if v != named)).encode())
    for name, data in sorted(werkstatt.plan.dateien.items()):
        digest.update(name.encode() + b"\0" + data + b"\0")
    return digest.hexdigest()


@pytest.fixture(scope="session")
def published(original: Path, kept_builds: None, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A project and its target: one publication before a person came, two that name her."""
    folder = tmp_path_factory.mktemp("veröffentlicht")
    root, ziel = folder / "projekt", folder / "ziel"
    shutil.copytree(original, root)
    persons = (root / PERSONEN).read_text(encoding="utf-8")
    (root / PERSONEN).write_text("[]\n", encoding="utf-8")
    assert publish_to(root, ziel).neu
    (root / PERSONEN).write_text(persons, encoding="utf-8")
    assert publish_to(root, ziel).neu
    change(root, "docs/konzept.md", "Sprechen Sie früh", "Reden Sie früh")
    commit(root)
    assert publish_to(root, ziel).neu
    assert search_tree(ziel, traces_of(("Erika Musterfrau",))).treffer > 2
    return folder
