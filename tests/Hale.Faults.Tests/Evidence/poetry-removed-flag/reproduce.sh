#!/bin/sh
. "$(dirname "$0")/../../Reproduce/lib.sh"
. "$here/../../Reproduce/poetry.sh"

poetry_project seen 2 'poetry install --no-root --no-dev'
pyproject
try
record seen-no-dev
gone

poetry_project first 1 'poetry check --lock'
pyproject
try
record seen-poetry-1
gone

poetry_project moved 2 'poetry export'
pyproject
try
record clear-poetry-command-moved
gone

plain calm
blind blind-no-engine
