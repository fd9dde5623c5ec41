"""A second and later import: what is new, gone, changed by hand, or used elsewhere."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from macros.importers.report import render_plan
from macros.model.findings import Stufe
from tests.importers.conftest import DATEIEN
from tests.importers.plans import changes, empty, records, rules

if TYPE_CHECKING:
    from tests.importers.conftest import Projekt


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
