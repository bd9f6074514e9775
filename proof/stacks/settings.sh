# A page that greets as .env says, with a template of that file beside it, and a cache that .env names.
settings() {
  cat >compose.yaml <<'YAML'
services:
  cache:
    image: hale.local/stand-in/redis:7
    healthcheck: {test: ["CMD", "redis-cli", "ping"], interval: 2s}
  page:
    image: hale.local/stand-in/python:3.13-slim
    command: ["sh", "-c", ". /app/.env && export GREETING CACHE && exec python3 -u /app/page.py"]
    environment: {PLACE: "${PLACE:?say where}"}
    volumes: [".:/app:ro"]
    ports: ["${PAGE_PORT:-25040}:8000"]
    depends_on: {cache: {condition: service_healthy}}
    init: true
    healthcheck: {test: ["CMD", "python3", "-c", "import urllib.request as u; u.urlopen('http://127.0.0.1:8000/').read()"], interval: 2s, retries: 8}
YAML
  printf 'GREETING=hello\nCACHE=cache\nPLACE=town\nPAGE_PORT=25040\n' >.env.example
  cp .env.example .env
  cat >page.py <<'PYTHON'
import http.server, os, socket

GREETING, PLACE = os.environ["GREETING"], os.environ["PLACE"]
socket.create_connection((os.environ["CACHE"], 6379), 3).close()


class Page(http.server.BaseHTTPRequestHandler):
    def do_GET(self):
        self.send_response(200)
        self.end_headers()
        self.wfile.write(f"{GREETING} from {PLACE}!\n".encode())


http.server.ThreadingHTTPServer(("0.0.0.0", 8000), Page).serve_forever()
PYTHON
}

settings_greet() { answers "http://127.0.0.1:${1:-25040}/" "hello from town!"; }
