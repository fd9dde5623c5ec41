"""A macro that lists files made from the pages tells their size once they are made."""

from __future__ import annotations

from typing import TYPE_CHECKING

from macros.pages.run import Makrolauf

if TYPE_CHECKING:
    from macros.model.bestand import Bestand

LEER = "service/muster/konzept/leer.docx"


def _listed(lauf: Makrolauf) -> str:
    return str(lauf.seite("service/muster.md").call("muster", (), {}).html)


def test_the_size_is_told_once_it_is_known(bestand: Bestand) -> None:
    lauf = Makrolauf(bestand)
    assert 'Leeres Muster</a> <span class="datei">(Word)</span>' in _listed(lauf)
    lauf.offer({LEER: 31_200})
    assert 'Leeres Muster</a> <span class="datei">(Word, 31\u00a0KB)</span>' in _listed(lauf)


def test_other_macros_are_not_carried_out_again(bestand: Bestand) -> None:
    lauf = Makrolauf(bestand)
    before = lauf.seite("service/kontakte.md").call("kontakte", (), {})
    lauf.offer({LEER: 31_200})
    assert lauf.seite("service/kontakte.md").call("kontakte", (), {}) is before
