#!/bin/sh
. "$(dirname "$0")/../../Reproduce/lib.sh"
. "$here/../../Reproduce/poetry.sh"

# Replayed: a desktop's keyring is not to be had here. The step prints what it says.
poetry_project seen 2 'cat keyring.txt && exit 1 && poetry install'
echo 'keyring.errors.KeyringLocked: Failed to unlock the collection!' >keyring.txt
pyproject
try
record seen-replayed-locked
gone

poetry_project index
pyproject 'cc = "*"'
source_local
sed -i 's/24010/24011/' pyproject.toml
try
record clear-poetry-index-unreachable
gone

plain calm
blind blind-no-engine
