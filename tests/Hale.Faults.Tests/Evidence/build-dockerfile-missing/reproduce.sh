#!/bin/sh
# seen: another name; one of two services. clear: the context is missing.
. "$(dirname "$0")/../../Reproduce/lib.sh"

project seen <<'YAML'
services:
  api:
    build:
      context: .
      dockerfile: Dockerfile.dev
YAML
echo 'FROM hale.local/stand-in/debian:trixie-slim' >Dockerfile
try
record seen-another-name
gone

project two <<'YAML'
services:
  api:
    build: api
  web:
    build: web
YAML
mkdir api web
echo 'FROM hale.local/stand-in/debian:trixie-slim' >api/Dockerfile
try
record seen-one-of-two
gone

project clear <<'YAML'
services:
  api:
    build: ./api
YAML
try
record clear-no-context
gone
