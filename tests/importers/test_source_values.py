"""Telephone, mail and website of a source: taken where usable, else left out and said."""

from __future__ import annotations

import pytest

from macros.importers.delimited import Zelle
from macros.importers.source_values import phone, school_mail, website


def cell(text: str) -> Zelle:
    return Zelle(text, 7, 11)


@pytest.mark.parametrize(
    ("vorwahl", "nummer", "wanted"),
    [
        ("030", "23125210", "030 23125210"),
        ("030", "23125-210", "030 23125-210"),
        ("", "030 23125210", "030 23125210"),
        ("030", "", ""),
        ("", "", ""),
    ],
)
def test_phone_is_joined(vorwahl: str, nummer: str, wanted: str) -> None:
    assert phone({"vorwahl": cell(vorwahl), "telefon": cell(nummer)}, "x.csv", "A") == (wanted, [])


@pytest.mark.parametrize(
    ("vorwahl", "nummer"),
    [("0171", "3920099"), ("30", "23125210"), ("030", "1"), ("030", "siehe Amt"), ("", "23125210")],
)
def test_an_unusable_phone_is_left_out_and_said(vorwahl: str, nummer: str) -> None:
    text, befunde = phone({"vorwahl": cell(vorwahl), "telefon": cell(nummer)}, "x.csv", "A")
    assert text == ""
    assert [(b.rule, b.line, b.column) for b in befunde] == [("R-510", 7, 11)]


def test_no_column_is_no_phone() -> None:
    assert phone({}, "x.csv", "A") == ("", [])


@pytest.mark.parametrize(
    ("address", "wanted", "rules"),
    [
        ("990001@schule.nrw.de", "990001@schule.nrw.de", []),
        ("990001@Schule.NRW.de", "990001@schule.nrw.de", []),
        ("", "", []),
        ("990002@schule.nrw.de", "", ["R-512"]),
        ("vorname.nachname@example.org", "", ["R-512"]),
    ],
)
def test_only_the_official_mailbox_is_taken(address: str, wanted: str, rules: list[str]) -> None:
    text, befunde = school_mail(cell(address), "990001", "x.csv", "A")
    assert (text, [b.rule for b in befunde]) == (wanted, rules)
    assert "nachname" not in "".join(b.message for b in befunde)


@pytest.mark.parametrize(
    ("address", "wanted"),
    [
        ("https://schule.example.org/a?b=1", "https://schule.example.org/a?b=1"),
        ("http://schule.example.org", "http://schule.example.org"),
        ("https://www.südschule.example.org/ab", "https://www.xn--sdschule-65a.example.org/ab"),
        ("https://straße.example.org", "https://straße.example.org"),
        ("", ""),
    ],
)
def test_website_is_kept_as_given(address: str, wanted: str) -> None:
    assert website(cell(address), "x.csv", "A") == (wanted, [])


@pytest.mark.parametrize(
    "address",
    [
        "www.example.org", "javascript:alert(1)", "http://localhost/", "https://a:b@example.org",
        "https://..ü..", "https://ü" + "ü" * 70 + ".org",
    ],
)  # fmt: skip
def test_an_unusable_website_is_left_out_and_said(address: str) -> None:
    text, befunde = website(cell(address), "x.csv", "A")
    assert text == ""
    assert [b.rule for b in befunde] == ["R-510"]
