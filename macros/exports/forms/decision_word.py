"""The papers on a concept's way: cover letter, completeness list, review sheet of the office."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from macros.exports.concept_document import Liste, ergaenzen
from macros.exports.word import Lauf, WordDokument, Zelle
from macros.exports.word import styles as s
from macros.exports.word.elements import plain
from macros.model.records import Standard
from macros.model.records.katalog import Dimension

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from macros.exports.concept_document import Teil
    from macros.exports.forms.head import Kopf
    from macros.exports.word import Grundlage
    from macros.exports.word.elements import Text
    from macros.model.bestand import Bestand
    from macros.model.records import Kontakt

_CHECKLIST: Final = "konzept/pruefliste-und-beschluss"
LISTEN: Final = {
    f"{_CHECKLIST}#inhalt-1": "Inhalt",
    f"{_CHECKLIST}#menschen-und-daten": "Menschen und Daten",
    f"{_CHECKLIST}#form": "Form",
}
"""Where the chapter lists what has to be complete, and what the table is called."""
_BOX: Final = "☐\u00a0"
_JUDGED: Final = ("ja", "teilweise", "nein", "im Text nicht zu erkennen")


def cover_letter(kopf: Kopf, koordination: Kontakt, grundlage: Grundlage) -> bytes:
    """Return the letter with which a school hands in its concept and tells the decision.

    Args:
        kopf: what the file says of itself.
        koordination: the office it goes to.
        grundlage: the region's template.
    """
    titel = "Anschreiben: Wir melden unser schuleigenes Konzept"
    word = _document(titel, kopf, grundlage)
    word.hint(
        "Dieses Schreiben geht innerhalb von zwei Wochen nach dem Beschluss an die "
        "Koordinierungsstelle. Ersetzen Sie die markierten Stellen und löschen Sie diesen Hinweis."
    )
    word.paragraph((ergaenzen("Name und Anschrift der Schule"),))
    word.paragraph(f"An: {koordination.funktion}")
    if koordination.email:
        word.paragraph(f"E-Mail: {koordination.email}")
    word.paragraph((ergaenzen("Ort und Datum"),))
    word.heading("Schuleigenes Konzept Schulsozialarbeit", 1)
    word.paragraph("Guten Tag,")
    word.paragraph(
        (
            "unsere Schule hat ihr Konzept für die Schulsozialarbeit beschlossen. Es beruht auf "
            f"dem Rahmenkonzept Schulsozialarbeit {kopf.region}, {kopf.stand}. ",
            "Wir bitten Sie, die folgenden Angaben in das Verzeichnis aufzunehmen.",
        )
    )
    word.table(
        ("Angabe", "Eintrag"),
        [
            ("Schule", ergaenzen()),
            ("Schulnummer", ergaenzen()),
            ("Fassung des Rahmenkonzepts", kopf.fassung or ergaenzen()),
            ("Beraten in der Lehrerkonferenz am", ergaenzen()),
            ("Beschlossen in der Schulkonferenz am", ergaenzen()),
            ("Nächste Überprüfung (Wiedervorlage)", ergaenzen()),
            ("Zu finden unter", ergaenzen("Adresse auf der Website der Schule")),
            ("Rückfragen an", ergaenzen("Funktion und dienstliche Nummer")),
        ],
        titel="Meldung des Konzepts",
        anteile=(2, 3),
        zeilenkopf=True,
    )
    word.paragraph("Wo wir von einem Standard abweichen und warum:")
    word.table(
        ("Standard", "Abweichung", "Grund und Frist"),
        [(ergaenzen("Nummer"), ergaenzen(), ergaenzen())] * 2,
        titel="Abweichungen von Standards",
        anteile=(1, 2, 2),
    )
    word.paragraph("Freundliche Grüße")
    word.paragraph((ergaenzen("Schulleitung, als Funktion"),))
    word.heading("Anlagen", 2)
    word.bullets(
        (
            "schuleigenes Konzept als Datei",
            "Auszug aus dem Protokoll der Schulkonferenz",
            "ausgefüllte Prüfliste",
        )
    )
    return word.to_bytes()


def completeness_list(
    kopf: Kopf, teile: Mapping[str, Sequence[Teil]], grundlage: Grundlage
) -> bytes | None:
    """Return the list of what has to be complete, in the chapter's own words.

    Args:
        kopf: what the file says of itself.
        teile: the chapter's text by place; see :data:`LISTEN`.
        grundlage: the region's template.

    Returns:
        The file; None where the wording has no such lists.
    """
    titel = "Prüfliste vor dem Beschluss"
    word = _document(titel, kopf, grundlage)
    word.paragraph(titel, s.TITEL)
    word.paragraph(f"Rahmenkonzept Schulsozialarbeit {kopf.region}, {kopf.stand}", s.UNTERTITEL)
    word.paragraph(
        "Zwei Personen gehen die Liste unabhängig durch. Antworten sie verschieden, ist der Text "
        "noch unklar."
    )
    found = False
    for stelle, name in LISTEN.items():
        points = [
            p for teil in teile.get(stelle, ()) if isinstance(teil, Liste) for p in teil.punkte
        ]
        if not points:
            continue
        found = True
        word.heading(name, 1)
        word.table(
            ("Punkt", "Geprüft", "Bemerkung"),
            [(_plain(p), Zelle((f"{_BOX}ja", f"{_BOX}nein")), ergaenzen()) for p in points],
            titel=f"Prüfliste: {name}",
            anteile=(6, 1, 3),
        )
    if not found:
        return None
    word.heading("Geprüft von", 1)
    word.table(
        ("Funktion", "Datum"),
        [(ergaenzen(), ergaenzen())] * 2,
        titel="Wer geprüft hat",
        anteile=(3, 1),
    )
    return word.to_bytes()


def review_sheet(bestand: Bestand, kopf: Kopf, grundlage: Grundlage) -> bytes:
    """Return the sheet on which the Koordinierungsstelle answers a draft.

    Args:
        bestand: the data with the standards.
        kopf: what the file says of itself.
        grundlage: the region's template.
    """
    titel = "Rückmeldung zum schuleigenen Konzept"
    word = _document(titel, kopf, grundlage, quer=True)
    word.paragraph(titel, s.TITEL)
    word.paragraph(f"Rahmenkonzept Schulsozialarbeit {kopf.region}, {kopf.stand}", s.UNTERTITEL)
    word.hint(
        "Für die Koordinierungsstelle. Sie genehmigt nichts: Sie sagt, wo ein Muss-Standard "
        "verletzt ist, und regt an, was besser ginge. Die Rückmeldung kommt innerhalb von vier "
        "Wochen."
    )
    word.table(
        ("Angabe", "Eintrag"),
        [(name, ergaenzen()) for name in ("Schule", "Entwurf vom", "Gelesen am", "Gelesen von "
                                          "(Funktion)")],
        titel="Angaben zur Rückmeldung",
        anteile=(1, 3),
        zeilenkopf=True,
    )  # fmt: skip
    valid = [one for one in bestand.alle(Standard) if one.zurueckgezogen is None]
    for dimension in Dimension:
        members = [one for one in valid if one.dimension is dimension]
        if not members:
            continue
        word.heading(dimension.label, 1)
        word.table(
            ("Standard", "Anforderung", "Erfüllt", "Anmerkung"),
            [_judged(one) for one in members],
            titel=f"Rückmeldung, {dimension.label}",
            anteile=(20, 42, 18, 25),
            zeilenkopf=True,
        )
    word.heading("Zusammenfassung", 1)
    word.table(
        ("Frage", "Antwort"),
        [
            ("Was ist gelungen?", ergaenzen()),
            ("Wo ist ein Muss-Standard verletzt?", ergaenzen()),
            ("Was regen wir an?", ergaenzen()),
            ("Worüber möchten wir sprechen?", ergaenzen()),
        ],
        titel="Zusammenfassung",
        anteile=(1, 2),
        zeilenkopf=True,
    )
    return word.to_bytes()


def _judged(standard: Standard) -> tuple[Text | Zelle, ...]:
    return (
        Zelle((f"{standard.nummer} {standard.titel}", f"({standard.verbindlichkeit.label})")),
        Zelle(tuple(standard.anforderung.split("\n\n"))),
        Zelle(tuple(f"{_BOX}{answer}" for answer in _JUDGED)),
        ergaenzen(),
    )


def _document(titel: str, kopf: Kopf, grundlage: Grundlage, *, quer: bool = False) -> WordDokument:
    return WordDokument(
        grundlage,
        titel,
        betreff=kopf.fuss,
        kopf=f"{titel} · {kopf.kurz}",
        fuss=kopf.fuss,
        quer=quer,
    )


def _plain(text: Text) -> Lauf:
    """Return a point of a list without its look and its links."""
    return Lauf(plain(text).strip())
