#!/bin/sh
# seen: a step that is ended with signal 9. clear: a step that fails by itself.
. "$(dirname "$0")/../../Reproduce/lib.sh"

project seen <<'YAML'
services:
  web:
    build:
      context: .
      dockerfile_inline: |
        FROM hale.local/stand-in/redis:7
        RUN sh -c 'kill -9 $$$$'
YAML
try
record seen-signal-9
gone

project clear <<'YAML'
services:
  web:
    build:
      context: .
      dockerfile_inline: |
        FROM hale.local/stand-in/redis:7
        RUN exit 134
YAML
try
record clear-exit-134
gone
