#!/bin/sh
. "$(dirname "$0")/../../Reproduce/lib.sh"
. "$here/../../Reproduce/poetry.sh"

poetry_project seen
pyproject
poetry 2 lock >/dev/null 2>&1
sed -i 's/^lock-version.*/lock-version = "3.0"/' poetry.lock
try
record seen-next-major
gone

# clear: a newer minor format is only a warning; the step fails for another reason.
poetry_project minor 2 'poetry install --no-root && poetry install --without nosuch'
pyproject
poetry 2 lock >/dev/null 2>&1
sed -i 's/^lock-version.*/lock-version = "2.9"/' poetry.lock
try
record clear-only-a-warning
gone

plain calm
blind blind-no-engine
