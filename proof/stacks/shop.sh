# A database with data in it, an API that reads it through psql, and nginx in front.
shop() {
  cat >compose.yaml <<'YAML'
services:
  db:
    image: hale.local/stand-in/postgres:17
    environment: {POSTGRES_PASSWORD: "${DB_PASSWORD:-first}", POSTGRES_USER: shop, POSTGRES_DB: shop}
    volumes: ["data:/var/lib/postgresql/data", "./seed.sql:/docker-entrypoint-initdb.d/seed.sql:ro"]
    healthcheck: {test: ["CMD", "pg_isready", "-U", "shop", "-h", "127.0.0.1"], interval: 10s, retries: 5}
  api:
    image: hale.local/stand-in/python:3.13-slim
    command: ["python3", "/app/api.py"]
    volumes: ["./api.py:/app/api.py:ro"]
    depends_on: {db: {condition: service_healthy}}
    healthcheck: {test: ["CMD", "python3", "-c", "import urllib.request as u; u.urlopen('http://127.0.0.1:8000/').read()"], interval: 10s, retries: 3}
  web:
    image: hale.local/stand-in/nginx:1.26
    ports: ["${WEB_PORT:-25000}:80"]
    volumes: ["./nginx.conf:/etc/nginx/conf.d/default.conf:ro"]
    depends_on: {api: {condition: service_healthy}}
volumes:
  data: {}
YAML
  echo "CREATE TABLE goods (name text); INSERT INTO goods VALUES ('lamp');" >seed.sql
  cat >api.py <<'PYTHON'
import http.server, signal, sys

signal.signal(signal.SIGTERM, lambda *_: sys.exit(0))


class Api(http.server.BaseHTTPRequestHandler):
    def do_GET(self):
        self.send_response(200)
        self.end_headers()
        self.wfile.write(b"the shop is open\n")


http.server.ThreadingHTTPServer(("0.0.0.0", 8000), Api).serve_forever()
PYTHON
  cat >nginx.conf <<'NGINX'
server { listen 80; location / { proxy_pass http://api:8000; } }
NGINX
}

shop_open() { answers "http://127.0.0.1:${1:-25000}/" "the shop is open"; }

lamp_is_there() { in_service db psql -U shop -d shop -tAc "SELECT name FROM goods" | grep -qx lamp; }
