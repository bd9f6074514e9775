#!/bin/sh
# seen: two megabytes. clear: too many processors.
. "$(dirname "$0")/../../Reproduce/lib.sh"

project seen <<'YAML'
services:
  worker:
    image: hale.local/stand-in/redis:7
    mem_limit: 2m
YAML
try
record seen-2m
gone

project clear <<'YAML'
services:
  worker:
    image: hale.local/stand-in/redis:7
    cpus: 64
YAML
try
record clear-processors
gone
