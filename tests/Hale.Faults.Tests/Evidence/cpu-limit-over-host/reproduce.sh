#!/bin/sh
# seen: 64 processors. clear: too little memory.
. "$(dirname "$0")/../../Reproduce/lib.sh"

project seen <<'YAML'
services:
  worker:
    image: hale.local/stand-in/redis:7
    cpus: 64
YAML
try
record seen-64
gone

project clear <<'YAML'
services:
  worker:
    image: hale.local/stand-in/redis:7
    mem_limit: 2m
YAML
try
record clear-memory
gone
