"""Edits of YAML lists: the change is made, and every other byte stays."""

from __future__ import annotations

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from macros.importers.yaml_edit import Satzdatei, UnlesbarError
from macros.importers.yaml_text import scalar

ORDER = ("id", "name", "strasse", "plz", "telefon", "koordinaten", "quelle")
TEXT = """\
# yaml-language-server: $schema=x.json
# Kopf der Datei

# Die Grundschule Süd 🏫 zieht 2027 um
- id: gs-sued
  name:   "Grundschule Süd"   # so heißt sie hier
  telefon: 030 23125-210
  # Bemerkung am Ende
- id: gs-nord
  name: >-
    Grundschule
    Nord
  koordinaten: {breite: "51.5000"}
  praesenz: [mo, di]

- {id: gs-west, name: 'West', plz: "09911"}
"""


def records(text: str) -> list[dict[str, object]]:
    loaded = yaml.load(text, Loader=yaml.BaseLoader)
    return list(loaded or [])


def edit(text: str, index: int, path: str, value: str) -> str:
    file = Satzdatei(text)
    file.set(file.saetze[index], path, value, ORDER)
    return file.result()


@pytest.mark.parametrize(
    ("index", "path", "value", "old", "new"),
    [
        (0, "name", "Schule am See", '"Grundschule Süd"   # so', '"Schule am See"   # so'),
        (0, "telefon", "030 23125-211", "030 23125-210", "030 23125-211"),
        (0, "strasse", "Seestraße 1", "  telefon:", "  strasse: Seestraße 1\n  telefon:"),
        (0, "plz", "09911", "  telefon:", '  plz: "09911"\n  telefon:'),
        (0, "quelle", "MSB", "  # Bemerkung", "  quelle: MSB\n  # Bemerkung"),
        (0, "koordinaten.breite", "51.5", "  # Bemerkung",
         '  koordinaten:\n    breite: "51.5"\n  # Bemerkung'),
        (1, "name", "Nord", ">-\n    Grundschule\n    Nord\n", "Nord\n"),
        (1, "koordinaten.breite", "51.6000", '"51.5000"', '"51.6000"'),
        (1, "koordinaten.laenge", "8.1", '"51.5000"}', '"51.5000", laenge: "8.1"}'),
        (1, "strasse", "Weg 2", "  koordinaten:", "  strasse: Weg 2\n  koordinaten:"),
        (2, "name", "West, neu", "'West'", '"West, neu"'),
        (2, "telefon", "030 23125-213", '"09911"}', '"09911", telefon: 030 23125-213}'),
    ],
)  # fmt: skip
@pytest.mark.parametrize("newline", ["\n", "\r\n"])
@pytest.mark.parametrize("bom", ["", "\ufeff"])
def test_set_changes_one_place_only(
    index: int, path: str, value: str, old: str, new: str, newline: str, bom: str
) -> None:
    assert TEXT.count(old) == 1
    wanted = bom + TEXT.replace(old, new).replace("\n", newline)
    result = edit(bom + TEXT.replace("\n", newline), index, path, value)
    assert result == wanted
    outer, _, inner = path.partition(".")
    found = records(result.removeprefix("\ufeff"))[index][outer]
    assert (found[inner] if isinstance(found, dict) else found) == value


def test_several_new_fields_keep_their_order() -> None:
    file = Satzdatei(TEXT)
    for path, value in (
        ("strasse", "Weg 1"),
        ("plz", "09911"),
        ("koordinaten.breite", "51.5"),
        ("koordinaten.laenge", "8.1"),
    ):
        file.set(file.saetze[0], path, value, ORDER)
    assert """\
  strasse: Weg 1
  plz: "09911"
  telefon: 030 23125-210
  koordinaten:
    breite: "51.5"
    laenge: "8.1"
  # Bemerkung am Ende
""" in file.result()


def test_no_edit_gives_the_same_text() -> None:
    for text in (TEXT, "", "# nur Kopf\n", "[]\n", TEXT.replace("\n", "\r\n"), "\ufeff" + TEXT):
        assert Satzdatei(text).result() == text


@pytest.mark.parametrize(("after", "place"), [(None, 0), (0, 1), (1, 2), (2, 3)])
def test_insert(after: int | None, place: int) -> None:
    file = Satzdatei(TEXT)
    anchor = None if after is None else file.saetze[after]
    file.insert(anchor, {"id": "neu-1", "name": "Neu: 1"})
    file.insert(anchor, {"id": "neu-2", "koordinaten.breite": "51.5", "koordinaten.laenge": "8.1"})
    result = file.result()
    ids = [record["id"] for record in records(result)]
    expected = ["gs-sued", "gs-nord", "gs-west"]
    expected[place:place] = ["neu-1", "neu-2"]
    assert ids == expected
    kept = [line for line in result.splitlines() if line in TEXT.splitlines()]
    assert [line for line in kept if line] == [line for line in TEXT.splitlines() if line]
    assert result.index("🏫 zieht 2027 um\n- id: gs-sued") > 0


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("", "- id: a\n"),
        ("# Kopf\n", "# Kopf\n\n- id: a\n"),
        ("# Kopf\n\n", "# Kopf\n\n- id: a\n"),
        ("# Kopf\n[]\n", "# Kopf\n\n- id: a\n"),
        ("# Kopf\n[]", "# Kopf\n\n- id: a\n"),
        ("- id: b", "- id: b\n\n- id: a\n"),
        ("- id: b\n- id: c\n", "- id: b\n- id: c\n- id: a\n"),
        ("- id: b\n\n- id: c\n", "- id: b\n\n- id: c\n\n- id: a\n"),
        ("  - id: b\n", "  - id: b\n\n  - id: a\n"),
    ],
)
def test_insert_at_the_end_fits_the_file(text: str, wanted: str) -> None:
    file = Satzdatei(text)
    file.insert(file.saetze[-1] if file.saetze else None, {"id": "a"})
    assert file.result() == wanted


def test_remove_takes_the_comment_above_and_keeps_the_head() -> None:
    file = Satzdatei(TEXT)
    removed = file.remove(file.saetze[0])
    assert removed.startswith("# Die Grundschule Süd")
    assert removed.endswith("# Bemerkung am Ende\n")
    assert file.result() == TEXT.replace(removed, "")

    only = Satzdatei("# Kopf\n- id: a\n- id: b\n")
    assert only.remove(only.saetze[0]) == "- id: a\n"
    assert only.result() == "# Kopf\n- id: b\n"


def test_remove_leaves_one_blank_line_between_the_neighbours() -> None:
    file = Satzdatei("- id: a\n\n- id: b\n\n- id: c\n")
    file.remove(file.saetze[1])
    assert file.result() == "- id: a\n\n- id: c\n"


def test_remove_and_insert_at_the_same_place() -> None:
    file = Satzdatei("- id: a\n\n- id: b\n\n- id: c\n")
    file.remove(file.saetze[1])
    file.insert(file.saetze[0], {"id": "x"})
    file.remove(file.saetze[0])
    file.insert(None, {"id": "y"})
    assert [r["id"] for r in records(file.result())] == ["x", "y", "c"]


@pytest.mark.parametrize(
    "text", ["id: a\n", "- a\n", "[{id: a}]\n", "- id: 'a\n", "- id: *x\n", "x" * 3 + ": [" * 3]
)
def test_another_form_is_refused(text: str) -> None:
    with pytest.raises(UnlesbarError):
        Satzdatei(text)


def test_a_record_in_braces_takes_no_block() -> None:
    with pytest.raises(UnlesbarError):
        edit(TEXT, 2, "koordinaten.breite", "51.5")


@pytest.mark.parametrize(
    ("value", "written"),
    [
        ("Seestraße 1", "Seestraße 1"),
        ("02947 888920", "02947 888920"),
        ("990001@schule.nrw.de", "990001@schule.nrw.de"),
        ("https://x.example.org/?a=b#c", "https://x.example.org/?a=b#c"),
        ("Seehausen, GG am See", "Seehausen, GG am See"),
        ("01067", '"01067"'),
        ("2026-09-01", '"2026-09-01"'),
        ("12:30", '"12:30"'),
        ("1.10", '"1.10"'),
        ("0x1F", '"0x1F"'),
        ("1e5", '"1e5"'),
        ("NO", '"NO"'),
        ("ja", '"ja"'),
        ("Schulstr. 5 #2", '"Schulstr. 5 #2"'),
        ("Schule: Nord", '"Schule: Nord"'),
        ("Schule:", '"Schule:"'),
        ('Schule "Nord"', "'Schule \"Nord\"'"),
        ("- x", '"- x"'),
        ("*x", '"*x"'),
        ("[x]", '"[x]"'),
        ("", '""'),
    ],
)
def test_scalar_is_plain_only_where_that_is_safe(value: str, written: str) -> None:
    assert scalar(value) == written


ANY = st.text(st.characters(exclude_categories=("Cc", "Cs", "Zl", "Zp", "Cn", "Co")), max_size=30)
NUMBERS = st.text("0123456789abcdefxoTZ-+.:_, ", max_size=20)


@given(st.one_of(ANY, NUMBERS), st.booleans())
def test_scalar_always_comes_back_as_the_same_text(value: str, flow: bool) -> None:
    value = " ".join(value.replace("\ufeff", "").split())
    text = f"- {{a: {scalar(value, flow=True)}, b: c}}\n" if flow else f"- a: {scalar(value)}\n"
    assert records(text)[0]["a"] == value
    assert isinstance(yaml.safe_load(text)[0]["a"], str)
