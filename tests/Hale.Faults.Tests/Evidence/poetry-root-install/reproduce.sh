#!/bin/sh
. "$(dirname "$0")/../../Reproduce/lib.sh"
. "$here/../../Reproduce/poetry.sh"

poetry_project seen 2 'poetry install'
pyproject
sed -i 's/^COPY.*/COPY pyproject.toml .\//; s/^description.*/description = ""\nreadme = "README.md"/' Dockerfile pyproject.toml
mkdir api && touch api/__init__.py README.md
try
record seen-readme-not-copied
gone

poetry_project package 2 'poetry install'
pyproject
try
record seen-no-package
gone

poetry_project path 2 'poetry install'
pyproject 'lib = {path = "lib", develop = true}'
try
record clear-poetry-path-dep-missing
gone

plain calm
blind blind-no-engine
