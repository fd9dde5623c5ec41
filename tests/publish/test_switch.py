"""The target folder: one rename makes a release public, and leftovers never stay."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from macros.publish import switch
from macros.publish.faults import PublishFaultError

TREE = "0123456789abcdef0123456789abcdef01234567"


def stage(ziel: Path, text: str) -> None:
    switch.staging(ziel).mkdir()
    (switch.staging(ziel) / "index.html").write_text(text, encoding="utf-8")


def make_release(ziel: Path, text: str) -> switch.Release:
    stage(ziel, text)
    return switch.activate(ziel, "2026-11-22", TREE, {"stand": text})


def test_a_release_becomes_public_and_says_what_it_was_made_from(tmp_path: Path) -> None:
    first = make_release(tmp_path, "eins")
    second = make_release(tmp_path, "zwei")
    assert (tmp_path / "oeffentlich" / "index.html").read_text() == "zwei"
    assert [r.name for r in switch.releases(tmp_path)] == [
        "0001-2026-11-22-0123456789ab",
        "0002-2026-11-22-0123456789ab",
    ]
    assert switch.current(tmp_path) == second
    assert first.vermerk() == {"stand": "eins"}
    assert (tmp_path / "oeffentlich").readlink() == Path(second.name)


def test_the_link_is_relative_so_the_folder_can_be_moved(tmp_path: Path) -> None:
    ziel = tmp_path / "alt"
    ziel.mkdir()
    make_release(ziel, "eins")
    moved = ziel.rename(tmp_path / "neu")
    assert (moved / "oeffentlich" / "index.html").read_text() == "eins"


def test_five_releases_stay(tmp_path: Path) -> None:
    for number in range(7):
        make_release(tmp_path, str(number))
        switch.prune(tmp_path)
    assert [r.nummer for r in switch.releases(tmp_path)] == [3, 4, 5, 6, 7]
    assert len(list(tmp_path.glob("*.json"))) == 5


def test_the_public_release_is_never_deleted(tmp_path: Path) -> None:
    old = make_release(tmp_path, "alt")
    for number in range(6):
        make_release(tmp_path, str(number))
    link = tmp_path / "oeffentlich"
    link.unlink()
    link.symlink_to(old.name)
    switch.prune(tmp_path)
    assert old in switch.releases(tmp_path)
    with pytest.raises(ValueError, match="öffentlich"):
        switch.remove_release(tmp_path, old)


def test_leftovers_of_an_aborted_run_are_cleared_away(tmp_path: Path) -> None:
    public = make_release(tmp_path, "alt")
    stage(tmp_path, "halb")
    (tmp_path / switch.WORK / "entwurf").mkdir(parents=True)
    (tmp_path / ".loeschen-0000").mkdir()
    (tmp_path / ".oeffentlich.neu").symlink_to("nirgends")
    finished = tmp_path / "0002-2026-11-22-ffffffffffff"
    finished.mkdir()
    (tmp_path / f"{finished.name}.json").write_text("{}")
    (tmp_path / "0003-2026-11-22-eeeeeeeeeeee.json").write_text("{}")
    (tmp_path / "fremd.json").write_text("{}")
    switch.clear_leftovers(tmp_path)
    assert sorted(p.name for p in tmp_path.iterdir()) == [
        public.name,
        f"{public.name}.json",
        "fremd.json",
        "oeffentlich",
    ]


def test_without_a_link_no_release_is_taken_for_a_leftover(tmp_path: Path) -> None:
    release = make_release(tmp_path, "alt")
    (tmp_path / "oeffentlich").unlink()
    switch.clear_leftovers(tmp_path)
    assert switch.releases(tmp_path) == [release]


def test_a_second_publication_is_kept_out(tmp_path: Path) -> None:
    with (
        switch.locked(tmp_path),
        pytest.raises(PublishFaultError, match="läuft schon eine Veröffentlichung"),
        switch.locked(tmp_path),
    ):
        pass
    with switch.locked(tmp_path):
        pass


def test_a_folder_of_somebody_else_is_not_touched(tmp_path: Path) -> None:
    (tmp_path / "oeffentlich").mkdir()
    with (
        pytest.raises(PublishFaultError, match="nicht angelegt hat"),
        switch.locked(tmp_path),
    ):
        pass


def test_a_damaged_note_is_no_obstacle(tmp_path: Path) -> None:
    release = make_release(tmp_path, "eins")
    release.vermerk_datei.write_text("{", encoding="utf-8")
    assert release.vermerk() == {}
    release.vermerk_datei.write_text(json.dumps(["x"]), encoding="utf-8")
    assert release.vermerk() == {}
