#!/bin/sh
. "$(dirname "$0")/../../Reproduce/lib.sh"
. "$here/../../Reproduce/poetry.sh"

serve 'aa==1.0:cc==1.0' 'bb==1.0:cc==2.0' cc==1.0 cc==2.0
poetry_project seen
pyproject 'cc = "9.9"'
source_local
try
record seen-version
gone

poetry_project name 1
pyproject 'nosuch = "*"'
source_local 'default = true'
try
record seen-name-poetry-1
gone

poetry_project chain
pyproject 'aa = "*"' 'bb = "*"'
source_local
try
record clear-poetry-solver-conflict
gone

plain calm
blind blind-no-engine
