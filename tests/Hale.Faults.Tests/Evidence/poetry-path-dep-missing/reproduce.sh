#!/bin/sh
. "$(dirname "$0")/../../Reproduce/lib.sh"
. "$here/../../Reproduce/poetry.sh"

poetry_project seen
pyproject 'lib = {path = "lib", develop = true}'
record seen-submodule-not-fetched

poetry_project there
pyproject 'lib = {path = "lib", develop = true}'
mkdir lib
record clear-there

# clear: the index is what is missing, not the path.
poetry_project index
pyproject 'lib = {path = "lib"}'
mkdir -p lib/lib && touch lib/lib/__init__.py && sed 's/"api"/"lib"/; /^lib/d' pyproject.toml >lib/pyproject.toml
printf '[build-system]\nrequires = ["poetry-core"]\nbuild-backend = "poetry.core.masonry.api"\n' >>lib/pyproject.toml
poetry 2 lock >/dev/null 2>&1
record clear-poetry-index-unreachable
