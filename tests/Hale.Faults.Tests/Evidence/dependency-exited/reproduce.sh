#!/bin/sh
# seen: a job is waited for as if it were to stay. clear: the job fails.
. "$(dirname "$0")/../../Reproduce/lib.sh"

project seen <<'YAML'
services:
  migrate:
    image: hale.local/stand-in/python:3.13-slim
    command: ["sh", "-c", "exit 0"]
    healthcheck: {test: ["CMD", "true"], interval: 2s}
  api:
    image: hale.local/stand-in/python:3.13-slim
    command: ["sleep", "600"]
    depends_on: {migrate: {condition: service_healthy}}
YAML
try
record seen-job-is-done
blind blind-no-engine
gone

project clear <<'YAML'
services:
  migrate:
    image: hale.local/stand-in/python:3.13-slim
    command: ["sh", "-c", "exit 3"]
    healthcheck: {test: ["CMD", "true"], interval: 2s}
  api:
    image: hale.local/stand-in/python:3.13-slim
    command: ["sleep", "600"]
    depends_on: {migrate: {condition: service_healthy}}
YAML
try
record clear-job-failed
gone
