#!/bin/sh
# seen: the Dockerfile's first line names a frontend. clear: a base image is missing. To be run where Docker Hub's name does not resolve.
. "$(dirname "$0")/../../Reproduce/lib.sh"
. "$(dirname "$0")/../../Reproduce/registries.sh"

project seen <<'YAML'
services:
  web:
    build: .
YAML
printf '# syntax=docker/dockerfile:1.7\nFROM hale.local/stand-in/debian:trixie-slim\n' >Dockerfile
record seen-offline
wants clear postgres:17
record clear-a-base-image-is-missing

wants slow ghcr.io/acme/app:2
slow_engine blind-engine-slow
