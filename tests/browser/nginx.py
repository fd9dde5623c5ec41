"""Serves a published folder with nginx: plain files, and a page for unknown addresses."""

from __future__ import annotations

import shutil
import socket
import subprocess
import time
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from typing import Final

from .built_site import Site

# One process as the current user: nothing is looked up or written outside of the two folders.
_CONFIG: Final = """daemon off;
master_process off;
pid "{folder}/nginx.pid";
error_log "{folder}/fehler.log";
events {{ worker_connections 64; }}
http {{
  access_log off;
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
  charset utf-8;
  server {{
    listen 127.0.0.1:{port};
    root "{root}";
    absolute_redirect off;
    error_page 404 /404.html;
  }}
}}
"""
_PATIENCE: Final = 20


@contextmanager
def nginx(region: str, root: Path, folder: Path) -> Iterator[Site]:
    """Serve a folder on a free port of this machine.

    Args:
        region: what is served.
        root: the public folder.
        folder: an empty one for the server's own files.
    """
    port = _free_port()
    config = folder / "nginx.conf"
    config.write_text(_CONFIG.format(folder=folder, port=port, root=root), encoding="utf-8")
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
