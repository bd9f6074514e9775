#!/bin/sh
. "$(dirname "$0")/../../Reproduce/lib.sh"
. "$here/../../Reproduce/poetry.sh"

# A dependency by path whose setup.py looks for pg_config, as psycopg2's does, stands for one that has no wheel. Its build tools come from the image.
serve wheel==1.0
poetry_project seen 2 'cd lib && : poetry install && python3 setup.py build'
mkdir lib
cat >lib/setup.py <<'PY'
import shutil, sys
if not shutil.which("pg_config"):
    sys.exit("Error: pg_config executable not found.")
PY
pyproject
try
record seen-pg-config
gone

poetry_project mac
pyproject 'mac = "*"'
source_local
kill "$serving"
serve mac==1.0@cp311-cp311-macosx_11_0_arm64
poetry 2 lock >/dev/null 2>&1
try
record clear-poetry-no-candidate
gone

plain calm
blind blind-no-engine
