"""How macros are found and called, and what an author is told when a call is wrong."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from macros.views.errors import MakroFehler, UnbekannteKennung
from macros.views.registry import REGISTRY, call, makro

from .kleinkreis import run

if TYPE_CHECKING:
    from macros.views.ansicht import Ansicht

CONTRACT = {
    "region": ["feld"],
    "fassung": [],
    "stand_heute": [],
    "kennzahl": ["id"],
    "begriff": ["id", "text"],
    "kontakt": ["id"],
    "kontakt_zeile": ["id"],
    "kontakte": ["thema"],
    "kinderschutz": [],
    "kinderschutz_ort": ["gemeinde"],
    "kinderschutz_blatt": [],
    "kinderschutz_mitnehmen": [],
    "hilfenummern": [],
    "jugendaemter": [],
    "netzwerk_ort": ["gemeinde"],
    "andere_gemeinden": ["gemeinde"],
    "organisation": ["id"],
    "organisationen": ["thema", "art", "gemeinde"],
    "zustaendige": ["gemeinde"],
    "zustaendigkeiten": [],
    "schulen": ["gemeinde", "schulform"],
    "stellen": ["gemeinde"],
    "gemeinden": [],
    "schulen_nach": ["merkmal"],
    "angebote_nach": ["merkmal"],
    "schulwechsel": ["richtung"],
    "anstellungstraeger": [],
    "schultraeger": [],
    "a_bis_z": [],
    "standard": ["id"],
    "standards": ["dimension"],
    "standardkatalog": [],
    "recht": ["id"],
    "rechtsgrundlagen": ["ebene"],
    "regionaltext": ["id"],
    "glossar": [],
    "impressum": [],
    "datenschutz": [],
    "barrierefreiheit": [],
    "barriere_melden": [],
    "pruefbericht": [],
    "selbstbewertung": [],
    "checkliste": [],
    "verarbeitungsverzeichnis": [],
    "quellen": [],
    "downloads": [],
    "bild": ["id"],
    "diagramm": ["id"],
    "zahlentafel": ["id"],
    "stellenzahlen": [],
    "kennzahlen": ["ids"],
    "zeitstrahl": [],
    "gremien": [],
    "gremienbild": [],
    "termine": ["welche", "gremium"],
    "terminreihen": [],
    "themenaufrufe": [],
    "kalender": [],
    "fortbildungen": ["welche"],
    "meldungen": ["welche"],
    "schwerpunkte": [],
    "vereinbarung": ["id"],
    "vereinbarungen": ["typ"],
    "vereinbarungszeit": [],
    "vereinbarungsmuster": [],
    "klauseln": [],
    "klauselvergleich": [],
    "vergleich": ["alt", "neu", "teil"],
    "vergleiche": [],
    "beratung": [],
    "beschlussweg": [],
    "beschlussunterlagen": [],
    "selbstevaluation": ["rolle"],
    "stufen": [],
    "konzepte": [],
    "muster": [],
    "handzettel": [],
    "fremde_zahlen": [],
    "vorlagen": [],
    "fassungsbeschluesse": [],
    "beteiligungen": [],
    "foerderungen": [],
    "foerderjahre": [],
    "vorhaben": [],
    "umfragen": [],
    "aufgaben": [],
    "neu_termine": [],
    "neu_anmeldung": [],
    "neu_blatt": [],
    "makros": [],
    "regeln": [],
}
INLINE = {"region", "fassung", "stand_heute", "kennzahl", "begriff", "kontakt_zeile", "recht"}


def test_names_and_parameters_only_grow() -> None:
    """Chapters of old Fassungen call macros by these names with these parameters."""
    assert {name: [p.name for p in m.parameters] for name, m in REGISTRY.items()} == CONTRACT


def test_what_stands_in_running_text() -> None:
    assert {name for name, m in REGISTRY.items() if m.inline} == INLINE


@pytest.mark.parametrize("name", sorted(REGISTRY))
def test_each_macro_is_documented(name: str) -> None:
    entry = REGISTRY[name]
    assert entry.zweck.endswith(".")
    assert entry.beispiel.startswith(f"{name}(")
    for parameter in entry.parameters:
        assert parameter.beschreibung.endswith(".")
        assert parameter.beschreibung[0].isupper()


def test_documentation_comes_from_the_docstring() -> None:
    entry = REGISTRY["begriff"]
    assert entry.zweck == (
        "Setzt einen Fachbegriff in den Satz und verlinkt seine Erklärung im Glossar."
    )
    assert [(p.name, p.default, p.pflicht) for p in entry.parameters] == [
        ("id", None, True),
        ("text", "", False),
    ]
    assert entry.parameters[1].beschreibung == (
        "Wie der Begriff in diesem Satz lautet, etwa „des Jugendamts“. "
        "Ohne Angabe steht dort der Begriff selbst."
    )


def test_a_name_is_given_once() -> None:
    with pytest.raises(ValueError, match="kontakt"):
        makro(inline=False, beispiel="kontakt()")(REGISTRY["kontakt"].function)


WRONG: list[tuple[str, list[Any], dict[str, Any], str, str]] = [
    ("kontkt", ["a"], {}, "Ein Makro „kontkt“ gibt es nicht. Meinten Sie „kontakt“?",
     'kontakt("koordination")'),
    ("kontakt", [], {}, "Das Makro „kontakt“ braucht die Angabe „id“.", 'kontakt("koordination")'),
    ("kontakt", ["a", "b"], {},
     "Das Makro „kontakt“ nimmt höchstens eine Angabe, angegeben sind 2.",
     'kontakt("koordination")'),
    ("fassung", ["a"], {}, "Das Makro „fassung“ nimmt keine Angaben, angegeben sind 1.",
     "fassung()"),
    ("kontakt", [7], {}, "Das Makro „kontakt“ erwartet bei „id“ einen Text in Anführungszeichen.",
     'kontakt("koordination")'),
    ("kontakt", [None], {},
     "Das Makro „kontakt“ erwartet bei „id“ einen Text in Anführungszeichen.",
     'kontakt("koordination")'),
    ("kontakt", ["a"], {"id": "b"}, "Das Makro „kontakt“ hat die Angabe „id“ zweimal bekommen.",
     'kontakt("koordination")'),
    ("schulen", [], {"gemiende": "a"},
     "Das Makro „schulen“ kennt die Angabe „gemiende“ nicht. Meinten Sie „gemeinde“?",
     'schulen(gemeinde="seehausen")'),
    ("schulen", [], {"farbe": "a"}, "Das Makro „schulen“ kennt die Angabe „farbe“ nicht.",
     'schulen(gemeinde="seehausen")'),
    ("kontakt", ["kordination"], {},
     "Die Kennung „kordination“ gibt es in kontakte.yml nicht. Meinten Sie „koordination“?",
     '"koordination"'),
    ("schulen", ["nirgendwo"], {}, "Die Kennung „nirgendwo“ gibt es in gemeinden.yml nicht.",
     "Es gibt: kleinstadt, uferdorf."),
    ("region", ["nahme"], {},
     "Eine Angabe „nahme“ gibt es in region.yml nicht. Meinten Sie „name“?",
     '"name"'),
    ("region", ["koordinierungsstelle"], {},
     "Eine Angabe „koordinierungsstelle“ gibt es in region.yml nicht.",
     "Es gibt: name, im_satz, art, land, status, ags, adresse, anbieter.name, …."),
    ("kennzahl", ["summe-vzä"], {},
     "Eine Kennzahl „summe-vzä“ gibt es nicht. Meinten Sie „summe-vzae“?", '"summe-vzae"'),
    ("standards", ["strucktur"], {},
     "„strucktur“ ist hier nicht erlaubt. Meinten Sie „struktur“?",
     "Erlaubt: struktur, prozess, ergebnis."),
]  # fmt: skip


@pytest.mark.parametrize(("name", "args", "kwargs", "message", "remedy"), WRONG)
def test_a_wrong_call_says_what_to_mend(
    ansicht: Ansicht,
    name: str,
    args: list[Any],
    kwargs: dict[str, Any],
    message: str,
    remedy: str,
) -> None:
    with pytest.raises(MakroFehler) as caught:
        call(ansicht, name, args, kwargs)
    assert (caught.value.message, caught.value.remedy) == (message, remedy)


def test_an_unknown_id_offers_those_that_exist(ansicht: Ansicht) -> None:
    with pytest.raises(UnbekannteKennung) as caught:
        run(ansicht, 'standard("qs-x-99")')
    assert (caught.value.kennung, caught.value.bekannt[0]) == ("qs-x-99", "qs-s-01")


def test_a_fragment_knows_whether_it_stands_in_running_text(ansicht: Ansicht) -> None:
    for source in ('kontakt("koordination")', 'kontakt_zeile("koordination")', "fassung()"):
        fragment = run(ansicht, source)
        assert fragment.inline == REGISTRY[source.partition("(")[0]].inline
