"""A mended name breaks no rule, whatever the old one was."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from macros.files.names import faults_of, mended

ANY = st.text(
    st.one_of(
        st.characters(exclude_characters="/\0"),
        st.sampled_from("äöüßÄ u\u0308.-_~ \u202e\udcfc\u00a0#%?:*"),
    ),
    min_size=1,
    max_size=130,
)
TRICKY = st.tuples(
    st.sampled_from(["con", "AUX", "nul ", "com1", ".", "..", "-", "ü", "\udcfcc\udcff"]),
    st.sampled_from(["", ".md", ".tar.gz", ".MD.", " .md", ".", "…"]),
).map("".join)


@given(st.one_of(ANY, TRICKY), st.booleans())
def test_mended_name_is_fine(name: str, folder: bool) -> None:
    new = mended(name, folder=folder)
    assert new
    assert list(faults_of(new, address=True)) == []
    assert new == new.lower()


@given(st.one_of(ANY, TRICKY), st.booleans())
def test_mending_ends(name: str, folder: bool) -> None:
    new = mended(name, folder=folder)
    assert mended(new, folder=folder) == new


@given(st.lists(st.one_of(ANY, TRICKY), min_size=2, max_size=6))
def test_mended_names_differ(names: list[str]) -> None:
    taken: set[str] = set()
    for name in names:
        new = mended(name, taken=taken)
        assert new not in taken
        taken.add(new)
