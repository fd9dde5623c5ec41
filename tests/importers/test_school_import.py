"""The import as a whole: what is taken, what is said, what a second run changes."""

from __future__ import annotations

import codecs
import os
import re
from typing import TYPE_CHECKING

import pytest
import yaml
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from macros.importers.delimited import parse_table
from macros.importers.nrw_schools import read_schools
from macros.importers.report import render_plan
from macros.model.findings import Stufe
from macros.model.report import format_text
from tests.importers.conftest import DATEIEN, GEMEINDEN, REGION

if TYPE_CHECKING:
    from pathlib import Path

    from macros.importers.difference import Eintrag, Unterschied
    from macros.importers.plan import Importplan
    from tests.importers.conftest import Projekt

STAND = "MSB NRW, Schulgrunddaten, Stand April 2026"


def records(projekt: Projekt, name: str = "schulen.yml") -> dict[str, dict[str, object]]:
    loaded = yaml.load(projekt.read(name), Loader=yaml.BaseLoader)
    return {record["id"]: record for record in loaded}


def rules(plan: Importplan, stufe: Stufe | None = None) -> list[str]:
    return [b.rule for b in plan.befunde if stufe is None or b.stufe is stufe]


def changes(entries: tuple[Eintrag, ...]) -> dict[str, list[tuple[str, str, str]]]:
    return {e.nummer: [(f.name, f.alt, f.neu) for f in e.felder] for e in entries}


def empty(unterschied: Unterschied) -> bool:
    return unterschied.leer and not unterschied.bleibt and not unterschied.entfallen


def test_every_field_of_a_school(projekt: Projekt) -> None:
    projekt.einlesen()
    found = records(projekt)
    assert list(found) == ["seehausen-gg-am-see", "seehausen-gym-sued", "waldau-foe-waldau"]
    assert found["seehausen-gg-am-see"] == {
        "id": "seehausen-gg-am-see",
        "schulnummer": "990001",
        "name": "Grundschule am See, Städt. Gem. Grundschule – Primarstufe",
        "kurzname": "Seehausen, GG (Verb.) am See",
        "schulform": "grundschule",
        "rechtsform": "oeffentlich",
        "schultraeger": "stadt-seehausen-schulverwaltungsamt",
        "schulbetrieb": "aktiv",
        "gemeinde": "seehausen",
        "strasse": "Seestraße 1",
        "plz": "09911",
        "ort": "Seehausen",
        "telefon": "030 23125210",
        "email": "990001@schule.nrw.de",
        "website": "https://gs-am-see.example.org/",
        "koordinaten": {"breite": "51.560142", "laenge": "8.332381"},
        "quelle": STAND,
    }
    south = found["seehausen-gym-sued"]
    assert (south["rechtsform"], south["schulbetrieb"]) == ("privat", "laeuft-aus")
    assert south["strasse"] == 'Südring "12"'
    assert found["waldau-foe-waldau"]["schulbetrieb"] == "beginnt"
    assert not any("geprueft_am" in record for record in found.values())


def test_organisations_are_made_from_the_list(projekt: Projekt) -> None:
    projekt.einlesen()
    found = records(projekt, "organisationen.yml")
    assert list(found) == [
        "kreis-muster",
        "stadt-seehausen-schulverwaltungsamt",
        "traegerverein-gymnasium-sued-e-v",
        "zweckverband-der-foerderschulen-waldau",
    ]
    assert found["zweckverband-der-foerderschulen-waldau"] == {
        "id": "zweckverband-der-foerderschulen-waldau",
        "name": "Zweckverband der Förderschulen Waldau",
        "art": "zweckverband",
        "strasse": "Am Wald 2",
        "plz": "09921",
        "ort": "Waldau",
        "traegernummer": "91002",
        "quelle": "MSB NRW, Schulträgerverzeichnis, Stand Dezember 2022",
    }
    # the mobile number and „[Name entfernt]“ of the list are not taken
    club = found["traegerverein-gymnasium-sued-e-v"]
    assert club["name"] == "Trägerverein Gymnasium Süd e. V."
    assert "telefon" not in club
    assert projekt.read("organisationen.yml").startswith("# von Hand\n- id: kreis-muster\n")


def test_what_is_left_out_is_said(projekt: Projekt) -> None:
    plan = projekt.plan()
    said = {b.message for b in plan.befunde if b.rule == "R-509"}
    assert said == {
        "990004 Schulamt für den Musterkreis ist Schulaufsicht und keine Schule (Schulform 0A). "
        "Die Zeile wird ausgelassen.",
        "990005 Alte Schule ist aufgelöst (Schulbetrieb 9). Die Zeile wird ausgelassen.",
    }
    assert (plan.zeilen, plan.zeilen_region, plan.ausgelassen) == (6, 5, 2)


def test_second_run_changes_nothing(projekt: Projekt) -> None:
    projekt.einlesen()
    before = {p.name: (p.read_bytes(), p.stat().st_mtime_ns) for p in projekt.bestand.iterdir()}
    plan = projekt.einlesen()
    assert empty(plan.schulen)
    assert empty(plan.traeger)
    assert plan.texte == ()
    assert (plan.schulen.gleich, plan.traeger.gleich) == (3, 3)
    after = {p.name: (p.read_bytes(), p.stat().st_mtime_ns) for p in projekt.bestand.iterdir()}
    assert after == before
    assert "Es gibt nichts zu schreiben" in render_plan(plan)


def test_planning_writes_nothing(projekt: Projekt) -> None:
    projekt.plan()
    assert not (projekt.bestand / "schulen.yml").exists()


@pytest.mark.parametrize(
    "encode",
    [
        lambda t: codecs.BOM_UTF8 + t.encode(),
        lambda t: t.encode("cp1252"),
        lambda t: t.encode("cp850"),
        lambda t: t.replace("\n", "\r\n").encode("cp1252"),
        lambda t: t.removeprefix("sep=;\n").encode(),
        lambda t: t.replace("UTMHochwert;", "UTMHochwert").encode(),
        lambda t: t.encode("utf-16"),
    ],
    ids=["bom", "cp1252", "cp850", "crlf", "ohne-sep", "ohne-strichpunkt", "utf-16"],
)
def test_every_encoding_gives_the_same_records(
    projekt: Projekt, quelle: str, encode: object
) -> None:
    projekt.einlesen()
    assert callable(encode)
    again = projekt.plan(projekt.source("schuldaten_2026-04.csv", encode(quelle)))
    assert empty(again.schulen), again.befunde
    assert again.schulen.gleich == 3


def test_another_years_layout_gives_the_same_records(projekt: Projekt) -> None:
    old = (DATEIEN / "schuldaten_2019-10.csv").read_text(encoding="utf-8")
    source = projekt.source("schuldaten_2026-04.csv", old)
    plan = projekt.einlesen(source, DATEIEN / "key_traeger_2019-10.csv")
    assert rules(plan, Stufe.WARNUNG) == []
    in_old_layout = records(projekt)
    (projekt.bestand / "schulen.yml").unlink()
    projekt.einlesen()
    today = records(projekt)
    for id, record in in_old_layout.items():
        assert record == today[id] | {"schultraeger": record["schultraeger"]}


def test_changed_new_and_gone_by_schulnummer(projekt: Projekt, quelle: str) -> None:
    projekt.einlesen()
    text = quelle.replace('"23125210"', '"23125211"').replace("Seestraße 1", "Seestraße 2")
    text = text.replace('"990003"', '"990033"').replace("FÖ Waldau", "FÖ Neu")
    source = projekt.source("schuldaten_2027-04.csv", text)
    plan = projekt.plan(source)
    assert changes(plan.schulen.geaendert) == {
        "990001": [
            ("strasse", "Seestraße 1", "Seestraße 2"),
            ("telefon", "030 23125210", "030 23125211"),
        ]
    }
    assert not plan.schulen.geaendert[0].abweichend
    assert [(e.nummer, e.id) for e in plan.schulen.neu] == [("990033", "waldau-foe-neu")]
    assert [(e.nummer, e.grund) for e in plan.schulen.entfallen] == [
        ("990003", "steht nicht mehr in der Quelle")
    ]
    assert [e.nummer for e in plan.schulen.nur_stand] == ["990002"]
    report = render_plan(plan)
    assert "Straße: „Seestraße 1“ → „Seestraße 2“" in report
    assert "Bei 1 Eintrag ändert sich nur der Stand der Quelle." in report

    projekt.einlesen(source)
    found = records(projekt)
    assert list(found) == ["seehausen-gg-am-see", "seehausen-gym-sued", "waldau-foe-neu"]
    assert {r["quelle"] for r in found.values()} == {"MSB NRW, Schulgrunddaten, Stand April 2027"}
    assert empty(projekt.plan(source).schulen)


def test_hand_made_additions_order_and_comments_survive(projekt: Projekt, quelle: str) -> None:
    projekt.einlesen()
    text = projekt.read("schulen.yml")
    blocks = re.split(r"\n(?=- id:)", text)
    blocks = [blocks[0], blocks[3].rstrip("\n") + "\n", *blocks[1:3]]
    text = "\n".join(blocks)
    text = text.replace(
        "  telefon: 030 23125210\n",
        "  telefon: '030 23125-210'   # Sekretariat\n  geprueft_am: \"2026-09-01\"\n",
    )
    text = text.replace("kurzname: Seehausen, GG (Verb.) am See", "kurzname: Seeschule")
    text += "# Von Hand ergänzt, ohne Schulnummer\n- id: lernort\n  name: Lernort am See\n"
    text += "  schulform: grundschule\n  gemeinde: waldau\n"
    projekt.write("schulen.yml", text)

    plan = projekt.plan()
    assert plan.schulen.leer
    assert changes(plan.schulen.bleibt) == {
        "990001": [("kurzname", "Seeschule", "Seehausen, GG (Verb.) am See")]
    }
    source = projekt.source("schuldaten_2026-04.csv", quelle.replace("Südring", "Nordring"))
    projekt.einlesen(source)
    assert projekt.read("schulen.yml") == text.replace("Südring", "Nordring")


def test_an_official_field_changed_by_hand_is_shown_and_overwritten_on_demand(
    projekt: Projekt,
) -> None:
    projekt.einlesen()
    original = projekt.read("schulen.yml")
    changed = original.replace("Am Wald 3", "Am Wald 3a").replace('  plz: "09921"\n', "")
    projekt.write("schulen.yml", changed)
    plan = projekt.plan()
    assert changes(plan.schulen.geaendert) == {
        "990003": [("strasse", "Am Wald 3a", "Am Wald 3"), ("plz", "", "09921")]
    }
    assert plan.schulen.geaendert[0].abweichend
    assert "Abweichend (hier von Hand geändert" in render_plan(plan)
    assert projekt.read("schulen.yml") == changed
    projekt.einlesen()
    assert projekt.read("schulen.yml") == original


def test_a_value_the_source_lacks_stays(projekt: Projekt) -> None:
    projekt.einlesen()
    text = projekt.read("schulen.yml").replace(
        "  email: 990003@schule.nrw.de\n",
        "  email: 990003@schule.nrw.de\n  website: https://waldau.example.org/\n",
    )
    projekt.write("schulen.yml", text)
    plan = projekt.einlesen()
    assert changes(plan.schulen.bleibt) == {
        "990003": [("website", "https://waldau.example.org/", "")]
    }
    assert projekt.read("schulen.yml") == text
    assert "hier „https://waldau.example.org/“, Quelle (ohne Angabe)" in render_plan(plan)


def test_a_gone_school_that_is_used_stays_and_the_user_is_named(
    projekt: Projekt, quelle: str
) -> None:
    projekt.einlesen()
    projekt.write(
        "stellen.yml",
        "- id: st-1\n  anstellungstraeger: kreis-muster\n  status: unbesetzt\n  einsatz:\n"
        '    - schule: waldau-foe-waldau\n      vzae: "0,5"\n',
    )
    lines = [line for line in quelle.splitlines(keepends=True) if not line.startswith('"990003"')]
    source = projekt.source("schuldaten_2026-04.csv", "".join(lines))
    before = projekt.read("schulen.yml")
    plan = projekt.einlesen(source)
    assert projekt.read("schulen.yml") == before
    blocked = next(b for b in plan.befunde if b.rule == "R-515")
    assert "st-1 (data/regionen/musterkreis/bestand/stellen.yml, Zeile 5)" in blocked.message
    assert blocked.file == "data/regionen/musterkreis/bestand/schulen.yml"
    assert before.splitlines()[blocked.line - 1] == "- id: waldau-foe-waldau"

    (projekt.bestand / "stellen.yml").unlink()
    projekt.einlesen(source)
    assert list(records(projekt)) == ["seehausen-gg-am-see", "seehausen-gym-sued"]


def test_a_damaged_or_unreadable_row_does_not_make_its_school_gone(
    projekt: Projekt, quelle: str
) -> None:
    projekt.einlesen()
    shortened = quelle.replace('"990003";"08";', '"990003";')
    plan = projekt.plan(projekt.source("schuldaten_2026-04.csv", shortened))
    assert plan.schulen.entfallen == ()
    assert "R-504" in rules(plan, Stufe.WARNUNG)
    unknown = quelle.replace('"990003";"08";', '"990003";"42";')
    plan = projekt.plan(projekt.source("schuldaten_2026-04.csv", unknown))
    assert plan.schulen.entfallen == ()
    assert rules(plan, Stufe.FEHLER) == ["R-508"]
    assert not plan.schreibbar


def test_a_school_that_moved_or_closed_is_gone_with_its_reason(
    projekt: Projekt, quelle: str
) -> None:
    projekt.einlesen()
    moved = quelle.replace('"91002";"05999008";"3"', '"91002";"05998008";"3"')
    plan = projekt.plan(projekt.source("schuldaten_2026-04.csv", moved))
    assert plan.schulen.entfallen[0].grund.endswith("(Gemeindeschlüssel 05998008)")
    closed = quelle.replace('"91002";"05999008";"3"', '"91002";"05999008";"9"')
    plan = projekt.plan(projekt.source("schuldaten_2026-04.csv", closed))
    assert plan.schulen.entfallen[0].grund == "ist aufgelöst (Schulbetrieb 9)"


def test_many_gone_schools_at_once_block(projekt: Projekt, quelle: str) -> None:
    row = next(line for line in quelle.splitlines() if line.startswith('"990001"'))
    many = "".join(row.replace("990001", f"99010{i}") + "\n" for i in range(4))
    projekt.einlesen(projekt.source("schuldaten_2026-04.csv", quelle + many))
    plan = projekt.plan()
    assert rules(plan, Stufe.FEHLER) == ["R-516"]
    assert "4 von 7 Schulen der Region fehlen" in plan.befunde[0].message
    assert plan.schulen.entfallen == ()


def test_new_schools_find_their_place_in_a_hand_ordered_file(projekt: Projekt, quelle: str) -> None:
    projekt.einlesen()
    text = quelle
    for number, name, key in (
        ("990101", "Brückenschule", "05999004"),
        ("990102", "Zaunschule", "05999004"),
        ("990103", "Ackerschule", "05999008"),
    ):
        text += (
            text.splitlines()[2]
            .replace("990001", number)
            .replace("Grundschule am See", name)
            .replace("am See", name)
            .replace("05999004", key)
            + "\n"
        )
    projekt.einlesen(projekt.source("schuldaten_2026-04.csv", text))
    numbers = [record["schulnummer"] for record in records(projekt).values()]
    assert numbers == ["990101", "990001", "990002", "990102", "990103", "990003"]


def test_an_existing_organisation_is_joined_and_not_doubled(projekt: Projekt) -> None:
    text = """\
# von Hand
- id: amt
  name: "Stadt Seehausen – Schulverwaltungsamt" # so genannt
  art: kommune
  telefon: 030 23125-399
- id: verband
  name: Unser Zweckverband
  art: sonstige
  traegernummer: "91002"
"""
    projekt.write("organisationen.yml", text)
    plan = projekt.einlesen()
    assert changes(plan.traeger.geaendert) == {"91001": [("traegernummer", "", "91001")]}
    after = projekt.read("organisationen.yml")
    assert after.startswith(text.replace("-399\n", '-399\n  traegernummer: "91001"\n'))
    found = records(projekt)
    assert found["seehausen-gg-am-see"]["schultraeger"] == "amt"
    assert found["waldau-foe-waldau"]["schultraeger"] == "verband"


def test_a_newer_list_updates_what_came_from_the_list(projekt: Projekt) -> None:
    projekt.einlesen()
    text = (DATEIEN / "schultraeger_2022-12.csv").read_text(encoding="utf-8")
    text = text.replace("Am Wald 2", "Am Wald 20")
    same = projekt.plan(traeger=projekt.source("schultraeger_2022-12.csv", text))
    assert changes(same.traeger.bleibt) == {"91002": [("strasse", "Am Wald 2", "Am Wald 20")]}
    assert same.traeger.leer
    newer = projekt.source("schultraeger_2026-01.csv", text)
    projekt.einlesen(traeger=newer)
    found = records(projekt, "organisationen.yml")["zweckverband-der-foerderschulen-waldau"]
    assert found["strasse"] == "Am Wald 20"
    assert found["quelle"] == "MSB NRW, Schulträgerverzeichnis, Stand Januar 2026"
    older = projekt.plan()
    assert older.traeger.leer
    assert older.traeger.bleibt


def test_without_the_list_known_bodies_are_joined_and_others_said(
    projekt: Projekt,
) -> None:
    from macros.importers.plan import plan_school_import

    plan = plan_school_import(projekt.root, "musterkreis", DATEIEN / "schuldaten_2026-04.csv")
    assert rules(plan, Stufe.WARNUNG) == ["R-513"] * 3
    assert "--traeger" in plan.befunde[-1].remedy or any(
        "--traeger" in b.remedy for b in plan.befunde
    )
    assert len(plan.schulen.neu) == 3


@pytest.mark.parametrize(
    ("name", "change", "rule", "words"),
    [
        ("region.yml", lambda t: t.replace('ags: "05999"\n', ""), "R-517", "ags"),
        ("region.yml", lambda t: t.replace("05999", "05111"), "R-516", "05111"),
        ("gemeinden.yml", lambda t: t + "- id: x\n", "R-101", "name"),
        ("gemeinden.yml", lambda t: t.replace("- id", "id"), "R-", ""),
        ("organisationen.yml", lambda t: "[{id: a, name: b, art: land}]\n", "R-517", "eckigen"),
        (
            "organisationen.yml",
            lambda t: (
                t + '  traegernummer: "1"\n- id: b\n  name: B\n  art: land\n  traegernummer: "1"\n'
            ),
            "R-517",
            "Trägernummer 1",
        ),
        ("schulen.yml", lambda t: "- id: a\n  name: [\n", "R-", ""),
        (
            "schulen.yml",
            lambda t: "".join(
                f'- id: {i}\n  name: A\n  schulnummer: "990001"\n  schulform: grundschule\n'
                "  gemeinde: waldau\n"
                for i in "ab"
            ),
            "R-517",
            "Schulnummer 990001",
        ),
    ],
)
def test_faults_in_the_own_files_are_said_and_nothing_is_written(
    projekt: Projekt, name: str, change: object, rule: str, words: str
) -> None:
    path = projekt.bestand / name
    path = path if name != "region.yml" else projekt.bestand.parent / name
    text = path.read_text(encoding="utf-8") if path.exists() else ""
    assert callable(change)
    path.write_text(change(text), encoding="utf-8")
    plan = projekt.plan()
    faults = [b for b in plan.befunde if b.stufe is Stufe.FEHLER]
    assert any(b.rule.startswith(rule) and words in b.message for b in faults), faults
    assert not plan.schreibbar


def test_unknown_region_is_said(projekt: Projekt) -> None:
    from macros.importers.plan import plan_school_import

    plan = plan_school_import(projekt.root, "nirgendwo", DATEIEN / "schuldaten_2026-04.csv")
    assert rules(plan) == ["R-517"]


def test_missing_municipality_comes_with_the_finished_record(projekt: Projekt, quelle: str) -> None:
    projekt.write("gemeinden.yml", GEMEINDEN.split("- id: waldau")[0])
    plan = projekt.plan()
    fault = next(b for b in plan.befunde if b.rule == "R-507")
    assert fault.stufe is Stufe.FEHLER
    record = fault.remedy[fault.remedy.index("- id:") :]
    projekt.write("gemeinden.yml", GEMEINDEN.split("- id: waldau")[0] + record + "\n")
    assert projekt.plan().schreibbar
    assert records(projekt, "gemeinden.yml")["waldau"]["plz"] == ["09921"]


@pytest.mark.parametrize(
    ("old", "new", "rule", "stufe", "words"),
    [
        ("Schulnummer;", "Nr;", "R-503", Stufe.FEHLER, "„Schulnummer“ fehlt"),
        ("Traegernummer;", "Traegernumer;", "R-503", Stufe.FEHLER, "kommt „Traegernumer“"),
        ("Gemeindeschluessel;", "", "R-503", Stufe.FEHLER, "Gefunden: Schulnummer, Schulform"),
        ("Homepage;", "Netz;", "R-503", Stufe.WARNUNG, "Die Website wird nicht eingelesen"),
        ("Fax;", "PLZ;", "R-503", Stufe.FEHLER, "„PLZ“ kommt zweimal vor"),
        ('"05999004"', '"5999004"', "R-519", Stufe.FEHLER, "führende Null"),
    ],
)
def test_other_columns_are_said(
    projekt: Projekt, quelle: str, old: str, new: str, rule: str, stufe: Stufe, words: str
) -> None:
    plan = projekt.plan(projekt.source("schuldaten_2026-04.csv", quelle.replace(old, new)))
    assert any(b.rule == rule and b.stufe is stufe and words in b.message for b in plan.befunde), (
        plan.befunde
    )


def test_a_missing_optional_column_leaves_the_field_alone(projekt: Projekt, quelle: str) -> None:
    projekt.einlesen()
    plan = projekt.plan(
        projekt.source("schuldaten_2026-04.csv", quelle.replace("Homepage;", "Netz;"))
    )
    assert plan.schulen.leer
    assert plan.schulen.bleibt == ()


def test_the_stand_comes_from_name_or_option(projekt: Projekt, quelle: str) -> None:
    from macros.importers.plan import plan_school_import

    source = projekt.source("schuldaten.csv", quelle)
    plan = plan_school_import(projekt.root, "musterkreis", source)
    assert rules(plan, Stufe.FEHLER) == ["R-506"]
    assert "--stand" in plan.befunde[0].remedy
    plan = plan_school_import(projekt.root, "musterkreis", source, stand="2025-10")
    assert plan.quelle == "MSB NRW, Schulgrunddaten, Stand Oktober 2025"
    plan = plan_school_import(projekt.root, "musterkreis", source, stand="April")
    assert "kein Stand" in plan.befunde[0].message


def test_an_older_file_does_not_overwrite_a_newer_one(projekt: Projekt, quelle: str) -> None:
    projekt.einlesen()
    plan = projekt.plan(projekt.source("schuldaten_2025-10.csv", quelle))
    assert rules(plan, Stufe.FEHLER) == ["R-520"]


def test_messages_of_a_faulty_file(projekt: Projekt) -> None:
    """All faults of one file at once, word for word; after a wanted change write it anew."""
    plan = projekt.plan(DATEIEN / "fehlerhaft_2026-04.csv")
    text = f"{render_plan(plan)}\n\n{format_text(plan.befunde)}\n"
    golden = DATEIEN / "fehlerhaft.txt"
    if os.environ.get("GOLDEN_SCHREIBEN"):
        golden.write_text(text, encoding="utf-8")
    assert text == golden.read_text(encoding="utf-8")
    assert str(projekt.root) not in text
    assert "3920099" not in text  # the mobile number
    assert "vorname.nachname" not in text


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(cut=st.integers(0, 3000), junk=st.binary(max_size=12), at=st.integers(0, 3000))
def test_no_damage_to_the_source_raises(
    projekt: Projekt, quelle: str, cut: int, junk: bytes, at: int
) -> None:
    data = quelle.encode()
    at %= len(data)
    damaged = data[:at] + junk + data[at + cut :]
    plan = projekt.plan(projekt.source("schuldaten_2026-04.csv", damaged))
    assert render_plan(plan)
    assert format_text(plan.befunde)


def test_reading_is_by_name_and_not_by_position(quelle: str) -> None:
    lines = [line.split(";") for line in quelle.splitlines()[1:] if "Vereins" not in line]
    turned = "\n".join(";".join(reversed(line[:24])) for line in lines)
    forms = {"02": "grundschule", "08": "foerderschule", "20": "gymnasium"}
    tables = [parse_table(text.encode(), "x.csv")[0] for text in (quelle, turned)]
    first, second = (read_schools(t, "05999", forms) for t in tables if t is not None)
    kept = [s.felder for s in first.schulen if s.nummer != "990002"]
    assert [s.felder for s in second.schulen] == kept


def test_region_fixture_is_valid(projekt: Projekt) -> None:
    assert REGION.startswith("id: musterkreis")
    assert not [b for b in projekt.plan().befunde if b.stufe is Stufe.FEHLER]


def test_source_path_outside_the_project_is_not_shown(projekt: Projekt, tmp_path: Path) -> None:
    plan = projekt.plan(tmp_path / "unterwegs" / "schuldaten_2026-04.csv")
    assert plan.befunde[0].file == "schuldaten_2026-04.csv"
    assert "unterwegs" not in format_text(plan.befunde)
