"""The plugin's events: settings, sandbox, preview, what the theme gets."""

from __future__ import annotations

import gc
import os
import socket
import subprocess
import sys
import time
import urllib.request
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

import mkdocs_macros.plugin as patched
import pytest
import yaml
from jinja2 import Environment
from mkdocs.config import load_config
from mkdocs.exceptions import Abort

from macros.model.german import date_text
from macros.site import code_state, sandbox
from macros.site.plugin import RahmenkonzeptPlugin
from tests.stichtag import STICHTAG

if TYPE_CHECKING:
    from collections.abc import Iterator

ROOT: Final = Path(__file__).parents[2]


@pytest.fixture
def config(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Any]:
    """Return mkdocs' settings after on_config and on_pre_build."""
    monkeypatch.setenv("RAHMEN_STICHTAG", STICHTAG.isoformat())
    monkeypatch.setenv("REGION", "kreis-soest")
    settings = load_config(str(ROOT / "mkdocs.yml"), site_dir=str(tmp_path))
    settings = settings.plugins.on_config(settings)
    settings.plugins.on_pre_build(config=settings)
    yield settings
    sandbox.take_down()


def test_the_settings_come_from_the_region(config: Any) -> None:
    assert config.site_name == "Rahmenkonzept Schulsozialarbeit im Kreis Soest"
    assert config.site_url.startswith("https://") and config.site_url.endswith("/")
    assert config.nav and config.nav[0] == {"Start": "index.md"}
    assert config.strict


def test_the_theme_gets_the_region(config: Any) -> None:
    rahmen = config.extra["rahmen"]
    assert rahmen.region.id == "kreis-soest"
    assert rahmen.vorfuehrung is True
    assert rahmen.vorschau is False
    assert rahmen.stichtag == STICHTAG
    assert rahmen.koordination.funktion
    assert rahmen.quellen


def test_dates_are_german_in_the_theme(config: Any) -> None:
    plugin: RahmenkonzeptPlugin = config.plugins["rahmenkonzept"]
    environment = plugin.on_env(Environment(), config=config, files=None)  # type: ignore[arg-type]
    day = config.extra["rahmen"].stichtag
    shown = environment.from_string("{{ day | datum }}").render(day=day)
    assert shown.split() == date_text(STICHTAG).split()


def test_a_build_that_fails_leaves_mkdocs_macros_as_it_was() -> None:
    sandbox.put_up()
    assert vars(patched)["Environment"] is sandbox.Sandkasten
    RahmenkonzeptPlugin().on_build_error(error=RuntimeError())
    assert vars(patched)["Environment"] is Environment


def test_macros_before_the_sandbox_end_the_build(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("RAHMEN_STICHTAG", STICHTAG.isoformat())
    settings: Any = load_config(str(ROOT / "mkdocs.yml"), site_dir=str(tmp_path))
    plugin = settings.plugins["rahmenkonzept"]
    plugin.on_config(settings)
    sandbox.take_down()
    settings.plugins["macros"].on_config(settings)
    with pytest.raises(Abort, match="R-709"):
        plugin.on_pre_build(config=settings)


def test_settings_are_strict() -> None:
    settings = yaml.safe_load((ROOT / "mkdocs.yml").read_text(encoding="utf-8"))
    assert settings["strict"] is True
    switches = [v for group in settings["validation"].values() for v in group.values()]
    assert len(switches) == 7 and set(switches) == {"warn"}
    (macros,) = [p["macros"] for p in settings["plugins"] if isinstance(p, dict) and "macros" in p]
    assert macros == {"module_name": "macros", "on_undefined": "strict", "on_error_fail": False}
    (search,) = [p["search"] for p in settings["plugins"] if isinstance(p, dict) and "search" in p]
    assert set(search) == {"lang", "separator"}
    assert settings["theme"]["font"] is False
    assert "repo_url" not in settings and "palette" not in settings["theme"]
    assert settings["extra"]["generator"] is False
    assert {"data", "macros", "overrides"} <= set(settings["watch"])


def test_changed_code_is_seen(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(code_state, "_ROOM", tmp_path)
    (tmp_path / "a.py").write_text("x = 1", encoding="utf-8")
    before = code_state.code_state()
    assert code_state.changed_code(before) == ""
    (tmp_path / "a.html.j2").write_text("x", encoding="utf-8")
    assert code_state.changed_code(before) == ""
    os.utime(tmp_path / "a.py", ns=(1, 1))
    assert code_state.changed_code(before) == "macros/a.py"
    os.utime(tmp_path / "a.py", ns=(before["macros/a.py"],) * 2)
    (tmp_path / "b.py").write_text("x", encoding="utf-8")
    assert code_state.changed_code(before) == "macros/b.py"


def test_the_preview_asks_for_a_new_start_after_changed_code(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("RAHMEN_STICHTAG", STICHTAG.isoformat())
    settings: Any = load_config(str(ROOT / "mkdocs.yml"), site_dir=str(tmp_path))
    plugin = settings.plugins["rahmenkonzept"]
    plugin.on_startup(command="serve", dirty=False)
    plugin.code["macros/site/plugin.py"] = 0
    with pytest.raises(Abort, match="R-711") as told:
        plugin.on_config(settings)
    assert "make serve" in str(told.value)


@pytest.mark.parametrize("command", ["build", "serve"])
def test_only_a_build_does_without_the_search_for_dead_objects(
    tmp_path: Path, command: str
) -> None:
    settings: Any = load_config(str(ROOT / "mkdocs.yml"), site_dir=str(tmp_path))
    plugin = settings.plugins["rahmenkonzept"]
    plugin.on_startup(command=command, dirty=False)
    assert gc.isenabled() == (command == "serve")
    plugin.on_shutdown()
    assert gc.isenabled()


def test_macros_without_mkdocs() -> None:
    code = "import macros, macros.model.bestand, sys; print('mkdocs' in sys.modules)"
    result = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=True, encoding="utf-8"
    )
    assert result.stdout.strip() == "False"


class Preview:
    """A running ``mkdocs serve``."""

    def __init__(self, root: Path, log: Path) -> None:
        with socket.socket() as free:
            free.bind(("127.0.0.1", 0))
            self.port = free.getsockname()[1]
        self.log = log
        environment = os.environ | {
            "REGION": "musterkreis",
            "RAHMEN_STICHTAG": STICHTAG.isoformat(),
            "NO_MKDOCS_2_WARNING": "1",
        }
        command = [sys.executable, "-m", "mkdocs", "serve", "--dev-addr", f"127.0.0.1:{self.port}"]
        self._output = log.open("w", encoding="utf-8")
        self._process = subprocess.Popen(
            command, cwd=root, env=environment, stdout=self._output, stderr=self._output
        )

    def page(self, path: str) -> str:
        with urllib.request.urlopen(f"http://127.0.0.1:{self.port}/{path}", timeout=5) as answer:
            return str(answer.read().decode())

    def wait_for(self, words: str, seconds: float = 40) -> str:
        """Return all that has been said, once it holds these words."""
        end = time.monotonic() + seconds
        while time.monotonic() < end:
            said = self.log.read_text(encoding="utf-8")
            if words in said:
                return said
            assert self._process.poll() is None, said
            time.sleep(0.2)
        raise AssertionError(f"„{words}“ fehlt in:\n{said}")

    def stop(self) -> None:
        self._process.terminate()
        self._process.wait(timeout=10)
        self._output.close()


def test_the_preview_survives_a_fault_and_shows_the_mended_page(
    project: Path, tmp_path: Path
) -> None:
    page = project / "docs/glossar.md"
    text = page.read_text(encoding="utf-8")
    preview = Preview(project, tmp_path / "log.txt")
    try:
        preview.wait_for("Serving on")
        assert "Content-Security-Policy" not in preview.page("glossar/")
        page.write_text(f'{text}\n{{{{ begriff("gibt-es-nicht") }}}}\n', encoding="utf-8")
        said = preview.wait_for("FEHLER R-406 · docs/glossar.md")
        assert "Traceback" not in said
        page.write_text(f"{text}\nGeflickt und fertig.\n", encoding="utf-8")
        preview.wait_for("Reloading browsers")
        assert "Geflickt und fertig." in preview.page("glossar/")
    finally:
        preview.stop()
