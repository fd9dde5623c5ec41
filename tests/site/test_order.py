"""The Bauauftrag keeps what it was given, and refuses nonsense in German."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from macros.site.order import VARIABLE, Art, AuftragFehler, Bauauftrag, Fassungslink

SEITEN = frozenset({"index.md", "glossar.md"})
AKTUELL = Fassungslink("2026.1", Art.AKTUELL, date(2026, 6, 18), "../2026.1/", SEITEN)
ALT = Fassungslink("2025.1", Art.ABGELOEST, date(2025, 6, 12), "", SEITEN)
ENTWURF = Fassungslink("entwurf", Art.ENTWURF, None, "../entwurf/", SEITEN)
AUFTRAG = Bauauftrag(
    "2025.1",
    Art.ABGELOEST,
    "https://kreis.example.org/konzept/2025.1/",
    (ENTWURF, AKTUELL, ALT),
    live="../2026.1/",
    umbenannt={"alt.md": "neu.md"},
)


def test_json_and_back() -> None:
    assert Bauauftrag.from_json(AUFTRAG.to_json()) == AUFTRAG


def test_same_order_same_text() -> None:
    umbenannt = {"b.md": "c.md", "a.md": "c.md"}
    turned = replace(AUFTRAG, umbenannt=dict(reversed(umbenannt.items())))
    assert turned.to_json() == replace(AUFTRAG, umbenannt=umbenannt).to_json()


def test_address_of_another_tree() -> None:
    assert AUFTRAG.adresse_von(AKTUELL) == "https://kreis.example.org/konzept/2026.1/"
    assert AUFTRAG.aktuelle == AKTUELL
    assert AUFTRAG.eigene == ALT


def test_only_a_draft() -> None:
    own = replace(ENTWURF, adresse_relativ="")
    auftrag = Bauauftrag(None, Art.ENTWURF, "https://kreis.example.org/entwurf/", (own,))
    assert auftrag.aktuelle is None
    assert Bauauftrag.from_json(auftrag.to_json()) == auftrag


def test_without_the_variable_an_ordinary_build(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv(VARIABLE, raising=False)
    assert Bauauftrag.from_env() is None


def test_from_the_environment(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "Auftrag für heute.json"
    path.write_text(AUFTRAG.to_json(), encoding="utf-8")
    monkeypatch.setenv(VARIABLE, str(path))
    assert Bauauftrag.from_env() == AUFTRAG


@pytest.mark.parametrize("content", [None, b"\xff\xfe{"], ids=["fehlt", "kein UTF-8"])
def test_unreadable_file(
    content: bytes | None, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "auftrag.json"
    if content is not None:
        path.write_bytes(content)
    monkeypatch.setenv(VARIABLE, str(path))
    with pytest.raises(AuftragFehler, match="lässt sich nicht lesen") as caught:
        Bauauftrag.from_env()
    assert str(tmp_path) not in str(caught.value)


def _set(*path: str | int, to: Any) -> Callable[[dict[str, Any]], None]:
    def change(data: dict[str, Any]) -> None:
        target: Any = data
        for step in path[:-1]:
            target = target[step]
        target[path[-1]] = to

    return change


def _drop(name: str) -> Callable[[dict[str, Any]], None]:
    return lambda data: data.pop(name) and None


NONSENSE: dict[str, tuple[Callable[[dict[str, Any]], None], str]] = {
    "Feld fehlt": (_drop("live"), "es fehlt: live"),
    "Feld zu viel": (_set("farbe", to="rot"), "unbekannt: farbe"),
    "Art": (_set("art", to="alt"), "„art“ ist eines von aktuell, abgeloest, entwurf"),
    "Art passt nicht": (_set("art", to="entwurf"), "Genau der Entwurf hat keinen Namen"),
    "Fassung ist Zahl": (_set("fassung", to=2025.1), "„fassung“ ist kein Text"),
    "Adresse": (_set("adresse", to="kreis.example.org/"), "ist keine Webadresse"),
    "Adresse mit Skript": (_set("adresse", to="javascript:alert(1)/"), "ist keine Webadresse"),
    "Adresse offen": (_set("adresse", to="https://a.example.org/x"), "Schrägstrich"),
    "keine Liste": (_set("fassungen", to={}), "„fassungen“ ist keine Liste"),
    "Eintrag kein Objekt": (_set("fassungen", 0, to="x"), "kein Objekt"),
    "Name": (_set("fassungen", 1, "name", to="../x"), "kein Name einer Fassung"),
    "Entwurf heißt anders": (_set("fassungen", 0, "name", to="2027.1"), "kein Name"),
    "Tag": (_set("fassungen", 1, "beschlossen_am", to="18.06.2026"), "kein Tag der Form"),
    "Tag gibt es nicht": (_set("fassungen", 1, "beschlossen_am", to="2026-02-30"), "kein Tag"),
    "ohne Beschluss": (_set("fassungen", 1, "beschlossen_am", to=None), "Tag des Beschlusses"),
    "Weg nach außen": (_set("fassungen", 1, "adresse_relativ", to="../../"), "hat nicht die Form"),
    "Weg mit Schema": (_set("fassungen", 1, "adresse_relativ", to="//x/"), "hat nicht die Form"),
    "zweimal": (_set("fassungen", 1, "name", to="2025.1"), "steht zweimal"),
    "eigene fehlt": (_set("fassung", to="2025.2"), "steht nicht genau einmal ohne Adresse"),
    "zwei aktuelle": (_set("fassungen", 2, "art", to="aktuell"), "steht nicht genau einmal"),
    "keine aktuelle": (_set("fassungen", 1, "art", to="abgeloest"), "fehlt die aktuelle"),
    "live falsch": (_set("live", to=""), "erwartet wird „../2026.1/“"),
    "Seite außerhalb": (_set("fassungen", 1, "seiten", 0, to="../x.md"), "kein Pfad einer Seite"),
    "Seite ohne Endung": (_set("fassungen", 1, "seiten", 0, to="glossar"), "kein Pfad einer Seite"),
    "Größe als Text": (_set("fassungen", 1, "buch", to="groß"), "keine Größe in Byte"),
    "Größe unter null": (_set("fassungen", 1, "buch", to=-1), "keine Größe in Byte"),
    "keine Startseite": (_set("fassungen", 1, "seiten", to=["a.md"]), "index.md fehlt"),
    "umbenannt": (_set("umbenannt", "a.md", to="/b.md"), "kein Pfad einer Seite"),
    "umbenannt kein Text": (_set("umbenannt", "a.md", to=1), "„umbenannt.a.md“ ist kein Text"),
}


@pytest.mark.parametrize("case", NONSENSE.values(), ids=NONSENSE.keys())
def test_nonsense_is_refused(case: tuple[Callable[[dict[str, Any]], None], str]) -> None:
    change, said = case
    data = json.loads(AUFTRAG.to_json())
    change(data)
    with pytest.raises(AuftragFehler) as caught:
        Bauauftrag.from_json(json.dumps(data))
    assert said in str(caught.value)


@pytest.mark.parametrize("text", ["", "{", "[" * 100_000, "[]", "null", '{"art": 1, "art": 2}'])
def test_no_order_at_all(text: str) -> None:
    with pytest.raises(AuftragFehler, match="nicht zu verstehen"):
        Bauauftrag.from_json(text)
