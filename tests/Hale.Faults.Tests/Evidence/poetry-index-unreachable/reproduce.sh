#!/bin/sh
. "$(dirname "$0")/../../Reproduce/lib.sh"
. "$here/../../Reproduce/poetry.sh"

for version in 2 1; do
  poetry_project seen$version $version
  pyproject 'cc = "*"'
  source_local "$([ $version = 2 ] && echo 'priority = "primary"' || echo 'default = true')"
  sed -i 's/24010/24011/' pyproject.toml
  try
  record seen-poetry-$version
  gone
done

serve cc==1.0
poetry_project none
pyproject 'cc = "9.9"'
source_local
try
record clear-poetry-no-such-version
gone

plain calm
blind blind-no-engine
