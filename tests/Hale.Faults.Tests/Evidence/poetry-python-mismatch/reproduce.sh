#!/bin/sh
. "$(dirname "$0")/../../Reproduce/lib.sh"
. "$here/../../Reproduce/poetry.sh"

poetry_project seen
pyproject
sed -i 's/3.11/3.99/' pyproject.toml
try
record seen-too-old
gone

poetry_project solver 2 'poetry lock'
pyproject 'lib = {path = "lib", develop = true}'
mkdir -p lib/lib && touch lib/lib/__init__.py && sed 's/"api"/"lib"/; /^lib/d; s/3.11/3.12/' pyproject.toml >lib/pyproject.toml
try
record clear-poetry-solver-conflict
gone

plain calm
blind blind-no-engine
