#!/bin/sh
. "$(dirname "$0")/../../Reproduce/lib.sh"
. "$here/../../Reproduce/poetry.sh"

poetry_project seen
pyproject
poetry 2 lock >/dev/null 2>&1
sed -i 's/3.11/3.12/' pyproject.toml
record seen-python-changed

# A [project] table counts for the hash as well.
poetry_project standard
cat >pyproject.toml <<'TOML'
[project]
name = "api"
version = "0.1.0"
requires-python = ">=3.11"
dependencies = []

[tool.poetry]
package-mode = false
TOML
poetry 2 lock >/dev/null 2>&1
record clear-in-step-standard
sed -i 's/3.11/3.12/' pyproject.toml
record seen-standard

poetry_project first 1
pyproject
poetry 1 lock >/dev/null 2>&1
record clear-in-step-poetry-1
sed -i 's/3.11/3.10/' pyproject.toml
record seen-poetry-1

# What does not matter to the lock may change.
poetry_project words
pyproject
poetry 2 lock >/dev/null 2>&1
sed -i 's/^description.*/description = "another one"/' pyproject.toml
record clear-description-changed

poetry_project empty
pyproject
: >poetry.lock
record clear-poetry-lock-empty

# The machine has the Poetry that wrote the lock.
poetry_project here
pyproject
poetry 2 lock >/dev/null 2>&1
sed -i 's/3.11/3.12/' pyproject.toml
poetry_here 2
record seen-poetry-on-the-machine
