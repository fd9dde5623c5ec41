"""The catalogue of an old Fassung beside today's data: code lists of today, wording of any form."""

from __future__ import annotations

import io
import tarfile
from collections.abc import Iterable, Iterator
from datetime import date
from pathlib import Path
from typing import Any, get_args

import pytest
from pydantic.fields import FieldInfo

from macros.model import schema_steps
from macros.model.record import Ordner, Record
from macros.model.records import LIVE_LISTS, RECORD_TYPES
from macros.model.schema_steps import Schritt
from macros.model.verweis import Verweis
from macros.publish import publish as sequence
from macros.publish.archive import (
    archive_name,
    build_archive,
    is_frozen,
    is_live_list,
    ledger_name,
    read_archive,
    sha256,
)
from macros.publish.ledger import Pruefbuch, ledger_text
from macros.publish.wording_of import WordingError, wording_of
from tests.model.test_schema_steps import renamed

from .copies import build_in_copies
from .project import REGION, STICHTAG, change, commit, git, public, publish_to, release_as

THEMEN = "data/katalog/themen.yml"
GLOSSAR = "data/katalog/glossar.yml"
_PAGE = """---
title: Glossar
description: Alle Begriffe.
art: wortlaut
---

# Glossar

{{ glossar() }}
"""


@pytest.mark.parametrize(
    ("path", "live"),
    [
        (THEMEN, True),
        ("data/katalog/themen-nord.yml", True),
        ("data/katalog/schulformen.yml", True),
        ("data/katalog/laender.yml", True),
        (GLOSSAR, False),
        ("data/katalog/standards.yml", False),
        ("data/katalog/themenfelder.yml", False),
        ("data/katalog/themen", False),
        ("data/katalog/alt/themen.yml", False),
        (f"data/regionen/{REGION}/wortlaut/themen.yml", False),
    ],
)
def test_code_lists_are_live_and_the_rest_of_the_catalogue_is_frozen(path: str, live: bool) -> None:
    assert is_live_list(path) is live
    assert is_frozen(path, REGION) is not live


def test_live_records_refer_only_to_code_lists() -> None:
    """What live data name has to come from main with them: else an old Fassung breaks (R-105)."""
    named = {
        target
        for typ in RECORD_TYPES
        if typ.datei.ordner in (Ordner.BESTAND, Ordner.REGION)
        for target in _targets(typ.model_fields.values())
        if target.datei.ordner is Ordner.KATALOG
    }
    assert named
    assert {typ.datei.name.removesuffix(".yml") for typ in named} <= LIVE_LISTS


def _targets(fields: Iterable[FieldInfo]) -> Iterator[type[Record]]:
    """Yield the record types that fields refer to, through lists and parts."""
    for field in fields:
        pending: list[Any] = [field.annotation]
        while pending:
            part = pending.pop()
            if getattr(part, "__origin__", None) is Verweis:
                yield get_args(part)[0]
            elif hasattr(part, "model_fields"):
                yield from _targets(part.model_fields.values())
            else:
                pending.extend(get_args(part))


def _rename_topic(root: Path) -> None:
    change(root, THEMEN, "- id: sucht", "- id: abhaengigkeit")
    change(root, THEMEN, "name: Sucht", "name: Abhängigkeit")
    organisationen = f"data/regionen/{REGION}/bestand/organisationen.yml"
    change(root, organisationen, "sucht", "abhaengigkeit")
    change(root, "docs/konzept.md", 'thema="sucht"', 'thema="abhaengigkeit"')
    commit(root)


@pytest.mark.usefixtures("kept_builds")
def test_a_topic_renamed_on_main_reaches_every_fassung(project: Path, tmp_path: Path) -> None:
    change(
        project, "docs/konzept.md", "## Erste", '{{ organisationen(thema="sucht") }}\n\n## Erste'
    )
    commit(project)
    release_as(project, "2026.2", date(2026, 10, 15), date(2026, 11, 15))
    _rename_topic(project)
    done = publish_to(project, tmp_path / "ziel")
    assert done.release is not None, done.befunde
    files = public(tmp_path / "ziel")
    assert "Abhängigkeit" in files["2026.2/service/netzwerk/index.html"].decode()
    assert "mit allen Beteiligten." in files["2025.1/konzept/index.html"].decode()
    # A chapter that asks for the topic by its former id leads to the office, and never fails.
    assert "nicht mehr verfügbar" in files["2026.2/konzept/index.html"].decode()
    assert "Beratungsstelle Kleinstadt" in files["entwurf/konzept/index.html"].decode()
    # Going back brings the texts of then, and the contacts of today with the topics of today.
    then = git(project, "rev-parse", "fassung-2026.1^{commit}").strip()
    done = publish_to(project, tmp_path / "ziel", texte=then, streng=False)
    assert done.neu, done.befunde


def test_an_early_archive_with_code_lists_is_read_without_them(project: Path) -> None:
    data = (project / archive_name(REGION, "2025.1")).read_bytes()
    out = io.BytesIO()
    with tarfile.open(fileobj=io.BytesIO(data)) as old, tarfile.open(fileobj=out, mode="w") as tar:
        for info in old:
            tar.addfile(info, old.extractfile(info))
        for name in (THEMEN, "data/katalog/schulformen.yml"):
            tar.addfile(tarfile.TarInfo(name), io.BytesIO())
    assert read_archive(out.getvalue(), REGION) == read_archive(data, REGION)


def _age(root: Path) -> None:
    """Give both Fassungen a glossary, in the form of a program before this one."""
    for name in ("2025.1", "2026.1"):
        archive, ledger = root / archive_name(REGION, name), root / ledger_name(REGION, name)
        files = read_archive(archive.read_bytes(), REGION)
        files["docs/glossar.md"] = _PAGE.encode()
        files["docs/nav.yml"] += b"- Glossar: glossar.md\n"
        # What the program of then wrote down: what it read, whatever the field was called.
        hashes = wording_of(files, STICHTAG)
        files[GLOSSAR] = files[GLOSSAR].replace(b" begriff:", b" bezeichnung:")
        archive.write_bytes(build_archive(files))
        text = ledger_text(Pruefbuch(name, sha256(archive.read_bytes()), hashes))
        ledger.write_bytes(text)
        git(root, "tag", "-d", f"fassung-{name}")
    change(root, GLOSSAR, 'schema: "1"', 'schema: "2"')
    commit(root)


def test_a_fassung_with_a_catalogue_of_an_older_form_still_builds(
    project: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    _age(project)
    monkeypatch.setattr(sequence, "build_all", build_in_copies)
    refused = publish_to(project, tmp_path / "ziel")
    assert "Diese Datei hat die Schema-Nummer 2" in " ".join(b.message for b in refused.befunde)
    step = Schritt("glossar", "1", "2", renamed("bezeichnung", "begriff"))
    monkeypatch.setattr(schema_steps, "SCHRITTE", [step])
    done = publish_to(project, tmp_path / "ziel")
    assert done.release is not None, done.befunde
    files = public(tmp_path / "ziel")
    for name in ("2025.1", "2026.1"):
        assert "Allgemeiner Sozialer Dienst" in files[f"{name}/glossar/index.html"].decode()


def test_a_fassung_of_a_newer_program_says_what_to_do(project: Path) -> None:
    archive = project / archive_name(REGION, "2025.1")
    files = read_archive(archive.read_bytes(), REGION)
    files[GLOSSAR] = files[GLOSSAR].replace(b'schema: "1"', b'schema: "7"')
    with pytest.raises(WordingError) as caught:
        wording_of(files, STICHTAG)
    (befund,) = caught.value.befunde
    assert befund.message.startswith("Diese Datei hat die Schema-Nummer 7; dieses Programm ist")
    assert befund.remedy.startswith("Das neuere Programm übernehmen")
