"""Which kind of body a Schulträger is: by its key, by its name, by documented rule."""

from __future__ import annotations

import pytest

from macros.importers.nrw_traeger import art_of


@pytest.mark.parametrize(
    ("name", "key", "rechtsform", "art"),
    [
        ("Land Nordrhein-Westfalen", "02", "1", "land"),
        ("Stadt Seehausen", "06", "1", "kommune"),
        ("Musterkreis", "04", "1", "kommune"),
        ("Landschaftsverband Muster", "09", "1", "kommune"),
        ("Schulzweckverband Waldau", "08", "1", "zweckverband"),
        ("Schulzweckverband Waldau", "06", "1", "zweckverband"),
        ("Evangelischer Kirchenkreis Waldau", "42", "2", "kirche"),
        ("Bistum Muster", "51", "2", "kirche"),
        ("St. Muster-Stift", "53", "2", "kirche"),
        ("Trägerverein Grundschule Waldau", "42", "2", "privater-schultraeger"),
        ("Caritasverband Waldau e. V.", "54", "2", "freier-traeger"),
        ("Diakonie Waldau", "43", "2", "freier-traeger"),
        ("Schule Waldau gGmbH", "35", "2", "privater-schultraeger"),
        ("Marienverein Waldau e. V.", "55", "2", "privater-schultraeger"),
        ("Landwirtschaftskammer Muster", "10", "1", "sonstige"),
        # lists without the key
        ("Gemeinde Waldau", "", "", "kommune"),
        ("Ennepe-Muster-Kreis", "", "", "kommune"),
        ("Hochmusterkreis", "", "", "kommune"),
        ("Förderschulzweckverband Waldau", "", "", "zweckverband"),
        ("Erzbistum Muster", "", "", "kirche"),
        ("Waldorfverein Waldau e. V.", "", "", "privater-schultraeger"),
        ("Innung Waldau", "", "1", "sonstige"),
        ("Private Schule Waldau", "", "2", "privater-schultraeger"),
    ],
)
def test_kind_of_body(name: str, key: str, rechtsform: str, art: str) -> None:
    assert art_of(name, key, rechtsform).value == art
