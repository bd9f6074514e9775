#!/bin/sh
# seen: the service is ready after 25 seconds, when it was given up. clear: it is never ready.
. "$(dirname "$0")/../../Reproduce/lib.sh"

project seen <<'YAML'
services:
  api:
    image: hale.local/stand-in/python:3.13-slim
    command: ["sh", "-c", "sleep 25; touch /tmp/ready; sleep 600"]
    healthcheck: {test: ["CMD", "test", "-e", "/tmp/ready"], interval: 1s, retries: 1}
YAML
try
sleep 14
record seen-late
blind blind-no-engine
gone

project clear <<'YAML'
services:
  api:
    image: hale.local/stand-in/python:3.13-slim
    command: ["sh", "-c", "sleep 250; touch /tmp/ready; sleep 600"]
    healthcheck: {test: ["CMD", "test", "-e", "/tmp/ready"], interval: 1s, retries: 1}
YAML
try
record clear-never
gone
