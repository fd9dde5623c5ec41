"""Serves a folder with nginx: with as few settings as can be, or with the ones we ship."""

from __future__ import annotations

import re
import shutil
import socket
import subprocess
import time
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from typing import Final

from .built_site import ROOT, Site

CONFIG: Final = ROOT / "setup/server/nginx.conf"
# One process as the current user: nothing is looked up or written outside of the two folders.
_FRAME: Final = """daemon off;
master_process off;
pid "{folder}/nginx.pid";
error_log "{folder}/fehler.log";
events {{ worker_connections 64; }}
http {{
  client_body_temp_path "{folder}/body";
  proxy_temp_path "{folder}/proxy";
  fastcgi_temp_path "{folder}/fastcgi";
  uwsgi_temp_path "{folder}/uwsgi";
  scgi_temp_path "{folder}/scgi";
  default_type application/octet-stream;
  types {{
    text/html html;
    text/css css;
    text/javascript js;
    text/plain txt;
    text/xml xml;
    text/csv csv;
    text/calendar ics;
    text/vcard vcf;
    application/json json;
    image/svg+xml svg;
  }}
{settings}
}}
"""
_PLAIN: Final = """charset utf-8;
access_log off;
server {{
  listen 127.0.0.1:{port};
  root "{root}";
  absolute_redirect off;
  error_page 404 /404.html;
}}
"""
_PATIENCE: Final = 20


def plain(root: Path, folder: Path, port: int) -> str:
    """Return the least a server needs: no headers, so that the pages stand for themselves."""
    return _PLAIN.format(root=root, port=port)


def shipped(root: Path, folder: Path, port: int) -> str:
    """Return the shipped settings with the places of this machine, and without TLS."""
    text = CONFIG.read_text(encoding="utf-8")
    first = text.index("server {")
    text = text[:first] + text[text.index("server {", first + 1) :]
    text = re.sub(r"\n\s*ssl_\w+ [^;]+;", "", text)
    for old, new in (
        ("listen 443 ssl", f"listen 127.0.0.1:{port}"),
        ("/srv/rahmenkonzept/oeffentlich", str(root)),
        ("/var/log/nginx/rahmenkonzept.log", f"{folder}/access.log"),
    ):
        assert old in text
        text = text.replace(old, new)
    return text


@contextmanager
def nginx(
    region: str,
    root: Path,
    folder: Path,
    settings: Callable[[Path, Path, int], str] = plain,
) -> Iterator[Site]:
    """Serve a folder on a free port of this machine.

    Args:
        region: what is served.
        root: the public folder.
        folder: an empty one for the server's own files.
        settings: gives what stands within ``http``, from root, folder and port.
    """
    port = _free_port()
    config = folder / "nginx.conf"
    text = _FRAME.format(folder=folder, settings=settings(root, folder, port))
    config.write_text(text, encoding="utf-8")
    program = shutil.which("nginx") or "/usr/sbin/nginx"
    command = [program, "-p", str(folder), "-c", str(config), "-e", str(folder / "fehler.log")]
    process = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True)
    try:
        _wait(process, port)
        yield Site(region, root, f"http://127.0.0.1:{port}")
    finally:
        process.terminate()
        process.communicate(timeout=_PATIENCE)


def _free_port() -> int:
    with closing(socket.socket()) as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
        return port


def _wait(process: subprocess.Popen[str], port: int) -> None:
    deadline = time.monotonic() + _PATIENCE
    while True:
        assert process.poll() is None, process.communicate()[0]
        try:
            socket.create_connection(("127.0.0.1", port), timeout=1).close()
        except ConnectionRefusedError:
            assert time.monotonic() < deadline, "nginx antwortet nicht"
            time.sleep(0.02)
        else:
            return
