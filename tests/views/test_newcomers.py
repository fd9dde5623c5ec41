"""What new colleagues are told: the first meetings and courses that take place."""

from __future__ import annotations

from macros.model.records import Fortbildung
from macros.views.newcomers import einstieg_in
from tests.musterkreis import musterkreis


def test_nobody_is_sent_to_a_course_that_was_cancelled() -> None:
    cancelled = {f.id for f in musterkreis().alle(Fortbildung) if not f.findet_statt}
    assert cancelled
    shown = einstieg_in(musterkreis()).fortbildungen
    assert shown
    assert not cancelled & {f.id for f in shown}
