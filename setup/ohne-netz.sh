#!/bin/sh
# Makes the Python environment from a folder of packages, without any network.
# $1: the Python to use; $2: the folder.
set -eu
python="$1"
ordner="$2"
if [ ! -f "$ordner/anforderungen.txt" ]; then
    echo "Im Ordner $ordner fehlt anforderungen.txt. Legen Sie ihn mit „make pakete“ an einem Rechner mit Netz an." >&2
    exit 3
fi
sh setup/python.sh "$python"
pip="env PIP_CONFIG_FILE=/dev/null .venv/bin/python -m pip install --quiet --disable-pip-version-check --no-index --find-links $ordner"
if ! $pip --require-hashes --requirement "$ordner/anforderungen.txt"; then
    echo "Die Pakete passen nicht zu diesem Rechner. System und Python müssen dieselben sein wie beim Sammeln; hier ist $("$python" --version)." >&2
    exit 3
fi
$pip --no-deps --force-reinstall rahmenkonzept-schulsozialarbeit
touch .venv/.eingerichtet
