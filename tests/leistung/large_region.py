"""A copy of the project with one large region: hundreds of schools, a thousand contacts.

The schools are those of the shipped region that was read from the ministry's file, several times
over; posts, contacts and ways from school to school are made up.
"""

from __future__ import annotations

import json
import shutil
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any, Final

import yaml

REGION: Final = "kreis-soest"
EMPLOYERS: Final = 12
_PARTS: Final = ("data", "docs", "macros", "overrides", "mkdocs.yml")
_TOPICS: Final = ("kinderschutz", "schulabsentismus", "sucht", "bildung-und-teilhabe", "migration")
_PER_FILE: Final = 250
_CHECKED: Final = "2026-10-05"


def write_large_region(root: Path, folder: Path, schools: int, contacts: int) -> None:
    """Copy the project and let its region grow.

    Args:
        root: the project.
        folder: empty folder for the copy.
        schools: how many schools the region gets, each with a post.
        contacts: how many functions can be reached beside the Koordinierungsstelle; those of the
            posts come first.
    """
    for part in _PARTS:
        source = root / part
        if source.is_dir():
            shutil.copytree(source, folder / part, ignore=shutil.ignore_patterns("__pycache__"))
        else:
            shutil.copy(source, folder / part)
    bestand = folder / "data" / "regionen" / REGION / "bestand"
    school_records = _schools(_read(bestand / "schulen.yml"), schools)
    towns = [town["id"] for town in _read(bestand / "gemeinden.yml")]
    organisations = [*_read(bestand / "organisationen.yml"), *_employers()]
    _write(bestand / "schulen.yml", school_records)
    _write(bestand / "organisationen.yml", organisations)
    _write(bestand / "programme.yml", [{"id": "programm", "name": "Landesprogramm"}])
    _write(bestand / "kontakte.yml", _contacts(school_records, towns, contacts))
    _write(bestand / "stellen.yml", _posts(school_records, contacts))


def _read(path: Path) -> list[dict[str, Any]]:
    # Everything is text in these files, whatever it looks like.
    found: list[dict[str, Any]] = yaml.load(path.read_text(encoding="utf-8"), yaml.BaseLoader)
    return found


def _write(path: Path, records: Iterable[dict[str, Any]]) -> None:
    """Write records with every text in quotes, in as many files as the limit of size asks for."""
    path.unlink(missing_ok=True)
    remaining = list(records)
    for number in range(0, len(remaining), _PER_FILE):
        lines: list[str] = []
        for record in remaining[number : number + _PER_FILE]:
            lead = "- "
            for key, value in record.items():
                lines.extend(_lines(lead, key, value))
                lead = "  "
        letter = chr(ord("a") + number // _PER_FILE)
        part = path.with_stem(f"{path.stem}-{letter}") if len(remaining) > _PER_FILE else path
        part.write_text("\n".join([*lines, ""]), encoding="utf-8")


def _lines(lead: str, key: str, value: Any) -> Iterator[str]:
    if isinstance(value, str):
        yield f"{lead}{key}: {json.dumps(value, ensure_ascii=False)}"
    elif isinstance(value, dict):
        yield f"{lead}{key}:"
        for name, part in value.items():
            yield from _lines(" " * len(lead) + "  ", name, part)
    elif all(isinstance(item, str) for item in value):
        yield f"{lead}{key}: [{', '.join(value)}]"
    else:
        yield f"{lead}{key}:"
        for item in value:
            first = " " * len(lead) + "  - "
            for name, part in item.items():
                yield from _lines(first, name, part)
                first = " " * len(first)


def _schools(shipped: list[dict[str, Any]], wanted: int) -> list[dict[str, Any]]:
    records = []
    for number in range(wanted):
        source = shipped[number % len(shipped)]
        turn = number // len(shipped)
        record = {k: v for k, v in source.items() if k != "hauptstandort"}
        if turn:
            record["id"] = f"{source['id']}-{turn}"
            record["schulnummer"] = str(500_000 + number)
            record["name"] = f"{source['name']} {turn + 1}"
        records.append(record)
    higher = [r["id"] for r in records if r["schulform"] in ("gymnasium", "gesamtschule")]
    primary = (r for r in records if r["schulform"] == "grundschule")
    for number, record in enumerate(primary):
        record["uebergang_zu"] = [higher[(number + i) % len(higher)] for i in range(3)]
    return records


def _employers() -> list[dict[str, Any]]:
    return [
        {
            "id": f"traeger-{number}",
            "name": f"Jugendhilfe Beispielort {number}",
            "art": "freier-traeger",
            "telefon": f"040 66969-{number:03}",
            "email": f"kontakt@jugendhilfe-{number}.example.org",
            "geprueft_am": _CHECKED,
        }
        for number in range(EMPLOYERS)
    ]


def _contacts(
    schools: list[dict[str, Any]], towns: list[str], wanted: int
) -> Iterator[dict[str, Any]]:
    yield {
        "id": "koordination",
        "funktion": "Koordinierungsstelle Schulsozialarbeit",
        "organisation": "regionales-bildungsbuero",
        "telefon": "030 23125-000",
        "email": "schulsozialarbeit@kreis.example.org",
        "zustaendig": {"orte": ["alle"], "themen": ["fachberatung"]},
    }
    for number in range(wanted):
        record: dict[str, Any] = {
            "id": f"kontakt-{number}",
            "funktion": f"Beratung {_TOPICS[number % len(_TOPICS)]} {number}",
            "organisation": f"traeger-{number % EMPLOYERS}",
            "telefon": f"030 23125-{number % 1000:03}",
            "email": f"kontakt-{number}@beratung.example.org",
            "sprechzeiten": "Mo–Do 9–15 Uhr und nach Vereinbarung",
        }
        if number < len(schools):
            record["funktion"] = f"Schulsozialarbeit {schools[number]['name']}"
        else:
            record["zustaendig"] = {
                "orte": [towns[number % len(towns)]],
                "themen": [_TOPICS[number % len(_TOPICS)]],
            }
        yield {**record, "geprueft_am": _CHECKED}


def _posts(schools: list[dict[str, Any]], contacts: int) -> Iterator[dict[str, Any]]:
    for number, school in enumerate(schools):
        vacant = number % 10 == 9
        yield {
            "id": f"st-{number}",
            "anstellungstraeger": f"traeger-{number % EMPLOYERS}",
            "programm": "programm",
            "status": "unbesetzt" if vacant else "besetzt",
            "einsatz": [
                {"schule": school["id"], "vzae": "0,5", "praesenz": "Mo, Mi und Fr 9–13 Uhr"}
            ],
            "kontakt": f"kontakt-{number}" if number < contacts else "koordination",
            **({"vertretung": "koordination"} if vacant and number < contacts else {}),
            "geprueft_am": _CHECKED,
        }
