#!/bin/sh
. "$(dirname "$0")/../../Reproduce/lib.sh"
. "$here/../../Reproduce/poetry.sh"

poetry_project seen 2 'poetry export -o requirements.txt'
pyproject
try
record seen-export
gone

poetry_project shell 2 'poetry shell'
pyproject
try
record seen-shell
gone

poetry_project first 1 'poetry sync'
pyproject
try
record seen-poetry-1-sync
gone

poetry_project flag 2 'poetry install --no-dev'
pyproject
try
record clear-poetry-removed-flag
gone

plain calm
blind blind-no-engine
