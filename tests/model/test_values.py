"""Dates, numbers, ids and texts from YAML: what is taken, what is proposed instead."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Any

import pytest
from pydantic import TypeAdapter, ValidationError

from macros.model import values
from macros.model.kennung import Kennung
from macros.model.records.kontakt import Orte
from macros.model.records.stelle import Stellenstatus


def context(annotation: Any, value: Any) -> dict[str, str]:
    with pytest.raises(ValidationError) as raised:
        TypeAdapter(annotation).validate_python(value)
    return dict(raised.value.errors()[0]["ctx"])


@pytest.mark.parametrize(
    ("annotation", "text", "value"),
    [
        (values.Datum, "2026-09-01", date(2026, 9, 1)),
        (values.Datum, "2028-02-29", date(2028, 2, 29)),
        (values.Zahl, "1.318", Decimal(1318)),
        (values.Zahl, "912.313,90", Decimal("912313.90")),
        (values.Zahl, "-0,5", Decimal("-0.5")),
        (values.Vzae, "0,5", Decimal("0.5")),
        (values.Vzae, "1", Decimal(1)),
        (values.Koordinate, "51.5736", Decimal("51.5736")),
        (values.Ganzzahl, "6", 6),
        (values.JaNein, "ja", True),
        (values.JaNein, "nein", False),
        (values.Plz, "01067", "01067"),
        (values.Schulnummer, "190012", "190012"),
        (values.Gemeindeschluessel, "05974040", "05974040"),
        (values.Kreisschluessel, "05974", "05974"),
        (values.Fassungsname, "2026.10", "2026.10"),
        (Kennung, "gs-am-see-2", "gs-am-see-2"),
        (values.Zeile, "  Beratung < 6 Jahre ", "Beratung < 6 Jahre"),
        (values.Absatz, "Zwei\nZeilen", "Zwei\nZeilen"),
        (Stellenstatus, "besetzt", Stellenstatus.BESETZT),
        (Orte, ("alle",), ()),
    ],
)
def test_good_values(annotation: Any, text: Any, value: Any) -> None:
    assert TypeAdapter(annotation).validate_python(text) == value


@pytest.mark.parametrize(
    ("annotation", "text", "remedy"),
    [
        (values.Datum, "1.9.2026", '"2026-09-01"'),
        (values.Datum, "01. 09. 2026", '"2026-09-01"'),
        (values.Datum, "1.9.26", '"2026-09-01"'),
        (values.Datum, "1-9-2026", '"2026-09-01"'),
        (values.Datum, "2026-9-1", '"2026-09-01"'),
        (values.Datum, "2026/09/01", '"2026-09-01"'),
        (values.Datum, "2026-09-01T12:00", '"2026-09-01"'),
        (values.Datum, "1. September 2026", '"2026-09-01"'),
        (values.Datum, "3. Maerz 2026", '"2026-03-03"'),
        (values.Datum, "31.2.2026", ""),
        (values.Datum, "2026-02-30", '"2026-02-28"'),
        (values.Datum, "2027-02-29", '"2027-02-28"'),
        (values.Datum, "2026-13-01", '"2026-01-13"'),
        (values.Datum, "2026-00-10", ""),
        (values.Datum, "2026-05-00", '"2026-05-01"'),
        (values.Datum, "1026-05-01", ""),
        (values.Datum, "morgen", ""),
        (values.Datum, "2026", ""),
        (values.Datum, "٢٠٢٦-٠٩-٠١", ""),
        (values.Zahl, "1_000", '"1000"'),
        (values.Zahl, "1,318.50", '"1.318,50"'),
        (values.Zahl, "58.3", '"58,3"'),
        (values.Zahl, "58 %", '"58"'),
        (values.Zahl, "ca. 1300", '"1300"'),
        (values.Zahl, "1e5", ""),
        (values.Zahl, "0x1F", ""),
        (values.Zahl, "190:20:30", ""),
        (values.Zahl, "9" * 30, ""),
        (values.Vzae, "0.5", '"0,5"'),
        (values.Vzae, "75 %", '"0,75"'),
        (values.Vzae, "100%", '"1"'),
        (values.Vzae, "halb", '"0,5"'),
        (values.Vzae, "0", '"0,5"'),
        (values.Vzae, "12", '"0,5"'),
        (values.Vzae, "0,1234", '"0,5"'),
        (values.Koordinate, "51,5736", '"51.5736"'),
        (values.Koordinate, "5713907", ""),
        (values.Ganzzahl, "sechs", ""),
        (values.Ganzzahl, "6,5", ""),
        (values.JaNein, "Ja", "ja"),
        (values.JaNein, "NO", "nein"),
        (values.JaNein, "x", "ja"),
        (values.JaNein, "vielleicht", "ja oder nein"),
        (values.Plz, "1067", '"01067"'),
        (values.Plz, "D-01067", '"01067"'),
        (values.Plz, "O1067", '"01067"'),
        (values.Plz, "01067 Dresden", '"01067"'),
        (values.Plz, "99 12", ""),
        (values.Plz, "123456", ""),
        (values.Plz, "０９９１１", ""),
        (values.Schulnummer, "19OO12", '"190012"'),
        (values.Gemeindeschluessel, "5974040", '"05974040"'),
        (values.Fassungsname, "Version 2", ""),
        (Kennung, "Grundschule Süd", "id: grundschule-sued"),
        (Kennung, "gs-nord-", "id: gs-nord"),
        (Kennung, "gs--nord", "id: gs-nord"),
        (Kennung, "../etc", "id: etc"),
        (Kennung, "???", ""),
        (Kennung, "a" * 61, "id: " + "a" * 60),
        (values.Zeile, "", ""),
        (values.Zeile, "Beratung<br>Seehausen", "Beratung Seehausen"),
        (values.Zeile, "<script>alert(1)</script>", ""),
        (values.Zeile, "Zwei\nZeilen", "Zwei Zeilen"),
        (values.Zeile, "{{ kontakt(1) }}", ""),
        (values.Zeile, "{# Kommentar #}", ""),
        (values.Zeile, "x" * 1001, ""),
        (values.Absatz, "x" * 4001, ""),
        (Stellenstatus, "Besetzt", "besetzt"),
        (Stellenstatus, "frei", "besetzt"),
        (Orte, ("alle", "seehausen"), "orte: [alle]"),
    ],
)
def test_bad_values(annotation: Any, text: Any, remedy: str) -> None:
    found = context(annotation, text)
    assert found["remedy"] == remedy
    assert found["message"][0].isupper() or found["message"][0] == "„"


def test_long_values_are_cut_in_messages() -> None:
    assert len(context(values.Datum, "x" * 5000)["message"]) < 200
