#!/bin/sh
# Makes the project's own Python environment; says in German what is missing.
# $1: the Python to use.
set -eu
python="$1"
if ! command -v "$python" >/dev/null 2>&1; then
    echo "Python fehlt. Bitte eingeben: sudo apt-get install -y python3 python3-venv" >&2
    exit 3
fi
if ! "$python" -c 'import sys; sys.exit(sys.version_info < (3, 11))'; then
    echo "Nötig ist Python 3.11 oder neuer; hier ist $("$python" --version)." >&2
    exit 3
fi
if [ ! -x .venv/bin/python ]; then
    rm -rf .venv
    if ! "$python" -m venv .venv >/dev/null 2>&1; then
        rm -rf .venv
        echo "Das Modul venv fehlt. Bitte eingeben: sudo apt-get install -y python3-venv" >&2
        exit 3
    fi
fi
