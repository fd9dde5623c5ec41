"""The Selbstevaluation as a workbook: choices instead of typing, a summary that counts itself."""

from __future__ import annotations

import io
import math
from datetime import date, datetime
from typing import TYPE_CHECKING, Any, Final

import xlsxwriter

from macros.exports.forms.self_evaluation import ANLEITUNG, KEINE, STUFEN, VERBESSERUNGEN

if TYPE_CHECKING:
    from collections.abc import Iterable

    from macros.exports.forms.head import Kopf
    from macros.exports.forms.self_evaluation import Bogen

# The file shall be the same on any day.
_CREATED: Final = datetime(2000, 1, 1)
_SHEET: Final = "Bogen"
_COLUMNS: Final = (
    ("Nummer", 9), ("Standard", 16), ("Qualität", 10), ("Anforderung", 26),
    ("Daran zu erkennen", 28), ("Verbindlich", 8), ("Stufe", 11), ("Nachweis", 18),
    ("Maßnahme", 18), ("Zuständig", 12), ("Frist", 10),
)  # fmt: skip
_A4: Final = 9
_NARROW: Final = 24
_WIDE: Final = 90
_LINE: Final = 13.2  # points
_AIR: Final = 4.0
_SPREAD: Final = 1.05  # words do not fill their lines
_STEPS: Final = (*STUFEN, KEINE)
_ANSWER: Final = 6  # column of the step; what follows is filled in


def workbook(bogen: Bogen, kopf: Kopf) -> bytes:
    """Return the workbook of a role.

    Args:
        bogen: its sheet.
        kopf: what the file says of itself.
    """
    out = io.BytesIO()
    book: Any = xlsxwriter.Workbook(out, {"in_memory": True})
    book.set_properties(
        {
            "title": bogen.titel,
            "subject": f"{kopf.fuss}, {kopf.kurz}",
            "author": kopf.herausgeber,
            "created": _CREATED,
        }
    )
    looks = _Looks(book)
    for name, fill in (
        ("Anleitung", _instructions),
        (_SHEET, _form),
        ("Auswertung", _summary),
        ("Verbesserungen", _improvements),
    ):
        sheet = book.add_worksheet(name)
        _print_setup(sheet, bogen, kopf)
        fill(sheet, looks, bogen, kopf)
    book.close()
    return out.getvalue()


class _Looks:
    """The formats, made once per workbook."""

    def __init__(self, book: Any) -> None:
        font = {"font_name": "Arial", "font_size": 10, "text_wrap": True, "valign": "top"}
        cell = {**font, "border": 1, "border_color": "#7B766B"}
        head = {"bold": True, "bg_color": "#E4EDF0", "font_color": "#0B4A63"}
        answer = {"bg_color": "#FFFDF4"}
        self.text = book.add_format(font)
        self.titel = book.add_format({**font, "bold": True, "font_size": 15, "text_wrap": False})
        self.zwischentitel = book.add_format(
            {**font, "bold": True, "font_size": 12, "text_wrap": False}
        )
        self.kopf = book.add_format({**cell, **head})
        self.zelle = book.add_format(cell)
        self.fett = book.add_format({**cell, "bold": True})
        self.antwort = book.add_format({**cell, **answer})
        self.tag = book.add_format({**cell, **answer, "num_format": "dd.mm.yyyy"})
        self.zahl = book.add_format({**cell, "num_format": "0", "align": "right"})
        self.datum = book.add_format({**cell, "num_format": "dd.mm.yyyy", "align": "right"})


def _print_setup(sheet: Any, bogen: Bogen, kopf: Kopf) -> None:
    sheet.set_landscape()
    sheet.set_paper(_A4)
    sheet.fit_to_pages(1, 0)
    sheet.set_margins(left=0.5, right=0.5, top=0.8, bottom=0.7)
    sheet.set_header(f"&L&9{bogen.titel}&R&9{kopf.kurz}")
    # „&“ begins a command there; doubled it is the sign itself.
    fuss = kopf.fuss.replace("&", "&&")
    sheet.set_footer(f"&L&9{fuss}&R&9Seite &P von &N")
    sheet.hide_gridlines(2)


def _instructions(sheet: Any, looks: _Looks, bogen: Bogen, kopf: Kopf) -> None:
    sheet.fit_to_pages(1, 1)
    sheet.set_column(0, 0, _NARROW)
    sheet.set_column(1, 1, _WIDE)
    sheet.write_string(0, 0, bogen.titel, looks.titel)
    sheet.write_string(1, 0, f"Rahmenkonzept Schulsozialarbeit {kopf.region}, {kopf.stand}")
    row = 2
    if kopf.vorfuehrung:
        sheet.write_string(row, 0, "Vorführung, keine amtliche Ausgabe", looks.zwischentitel)
        row += 1
    row = _table(
        sheet, looks, row + 1, ("Angabe", "Eintrag"),
        [(name, "") for name in ("Schule", "Schulnummer", "Schuljahr", "Ausgefüllt von (Funktion)",
                                 "Ausgefüllt am")],
    )  # fmt: skip
    sheet.write_string(row + 1, 0, "So gehen Sie vor", looks.zwischentitel)
    row = _table(
        sheet, looks, row + 2, ("Schritt", "Was zu tun ist"),
        [(f"{number}.", text) for number, text in enumerate(ANLEITUNG, 1)],
    )  # fmt: skip
    sheet.write_string(row + 1, 0, "Die Stufen", looks.zwischentitel)
    _table(sheet, looks, row + 2, ("Stufe", "Bedeutung"), [(s.name, s.bedeutung) for s in _STEPS])


def _table(
    sheet: Any, looks: _Looks, row: int, head: tuple[str, ...], rows: list[tuple[str, str]]
) -> int:
    """Write a table and return the row behind it."""
    sheet.write_row(row, 0, head, looks.kopf)
    for number, (name, value) in enumerate(rows, row + 1):
        sheet.write_string(number, 0, name, looks.fett)
        sheet.set_row(number, _height([(name, _NARROW), (value, _WIDE)]))
        if value:
            sheet.write_string(number, 1, value, looks.zelle)
        else:
            sheet.write_blank(number, 1, None, looks.antwort)
    return row + len(rows) + 1


def _height(cells: Iterable[tuple[str, float]]) -> float:
    """Return how high a row must be; programs other than Excel do not work it out by themselves.

    Args:
        cells: text and width of its cells.
    """
    lines = [
        sum(max(1, math.ceil(len(line) * _SPREAD / width)) for line in text.split("\n"))
        for text, width in cells
    ]
    return max(lines, default=1) * _LINE + _AIR


def _form(sheet: Any, looks: _Looks, bogen: Bogen, kopf: Kopf) -> None:
    for column, (name, width) in enumerate(_COLUMNS):
        sheet.set_column(column, column, width)
        sheet.write_string(0, column, name, looks.kopf)
    for row, standard in enumerate(bogen.standards, 1):
        texts = (
            standard.nummer,
            standard.titel,
            standard.dimension.label,
            standard.anforderung,
            "\n".join(f"• {nachweis}" for nachweis in standard.nachweise),
            standard.verbindlichkeit.label,
        )
        for column, text in enumerate(texts):
            sheet.write_string(row, column, text, looks.fett if column < 2 else looks.zelle)
        sheet.set_row(row, _height(zip(texts, (width for _, width in _COLUMNS), strict=False)))
        for column in range(_ANSWER, len(_COLUMNS)):
            last = column == len(_COLUMNS) - 1
            sheet.write_blank(row, column, None, looks.tag if last else looks.antwort)
    end = len(bogen.standards)
    sheet.data_validation(1, _ANSWER, end, _ANSWER, {
        "validate": "list",
        "source": [step.name for step in _STEPS],
        "input_title": "Stufe",
        "input_message": "Bitte aus der Liste wählen.",
        "error_title": "Diese Stufe gibt es nicht",
        "error_message": "Bitte wählen Sie eine Stufe aus der Liste.",
    })  # fmt: skip
    frist = len(_COLUMNS) - 1
    sheet.data_validation(1, frist, end, frist, {
        "validate": "date",
        "criteria": ">=",
        "value": date(2020, 1, 1),
        "error_title": "Das ist kein Datum",
        "error_message": "Bitte ein Datum eintragen, zum Beispiel 31.01.2027.",
    })  # fmt: skip
    sheet.freeze_panes(1, 2)
    sheet.repeat_rows(0)
    sheet.autofilter(0, 0, end, frist)


def _range(bogen: Bogen, name: str) -> str:
    """Return the cells of a column of the form."""
    letter = "ABCDEFGHIJK"[[head for head, _ in _COLUMNS].index(name)]
    return f"{_SHEET}!${letter}$2:${letter}${len(bogen.standards) + 1}"


def _summary(sheet: Any, looks: _Looks, bogen: Bogen, kopf: Kopf) -> None:
    """Write what is counted from the form, with the values of an empty one for those who print."""
    sheet.set_column(0, 0, 46)
    sheet.set_column(1, len(_STEPS) + 2, 13)
    sheet.write_string(0, 0, "Auswertung", looks.titel)
    sheet.write_string(1, 0, "Diese Zahlen rechnet die Datei selbst aus dem Blatt „Bogen“.")
    head = ("Qualität", "Standards", *(step.name for step in _STEPS), "noch offen")
    sheet.write_row(3, 0, head, looks.kopf)
    step, kind = _range(bogen, "Stufe"), _range(bogen, "Qualität")
    row = 4
    for dimension, members in bogen.gruppen:
        given = f'{kind},"{dimension.label}",'
        _counts(sheet, looks, row, dimension.label, f"COUNTIF({given[:-1]})", given, step,
                len(members))  # fmt: skip
        row += 1
    count = len(bogen.standards)
    _counts(sheet, looks, row, "alle", f"COUNTA({kind})", "", step, count)
    must = f'{_range(bogen, "Verbindlich")},"muss",'
    musts = sum(s.verbindlichkeit.value == "muss" for s in bogen.standards)
    row += 1
    _counts(sheet, looks, row, "davon Muss-Standards", f"COUNTIF({must[:-1]})", must, step, musts)
    sheet.write_string(row + 2, 0, "Was noch fehlt", looks.zwischentitel)
    proof, measure, until = (_range(bogen, name) for name in ("Nachweis", "Maßnahme", "Frist"))
    lines = (
        ("Standards „nicht erfüllt“ ohne Maßnahme",
         f'COUNTIFS({step},"nicht erfüllt",{measure},"")', 0),
        ("Maßnahmen ohne Frist", f'COUNTIFS({measure},"?*",{until},"")', 0),
        ("„Trifft nicht zu“ ohne Grund", f'COUNTIFS({step},"trifft nicht zu",{proof},"")', 0),
        ("Nächste Frist", f'IF(COUNT({until})=0,"keine",MIN({until}))', "keine"),
    )  # fmt: skip
    sheet.write_row(row + 3, 0, ("Frage", "Antwort"), looks.kopf)
    for number, (name, formula, value) in enumerate(lines, row + 4):
        sheet.write_string(number, 0, name, looks.fett)
        look = looks.datum if name == "Nächste Frist" else looks.zahl
        sheet.write_formula(number, 1, f"={formula}", look, value)


def _counts(
    sheet: Any, looks: _Looks, row: int, name: str, all_of: str, given: str, step: str, count: int
) -> None:
    """Write a line of the summary: how many standards on which step."""
    sheet.write_string(row, 0, name, looks.fett)
    sheet.write_formula(row, 1, f"={all_of}", looks.zahl, count)
    for column, each in enumerate(_STEPS, 2):
        sheet.write_formula(row, column, f'=COUNTIFS({given}{step},"{each.name}")', looks.zahl, 0)
    last = "BCDEFGHIJ"[len(_STEPS)]
    sheet.write_formula(
        row, len(_STEPS) + 2, f"=B{row + 1}-SUM(C{row + 1}:{last}{row + 1})", looks.zahl, count
    )


def _improvements(sheet: Any, looks: _Looks, bogen: Bogen, kopf: Kopf) -> None:
    sheet.set_column(0, 0, 10)
    sheet.set_column(1, 1, 70)
    sheet.set_column(2, 2, 30)
    sheet.set_column(3, 3, 13)
    sheet.write_string(0, 0, "Höchstens drei Verbesserungen", looks.titel)
    sheet.write_string(1, 0, "Diese Liste geht an die Koordinierungsstelle.")
    sheet.write_row(3, 0, ("Nummer", "Verbesserung", "Zuständige Funktion", "Frist"), looks.kopf)
    for number in range(1, VERBESSERUNGEN + 1):
        sheet.set_row(3 + number, 45)
        sheet.write_string(3 + number, 0, f"{number}.", looks.fett)
        for column in (1, 2):
            sheet.write_blank(3 + number, column, None, looks.antwort)
        sheet.write_blank(3 + number, 3, None, looks.tag)
