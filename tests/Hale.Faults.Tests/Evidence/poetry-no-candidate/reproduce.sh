#!/bin/sh
. "$(dirname "$0")/../../Reproduce/lib.sh"
. "$here/../../Reproduce/poetry.sh"

serve mac==1.0@cp311-cp311-macosx_11_0_arm64 cc==1.0
for version in 2 1; do
  poetry_project seen$version $version
  pyproject 'mac = "*"'
  source_local "$([ $version = 2 ] && echo 'priority = "primary"' || echo 'default = true')"
  poetry $version lock >/dev/null 2>&1
  try
  record seen-poetry-$version
  gone
done

poetry_project none
pyproject 'cc = "9.9"'
source_local
try
record clear-poetry-no-such-version
gone

plain calm
blind blind-no-engine
