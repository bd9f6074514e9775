#!/bin/sh
. "$(dirname "$0")/../../Reproduce/lib.sh"
. "$here/../../Reproduce/poetry.sh"

poetry_project seen 1
printf '[project]\nname = "api"\nversion = "0.1.0"\nrequires-python = ">=3.11"\n\n[build-system]\nrequires = ["poetry-core"]\nbuild-backend = "poetry.core.masonry.api"\n' >pyproject.toml
try
record seen-standard-table
gone

poetry_project slip 1
pyproject 'broken = '
try
record clear-poetry-pyproject-invalid
gone

plain calm
blind blind-no-engine
