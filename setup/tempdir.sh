#!/bin/sh
# Prints the folder for the tests' thousands of small files: in memory where 4 GB are free there,
# which saves minutes on slow disks.
set -eu
free=$(df -Pk /dev/shm 2>/dev/null | awk 'NR == 2 { print $4 }')
if [ -w /dev/shm ] && [ "${free:-0}" -gt 4194304 ]; then
    echo /dev/shm
else
    echo "${TMPDIR:-/tmp}"
fi
