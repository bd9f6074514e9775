#!/bin/sh
# seen: a server that answers as Django does to a host it does not know, and says so in Django's words (Django itself cannot be had here). clear: it answers
# with another error. blind: no engine.
. "$(dirname "$0")/../../Reproduce/lib.sh"

compose() {
  project "$1" <<'YAML'
services:
  api:
    image: hale.local/stand-in/python:3.13-slim
    command: ["python", "/app/server.py"]
    volumes: ["./server.py:/app/server.py:ro"]
    environment: {DJANGO_ALLOWED_HOSTS: "example.org"}
    healthcheck: {test: ["CMD", "python", "-c", "import urllib.request; urllib.request.urlopen('http://localhost:8000/')"], interval: 1s, retries: 2}
YAML
  cat >server.py <<PY
import http.server, sys
class Handler(http.server.BaseHTTPRequestHandler):
    def do_GET(self):
        print($2, file=sys.stderr, flush=True)
        self.send_error($3)
http.server.ThreadingHTTPServer(("0.0.0.0", 8000), Handler).serve_forever()
PY
  docker compose up -d >/dev/null 2>&1
  sleep 6
}

compose seen "\"Invalid HTTP_HOST header: '%s'. You may need to add 'localhost' to ALLOWED_HOSTS.\" % self.headers['Host']" 400
record seen-replayed-django
blind blind-no-engine
gone
compose clear "'Internal Server Error: /'" 500
record clear-another-error
gone
