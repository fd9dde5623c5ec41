"""Objects to HTML: the macros that authors call, as pure functions over escaping templates.

Importing this package registers every macro. A new one is a function with ``@makro`` in one of
the modules below and a template of its own.
"""

from __future__ import annotations

from macros.views import (
    a_to_z,
    accessibility,
    charts,
    child_protection,
    contacts,
    employers,
    glossary,
    groups,
    guide,
    law,
    legal,
    muster,
    office,
    open_data,
    organisations,
    pictures,
    region_facts,
    responsibility,
    schools,
    standards,
    texts,
    timeline,
    towns,
    transitions,
)

__all__ = [
    "a_to_z",
    "accessibility",
    "charts",
    "child_protection",
    "contacts",
    "employers",
    "glossary",
    "groups",
    "guide",
    "law",
    "legal",
    "muster",
    "office",
    "open_data",
    "organisations",
    "pictures",
    "region_facts",
    "responsibility",
    "schools",
    "standards",
    "texts",
    "timeline",
    "towns",
    "transitions",
]
