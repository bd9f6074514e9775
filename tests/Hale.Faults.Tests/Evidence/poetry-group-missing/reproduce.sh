#!/bin/sh
. "$(dirname "$0")/../../Reproduce/lib.sh"
. "$here/../../Reproduce/poetry.sh"

poetry_project seen 2 'poetry install --no-root --without docs'
pyproject
printf '\n[tool.poetry.group.test.dependencies]\n' >>pyproject.toml
poetry 2 lock >/dev/null 2>&1
try
record seen-renamed
gone

poetry_project flag 2 'poetry install --no-dev'
pyproject
poetry 2 lock >/dev/null 2>&1
try
record clear-poetry-removed-flag
gone

plain calm
blind blind-no-engine
