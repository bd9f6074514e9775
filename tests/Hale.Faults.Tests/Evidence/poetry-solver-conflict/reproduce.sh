#!/bin/sh
. "$(dirname "$0")/../../Reproduce/lib.sh"
. "$here/../../Reproduce/poetry.sh"

serve 'aa==1.0:cc==1.0' 'bb==1.0:cc==2.0' cc==1.0 cc==2.0
poetry_project seen
pyproject 'aa = "*"' 'bb = "*"'
source_local
try
record seen-two-want-another-third
gone

poetry_project first 1
pyproject 'aa = "*"' 'bb = "*"'
source_local 'default = true'
try
record seen-poetry-1
gone

poetry_project python 2 'poetry lock'
pyproject 'lib = {path = "lib", develop = true}'
mkdir -p lib/lib && touch lib/lib/__init__.py && sed 's/"api"/"lib"/; /^lib/d; s/3.11/3.12/' pyproject.toml >lib/pyproject.toml
try
record seen-range-of-python
gone

poetry_project none
pyproject 'cc = "9.9"'
source_local
try
record clear-poetry-no-such-version
gone

plain calm
blind blind-no-engine
