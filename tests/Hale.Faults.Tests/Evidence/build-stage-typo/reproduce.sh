#!/bin/sh
# seen: a name of a stage with two letters swapped. clear: an image that is like no stage. To be run where Docker Hub's name does not resolve.
. "$(dirname "$0")/../../Reproduce/lib.sh"
. "$(dirname "$0")/../../Reproduce/registries.sh"

project seen <<'YAML'
services:
  web:
    build: .
YAML
printf 'FROM hale.local/stand-in/debian:trixie-slim AS build\nRUN touch /x\nFROM hale.local/stand-in/debian:trixie-slim\nCOPY --from=biuld /x /x\n' >Dockerfile
record seen-letters-swapped
wants clear postgres:17
record clear-an-image-that-is-like-no-stage

wants slow ghcr.io/acme/app:2
slow_engine blind-engine-slow
