"""Das Rahmenkonzept Schulsozialarbeit als Website."""

from __future__ import annotations

from typing import Any


def define_env(env: Any) -> None:
    """Register the macros with mkdocs-macros.

    Called once per build. The build's own plugin knows data and pages; nothing is imported here,
    so that ``import macros.model`` never loads mkdocs.
    """
    env.conf.plugins["rahmenkonzept"].define_env(env)
