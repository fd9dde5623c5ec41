"""Brings all rules together: importing this module registers every rule of every room.

The help page lists the rules that are registered, so whoever builds it imports this first.
"""

from macros.exports.word import rules as word_rules
from macros.files import file_rules
from macros.importers import rules as import_rules
from macros.model import reading_rules, reference_rules, rules, value_rules
from macros.pages import chapter_rules, concept_rules
from macros.pages import rules as page_rules
from macros.publish import publish_rules, release_rules
from macros.site import rules as site_rules

ROOMS = (
    reading_rules,
    value_rules,
    reference_rules,
    rules,
    page_rules,
    chapter_rules,
    concept_rules,
    import_rules,
    file_rules,
    site_rules,
    publish_rules,
    release_rules,
    word_rules,
)
