"""Objects to HTML: the macros that authors call, as pure functions over escaping templates.

Importing this package registers every macro. A new one is a function with ``@makro`` in one of
the modules below and a template of its own.
"""

from __future__ import annotations

from macros.views import (
    accessibility,
    charts,
    comparison,
    concepts,
    contacts,
    glossary,
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
)

__all__ = [
    "accessibility",
    "charts",
    "comparison",
    "concepts",
    "contacts",
    "glossary",
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
]
