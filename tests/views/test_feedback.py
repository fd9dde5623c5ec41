"""Mail links that confirm or correct a record, or an honest way without a mailbox."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from typing import TYPE_CHECKING
from urllib.parse import parse_qs, urlsplit

import pytest
from bs4 import BeautifulSoup

from macros.model.freshness import STALE_AFTER, unconfirmed_since
from macros.model.records import Kontakt, Organisation, Schule, Stelle
from macros.model.verweis import Verweis
from macros.views.ansicht import Ansicht
from macros.views.feedback import page_of, rueckmeldung_zu
from tests.musterkreis import musterkreis

from .kleinkreis import run

if TYPE_CHECKING:
    from collections.abc import Mapping

    from macros.model.bestand import Bestand
    from macros.model.record import Record

Satz = Kontakt | Organisation | Schule | Stelle
RECORDS: list[Satz] = [
    *musterkreis().alle(Kontakt),
    *musterkreis().alle(Organisation),
    *musterkreis().alle(Schule),
    *musterkreis().alle(Stelle),
]
VIEW = Ansicht(musterkreis(), "../../")


def _mail(href: str) -> tuple[str, str, str]:
    parts = urlsplit(href)
    fields = parse_qs(parts.query, strict_parsing=True)
    assert parts.scheme == "mailto"
    return parts.path, fields["subject"][0], fields.get("body", [""])[0]


@pytest.mark.parametrize("knapp", [False, True])
def test_each_mail_says_which_record_is_meant(knapp: bool) -> None:
    mailbox = musterkreis().region.koordinierungsstelle.ziel.email
    for satz in RECORDS:
        ways = rueckmeldung_zu(VIEW, satz, knapp)
        for href in filter(None, (ways.stimmt, ways.stimmt_nicht)):
            to, subject, body = _mail(href)
            name = getattr(satz, "funktion", getattr(satz, "name", "Stelle "))
            assert to == mailbox
            assert knapp or name in subject
            assert satz.id in subject + body
            assert knapp or f"musterkreis.example.org/{page_of(satz)}" in body


def test_confirming_and_correcting_are_two_mails() -> None:
    ways = rueckmeldung_zu(VIEW, RECORDS[0])
    assert _mail(ways.stimmt)[1].startswith("Stimmt noch: ")
    assert _mail(ways.stimmt_nicht)[1].startswith("Stimmt nicht: ")
    assert _mail(ways.stimmt_nicht)[2].endswith("Richtig ist: ")


def test_the_mail_stays_one_mail_whatever_a_name_holds() -> None:
    school = musterkreis().alle(Schule)[0]
    attack = "Am See\r\nBcc: x@example.org&bcc=x@example.org?#%0ABcc"
    hostile = school.model_copy(update={"name": attack})
    to, subject, _ = _mail(rueckmeldung_zu(VIEW, hostile).stimmt)
    assert (to, subject) == (
        "schulsozialarbeit@kreis-muster.example.org",
        f"Stimmt noch: {attack}",
    )


def test_without_a_mailbox_the_page_of_the_office_helps() -> None:
    bestand = _without_mailbox(musterkreis())
    ways = rueckmeldung_zu(Ansicht(bestand, "../../"), RECORDS[0])
    assert (ways.stimmt, ways.stimmt_nicht) == ("", "../../service/koordinierungsstelle/")
    shown = run(Ansicht(bestand, "../../"), 'kontakt("jugendamt-kreis")').html
    links = BeautifulSoup(shown, "html.parser").select(".rueckmeldung a")
    assert [link.get_text() for link in links] == ["Angaben stimmen nicht?"]


def _without_mailbox(bestand: Bestand) -> Bestand:
    office = bestand.region.koordinierungsstelle.ziel.model_copy(update={"email": None})
    reference = Verweis(office.id, Kontakt)
    reference.bind(office)
    region = bestand.region.model_copy(update={"koordinierungsstelle": reference})
    return replace(bestand, tables={**bestand.tables, type(region): {region.id: region}})


@pytest.mark.parametrize("source", ["kontakte()", "organisationen()", "schulen()", "stellen()"])
def test_every_record_of_a_list_has_its_line(source: str) -> None:
    soup = BeautifulSoup(run(VIEW, source).html, "html.parser")
    records = soup.select("tbody tr, .karten > li")
    assert len(records) > 20
    for record in records:
        assert len(record.select(".rueckmeldung a")) == 2
        assert not record.select("p .rueckmeldung")


def test_what_is_too_old_to_rely_on_says_so() -> None:
    bestand = musterkreis()
    kontakt = bestand.finde(Kontakt, "jugendamt-kreis")
    assert kontakt is not None
    assert kontakt.geprueft_am is not None
    limit = kontakt.geprueft_am + STALE_AFTER
    assert unconfirmed_since(kontakt, limit) is None
    assert unconfirmed_since(kontakt, limit + timedelta(days=1)) == kontakt.geprueft_am
    fresh = run(Ansicht(replace(bestand, stichtag=limit), ""), 'kontakt("jugendamt-kreis")').html
    later = replace(bestand, stichtag=limit + timedelta(days=1))
    stale = run(Ansicht(later, ""), 'kontakt("jugendamt-kreis")').html
    assert "geprüft am" in fresh
    assert "nicht bestätigt seit" not in fresh
    assert "nicht bestätigt seit" in stale
    assert "geprüft am" not in stale


def test_a_function_without_number_and_mailbox_says_so() -> None:
    bestand = musterkreis()
    office = bestand.finde(Kontakt, "jugendamt-kreis")
    assert office is not None
    bare = office.model_copy(update={"telefon": None, "email": None, "mobil": None})
    tables: dict[type[Record], Mapping[str, Record]] = dict(bestand.tables)
    tables[Kontakt] = {**bestand.tables[Kontakt], bare.id: bare}
    view = Ansicht(replace(bestand, tables=tables), "")
    text = BeautifulSoup(run(view, 'kontakt("jugendamt-kreis")').html, "html.parser").get_text()
    body = office.organisation.ziel
    assert body.telefon is not None
    assert f"noch nicht gemeldet, über die Einrichtung: {body.telefon.text}" in text
