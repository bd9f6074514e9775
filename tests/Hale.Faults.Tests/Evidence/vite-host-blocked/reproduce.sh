#!/bin/sh
# seen: a proxy whose health check prints the answer; one that only says 403; Vite's own check by the service's name. clear: a proxy that forbids something
# itself; Vite at loopback. blind: no engine.
. "$(dirname "$0")/../../Reproduce/lib.sh"
. "$(dirname "$0")/../../Reproduce/vite.sh"

proxied() {
  vite "$1" 'vite --host 0.0.0.0'
  sed -i '/ports/d' compose.yaml
  cat >>compose.yaml <<YAML
  proxy:
    image: hale.local/stand-in/nginx:1.26
    volumes: ["./proxy.conf:/etc/nginx/conf.d/default.conf:ro"]
    ports: ["${port:-21211}:80"]
    depends_on: [web]
    healthcheck: {test: ["CMD", "curl", $2, "http://localhost/"], interval: 1s, retries: 2, start_period: 4s}
YAML
  echo "server { listen 80; location / { $3 } }" >proxy.conf
}

proxied quoted '"-sS", "--fail-with-body"' 'proxy_pass http://web:5173;'
up 8
record seen-quoted
blind blind-no-engine
gone

proxied told '"-fsS"' 'proxy_pass http://web:5173;'
up 8
record seen-status-alone
gone

vite own 'vite --host 0.0.0.0'
cat >>compose.yaml <<'YAML'
    healthcheck: {test: ["CMD", "node", "-e", "fetch('http://web:5173/').then(answer => { console.log('status ' + answer.status); process.exit(answer.ok ? 0 : 1) })"], interval: 1s, retries: 2, start_period: 4s}
YAML
up 8
record seen-own-check
gone

proxied clear '"-fsS"' 'deny all;'
up 8
record clear-the-proxy-forbids
gone
