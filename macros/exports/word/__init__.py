"""The Word layer: one template, real styles, and a document that is the same bytes on any day."""

from __future__ import annotations

from macros.exports.word.base import Grundlage, base_for
from macros.exports.word.document import WordDokument
from macros.exports.word.elements import Lauf, Zelle

__all__ = ["Grundlage", "Lauf", "WordDokument", "Zelle", "base_for"]
