"""Telephone numbers, mail and web addresses: which spellings are taken, and as what."""

from __future__ import annotations

from typing import Any

import pytest
from pydantic import TypeAdapter, ValidationError
from pydantic_core import PydanticCustomError

from macros.model.contact_values import Mailadresse, Telefonnummer, Webadresse

MAIL: TypeAdapter[str] = TypeAdapter(Mailadresse)
WEB: TypeAdapter[str] = TypeAdapter(Webadresse)


@pytest.mark.parametrize(
    ("written", "shown", "dialled"),
    [
        ("030 23125-100", "030 23125-100", "+493023125100"),
        ("030 23125–100", "030 23125-100", "+493023125100"),
        ("030 23125 - 100", "030 23125-100", "+493023125100"),
        ("030/23125100", "030 23125100", "+493023125100"),
        ("03023125100", "030 23125100", "+493023125100"),
        ("(030) 23125 100", "030 23125100", "+493023125100"),
        ("(0)30 23125100", "030 23125100", "+493023125100"),
        ("0 30 / 2 31 25 - 1 00", "030 23125-100", "+493023125100"),
        ("030\u00a023125-100", "030 23125-100", "+493023125100"),
        ("030.23125.100", "030 23125100", "+493023125100"),
        ("+49 30 23125-100", "030 23125-100", "+493023125100"),
        ("+49 (0) 30 23125-100", "030 23125-100", "+493023125100"),
        ("+49(0)30/23125100", "030 23125100", "+493023125100"),
        ("(+49) 30 23125-100", "030 23125-100", "+493023125100"),
        ("0049 30 23125-100", "030 23125-100", "+493023125100"),
        ("0049 (0)30 23125100", "030 23125100", "+493023125100"),
        ("  030 23125-100  ", "030 23125-100", "+493023125100"),
        ("02307/965-139", "02307 965-139", "+492307965139"),
        ("0 23 07 / 9 65 - 139", "02307 965-139", "+492307965139"),
        ("02307965139", "02307 965139", "+492307965139"),
        ("02921 30-0", "02921 30-0", "+492921300"),
        ("0171 3920012", "0171 3920012", "+491713920012"),
        ("+49 171 3920012", "0171 3920012", "+491713920012"),
        ("0800 1110111", "0800 1110111", "+498001110111"),
        ("110", "110", "110"),
        ("115", "115", "115"),
        ("116 117", "116 117", "116117"),
        ("116117", "116 117", "116117"),
    ],
)
def test_spellings_of_a_number(written: str, shown: str, dialled: str) -> None:
    number = Telefonnummer.parse(written)
    assert (number.text, number.uri, number.roh) == (shown, dialled, written)
    assert str(number) == shown
    assert Telefonnummer.parse(number.text).text == number.text, "shown numbers stay as they are"


@pytest.mark.parametrize(
    ("written", "message"),
    [
        ("", "Hier fehlt ein Wert"),
        ("k. A.", "ist keine Telefonnummer"),
        ("siehe oben", "ist keine Telefonnummer"),
        ("030 23125-100 oder 101", "mehr als eine"),
        ("030 23125-100, 030 23125-101", "mehr als eine"),
        ("030 23125-100 / 030 23125-101", "mehr als eine"),
        ("030 23125 App. 100", "mehr als eine"),
        ("030 23125-100 (Büro)", "mehr als eine"),
        ("O30 23125-100", "ein Buchstabe statt einer Ziffer"),
        ("030 23l25-100", "ein Buchstabe statt einer Ziffer"),
        ("23125-100", "fehlt die Vorwahl"),
        ("-100", "fehlt die Vorwahl"),
        ("030 23", "zu kurz"),
        ("030 23125 100 200 300 400", "zu lang"),
        ("0" * 100, "zu lang"),
        ("+43 1 23125100", "keine deutsche"),
        ("030#23125", "Zeichen, die nicht in eine Nummer gehören"),
        ("٠٣٠ ٢٣١٢٥", "Zeichen, die nicht in eine Nummer gehören"),
    ],
)
def test_what_is_no_number(written: str, message: str) -> None:
    with pytest.raises(PydanticCustomError, match=message):
        Telefonnummer.parse(written)


def test_mobile_numbers_are_known() -> None:
    assert Telefonnummer.parse("+49 (0) 171 3920012").mobil
    assert Telefonnummer.parse("0176 04069000").mobil
    assert not Telefonnummer.parse("0800 1110111").mobil


def context(adapter: TypeAdapter[str], value: Any) -> dict[str, str]:
    with pytest.raises(ValidationError) as raised:
        adapter.validate_python(value)
    return dict(raised.value.errors()[0]["ctx"])


@pytest.mark.parametrize(
    "mail",
    ["beratung@example.org", "o.k+x_y%z-1@a-b.example.org", "info@müller.example.org", " a@b.de "],
)
def test_good_mail(mail: str) -> None:
    assert MAIL.validate_python(mail) == mail.strip()


@pytest.mark.parametrize(
    ("mail", "proposal"),
    [
        ("beratung(at)example.org", "beratung@example.org"),
        ("beratung [ät] example [punkt] org", "beratung@example.org"),
        ("beratung @example.org", "beratung@example.org"),
        ("beratung@example,org", "beratung@example.org"),
        ("beratung@example.org,", "beratung@example.org"),
        ("beratung@example.org.", "beratung@example.org"),
        ("mailto:beratung@example.org", "beratung@example.org"),
        ("Beratung <beratung@example.org>", "beratung@example.org"),
        ("büro@müller.example.org", "buero@müller.example.org"),
        ("a@example.org; b@example.org", "a@example.org"),
        ("beratung.example.org", ""),
        ("a@b", ""),
        ("@example.org", ""),
        ("beratung@", ""),
        ("a@b@c", ""),
        ("x" * 250 + "@example.org", ""),
        ("beratung@-example.org", ""),
        ("be..ratung@example.org", ""),
    ],
)
def test_bad_mail(mail: str, proposal: str) -> None:
    assert context(MAIL, mail)["remedy"] == proposal


@pytest.mark.parametrize(
    "web",
    [
        "https://www.example.org/",
        "http://example.org",
        "https://example.org:8443/a?b=c#d",
        "https://müller.example.org/ä",
        "https://xn--mller-kva.example.org/",
    ],
)
def test_good_web(web: str) -> None:
    assert WEB.validate_python(web) == web


@pytest.mark.parametrize(
    ("web", "proposal"),
    [
        ("www.example.org", "https://www.example.org"),
        ("example.org/seite", "https://example.org/seite"),
        ("//example.org", "https://example.org"),
        ("http:/example.org", "https://example.org"),
        ("https//example.org", "https://example.org"),
        ("HTTPS://example.org", "https://example.org"),
        ("https: //example.org", "https://example.org"),
        ("https://redaktion:geheim@example.org/a", "https://example.org/a"),
        ("https://example.org/?token=abc", "https://example.org/"),
        ("javascript:alert(1)", ""),
        ("JaVaScRiPt:alert(1)", ""),
        ("java\tscript:alert(1)", ""),
        ("data:text/html,x", ""),
        ("vbscript:x", ""),
        ("file:///etc/passwd", ""),
        ("ftp://example.org", ""),
        ("https://", ""),
        ("https://www.beispiel", ""),
        ("https://intranet/x", ""),
        ("https://wiki.kreis.local/", ""),
        ("http://localhost:8000", ""),
        ("http://192.168.1.1/", ""),
        ("http://[::1]/", ""),
        ("http://[::1", ""),
        ("http://2130706433/", ""),
        ("https://example.org:99999999/", ""),
        ('https://example.org/"onclick', ""),
        ("https://example.org/<script>", ""),
        ("https://example.org/" + "x" * 3000, ""),
    ],
)
def test_bad_web(web: str, proposal: str) -> None:
    found = context(WEB, web)
    assert found["remedy"] == proposal
    assert found["message"]


@pytest.mark.parametrize("adapter", [MAIL, WEB])
def test_empty_addresses(adapter: TypeAdapter[str]) -> None:
    assert context(adapter, "  ")["message"] == "Hier fehlt ein Wert."
