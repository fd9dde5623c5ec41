"""A real project on a small scale: three chapters' worth of pages, two Fassungen, a plain theme."""

from __future__ import annotations

import os
import shutil
import subprocess
from datetime import date
from pathlib import Path
from typing import Final

from macros.publish.publish import Ergebnis, Wunsch, publish
from macros.publish.release import release
from macros.publish.release_checks import Antrag

STICHTAG: Final = date(2026, 11, 22)
REGION: Final = "kleinkreis"
ADRESSE: Final = "https://kleinkreis.example.org/konzept/"
_DATA: Final = Path(__file__).parents[1] / "views" / "data"
_OWN_FASSUNG: Final = """fassungen:
  - name: "2025.1"
    beschlossen_von: Kreistag
    beschlossen_am: "2024-12-12"
    gueltig_ab: "2025-02-01"
    gueltig_bis: "2026-07-31"
  - name: "2026.1"
    beschlossen_von: Kreistag
    beschlossen_am: "2026-06-18"
    gueltig_ab: "2026-08-01"
"""
_FILES: Final = {
    "mkdocs.yml": """site_name: Kleinkreis
theme: {name: null, custom_dir: overrides, static_templates: [404.html]}
plugins:
  - rahmenkonzept
  - macros: {module_name: macros, on_undefined: strict, on_error_fail: false}
strict: true
validation:
  nav: {omitted_files: warn, not_found: warn, absolute_links: warn}
  links: {not_found: warn, anchors: warn, absolute_links: warn, unrecognized_links: warn}
""",
    "overrides/main.html": """<!doctype html>
<html lang="de"><head><meta charset="utf-8"><title>{{ page.title }}</title>
<link rel="stylesheet" href="{{ 'assets/css/base.css' | url }}"></head>
<body><main>{{ page.content }}</main></body></html>
""",
    "overrides/404.html": """<!doctype html>
<html lang="de"><head><meta charset="utf-8"><title>Nicht gefunden</title>
<link rel="stylesheet" href="{{ 'assets/css/base.css' | url }}"></head>
<body><h1>Diese Seite gibt es nicht</h1><a href="{{ '' | url }}">Startseite</a></body></html>
""",
    "overrides/assets/css/base.css": "body { margin: 0; }\n",
    "docs/nav.yml": """- Start: index.md
- Konzept schreiben: konzept.md
- Service:
    - Kontakte: service/kontakte.md
    - Netzwerk: service/netzwerk.md
    - Schulen: service/schulen.md
    - Träger: service/traeger.md
    - Schulwechsel: service/schulwechsel.md
    - Kinderschutz: service/kinderschutz.md
    - Neues: service/neu-im-rahmen.md
""",
    "docs/index.md": """---
title: Rahmenkonzept
description: Das Rahmenkonzept im Kleinkreis.
art: wortlaut
---

# Rahmenkonzept

Lesen Sie, wie Sie ein [Konzept schreiben](konzept.md#erste-schritte).
Fragen beantwortet {{ kontakt_zeile("koordination") }}.
""",
    "docs/konzept.md": """---
title: Konzept schreiben
description: So entsteht ein Konzept.
art: wortlaut
---

# Konzept schreiben

## Erste Schritte

Sprechen Sie mit allen Beteiligten. Alle [Kontakte](service/kontakte.md) stehen auf einer Seite.
""",
    "docs/service/kontakte.md": """---
title: Kontakte
description: Alle Kontakte.
art: live
---

# Kontakte

{{ kontakte() }}
""",
    "docs/service/netzwerk.md": """---
title: Netzwerk
description: Alle Organisationen.
art: live
---

# Netzwerk

{{ organisationen() }}
""",
    "docs/service/schulen.md": """---
title: Schulen
description: Schulen und Stellen.
art: live
---

# Schulen

{{ schulen() }}

{{ stellen() }}
""",
    "docs/service/traeger.md": """---
title: Träger
description: Alle Anstellungsträger.
art: live
---

# Träger

{{ anstellungstraeger() }}

{{ schultraeger() }}
""",
    "docs/service/schulwechsel.md": """---
title: Schulwechsel
description: Wohin Kinder nach der Grundschule gehen.
art: live
---

# Schulwechsel

{{ schulwechsel("weiter") }}

{{ schulwechsel("zurueck") }}
""",
    "docs/service/kinderschutz.md": """---
title: Kinderschutz
description: Wer bei Gefahr hilft.
art: live
---

# Kinderschutz

{{ kinderschutz() }}
""",
    "docs/service/neu-im-rahmen.md": """---
title: Neues
description: Was sich geändert hat.
art: live
---

# Neues

{{ vergleiche() }}
""",
}


def git(root: Path, *args: str) -> str:
    """Run git with a fixed person and time; return what it prints."""
    environment = os.environ | {
        "GIT_AUTHOR_NAME": "Redaktion",
        "GIT_AUTHOR_EMAIL": "redaktion@example.org",
        "GIT_COMMITTER_NAME": "Redaktion",
        "GIT_COMMITTER_EMAIL": "redaktion@example.org",
        "GIT_AUTHOR_DATE": "1790000000 +0000",
        "GIT_COMMITTER_DATE": "1790000000 +0000",
    }
    done = subprocess.run(
        ["git", "-C", str(root), *args],
        capture_output=True,
        text=True,
        check=False,
        env=environment,
    )
    assert done.returncode == 0, done.stderr
    return done.stdout


def write(root: Path, files: dict[str, str]) -> None:
    for name, text in files.items():
        path = root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")


def change(root: Path, name: str, old: str, new: str) -> None:
    """Replace a passage in a file; it must be there."""
    path = root / name
    text = path.read_text(encoding="utf-8")
    assert old in text, f"{old!r} fehlt in {name}"
    path.write_text(text.replace(old, new), encoding="utf-8")


def commit(root: Path, message: str = "Stand") -> None:
    git(root, "add", "-A")
    git(root, "commit", "-q", "-m", message)


def make_sources(root: Path) -> None:
    """Write the project before anything is released, and save it in git."""
    # Agreements link pages that this small project does not have.
    shutil.copytree(_DATA, root / "data", ignore=shutil.ignore_patterns("wortlaut"))
    # Nobody can follow or decide a Fassung before there is one, nor name pages that are missing.
    bestand, region = f"data/regionen/{REGION}/bestand", f"data/regionen/{REGION}/region.yml"
    for name in ("konzepte", "aufgaben", "vorhaben"):
        (root / f"{bestand}/{name}.yml").unlink()
    (root / "data/katalog/konzeptabschnitte.yml").unlink()
    for name in ("beschluesse", "beteiligungen"):
        change(root, f"{bestand}/{name}.yml", '  fassung: "2026.1"\n', "")
    change(root, region, _OWN_FASSUNG, "")
    change(root, region, "https://kleinkreis.example.org/", ADRESSE)
    write(root, _FILES)
    git(root, "init", "-q", "-b", "main")
    git(root, "config", "user.name", "Redaktion")
    git(root, "config", "user.email", "redaktion@example.org")
    commit(root)


def make_project(root: Path) -> None:
    """Write the project and release two Fassungen that differ in one sentence."""
    make_sources(root)
    release_as(root, "2025.1", date(2025, 6, 12), date(2025, 8, 1))
    change(root, "docs/konzept.md", "mit allen Beteiligten", "mit allen Beteiligten der Schule")
    commit(root, "Text für 2026.1")
    release_as(root, "2026.1", date(2026, 6, 18), date(2026, 8, 1))
    change(root, "docs/konzept.md", "Sprechen Sie", "Sprechen Sie früh")
    commit(root, "Text für die nächste Fassung")


def release_as(root: Path, name: str, decided: date, valid: date) -> None:
    done = release(root, REGION, Antrag(name, "Kreistag", decided, valid, ""), STICHTAG, None)
    assert not [b for b in done.befunde if b.stufe == "Fehler"], done.befunde


def publish_to(root: Path, ziel: Path, **more: object) -> Ergebnis:
    """Publish the project."""
    return publish(Wunsch(root, REGION, ziel, STICHTAG, **more))  # type: ignore[arg-type]


def tree(folder: Path) -> dict[str, bytes]:
    """Return all files below a folder by path."""
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }


def public(ziel: Path) -> dict[str, bytes]:
    """Return the files a web server shows."""
    return tree((ziel / "oeffentlich").resolve())


def text(files: dict[str, bytes], name: str) -> str:
    """Return a file as text."""
    return files[name].decode()
