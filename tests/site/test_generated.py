"""Files for download are published as they are, Markdown among them."""

from __future__ import annotations

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import Files

from macros.site.generated import add_exports


def test_a_markdown_file_for_download_is_no_page() -> None:
    config = MkDocsConfig(config_file_path=None)
    config.load_dict({"site_name": "Probe"})
    config.validate()
    # Set by mkdocs while an event runs.
    config.plugins._current_plugin = "rahmenkonzept"
    files = Files([])
    add_exports(files, config, {"muster/leer.md": b"# Leer\n", "daten/alle.csv": b"a;b\n"})
    assert list(files.documentation_pages()) == []
    assert {f.dest_uri: f.content_bytes for f in files} == {
        "muster/leer.md": b"# Leer\n",
        "daten/alle.csv": b"a;b\n",
    }
