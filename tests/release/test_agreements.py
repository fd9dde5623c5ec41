"""Agreements in a Fassung: in its ledger, in its tree, no obstacle when something has gone."""

from __future__ import annotations

import json
from datetime import date
from typing import TYPE_CHECKING

import pytest

from macros.publish.archive import ledger_name
from tests.publish.project import REGION, change, commit, public, publish_to, release_as, write

if TYPE_CHECKING:
    from pathlib import Path

WORTLAUT = f"data/regionen/{REGION}/wortlaut"
_LIVE = "---\ntitle: {title}\ndescription: Alles dazu.\nart: live\n---\n\n# {title}\n\n{body}\n"
FILES = {
    f"{WORTLAUT}/vereinbarungen.yml": """- id: standort
  titel: Standort Uferdorf
  typ: B
  zweck: Raum und Zeiten an der Schule.
  parteien:
    - {kurz: traeger, name: Beratung am Ufer, organisation: neuling}
    - {kurz: schule, name: Grundschule am Ufer, schule: gs-ufer}
  zusagen:
    - {von: schule, an: traeger, art: raum, was: ein eigener Raum}
  schulen: [gs-ufer]
  unterzeichnet: ja
  gueltig_ab: "2026-08-01"
  ende: befristet
  gueltig_bis: "2026-12-31"
- id: ohne-text
  titel: Nur ein Eintrag
  typ: E
  zweck: Wer was bei Gefahr tut.
  parteien:
    - {kurz: traeger, name: Beratung am Ufer}
    - {kurz: jugendamt, name: Jugendamt}
  unterzeichnet: ja
  ende: nicht-bekannt
""",
    f"{WORTLAUT}/vereinbarungen/standort.md": """---
title: Standort Uferdorf
description: Vereinbarung zwischen Schule und Beratung.
art: wortlaut
---

# Standort Uferdorf

Schule und Beratung arbeiten zusammen.

{{ vereinbarung("standort") }}

## Wortlaut

Die Schule stellt einen Raum.
""",
    "docs/service/vereinbarungen.md": _LIVE.format(
        title="Vereinbarungen", body="{{ vereinbarungen() }}"
    ),
    "docs/service/klauseln.md": _LIVE.format(title="Klauseln", body="{{ klauselvergleich() }}"),
}
ORGANISATION = f"data/regionen/{REGION}/bestand/organisationen.yml"
NEW = """- id: neuling
  name: Beratung am Ufer
  art: beratungsstelle
  quelle: Probe
"""


@pytest.mark.usefixtures("kept_builds")
def test_an_agreement_is_frozen_with_its_fassung(project: Path, tmp_path: Path) -> None:
    write(project, FILES)
    menu = "    - Vereinbarungen: service/vereinbarungen.md\n    - Klauseln: service/klauseln.md\n"
    nav = (project / "docs/nav.yml").read_text(encoding="utf-8")
    orgs = (project / ORGANISATION).read_text(encoding="utf-8")
    write(project, {"docs/nav.yml": nav + menu, ORGANISATION: orgs + NEW})
    # The clauses of the small catalogue name norms, for which this project has no page.
    (project / "data/katalog/klauseln.yml").unlink()
    commit(project)
    release_as(project, "2026.2", date(2026, 10, 15), date(2026, 11, 15))
    ledger = json.loads((project / ledger_name(REGION, "2026.2")).read_text(encoding="utf-8"))
    assert "vereinbarungen/standort.md" in ledger["seiten"]
    # Afterwards the organisation leaves the directory, and the text of the next Fassung changes.
    write(project, {ORGANISATION: orgs})
    change(project, f"{WORTLAUT}/vereinbarungen.yml", ", organisation: neuling", "")
    change(project, f"{WORTLAUT}/vereinbarungen/standort.md", "einen Raum", "zwei Räume")
    commit(project)
    done = publish_to(project, tmp_path / "ziel")
    assert done.neu, done.befunde
    files = public(tmp_path / "ziel")
    page = "vereinbarungen/standort/index.html"
    frozen, draft = files[f"2026.2/{page}"].decode(), files[f"entwurf/{page}"].decode()
    assert "stellt einen Raum" in frozen and "zwei Räume" not in frozen
    assert "stellt zwei Räume" in draft
    assert "Beratung am Ufer" in frozen
    assert "läuft aus" in frozen
    assert "2026.2/vereinbarungen/ohne-text/index.html" in files
    assert f"2025.1/{page}" not in files
    overview = "service/vereinbarungen/index.html"
    assert "Standort Uferdorf" in files[f"2026.2/{overview}"].decode()
    # A Fassung without a catalogue of clauses says so and names the way on.
    clauses = files["2026.2/service/klauseln/index.html"].decode()
    assert "Zur Fassung 2026.2 gehört noch keine Vereinbarung" in clauses
