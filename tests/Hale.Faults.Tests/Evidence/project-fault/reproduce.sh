#!/bin/sh
# seen: a service's output matches the project's own expression. clear: another service, which the rule is not about, prints the same.
. "$(dirname "$0")/../../Reproduce/lib.sh"

rules() {
  cat <<'YAML'
x-hale:
  faults:
    - name: search-index-missing
      match: "index .* does not exist"
      subject: api
      cause: The search index was never built
      command: [sh, -c, "touch /tmp/index"]
      advice: docker compose run --rm api build-index
YAML
}

project seen <<YAML
services:
  api:
    image: hale.local/stand-in/redis:7
    entrypoint: ["sh", "-c", "until test -e /tmp/index; do echo 'error: index goods does not exist'; sleep 1; done; exec sleep 600"]
    healthcheck: {test: ["CMD", "test", "-e", "/tmp/index"], interval: 1s, retries: 2}
$(rules)
YAML
docker compose up -d >/dev/null 2>&1
sleep 4
record seen-in-the-output
blind blind-no-engine
gone

project clear <<YAML
services:
  api:
    image: hale.local/stand-in/redis:7
  job:
    image: hale.local/stand-in/redis:7
    entrypoint: ["sh", "-c", "echo 'error: index goods does not exist'; exit 1"]
$(rules)
YAML
docker compose up -d >/dev/null 2>&1
sleep 1
record clear-another-service
gone
