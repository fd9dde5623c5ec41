"""A small project with three Fassungen and a draft, and one real build of each published tree."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from datetime import date
from pathlib import Path
from typing import Final

from macros.site.order import VARIABLE, Art, Bauauftrag, Fassungslink

ROOT: Final = Path(__file__).parents[2]
# Official sites have no example.org.
ADRESSE: Final = "https://kleinkreis.example.test/konzept/"
UMBENANNT: Final = {
    "konzept.md": "konzept-schreiben.md",
    "service/adressen.md": "service/kontakte.md",
}

_FASSUNGEN: Final = """fassungen:
  - name: "2025.1"
    beschlossen_von: Jugendhilfeausschuss
    beschlossen_am: "2025-06-12"
    gueltig_ab: "2025-08-01"
    gueltig_bis: "2026-07-31"
  - name: "2026.1"
    beschlossen_von: Jugendhilfeausschuss
    beschlossen_am: "2026-06-18"
    gueltig_ab: "2026-08-01"
"""
_SERVICE: Final = {
    "kontakte": "{{ kontakte() }}",
    "netzwerk": "## Rat und Hilfe { #rat }\n\n{{ organisationen() }}",
    "schulen": "{{ schulen() }}\n\n{{ gemeinden() }}",
    "traeger": "## Anstellungsträger\n\n{{ anstellungstraeger() }}",
    "schulwechsel": '## Weiter\n\n{{ schulwechsel("weiter") }}',
    "kinderschutz": "{{ kinderschutz() }}",
    "aenderung-vorschlagen": "Schreiben Sie uns.",
    "impressum": "{{ impressum() }}",
    "datenschutz": "{{ datenschutz() }}",
    "barrierefreiheit": "{{ barrierefreiheit() }}",
    "barriere-melden": "{{ barriere_melden() }}",
    "pruefbericht": "{{ pruefbericht() }}",
    "selbstbewertung": "{{ selbstbewertung() }}",
    "koordinierungsstelle": '{{ kontakt("koordination") }}',
}
_LIVE: Final = {
    f"service/{name}.md": ("live", f"# Seite {name}\n\n{text}\n") for name, text in _SERVICE.items()
}
_GLOSSAR: Final = {"glossar.md": ("wortlaut", "# Glossar\n\n{{ glossar() }}\n")}
_NAV_LIVE: Final = "".join(f"    - Seite {name}: service/{name}.md\n" for name in _SERVICE)

# The old wording: it breaks rules of content that came later, names a contact, a school's town and
# pages that have gone, and links live pages by names of then.
_KONZEPT_ALT: Final = """# Konzept

#### Gleich zur Sache

Die Schulsozialarbeit {{ region("im_satz") }}: {{ kennzahl("anzahl-schulen") }}.
Rufen Sie an: {{ kontakt_zeile("koordination") }} oder {{ kontakt_zeile("aufgeloest") }}.

Siehe [Kontakte](service/adressen.md#koordination), [Netzwerk](service/netzwerk.md#rat),
[Sprechstunde](service/netzwerk.md#sprechstunde), [Gewesenes](service/gewesen.md#x),
[Kleinstadt](service/gemeinden/kleinstadt.md), [Liste](service/daten/schulen.csv),
[hier](glossar.md#asd), [draußen](https://www.example.org/) und [Qualität](qualitaet/index.md).

{{ kontakt("verschwunden") }}

{{ organisation("gab-es-einmal") }}

{{ stellen(gemeinde="eingemeindet") }}

{{ gemeinden() }}

{{ standard("qs-s-02") }}
"""
_BERICHTIGUNGEN: Final = f"""- id: zweite
  fassung: "2025.1"
  quelle: docs/glossar.md
  datum: "2026-09-02"
  grund: Schreibfehler & „Zeichen“.
  ersetzungen:
    - alt: x
  seiten:
    - seite: konzept.md
      pruefsumme: {"0" * 64}
- id: erste
  fassung: "2025.1"
  quelle: docs/konzept.md
  datum: "2026-03-05"
  grund: Eine Person war mit Namen genannt.
  ersetzungen:
    - alt: x
  seiten:
    - seite: konzept.md
      pruefsumme: {"0" * 64}
"""
DOCS: Final = {
    "2025.1": _GLOSSAR
    | {
        "index.md": ("wortlaut", "# Start\n\n{{ fassung() }}\n\n[Kontakte](service/adressen.md)\n"),
        "konzept.md": ("wortlaut", _KONZEPT_ALT),
        "qualitaet/index.md": ("wortlaut", "# Qualität\n\n[Netzwerk](../service/netzwerk.md)\n"),
        "qualitaet/vergessen.md": ("wortlaut", "# Vergessen\n\nNicht im Menü.\n"),
    },
    "2026.1": _GLOSSAR
    | {
        "index.md": ("wortlaut", "# Start\n\n{{ fassung() }}\n\n[Weg](service/gewesen.md)\n"),
        "konzept-schreiben.md": ("wortlaut", '# Konzept\n\n{{ kontakt("verschwunden") }}\n'),
        "standards/index.md": ("wortlaut", "# Standards\n\n{{ standards() }}\n"),
    },
    "entwurf": _GLOSSAR
    | {
        "index.md": ("wortlaut", "# Start\n\n{{ fassung() }}\n"),
        "konzept-schreiben.md": ("wortlaut", '# Konzept\n\n{{ kontakt("koordination") }}\n'),
        "standards/index.md": ("wortlaut", "# Standards\n\n{{ standards() }}\n"),
        "standards/neu.md": ("wortlaut", "# Neues\n\nText\n"),
    },
}
NAV: Final = {
    "2025.1": """- Start: index.md
- Kapitel:
    - Konzept: konzept.md
    - Qualität: qualitaet/index.md
    - Glossar: glossar.md
- Menschen:
    - Adressen: service/adressen.md
    - Gewesen: service/gewesen.md
    - Netzwerk: service/netzwerk.md
- Früher:
    - Gewesen: service/weg.md
""",
    "2026.1": """- Start: index.md
- Konzept: konzept-schreiben.md
- Standards: standards/index.md
- Glossar: glossar.md
- Kontakte: service/adressen.md
- Gewesen: service/gewesen.md
""",
    "entwurf": f"""- Start: index.md
- Konzept: konzept-schreiben.md
- Standards: standards/index.md
- Neues: standards/neu.md
- Glossar: glossar.md
- Service:
{_NAV_LIVE}""",
}
_ART: Final = {"2025.1": Art.ABGELOEST, "2026.1": Art.AKTUELL, "entwurf": Art.ENTWURF}
_DAY: Final = {"2025.1": date(2025, 6, 12), "2026.1": date(2026, 6, 18), "entwurf": None}


def order(name: str) -> Bauauftrag:
    """Return the order for one of the trees."""
    return Bauauftrag(
        fassung=None if name == "entwurf" else name,
        art=_ART[name],
        adresse=f"{ADRESSE}{name}/",
        fassungen=tuple(
            Fassungslink(
                other,
                _ART[other],
                _DAY[other],
                "" if other == name else f"../{other}/",
                frozenset(DOCS[other]) | (frozenset() if other == "2025.1" else frozenset(_LIVE)),
            )
            for other in ("2026.1", "2025.1", "entwurf")
        ),
        live="../2026.1/" if name == "2025.1" else "",
        umbenannt=UMBENANNT,
    )


def write_project(folder: Path, name: str, pages: dict[str, tuple[str, str]] | None = None) -> Path:
    """Write the sources of one tree; further pages replace or add to its own."""
    # Agreements, tasks and projects link pages that this small project does not have.
    data = ROOT / "tests" / "views" / "data"
    ignored = shutil.ignore_patterns("wortlaut", "aufgaben.yml", "vorhaben.yml")
    shutil.copytree(data, folder / "data", ignore=ignored)
    shutil.copytree(ROOT / "overrides", folder / "overrides")
    shutil.copy(ROOT / "mkdocs.yml", folder)
    (folder / "macros").mkdir()
    region = folder / "data/regionen/kleinkreis/region.yml"
    text = region.read_text(encoding="utf-8")
    before, after = text.split("fassungen:\n")
    region.write_text(
        (before + _FASSUNGEN + after[after.index("anbieter:") :])
        .replace("status: vorfuehrung", "status: amtlich")
        .replace("example.org", "example.test"),
        encoding="utf-8",
    )
    for uri, (art, text) in (DOCS[name] | _LIVE | (pages or {})).items():
        path = folder / "docs" / uri
        path.parent.mkdir(parents=True, exist_ok=True)
        title = uri.removesuffix(".md").removesuffix("/index").rpartition("/")[2]
        head = f"---\ntitle: Seite {title}\ndescription: Über {title}.\nart: {art}\n---\n\n"
        path.write_text(head + text, encoding="utf-8")
    wording = folder / "data/regionen/kleinkreis/wortlaut"
    wording.mkdir(exist_ok=True)
    (wording / "berichtigungen.yml").write_text(_BERICHTIGUNGEN, encoding="utf-8")
    (folder / "docs" / "nav.yml").write_text(NAV[name], encoding="utf-8")
    return folder


def build(folder: Path, site: Path, auftrag: Bauauftrag | None) -> subprocess.CompletedProcess[str]:
    """Build a project as the publication does."""
    environment = {k: v for k, v in os.environ.items() if not k.startswith("RAHMEN_")} | {
        "REGION": "kleinkreis",
        "RAHMEN_STICHTAG": "2026-09-15",
        "NO_MKDOCS_2_WARNING": "1",
    }
    if auftrag is not None:
        path = folder.with_name(f"{folder.name}.json")
        path.write_text(auftrag.to_json(), encoding="utf-8")
        environment[VARIABLE] = str(path)
    return subprocess.run(
        [sys.executable, "-P", "-m", "mkdocs", "build", "--strict", "--site-dir", str(site)],
        cwd=folder,
        env=environment,
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
    )
