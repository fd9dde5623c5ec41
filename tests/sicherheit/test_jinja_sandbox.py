"""The second wall alone: the real mkdocs-macros renders each attack unchecked, in the sandbox."""

from __future__ import annotations

from types import SimpleNamespace
from typing import TYPE_CHECKING, Any

import mkdocs_macros.plugin as patched
import pytest
from jinja2 import Environment
from jinja2.sandbox import SandboxedEnvironment

from macros.pages.placeholders import MARK
from macros.site import sandbox
from macros.site.sandbox import Sandkasten
from tests.stichtag import STICHTAG

from .conftest import ROOT, SECRET, configured
from .payloads import JINJA

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

URI = "service/kontakte.md"


@pytest.fixture(scope="module")
def plugin(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Any]:
    """Return mkdocs-macros as a build sets it up, ready to render a page."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("RAHMEN_STICHTAG", STICHTAG.isoformat())
        patch.setenv("REGION", "musterkreis")
        config = configured(ROOT, tmp_path_factory.mktemp("site"))
        config = config.plugins.on_config(config)
        config.plugins.on_pre_build(config=config)
        macros: Any = config.plugins["macros"]
        page = SimpleNamespace(file=SimpleNamespace(src_uri=URI, src_path=URI), meta={})
        macros._page = page
        macros.variables["page"] = page
        macros.variables["navigation"] = macros.variables["files"] = []
        config.plugins["rahmenkonzept"].aufrufe.begin(URI)
        yield macros


def test_the_patch_still_bites(plugin: Any) -> None:
    assert isinstance(plugin.env, Sandkasten)


def test_the_private_name_is_given_back(plugin: Any) -> None:
    assert vars(patched)["Environment"] is Environment


def test_the_environment_holds_our_macros_only(plugin: Any) -> None:
    assert "kontakt" in plugin.env.globals
    assert all(plugin.env.is_safe_callable(value) for value in plugin.env.globals.values())
    assert not plugin.env.filters
    assert not plugin.env.tests
    assert plugin.env.loader is None
    assert plugin.env.autoescape is True


def test_a_macro_still_works(plugin: Any) -> None:
    rendered = plugin.env.from_string('Text {{ region("name") }}').render(**plugin.variables)
    assert MARK.sub("x", rendered) == "Text x"


@pytest.mark.parametrize("attack", JINJA)
def test_the_sandbox_refuses(attack: str, plugin: Any, secret: Path) -> None:
    with pytest.raises(Exception) as refused:
        plugin.env.from_string(attack).render(**plugin.variables)
    assert SECRET not in str(refused.value)


@pytest.mark.parametrize("attack", JINJA)
def test_what_mkdocs_macros_makes_of_it_holds_no_secret(
    attack: str, plugin: Any, secret: Path
) -> None:
    page = plugin.render(attack)
    assert page.startswith("# _Macro ")
    assert SECRET not in page


def test_without_the_sandbox_the_attacks_work(plugin: Any, secret: Path) -> None:
    """The attacks are real: a plain environment runs most of them and gives the secret away."""
    plain = Environment()
    plain.globals.update(plugin.env.globals)
    pages: list[str] = []
    for attack in JINJA:
        if "popen" in attack:
            continue  # it would run a program; the secret is proof enough
        try:
            pages.append(plain.from_string(attack).render(**plugin.variables))
        except Exception:
            continue
    assert len(pages) >= 60
    assert sum(SECRET in page for page in pages) >= 8


def test_jinjas_own_sandbox_would_not_be_enough(plugin: Any, secret: Path) -> None:
    """Why ours allows less: Jinja's sandbox lets settings and paths of the machine through."""
    shown = SandboxedEnvironment().from_string("{{ config.config_file_path }}")
    assert str(ROOT) in shown.render(**plugin.variables)


def test_a_plain_environment_is_not_closed() -> None:
    assert sandbox.close(Environment()) is False
