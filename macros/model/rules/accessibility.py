"""Rules about the statement on accessibility: it never says more than tests and people know."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING, Final

from macros.model.accessibility import YEAR, accessibility, newest_report
from macros.model.findings import Befund, Stufe, regel
from macros.model.german import date_text
from macros.model.records import Pruefbericht, Pruefschritt, Region, Selbstbewertung
from macros.model.records.bitv import Schrittergebnis
from macros.model.records.rechtliches import Mangelquelle, Vereinbarkeit
from macros.model.rules.check import per_record, when_complete, whole

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date

    from macros.model.bestand import Bestand

SOON: Final = timedelta(days=300)

ERKLAERUNG_FAELLIG = regel(
    "R-354",
    Stufe.WARNUNG,
    "Die Erklärung zur Barrierefreiheit ist in den letzten 300 Tagen überprüft",
    "Sie ist mindestens jährlich zu überprüfen (§ 4 BITVNRW, Stand 27.11.2021). Die Warnung kommt "
    "früh genug, um das noch zu tun.",
    'letzte_pruefung: "2026-01-15"',
    'letzte_pruefung: "2026-11-01"',
)
ERKLAERUNG_ABGELAUFEN = regel(
    "R-355",
    Stufe.WARNUNG,
    "Die Erklärung zur Barrierefreiheit ist höchstens ein Jahr alt",
    "Sie ist mindestens jährlich zu überprüfen (§ 4 BITVNRW, Stand 27.11.2021). Danach sagt die "
    "Erklärung selbst, dass sie überfällig ist; eine Telefonnummer lässt sich trotzdem ändern.",
    'letzte_pruefung: "2025-01-15"',
    'letzte_pruefung: "2026-11-01"',
)
NICHT_VOLL = regel(
    "R-380",
    Stufe.FEHLER,
    "„voll“ steht in der Erklärung nur, wenn nichts dagegen spricht",
    "Erklärungen müssen zutreffen. Ein offener Befund, ein offener Mangel oder eine fehlende "
    "Sprachfassung, die das Land verlangt, widerlegen „vollständig vereinbar“.",
    "vereinbarkeit: voll",
    "vereinbarkeit: teilweise",
)
UNGEPRUEFT_VOLL = regel(
    "R-381",
    Stufe.WARNUNG,
    "Vor „voll“ haben Menschen alle Prüfschritte bewertet",
    "Programme finden nur einen Teil der Barrieren. Was niemand versucht hat, ist nicht erfüllt, "
    "sondern nicht geprüft.",
    "vereinbarkeit: voll, ohne Selbstbewertungen in bitv.yml",
    "vereinbarkeit: teilweise",
)
AUSNAHMEN = regel(
    "R-382",
    Stufe.FEHLER,
    "Ausnahmen der Prüfung und Mängel der Erklärung sind dieselben",
    "Was die Prüfung durchgehen lässt, müssen Leserinnen und Leser in der Erklärung finden.",
    "ausnahmen: [kontrast-karte], ohne Eintrag in bekannte_maengel",
    "bekannte_maengel mit id: kontrast-karte und quelle: pruefung",
)
ZWEIMAL = regel(
    "R-383",
    Stufe.FEHLER,
    "Jede Kennung eines Mangels und jede Selbstbewertung gibt es einmal",
    "Sonst weiß niemand, welche Angabe gilt.",
    "zwei Mängel mit id: kontrast-karte",
    "id: kontrast-karte-2",
)
OHNE_MENSCH = regel(
    "R-384",
    Stufe.FEHLER,
    "Ein bewerteter Prüfschritt nennt, in welcher Rolle und wann er geprüft wurde",
    "Kein Programm bescheinigt sich selbst etwas. „erfuellt“ gilt erst, wenn ein Mensch mit Rolle "
    "und Datum dafür einsteht.",
    "ergebnis: erfuellt (ohne rolle und am)",
    'ergebnis: erfuellt, rolle: Fachstelle Barrierefreiheit, am: "2026-11-20"',
)
NUMMER = regel(
    "R-388",
    Stufe.FEHLER,
    "Die Kennung eines Prüfschritts ist s- und seine Nummer",
    "So lässt sich ein Ergebnis eintragen, ohne die Kennung nachzuschlagen, und eine vertippte "
    "Nummer fällt auf.",
    '- id: s-9-1-1-1 mit nummer: "9.1.1.2"',
    '- id: s-9-1-1-1 mit nummer: "9.1.1.1"',
)


@whole
def statement_is_young(bestand: Bestand) -> Iterable[Befund]:
    """Find an accessibility statement that is due for review."""
    form, region = bestand.region.barrierefreiheit, bestand.region
    day = form.zuletzt_geprueft
    age = bestand.stichtag - day
    field = "letzte_pruefung" if form.letzte_pruefung else "stand"
    if age > SOON:
        rule = ERKLAERUNG_ABGELAUFEN if age > YEAR else ERKLAERUNG_FAELLIG
        yield rule.befund(
            bestand.ort(region, "barrierefreiheit", field),
            f"Die Erklärung wurde zuletzt am {date_text(day)} überprüft, vor {age.days} Tagen.",
            "Die Website neu prüfen, dann "
            f'letzte_pruefung: "{bestand.stichtag.isoformat()}" eintragen',
            path=f"{region.id}.barrierefreiheit.{field}",
        )


@when_complete
def full_only_if_true(bestand: Bestand) -> Iterable[Befund]:
    """Find „voll“ where something known stands against it, or where nobody has looked."""
    region = bestand.region
    if region.barrierefreiheit.vereinbarkeit is not Vereinbarkeit.VOLL:
        return
    known = accessibility(bestand)
    ort = bestand.ort(region, "barrierefreiheit", "vereinbarkeit")
    path = f"{region.id}.barrierefreiheit.vereinbarkeit"
    if known.gegen_voll:
        yield NICHT_VOLL.befund(
            ort,
            f"„voll“ trifft nicht zu: {'; '.join(known.gegen_voll)}.",
            "vereinbarkeit: teilweise",
            path=path,
        )
    elif known.geprueft < known.schritte:
        yield UNGEPRUEFT_VOLL.befund(
            ort,
            f"Von {known.schritte} Prüfschritten sind {known.schritte - known.geprueft} nicht "
            "von Menschen bewertet.",
            "Den Bewertungsbogen in bitv.yml ausfüllen oder vereinbarkeit: teilweise",
            path=path,
        )


@when_complete
def same_exceptions(bestand: Bestand) -> Iterable[Befund]:
    """Find exceptions of the newest check that the statement hides, and the other way round."""
    region, report = bestand.region, newest_report(bestand)
    if report is None:
        return
    stated = {
        mangel.id: number
        for number, mangel in enumerate(region.barrierefreiheit.bekannte_maengel)
        if mangel.quelle is Mangelquelle.PRUEFUNG and mangel.offen
    }
    for number, id in enumerate(report.ausnahmen):
        if id not in stated:
            yield AUSNAHMEN.befund(
                bestand.ort(report, "ausnahmen", number),
                f"Die Ausnahme „{id}“ fehlt in der Erklärung zur Barrierefreiheit.",
                f"In region.yml unter bekannte_maengel einen Eintrag mit id: {id} und "
                "quelle: pruefung ergänzen",
                path=f"{report.id}.ausnahmen",
            )
    for id, number in stated.items():
        if id not in report.ausnahmen:
            yield AUSNAHMEN.befund(
                bestand.ort(region, "barrierefreiheit", "bekannte_maengel", number, "id"),
                f"Die Prüfung vom {date_text(report.datum)} kennt keine Ausnahme „{id}“.",
                f'Ist der Mangel behoben? Dann behoben_am: "{report.datum.isoformat()}"; sonst '
                "quelle: mensch",
                path=f"{region.id}.barrierefreiheit.bekannte_maengel",
            )


@per_record(Region)
def faults_once(region: Region, bestand: Bestand) -> Iterable[Befund]:
    """Find two known faults with one id."""
    seen: set[str] = set()
    for number, mangel in enumerate(region.barrierefreiheit.bekannte_maengel):
        if mangel.id in seen:
            yield ZWEIMAL.befund(
                bestand.ort(region, "barrierefreiheit", "bekannte_maengel", number, "id"),
                f"Den Mangel „{mangel.id}“ gibt es schon.",
                f"id: {mangel.id}-2",
                path=f"{region.id}.barrierefreiheit.bekannte_maengel",
            )
        seen.add(mangel.id)


@whole
def judged_once(bestand: Bestand) -> Iterable[Befund]:
    """Find two judgements of one step on one kind of page."""
    seen: dict[tuple[str, str], str] = {}
    for record in bestand.alle(Selbstbewertung):
        key = (record.schritt.id, record.seite.value)
        if key in seen:
            yield ZWEIMAL.befund(
                bestand.ort(record, "schritt"),
                f"Den Schritt „{record.schritt.id}“ bewertet für „{record.seite.label}“ schon "
                f"der Eintrag „{seen[key]}“.",
                "Einen der beiden Einträge löschen",
                path=f"{record.id}.schritt",
            )
        seen.setdefault(key, record.id)


@per_record(Pruefschritt)
def id_from_number(record: Pruefschritt, bestand: Bestand) -> Iterable[Befund]:
    """Find a step whose id does not follow from its number."""
    wanted = f"s-{record.nummer.replace('.', '-')}"
    if record.id != wanted:
        yield NUMMER.befund(
            bestand.ort(record, "id"),
            f"Zur Nummer „{record.nummer}“ passt die Kennung „{record.id}“ nicht.",
            f"id: {wanted}, oder die Nummer berichtigen",
            path=record.id,
        )


@per_record(Selbstbewertung)
def judged_by_a_person(record: Selbstbewertung, bestand: Bestand) -> Iterable[Befund]:
    """Find a result that nobody answers for."""
    missing = [name for name in ("rolle", "am") if getattr(record, name) is None]
    if record.ergebnis is not Schrittergebnis.NICHT_GEPRUEFT and missing:
        yield OHNE_MENSCH.befund(
            bestand.ort(record, "ergebnis"),
            f"„{record.ergebnis.label}“ ohne Angabe: {', '.join(missing)}.",
            f'rolle: Fachstelle Barrierefreiheit, am: "{bestand.stichtag.isoformat()}" ergänzen '
            "oder ergebnis: nicht-geprueft",
            path=f"{record.id}.ergebnis",
        )


def past_days(bestand: Bestand) -> Iterable[tuple[Pruefbericht | Selbstbewertung, str, date]]:
    """Yield the days on which somebody has checked; they lie in the past."""
    for bericht in bestand.alle(Pruefbericht):
        yield bericht, "datum", bericht.datum
    for bewertung in bestand.alle(Selbstbewertung):
        if bewertung.am is not None:
            yield bewertung, "am", bewertung.am
