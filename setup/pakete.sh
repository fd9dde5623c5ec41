#!/bin/sh
# Collects everything a machine without a network needs: all packages with checksums, and the program.
# $1: the folder.
set -eu
ordner="$1"
rm -rf "$ordner"
mkdir -p "$ordner"
.venv/bin/uv export --locked --no-dev --no-emit-project --format requirements.txt --quiet \
    --output-file "$ordner/anforderungen.txt"
.venv/bin/python -m pip download --quiet --disable-pip-version-check --only-binary :all: \
    --require-hashes --requirement "$ordner/anforderungen.txt" --dest "$ordner"
.venv/bin/uv build --wheel --quiet --out-dir "$ordner"
echo "Bereit: $ordner. Kopieren Sie den ganzen Projektordner ohne .venv auf den anderen Rechner."
