"""Address cards, read back by an independent library: complete, whole characters, no persons."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest
import vobject

from macros.exports.catalog import ORDNER
from macros.exports.files import export_files, export_paths
from macros.exports.vcards import ALLE, Karte, card_path, cards, escape, folded, vcards
from macros.model.bestand import Bestand
from macros.model.records import Kontakt, Organisation, Person, Schule
from tests.musterkreis import musterkreis


def _read(data: bytes) -> list[Any]:
    return list(vobject.readComponents(data.decode()))


def _card(typ: type[Kontakt | Schule | Organisation], id: str) -> Any:
    record = musterkreis().finde(typ, id)
    assert record is not None
    (card,) = _read(vcards(musterkreis())[card_path(record)])
    return card


def test_every_card_reads_and_says_what_the_record_says() -> None:
    files = vcards(musterkreis())
    expected = {karte.pfad: karte for karte in cards(musterkreis())}
    assert len(expected) > 100
    for path, karte in expected.items():
        (card,) = _read(files[path])
        assert (card.version.value, card.fn.value) == ("3.0", karte.name)
        assert tuple(card.org.value) == karte.einheit
        assert [tel.value for tel in card.contents.get("tel", [])] == [n for _, n in karte.telefone]
        assert card.contents["note"][0].value == karte.notiz
        mails = [mail.value for mail in card.contents.get("email", [])]
        assert mails == ([karte.email] if karte.email else [])


def test_a_single_card_is_too_small_to_name_its_size() -> None:
    files = vcards(musterkreis())
    assert max(len(content) for path, content in files.items() if path != ALLE) < 2000


def test_one_file_holds_all_cards_and_no_id_twice() -> None:
    everything = _read(vcards(musterkreis())[ALLE])
    assert len(everything) == len(list(cards(musterkreis())))
    assert len({card.uid.value for card in everything}) == len(everything)


def test_a_contact_has_the_address_of_its_organisation_and_its_hours() -> None:
    card = _card(Kontakt, "jugendamt-luettenmoor")
    assert card.adr.value.street == "Rathausgasse 3"
    assert (card.adr.value.code, card.adr.value.city) == ("09924", "Lüttenmoor")
    assert "Sprechzeiten: Mo–Do 8–15:30 Uhr, Fr 8–12 Uhr" in card.note.value
    assert "Kinderschutz" in card.note.value
    assert "Vorführung, keine amtliche Seite" in card.note.value


def test_a_secret_address_is_on_no_card() -> None:
    assert not hasattr(_card(Organisation, "schutzhaus-muster"), "adr")


def test_a_mobile_number_needs_to_be_a_work_phone() -> None:
    bestand = musterkreis()
    kontakt = bestand.finde(Kontakt, "schulsozialarbeit-seehausen")
    assert kontakt is not None
    assert [t.value for t in _card(Kontakt, kontakt.id).contents["tel"]] == [
        "+493023125230",
        "+491713920012",
    ]
    private = kontakt.model_copy(update={"mobil_dienstlich": False})
    tables: dict[Any, Any] = {**bestand.tables, Kontakt: {kontakt.id: private}}
    data = vcards(Bestand(bestand.stichtag, tables, bestand.herkunft))[card_path(kontakt)]
    assert b"1713920012" not in data


def test_a_function_that_is_gone_has_no_card() -> None:
    assert not any("beratungstelefon-schulabsentismus" in path for path in vcards(musterkreis()))


def test_no_card_names_a_person() -> None:
    persons = musterkreis().alle(Person)
    assert persons
    text = vcards(musterkreis())[ALLE].decode().replace("\r\n ", "")
    for person in persons:
        assert person.name not in text
        for number in (person.telefon, person.mobil):
            assert number is None or number.uri not in text


@pytest.mark.parametrize(
    ("text", "escaped"),
    [
        ("Mo, Di; Mi", "Mo\\, Di\\; Mi"),
        ("zwei\nZeilen", "zwei\\nZeilen"),
        ("C:\\Ablage", "C:\\\\Ablage"),
        ("„Hilfe“ – jetzt", "„Hilfe“ – jetzt"),
    ],
)
def test_what_has_a_meaning_in_the_format_is_escaped(text: str, escaped: str) -> None:
    assert escape(text) == escaped


@pytest.mark.parametrize("text", ["kurz", "ü" * 200, "a" * 75, "a" * 76, "🙂" * 40, ""])
def test_lines_have_75_octets_at_most_and_whole_characters(text: str) -> None:
    parts = folded(text)
    assert all(len(part.encode()) <= 75 for part in parts)
    assert parts[0] + "".join(part[1:] for part in parts[1:]) == text
    assert all(part.startswith(" ") for part in parts[1:])


def test_hostile_texts_stay_one_value() -> None:
    (karte, *_) = cards(musterkreis())
    attack = "Amt\nTEL:+4911\r\nEND:VCARD\\;,"
    hostile: Karte = replace(karte, name=attack, einheit=(attack,), notiz=attack)
    (card,) = _read(hostile.text("https://example.org/").encode())
    assert card.fn.value == attack.replace("\r\n", "\n")
    assert [tel.value for tel in card.contents["tel"]] == [n for _, n in karte.telefone]


def test_paths_are_known_without_making_the_files() -> None:
    made = set(export_files(musterkreis()))
    known = export_paths(musterkreis())
    assert {path for path in made if path.startswith(ORDNER)} <= known <= made
