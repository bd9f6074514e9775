#!/bin/sh
# seen: the limit of the start is shorter than the first start of the database takes, and then it is ready. clear: it never is.
. "$(dirname "$0")/../../Reproduce/lib.sh"

# late NAME SECONDS: a database that is ready after so long, and a service that waits for it.
late() {
  project "$1" <<YAML
services:
  db:
    image: hale.local/stand-in/debian:trixie-slim
    command: ["sh", "-c", "sleep $2; touch /ready; exec sleep infinity"]
    stop_grace_period: 1s
    healthcheck:
      test: ["CMD", "test", "-e", "/ready"]
      interval: 1s
      retries: 60
  api:
    image: hale.local/stand-in/debian:trixie-slim
    command: sleep infinity
    stop_grace_period: 1s
    depends_on:
      db:
        condition: service_healthy
YAML
  uninspected "$HALE" docker --no-mend --timeout 3s >/dev/null 2>&1 || true
}

late seen 7
sleep 9
record seen-ready-by-now
blind blind-no-engine
gone

late clear 600
record clear-not-ready-yet
gone
