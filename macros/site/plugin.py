"""The mkdocs plugin ``rahmenkonzept``: each event calls the room that does the work."""

from __future__ import annotations

import gc
import logging
import re
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from mkdocs.config import config_options
from mkdocs.config.base import Config
from mkdocs.exceptions import Abort
from mkdocs.plugins import BasePlugin, CombinedEvent, event_priority, get_plugin_logger

from macros.model.findings import Ort, Stufe, has_fehler
from macros.model.german import date_text
from macros.model.report import format_text, summary
from macros.pages.foot import foot_of
from macros.pages.markdown_ext import SafeMarkdown
from macros.pages.placeholders import insert
from macros.pages.renderer import EXTENSION_CONFIGS, EXTENSIONS
from macros.search.readable import without_excluded
from macros.site import assets, generated, sandbox
from macros.site import rules as r
from macros.site.code_state import changed_code, code_state
from macros.site.context import rahmen_for
from macros.site.design import colours_css, read_logo
from macros.site.finished import check_finished
from macros.site.load import load
from macros.site.macro_calls import Makroaufrufe
from macros.site.nav import apply_nav, make_relative
from macros.site.search_file import add_german
from macros.site.tree import beyond

if TYPE_CHECKING:
    from jinja2 import Environment
    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.structure.files import Files
    from mkdocs.structure.nav import Navigation
    from mkdocs.structure.pages import Page
    from mkdocs.utils.templates import TemplateContext

    from macros.model.bestand import Bestand
    from macros.pages.check import Geprueft
    from macros.site.design import Logo
    from macros.site.order import Bauauftrag

log = get_plugin_logger("rahmenkonzept")

_FIRST: Final = 100
_LAST: Final = -100


class RahmenConfig(Config):  # type: ignore[no-untyped-call]
    """Settings in mkdocs.yml; the environment variable REGION is the usual way."""

    region = config_options.Type(str, default="")


class RahmenkonzeptPlugin(BasePlugin[RahmenConfig]):  # type: ignore[no-untyped-call]
    """Events of a build, in their order."""

    bestand: Bestand
    pages: Geprueft
    exports: dict[str, bytes]
    auftrag: Bauauftrag | None
    logo: Logo | None
    markdown: SafeMarkdown
    aufrufe: Makroaufrufe
    whole: str | None
    vorschau = False

    def on_startup(self, *, command: str, dirty: bool) -> None:
        """Remember whether authors look at a preview, and which program code is running."""
        self.vorschau = command == "serve"
        self.code = code_state()
        # A build needs nearly all it has loaded until its end. Looking through that for what could
        # be thrown away, again and again, took a tenth of its time.
        if not self.vorschau:
            gc.disable()

    def on_shutdown(self) -> None:
        """Leave the memory to Python again."""
        gc.enable()

    @event_priority(_FIRST)
    def on_config(self, config: MkDocsConfig) -> MkDocsConfig:
        """Load and check everything; end here with all findings if any of them blocks."""
        if self.vorschau and (name := changed_code(self.code)):
            befund = r.NEUSTART.befund(
                Ort(name),
                "Der Programmcode hat sich geändert; die Vorschau zeigt den alten Stand.",
                "Strg+C drücken, dann make serve",
            )
            raise Abort(format_text([befund]))
        stoff = load(Path(config.config_file_path).parent, self.config.region)
        if stoff.bestand is None or stoff.pages is None or has_fehler(stoff.befunde):
            raise Abort(format_text([b for b in stoff.befunde if b.stufe is Stufe.FEHLER]))
        if stoff.befunde:
            log.info("%s rahmen pruefen zeigt sie im Einzelnen.", summary(stoff.befunde))
        self.bestand, self.pages, self.exports = stoff.bestand, stoff.pages, stoff.exports
        self.auftrag = stoff.auftrag
        self.logo, befunde = read_logo(Path(config.config_file_path).parent, stoff.bestand.region)
        if befunde:
            raise Abort(format_text(befunde))
        self.aufrufe = Makroaufrufe(stoff.pages.lauf)
        region = stoff.bestand.region
        config.site_name = f"Rahmenkonzept Schulsozialarbeit {region.im_satz}"
        if not self.vorschau:
            own = f"{region.adresse.rstrip('/')}/"
            config.site_url = self.auftrag.adresse if self.auftrag else own
        self.markdown = SafeMarkdown(stoff.pages.vorrat)
        config.markdown_extensions = [*EXTENSIONS, self.markdown]  # type: ignore[list-item]
        config.mdx_configs = EXTENSION_CONFIGS
        apply_nav(config, stoff.pages, self.auftrag)
        # mkdocs-macros tells its life story at every build; its warnings stay.
        logging.getLogger("mkdocs.plugins.mkdocs_macros").setLevel(logging.WARNING)
        sandbox.put_up()
        return config

    def define_env(self, env: Any) -> None:
        """Register all macros with mkdocs-macros; called by ``macros.define_env``."""
        for name, function in self.aufrufe.functions(lambda: str(env.page.file.src_uri)).items():
            env.macro(function, name)

    @event_priority(_FIRST)
    def on_pre_build(self, *, config: MkDocsConfig) -> None:
        """Make sure that pages are rendered in the sandbox, and give the theme its object."""
        sandbox.take_down()
        plugin: Any = config.plugins.get("macros")
        if plugin is None or not sandbox.close(plugin.env):
            befund = r.SANDKASTEN.befund(
                Ort("mkdocs.yml"), "Die Makros laufen nicht im Sandkasten."
            )
            raise Abort(format_text([befund]))
        config.extra["rahmen"] = rahmen_for(
            self.bestand,
            vorschau=self.vorschau,
            auftrag=self.auftrag,
            seiten=frozenset(self.pages.seiten),
            logo=self.logo,
        )

    def on_files(self, files: Files, *, config: MkDocsConfig) -> Files:
        """Add pages and files that come from data."""
        generated.add_pages(files, config, self.pages.erzeugt)
        generated.add_exports(files, config, self.exports)
        assets.drop_unused(files, config)
        assets.join_styles(files, config, colours_css(self.bestand.region))
        if self.logo is not None:
            assets.add_logo(files, config, self.logo)
        return files

    def on_nav(self, nav: Navigation, *, config: MkDocsConfig, files: Files) -> Navigation:
        """Let the menu's entries for live pages lead to the tree beside this one."""
        if self.auftrag is not None:
            make_relative(nav, self.auftrag)
        return nav

    def on_page_read_source(self, *, page: Page, config: MkDocsConfig) -> str:
        """Render exactly the text that has been checked; the front matter is already read."""
        self.aufrufe.begin(page.file.src_uri)
        return self.pages.seiten[page.file.src_uri].text

    @event_priority(_FIRST)
    def on_page_markdown(
        self, markdown: str, *, page: Page, config: MkDocsConfig, files: Files
    ) -> str:
        """Give the page its strictly read front matter, and Markdown the ways from it."""
        wege = self.pages.wege
        self.markdown.umlenkung = wege.umlenkung(page.file.src_uri) if wege else None
        page.meta = dict(self.pages.seiten[page.file.src_uri].kopf)
        return markdown

    @event_priority(_FIRST)
    def on_page_content(self, html: str, *, page: Page, config: MkDocsConfig, files: Files) -> str:
        """Put the macros' output in place of the marks, before the search reads the page."""
        lauf = self.aufrufe.seite(page.file.src_uri)
        fragments = lauf.fragments
        foot = foot_of(self.pages.seiten[page.file.src_uri], lauf.ansicht, self.pages.titel)
        if page.present_anchor_ids is not None:
            ids = [a for f in (*fragments, *([foot] if foot else ())) for a in f.anker]
            page.present_anchor_ids |= {*ids}
        return insert(_hide_braces(html), fragments) + (str(foot.html) if foot else "")

    def on_env(self, env: Environment, *, config: MkDocsConfig, files: Files) -> Environment:
        """Give the theme our German dates, and the ways to pages by their address of today."""
        wege = self.pages.wege
        env.filters["datum"] = date_text
        env.filters["weg"] = wege.weg if wege else str
        return env

    @event_priority(_FIRST)
    def _before_search(
        self, context: TemplateContext, *, page: Page, config: MkDocsConfig, nav: Navigation
    ) -> None:
        """Let the search plugin, which reads pages here, see only what it shall read."""
        self.whole = page.content
        page.content = without_excluded(page.content or "")

    @event_priority(_LAST)
    def _after_search(
        self, context: TemplateContext, *, page: Page, config: MkDocsConfig, nav: Navigation
    ) -> None:
        """Let the template see the whole page again."""
        page.content = self.whole

    on_page_context = CombinedEvent(_before_search, _after_search)

    @event_priority(_LAST)
    def on_post_build(self, *, config: MkDocsConfig) -> None:
        """Teach the search German, then search the finished HTML."""
        site = Path(config.site_dir)
        add_german(site, self.bestand, self.pages, self.auftrag)
        befunde = (
            check_finished(site, beyond(self.auftrag, self.bestand))
            if self.auftrag
            else check_finished(site)
        )
        if befunde:
            raise Abort(format_text(befunde))

    def on_build_error(self, *, error: Exception) -> None:
        """Leave mkdocs-macros as it was."""
        sandbox.take_down()


_CODE: Final = re.compile(r"<code(?P<attributes>[^>]*)>(?P<text>.*?)</code>", re.DOTALL)


def _hide_braces(html: str) -> str:
    """Write macro braces inside code so that a search for unrendered macros does not find them.

    The reader sees and copies them as they are; the search index leaves such code out.
    """
    return _CODE.sub(_hidden, html)


def _hidden(code: re.Match[str]) -> str:
    if "{" not in code["text"]:
        return code.group()
    text = code["text"].replace("{", "&#123;")
    return f"<code{code['attributes']} data-search-exclude>{text}</code>"
