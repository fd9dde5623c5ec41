"""Rules about the legal pages: an official site carries every statement that the law asks for."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from macros.model.findings import Befund, Stufe, regel
from macros.model.records import Landesrecht, Region
from macros.model.records.landesrecht import Pruefstand
from macros.model.records.rechtliches import Bereitstellung
from macros.model.records.region import Regionsstatus
from macros.model.rules.check import per_record, when_complete

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from macros.model.bestand import Bestand
    from macros.model.record import Teil
    from macros.model.records.landesrecht import Beleg

ANGABE_FEHLT = regel(
    "R-335",
    Stufe.FEHLER,
    "Eine amtliche Website macht alle Angaben, die das Gesetz verlangt",
    "Fehlt eine Angabe im Impressum, in der Datenschutzerklärung oder in der Erklärung zur "
    "Barrierefreiheit, ist das ein Rechtsverstoß. Eine Vorführung darf Lücken haben.",
    "status: amtlich, ohne vertreten_durch unter anbieter",
    "vertreten_durch: die Landrätin oder den Landrat",
)
POSTFACH = regel(
    "R-385",
    Stufe.FEHLER,
    "Die Anschrift im Impressum ist kein Postfach",
    "Nach § 5 DDG muss sie ladungsfähig sein: Straße und Hausnummer.",
    "strasse: Postfach 1200",
    "strasse: Kreishausplatz 1",
)
LAND_FEHLT = regel(
    "R-386",
    Stufe.FEHLER,
    "Das Recht des Landes steht in laender.yml",
    "Welche Gesetze gelten und welche Stelle hilft, entscheidet das Land.",
    "land: NI, ohne Eintrag mit id: ni in laender.yml",
    "- id: ni in laender.yml",
)
RECHT_UNGEPRUEFT = regel(
    "R-387",
    Stufe.WARNUNG,
    "Vor der amtlichen Veröffentlichung ist das Landesrecht geprüft",
    "Aussagen mit „zu-pruefen“ hat noch niemand im Gesetz nachgelesen.",
    "pruefstand: zu-pruefen",
    "pruefstand: geprueft",
)

_IMPRESSUM: Final = "§\u00a05 DDG"
_MSTV: Final = "§\u00a018 Abs.\u00a02 MStV"
_DSGVO: Final = "Art.\u00a013 DSGVO"
_EU: Final = "Durchführungsbeschluss (EU) 2018/1523"
# Field by block, the law that asks for it, and an example that mends it.
_REQUIRED: Final = (
    ("anbieter", "rechtsform", _IMPRESSUM, "Körperschaft des öffentlichen Rechts"),
    ("anbieter", "vertreten_durch", _IMPRESSUM, "die Landrätin oder den Landrat"),
    ("anbieter", "verantwortlich", _MSTV, "Leitung der Koordinierungsstelle, Kreishausplatz 1, …"),
    ("datenschutz", "anschrift", _DSGVO, "Kreishausplatz 1, 09911 Seehausen"),
    ("datenschutz", "bereitstellung", _DSGVO, "eigener-server"),
    ("datenschutz", "verzeichnis_vom", "Art.\u00a030 DSGVO", '"2026-11-01"'),
    ("barrierefreiheit", "erstellt_am", _EU, '"2026-11-01"'),
    ("barrierefreiheit", "letzte_pruefung", _EU, '"2026-11-01"'),
    ("barrierefreiheit", "vereinbarkeit", _EU, "teilweise"),
    ("barrierefreiheit", "bewertung", _EU, "selbst"),
    ("barrierefreiheit", "geprueft_durch", _EU, "Fachstelle Barrierefreiheit"),
    ("barrierefreiheit", "stelle", _EU, "Koordinierungsstelle Schulsozialarbeit"),
    ("barrierefreiheit", "antwortfrist", _EU, "innerhalb eines Monats"),
)


def missing_fields(region: Region) -> list[tuple[str, str, str, str, str]]:
    """Return what the law asks of an official site and region.yml does not say.

    Args:
        region: the region.

    Returns:
        For each: block, field, its German title, the law, an example.
    """
    wanted = [entry for entry in _REQUIRED if getattr(getattr(region, entry[0]), entry[1]) is None]
    if region.anbieter.telefon is None and region.anbieter.formular is None:
        wanted.append(("anbieter", "telefon", _IMPRESSUM, "030 23125-001"))
    data = region.datenschutz
    by_others = data.bereitstellung in (Bereitstellung.AUFTRAG, Bereitstellung.GITHUB_PAGES)
    if by_others and data.vertrag_vom is None:
        wanted.append(("datenschutz", "vertrag_vom", "Art.\u00a028 DSGVO", '"2026-11-01"'))
    if data.bereitstellung is Bereitstellung.GITHUB_PAGES and data.drittland is None:
        law = "Art.\u00a013 Abs.\u00a01 Buchst.\u00a0f DSGVO"
        wanted.append(
            ("datenschutz", "drittland", law, "Auf welcher Grundlage Daten in die USA gelangen")
        )
    return [
        (block, field, _title(region, block, field), law, example)
        for block, field, law, example in wanted
    ]


@per_record(Region)
def official_is_complete(region: Region, bestand: Bestand) -> Iterable[Befund]:
    """Find what the law asks of an official site and region.yml does not say."""
    if region.status is Regionsstatus.AMTLICH:
        for block, field, title, law, example in missing_fields(region):
            yield _missing(region, bestand, (block, field), title, law, example)


@when_complete
def official_names_the_land(bestand: Bestand) -> Iterable[Befund]:
    """Find what an official site needs because of its Land."""
    region = bestand.region
    recht = bestand.finde(Landesrecht, region.land.value.lower())
    if recht is None:
        yield LAND_FEHLT.befund(
            bestand.ort(region, "land"),
            f"Für das Land {region.land.label} gibt es keinen Eintrag in laender.yml.",
            f"In data/katalog/laender.yml - id: {region.land.value.lower()} ergänzen",
            path=f"{region.id}.land",
        )
        return
    if region.status is not Regionsstatus.AMTLICH:
        return
    if recht.anzeige.pflicht and region.barrierefreiheit.angezeigt_am is None:
        place = ("barrierefreiheit", "angezeigt_am")
        law, title = recht.anzeige.grundlage, _title(region, *place)
        yield _missing(region, bestand, place, title, law, '"2026-11-01"')
    open_ones = sum(beleg.pruefstand is Pruefstand.ZU_PRUEFEN for _, _, beleg in statements(recht))
    if open_ones:
        yield RECHT_UNGEPRUEFT.befund(
            bestand.ort(recht),
            f"Zum Recht in {recht.name} sind {open_ones} Aussagen noch zu prüfen.",
            "Im Gesetz nachlesen, dann pruefstand: geprueft und stand eintragen",
            path=recht.id,
        )


@per_record(Region)
def real_address(region: Region, bestand: Bestand) -> Iterable[Befund]:
    """Find a PO box where the law wants an address."""
    if "postfach" in region.anbieter.strasse.lower():
        yield POSTFACH.befund(
            bestand.ort(region, "anbieter", "strasse"),
            f"„{region.anbieter.strasse}“ ist keine ladungsfähige Anschrift (§\u00a05 DDG).",
            "strasse: Straße und Hausnummer des Sitzes",
            path=f"{region.id}.anbieter.strasse",
        )


def statements(recht: Landesrecht) -> Iterator[tuple[str, Teil, Beleg]]:
    """Yield every statement of a Land's law: its German title, the statement, its proof."""
    for name, field in type(recht).model_fields.items():
        value = getattr(recht, name)
        proof = getattr(value, "beleg", None)
        if proof is not None:
            yield str(field.title), value, proof


def _title(region: Region, block: str, field: str) -> str:
    return str(type(getattr(region, block)).model_fields[field].title)


def _missing(
    region: Region, bestand: Bestand, place: tuple[str, str], title: str, law: str, example: str
) -> Befund:
    block, field = place
    return ANGABE_FEHLT.befund(
        bestand.ort(region, block),
        f"Unter „{block}“ fehlt die Angabe „{title}“ ({law}).",
        f"{field}: {example}",
        path=f"{region.id}.{block}.{field}",
    )
